"""Which names are one person, organisation or place across articles."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Sequence

from tawatur.lexicon.names import Names
from tawatur.model import Entity, Identity, Judgement, Pointer, Reading, Spelling
from tawatur.text import fold


def link_entities(
    readings: Sequence[Reading], names: Names, judgements: Sequence[Judgement] = ()
) -> tuple[Identity, ...]:
    """The identities of the entities of all articles: one for each known key or folded name."""
    members: dict[str, list[tuple[str, Entity]]] = defaultdict(list)
    for reading in readings:
        for entity in reading.entities:
            members[entity.known or f"{entity.type}:{fold(entity.name)}"].append((reading.article.id, entity))
    return tuple(_identity(key, group, readings) for key, group in sorted(members.items()))


def _identity(key: str, group: list[tuple[str, Entity]], readings: Sequence[Reading]) -> Identity:
    texts = {reading.article.id: reading.article.text for reading in readings}
    mentions = sorted(
        Pointer(article, mention.start, mention.end) for article, entity in group for mention in entity.mentions
    )
    spelt = Counter(texts[pointer.article][pointer.start : pointer.end] for pointer in mentions)
    return Identity(
        id=hashlib.sha256(key.encode()).hexdigest()[:12],
        type=group[0][1].type,
        name=max(spelt, key=lambda text: (len(text), text)),
        names=tuple(Spelling(text, count) for text, count in spelt.most_common()),
        members=tuple(sorted((article, entity.id) for article, entity in group)),
        mentions=tuple(mentions),
    )
