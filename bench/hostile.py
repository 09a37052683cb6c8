"""Hostile text and small files of every kind, and ways to damage them."""

import gzip
import json
import random

SENTENCES = (
    "قال المتحدث باسم الوزارة سامي الخطيب يوم الأربعاء إن نحو 10 آلاف شخص غادروا المدينة.",
    "ونفى مسؤول في الشركة، طلب عدم ذكر اسمه، أن يكون «العدد أكبر من 1,500 عامل» كما ذكرت الصحيفة.",
    'وأضاف: "لم نتلق أي بلاغ بين 23 و28 أكتوبر/تشرين الأول 2024"، مشيراً إلى أن التحقيق مستمر.',
    "وبحسب وكالة الأنباء فإن ما يصل إلى مئتي ألف طن، أي 12,5 في المئة، ضاعت خلال العامين الماضيين.",
    "شاهد أيضاً: كيف تغير النهر؟",
    "The river seen from the bridge (Photo: agency)",
    "الرئيسية أخبار رياضة اقتصاد",
    "كتبت: رنا حداد",
)
PIECES = (
    *('"', "«", "»", "“", "”", "(", ")", "[", "]", ".", "..", "…", "؟", "!", "،", ":", ";", "-", "–", "ـ"),
    *("\n", "\r\n", "\u2028", "\x0b", "\x85", " ", "\t", "\xa0", "\u200b", "\u200f", "\u202e", "\u2066"),
    *("\ufeff", "\0", "\ud800", "\udfff", "\U0010ffff", "\ufffd", "ﷺ", "ﻻ", "ﻫ", "َ", "ّ", "ٰ", "\u0654"),
    *("پ", "گ", "ی", "٣", "۴", "قال ", "إن ", "أن ", "لم ", "وأكد ", "بحسب ", "نقلاً عن ", "رويترز "),
    *("ألف ", "مليون ", "مئة ", "نحو ", "بين ", "من ", "إلى ", "و", "ال", "وزير ", "الدفاع ", "محمد "),
    *("روسيا ", "يوم ", "الأحد ", "عام ", "2024", "12:30", "١٢٫٥", "%", "$", "http://a.b/", "a@b.c", "*"),
    *("<p>", "</div>", "<!--", "&#0;", "&amp;", "]]>", "{", "}", '"text":', "\\u", ","),
)


def mangled_text(random_: random.Random) -> str:
    parts = []
    for _ in range(random_.randint(1, 14)):
        kind = random_.random()
        if kind < 0.4:
            parts.append(random_.choice(SENTENCES))
        elif kind < 0.8:
            parts.append(random_.choice(PIECES) * random_.choice([1, 1, 1, 2, 3, 20]))
        elif kind < 0.9:
            parts.append("".join(chr(random_.randrange(0x600, 0x700)) for _ in range(random_.randint(1, 9))))
        else:
            parts.append("".join(chr(random_.randrange(0x110000)) for _ in range(random_.randint(1, 5))))
    if random_.random() < 0.3:
        at = random_.randrange(len(parts))
        parts[at] = parts[at][: random_.randint(0, len(parts[at]))]
    return random_.choice(["", " ", "\n"]).join(parts)


def damaged(data: bytes, random_: random.Random) -> bytes:
    """The bytes with some of them changed, gone, doubled or cut off."""
    changed = bytearray(data)
    for _ in range(random_.randint(0, 5)):
        at = random_.randrange(len(changed) + 1)
        kind = random_.random()
        if kind < 0.3:
            changed[at : at + 1] = bytes([random_.randrange(256)])
        elif kind < 0.5:
            del changed[at : at + random_.randint(1, 60)]
        elif kind < 0.7:
            changed[at:at] = random_.randbytes(random_.randint(1, 9))
        elif kind < 0.85:
            changed[at:at] = random_.choice(PIECES).encode("utf-8", errors="surrogatepass")
        else:
            changed[at:at] = changed[at : at + 80] * random_.randint(1, 4)
    return bytes(changed[: random_.randrange(len(changed) + 1)] if random_.random() < 0.1 else changed)


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
    linked = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"خبر"}</script>'
    return (
        f"<html><head><title>عنوان</title>{head}{linked}</head><body>"
        f'<div class="date">23 أكتوبر 2024</div><article><h1>خبر</h1>{body}</article></body></html>'
    ).encode()


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
