"""Telling and comparing the stories of one group."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from tawatur.cluster.kept import fetch
from tawatur.cluster.linking import Group
from tawatur.cluster.output import Output
from tawatur.cluster.reading import READINGS
from tawatur.cluster.sketching import OUTLINES, Outline
from tawatur.errors import LedgerError
from tawatur.lexicon import load_lexicon
from tawatur.linking.stories import tell_story
from tawatur.model import Copy, Identity, Reading, Situation
from tawatur.rows import situation_rows
from tawatur.situation import Links, combine, compare

TABLES = ("stories", "origins", "measures", "claims", "findings", "timeline", "positions")


class Compared(msgspec.Struct, frozen=True):
    """That a group has been compared."""

    key: str
    reused: bool = False


def compare_group(key: str, output: Output) -> Compared:
    """Write each story of a noted group, and what its articles say about the same things."""
    if output.noted("compared", key, Compared):
        return Compared(key, reused=True)
    group = output.noted("groups", key, Group)
    if group is None:
        raise LedgerError(f"{output.url}: a file of this batch has been removed; run it again")
    kept = fetch(READINGS, (place for place, _ in group.places.values()), Reading, output)
    readings = {reading.article.id: reading for reading in kept}
    outlined = fetch(OUTLINES, (place for _, place in group.places.values()), Outline, output)
    outlines = {outline.sketch.article: outline for outline in outlined}
    links = [_links(story, outlines, group.copies) for story in group.stories]
    lexicon = load_lexicon()
    parts = (
        compare([readings[article] for article in part.stories[0].articles], part, lexicon) for part in links
    )
    articles = tuple(reading.article for reading in readings.values())
    stories = tuple(story for part in links for story in part.stories)
    rows = situation_rows(combine(parts, Situation(articles, stories=stories)))
    with output.tables(TABLES, key) as tables:
        tables.write({name: rows[name] for name in TABLES})
    output.note("compared", key, Compared(key))
    return Compared(key)


def _links(articles: Sequence[str], outlines: Mapping[str, Outline], copies: Iterable[Copy]) -> Links:
    """The links that concern one story."""
    told = {article: outlines[article] for article in articles}
    sketches = {article: one.sketch for article, one in told.items()}
    story = tell_story(articles, sketches, {article: one.opening for article, one in told.items()})
    here = tuple(copy for copy in copies if not told.keys().isdisjoint(copy.articles))
    return Links(_joined(part for one in told.values() for part in one.identities), here, (story,))


def _joined(parts: Iterable[Identity]) -> tuple[Identity, ...]:
    """Identities put together again from what each article has of them, in order of their ids."""
    by_id: defaultdict[str, list[Identity]] = defaultdict(list)
    for part in parts:
        by_id[part.id].append(part)
    return tuple(
        msgspec.structs.replace(
            some[0],
            members=tuple(member for part in some for member in part.members),
            mentions=tuple(mention for part in some for mention in part.mentions),
        )
        for _, some in sorted(by_id.items())
    )
