"""Web archives: the Arabic pages of a WARC file, compressed or not."""

from collections.abc import Iterator
from typing import Any, BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecordType

from tawatur.errors import SourceError
from tawatur.intake.limits import ORDINARY, Limits, Refusal
from tawatur.intake.pages import PageReader, read_page
from tawatur.model import Article

_PAGE_MEDIA = ("text/html", "application/xhtml+xml")
_FOUND = 200


def read_archive(
    stream: BinaryIO, place: str, limits: Limits = ORDINARY, page: PageReader = read_page
) -> Iterator[Article | Refusal]:
    """The article of each HTML answer of a WARC file; a page without an article is a Refusal.

    Other records, redirects and pictures are passed over in silence. A damaged archive ends
    with a Refusal that says where.
    """
    records = ArchiveIterator(
        stream,
        record_types=WarcRecordType.response,
        parse_http=True,
        max_content_length=limits.article_bytes,
        auto_decode="all",
    )
    number = 0
    while True:
        try:
            record = next(records, None)
        except (OSError, ValueError, RuntimeError, EOFError) as error:
            yield Refusal(f"{place}#{number + 1}", f"the archive is damaged here: {error}")
            return
        if record is None:
            return
        number += 1
        if _is_page(record):
            yield _article(record, place, limits, page)


def _is_page(record: Any) -> bool:
    headers = record.http_headers
    return (
        headers is not None
        and headers.status_code == _FOUND
        and (record.http_content_type or "").lower().startswith(_PAGE_MEDIA)
    )


def _article(record: Any, place: str, limits: Limits, page: PageReader) -> Article | Refusal:
    url = record.headers.get("WARC-Target-URI")
    where = f"{place}#{url}"
    try:
        data = record.reader.read(limits.article_bytes + 1)
        if len(data) > limits.article_bytes:
            return Refusal(where, f"larger than the {limits.article_bytes:,} bytes allowed")
        return page(data, where, url, limits)
    except SourceError as error:
        return Refusal(error.place, error.problem)
    except (OSError, ValueError, EOFError) as error:
        return Refusal(where, f"the record is damaged: {error}")
