"""Which articles of all shelves are alike, found without any machine seeing all of them.

1. For each shelf: the sketches of its articles, sorted into buckets by their days.
2. For each bucket: the ties among its sketches.

The same ties as ``find_ties`` gives, because a tie depends on its two articles alone, and two that
came out within ``REACH`` of each other meet in a bucket.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from tawatur.cluster.kept import CHUNK, keeper
from tawatur.cluster.naming import split
from tawatur.cluster.output import Output, key_of
from tawatur.cluster.reading import Shelf, readings_of
from tawatur.cluster.shuffling import Shuffled, gather, scatter
from tawatur.ledger.lists import batched
from tawatur.lexicon import load_lexicon
from tawatur.linking.features import Sketch
from tawatur.linking.stories import Opening, find_opening, sketch_all
from tawatur.linking.ties import REACH, find_ties
from tawatur.model import Identity

OUTLINES = "outlines"
SPAN = 3 * REACH
"""Days whose articles go to one bucket, with those of a month behind them."""


class Outline(msgspec.Struct, frozen=True):
    """What telling a story needs of one article beside its reading; ``identities`` are cut down to it."""

    identities: tuple[Identity, ...]
    sketch: Sketch
    opening: Opening


class Tied(msgspec.Struct, frozen=True):
    """The ties that were found in one bucket."""

    key: str
    ties: tuple[tuple[str, str, float], ...]
    reused: bool = False


def sketch_shelf(number: int, shelf: Shelf, meant: Sequence[str], output: Output) -> Shuffled:
    """Step 1 for one shelf and its number among all, whose identities are under the keys ``meant``.

    There are as many buckets as ``meant``. Keeps the outline of each article as well.
    """
    key = key_of("sketches", str(number), shelf.key, *meant)
    if output.noted("sketches", key, Shuffled):
        return Shuffled(key, reused=True)
    buckets: list[list[Sketch]] = [[] for _ in meant]
    with keeper(OUTLINES, key, output) as keep:
        for chunk in batched(_outlines(number, shelf, meant, output), CHUNK):
            keep(chunk)
            for outline in chunk:
                for bucket in _buckets(outline.sketch, len(meant)):
                    buckets[bucket].append(outline.sketch)
    scatter("sketches", key, buckets, output)
    output.note("sketches", key, Shuffled(key))
    return Shuffled(key)


def tie_sketches(bucket: int, sketches: Sequence[str], output: Output) -> Tied:
    """Step 2 for one bucket of what was written under the keys ``sketches``, one for each shelf."""
    key = key_of("ties", str(bucket), *sketches)
    noted = output.noted("ties", key, Tied)
    if noted:
        return msgspec.structs.replace(noted, reused=True)
    found = gather("sketches", sketches, bucket, list[Sketch], output)
    ties = find_ties(sketch for some in found for sketch in some)
    tied = Tied(key, tuple((*pair, strength) for pair, strength in sorted(ties.items())))
    output.note("ties", key, tied)
    return tied


def _outlines(number: int, shelf: Shelf, meant: Sequence[str], output: Output) -> Iterator[Outline]:
    named: defaultdict[str, list[Identity]] = defaultdict(list)
    for identities in gather("meant", meant, number, list[Identity], output):
        for identity in identities:
            for article, part in split(identity, str).items():
                named[article].append(part)
    rarity = load_lexicon().rarity
    for reading in readings_of(shelf, output):
        article = reading.article.id
        sketch = sketch_all([reading], named[article], rarity)[article]
        yield Outline(tuple(named[article]), sketch, find_opening(reading))


def _buckets(sketch: Sketch, count: int) -> set[int]:
    """Where a sketch meets all that may be tied to it; one without a day stands around every day."""
    if sketch.day is None:
        return set(range(count))
    day = sketch.day.toordinal()
    return {day // SPAN % count, (day - REACH) // SPAN % count}
