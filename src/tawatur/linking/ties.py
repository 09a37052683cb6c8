"""Ties: which articles are so alike that they may tell of one happening.

A tie depends on its two articles alone, never on who stands beside them, so it is the same
whenever and in whatever order they are set side by side.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from math import fsum

from tawatur.linking.features import Sketch
from tawatur.linking.likeness import alike, fading

REACH = 30
FAINT = 0.03
GLIMPSE = 0.01
SHARED = 2
BARELY = GLIMPSE - 1e-9
"""What a glimpse must come to, as it may be added up in any order."""

Ties = dict[tuple[str, str], float]
"""How alike two articles are, by their ids, the lesser first."""


def find_ties(sketches: Iterable[Sketch]) -> Ties:
    """The ties of articles among themselves."""
    shelf = _Shelf(sketches)
    pairs = ((one, other) for rank, one in enumerate(shelf.sketches) for other in shelf.near(one, after=rank))
    return ties_among(pairs)


def ties_among(pairs: Iterable[tuple[Sketch, Sketch]]) -> Ties:
    """The ties of some pairs.

    Two articles are tied where they share two features at least, came out within a month of each
    other as far as is known, and are alike by ``FAINT`` or more; a third of that must show in the
    heaviest features of both, for by these they are found.
    """
    ties: Ties = {}
    for one, other in pairs:
        strength = _tie(one, other)
        if strength >= FAINT:
            ties[min(one.article, other.article), max(one.article, other.article)] = strength
    return ties


def _tie(one: Sketch, other: Sketch) -> float:
    if len(one.weights.keys() & other.weights.keys()) < SHARED or not _within_reach(one.day, other.day):
        return 0.0
    return alike(one, other) if _glimpse(one, other) >= GLIMPSE else 0.0


def _glimpse(one: Sketch, other: Sketch) -> float:
    """What the heaviest features of both come to, faded by the days between them."""
    ours, theirs = one.heaviest, other.heaviest
    return fsum([ours[name] * theirs[name] for name in ours.keys() & theirs.keys()]) * fading(one, other)


def _within_reach(one: date | None, other: date | None) -> bool:
    return one is None or other is None or abs((one - other).days) <= REACH


class _Shelf:
    """Articles in order of their days, those without one first, and under every feature who holds it."""

    def __init__(self, sketches: Iterable[Sketch]) -> None:
        self.sketches = sorted(sketches, key=lambda one: (_ordinal(one.day), one.article))
        self._ordinals = [_ordinal(one.day) for one in self.sketches]
        self._undated = bisect_left(self._ordinals, 1)
        self._holders: defaultdict[str, tuple[list[int], list[float]]] = defaultdict(lambda: ([], []))
        for rank, one in enumerate(self.sketches):
            for name, weight in one.heaviest.items():
                ranks, weights = self._holders[name]
                ranks.append(rank)
                weights.append(weight)

    def near(self, one: Sketch, after: int) -> Iterator[Sketch]:
        """Articles behind rank ``after`` that may be tied to this one, and few others."""
        cosines: defaultdict[int, float] = defaultdict(float)
        for first, last in self._stretches(one.day):
            self._add_up(one, max(first, after + 1), last, cosines)
        for rank, cosine in cosines.items():
            other = self.sketches[rank]
            if cosine >= BARELY and cosine * fading(one, other) >= BARELY:
                yield other

    def _stretches(self, day: date | None) -> Sequence[tuple[int, int]]:
        """The ranks of those around a day, and of those without any, which stand around every day."""
        if day is None:
            return [(0, len(self.sketches))]
        first = bisect_left(self._ordinals, day.toordinal() - REACH, self._undated)
        last = bisect_left(self._ordinals, day.toordinal() + REACH + 1, first)
        return [(0, self._undated), (first, last)]

    def _add_up(self, one: Sketch, first: int, last: int, cosines: defaultdict[int, float]) -> None:
        """Add to the cosine of each article of a stretch what it shares with this one."""
        for name, weight in one.heaviest.items():
            if first < last and name in self._holders:
                ranks, weights = self._holders[name]
                start = bisect_left(ranks, first)
                for at in range(start, bisect_left(ranks, last, start)):
                    cosines[ranks[at]] += weight * weights[at]


def _ordinal(day: date | None) -> int:
    return day.toordinal() if day else 0
