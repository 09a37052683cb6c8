"""Stories: which articles tell of one happening."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from hashlib import blake2b
from textwrap import shorten

import msgspec

from tawatur.lexicon.rarity import Rarity
from tawatur.linking.features import Sketch, sketch
from tawatur.linking.gathering import group
from tawatur.linking.likeness import alike
from tawatur.linking.ties import Ties, find_ties
from tawatur.model import BlockKind, Copy, Identity, Reading, Story

ALIKE = 0.095
NAMED = 8
SAMPLE = 50
LONGEST_NAME = 120
TITLES = (BlockKind.TITLE,)
BODY = (BlockKind.SUBHEADING, BlockKind.STANDFIRST, BlockKind.PARAGRAPH)


class Opening(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """How an article begins: when it was published, its headline, the first line of its own words."""

    published: str | None
    headline: str | None
    line: str | None


def link_stories(
    readings: Sequence[Reading], identities: Sequence[Identity], copies: Sequence[Copy], rarity: Rarity
) -> tuple[Story, ...]:
    """Every article in one story; the order of ``readings`` does not matter.

    How alike two articles are depends on those two alone (shared rare features, faded by the
    days between them; copies are alike whatever their days), so one more article changes nothing
    about the others but whom they stand with.
    """
    sketches = sketch_all(readings, identities, rarity)
    ties = find_ties(sketches.values()) | copies_tied(copies)
    openings = {reading.article.id: find_opening(reading) for reading in readings}
    return tuple(tell_story(articles, sketches, openings) for articles in gather(sketches, ties))


def gather(articles: Iterable[str], ties: Ties) -> list[list[str]]:
    """The articles of each story, of all articles that are strongly tied to any of these.

    Whoever is alike by less than ``ALIKE`` to each article of a story does not change it.
    """
    return group(articles, ties, at_least=ALIKE)


def copies_tied(copies: Iterable[Copy]) -> Ties:
    """The ties of copies, which tell of one happening whatever their days."""
    return {(min(copy.articles), max(copy.articles)): 1.0 for copy in copies}


def sketch_all(
    readings: Sequence[Reading], identities: Sequence[Identity], rarity: Rarity
) -> dict[str, Sketch]:
    """The sketch of every article by its id."""
    named: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for identity in identities:
        for article, entity in identity.members:
            named[article][entity] = identity.id
    return {reading.article.id: sketch(reading, named[reading.article.id], rarity) for reading in readings}


def find_opening(reading: Reading) -> Opening:
    """What a story may be named by: the title or the first line of one, and the first line below it."""
    article = reading.article
    return Opening(article.published, article.title or _line(reading, TITLES), _line(reading, BODY))


def story_id(articles: Iterable[str]) -> str:
    """The id of the story of some articles, in order of their ids: the same articles, the same id."""
    return "story-" + blake2b("\n".join(articles).encode(), digest_size=6).hexdigest()


def tell_story(
    articles: Sequence[str], sketches: Mapping[str, Sketch], openings: Mapping[str, Opening]
) -> Story:
    """The story that some articles, in order of their ids, tell."""
    days = sorted(opening.published for article in articles if (opening := openings[article]).published)
    return Story(
        id=story_id(articles),
        articles=tuple(articles),
        name=_name(articles, sketches, openings),
        words=_words([sketches[article] for article in articles]),
        first=days[0] if days else None,
        last=days[-1] if days else None,
    )


def _name(articles: Sequence[str], sketches: Mapping[str, Sketch], openings: Mapping[str, Opening]) -> str:
    """The headline of the article most like the others of its story, among those that have one.

    Where none has a headline, the first line of the most central one's own words, shortened.
    """

    def nearness(article: str) -> tuple[float, str]:
        return -sum(alike(sketches[article], sketches[other]) for other in articles), article

    by_nearness = sorted(articles[:SAMPLE], key=nearness)
    headlines = (openings[article].headline for article in by_nearness)
    name = next((headline for headline in headlines if headline), None) or openings[by_nearness[0]].line
    return shorten(name or by_nearness[0], width=LONGEST_NAME, placeholder="…")


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
