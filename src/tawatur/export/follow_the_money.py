"""Entities of FollowTheMoney, one JSON object a line, as Aleph and OpenSanctions tools read them.

Identities become Person, Organization, PublicBody (polities, because they act and speak) and
Address (places); articles become Article; every statement links its article to its speaker.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO

import msgspec

from tawatur.model import Article, EntityType, Happening, Identity, Reading, Situation, Statement

Record = dict[str, Any]

_SCHEMATA = {
    EntityType.PERSON: "Person",
    EntityType.ORGANISATION: "Organization",
    EntityType.POLITY: "PublicBody",
    EntityType.PLACE: "Address",
}


def write_ftm(situation: Situation, readings: Iterable[Reading], out: BinaryIO) -> None:
    """Write one entity a line."""
    out.write(msgspec.json.Encoder().encode_lines(ftm_entities(situation, readings)))


def ftm_entities(situation: Situation, readings: Iterable[Reading]) -> Iterator[Record]:
    """Articles, identities, who speaks in which article, and the dated events of the timeline."""
    who = {member: identity for identity in situation.identities for member in identity.members}
    for article in situation.articles:
        yield _article(article)
    for identity in situation.identities:
        yield _identity(identity)
    for reading in readings:
        for statement in reading.statements:
            speaker = who.get((reading.article.id, statement.speaker or ""))
            if speaker:
                yield _statement(reading.article, statement, speaker)
    actors = {identity.id: identity for identity in situation.identities}
    for happening in situation.timeline:
        yield _happening(happening, actors)


def _article(article: Article) -> Record:
    return _entity(
        "Article",
        _id("article", article.id),
        title=article.title,
        bodyText=article.text,
        publisher=article.outlet,
        author=article.author,
        sourceUrl=article.url,
        publishedAt=article.published,
        language="ara",
    )


def _identity(identity: Identity) -> Record:
    spellings = [spelling.text for spelling in identity.names]
    known = [identity.name, *([identity.english] if identity.english else [])]
    if identity.type is EntityType.PLACE:
        return _entity("Address", _id("identity", identity.id), full=identity.name, name=spellings)
    return _entity(
        _SCHEMATA[identity.type],
        _id("identity", identity.id),
        name=known,
        alias=[spelling for spelling in spellings if spelling not in known],
    )


def _statement(article: Article, statement: Statement, speaker: Identity) -> Record:
    return _entity(
        "Documentation",
        _id("statement", f"{article.id} {statement.cue.start} {statement.cue.end}"),
        document=_id("article", article.id),
        entity=_id("identity", speaker.id),
        role=statement.act.value,
        summary=" … ".join(article.text[span.start : span.end] for span in statement.content),
        date=article.published,
    )


def _happening(happening: Happening, actors: Mapping[str, Identity]) -> Record:
    involved = (*happening.actors, *happening.recipients)
    return _entity(
        "Event",
        _id("happening", happening.id),
        name=happening.what,
        date=happening.date,
        keywords=happening.event,
        involved=[
            _id("identity", who)
            for who in involved
            if who in actors and actors[who].type is not EntityType.PLACE
        ],
        proof=[_id("article", article) for article in {place.article: None for place in happening.evidence}],
    )


def _entity(schema: str, key: str, **properties: str | list[str] | None) -> Record:
    values = {
        name: [value] if isinstance(value, str) else value for name, value in properties.items() if value
    }
    return {"id": key, "schema": schema, "properties": values}


def _id(kind: str, key: str) -> str:
    return f"{kind}-{hashlib.sha1(key.encode(), usedforsecurity=False).hexdigest()}"
