"""The entities of all articles as nodes to be joined."""

import re
from collections.abc import Iterable

import msgspec

from tawatur.model import Entity, EntityType, Fact, Pointer, Reading
from tawatur.text.name_key import name_key, plain_name

_KINDS = {
    EntityType.PERSON: "per",
    EntityType.ORGANISATION: "org",
    EntityType.POLITY: "place",
    EntityType.PLACE: "place",
}
_PERSON = _KINDS[EntityType.PERSON]
_LAST_PART = re.compile(r"[^\s\-–_'’.]+(?=[\s\-–_'’.]*$)")
_SERVANT = re.compile(r"(?<!\S)(عبد) (?=\S)")
LINKS = frozenset(("بن", "ابن"))
"""Words between the parts of a name that may be left out; they make one the son of the other."""


class Node(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One entity of one article.

    ``index`` is its number among those it is linked with, to begin with among those of its
    article; ``plain`` its folded name, ``key`` the key of the whole, ``surname`` that of the last
    part; ``company`` the known names and full names of persons that its article also has, ``where``
    the known town or region that is named nearest to a body or place nobody knows.
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
    where: str | None = None

    @property
    def block(self) -> str:
        """What all nodes have in common that may ever be joined, other than by a judgement.

        The gazetteer entry of a known name, the key of a person's last name, the key of any other
        name: a rule of linking must not reach beyond it.
        """
        return known_block(self.id) if self.known else spelled_block(self.kind, self.plain)


def known_block(entry: str) -> str:
    """The block of a gazetteer entry."""
    return f"known {entry}"


def spelled_block(kind: str, plain: str) -> str:
    """The block of names of one kind that are spelt so."""
    last = _LAST_PART.search(plain) if kind == _PERSON else None
    return f"{kind} {name_key(last[0] if last else plain)}"


def nodes_of(reading: Reading) -> list[Node]:
    """The nodes of one article, in order of first mention."""
    company = frozenset(e.id for e in reading.entities if e.known or " " in e.name)
    towns = [
        (mention.start, entity.id)
        for entity in reading.entities
        if entity.type is EntityType.POLITY and entity.known and not entity.known.isupper()
        for mention in entity.mentions
    ]
    return [
        _node(i, reading, entity, company - {entity.id}, _nearest(entity, towns))
        for i, entity in enumerate(reading.entities)
    ]


def _nearest(entity: Entity, towns: list[tuple[int, str]]) -> str | None:
    """The place that is named nearest to the first mention of a body or place that nobody knows."""
    if entity.known or entity.type is EntityType.PERSON or not towns:
        return None
    start = entity.mentions[0].start
    return min(towns, key=lambda town: (abs(town[0] - start), town))[1]


def in_order(nodes: Iterable[Node]) -> list[Node]:
    """Nodes of many articles in order of article id and first mention, numbered so."""
    ordered = sorted(nodes, key=lambda node: (node.article, node.index))
    return [msgspec.structs.replace(node, index=index) for index, node in enumerate(ordered)]


def words_of(name: str) -> list[str]:
    """The folded words of a name, the servant one with whose he is: «عبد الله» as عبدالله."""
    return _SERVANT.sub(r"\1", plain_name(name)).split()


def _node(index: int, reading: Reading, entity: Entity, company: frozenset[str], where: str | None) -> Node:
    article = reading.article
    plain = " ".join(part for part in words_of(entity.name) if part not in LINKS)
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
        where=where,
    )
