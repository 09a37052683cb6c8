"""Feeds, sitemaps, lists of feeds and pages of a real server to articles."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from small_sites import Served, serve
from written_pages import SENTENCES, feed, mislabelled_page, page

from tawatur.errors import SourceError
from tawatur.intake import Limits, Manners, Refusal, read_articles
from tawatur.intake.feeds import is_listing, read_listing
from tawatur.intake.fetching import Fetcher
from tawatur.model import Article

HERE = Manners(private=True, seconds_between=0, attempts=1)
WHEN = "Wed, 23 Oct 2024 08:00:00 GMT"


@pytest.fixture
def site() -> Iterator[Served]:
    with serve({"/1": page(title="الخبر الأول"), "/2": page(title="الخبر الثاني")}) as served:
        served.pages["/feed"] = feed(
            (f"{served.url}/1", "الأول", WHEN),
            (f"{served.url}/gone", "الغائب", WHEN),
            (f"{served.url}/2", "الثاني", WHEN),
        )
        yield served


def read(*paths: str) -> list[Article | Refusal]:
    with Fetcher(HERE) as fetcher:
        return list(read_articles(paths, fetcher=fetcher))


def test_the_address_of_a_page_gives_its_article(site: Served) -> None:
    (article,) = read(f"{site.url}/1")
    assert isinstance(article, Article)
    assert article.text.split("\n")[:2] == ["الخبر الأول", SENTENCES[0]]
    assert (article.url, article.place) == (f"{site.url}/1", f"{site.url}/1")


def test_the_encoding_a_server_names_goes_before_the_one_in_the_page(site: Served) -> None:
    site.pages["/3"] = (200, {"Content-Type": "text/html; charset=ISO-8859-6"}, mislabelled_page())
    site.pages["/4"] = (200, {"Content-Type": "text/html"}, mislabelled_page())
    named, unnamed = read(f"{site.url}/3", f"{site.url}/4")
    assert isinstance(named, Article)
    assert SENTENCES[0] in named.text
    assert isinstance(unnamed, Article)
    assert SENTENCES[0] not in unnamed.text


def test_a_feed_gives_the_articles_it_names_with_what_only_it_knows(site: Served) -> None:
    first, gone, second = read(f"{site.url}/feed")
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.title, second.title) == ("الخبر الأول", "الخبر الثاني")
    assert first.published == "2024-10-23T08:00:00+00:00"
    assert gone == Refusal(f"{site.url}/gone", "the server answers 404")


def test_sitemaps_and_their_indexes_lead_to_articles(site: Served) -> None:
    site.pages["/index.xml"] = f"""<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
    <sitemap><loc>{site.url}/map.xml</loc></sitemap></sitemapindex>""".encode()
    site.pages[
        "/map.xml"
    ] = f"""<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
    xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>{site.url}/1</loc><!-- one -->
    <news:news><news:publication_date>2024-10-23</news:publication_date><news:title>خ</news:title></news:news>
    </url></urlset>""".encode()
    (article,) = read(f"{site.url}/index.xml")
    assert isinstance(article, Article)
    assert (article.url, article.published) == (f"{site.url}/1", "2024-10-23")


def test_an_opml_file_leads_to_feeds_and_their_articles(site: Served, tmp_path: Path) -> None:
    file = tmp_path / "feeds.opml"
    file.write_text(
        f'<opml><body><outline text="x"><outline xmlUrl="{site.url}/feed"/></outline></body></opml>',
        encoding="utf-8",
    )
    assert [type(item) for item in read(str(file))] == [Article, Refusal, Article]


def test_a_saved_feed_gives_the_texts_it_carries(tmp_path: Path) -> None:
    body = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    file = tmp_path / "saved.xml"
    file.write_text(
        f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>جريدة الضفة</title><entry><title>الجسر</title>
        <link href="http://example.org/1"/><updated>2024-10-23T08:00:00Z</updated>
        <content type="html"><![CDATA[{body}<script>alert(1)</script>]]></content></entry></feed>""",
        encoding="utf-8",
    )
    (article,) = read_articles([str(file)])
    assert isinstance(article, Article)
    assert article.text.split("\n") == ["الجسر", *SENTENCES]
    assert (article.outlet, article.published) == ("جريدة الضفة", "2024-10-23T08:00:00+00:00")


def test_a_feed_whose_pages_fail_still_gives_the_texts_it_carries(site: Served) -> None:
    body = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES * 2)
    site.pages["/full"] = feed((f"{site.url}/gone", "الجسر", WHEN)).replace(
        b"</item>", f"<description><![CDATA[{body}]]></description></item>".encode()
    )
    (article,) = read(f"{site.url}/full")
    assert isinstance(article, Article)
    assert SENTENCES[3] in article.text


BOMB = b"""<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">
<!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;">
<!ENTITY g "&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;"><!ENTITY h "&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;">
<!ENTITY x SYSTEM "file:///etc/passwd">]>"""


@pytest.mark.parametrize(
    "body",
    [
        b"<rss version='2.0'><channel><item><title>&h;&x;</title><link>http://a/</link></item></channel></rss>",
        b"<urlset><url><loc>http://a/&h;&x;</loc></url></urlset>",
        b"<opml><body><outline xmlUrl='http://a/&h;'/></body></opml>",
    ],
)
def test_entities_are_neither_expanded_nor_loaded(body: bytes) -> None:
    listing = read_listing(BOMB + body, "a", Limits())
    assert len(repr(listing)) < 10_000
    assert "root:" not in repr(listing)


@pytest.mark.parametrize("data", [b"", b"<html></html>", b"{}", b"\x00\xff", b"<?xml ?>"])
def test_what_is_no_listing_is_not_taken_for_one(data: bytes) -> None:
    assert not is_listing(data)


def test_a_feed_larger_than_allowed_is_refused() -> None:
    with pytest.raises(SourceError, match="larger than the 100 bytes"):
        read_listing(feed(("http://example.org/1", "خبر", WHEN)), "a", Limits(page_bytes=100))
