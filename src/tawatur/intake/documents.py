"""PDF files to articles: the letters put in reading order by where they stand on the page.

A PDF keeps glyphs and places, not text: Arabic comes as presentation forms, in the order it
was painted. Here each line is read from its glyphs' places, right to left with numbers and
Latin words left to right, and its presentation forms become letters again.
"""

import io
import logging
import re
import unicodedata
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTChar, LTTextBox, LTTextLine

from tawatur.errors import SourceError
from tawatur.intake.limits import ORDINARY, Limits
from tawatur.intake.records import article_of
from tawatur.intake.visual import Glyph, is_right_to_left, logical
from tawatur.model import Article

logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # what it warns of comes as a SourceError

_STREAM = re.compile(rb"stream\r?\n")
_UNPACKED = 200_000_000
_EARLY = 0.2
_ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"
_REVERSED = _ARTICLE[::-1]
_ENOUGH = 5


def read_pdf(data: bytes, place: str, limits: Limits = ORDINARY) -> Article:
    """The article of a PDF: one line of text for each paragraph, columns from right to left.

    Raises SourceError where it is damaged or locked, holds pictures of text only, or its letters
    come out in the wrong order.
    """
    _check_streams(data, place)
    try:
        pages = [_paragraphs(page) for page in _pages(data, limits)]
    except MemoryError:
        raise
    except Exception as error:  # the library has no common base for what damaged files make it raise
        raise SourceError(place, f"the PDF cannot be read: {type(error).__name__} {error}".strip()) from error
    text = "\n".join(line for page in pages for line in page)
    if not text.strip():
        raise SourceError(place, "the PDF holds no text, perhaps pictures of it; run OCR over it first")
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
    layout = LAParams(boxes_flow=None)
    for page in extract_pages(io.BytesIO(data), maxpages=limits.pages_of_pdf, laparams=layout):
        yield [box for box in page if isinstance(box, LTTextBox)]


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
    return [Glyph(char.get_text(), char.x0, char.x1) for char in line if isinstance(char, LTChar)]


def _is_reversed(text: str) -> bool:
    """Whether more words end in the article "al-" turned round than begin with it."""
    words = unicodedata.normalize("NFKC", text).split()
    begun = sum(word.startswith(_ARTICLE) for word in words)
    turned = sum(word.endswith(_REVERSED) for word in words if len(word) > len(_REVERSED) + 1)
    return turned > _ENOUGH and turned > begun
