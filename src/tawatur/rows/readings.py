"""One row for each thing found in an article."""

from collections.abc import Mapping, Sequence

import msgspec

from tawatur.model import Article, Reading, Span, Statement


class ArticleRow(msgspec.Struct, frozen=True):
    """One article with its untouched text."""

    article: str
    outlet: str | None
    url: str | None
    title: str | None
    published: str | None
    author: str | None
    agency: str | None
    text: str


class BlockRow(msgspec.Struct, frozen=True):
    """One line of an article and what kind of line it is."""

    article: str
    start: int
    end: int
    kind: str
    rule: str


class MentionRow(msgspec.Struct, frozen=True):
    """One occurrence of a name; ``entity`` is unique in its article, ``known`` everywhere."""

    article: str
    start: int
    end: int
    text: str
    entity: str
    type: str
    name: str
    known: str | None
    rule: str


class FactRow(msgspec.Struct, frozen=True):
    """What an article says in passing about an entity."""

    article: str
    start: int
    end: int
    text: str
    entity: str
    kind: str
    value: str
    time: str | None


class TimeRow(msgspec.Struct, frozen=True):
    """One time expression with its TIMEX3 value."""

    article: str
    start: int
    end: int
    text: str
    type: str
    value: str
    rule: str


class QuantityRow(msgspec.Struct, frozen=True):
    """One quantity; an open bound is empty."""

    article: str
    start: int
    end: int
    text: str
    low: float | None
    high: float | None
    modifier: str
    unit: str | None
    measure: str | None
    noun: str | None
    rule: str


class StatementRow(msgspec.Struct, frozen=True):
    """One statement, placed at its cue; ``content`` joins its stretches with a blank."""

    article: str
    start: int
    end: int
    statement: str
    cue: str
    source_start: int | None
    source_end: int | None
    source: str | None
    speaker: str | None
    content_start: int | None
    content_end: int | None
    content: str
    form: str
    act: str
    negated: bool
    time: str | None
    via: tuple[str, ...]
    chain: tuple[str, ...]
    hedges: tuple[str, ...]
    rule: str


class EventRow(msgspec.Struct, frozen=True):
    """One event, placed at its clause."""

    article: str
    start: int
    end: int
    text: str
    event: str
    trigger: str
    kind: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    date: str | None
    modality: str
    statement: str | None
    rule: str


READING_TABLES: Mapping[str, type[msgspec.Struct]] = {
    "articles": ArticleRow,
    "blocks": BlockRow,
    "mentions": MentionRow,
    "facts": FactRow,
    "times": TimeRow,
    "quantities": QuantityRow,
    "statements": StatementRow,
    "events": EventRow,
}


def reading_rows(reading: Reading) -> dict[str, Sequence[msgspec.Struct]]:
    """The rows of one article by table."""
    return {
        "articles": [_article(reading.article)],
        "blocks": [
            BlockRow(reading.article.id, block.start, block.end, block.kind.value, block.rule)
            for block in reading.blocks
        ],
        "mentions": _mentions(reading),
        "facts": _facts(reading),
        "times": _times(reading),
        "quantities": _quantities(reading),
        "statements": [_statement(statement, reading.article) for statement in reading.statements],
        "events": _events(reading),
    }


def _article(article: Article) -> ArticleRow:
    return ArticleRow(
        article.id,
        article.outlet,
        article.url,
        article.title,
        article.published,
        article.author,
        article.agency,
        article.text,
    )


def _mentions(reading: Reading) -> list[MentionRow]:
    article = reading.article
    return [
        MentionRow(
            article.id,
            mention.start,
            mention.end,
            article.text[mention.start : mention.end],
            entity.id,
            entity.type.value,
            entity.name,
            entity.known,
            mention.rule,
        )
        for entity in reading.entities
        for mention in entity.mentions
    ]


def _facts(reading: Reading) -> list[FactRow]:
    article = reading.article
    return [
        FactRow(
            article.id,
            fact.span.start,
            fact.span.end,
            _words(fact.span, article),
            entity.id,
            fact.kind.value,
            fact.value,
            fact.time,
        )
        for entity in reading.entities
        for fact in entity.facts
    ]


def _times(reading: Reading) -> list[TimeRow]:
    article = reading.article
    return [
        TimeRow(
            article.id,
            time.start,
            time.end,
            article.text[time.start : time.end],
            time.type.value,
            time.value,
            time.rule,
        )
        for time in reading.times
    ]


def _quantities(reading: Reading) -> list[QuantityRow]:
    article = reading.article
    return [
        QuantityRow(
            article.id,
            quantity.start,
            quantity.end,
            article.text[quantity.start : quantity.end],
            quantity.low,
            quantity.high,
            quantity.modifier.value,
            quantity.unit,
            quantity.measure,
            _words(quantity.noun, article) if quantity.noun else None,
            quantity.rule,
        )
        for quantity in reading.quantities
    ]


def _statement(statement: Statement, article: Article) -> StatementRow:
    source, content = statement.source, statement.content
    return StatementRow(
        article=article.id,
        start=statement.cue.start,
        end=statement.cue.end,
        statement=statement.id,
        cue=_words(statement.cue, article),
        source_start=source.start if source else None,
        source_end=source.end if source else None,
        source=_words(source, article) if source else None,
        speaker=statement.speaker,
        content_start=content[0].start if content else None,
        content_end=content[-1].end if content else None,
        content=" ".join(_words(span, article) for span in content),
        form=statement.form.value,
        act=statement.act.value,
        negated=statement.negated,
        time=statement.time,
        via=statement.via,
        chain=tuple(link.teller for link in statement.chain),
        hedges=tuple(_words(span, article) for span in statement.hedges),
        rule=statement.rule,
    )


def _events(reading: Reading) -> list[EventRow]:
    article = reading.article
    return [
        EventRow(
            article.id,
            event.start,
            event.end,
            article.text[event.start : event.end],
            event.id,
            _words(event.trigger, article),
            event.kind,
            event.actors,
            event.recipients,
            event.place,
            event.date,
            event.modality.value,
            event.statement,
            event.rule,
        )
        for event in reading.events
    ]


def _words(span: Span, article: Article) -> str:
    return article.text[span.start : span.end]
