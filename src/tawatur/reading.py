"""Reading one article: every finder in order, each handed just what it needs."""

from tawatur.finders.blocks import find_blocks
from tawatur.finders.events import find_events
from tawatur.finders.mentions import find_mentions
from tawatur.finders.quantities import find_quantities
from tawatur.finders.statements import find_statements
from tawatur.finders.times import find_times
from tawatur.lexicon import Lexicon, load_lexicon
from tawatur.model import Article, Reading
from tawatur.text import Document, segment


def read_article(article: Article) -> Reading:
    """The reading of one article with the lexicon that ships with Tawatur."""
    return annotate(segment(article), load_lexicon())


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
