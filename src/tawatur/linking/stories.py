"""Stories: which articles tell of one happening."""

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta
from hashlib import blake2b
from textwrap import shorten

from tawatur.lexicon.rarity import Rarity
from tawatur.linking.features import Sketch, sketch
from tawatur.linking.gathering import group
from tawatur.linking.likeness import alike
from tawatur.model import BlockKind, Copy, Identity, Reading, Story

ALIKE = 0.095
REACH = 30
CROWD = 60
COMPARED = 100
FAINT = 0.03
NAMED = 8
SAMPLE = 50
LONGEST_NAME = 120
TITLES = (BlockKind.TITLE,)
BODY = (BlockKind.SUBHEADING, BlockKind.STANDFIRST, BlockKind.PARAGRAPH)
UNDATED = date.min


def link_stories(
    readings: Sequence[Reading], identities: Sequence[Identity], copies: Sequence[Copy], rarity: Rarity
) -> tuple[Story, ...]:
    """Every article in one story; the order of ``readings`` does not matter.

    How alike two articles are depends on those two alone (shared rare features, faded by the
    days between them; copies are alike whatever their days), so one more article changes nothing
    about the others but whom they stand with.
    """
    sketches = sketch_all(readings, identities, rarity)
    index = StoryIndex()
    for one in sketches.values():
        index.add(one)
    ties = {(one, other): strength for one, other, strength in index.ties()}
    for copy in copies:
        ties[min(copy.articles), max(copy.articles)] = 1.0
    by_id = {reading.article.id: reading for reading in readings}
    groups = group(by_id, ties, at_least=ALIKE)
    return tuple(_story([by_id[article] for article in articles], sketches) for articles in groups)


def sketch_all(
    readings: Sequence[Reading], identities: Sequence[Identity], rarity: Rarity
) -> dict[str, Sketch]:
    """The sketch of every article by its id."""
    named: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for identity in identities:
        for article, entity in identity.members:
            named[article][entity] = identity.id
    return {reading.article.id: sketch(reading, named[reading.article.id], rarity) for reading in readings}


class StoryIndex:
    """Which articles are alike; rebuilt from stored sketches by ``add`` in any order.

    Under every feature stand its articles by day, and only those of the days around are looked
    at, so that adding an article costs what its month costs, however old the ledger is.
    """

    def __init__(self) -> None:
        self._sketches: dict[str, Sketch] = {}
        self._holders: defaultdict[str, list[tuple[date, str]]] = defaultdict(list)

    def add(self, one: Sketch) -> None:
        """Note an article not added before."""
        self._sketches[one.article] = one
        for feature in one.weights:
            insort(self._holders[feature], (one.day or UNDATED, one.article))

    def candidates(self, one: Sketch) -> dict[str, float]:
        """How alike the other articles around are to this one, those that share most with it."""
        shared: Counter[str] = Counter()
        for feature in one.weights:
            shared.update(other for _, other in self._around(feature, one.day))
        shared.pop(one.article, None)
        most = sorted(
            (other for other in shared if shared[other] > 1), key=lambda other: (-shared[other], other)
        )
        found = ((other, alike(one, self._sketches[other])) for other in most[:COMPARED])
        return {other: strength for other, strength in found if strength >= FAINT}

    def ties(self) -> Iterator[tuple[str, str, float]]:
        """Pairs of articles with how alike they are, from the side of each that names the other."""
        for one in self._sketches.values():
            for other, strength in self.candidates(one).items():
                yield min(one.article, other), max(one.article, other), strength

    def _around(self, feature: str, day: date | None) -> list[tuple[date, str]]:
        """Who holds a feature within a month of ``day``, the nearest where it is a crowd.

        Articles without a day stand around every day, and every day around them.
        """
        holders = self._holders.get(feature, [])
        if len(holders) <= CROWD or day is None:
            return holders[:CROWD]
        undated = bisect_left(holders, (UNDATED + timedelta(1),))
        first = bisect_left(holders, (day - timedelta(REACH),), undated)
        last = bisect_left(holders, (day + timedelta(REACH + 1),), first)
        here = bisect_left(holders, (day,), first, last)
        first, last = max(first, here - CROWD // 2), min(last, here + CROWD // 2)
        return holders[: min(undated, CROWD)] + holders[first:last]


def _story(told: list[Reading], sketches: Mapping[str, Sketch]) -> Story:
    ids = tuple(reading.article.id for reading in told)
    days = sorted(reading.article.published for reading in told if reading.article.published)
    return Story(
        id="story-" + blake2b("\n".join(ids).encode(), digest_size=6).hexdigest(),
        articles=ids,
        name=_name(told, sketches),
        words=_words([sketches[article] for article in ids]),
        first=days[0] if days else None,
        last=days[-1] if days else None,
    )


def _name(told: list[Reading], sketches: Mapping[str, Sketch]) -> str:
    """The headline of the article most like the others of its story, among those that have one.

    Where none has a headline, the first line of the most central one's own words, shortened.
    """

    def nearness(reading: Reading) -> tuple[float, str]:
        own = sketches[reading.article.id]
        return -sum(alike(own, sketches[other.article.id]) for other in told), reading.article.id

    by_nearness = sorted(told[:SAMPLE], key=nearness)
    headlines = (reading.article.title or _line(reading, TITLES) for reading in by_nearness)
    name = next((headline for headline in headlines if headline), None) or _line(by_nearness[0], BODY)
    return shorten(name or by_nearness[0].article.id, width=LONGEST_NAME, placeholder="…")


def _line(reading: Reading, kinds: Collection[BlockKind]) -> str | None:
    """The first line of an article that is of one of these kinds."""
    block = next((block for block in reading.blocks if block.kind in kinds), None)
    return reading.article.text[block.start : block.end] if block else None


def _words(sketches: list[Sketch]) -> tuple[str, ...]:
    """The words that weigh most in the articles of a story together."""
    totals: Counter[str] = Counter()
    for one in sketches:
        totals.update({name: weight for name, weight in one.weights.items() if name[0].isalpha()})
    return tuple(sorted(totals, key=lambda name: (-totals[name], name))[:NAMED])
