"""Comparing the stories of one group."""

import msgspec

from tawatur.cluster.linking import Group
from tawatur.cluster.output import Output
from tawatur.cluster.reading import fetch
from tawatur.errors import LedgerError
from tawatur.lexicon import load_lexicon
from tawatur.model import Situation
from tawatur.rows import situation_rows
from tawatur.situation import combine, compare

TABLES = ("origins", "measures", "claims", "findings", "timeline", "positions")


class Compared(msgspec.Struct, frozen=True):
    """That a group has been compared."""

    key: str
    reused: bool = False


def compare_group(key: str, output: Output) -> Compared:
    """Write what the articles of each story of a noted group say about the same things."""
    if output.noted("compared", key, Compared):
        return Compared(key, reused=True)
    group = output.noted("groups", key, Group)
    if group is None:
        raise LedgerError(f"{output.url}: a file of this batch has been removed; run it again")
    readings = {reading.article.id: reading for reading in fetch(group.places.values(), output)}
    lexicon = load_lexicon()
    parts = [
        compare([readings[article] for article in part.stories[0].articles], part, lexicon)
        for part in group.stories
    ]
    articles = tuple(reading.article for reading in readings.values())
    rows = situation_rows(combine(parts, Situation(articles)))
    with output.tables(TABLES, key) as tables:
        tables.write({name: rows[name] for name in TABLES})
    output.note("compared", key, Compared(key))
    return Compared(key)
