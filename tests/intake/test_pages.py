"""Pages to articles: body, title, standfirst, date and what else they say of themselves."""

import json
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from written_pages import SENTENCES, page

from tawatur.errors import SourceError
from tawatur.intake import Limits, PageReader, read_page, read_page_fast
from tawatur.intake.metadata import date_in_url
from tawatur.model import Article

BOTH = pytest.mark.parametrize("reader", [read_page, read_page_fast])


def article(data: bytes, reader: PageReader = read_page, url: str | None = None) -> Article:
    return reader(data, "p.html", url, Limits())


@BOTH
@pytest.mark.parametrize("charset", ["utf-8", "windows-1256", "iso-8859-6"])
def test_headline_and_paragraphs_are_lines_and_clutter_is_gone(reader: PageReader, charset: str) -> None:
    lines = article(page(charset=charset), reader).text.split("\n")
    assert lines[0] == "البلدية تفتتح جسر المشاة"
    assert [line for line in lines if line in SENTENCES] == list(SENTENCES)
    assert "جميع الحقوق محفوظة لجريدة الضفة" not in lines


def test_json_ld_goes_before_open_graph() -> None:
    linked = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": "الضفة"},
            {
                "@type": ["NewsArticle"],
                "headline": "عنوان البيانات",
                "datePublished": "2024-10-23T10:00:00+03:00",
                "author": [{"@type": "Person", "name": "رنا حداد"}, {"name": "سامي الخطيب"}],
                "publisher": {"@type": "Organization", "name": "جريدة الضفة"},
                "sourceOrganization": {"name": "وكالة النهر"},
            },
        ],
    }
    head = (
        f'<script type="application/ld+json">{json.dumps(linked)}</script>'
        '<meta property="og:title" content="عنوان آخر">'
        '<meta property="article:published_time" content="2020-01-01">'
        '<link rel="canonical" href="/story/1">'
    )
    found = article(page(head=head), url="https://example.org/story/1?utm=x")
    assert found.title == "عنوان البيانات"
    assert found.published == "2024-10-23T10:00:00+03:00"
    assert found.author == "رنا حداد، سامي الخطيب"
    assert found.outlet == "جريدة الضفة"
    assert found.agency == "وكالة النهر"
    assert found.url == "https://example.org/story/1"


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta property="article:published_time" content="2024-10-23T08:00Z">', "2024-10-23T08:00:00+00:00"),
        ('<meta itemprop="datePublished" content="2024-10-23">', "2024-10-23"),
        ('<meta name="pubdate" content="Wed, 23 Oct 2024 08:00:00 GMT">', "2024-10-23T08:00:00+00:00"),
        (
            '<script type="application/ld+json">{broken</script><meta name="date" content="2024/10/23">',
            "2024-10-23",
        ),
        ('<meta property="article:modified_time" content="2024-10-23">', None),
    ],
)
def test_the_date_comes_from_what_the_page_states(head: str, published: str | None) -> None:
    assert article(page(head=head)).published == published


def test_a_date_that_stands_only_on_the_page_is_left_to_the_finder_it_is_handed() -> None:
    data = page(dateline="الأربعاء 23 تشرين الأول 2024")
    assert article(data).published is None
    asked: list[str] = []

    def find_date(line: str) -> str | None:
        asked.append(line)
        return "2024-10-23" if "تشرين" in line else None

    reader = partial(read_page, find_date=find_date)
    assert article(data, reader).published == "2024-10-23"
    assert all(len(line.split()) <= 14 for line in asked)


@pytest.mark.parametrize(
    ("url", "date"),
    [
        ("https://example.org/2024/10/23/a", "2024-10-23"),
        ("https://example.org/news/2024/10/3/9988", "2024-10-03"),
        ("https://example.org/a/202410231044893040-b/", "2024-10-23"),
        ("https://example.org/2013/middle_east/8/3/a", "2013-08-03"),
        ("https://example.org/news/2024-10-23-1.3874341", "2024-10-23"),
        ("https://example.org/2024/a", None),
        ("https://example.org/article/123456789", None),
        ("https://example.org/2024/13/45/", None),
        (None, None),
    ],
)
def test_many_outlets_write_the_date_into_the_address(url: str | None, date: str | None) -> None:
    assert date_in_url(url) == date


