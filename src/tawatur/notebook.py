"""Reading in a notebook: one call for a text or a file, shown with its highlights.

>>> import tawatur
>>> tawatur.read("قال الوزير سامي الخطيب إن الطريق مفتوح.")  # doctest: +SKIP
"""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple, Protocol

from tawatur.errors import RequestError, SourceError
from tawatur.intake import Refusal, read_articles
from tawatur.intake.records import article_of
from tawatur.model import Reading
from tawatur.reading import read_article
from tawatur.rows import READING_TABLES, reading_rows
from tawatur.rows.frames import Frame


class Spanned(Protocol):
    """Anything with a place in the text."""

    @property
    def start(self) -> int:
        """The first code point."""

    @property
    def end(self) -> int:
        """The code point after the last."""


class Read:
    """One article as it was read: what was found, as values and as tables."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.article = reading.article
        self.blocks = reading.blocks
        self.entities = reading.entities
        self.times = reading.times
        self.quantities = reading.quantities
        self.statements = reading.statements
        self.events = reading.events

    def words(self, item: Spanned | None) -> str:
        """The words at a span, a time, a quantity or whatever else has a start and an end."""
        return self.article.text[item.start : item.end] if item else ""

    def table(self, name: str) -> Frame:
        """One table of what was found: ``statements``, ``quantities``, ``times``, ``mentions`` and so on.

        Raises RequestError for a table there is none of.
        """
        if name not in READING_TABLES:
            raise RequestError(f"no table {name!r}; there are {', '.join(READING_TABLES)}")
        return Frame(reading_rows(self.reading)[name], READING_TABLES[name])

    def __repr__(self) -> str:
        found = {name: len(rows) for name, rows in reading_rows(self.reading).items() if name != "articles"}
        counts = ", ".join(f"{count} {name}" for name, count in found.items() if count)
        return f"<Read {self.reading.article.id}: {counts or 'nothing found'}>"

    def _repr_html_(self) -> str:
        """The text with everything marked that was found in it; hovering tells what."""
        return reading_html(self.reading)


def read(
    source: str | Path,
    *,
    outlet: str | None = None,
    url: str | None = None,
    title: str | None = None,
    published: str | None = None,
) -> Read:
    """Read one article: a ``str`` is its text, a ``Path`` the file it stands in.

    ``published`` (ISO 8601) resolves expressions such as «أمس». Raises SourceError where there is
    no text or the file cannot be read, RequestError where it holds several articles (see ``read_all``).
    """
    if isinstance(source, Path):
        found = list(read_all([source]))
        if len(found) != 1:
            raise RequestError(f"{source} holds {len(found)} articles; use tawatur.read_all")
        return found[0]
    record = {"text": source, "outlet": outlet, "url": url, "title": title, "published": published}
    article = article_of(record, "the text")
    return Read(read_article(article))


def read_all(paths: Iterable[str | Path]) -> Iterator[Read]:
    """Read every article of files and folders. Raises SourceError at the first that cannot be read."""
    for item in read_articles([str(path) for path in paths]):
        if isinstance(item, Refusal):
            raise SourceError(item.place, item.problem)
        yield Read(read_article(item))


class _Mark(NamedTuple):
    start: int
    end: int
    kind: str
    about: str


def reading_html(reading: Reading) -> str:
    """The article as HTML with marks and a legend; everything from the text is escaped."""
    marks = list(_marks(reading))
    blocks = "".join(
        f'<p dir="auto" class="tw-{block.kind.value}">{_marked(reading, block.start, block.end, marks)}</p>'
        for block in reading.blocks
    )
    legend = " ".join(f'<span class="tw-{kind}">{kind}</span>' for kind in _COLOURS)
    return f'<style>{_STYLE}</style><div class="tw" dir="rtl"><div dir="ltr">{legend}</div>{blocks}</div>'


def _marks(reading: Reading) -> Iterator[_Mark]:
    for statement in reading.statements:
        speaker = statement.speaker or "unknown speaker"
        yield _Mark(statement.cue.start, statement.cue.end, "cue", f"{statement.act}: {statement.rule}")
        if statement.source:
            yield _Mark(statement.source.start, statement.source.end, "source", speaker)
        for span in statement.content:
            yield _Mark(span.start, span.end, "content", f"{speaker}, {statement.form}")
    for entity in reading.entities:
        for mention in entity.mentions:
            yield _Mark(mention.start, mention.end, "mention", f"{entity.type}: {entity.name}")
    for time in reading.times:
        yield _Mark(time.start, time.end, "time", time.value)
    for quantity in reading.quantities:
        bounds = f"{quantity.modifier}: {quantity.low} to {quantity.high} {quantity.unit or ''}"
        yield _Mark(quantity.start, quantity.end, "quantity", bounds)


def _marked(reading: Reading, start: int, end: int, marks: list[_Mark]) -> str:
    """A stretch of the text, cut wherever a mark begins or ends."""
    text = reading.article.text
    here = [mark for mark in marks if mark.start < end and start < mark.end]
    edges = {edge for mark in here for edge in (mark.start, mark.end) if start < edge < end}
    return "".join(
        _piece(text[a:b], [mark for mark in here if mark.start <= a and b <= mark.end])
        for a, b in pairwise(sorted({start, end} | edges))
    )


def _piece(words: str, marks: list[_Mark]) -> str:
    if not marks:
        return escape(words)
    kinds = " ".join(f"tw-{mark.kind}" for mark in marks)
    about = escape("\n".join(mark.about for mark in marks))
    return f'<span class="{kinds}" title="{about}">{escape(words)}</span>'


_COLOURS = {
    "cue": "font-weight: 700",
    "source": "border-bottom: 2px solid #2f6f73",
    "content": "background: #2f6f7322",
    "mention": "border-bottom: 1px dotted currentColor",
    "time": "background: #b5562b33",
    "quantity": "background: #d9a40044",
}
_STYLE = (
    ".tw { line-height: 1.9; max-width: 46em } .tw-boilerplate { opacity: .45 } "
    ".tw-title { font-weight: 700; font-size: 1.2em } "
    + " ".join(f".tw-{kind} {{ {style} }}" for kind, style in _COLOURS.items())
)
