"""What bytes without a telling name hold, told by how they begin."""

from collections.abc import Iterator
from typing import BinaryIO

from tawatur.errors import SourceError
from tawatur.intake.archives import read_archive
from tawatur.intake.extras import needs
from tawatur.intake.limits import ORDINARY, Limits, Refusal
from tawatur.intake.lines import read_json_lines, record_of
from tawatur.intake.packed import buffered, unpacked
from tawatur.intake.pages import PageReader, read_page
from tawatur.intake.records import article_of
from tawatur.intake.texts import read_text
from tawatur.model import Article

_PEEK = 4096
_BLANK = b"\xef\xbb\xbf \t\r\n"
_GZIP = b"\x1f\x8b"
_PAGE_STARTS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<article", b"<div", b"<meta")


def read_contents(
    stream: BinaryIO,
    place: str,
    limits: Limits = ORDINARY,
    page: PageReader = read_page,
    url: str | None = None,
    charset: str | None = None,
) -> Iterator[Article | Refusal]:
    """The articles of a stream: JSON Lines, JSON, a page, a PDF, a web archive or a text.

    ``url`` is where it was fetched from, if it was, and ``charset`` the encoding its server
    named. Raises SourceError where nothing in it can be read.
    """
    ahead = buffered(stream)
    start = ahead.peek(_PEEK)[:_PEEK]
    if start.startswith(_GZIP):
        ahead = unpacked(ahead, place, limits)
        start = ahead.peek(_PEEK)[:_PEEK]
    begins = start.lstrip(_BLANK).lower()
    if begins.startswith(b"{"):
        yield from read_json_lines(ahead, place, limits)
    elif begins.startswith(b"["):
        yield from read_json(whole(ahead, place, limits), place, limits)
    elif begins.startswith(b"%pdf-"):
        yield pdf_article(whole(ahead, place, limits), place, limits)
    elif begins.startswith(b"warc/"):
        yield from read_archive(ahead, place, limits, page)
    elif begins.startswith(_PAGE_STARTS) or b"<html" in begins:
        yield page(whole(ahead, place, limits), place, url, limits, charset=charset)
    else:
        record = {"url": url} if url else None
        yield read_text(whole(ahead, place, limits), place, limits, record, charset)


def read_json(data: bytes, place: str, limits: Limits = ORDINARY) -> Iterator[Article | Refusal]:
    """The article of one JSON record, or those of a list of records."""
    if not data.lstrip(_BLANK).startswith(b"["):
        yield article_of(record_of(data, place), place, limits)
        return
    records = record_of(b'{"records":' + data.lstrip(_BLANK) + b"}", place)["records"]
    for number, record in enumerate(records, 1):
        where = f"{place}#{number}"
        try:
            if not isinstance(record, dict):
                raise SourceError(where, "not a JSON object")
            yield article_of(record, where, limits)
        except SourceError as error:
            yield Refusal(error.place, error.problem)


def whole(stream: BinaryIO, place: str, limits: Limits) -> bytes:
    """All bytes of what holds one article; raises SourceError where there are none or too many."""
    data = stream.read(limits.article_bytes + 1)
    if len(data) > limits.article_bytes:
        raise SourceError(place, f"larger than the {limits.article_bytes:,} bytes allowed for one article")
    if not data.strip():
        raise SourceError(place, "empty")
    return data


def pdf_article(data: bytes, place: str, limits: Limits) -> Article:
    """The article of a PDF; raises RequestError where the library for it is missing."""
    with needs("pdf", "Reading PDF files"):
        from tawatur.intake.documents import read_pdf
    return read_pdf(data, place, limits)
