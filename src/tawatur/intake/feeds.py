"""Feeds and lists of addresses: RSS and Atom, sitemaps, OPML."""

import io
from collections.abc import Iterator
from typing import Any

import feedparser
import msgspec
from lxml import etree

from tawatur.errors import SourceError
from tawatur.intake.dates import iso_date
from tawatur.intake.limits import ORDINARY, Limits

_SITEMAPS = frozenset({"urlset", "sitemapindex"})
_FEEDS = frozenset({"rss", "feed", "RDF"})
_MOST_LINKS = 50_000


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """What a feed or sitemap says about one article; ``html`` is what it carries of its text."""

    url: str | None = None
    title: str | None = None
    published: str | None = None
    changed: str | None = None
    author: str | None = None
    outlet: str | None = None
    html: str | None = None


class Listing(msgspec.Struct, frozen=True):
    """The entries of a feed or sitemap, and the addresses of further listings it names."""

    entries: tuple[Entry, ...] = ()
    further: tuple[str, ...] = ()


def is_listing(data: bytes) -> bool:
    """Whether bytes are a feed, a sitemap or an OPML file, told by the first element."""
    return _root_name(data) in _SITEMAPS | _FEEDS | {"opml"}


def read_listing(data: bytes, place: str, limits: Limits = ORDINARY) -> Listing:
    """The entries of an RSS or Atom feed, a sitemap, a sitemap index or an OPML file.

    Entities are not expanded and nothing is loaded. Raises SourceError where it is none of these.
    """
    name = _root_name(data)
    if name in _FEEDS and len(data) > limits.page_bytes:
        raise SourceError(place, f"the feed is larger than the {limits.page_bytes:,} bytes allowed")
    if name in _FEEDS:
        return Listing(tuple(_feed_entries(data, limits)))
    if name in _SITEMAPS:
        return _sitemap(_parsed(data, place), limits)
    if name == "opml":
        found = _parsed(data, place).xpath("//*[local-name()='outline']/@xmlUrl")
        return Listing(further=tuple(map(str, found[:_MOST_LINKS])))
    raise SourceError(place, "neither a feed nor a sitemap nor an OPML file")


def _root_name(data: bytes) -> str | None:
    """The local name of the first element, read no further than needed."""
    try:
        for _, element in etree.iterparse(
            io.BytesIO(data[:100_000]),
            events=("start",),
            resolve_entities=False,
            no_network=True,
            recover=True,
        ):
            return _local_name(element)
    except (etree.XMLSyntaxError, ValueError):
        pass
    return None


def _local_name(element: Any) -> str:
    """The name of an element without namespace and prefix, however broken."""
    return str(element.tag).rpartition("}")[2].rpartition(":")[2]


def _parsed(data: bytes, place: str) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise SourceError(place, f"not XML: {error}") from error
    if root is None:
        raise SourceError(place, "not XML")
    return root


def _feed_entries(data: bytes, limits: Limits) -> Iterator[Entry]:
    feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    outlet = feed.feed.get("title")
    for entry in feed.entries[: limits.entries_of_feed]:
        contents = [content.get("value") for content in entry.get("content", ())]
        changed = dict.get(entry, "updated")  # entry.get would hand out the date of publication
        yield Entry(
            url=entry.get("link"),
            title=entry.get("title"),
            published=iso_date(entry.get("published")) or iso_date(changed),
            changed=changed,
            author=entry.get("author"),
            outlet=outlet,
            html=max([*filter(None, contents), entry.get("summary") or ""], key=len) or None,
        )


def _sitemap(root: Any, limits: Limits) -> Listing:
    """Addresses with the dates that news sitemaps give; a sitemap index names further ones."""
    if _local_name(root) == "sitemapindex":
        found = root.xpath("./*[local-name()='sitemap']/*[local-name()='loc']/text()")
        return Listing(further=tuple(str(one).strip() for one in found[:_MOST_LINKS]))
    rows = root.xpath("./*[local-name()='url']")[: limits.entries_of_feed]
    return Listing(tuple(_sitemap_entry(row) for row in rows))


def _sitemap_entry(row: Any) -> Entry:
    said: dict[str, str] = {}
    for element in row.iter(tag=etree.Element):
        said.setdefault(_local_name(element), (element.text or "").strip())
    return Entry(
        url=said.get("loc") or None,
        title=said.get("title") or None,
        published=iso_date(said.get("publication_date")),
        changed=said.get("lastmod") or None,
        outlet=said.get("name") or None,
    )
