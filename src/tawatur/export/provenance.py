"""PROV-O as JSON-LD: where every statement, copy and finding comes from.

Articles, statements and findings are entities; a statement was quoted from its article and is
attributed to its speaker, who speaks through the tellers of its chain; a copy was derived from
its probable source; a finding was derived from the places it sets side by side.
"""

from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO

import msgspec

from tawatur import __version__
from tawatur.export.iris import TERMS, article_iri, iri, place_iri
from tawatur.model import (
    Article,
    Copy,
    EntityType,
    Finding,
    Identity,
    Pointer,
    Reading,
    Situation,
    Statement,
)

Node = dict[str, Any]

CONTEXT = {
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "tawatur": TERMS,
    "label": "rdfs:label",
    "value": "prov:value",
    **{
        name: {"@id": f"prov:{name}", "@type": "@id"}
        for name in (
            "wasAttributedTo",
            "wasQuotedFrom",
            "wasDerivedFrom",
            "wasGeneratedBy",
            "wasAssociatedWith",
            "hadPrimarySource",
            "actedOnBehalfOf",
            "used",
        )
    },
}
_READING, _COMPARING, _TAWATUR = iri("activity", "reading"), iri("activity", "comparing"), iri("software")


def write_prov(situation: Situation, readings: Iterable[Reading], out: BinaryIO) -> None:
    """Write the provenance of everything found as one JSON-LD document."""
    out.write(msgspec.json.encode(provenance_document(situation, readings)))


def provenance_document(situation: Situation, readings: Iterable[Reading]) -> Node:
    """One ``@graph`` of entities, agents and activities in the words of PROV-O."""
    who = {member: identity.id for identity in situation.identities for member in identity.members}
    nodes: dict[str, Node] = {}
    for node in (
        *_activities(),
        *(_identity(identity) for identity in situation.identities),
        *(node for article in situation.articles for node in _article(article)),
        *(node for reading in readings for node in _statements(reading, who)),
        *(node for copy in situation.copies for node in _copy(copy)),
        *(_finding(finding) for finding in situation.findings),
    ):
        nodes.setdefault(node["@id"], {}).update(node)
    return {"@context": CONTEXT, "@graph": list(nodes.values())}


def _activities() -> tuple[Node, ...]:
    return (
        {
            "@id": _TAWATUR,
            "@type": ["prov:Agent", "prov:SoftwareAgent"],
            "label": f"tawatur {__version__}",
        },
        {"@id": _READING, "@type": "prov:Activity", "wasAssociatedWith": _TAWATUR},
        {"@id": _COMPARING, "@type": "prov:Activity", "wasAssociatedWith": _TAWATUR},
    )


def _identity(identity: Identity) -> Node:
    kind = "prov:Person" if identity.type is EntityType.PERSON else "prov:Organization"
    return {"@id": iri("identity", identity.id), "@type": ["prov:Agent", kind], "label": identity.name}


def _article(article: Article) -> list[Node]:
    nodes: list[Node] = [{"@id": article_iri(article.id), "@type": "prov:Entity"}]
    if article.title:
        nodes[0]["label"] = article.title
    if article.outlet:
        outlet = iri("teller", article.outlet)
        nodes[0]["wasAttributedTo"] = outlet
        nodes.append(_teller(outlet, article.outlet))
    return nodes


def _statements(reading: Reading, who: Mapping[tuple[str, str], str]) -> list[Node]:
    return [node for statement in reading.statements for node in _statement(reading.article, statement, who)]


def _statement(article: Article, statement: Statement, who: Mapping[tuple[str, str], str]) -> list[Node]:
    tellers = [link.teller for link in statement.chain] or [statement.speaker or "", *statement.via]
    agents = {
        teller: iri("identity", who[article.id, teller])
        if (article.id, teller) in who
        else iri("teller", teller)
        for teller in tellers
        if teller
    }
    node: Node = {
        "@id": place_iri("statement", Pointer(article.id, statement.cue.start, statement.cue.end)),
        "@type": "prov:Entity",
        "value": " … ".join(article.text[span.start : span.end] for span in statement.content),
        "wasQuotedFrom": article_iri(article.id),
        "wasGeneratedBy": _READING,
        "wasAttributedTo": list(agents.values()),
        "tawatur:rule": statement.rule,
        "tawatur:act": statement.act.value,
    }
    return [node, *(_teller(agent, teller) for teller, agent in agents.items() if ":teller:" in agent)]


def _teller(agent: str, name: str) -> Node:
    return {"@id": agent, "@type": "prov:Agent", "label": name}


def _copy(copy: Copy) -> list[Node]:
    """The other articles derive from the probable source, or all from the agency both retell."""
    if copy.origin:
        agency = iri("wire", copy.origin)
        wire = {"@id": agency, "@type": "prov:Entity", "label": copy.origin}
        return [wire, *({"@id": article_iri(a), "hadPrimarySource": agency} for a in copy.articles)]
    first, *others = copy.articles
    return [{"@id": article_iri(article), "wasDerivedFrom": article_iri(first)} for article in others]


def _finding(finding: Finding) -> Node:
    return {
        "@id": iri("finding", finding.id),
        "@type": "prov:Entity",
        "label": finding.what,
        "tawatur:kind": finding.kind.value,
        "wasGeneratedBy": _COMPARING,
        "wasDerivedFrom": [article_iri(article) for article in _articles(finding)],
        "tawatur:place": [place_iri("place", pointer) for pointers in finding.sides for pointer in pointers],
    }


def _articles(finding: Finding) -> list[str]:
    return list(dict.fromkeys(pointer.article for side in finding.sides for pointer in side))
