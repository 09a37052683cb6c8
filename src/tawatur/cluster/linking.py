"""Gathering the stories of all shelves, and sorting them into groups to compare.

The one task that sees all articles sees of each its id, its ties and its copies.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

import msgspec

from tawatur.cluster.copying import Copies
from tawatur.cluster.kept import Place
from tawatur.cluster.output import Output, key_of
from tawatur.cluster.reading import Shelf
from tawatur.cluster.sketching import Tied
from tawatur.errors import LedgerError
from tawatur.linking.stories import copies_tied, gather
from tawatur.linking.ties import Ties
from tawatur.model import Copy
from tawatur.rows import SITUATION_TABLES

T = TypeVar("T")

GROUP = 100
"""Articles whose stories one task compares."""

Places = Mapping[str, tuple[Place, Place]]


class Linked(msgspec.Struct, frozen=True):
    """What linking came to: the keys of the groups of stories to compare."""

    key: str
    groups: tuple[str, ...]
    stories: int
    reused: bool = False


class Group(msgspec.Struct, frozen=True):
    """Some stories by the ids of their articles, the copies among them, and the places of each article.

    The places are those of its reading and of its outline.
    """

    key: str
    stories: tuple[tuple[str, ...], ...]
    copies: tuple[Copy, ...]
    places: dict[str, tuple[Place, Place]]


def gather_stories(
    shelves: Sequence[Shelf],
    sketches: Sequence[str],
    tied: Sequence[str],
    copied: Sequence[str],
    output: Output,
) -> Linked:
    """Gather the stories from the ties and copies noted under these keys; note each group to compare.

    Writes all tables of a situation empty, so that each has a file even where nothing is found.
    """
    key = key_of("links", *copied, *tied, *sketches)
    noted = output.noted("links", key, Linked)
    if noted:
        return msgspec.structs.replace(noted, reused=True)
    places = {
        article: (Place(shelf.key, number), Place(outlines, number))
        for shelf, outlines in zip(shelves, sketches, strict=True)
        for number, (article, _) in enumerate(shelf.articles)
    }
    copies = _copies(copied, output)
    stories = gather(places, _ties(tied, output) | copies_tied(copies))
    with output.tables(SITUATION_TABLES, key):
        groups = list(_groups(stories, copies, places))
    for group in groups:
        output.note("groups", group.key, group)
    linked = Linked(key, tuple(group.key for group in groups), len(stories))
    output.note("links", key, linked)
    return linked


def _copies(keys: Iterable[str], output: Output) -> list[Copy]:
    """All copies, in the order in which one machine would have found them."""
    found = [copy for key in keys for copy in _noted("copies", key, Copies, output).copies]
    return sorted(found, key=lambda copy: sorted(copy.articles))


def _ties(keys: Iterable[str], output: Output) -> Ties:
    return {
        (one, other): strength
        for key in keys
        for one, other, strength in _noted("ties", key, Tied, output).ties
    }


def _noted(stage: str, key: str, shape: type[T], output: Output) -> T:
    noted = output.noted(stage, key, shape)
    if noted is None:
        raise LedgerError(f"{output.url}: a file of this batch has been removed; run it again")
    return noted


def _groups(stories: Iterable[Sequence[str]], copies: Iterable[Copy], places: Places) -> Iterator[Group]:
    """The stories in their order, as many together as have about ``GROUP`` articles."""
    copied: defaultdict[str, list[Copy]] = defaultdict(list)
    for copy in copies:
        for article in copy.articles:
            copied[article].append(copy)
    for together in _together(stories):
        articles = sorted(article for story in together for article in story)
        theirs = {copy.id: copy for article in articles for copy in copied[article]}
        ordered = tuple(sorted(theirs.values(), key=lambda copy: sorted(copy.articles)))
        here = {article: places[article] for article in articles}
        key = key_of("group", msgspec.msgpack.encode((together, ordered, here)))
        yield Group(key, tuple(together), ordered, here)


def _together(stories: Iterable[Sequence[str]]) -> Iterator[list[tuple[str, ...]]]:
    together: list[tuple[str, ...]] = []
    size = 0
    for story in stories:
        together.append(tuple(story))
        size += len(story)
        if size >= GROUP:
            yield together
            together, size = [], 0
    if together:
        yield together
