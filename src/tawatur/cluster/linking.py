"""Linking the articles of all shelves, and sorting their stories into groups to compare."""

from collections.abc import Iterator, Mapping

import msgspec

from tawatur.cluster.copying import Copies
from tawatur.cluster.output import Output, key_of
from tawatur.cluster.reading import Place, Shelf, fetch
from tawatur.errors import LedgerError
from tawatur.lexicon import load_lexicon
from tawatur.model import Copy, Identity, Situation
from tawatur.rows import SITUATION_TABLES, situation_rows
from tawatur.situation import Links, by_story, link_copied

GROUP = 100
"""Articles whose stories one task compares."""


class Linked(msgspec.Struct, frozen=True):
    """What linking came to: the keys of the groups of stories to compare."""

    key: str
    groups: tuple[str, ...]
    stories: int
    reused: bool = False


class Group(msgspec.Struct, frozen=True):
    """Some stories, each with its links, and the places of their readings."""

    key: str
    stories: tuple[Links, ...]
    places: dict[str, Place]


def link_shelves(shelves: tuple[Shelf, ...], copied: tuple[str, ...], output: Output) -> Linked:
    """Link everything, the copies noted under the keys ``copied`` among it; note each group to compare.

    Writes the tables of identities, copies and stories, and the other tables of a situation
    empty, so that each has a file even where nothing is found.
    """
    key = key_of(
        "links", *copied, *(f"{shelf.key} {article}" for shelf in shelves for article in shelf.articles)
    )
    noted = output.noted("links", key, Linked)
    if noted:
        return msgspec.structs.replace(noted, reused=True)
    places = {
        article: Place(shelf.key, number)
        for shelf in shelves
        for number, (article, _) in enumerate(shelf.articles)
    }
    links = link_copied(list(fetch(places.values(), output)), _copies(copied, output), load_lexicon())
    found = Situation(identities=links.identities, copies=links.copies, stories=links.stories)
    with output.tables(SITUATION_TABLES, key) as tables:
        tables.write(situation_rows(found))
    groups = list(_groups(links, places))
    for group in groups:
        output.note("groups", group.key, group)
    linked = Linked(key, tuple(group.key for group in groups), len(links.stories))
    output.note("links", key, linked)
    return linked


def _copies(keys: tuple[str, ...], output: Output) -> tuple[Copy, ...]:
    """All copies, in the order in which one machine would have found them."""
    found: list[Copy] = []
    for key in keys:
        noted = output.noted("copies", key, Copies)
        if noted is None:
            raise LedgerError(f"{output.url}: a file of this batch has been removed; run it again")
        found.extend(noted.copies)
    return tuple(sorted(found, key=lambda copy: sorted(copy.articles)))


def _groups(links: Links, places: Mapping[str, Place]) -> Iterator[Group]:
    """The stories in their order, as many together as have about ``GROUP`` articles."""
    together: list[Links] = []
    for part in by_story(links):
        together.append(_within_story(part))
        if sum(len(one.stories[0].articles) for one in together) >= GROUP:
            yield _group(together, places)
            together = []
    if together:
        yield _group(together, places)


def _group(stories: list[Links], places: Mapping[str, Place]) -> Group:
    articles = sorted({article for part in stories for story in part.stories for article in story.articles})
    here = {article: places[article] for article in articles}
    return Group(key_of("group", msgspec.msgpack.encode((stories, here))), tuple(stories), here)


def _within_story(part: Links) -> Links:
    """The links of one story with identities cut down to its articles: a country has millions of mentions."""
    articles = frozenset(part.stories[0].articles)
    identities = tuple(_within(identity, articles) for identity in part.identities)
    return msgspec.structs.replace(part, identities=identities)


def _within(identity: Identity, articles: frozenset[str]) -> Identity:
    return msgspec.structs.replace(
        identity,
        members=tuple(member for member in identity.members if member[0] in articles),
        mentions=tuple(mention for mention in identity.mentions if mention.article in articles),
    )
