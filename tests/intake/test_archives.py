"""Web archives written and damaged by hand."""

import gzip
import io
from pathlib import Path

from written_pages import SENTENCES, mislabelled_page, page

from tawatur.intake import Limits, Refusal, read_articles
from tawatur.intake.archives import read_archive
from tawatur.model import Article


def record(
    url: str, body: bytes, media: str = "text/html", status: str = "200 OK", packed: bool = False
) -> bytes:
    """One HTTP answer as a WARC record."""
    headers = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n"
    if packed:
        body = gzip.compress(body)
        headers += "Content-Encoding: gzip\r\n"
    payload = f"{headers}Content-Length: {len(body)}\r\n\r\n".encode() + body
    return warc("response", url, payload)


def warc(kind: str, url: str, payload: bytes) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nContent-Length: {len(payload)}\r\n\r\n"
    )
    return head.encode() + payload + b"\r\n\r\n"


ARCHIVE = b"".join(
    [
        warc("warcinfo", "x", b"software: a test"),
        record("http://example.org/1", page(title="الخبر الأول")),
        record("http://example.org/picture", b"\x89PNG", "image/png"),
        record("http://example.org/moved", b"", status="301 Moved"),
        record("http://example.org/empty", b"<html></html>"),
        record("http://example.org/2", page(title="الخبر الثاني"), packed=True),
    ]
)


def test_an_archive_gives_its_pages_packed_or_not(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(ARCHIVE)
    (tmp_path / "b.warc.gz").write_bytes(gzip.compress(ARCHIVE))
    found = list(read_articles([str(tmp_path)]))
    assert [type(item) for item in found] == [Article, Refusal, Article] * 2
    first = found[0]
    assert isinstance(first, Article)
    assert (first.url, first.title) == ("http://example.org/1", "الخبر الأول")
    assert SENTENCES[2] in first.text


def test_a_damaged_archive_gives_what_is_whole(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(gzip.compress(ARCHIVE)[:-40])
    found = list(read_articles([str(tmp_path)]))
    assert isinstance(found[0], Article)
    assert isinstance(found[-1], Refusal)


def test_a_bomb_in_an_archive_is_refused() -> None:
    stream = io.BytesIO(record("http://example.org/b", b"<p>" + b"a" * 5_000_000, packed=True))
    (found,) = read_archive(stream, "a.warc", Limits(article_bytes=1_000_000))
    assert found == Refusal("a.warc#http://example.org/b", "larger than the 1,000,000 bytes allowed")


def test_chunks_are_put_together() -> None:
    body = page()
    chunked = b"%x\r\n%b\r\n%x;a=b\r\n%b\r\n0\r\n\r\n" % (500, body[:500], len(body) - 500, body[500:])
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    (found,) = read_archive(io.BytesIO(warc("response", "http://example.org/1", head + chunked)), "a.warc")
    assert isinstance(found, Article)
    assert found.text.split("\n")[-1] == SENTENCES[-1]


def test_a_damaged_record_is_set_aside_and_the_next_is_read() -> None:
    good = record("http://example.org/1", page())
    bad = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: many\r\n\r\nnoise\r\n"
    found = list(read_archive(io.BytesIO(bad + good + b"more noise"), "a.warc"))
    assert [type(item) for item in found] == [Refusal, Article]


def test_the_encoding_in_an_archived_answer_goes_before_the_one_in_the_page() -> None:
    data = record("http://example.org/1", mislabelled_page(), 'text/html; charset="iso-8859-6"')
    (found,) = read_archive(io.BytesIO(data), "a.warc")
    assert isinstance(found, Article)
    assert SENTENCES[0] in found.text
