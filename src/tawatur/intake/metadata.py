"""What a page says about itself: JSON-LD first, then OpenGraph and the other meta elements."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any
from urllib.parse import urljoin, urlsplit

import msgspec
from selectolax.lexbor import LexborHTMLParser, LexborNode

from tawatur.intake.dates import iso_date

_ARTICLE_TYPES = frozenset(
    {
        "NewsArticle",
        "Article",
        "ReportageNewsArticle",
        "AnalysisNewsArticle",
        "BlogPosting",
        "OpinionNewsArticle",
    }
)
_PUBLISHED = (
    'meta[property="article:published_time"]',
    'meta[itemprop="datePublished"]',
    'meta[name="pubdate"]',
    'meta[name="publish-date"]',
    'meta[name="article:published_time"]',
    'meta[name="DC.date.issued"]',
    'meta[name="dcterms.created"]',
    'meta[name="date"]',
    'meta[name="parsely-pub-date"]',
    'meta[name="cXenseParse:recs:publishtime"]',
    'meta[name="DC.date"]',
    'meta[property="og:published_time"]',
    'meta[name="sailthru.date"]',
    '[itemprop="datePublished"]',
    '[property="schema:datePublished"]',
    "time[pubdate]",
    "article time[datetime]",
    "main time[datetime]",
)
_TITLE = ('meta[property="og:title"]', 'meta[name="twitter:title"]')
_DESCRIPTION = (
    'meta[property="og:description"]',
    'meta[name="description"]',
    'meta[name="twitter:description"]',
)
_OUTLET = ('meta[property="og:site_name"]', 'meta[name="application-name"]')
_AUTHOR = ('meta[name="author"]', 'meta[property="article:author"]', '[rel="author"]', '[itemprop="author"]')
_URL = ('link[rel="canonical"]', 'meta[property="og:url"]')
_DATE_IN_URL = re.compile(r"(?<!\d)(20[0-3]\d)[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
_DIGITS_IN_URL = re.compile(r"(?<!\d)(20[0-3]\d)(\d{2})(\d{2})(?=\D|$|\d{6,}-)")
_SPREAD_DATE = re.compile(r"/(20[0-3]\d)/[a-z_]+/(\d{1,2})/(\d{1,2})/")
_SPACE = re.compile(r"\s+")
_MOST_SCRIPTS = 20
_MOST_DEPTH = 8
_LONGEST_NAME = 120
_NAME_ENDS = re.compile(r"\s+[|–—-]\s+|\s+::\s+")


class Metadata(msgspec.Struct, frozen=True, kw_only=True):
    """What a page says about its article, None where it says nothing; dates are ISO 8601."""

    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    description: str | None = None
    published: str | None = None
    author: str | None = None
    agency: str | None = None


def read_metadata(tree: LexborHTMLParser, url: str | None = None) -> Metadata:
    """The metadata of a parsed page; ``url`` is where it was found, if known."""
    linked = _linked_data(tree)
    address = _address(tree, linked, url)
    outlet = _name(linked.get("publisher")) or _first(tree, _OUTLET) or _host(address)
    return Metadata(
        url=address,
        outlet=outlet,
        title=_without_outlet(_text(linked.get("headline")) or _title(tree), outlet),
        description=_text(linked.get("description")) or _first(tree, _DESCRIPTION),
        published=_published(tree, linked),
        author=_name(linked.get("author")) or _author(tree),
        agency=_name(linked.get("sourceOrganization")) or _name(linked.get("provider")),
    )


def date_in_url(url: str | None) -> str | None:
    """The date that many outlets write into their addresses, as ISO 8601.

    >>> date_in_url("https://example.org/2024/10/23/story")
    '2024-10-23'
    """
    path = urlsplit(url).path if url else ""
    found = _DATE_IN_URL.search(path) or _DIGITS_IN_URL.search(path) or _SPREAD_DATE.search(path)
    return iso_date("-".join(part.zfill(2) for part in found.groups())) if found else None


def _published(tree: LexborHTMLParser, linked: dict[str, Any]) -> str | None:
    stated = iso_date(_text(linked.get("datePublished")))
    if stated:
        return stated
    for selector in _PUBLISHED:
        for node in tree.css(selector):
            for name in ("content", "datetime"):
                if found := iso_date(node.attributes.get(name)):
                    return found
    return None


def _address(tree: LexborHTMLParser, linked: dict[str, Any], url: str | None) -> str | None:
    """The canonical address, made absolute; one that is not http(s) is no address."""
    stated = next((value for selector in _URL if (value := _value(tree.css_first(selector)))), None)
    try:
        joined = urljoin(url or "", stated or _text(linked.get("url")) or "")
        return joined if urlsplit(joined).scheme in ("http", "https") else url
    except ValueError:
        return url


def _host(url: str | None) -> str | None:
    host = urlsplit(url).hostname if url else None
    return host.removeprefix("www.") if host else None


def _title(tree: LexborHTMLParser) -> str | None:
    return _first(tree, _TITLE) or _first(tree, ("h1", "title"))


def _without_outlet(title: str | None, outlet: str | None) -> str | None:
    """The headline without the name of the outlet that many pages hang on it."""
    if not title:
        return None
    parts = _NAME_ENDS.split(title)
    if outlet and len(parts) > 1 and parts[-1].strip() == outlet:
        return title[: title.rindex(parts[-1])].rstrip(" |–—-:")
    return title


def _author(tree: LexborHTMLParser) -> str | None:
    """The first stated author that is a name; an address or a picture is none."""
    for selector in _AUTHOR:
        node = tree.css_first(selector)
        named = node.css_first('[itemprop="name"]') if node else None
        name = _value(named or node)
        if name and "://" not in name and len(name) <= _LONGEST_NAME:
            return name
    return None


def _first(tree: LexborHTMLParser, selectors: tuple[str, ...]) -> str | None:
    return next((value for selector in selectors if (value := _value(tree.css_first(selector)))), None)


def _value(node: LexborNode | None) -> str | None:
    """What a meta or link element states, or the text of any other element."""
    if node is None:
        return None
    if node.tag in ("meta", "link"):
        return _text(node.attributes.get("content") or node.attributes.get("href"))
    return _text(node.text(separator=" "))


def _text(value: object) -> str | None:
    """A string value on one line; the first of a list."""
    if isinstance(value, list) and value:
        value = value[0]
    return (_SPACE.sub(" ", unescape(value)).strip() or None) if isinstance(value, str) else None


def _name(value: object) -> str | None:
    """The name of a person or organisation of JSON-LD; several are joined."""
    if isinstance(value, list):
        names = [name for one in value[:_MOST_SCRIPTS] if (name := _name(one))]
        return "، ".join(dict.fromkeys(names)) or None
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _linked_data(tree: LexborHTMLParser) -> dict[str, Any]:
    """The first object of the page's JSON-LD that is an article; empty where there is none."""
    for script in tree.css('script[type="application/ld+json"]')[:_MOST_SCRIPTS]:
        try:
            data = json.loads(script.text(), strict=False)
        except (ValueError, RecursionError):
            continue
        for found in _objects(data):
            kinds = found.get("@type")
            if _ARTICLE_TYPES.intersection(
                k for k in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(k, str)
            ):
                return found
    return {}


def _objects(data: object, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Every object of a JSON value down to a sensible depth, outer ones first."""
    if depth > _MOST_DEPTH:
        return
    if isinstance(data, dict):
        yield data
        for value in data.values():
            yield from _objects(value, depth + 1)
    elif isinstance(data, list):
        for value in data:
            yield from _objects(value, depth + 1)
