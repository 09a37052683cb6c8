"""The entities of all articles as nodes to be joined."""

from collections.abc import Sequence

import msgspec

from tawatur.model import Entity, EntityType, Fact, Pointer, Reading
from tawatur.text.name_key import name_key, plain_name

_KINDS = {
    EntityType.PERSON: "per",
    EntityType.ORGANISATION: "org",
    EntityType.POLITY: "place",
    EntityType.PLACE: "place",
}
_LINKS = frozenset(("بن", "ابن"))


class Node(msgspec.Struct, frozen=True):
    """One entity of one article.

    ``plain`` is its folded name, ``key`` the key of the whole, ``surname`` that of the last part;
    ``company`` the known names and full names of persons that its article also has.
    """

    index: int
    article: str
    id: str
    type: EntityType
    kind: str
    name: str
    plain: str
    key: str
    surname: str
    parts: int
    known: str | None
    facts: tuple[Fact, ...]
    mentions: tuple[tuple[Pointer, str], ...]
    company: frozenset[str]


def gather_nodes(readings: Sequence[Reading]) -> list[Node]:
    """The nodes of all articles, in order of article id and first mention."""
    nodes: list[Node] = []
    for reading in sorted(readings, key=lambda reading: reading.article.id):
        company = frozenset(e.id for e in reading.entities if e.known or " " in e.name)
        for entity in reading.entities:
            nodes.append(_node(len(nodes), reading, entity, company - {entity.id}))
    return nodes


def _node(index: int, reading: Reading, entity: Entity, company: frozenset[str]) -> Node:
    article = reading.article
    plain = " ".join(part for part in plain_name(entity.name).split() if part not in _LINKS)
    key = name_key(plain)
    parts = plain.split() or [plain]
    return Node(
        index=index,
        article=article.id,
        id=entity.id,
        type=entity.type,
        kind=_KINDS[entity.type],
        name=entity.name,
        plain=plain,
        key=key,
        surname=name_key(parts[-1]) if parts else key,
        parts=len(parts),
        known=entity.known,
        facts=entity.facts,
        mentions=tuple(
            (Pointer(article.id, m.start, m.end), article.text[m.start : m.end]) for m in entity.mentions
        ),
        company=company,
    )
