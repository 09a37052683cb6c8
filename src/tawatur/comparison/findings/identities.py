"""The same person or body given differently: another gender, role or name."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from tawatur.comparison.ids import content_id
from tawatur.model import Entity, FactKind, Finding, FindingKind, Identity, Pointer, Reading, Why


def findings_of_identities(readings: Sequence[Reading], identities: Sequence[Identity]) -> Iterator[Finding]:
    """A finding for every identity that the articles give in ways that cannot both be right.

    "وزير الخارجية" before a name in one article, "وزيرة الخارجية" before it in another.
    """
    entities = {
        (reading.article.id, entity.id): entity for reading in readings for entity in reading.entities
    }
    for identity in identities:
        members = {member: entities[member] for member in identity.members if member in entities}
        yield from _gender(identity, members)


def _gender(identity: Identity, members: Mapping[tuple[str, str], Entity]) -> Iterator[Finding]:
    sides: dict[str, list[Pointer]] = defaultdict(list)
    for (article, _), entity in sorted(members.items()):
        for fact in entity.facts:
            if fact.kind is FactKind.GENDER:
                sides[fact.value].append(_beside(article, entity, fact.span.start, fact.span.end))
    if len(sides) > 1 and len({place.article for side in sides.values() for place in side}) > 1:
        places = tuple(side[0] for side in sides.values())
        yield Finding(
            id=content_id("identity", (place for side in sides.values() for place in side)),
            kind=FindingKind.IDENTITY,
            what=identity.name,
            sides=tuple(tuple(side) for _, side in sorted(sides.items())),
            about=identity.id,
            reasons=(Why("gender", "one and the same is given as a man and as a woman", places),),
        )


def _beside(article: str, entity: Entity, start: int, end: int) -> Pointer:
    """The mention nearest to the words of a fact."""
    nearest = min(entity.mentions, key=lambda mention: abs(mention.start - end) + abs(mention.start - start))
    return Pointer(article, nearest.start, nearest.end)
