"""Readings written by hand, so that tests of comparison do not hang on what the finders find today."""

from collections.abc import Sequence
from typing import Any

import msgspec

from tawatur.comparison.contents import Told, tell
from tawatur.comparison.terms import Terms
from tawatur.lexicon.meaning import load_meaning
from tawatur.lexicon.rarity import load_rarity
from tawatur.model import (
    Act,
    Article,
    Entity,
    EntityType,
    Form,
    Identity,
    Mention,
    Modifier,
    Origin,
    Pointer,
    Quantity,
    Reading,
    Span,
    Spelling,
    Statement,
    Time,
    TimeType,
)

MEANING, RARITY = load_meaning(), load_rarity()


def reading(number: int, told: dict[str, Any]) -> Reading:
    """The reading of one article of a case: what it holds is named by its words."""
    article = Article(
        id=f"a{number}",
        text=told["text"],
        published=str(told.get("published", "2024-03-10")),
        outlet=told.get("outlet", f"صحيفة {number}"),
    )
    return Reading(
        article=article,
        entities=tuple(_entity(article, *named) for named in told.get("names", {}).items()),
        times=tuple(_time(article, *time) for time in told.get("times", {}).items()),
        quantities=tuple(_quantity(article, quantity) for quantity in told.get("quantities", [])),
        statements=tuple(_statement(article, statement) for statement in told.get("statements", [])),
    )


def readings(case: dict[str, Any]) -> list[Reading]:
    """The readings of all articles of a case."""
    return [reading(number, told) for number, told in enumerate(case["articles"])]


def identities(told: Sequence[Reading]) -> tuple[Identity, ...]:
    """One identity for every entity id, whatever article has it."""
    members: dict[str, list[tuple[str, Entity]]] = {}
    for one in told:
        for entity in one.entities:
            members.setdefault(entity.id, []).append((one.article.id, entity))
    return tuple(
        Identity(
            id=key,
            type=named[0][1].type,
            name=named[0][1].name,
            names=(Spelling(named[0][1].name, len(named)),),
            members=tuple((article, entity.id) for article, entity in named),
            mentions=tuple(Pointer(a, m.start, m.end) for a, entity in named for m in entity.mentions),
        )
        for key, named in sorted(members.items())
    )


def made_ready(told: Sequence[Reading]) -> tuple[Told, ...]:
    """The readings as comparison takes them."""
    return tell(told, identities(told), Terms(MEANING, RARITY))


def origins(told: Sequence[Reading]) -> tuple[Origin, ...]:
    """Every speaker his own principal."""
    return tuple(
        Origin(Pointer(one.article.id, s.cue.start, s.cue.end), s.speaker or "", s.speaker or "")
        for one in told
        for s in one.statements
    )


def place(told: Sequence[Reading], words: str) -> Pointer:
    """The place of "0: قال": the words after the colon where they first stand in that article."""
    number, _, said = words.partition(": ")
    article = told[int(number)].article
    span = span_of(article, said)
    return Pointer(article.id, span.start, span.end)


def span_of(article: Article, words: str) -> Span:
    """Where words first stand in an article."""
    start = article.text.index(words)
    return Span(start, start + len(words))


def _entity(article: Article, key: str, name: str) -> Entity:
    span = span_of(article, name)
    kinds = {"per": EntityType.PERSON, "org": EntityType.ORGANISATION, "gpe": EntityType.POLITY}
    return Entity(key, kinds[key[:3]], name, (Mention(span.start, span.end, "test"),))


def _time(article: Article, words: str, value: str) -> Time:
    span = span_of(article, words)
    return Time(span.start, span.end, TimeType.DATE, value, "test")


def _quantity(article: Article, told: dict[str, Any]) -> Quantity:
    span = span_of(article, told["text"])
    low, high = told.get("low"), told.get("high")
    modifier = Modifier(told.get("modifier", "exact"))
    return Quantity(
        span.start,
        span.end,
        low,
        high,
        modifier,
        told.get("unit"),
        "test",
        measure=told.get("measure"),
        noun=span_of(article, told["noun"]) if "noun" in told else None,
    )


def _statement(article: Article, told: dict[str, Any]) -> Statement:
    cue = span_of(article, told["cue"])
    content = tuple(span_of(article, words) for words in told.get("content", []))
    return Statement(
        id=f"{article.id}-{cue.start}",
        cue=cue,
        source=span_of(article, told["source"]) if "source" in told else None,
        speaker=told.get("speaker"),
        content=content,
        form=Form.INDIRECT,
        act=Act(told.get("act", "say")),
        rule="test",
        time=msgspec.convert(told.get("time"), str | None),
    )
