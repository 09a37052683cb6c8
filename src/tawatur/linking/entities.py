"""Which names of different articles mean the same person, body or place.

Everything is decided on distinct spellings, grouped by what they share (a gazetteer entry, the
key of the whole name, the key of the surname), so the cost grows with the number of spellings
and never with pairs of articles.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from tawatur.lexicon.names import Names
from tawatur.linking.groups import Groups, identity_id, mark_of
from tawatur.linking.judged import apply_judgements
from tawatur.linking.nodes import Node, gather_nodes
from tawatur.linking.principals import principal_of
from tawatur.linking.reasons import BY_COMPANY, BY_KEY, BY_PARTS, BY_SURNAME, GAZETTEER, why
from tawatur.model import EntityType, Identity, Judgement, Pointer, Reading, Spelling, Why
from tawatur.text.name_key import is_same_name

_LEAST_SHARED = 1
_LEAST_COMPANY = 3


def link_entities(
    readings: Sequence[Reading], names: Names, judgements: Sequence[Judgement] = ()
) -> tuple[Identity, ...]:
    """The identities behind the entities of all articles, by id; every spelling is kept with its count.

    A judgement ``same`` or ``different`` between identity ids, or between members written
    ``article#entity``, outranks what the spellings say.
    """
    nodes = gather_nodes(readings)
    groups = Groups(len(nodes))
    _join_known(nodes, groups)
    _join_by_key(nodes, groups, names.native)
    _join_shorter(nodes, groups)
    _join_surnames(nodes, groups, names.native)
    apply_judgements(nodes, groups, judgements)
    found = [_identity(members, names, groups) for members in groups.members(nodes)]
    return tuple(sorted(_with_own_ids(found), key=lambda identity: identity.id))


def _with_own_ids(identities: list[Identity]) -> Iterator[Identity]:
    """The identities, those of one name told apart by a mark of their members."""
    counts = Counter(identity.id for identity in identities)
    for identity in identities:
        if counts[identity.id] > 1:
            yield msgspec.structs.replace(identity, id=identity.id + mark_of(identity.members))
        else:
            yield identity


def _join_known(nodes: list[Node], groups: Groups) -> None:
    """Names of one gazetteer entry are one, whatever their spelling."""
    first: dict[str, int] = {}
    for i, node in enumerate(nodes):
        if node.known:
            groups.join(first.setdefault(node.id, i), i, why(GAZETTEER, node.name))


def _join_by_key(nodes: list[Node], groups: Groups, native: frozenset[str]) -> None:
    """Names of one kind whose keys agree and whose letters differ only as spellings do."""
    blocks: dict[tuple[str, str], list[int]] = {}
    for i, node in enumerate(nodes):
        if not node.known and (node.parts > 1 or node.type is not EntityType.PERSON):
            blocks.setdefault((node.kind, node.key), []).append(i)
    for block in blocks.values():
        _join_alike(block, nodes, groups, native)


def _join_alike(block: list[int], nodes: list[Node], groups: Groups, native: frozenset[str]) -> None:
    """Join each spelling of a block to the first one it may be a spelling of."""
    leaders: dict[str, int] = {}
    for i in block:
        node = nodes[i]
        for spelling, leader in leaders.items():
            if spelling == node.plain or is_same_name(spelling, node.plain, native):
                groups.join(leader, i, why(BY_KEY, f"{nodes[leader].name} / {node.name}"))
                break
            if _in_one_company(nodes[leader], node) and is_same_name(spelling, node.plain, native, slack=1.0):
                groups.join(leader, i, why(BY_COMPANY, f"{nodes[leader].name} / {node.name}"))
                break
        else:
            leaders[node.plain] = i


def _in_one_company(one: Node, other: Node) -> bool:
    """Whether two full names are named along with enough of the same others."""
    return min(one.parts, other.parts) > 1 and len(one.company & other.company) >= _LEAST_COMPANY


def _join_shorter(nodes: list[Node], groups: Groups) -> None:
    """A name of two parts is the one longer name with these parts that the same company speaks for."""
    blocks: dict[str, list[int]] = {}
    for i, node in enumerate(nodes):
        if node.type is EntityType.PERSON and not node.known and node.parts > 1:
            blocks.setdefault(node.surname, []).append(i)
    for block in blocks.values():
        longer = [i for i in block if nodes[i].parts > 2]
        for i in block if longer else ():
            inside = [m for m in longer if _is_inside(nodes[i], nodes[m])]
            match = _best(i, _by_group(inside, groups), nodes)
            if match is not None:
                groups.join(match, i, why(BY_PARTS, f"{nodes[match].name} / {nodes[i].name}"))


def _is_inside(short: Node, long: Node) -> bool:
    """Whether all parts of one name stand in the other, the last one last."""
    parts = long.key.split()
    return short.parts < long.parts and all(part in parts for part in short.key.split())


def _join_surnames(nodes: list[Node], groups: Groups, native: frozenset[str]) -> None:
    """A surname alone is the one person of that surname that the same company speaks for."""
    full: dict[str, list[int]] = {}
    alone: dict[str, list[int]] = {}
    for i, node in enumerate(nodes):
        if node.type is EntityType.PERSON and not node.known:
            (full if node.parts > 1 else alone).setdefault(node.surname, []).append(i)
    for surname, singles in alone.items():
        candidates = _by_group(full.get(surname, ()), groups)
        for i in singles:
            match = _best(i, candidates, nodes)
            if match is not None:
                groups.join(match, i, why(BY_SURNAME, f"{nodes[match].name} / {nodes[i].name}"))
        if not candidates:
            _join_foreign(singles, nodes, groups, native)


def _join_foreign(singles: list[int], nodes: list[Node], groups: Groups, native: frozenset[str]) -> None:
    """One foreign surname that nowhere has a first name is one person."""
    _join_alike([i for i in singles if nodes[i].plain not in native], nodes, groups, native)


def _by_group(items: Iterable[int], groups: Groups) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for item in items:
        found.setdefault(groups.root(item), []).append(item)
    return found


def _best(i: int, candidates: dict[int, list[int]], nodes: list[Node]) -> int | None:
    """The candidate that shares most company with node ``i``; None where none or two do."""
    shared = sorted(
        (
            (max(len(nodes[i].company & nodes[m].company) for m in members), members[0])
            for members in candidates.values()
        ),
        reverse=True,
    )
    if not shared or shared[0][0] < _LEAST_SHARED:
        return None
    return shared[0][1] if len(shared) == 1 or shared[0][0] > shared[1][0] else None


def _identity(members: list[Node], names: Names, groups: Groups) -> Identity:
    """One identity with everything its members say."""
    counts: dict[str, int] = {}
    mentions: list[Pointer] = []
    for node in members:
        for pointer, text in node.mentions:
            counts[text] = counts.get(text, 0) + 1
            mentions.append(pointer)
    spellings = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    name = _display_name(members, counts)
    known = next((names.by_id[node.id] for node in members if node.id in names.by_id and node.known), None)
    return Identity(
        id=identity_id(members, groups),
        type=members[0].type,
        name=name,
        names=tuple(Spelling(text, count) for text, count in spellings),
        members=tuple(sorted((node.article, node.id) for node in members)),
        mentions=tuple(sorted(mentions)),
        english=known.english if known else None,
        principal=principal_of(members, names),
        reasons=_reasons(members, groups),
    )


def _display_name(members: list[Node], counts: dict[str, int]) -> str:
    """The commonest among the fullest spellings."""
    most = max(len(text.split()) for text in counts)
    if members[0].type is not EntityType.PERSON:
        return max(counts, key=lambda text: (counts[text], len(text), text))
    return max((t for t in counts if len(t.split()) == most), key=lambda text: (counts[text], text))


def _reasons(members: list[Node], groups: Groups) -> tuple[Why, ...]:
    return tuple(dict.fromkeys(reason for node in members for reason in groups.reasons(node.index)))
