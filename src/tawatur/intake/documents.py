"""PDF files to articles: the letters put in reading order by where they stand on the page.

A PDF keeps glyphs and places, not text: Arabic comes as presentation forms, painted in any
order. Here lines are put together from the places of their glyphs and read right to left with
numbers and Latin words left to right, and presentation forms become letters again.
"""

import io
import logging
import re
import unicodedata
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LAParams, LTChar, LTFigure, LTPage, LTTextBox, LTTextLine
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage

from tawatur.errors import SourceError
from tawatur.intake.limits import ORDINARY, Limits
from tawatur.intake.records import article_of
from tawatur.intake.visual import Glyph, is_mark, is_right_to_left, logical, with_brackets_open
from tawatur.model import Article

logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # what it warns of comes as a SourceError

_STREAM = re.compile(rb"stream\r?\n")
_NAMELESS = re.compile(r"\(cid:\d+\)")
_FAULT = "\N{REPLACEMENT CHARACTER}"
_MOST_FAULTS = 0.1
_UNPACKED = 200_000_000
_EARLY = 0.2
_INK = 0.5
_ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"
_REVERSED = _ARTICLE[::-1]
_ENOUGH = 5


def read_pdf(data: bytes, place: str, limits: Limits = ORDINARY) -> Article:
    """The article of a PDF: one line of text for each paragraph, columns from right to left.

    Raises SourceError where it is damaged or locked, holds pictures of text or glyphs without a
    meaning, or its letters come out in the wrong order.
    """
    _check_streams(data, place)
    try:
        pages = [_paragraphs(page) for page in _pages(data, limits)]
    except MemoryError:
        raise
    except Exception as error:  # the library has no common base for what damaged files make it raise
        raise SourceError(place, f"the PDF cannot be read: {type(error).__name__} {error}".strip()) from error
    text = with_brackets_open("\n".join(line for page in pages for line in page))
    if not text.strip():
        raise SourceError(place, "the PDF holds no text, perhaps pictures of it; run OCR over it first")
    if text.count(_FAULT) > _MOST_FAULTS * len(text):
        raise SourceError(place, "the PDF does not tell which letters its glyphs are; run OCR over it first")
    if _is_reversed(text):
        raise SourceError(
            place, "the letters of the PDF come in the wrong order; take the text from its source"
        )
    return article_of({"text": text}, place, limits)


def _check_streams(data: bytes, place: str) -> None:
    """Refuse a file whose packed streams would grow beyond all bounds."""
    total = 0
    for found in _STREAM.finditer(data):
        end = data.find(b"endstream", found.end())
        packed = data[found.end() : end if end > 0 else len(data)]
        try:
            total += len(zlib.decompressobj().decompress(packed, _UNPACKED - total + 1))
        except zlib.error:
            continue
        if total > _UNPACKED:
            raise SourceError(place, f"the PDF grows beyond {_UNPACKED:,} bytes when unpacked")


def _pages(data: bytes, limits: Limits) -> Iterator[Sequence[LTTextBox]]:
    """The boxes of text on each page, its glyphs taken in rows whatever order they were painted in."""
    resources = PDFResourceManager()
    device = PDFPageAggregator(resources, laparams=None)
    interpreter = PDFPageInterpreter(resources, device)
    for source in PDFPage.get_pages(io.BytesIO(data), maxpages=limits.pages_of_pdf):
        interpreter.process_page(source)
        painted = device.get_result()
        page = LTPage(painted.pageid, painted.bbox, painted.rotate)
        page.extend(in_rows(_glyphs_on(painted)))
        page.analyze(LAParams(boxes_flow=None))
        yield [box for box in page if isinstance(box, LTTextBox)]


def _glyphs_on(place: LTPage | LTFigure) -> Iterator[LTChar]:
    """Every glyph that can be seen; vowel marks, which have no width, are given that of their ink."""
    for thing in place:
        if isinstance(thing, LTFigure):
            yield from _glyphs_on(thing)
        elif isinstance(thing, LTChar) and (thing.width or is_mark(thing.get_text())):
            if not thing.width:
                thing.set_bbox((thing.x0, thing.y0, thing.x0 + _INK * thing.height, thing.y1))
            yield thing


def in_rows(glyphs: Iterable[Any]) -> list[Any]:
    """Glyphs (with x0, y0, y1, y upwards) row by row from the top, each from left to right.

    A glyph whose middle lies within the first one of a row belongs to that row.
    """
    rows: list[list[Any]] = []
    for glyph in sorted(glyphs, key=lambda glyph: -(glyph.y0 + glyph.y1)):
        if not rows or glyph.y0 + glyph.y1 < 2 * rows[-1][0].y0:
            rows.append([])
        rows[-1].append(glyph)
    return [glyph for row in rows for glyph in sorted(row, key=lambda glyph: glyph.x0)]


def _paragraphs(boxes: Sequence[LTTextBox]) -> list[str]:
    return [paragraph for box in in_reading_order(boxes) for paragraph in _paragraphs_of(box)]


def in_reading_order(boxes: Sequence[Any]) -> list[Any]:
    """Boxes (with x0, x1, y0, y1, y upwards) column by column from the right, else from the top."""
    if len(boxes) < 2:
        return list(boxes)
    columns = _cut(sorted(boxes, key=lambda box: -box.x1), lambda box: (-box.x1, -box.x0))
    if len(columns) > 1:
        return [box for column in columns for box in in_reading_order(column)]
    bands = _cut(sorted(boxes, key=lambda box: -box.y1), lambda box: (-box.y1, -box.y0))
    if len(bands) > 1:
        return [*in_reading_order(bands[0]), *in_reading_order([box for band in bands[1:] for box in band])]
    return sorted(boxes, key=lambda box: (-box.y1, -box.x1))


def _cut(boxes: list[Any], extent: Any) -> list[list[Any]]:
    """Sorted boxes in groups with a clear gap between them."""
    groups: list[list[Any]] = []
    reach = 0.0
    for box in boxes:
        start, end = extent(box)
        if not groups or start > reach:
            groups.append([])
            reach = end
        groups[-1].append(box)
        reach = max(reach, end)
    return groups


def _paragraphs_of(box: LTTextBox) -> Iterator[str]:
    """The lines of a box as paragraphs: one ends where a line stops well before the left edge."""
    right_to_left = is_right_to_left(box.get_text())
    gathered: list[str] = []
    for line in box:
        text = logical(_glyphs(line), right_to_left=right_to_left)
        if text:
            gathered.append(text)
        if gathered and line.x0 > box.x0 + _EARLY * box.width:
            yield " ".join(gathered)
            gathered = []
    if gathered:
        yield " ".join(gathered)


def _glyphs(line: LTTextLine) -> list[Glyph]:
    return [Glyph(_named(char.get_text()), char.x0, char.x1) for char in line if isinstance(char, LTChar)]


def _named(letters: str) -> str:
    """The letters of a glyph; U+FFFD where the file does not tell which they are."""
    return _FAULT if _NAMELESS.fullmatch(letters) else letters


def _is_reversed(text: str) -> bool:
    """Whether more words end in the article "al-" turned round than begin with it."""
    words = unicodedata.normalize("NFKC", text).split()
    begun = sum(word.startswith(_ARTICLE) for word in words)
    turned = sum(word.endswith(_REVERSED) for word in words if len(word) > len(_REVERSED) + 1)
    return turned > _ENOUGH and turned > begun
