"""Groups: what belongs together when pairs are tied more or less strongly, or not at all."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush

_Sums = defaultdict[str, dict[str, float]]
_Merger = tuple[float, str, str, int]


def group(items: Iterable[str], ties: Mapping[tuple[str, str], float], *, at_least: float) -> list[list[str]]:
    """The items in groups, each sorted, in order of their first; every item is in one.

    The two groups most strongly tied on average over all their pairs (a pair without a tie
    counts nothing) become one, as long as that average is ``at_least`` so much: a chain of
    neighbours does not make a group. The order of what is given does not matter.
    """
    members = {item: [item] for item in items}
    sums = _sums(ties)
    heap = [_merger(one, other, sums, members) for one in sums for other in sums[one] if one < other]
    heap = [merger for merger in heap if -merger[0] >= at_least]
    heapify(heap)
    while heap:
        _, one, other, size = heappop(heap)
        if one not in members or other not in members or size != len(members[one]) + len(members[other]):
            continue
        _merge(one, other, members, sums)
        for neighbour in sums[one]:
            merger = _merger(min(one, neighbour), max(one, neighbour), sums, members)
            if -merger[0] >= at_least:
                heappush(heap, merger)
    return sorted(sorted(together) for together in members.values())


def _sums(ties: Mapping[tuple[str, str], float]) -> _Sums:
    """The strength between any two groups, to begin with those of one item; the same both ways."""
    sums: _Sums = defaultdict(dict)
    for (one, other), strength in sorted(ties.items()):
        sums[one][other] = sums[other][one] = strength
    return sums


def _merger(one: str, other: str, sums: _Sums, members: dict[str, list[str]]) -> _Merger:
    """What may become one: the strongest sorts first; the size tells whether either grew since."""
    pairs = len(members[one]) * len(members[other])
    return -sums[one][other] / pairs, one, other, len(members[one]) + len(members[other])


def _merge(one: str, other: str, members: dict[str, list[str]], sums: _Sums) -> None:
    """Put ``other`` into ``one``; a group keeps the name of its first member."""
    members[one] += members.pop(other)
    for neighbour, strength in sums.pop(other).items():
        del sums[neighbour][other]
        if neighbour != one:
            total = sums[one].get(neighbour, 0.0) + strength
            sums[one][neighbour] = sums[neighbour][one] = total
