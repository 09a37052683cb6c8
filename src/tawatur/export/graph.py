"""GEXF for Gephi: who tells what to whom, with the isnad of every statement as a path.

Nodes are speakers, intermediaries and outlets; an edge goes from a teller to the next one in a
chain and weighs as many statements as passed that way.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import BinaryIO, NamedTuple
from xml.etree import ElementTree as Tree

from tawatur.model import EntityType, Reading, Situation, Statement

NAMESPACE = "http://gexf.net/1.3"
_KINDS = {
    EntityType.PERSON: "person",
    EntityType.ORGANISATION: "organisation",
    EntityType.POLITY: "polity",
    EntityType.PLACE: "place",
}


def write_gexf(situation: Situation, readings: Iterable[Reading], out: BinaryIO) -> None:
    """Write the directed graph of speakers and chains."""
    nodes: set[_Node] = set()
    said: Counter[str] = Counter()
    passed: Counter[tuple[str, str]] = Counter()
    for path in _paths(situation, readings):
        nodes.update(path)
        said.update(node.key for node in path[:1])
        passed.update((giver.key, taker.key) for giver, taker in pairwise(path))
    Tree.ElementTree(_gexf(nodes, said, passed)).write(out, encoding="utf-8", xml_declaration=True)


class _Node(NamedTuple):
    key: str
    name: str
    kind: str


def _paths(situation: Situation, readings: Iterable[Reading]) -> Iterator[list[_Node]]:
    """The way of every statement from its speaker to the outlet; no step leads back to itself."""
    known = {
        member: _Node(identity.id, identity.name, _KINDS[identity.type])
        for identity in situation.identities
        for member in identity.members
    }
    for reading in readings:
        article = reading.article
        for statement in reading.statements:
            tellers = _tellers(statement, article.outlet)
            nodes = [known.get((article.id, teller)) or _unlinked(teller) for teller in tellers]
            yield [node for i, node in enumerate(nodes) if i == 0 or node.key != nodes[i - 1].key]


def _tellers(statement: Statement, outlet: str | None) -> list[str]:
    chain = [link.teller for link in statement.chain] or [statement.speaker or "", *statement.via]
    return [teller for teller in (*chain, outlet) if teller]


def _unlinked(teller: str) -> _Node:
    if teller.startswith("anon:"):
        return _Node(teller, teller.removeprefix("anon:"), "anonymous")
    return _Node(f"teller:{teller}", teller, "teller")


def _gexf(nodes: set[_Node], said: Counter[str], passed: Counter[tuple[str, str]]) -> Tree.Element:
    root = Tree.Element("gexf", {"xmlns": NAMESPACE, "version": "1.3"})
    graph = Tree.SubElement(root, "graph", {"defaultedgetype": "directed", "mode": "static"})
    attributes = Tree.SubElement(graph, "attributes", {"class": "node", "mode": "static"})
    Tree.SubElement(attributes, "attribute", {"id": "kind", "title": "kind", "type": "string"})
    Tree.SubElement(attributes, "attribute", {"id": "said", "title": "statements", "type": "integer"})
    listed = Tree.SubElement(graph, "nodes")
    for key, name, kind in sorted(nodes):
        node = Tree.SubElement(listed, "node", {"id": _printable(key), "label": _printable(name)})
        values = Tree.SubElement(node, "attvalues")
        Tree.SubElement(values, "attvalue", {"for": "kind", "value": kind})
        Tree.SubElement(values, "attvalue", {"for": "said", "value": str(said[key])})
    edges = Tree.SubElement(graph, "edges")
    for number, ((source, target), weight) in enumerate(sorted(passed.items())):
        ends = {"source": _printable(source), "target": _printable(target)}
        Tree.SubElement(edges, "edge", {"id": str(number), **ends, "weight": str(float(weight))})
    return root


def _printable(text: str) -> str:
    """Without the control characters that XML 1.0 cannot hold."""
    return "".join(letter for letter in text if letter.isprintable() or letter in "\t\n")
