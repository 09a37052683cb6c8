"""What the benchmarks read: Arabic articles, and pages as a site would wrap them."""

import gzip
import html
import json
import random
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from tawatur.intake import Refusal, read_articles
from tawatur.model import Article

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared"
CORPUS = SHARED / "corpora/antcorpus.jsonl.gz"


@cache
def articles(count: int) -> tuple[Article, ...]:
    """A fixed random choice of real articles, or the sample articles over and over."""
    found = [item for item in read_articles([str(_source())]) if not isinstance(item, Refusal)]
    if len(found) >= count:
        return tuple(random.Random(1).sample(found, count))
    rounds = (_renamed(article, f"{article.id}-{i}") for i in range(count) for article in found)
    return tuple(article for article, _ in zip(rounds, range(count), strict=False))


def _source() -> Path:
    return CORPUS if CORPUS.is_file() else HERE.parent / "samples"


def _renamed(article: Article, name: str) -> Article:
    import msgspec

    return msgspec.structs.replace(article, id=name)


def write_corpus(chosen: Sequence[Article], file: Path) -> None:
    """The articles as a corpus file."""
    lines = (json.dumps({k: getattr(a, k) for k in a.__struct_fields__}, ensure_ascii=False) for a in chosen)
    with (
        gzip.open(file, "wt", encoding="utf-8")
        if file.suffix == ".gz"
        else file.open("w", encoding="utf-8") as out
    ):
        out.writelines(f"{line}\n" for line in lines)


def page(article: Article, others: Sequence[Article]) -> bytes:
    """The article as a news site serves it: menus, metadata, related links, scripts, a footer."""
    headlines = [html.escape(other.title or other.id) for other in others]
    body = "\n".join(f"<p>{html.escape(line)}</p>" for line in article.text.splitlines() if line.strip())
    about = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title,
        "datePublished": article.published,
        "publisher": {"@type": "Organization", "name": article.outlet},
    }
    return _PAGE.format(
        title=html.escape(article.title or ""),
        about=json.dumps(about, ensure_ascii=False),
        menu="".join(
            f'<li class="menu-item"><a href="/s/{i}">{SECTIONS[i % len(SECTIONS)]}</a></li>'
            for i in range(60)
        ),
        body=body,
        related="".join(
            f'<div class="card"><a href="/n/{i}"><img src="/i/{i}.jpg" alt=""><h4>{text}</h4></a>'
            f'<time datetime="2024-03-10">10/03/2024</time></div>'
            for i, text in enumerate(headlines)
        ),
        share="".join(
            f'<a class="share share-{i}" href="https://s.example/{i}"><i></i></a>' for i in range(12)
        ),
        script="".join(f"window.q=window.q||[];q.push({{slot:{i},size:[300,250]}});" for i in range(120)),
    ).encode()


SECTIONS = ("سياسة", "اقتصاد", "رياضة", "ثقافة", "مجتمع", "تكنولوجيا", "صحة", "آراء")
_PAGE = """<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{title}</title>
<meta property="og:title" content="{title}"><script type="application/ld+json">{about}</script>
<style>.card{{float:right}}.menu-item{{display:inline}}</style><script>{script}</script></head>
<body><header><nav><ul>{menu}</ul></nav></header><main><article><h1>{title}</h1>
<div class="share-bar">{share}</div><div class="article-body">{body}</div></article>
<aside><h3>اقرأ أيضا</h3>{related}</aside></main>
<footer><ul>{menu}</ul><p>جميع الحقوق محفوظة</p></footer><script>{script}</script></body></html>"""
