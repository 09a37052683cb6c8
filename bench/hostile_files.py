"""Small files of every kind that a reader takes, whole; ``hostile.damaged`` breaks them."""

import gzip
import json
import random

from hostile import SENTENCES, mangled_text


def _body(random_: random.Random) -> str:
    return "\n".join(random_.choices(SENTENCES, k=random_.randint(2, 7)))


def plain_file(random_: random.Random) -> bytes:
    front = random_.choice(["", "---\noutlet: الضفة\npublished: 2024-10-23\n---\n"])
    return (front + _body(random_)).encode(
        random_.choice(["utf-8", "utf-16", "windows-1256"]), errors="replace"
    )


def lines_file(random_: random.Random) -> bytes:
    rows = [{"text": mangled_text(random_), "title": "عنوان", "published": "2024-10-23"} for _ in range(2)]
    return "\n".join(json.dumps(row) for row in rows).encode()


def table_file(random_: random.Random) -> bytes:
    return f'title,text,date\nعنوان,"{_body(random_)}",3/10/2024\n'.encode()


def page_file(random_: random.Random) -> bytes:
    body = "".join(f"<p>{line}</p>" for line in _body(random_).split("\n"))
    head = '<meta property="article:published_time" content="2024-10-23">'
    said = random_.choice(["utf-8", "windows-1256", "iso-8859-6", "undefined", "punycode", "utf-16", "\0"])
    linked = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"خبر"}</script>'
    return (
        f'<html><head><meta charset="{said}"><title>عنوان</title>{head}{linked}</head><body>'
        f'<div class="date">23 أكتوبر 2024</div><article><h1>خبر</h1>{body}</article></body></html>'
    ).encode(random_.choice(["utf-8", "utf-8", "windows-1256"]))


def deep_page_file(random_: random.Random) -> bytes:
    """A page of elements nested in each other, or beside each other, about as far as is allowed."""
    tag = random_.choice(["div", "b", "table", "p", "ul", "svg", "x-y", "template", "select"])
    times = random_.choice([3, 10, 30, 100, 300, 990, 1_010, 5_000])
    closed = random_.choice(["", f"</{tag}>"])
    return f"<html><body>{f'<{tag}>{closed}' * times}<p>{SENTENCES[0]}</p></body></html>".encode()


def feed_file(random_: random.Random) -> bytes:
    return (
        "<rss version='2.0'><channel><title>الضفة</title><item><title>خبر</title><link>http://a.b/1</link>"
        f"<pubDate>Wed, 23 Oct 2024 08:00:00 GMT</pubDate><description>{_body(random_)}</description></item>"
        "</channel></rss>"
    ).encode()


def sitemap_file(random_: random.Random) -> bytes:
    return b"<urlset><url><loc>http://a.b/1</loc><lastmod>2024-10-23</lastmod></url></urlset>"


def archive_file(random_: random.Random) -> bytes:
    body = page_file(random_)
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.b/\r\n"
    data = head + f"Content-Length: {len(http)}\r\n\r\n".encode() + http + b"\r\n\r\n"
    return gzip.compress(data, 1) if random_.random() < 0.3 else data


def robots_file(random_: random.Random) -> bytes:
    return b"User-agent: *\nDisallow: /a*b$\nAllow: /a\nCrawl-delay: 2\n"


def packed_file(random_: random.Random) -> bytes:
    return gzip.compress(plain_file(random_), 1)


def bomb_file(random_: random.Random) -> bytes:
    """A packed file that grows a thousand times."""
    return gzip.compress(random_.choice([b" ", b"a", b"<b>", b"[", "ق".encode()]) * 500_000, 9)


def pdf_file(random_: random.Random) -> bytes:
    stream = f"BT /F1 12 Tf 10 10 Td ({random_.choice(['abc', 'a(b', '330'])}) Tj ET"
    page = "/Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<<{page}>>",
        f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    body = "".join(f"{number} 0 obj{one}endobj\n" for number, one in enumerate(objects, 1))
    return f"%PDF-1.4\n{body}trailer<</Root 1 0 R/Size 6>>\n%%EOF".encode()
