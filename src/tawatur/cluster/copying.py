"""Copies among the articles of all shelves, found without any machine seeing all of them.

1. For each shelf: the fingerprints of its articles, sorted into buckets by their number.
2. For each bucket: the pairs of articles that share a fingerprint, sorted by the shelf of the first.
3. For each shelf: its pairs compared, each pair once.

The same pairs as ``FingerprintIndex`` gives, because all holders of a fingerprint meet in one bucket.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from tawatur.cluster.output import Output, key_of
from tawatur.cluster.reading import Place, Shelf, fetch
from tawatur.cluster.shuffling import gather, scatter
from tawatur.lexicon import load_lexicon
from tawatur.linking.copies import compare, tell
from tawatur.linking.fingerprints import FORMULA
from tawatur.model import Copy

Prints = list[tuple[int, int]]
"""Fingerprints with the numbers of their articles on one shelf."""

Pairs = list[tuple[int, int, int]]
"""The number of an article on its shelf, the shelf of the other, and the other's number there."""


class Shuffled(msgspec.Struct, frozen=True):
    """That one step of the shuffle has been written under ``key``."""

    key: str
    reused: bool = False


class Copies(msgspec.Struct, frozen=True):
    """The copies whose first article lies on one shelf."""

    key: str
    copies: tuple[Copy, ...]
    reused: bool = False


def sort_prints(shelf: Shelf, buckets: int, output: Output) -> Shuffled:
    """Step 1 for one shelf."""
    key = key_of("prints", shelf.key, str(buckets))
    if output.noted("prints", key, Shuffled):
        return Shuffled(key, reused=True)
    lexicon = load_lexicon()
    sorted_prints: list[Prints] = [[] for _ in range(buckets)]
    places = (Place(shelf.key, number) for number in range(len(shelf.articles)))
    for number, reading in enumerate(fetch(places, output)):
        for one in tell(reading, lexicon.agencies, lexicon.rarity).prints:
            sorted_prints[one % buckets].append((one, number))
    scatter("prints", key, sorted_prints, output)
    output.note("prints", key, Shuffled(key))
    return Shuffled(key)


def pair_up(bucket: int, prints: Sequence[str], output: Output) -> Shuffled:
    """Step 2 for one bucket of the fingerprints written under the keys ``prints``, one for each shelf."""
    key = key_of("pairs", str(bucket), *prints)
    if output.noted("pairs", key, Shuffled):
        return Shuffled(key, reused=True)
    holders: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for shelf, found in enumerate(gather("prints", prints, bucket, Prints, output)):
        for one, number in found:
            holders[one].append((shelf, number))
    by_shelf: list[Pairs] = [[] for _ in prints]
    for (shelf, number), (other_shelf, other) in sorted(_pairs(holders)):
        by_shelf[shelf].append((number, other_shelf, other))
    scatter("pairs", key, by_shelf, output)
    output.note("pairs", key, Shuffled(key))
    return Shuffled(key)


def compare_pairs(number: int, shelves: Sequence[str], pairs: Sequence[str], output: Output) -> Copies:
    """Step 3 for one shelf, by its number among the keys ``shelves``."""
    key = key_of("copies", str(number), *shelves, *pairs)
    noted = output.noted("copies", key, Copies)
    if noted:
        return msgspec.structs.replace(noted, reused=True)
    mine = sorted(
        {pair for found in gather("pairs", pairs, number, Pairs, output) for pair in map(tuple, found)}
    )
    wanted = [(Place(shelves[number], one), Place(shelves[shelf], other)) for one, shelf, other in mine]
    places = sorted({place for pair in wanted for place in pair})
    lexicon = load_lexicon()
    readings = zip(places, fetch(places, output), strict=True)
    told = {place: tell(reading, lexicon.agencies, lexicon.rarity) for place, reading in readings}
    compared = (compare(told[one], told[other]) for one, other in wanted)
    copies = Copies(key, tuple(copy for copy in compared if copy))
    output.note("copies", key, copies)
    return copies


def _pairs(
    holders: Mapping[int, list[tuple[int, int]]],
) -> set[tuple[tuple[int, int], tuple[int, int]]]:
    """Every pair that shares a fingerprint which is no formula of the trade, once."""
    return {
        (one, other)
        for held in holders.values()
        if 1 < len(held) <= FORMULA
        for one in held
        for other in held
        if one < other
    }
