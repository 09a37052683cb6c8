"""Watching feeds: what is new since the last look, and pages whose entry says they changed."""

import time
from collections.abc import Callable, Iterator, Sequence
from itertools import count

import msgspec

from tawatur.errors import SourceError
from tawatur.intake.answers import Fetches, Known
from tawatur.intake.feeds import Entry, is_listing, read_listing
from tawatur.intake.languages import other_language
from tawatur.intake.limits import ORDINARY, Limits, Refusal
from tawatur.intake.pages import PageReader, read_page
from tawatur.intake.web import read_entry
from tawatur.model import Article

_ATTEMPTS = 3
_MOST_SEEN = 200_000
_DEEPEST = 2


class Watched(msgspec.Struct, kw_only=True):
    """What is known so far; the caller keeps it (``msgspec.json.encode``) between runs.

    ``known`` has the version of each listing, ``seen`` the state in which each entry was read,
    ``versions`` the id of the article it gave, ``failed`` how often its page could not be read.
    """

    known: dict[str, Known] = {}
    seen: dict[str, str] = {}
    versions: dict[str, str] = {}
    failed: dict[str, int] = {}


def watch(
    feeds: Sequence[str],
    watched: Watched,
    fetcher: Fetches,
    *,
    every: float = 300.0,
    rounds: int | None = None,
    limits: Limits = ORDINARY,
    page: PageReader = read_page,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[Article | Refusal]:
    """New and revised articles of feeds, round after round, ``every`` so many seconds.

    Without ``rounds`` it never ends. A feed that cannot be reached comes as a Refusal and is
    asked again in the next round, so a lost network costs nothing but time.
    """
    for number in count() if rounds is None else range(rounds):
        if number:
            sleep(every)
        yield from poll(feeds, watched, fetcher, limits, page)


def poll(
    feeds: Sequence[str],
    watched: Watched,
    fetcher: Fetches,
    limits: Limits = ORDINARY,
    page: PageReader = read_page,
) -> Iterator[Article | Refusal]:
    """One look at each feed: what is new or revised since ``watched``, which is brought up to date.

    A revised page comes as an article with the same url and another id.
    """
    for feed in feeds:
        try:
            for entry in _changed_entries(feed, watched, fetcher, limits):
                found = _in_arabic(read_entry(entry, fetcher, limits, page))
                if _is_news(found, entry, watched):
                    yield found
        except SourceError as error:
            yield Refusal(error.place, error.problem)
    _forget_oldest(watched)


def feeds_of(data: bytes, place: str, limits: Limits = ORDINARY) -> tuple[str, ...]:
    """The addresses of the feeds an OPML file names; raises SourceError where it names none."""
    feeds = read_listing(data, place, limits).further
    if not feeds:
        raise SourceError(place, "names no feeds; an OPML file lists them as outline elements with xmlUrl")
    return feeds


def _changed_entries(
    url: str, watched: Watched, fetcher: Fetches, limits: Limits, depth: int = 0
) -> Iterator[Entry]:
    """The entries of a listing that were not seen in this state, if the listing has changed at all."""
    answer = fetcher.fetch(url, watched.known.get(url, Known()))
    if answer.data is None:
        return
    if not is_listing(answer.data):
        raise SourceError(url, "neither a feed nor a sitemap")
    listing = read_listing(answer.data, url, limits)
    for entry in listing.entries:
        if entry.url and watched.seen.get(entry.url) != _state(entry):
            yield entry
    for further in listing.further if depth < _DEEPEST else ():
        yield from _changed_entries(further, watched, fetcher, limits, depth + 1)
    if not any(entry.url in watched.failed for entry in listing.entries):
        watched.known[url] = answer.known


def _state(entry: Entry) -> str:
    return f"{entry.changed or entry.published or ''} {entry.title or ''}"


def _in_arabic(item: Article | Refusal) -> Article | Refusal:
    language = other_language(item.text) if isinstance(item, Article) else None
    return Refusal(item.place or "", f"not in Arabic but in {language}") if language else item


def _is_news(found: Article | Refusal, entry: Entry, watched: Watched) -> bool:
    """Whether to tell of what an entry gave; a page that fails is tried again, but not for ever."""
    url = entry.url or ""
    if isinstance(found, Refusal):
        watched.failed[url] = watched.failed.get(url, 0) + 1
        if watched.failed[url] >= _ATTEMPTS:
            watched.seen[url] = _state(entry)
            del watched.failed[url]
        return True
    watched.failed.pop(url, None)
    watched.seen[url] = _state(entry)
    is_new = watched.versions.get(url) != found.id
    watched.versions[url] = found.id
    return is_new


def _forget_oldest(watched: Watched) -> None:
    for table in (watched.seen, watched.versions, watched.failed):
        for url in list(table)[: max(0, len(table) - _MOST_SEEN)]:
            del table[url]
