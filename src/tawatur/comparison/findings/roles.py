"""Roles: one person given two offices that he cannot hold at once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

import msgspec

from tawatur.lexicon.meaning import Meaning
from tawatur.model import Entity, FactKind, Pointer
from tawatur.text import tokenise

_MINISTRY = 2


class _Role(msgspec.Struct, frozen=True):
    """The words of a role without those of rank, and those of rank."""

    office: tuple[str, ...]
    ranks: frozenset[str]


def genderless(word: str) -> str:
    """A word of a role without article and ending, so that "الوزيرة" is "وزير"."""
    return word.removeprefix("ال").removesuffix("ة")


def roles_apart(members: Mapping[tuple[str, str], Entity], meaning: Meaning) -> dict[str, list[Pointer]]:
    """The mentions of a person under each of two roles that exclude each other; nothing where none do.

    "مدير المصنع" and "نائب مدير المصنع", "الوزير" and "الوزير السابق" differ in rank, "وزير النقل" and
    "وزير العدل" in the ministry. A longer description of one office, as "وزير الشؤون الخارجية", is no other.
    """
    given: dict[_Role, list[Pointer]] = defaultdict(list)
    for (article, _), entity in sorted(members.items(), key=lambda item: item[0]):
        for fact in entity.facts:
            if fact.kind is FactKind.ROLE:
                nearest = min(entity.mentions, key=lambda mention: abs(mention.start - fact.span.end))
                given[_role(fact.value, meaning)].append(Pointer(article, nearest.start, nearest.end))
    for one, other in combinations(given, 2):
        if _exclude(one, other, meaning) and _articles(given[one]).isdisjoint(_articles(given[other])):
            return {" ".join((*sorted(role.ranks), *role.office)): given[role] for role in (one, other)}
    return {}


def _role(value: str, meaning: Meaning) -> _Role:
    words = [genderless(form) for form in tokenise(value).forms if form[0].isalpha()]
    return _Role(
        tuple(word for word in words if word not in meaning.ranks),
        frozenset(word for word in words if word in meaning.ranks),
    )


def _exclude(one: _Role, other: _Role, meaning: Meaning) -> bool:
    shorter, longer = sorted((one.office, other.office), key=len)
    if one.ranks != other.ranks:
        return bool(shorter) and longer[: len(shorter)] == shorter
    ministers = len(shorter) >= _MINISTRY and shorter[0] == longer[0] and shorter[0] in meaning.portfolios
    return ministers and shorter[1] != longer[1] and not set(shorter[:_MINISTRY]) <= set(longer)


def _articles(places: Iterable[Pointer]) -> set[str]:
    return {place.article for place in places}
