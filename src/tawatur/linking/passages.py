"""Passages: runs of the same words in two articles, wherever they stand in either."""

import msgspec

from tawatur.linking.fingerprints import SHINGLE, shingle_keys

SHORTEST = 8
GAP = 4


class Passage(msgspec.Struct, frozen=True, order=True, gc=False):
    """Words ``first`` to ``last`` here retell ``other_first`` to ``other_last`` there (half open).

    ``same`` counts the words that are equal; the rest was put in, left out or changed.
    """

    first: int
    last: int
    other_first: int
    other_last: int
    same: int


def align(words: list[int], others: list[int]) -> list[Passage]:
    """The passages two texts share, in the order of the first; linear in their lengths.

    A passage holds at least eight equal words and bridges changes of up to four.
    """
    passages: list[Passage] = []
    for run in _equal_runs(words, others):
        if passages and _goes_on(passages[-1], run):
            passages[-1] = _joined(passages[-1], run)
        else:
            passages.append(run)
    return [passage for passage in passages if passage.same >= SHORTEST]


def _equal_runs(words: list[int], others: list[int]) -> list[Passage]:
    """Maximal runs of at least five equal words, each word of the first text in one at most."""
    places: dict[int, int] = {}
    for place, key in enumerate(shingle_keys(others)):
        places.setdefault(key, place)
    runs: list[Passage] = []
    shingles = shingle_keys(words)
    at = 0
    while at < len(shingles):
        there = places.get(shingles[at])
        length = 0 if there is None else _common(words, at, others, there)
        if there is None or length < SHINGLE:
            at += 1
            continue
        runs.append(Passage(at, at + length, there, there + length, length))
        at += length
    return runs


def _common(words: list[int], at: int, others: list[int], there: int) -> int:
    longest = min(len(words) - at, len(others) - there)
    length = 0
    while length < longest and words[at + length] == others[there + length]:
        length += 1
    return length


def _goes_on(passage: Passage, run: Passage) -> bool:
    return (
        run.first - passage.last <= GAP and passage.other_last <= run.other_first <= passage.other_last + GAP
    )


def _joined(passage: Passage, run: Passage) -> Passage:
    return Passage(passage.first, run.last, passage.other_first, run.other_last, passage.same + run.same)
