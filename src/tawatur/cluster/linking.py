"""Linking the articles of all shelves, and sorting their stories into groups to compare."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from tawatur.cluster.output import Output, key_of
from tawatur.cluster.reading import Place, Shelf, fetch
from tawatur.lexicon import load_lexicon
from tawatur.model import Identity, Situation, Story
from tawatur.rows import SITUATION_TABLES, situation_rows
from tawatur.situation import Links, link

GROUP = 100
"""Articles whose stories one task compares."""


class Linked(msgspec.Struct, frozen=True):
    """What linking came to: the keys of the groups of stories to compare."""

    key: str
    groups: tuple[str, ...]
    stories: int
    reused: bool = False


class Group(msgspec.Struct, frozen=True):
    """Some stories with the links of their articles and the places of their readings."""

    key: str
    links: Links
    places: dict[str, Place]


def link_shelves(shelves: tuple[Shelf, ...], output: Output) -> Linked:
    """Link everything; write identities, copies and stories; note each group for its task."""
    key = key_of(*(f"{shelf.key} {article}" for shelf in shelves for article in shelf.articles))
    noted = output.noted("links", key, Linked)
    if noted:
        return msgspec.structs.replace(noted, reused=True)
    places = {
        article: Place(shelf.key, number)
        for shelf in shelves
        for number, (article, _) in enumerate(shelf.articles)
    }
    links = link(list(fetch(places.values(), output)), load_lexicon())
    _write_links(links, key, output)
    groups = list(_groups(links, places))
    for group in groups:
        output.note("groups", group.key, group)
    linked = Linked(key, tuple(group.key for group in groups), len(links.stories))
    output.note("links", key, linked)
    return linked


def _write_links(links: Links, key: str, output: Output) -> None:
    found = Situation(identities=links.identities, copies=links.copies, stories=links.stories)
    with output.tables(SITUATION_TABLES, key) as tables:
        tables.write(situation_rows(found))


def _groups(links: Links, places: Mapping[str, Place]) -> Iterator[Group]:
    named = _numbers_by_article([{article for article, _ in i.members} for i in links.identities])
    copied = _numbers_by_article([set(copy.articles) for copy in links.copies])
    for stories in _stories_together(links.stories):
        articles = sorted({article for story in stories for article in story.articles})
        part = Links(
            tuple(_within(links.identities[number], articles) for number in _any_of(named, articles)),
            tuple(links.copies[number] for number in _any_of(copied, articles)),
            tuple(stories),
        )
        here = {article: places[article] for article in articles}
        yield Group(key_of(msgspec.msgpack.encode((part, here))), part, here)


def _stories_together(stories: Sequence[Story]) -> Iterator[list[Story]]:
    """Stories in their order, as many as together have about ``GROUP`` articles."""
    together: list[Story] = []
    for story in stories:
        together.append(story)
        if sum(len(one.articles) for one in together) >= GROUP:
            yield together
            together = []
    if together:
        yield together


def _numbers_by_article(sets: Sequence[set[str]]) -> dict[str, list[int]]:
    numbers: dict[str, list[int]] = {}
    for number, articles in enumerate(sets):
        for article in articles:
            numbers.setdefault(article, []).append(number)
    return numbers


def _any_of(numbers: Mapping[str, list[int]], articles: Sequence[str]) -> list[int]:
    return sorted({number for article in articles for number in numbers.get(article, ())})


def _within(identity: Identity, articles: Sequence[str]) -> Identity:
    """The identity with only its members and mentions in some articles: a country has millions."""
    here = set(articles)
    return msgspec.structs.replace(
        identity,
        members=tuple(member for member in identity.members if member[0] in here),
        mentions=tuple(mention for mention in identity.mentions if mention.article in here),
    )