def test_a_lead_outside_the_body_is_the_second_line() -> None:
    lead = "جسر للمشاة فوق النهر بعد عامين من العمل، والدخول إليه مجاني للجميع"
    head = f'<meta property="og:description" content="{lead[:40]}">'
    lines = article(page(head=head, lead=f'<div class="lead">{lead}</div>')).text.split("\n")
    assert lines[:2] == ["البلدية تفتتح جسر المشاة", lead]


def test_the_line_a_page_calls_its_subtitle_is_the_second_one_unless_there_are_several() -> None:
    deck = "جسر للمشاة فوق النهر بعد عامين من العمل"
    once = f'<div class="field-op-subtitle"><span>{deck}</span></div>'
    assert article(page(lead=once)).text.split("\n")[1] == deck
    assert deck not in article(page(lead=once + f'<p class="subtitle">{deck} والدخول مجاني</p>')).text


def test_a_page_without_an_article_is_refused() -> None:
    with pytest.raises(SourceError, match="no Arabic article"):
        article(b"<html><head><title>x</title></head><body></body></html>")


@BOTH
def test_nesting_beyond_bounds_is_refused_and_within_is_read(reader: PageReader) -> None:
    deep = page().replace(b"<main>", b"<div>" * 200).replace(b"</main>", b"</div>" * 200)
    assert SENTENCES[0] in article(deep, reader).text
    with pytest.raises(SourceError, match="nests more than 1,000"):
        article(page().replace(b"<main>", b"<div>" * 20_000), reader)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200), st.integers(0, 2000))
def test_a_page_with_noise_in_it_is_read_or_refused(noise: bytes, at: int) -> None:
    data = page()
    with suppress(SourceError):
        assert article(data[:at] + noise + data[at:]).text


@pytest.mark.shared
def test_the_pages_of_the_corpus_have_their_dates_and_bodies(shared: Path) -> None:
    folder = shared / "corpora/html"
    rows = [json.loads(line) for line in (folder / "manifest.jsonl").read_text(encoding="utf-8").splitlines()]
    for row in rows:
        found = read_page((folder / row["file"]).read_bytes(), row["file"], row["url"])
        assert found.title
        assert found.title in row["title"]
        if isinstance(row["gold"], dict):
            assert (found.published or "")[:10] == row["gold"]["date"]


@pytest.mark.shared
def test_a_page_of_the_corpus_has_every_paragraph_of_its_known_text(shared: Path) -> None:
    folder = shared / "corpora/html"
    known = (folder / "newspaper4k_cnn_arabic.txt").read_text(encoding="utf-8").split("\n\n")
    lines = read_page((folder / "newspaper4k_cnn_arabic.html").read_bytes(), "a").text.split("\n")
    assert [line.strip() for line in known] == [line for line in lines if line in map(str.strip, known)]
    marks = json.loads((folder / "trafilatura_assabah.json").read_text(encoding="utf-8"))["evaldata"]
    text = read_page((folder / "trafilatura_assabah.html").read_bytes(), "b").text
    assert all(part in text for part in marks["with"])
    assert not any(part in text for part in marks["without"])


def test_a_page_larger_than_allowed_is_refused() -> None:
    with pytest.raises(SourceError, match="larger than the 100 bytes"):
        read_page(page(), "p.html", None, Limits(page_bytes=100))


def test_a_page_with_more_elements_than_allowed_is_refused() -> None:
    with pytest.raises(SourceError, match="more than 10 elements"):
        read_page(page(), "p.html", None, Limits(elements=10))
