"""Web archives: the pages of a WARC file.

WARC is a header, a length and so many bytes, again and again (ISO 28500); it is read here
without a library, so that a damaged archive can do no more than lose its damaged records.
"""

import io
import zlib
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from tawatur.errors import SourceError
from tawatur.intake.answers import media_and_charset
from tawatur.intake.limits import ORDINARY, Limits, Refusal
from tawatur.intake.packed import buffered
from tawatur.intake.pages import PageReader, read_page
from tawatur.model import Article

_MAGIC = b"WARC/"
_LINE = 1 << 14
_HEADERS = 200
_CHUNK = 1 << 20
_PAGE_MEDIA = ("text/html", "application/xhtml+xml")
_AUTOMATIC = zlib.MAX_WBITS | 32
_BARE = -zlib.MAX_WBITS

Headers = dict[bytes, bytes]


class _Answer(msgspec.Struct, frozen=True):
    """An archived HTTP answer."""

    status: bytes
    headers: Headers
    body: bytes

    @property
    def content_type(self) -> str:
        """What the server said it is."""
        return self.headers.get(b"content-type", b"").decode(errors="replace")


def read_archive(
    stream: BinaryIO, place: str, limits: Limits = ORDINARY, page: PageReader = read_page
) -> Iterator[Article | Refusal]:
    """The article of each HTML answer of a WARC file; a page without an article is a Refusal.

    Other records, redirects and pictures are passed over in silence. What is damaged is a
    Refusal, and the reading goes on at the next record.
    """
    ahead = buffered(stream)
    for number, headers in enumerate(_headers(ahead), 1):
        where = f"{place}#{headers.get(b'warc-target-uri', str(number).encode()).decode(errors='replace')}"
        try:
            payload = _payload(ahead, headers, where, limits)
            if payload is not None:
                answer = _parsed(payload, where)
                if _is_page(answer):
                    url = headers.get(b"warc-target-uri", b"").decode(errors="replace").strip("<>")
                    charset = media_and_charset(answer.content_type)[1]
                    yield page(_unpacked(answer, where, limits), where, url or None, limits, charset=charset)
        except SourceError as error:
            yield Refusal(error.place, error.problem)


def _headers(stream: io.BufferedReader) -> Iterator[Headers]:
    """The header of each record; between records, everything up to the next one is skipped."""
    while line := stream.readline(_LINE):
        if line.startswith(_MAGIC):
            yield _header_lines(stream)


def _header_lines(stream: io.BufferedReader | io.BytesIO) -> Headers:
    headers: Headers = {}
    for _ in range(_HEADERS):
        line = stream.readline(_LINE)
        if not line.strip():
            break
        name, _, value = line.partition(b":")
        headers[name.strip().lower()] = value.strip()
    return headers


def _payload(stream: io.BufferedReader, headers: Headers, where: str, limits: Limits) -> bytes | None:
    """The bytes of a response, None for any other record, whose bytes are skipped."""
    stated = headers.get(b"content-length", b"")
    if not stated.isdigit() or len(stated) > 15:
        raise SourceError(where, "the record is damaged: it does not say how long it is")
    length = int(stated)
    if headers.get(b"warc-type", b"").lower() != b"response":
        _skip(stream, length)
        return None
    if length > limits.article_bytes:
        _skip(stream, length)
        raise SourceError(where, f"larger than the {limits.article_bytes:,} bytes allowed")
    payload = stream.read(length)
    if len(payload) < length:
        raise SourceError(where, "the archive breaks off in the middle of this record")
    return payload


def _skip(stream: io.BufferedReader, length: int) -> None:
    while length > 0 and (gone := len(stream.read(min(length, _CHUNK)))):
        length -= gone


def _parsed(payload: bytes, where: str) -> _Answer:
    rest = io.BytesIO(payload)
    first = rest.readline(_LINE).split(None, 2)
    if len(first) < 2 or not first[0].startswith(b"HTTP/"):
        raise SourceError(where, "the record is damaged: it does not begin with an HTTP status")
    headers = _header_lines(rest)
    return _Answer(first[1], headers, rest.read())


def _is_page(answer: _Answer) -> bool:
    return answer.status == b"200" and answer.content_type.lower().startswith(_PAGE_MEDIA)


def _unpacked(answer: _Answer, where: str, limits: Limits) -> bytes:
    """The body as the site meant it: put together from its chunks and decompressed."""
    body = answer.body
    if answer.headers.get(b"transfer-encoding", b"").lower() == b"chunked":
        body = _joined(body)
    packing = answer.headers.get(b"content-encoding", b"identity").lower()
    if packing in (b"gzip", b"x-gzip", b"deflate"):
        return _inflated(body, where, limits)
    if packing not in (b"identity", b"none", b"") and b"<" not in body[:_LINE]:
        raise SourceError(where, f"packed as {packing.decode(errors='replace')}, which is not read")
    return body


def _joined(body: bytes) -> bytes:
    """The chunks of a chunked body; a body that is not in chunks, as it is."""
    stream = io.BytesIO(body)
    parts: list[bytes] = []
    while line := stream.readline(_LINE):
        try:
            size = int(line.split(b";")[0], 16)
        except ValueError:
            return b"".join(parts) or body
        if size <= 0:
            break
        parts.append(stream.read(size))
        stream.readline(_LINE)
    return b"".join(parts)


def _inflated(body: bytes, where: str, limits: Limits) -> bytes:
    """A decompressed body; archives that were unpacked but still say otherwise are let be."""
    for bits in (_AUTOMATIC, _BARE):
        try:
            data = zlib.decompressobj(bits).decompress(body, limits.article_bytes + 1)
        except zlib.error:
            continue
        if len(data) > limits.article_bytes:
            raise SourceError(where, f"larger than the {limits.article_bytes:,} bytes allowed")
        return data
    if b"<" not in body[:_LINE]:
        raise SourceError(where, "the record is damaged: it cannot be decompressed")
    return body
