"""Identities kept up to date: only names that share a block with a new one are linked again."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

import msgspec

from tawatur.ledger import Ledger, links, named
from tawatur.ledger.judgements import judgements, made
from tawatur.lexicon.names import Names
from tawatur.linking.entities import grow, link_nodes
from tawatur.linking.nodes import Node, known_block
from tawatur.linking.traits import Traits
from tawatur.linking.units import Judged
from tawatur.model import Identity, Judgement


def link_new_names(ledger: Ledger, new: Mapping[str, Traits], names: Names) -> set[str]:
    """Link the names of new articles, and those that were judged; the articles where others are meant now."""
    come: defaultdict[str, list[Node]] = defaultdict(list)
    for traits in new.values():
        for node in traits.nodes:
            come[node.block].append(node)
    named.keep_nodes(ledger, [_row(node) for nodes in come.values() for node in nodes])
    block_of = partial(named.block_of, ledger)
    judged = Judged(judgements(ledger), block_of)
    anew = Judged(_judged_since(ledger), block_of).blocks
    touched: set[str] = set()
    for unit in judged.units({*come, *anew}):
        ruling = judged.within(unit)
        nodes = [node for block in unit for node in come.get(block, ())]
        if ruling or not anew.isdisjoint(unit) or not _grow(ledger, nodes, names):
            touched |= _link_again(ledger, unit, ruling, names)
    links.mark(ledger, links.JUDGED, links.judged(ledger))
    return touched


def _judged_since(ledger: Ledger) -> Sequence[Judgement]:
    """The judgements of identities that have been made or taken back since names were linked."""
    then = msgspec.json.decode(links.marks(ledger).get(links.JUDGED, "[]"), type=set[str])
    now = msgspec.json.decode(links.judged(ledger), type=set[str])
    return made(ledger, then ^ now)


def _grow(ledger: Ledger, nodes: Sequence[Node], names: Names) -> bool:
    """Add names of one gazetteer entry to those met before; False where these are none of that kind."""
    entry = nodes[0].id
    if not nodes[0].known or entry not in names.by_id:
        return False
    block = known_block(entry)
    before = named.identities_in(ledger, [block]).get(entry)
    identity = grow(before, nodes) if before else link_nodes(nodes, (), names)[0]
    named.keep_identities(ledger, block, [identity])
    named.keep_members(ledger, [_member(node, entry) for node in nodes])
    return True


def _link_again(ledger: Ledger, unit: Iterable[str], ruling: Sequence[Judgement], names: Names) -> set[str]:
    """Link all names of a unit, and write what has changed; the articles of members that changed."""
    records = named.nodes_in(ledger, unit)
    nodes = {(n.article, n.id): n for n in (msgspec.json.decode(r, type=Node) for r in records)}
    before = named.identities_in(ledger, unit)
    identities = link_nodes(nodes.values(), ruling, names)
    meant = {member: identity.id for identity in identities for member in identity.members}
    changed = set(meant.items()) - set(named.meant_by(ledger, before).items())
    named.drop_identities(ledger, before.keys() - {identity.id for identity in identities})
    named.keep_identities(ledger, min(unit), [i for i in identities if _differs(i, before.get(i.id))])
    named.keep_members(ledger, [_member(nodes[member], identity) for member, identity in changed])
    return {article for (article, _), _ in changed}


def _differs(identity: Identity, before: Identity | None) -> bool:
    return named.bare(identity) != before


def _row(node: Node) -> named.NodeRow:
    return named.NodeRow(node.block, node.article, node.id, msgspec.json.encode(node).decode())


def _member(node: Node, identity: str) -> named.MemberRow:
    places = [(pointer.start, pointer.end) for pointer, _ in node.mentions]
    return named.MemberRow(node.article, node.id, identity, msgspec.json.encode(places).decode())
