"""Which names of different articles mean the same person, body or place.

Everything is decided on distinct spellings, grouped by what they share (a gazetteer entry, the
key of the whole name, the key of the surname), so the cost grows with the number of spellings
and never with pairs of articles.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial

import msgspec

from tawatur.lexicon.english import english_body
from tawatur.lexicon.names import Names
from tawatur.linking.groups import Groups, identity_id, mark_of
from tawatur.linking.judged import apply_judgements
from tawatur.linking.many import place_that_tells
from tawatur.linking.nodes import Node, in_order, nodes_of
from tawatur.linking.principals import principal_of
from tawatur.linking.reasons import BY_COMPANY, BY_KEY, BY_PARTS, BY_SURNAME, GAZETTEER, why
from tawatur.linking.shortened import is_shortened, is_surname_of
from tawatur.linking.units import units_of
from tawatur.model import EntityType, Identity, Judgement, Pointer, Reading, Spelling, Why
from tawatur.text.name_key import is_same_name

_Parts = tuple[int, frozenset[str]]
"""How many parts a name has, and their keys."""

_LEAST_SHARED = 1
_LEAST_COMPANY = 3


def link_entities(
    readings: Sequence[Reading], names: Names, judgements: Sequence[Judgement] = ()
) -> tuple[Identity, ...]:
    """The identities behind the entities of all articles, by id; every spelling is kept with its count.

    A judgement ``same`` or ``different`` between identity ids, or between members written
    ``article#entity``, outranks what the spellings say.
    """
    nodes = [node for reading in readings for node in nodes_of(reading)]
    found = (link_nodes(*unit, names) for unit in units_of(nodes, judgements))
    return tuple(sorted((one for unit in found for one in unit), key=lambda identity: identity.id))


def link_nodes(nodes: Iterable[Node], judgements: Sequence[Judgement], names: Names) -> list[Identity]:
    """The identities behind nodes that have nothing to do with any others."""
    nodes = in_order(nodes)
    groups = Groups(len(nodes))
    _join_known(nodes, groups)
    _join_by_key(nodes, groups, names)
    _join_shorter(nodes, groups, names.native)
    _join_surnames(nodes, groups, names.native)
    apply_judgements(nodes, groups, judgements)
    found = [_identity(members, names, groups) for members in groups.members(nodes)]
    return list(_with_own_ids(found))


def grow(known: Identity, nodes: Iterable[Node]) -> Identity:
    """A name of the gazetteers with further nodes of its block, just as if all were linked at once."""
    nodes = list(nodes)
    counts = _counted(nodes)
    counts.update({spelling.text: spelling.count for spelling in known.names})
    return msgspec.structs.replace(
        known,
        name=_display_name(known.type, counts),
        names=_spellings(counts),
        members=tuple(sorted({*known.members, *((node.article, node.id) for node in nodes)})),
        mentions=tuple(sorted({*known.mentions, *_places(nodes)})),
        reasons=_sorted((*known.reasons, *(why(GAZETTEER, node.name) for node in nodes))),
    )


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
            reason = why(GAZETTEER, node.name)
            groups.join(first.setdefault(node.id, i), i, reason)
            groups.note(i, reason)


def _join_by_key(nodes: list[Node], groups: Groups, names: Names) -> None:
    """Names of one kind whose keys agree and whose letters differ only as spellings do.

    Where every town has one of the name, they must be of one place too.
    """
    blocks: dict[tuple[str, str, str], list[int]] = {}
    for i, node in enumerate(nodes):
        if not node.known and (node.parts > 1 or node.type is not EntityType.PERSON):
            place = place_that_tells(node, names)
            blocks.setdefault((node.kind, node.key, place), []).append(i)
    for block in blocks.values():
        _join_alike(block, nodes, groups, names.native)


def _join_alike(block: list[int], nodes: list[Node], groups: Groups, native: frozenset[str]) -> None:
    """Join each spelling of a block to the first one it may be a spelling of."""
    leaders: dict[str, int] = {}
    is_same = cache(partial(is_same_name, native=native))
    for i in block:
        node = nodes[i]
        for spelling, leader in leaders.items():
            if spelling == node.plain or is_same(spelling, node.plain):
                groups.join(leader, i, why(BY_KEY, f"{nodes[leader].name} / {node.name}"))
                break
            if _in_one_company(nodes[leader], node) and is_same(spelling, node.plain, slack=1.0):
                groups.join(leader, i, why(BY_COMPANY, f"{nodes[leader].name} / {node.name}"))
                break
        else:
            leaders[node.plain] = i


def _in_one_company(one: Node, other: Node) -> bool:
    """Whether two full names are named along with enough of the same others."""
    return min(one.parts, other.parts) > 1 and len(one.company & other.company) >= _LEAST_COMPANY


def _join_shorter(nodes: list[Node], groups: Groups, native: frozenset[str]) -> None:
    """A name of two parts is the one longer name with these parts that the same company speaks for."""
    is_same = cache(partial(is_same_name, native=native))
    blocks: dict[str, list[int]] = {}
    for i, node in enumerate(nodes):
        if node.type is EntityType.PERSON and not node.known and node.parts > 1:
            blocks.setdefault(node.surname, []).append(i)
    for block in blocks.values():
        longer = _by_parts((i for i in block if nodes[i].parts > 2), nodes)
        for i in block if longer else ():
            those = (m for m in _inside(nodes[i], longer) if is_shortened(nodes[i], nodes[m], is_same))
            match = _best(i, _by_group(those, groups), nodes)
            if match is not None:
                groups.join(match, i, why(BY_PARTS, f"{nodes[match].name} / {nodes[i].name}"))


def _by_parts(items: Iterable[int], nodes: list[Node]) -> dict[_Parts, list[int]]:
    found: dict[_Parts, list[int]] = {}
    for i in items:
        found.setdefault(_parts(nodes[i]), []).append(i)
    return found


def _inside(short: Node, longer: Mapping[_Parts, list[int]]) -> list[int]:
    """The longer names in which all parts of a name stand; both end with the same part."""
    parts, keys = _parts(short)
    return sorted(i for (most, all_), those in longer.items() if parts < most and keys <= all_ for i in those)


def _parts(node: Node) -> _Parts:
    return node.parts, frozenset(node.key.split())


def _join_surnames(nodes: list[Node], groups: Groups, native: frozenset[str]) -> None:
    """A surname alone is the one person of that surname that the same company speaks for."""
    full: dict[str, list[int]] = {}
    alone: dict[str, list[int]] = {}
    for i, node in enumerate(nodes):
        if node.type is EntityType.PERSON and not node.known:
            (full if node.parts > 1 else alone).setdefault(node.surname, []).append(i)
    is_same = cache(partial(is_same_name, native=native))
    for surname, singles in alone.items():
        those = full.get(surname, ())
        for i in singles:
            called = (m for m in those if is_surname_of(nodes[i], nodes[m], is_same))
            match = _best(i, _by_group(called, groups), nodes)
            if match is not None:
                groups.join(match, i, why(BY_SURNAME, f"{nodes[match].name} / {nodes[i].name}"))
        if not those:
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
    counts = _counted(members)
    known = next((names.by_id[node.id] for node in members if node.id in names.by_id and node.known), None)
    kind, name = members[0].type, _display_name(members[0].type, counts)
    return Identity(
        id=identity_id(members, groups),
        type=kind,
        name=name,
        names=_spellings(counts),
        members=tuple(sorted((node.article, node.id) for node in members)),
        mentions=tuple(sorted(_places(members))),
        english=known.english if known else _english(kind, name, names),
        principal=principal_of(members, names),
        reasons=_sorted(reason for node in members for reason in groups.reasons(node.index)),
    )


def _english(kind: EntityType, name: str, names: Names) -> str | None:
    return english_body(name, names) if kind is EntityType.ORGANISATION else None


def _places(nodes: Iterable[Node]) -> Iterator[Pointer]:
    return (pointer for node in nodes for pointer, _ in node.mentions)


def _counted(nodes: Iterable[Node]) -> Counter[str]:
    """How often each spelling stands in the articles."""
    return Counter(text for node in nodes for _, text in node.mentions)


def _spellings(counts: Mapping[str, int]) -> tuple[Spelling, ...]:
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Spelling(text, count) for text, count in ordered)


def _display_name(kind: EntityType, counts: Mapping[str, int]) -> str:
    """The commonest among the fullest spellings."""
    if kind is not EntityType.PERSON:
        return max(counts, key=lambda text: (counts[text], len(text), text))
    most = max(len(text.split()) for text in counts)
    return max((t for t in counts if len(t.split()) == most), key=lambda text: (counts[text], text))


def _sorted(reasons: Iterable[Why]) -> tuple[Why, ...]:
    return tuple(sorted(set(reasons), key=lambda reason: (reason.reason, reason.note)))
