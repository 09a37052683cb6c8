"""The same person or body given differently: another gender, role or name."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

import msgspec

from tawatur.comparison.contents import Told
from tawatur.comparison.findings.roles import genderless, roles_apart
from tawatur.comparison.ids import content_id
from tawatur.model import (
    Entity,
    EntityType,
    FactKind,
    Finding,
    FindingKind,
    Identity,
    Pointer,
    Why,
)
from tawatur.text import fold
from tawatur.text.name_key import name_key

_TELLING_KEY = 3
_Members = Mapping[tuple[str, str], Entity]
_SAYS = {
    "gender": "one and the same is given as a man and as a woman",
    "role": "one and the same is given two offices that exclude each other",
    "name": "one office and the same last name stand beside two names",
}


class _Holder(msgspec.Struct, frozen=True):
    """A person with the words of the name, and the stems of each role that articles give."""

    identity: Identity
    members: _Members
    name: tuple[str, ...]
    roles: frozenset[frozenset[str]]


def findings_of_identities(told: Sequence[Told], identities: Sequence[Identity]) -> Iterator[Finding]:
    """A finding for every identity that the articles give in ways that cannot both be right.

    "وزير الخارجية" before a name in one article, "وزيرة الخارجية" before it in another; "وزير النقل سامي
    الخطيب" in one and "وزير النقل ماهر الخطيب" in another; "المدير" in one and "نائب المدير" in another.
    """
    entities = {(t.id, entity.id): _own_facts(t, entity) for t in told for entity in t.reading.entities}
    holders: list[_Holder] = []
    for identity in identities:
        members = {member: entities[member] for member in identity.members if member in entities}
        yield from _finding("gender", identity, _genders(members))
        if identity.type is EntityType.PERSON:
            holders.append(_holder(identity, members))
            yield from _finding("role", identity, roles_apart(members, told[0].terms.meaning))
    for one, other in _namesakes(holders):
        genders = _genders({**one.members, **other.members})
        if len(genders) > 1:
            yield from _finding("gender", one.identity, genders)
        else:
            yield from _finding("name", one.identity, _names(one, other))


def _own_facts(article: Told, entity: Entity) -> Entity:
    """The entity without what is told of its kin: "والدة الشهيد سامي" says nothing of سامي."""
    kin = article.terms.meaning.kin
    own = (fact for fact in entity.facts if kin.isdisjoint(fold(article.text(fact.span)).split()[:1]))
    return msgspec.structs.replace(entity, facts=tuple(own))


def _genders(members: _Members) -> dict[str, list[Pointer]]:
    sides: dict[str, list[Pointer]] = defaultdict(list)
    for (article, _), entity in sorted(members.items(), key=lambda item: item[0]):
        for fact in entity.facts:
            if fact.kind is FactKind.GENDER:
                sides[fact.value].append(_beside(article, entity, fact.span.start, fact.span.end))
    return sides


def _beside(article: str, entity: Entity, start: int, end: int) -> Pointer:
    """The mention nearest to the words of a fact."""
    nearest = min(entity.mentions, key=lambda mention: abs(mention.start - end) + abs(mention.start - start))
    return Pointer(article, nearest.start, nearest.end)


def _holder(identity: Identity, members: _Members) -> _Holder:
    roles = (fact.value for entity in members.values() for fact in entity.facts if fact.kind is FactKind.ROLE)
    stems = (frozenset(map(genderless, fold(role).split())) for role in roles)
    return _Holder(identity, members, tuple(fold(identity.name).split()), frozenset(stems))


def _namesakes(holders: Sequence[_Holder]) -> Iterator[tuple[_Holder, _Holder]]:
    """Pairs of persons with one last name and one office of two words or more, in no article together."""
    by_last: dict[str, list[_Holder]] = defaultdict(list)
    for holder in holders:
        if len(holder.name) > 1 and holder.roles:
            by_last[holder.name[-1]].append(holder)
    for last in sorted(by_last):
        for one, other in combinations(sorted(by_last[last], key=lambda holder: holder.identity.id), 2):
            apart = {article for article, _ in one.members}.isdisjoint(
                article for article, _ in other.members
            )
            if apart and _other_name(one, other) and _same_office(one, other):
                yield one, other


def _other_name(one: _Holder, other: _Holder) -> bool:
    """Whether the names differ in more than their spelling or length: "رافييل" is "رفائيل"."""
    here, there = one.name[0], other.name[0]
    longer = here.startswith(there) or there.startswith(here)
    return not longer and (name_key(here) != name_key(there) or len(name_key(here)) < _TELLING_KEY)


def _same_office(one: _Holder, other: _Holder) -> bool:
    """Whether a role of the one has all words of a role of the other, and at least two."""
    return any(len(a & b) > 1 and (a <= b or b <= a) for a in one.roles for b in other.roles)


def _names(one: _Holder, other: _Holder) -> dict[str, list[Pointer]]:
    return {
        holder.identity.name: [
            Pointer(article, mention.start, mention.end)
            for (article, _), entity in sorted(holder.members.items(), key=lambda item: item[0])
            for mention in entity.mentions
        ]
        for holder in (one, other)
    }


def _finding(why: str, identity: Identity, sides: Mapping[str, list[Pointer]]) -> Iterator[Finding]:
    """A finding where there are two sides that lie in two articles at least."""
    if len(sides) > 1 and len({place.article for side in sides.values() for place in side}) > 1:
        places = tuple(side[0] for _, side in sorted(sides.items()))
        yield Finding(
            id=content_id("identity", (place for side in sides.values() for place in side)),
            kind=FindingKind.IDENTITY,
            what=identity.name,
            sides=tuple(tuple(side) for _, side in sorted(sides.items())),
            about=identity.id,
            reasons=(Why(why, _SAYS[why], places),),
        )
