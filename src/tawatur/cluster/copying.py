"""Copies among the articles of all shelves, found without any machine seeing all of them.

1. For each shelf: the fingerprints of its articles, and the agencies they owe, sorted into buckets.
2. For each bucket: the pairs of articles that share one, sorted by the shelf of the first.
3. For each shelf: its pairs compared, each pair once.

The same pairs as ``FingerprintIndex`` and ``AgencyIndex`` give, because all holders of a fingerprint
and all takers of an agency meet in one bucket.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from zlib import crc32

import msgspec

from tawatur.cluster.kept import Place, fetch
from tawatur.cluster.output import Output, key_of
from tawatur.cluster.reading import READINGS, Shelf, readings_of
from tawatur.cluster.shuffling import Shuffled, gather, scatter
from tawatur.lexicon import load_lexicon
from tawatur.linking.copies import Told, compare, tell
from tawatur.linking.fingerprints import FORMULA
from tawatur.linking.retellings import AgencyIndex, owed
from tawatur.model import Copy, Reading, Situation
from tawatur.rows import situation_rows

TABLES = ("copies",)

Taker = tuple[str, int, str, int]
"""An agency, the ordinal of a day, and an article that owes it then: its id and its number on its shelf."""

Pairs = list[tuple[int, int, int]]
"""The number of an article on its shelf, the shelf of the other, and the other's number there."""


class Shared(msgspec.Struct):
    """What articles of one shelf may share: fingerprints with their numbers, and whose takers they are."""

    prints: list[tuple[int, int]] = []
    takers: list[Taker] = []


class Copies(msgspec.Struct, frozen=True):
    """The copies whose first article lies on one shelf."""

    key: str
    copies: tuple[Copy, ...]
    reused: bool = False


def sort_shared(shelf: Shelf, buckets: int, output: Output) -> Shuffled:
    """Step 1 for one shelf."""
    key = key_of("shared", shelf.key, str(buckets))
    if output.noted("shared", key, Shuffled):
        return Shuffled(key, reused=True)
    lexicon = load_lexicon()
    shared = [Shared() for _ in range(buckets)]
    for number, reading in enumerate(readings_of(shelf, output)):
        told = tell(reading, lexicon.agencies, lexicon.rarity)
        for one in told.prints:
            shared[one % buckets].prints.append((one, number))
        for agency, taker in _takers(told, number):
            shared[crc32(agency.encode()) % buckets].takers.append(taker)
    scatter("shared", key, shared, output)
    output.note("shared", key, Shuffled(key))
    return Shuffled(key)


def _takers(told: Told, number: int) -> Iterator[tuple[str, Taker]]:
    """The agencies an article owes, where its day is known."""
    article = told.article
    if article.day:
        for agency in sorted(owed(told.credits)):
            yield agency, (agency, article.day.toordinal(), article.id, number)


def pair_up(bucket: int, shared: Sequence[str], output: Output) -> Shuffled:
    """Step 2 for one bucket of what was written under the keys ``shared``, one for each shelf."""
    key = key_of("pairs", str(bucket), *shared)
    if output.noted("pairs", key, Shuffled):
        return Shuffled(key, reused=True)
    holders: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    takers, numbers = AgencyIndex(), dict[str, tuple[int, int]]()
    for shelf, found in enumerate(gather("shared", shared, bucket, Shared, output)):
        for one, number in found.prints:
            holders[one].append((shelf, number))
        for agency, day, article, number in found.takers:
            takers.add(article, date.fromordinal(day), (agency,))
            numbers[article] = shelf, number
    owing = {tuple(sorted((numbers[one], numbers[other]))) for one, other in takers.pairs()}
    by_shelf: list[Pairs] = [[] for _ in shared]
    for (shelf, number), (other_shelf, other) in sorted(_pairs(holders) | owing):
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
    readings = zip(places, fetch(READINGS, places, Reading, output), strict=True)
    told = {place: tell(reading, lexicon.agencies, lexicon.rarity) for place, reading in readings}
    compared = (compare(told[one], told[other]) for one, other in wanted)
    copies = Copies(key, tuple(copy for copy in compared if copy))
    with output.tables(TABLES, key) as tables:
        rows = situation_rows(Situation(copies=copies.copies))
        tables.write({name: rows[name] for name in TABLES})
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
