"""Addresses to articles: pages, and the pages that feeds, sitemaps and lists of feeds name."""

import io
from collections.abc import Iterator

import msgspec
from selectolax.lexbor import LexborHTMLParser

from tawatur.errors import SourceError
from tawatur.intake.answers import Answer, Fetches
from tawatur.intake.contents import read_contents
from tawatur.intake.feeds import Entry, Listing, is_listing, read_listing
from tawatur.intake.limits import ORDINARY, Limits, Refusal
from tawatur.intake.pages import PageReader, read_page
from tawatur.intake.records import article_of
from tawatur.model import Article

_DEEPEST = 2
_ENOUGH = 400


def read_address(
    url: str,
    fetcher: Fetches,
    limits: Limits = ORDINARY,
    page: PageReader = read_page,
    depth: int = 0,
) -> Iterator[Article | Refusal]:
    """The article at an address, or all articles that the feed or sitemap there names.

    What cannot be fetched or read comes as a Refusal with its address.
    """
    try:
        answer = fetcher.fetch(url)
        if answer.data is None:
            return
        if is_listing(answer.data):
            yield from read_listed(read_listing(answer.data, url, limits), fetcher, limits, page, depth)
        else:
            yield from read_answer(answer, limits, page)
    except SourceError as error:
        yield Refusal(error.place, error.problem)


def read_listed(
    listing: Listing,
    fetcher: Fetches,
    limits: Limits = ORDINARY,
    page: PageReader = read_page,
    depth: int = 0,
) -> Iterator[Article | Refusal]:
    """The article of each entry of a listing, then those of the listings it names in turn."""
    for entry in listing.entries:
        yield read_entry(entry, fetcher, limits, page)
    for url in listing.further if depth < _DEEPEST else ():
        yield from read_address(url, fetcher, limits, page, depth + 1)


def read_entry(
    entry: Entry, fetcher: Fetches, limits: Limits = ORDINARY, page: PageReader = read_page
) -> Article | Refusal:
    """The article an entry links to; where the page fails, what the feed itself carries of it."""
    try:
        if not entry.url:
            return entry_article(entry, "an entry without a link", limits)
        found = next(read_answer(fetcher.fetch(entry.url), limits, page), None)
        if isinstance(found, Article):
            return with_entry(found, entry)
        return found or Refusal(entry.url, "nothing to read")
    except SourceError as error:
        if entry.html and len(entry.html) >= _ENOUGH:
            try:
                return entry_article(entry, error.place, limits)
            except SourceError:
                pass
        return Refusal(error.place, error.problem)


def read_answer(answer: Answer, limits: Limits, page: PageReader) -> Iterator[Article | Refusal]:
    """The articles of a fetched document, whatever it is; raises SourceError where it is empty."""
    if not answer.data:
        raise SourceError(answer.url, "empty")
    return read_contents(io.BytesIO(answer.data), answer.url, limits, page, answer.url, answer.charset)


def entry_article(entry: Entry, place: str, limits: Limits = ORDINARY) -> Article:
    """The article a feed carries whole; raises SourceError where it carries no text."""
    tree = LexborHTMLParser(entry.html or "")
    tree.strip_tags(["script", "style"])
    body = tree.body
    paragraphs = body.text(separator="\n").split("\n") if body else []
    lines = [line for line in [entry.title or "", *map(str.strip, paragraphs)] if line]
    record = {
        "text": "\n".join(lines) if len(lines) > bool(entry.title) else "",
        "url": entry.url,
        "title": entry.title,
        "outlet": entry.outlet,
        "author": entry.author,
        "published": entry.published,
    }
    return article_of(record, place, limits)


def with_entry(article: Article, entry: Entry) -> Article:
    """An article with what its feed knows and its page does not say."""
    return msgspec.structs.replace(
        article,
        title=article.title or entry.title,
        published=article.published or entry.published,
        author=article.author or entry.author,
        outlet=article.outlet or entry.outlet,
    )
