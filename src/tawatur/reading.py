"""Reading one article: every finder in order, each handed just what it needs."""

import re

import msgspec

from tawatur.finders.blocks import find_blocks
from tawatur.finders.events import find_events
from tawatur.finders.mentions import find_mentions
from tawatur.finders.quantities import find_quantities
from tawatur.finders.repeats import NO_REPEATS, Repeats
from tawatur.finders.statements import find_statements
from tawatur.finders.times import find_times
from tawatur.lexicon import Lexicon, load_lexicon
from tawatur.model import Article, Reading
from tawatur.text import Document, segment

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def read_article(article: Article, repeats: Repeats = NO_REPEATS) -> Reading:
    """The reading of one article with the lexicon that ships with Tawatur.

    ``repeats`` are the lines that outlets were learned to repeat (see ``finders.repeats``).
    """
    lexicon = load_lexicon()
    if article.outlet in repeats:
        page = lexicon.page.with_repeats({article.outlet: repeats[article.outlet]})
        lexicon = msgspec.structs.replace(lexicon, page=page)
    return annotate(segment(article), lexicon)


def find_date(line: str) -> str | None:
    """The day that a line of a page names in full, in ISO 8601, as the times finder reads it.

    >>> find_date("الأربعاء 23 تشرين الأول 2024")
    '2024-10-23'
    """
    times = find_times(segment(Article(id="line", text=line)), load_lexicon().calendar)
    days = (found[0] for time in times if (found := _DAY.match(time.value)))
    return next(days, None)


def annotate(document: Document, lexicon: Lexicon) -> Reading:
    """Everything found in a document; its clutter is marked and then left alone."""
    blocks = find_blocks(document, lexicon.page)
    body = document.body(blocks)
    entities = find_mentions(body, lexicon.names)
    times = find_times(body, lexicon.calendar)
    quantities = find_quantities(body, lexicon.numbers, outside=times)
    statements = find_statements(body, lexicon.speech, entities, times)
    events = find_events(body, lexicon.events, entities, times, quantities, statements)
    return Reading(document.article, blocks, entities, times, quantities, statements, events)
