"""Reading measured against taking the article out of its page, and against touching every letter.

Every round reads articles not met before, as a stream of news does: words that are new cost
more than words that have been met, and reading the same articles over and over would hide that.
"""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

import trafilatura
from corpus import page
from timing import Contenders, Timing, race

from tawatur.finders.blocks import find_blocks
from tawatur.finders.events import find_events
from tawatur.finders.mentions import find_mentions
from tawatur.finders.quantities import find_quantities
from tawatur.finders.statements import find_statements
from tawatur.finders.times import find_times
from tawatur.intake import read_page, read_page_fast
from tawatur.lexicon import Lexicon, load_lexicon
from tawatur.model import Article
from tawatur.reading import read_article
from tawatur.text import segment

T = TypeVar("T")

FLOOR = "one `str.translate` pass (floor)"
PAGE = "trafilatura, the page to text"
READING = "**reading, all finders**"
_LETTERS = str.maketrans("أإآٱىی", "اااايي")


def measure_reading(rounds: Sequence[Sequence[Article]]) -> dict[str, Timing]:
    """Timings by contender; each round has articles of its own, the first is a warm-up."""
    return race(_contenders(articles) for articles in rounds)


def measure_stages(rounds: Sequence[Sequence[Article]]) -> dict[str, Timing]:
    """Timings of each stage of reading in its place, after a warm-up round."""
    lexicon = load_lexicon()
    sums = [_stages(articles, lexicon) for articles in rounds][1:]
    return {stage: Timing(tuple(seconds[stage] for seconds in sums)) for stage in sums[0]}


def _contenders(articles: Sequence[Article]) -> Contenders:
    pages = [page(article, articles[i : i + 40]) for i, article in enumerate(articles)]
    texts = [html.decode() for html in pages]
    return {
        FLOOR: lambda: _each(articles, lambda article: article.text.translate(_LETTERS)),
        PAGE: lambda: _each(texts, trafilatura.extract),
        "Tawatur, the page to an article": lambda: _each(pages, lambda html: read_page(html, "page")),
        "the same in bulk (resiliparse)": lambda: _each(pages, lambda html: read_page_fast(html, "page")),
        READING: lambda: _each(articles, read_article),
    }


def _each(items: Sequence[T], use: Callable[[T], object]) -> None:
    for item in items:
        use(item)


def _stages(articles: Sequence[Article], lexicon: Lexicon) -> dict[str, float]:
    """Seconds by stage over some articles."""
    seconds: defaultdict[str, float] = defaultdict(float)
    for article in articles:
        before = time.perf_counter()
        for stage in _annotate_in_steps(article, lexicon):
            now = time.perf_counter()
            seconds[stage] += now - before
            before = now
    return seconds


def _annotate_in_steps(article: Article, lexicon: Lexicon) -> Iterator[str]:
    """``annotate``, which tells after each stage that it is done."""
    document = segment(article)
    yield "segmenting"
    blocks = find_blocks(document, lexicon.page)
    body = document.body(blocks)
    yield "blocks"
    entities = find_mentions(body, lexicon.names)
    yield "mentions"
    times = find_times(body, lexicon.calendar)
    yield "times"
    quantities = find_quantities(body, lexicon.numbers, outside=times)
    yield "quantities"
    statements = find_statements(body, lexicon.speech, entities, times)
    yield "statements"
    find_events(body, lexicon.events, entities, times, quantities, statements)
    yield "events"
