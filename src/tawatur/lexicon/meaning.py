"""Words that mean the same, or the contrary, when two reports are set side by side."""

from collections.abc import Set
from functools import cache

import msgspec

from tawatur.errors import LexiconError
from tawatur.lexicon.tallies import Tallies, load_tallies
from tawatur.tables import load_table
from tawatur.text import fold, fold_all

_LISTS_OF_CONCEPTS = ("states", "changes", "of_people", "undoing", "directions", "speaking")


class Concept(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words for one thing; ``opposites`` name concepts that cannot hold together with it."""

    name: str
    gloss: str
    words: tuple[str, ...]
    example: str
    opposites: tuple[str, ...] = ()


class Negator(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A word that turns what follows into its contrary."""

    word: str
    gloss: str


class MeaningTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of ``arabic/meaning.yaml``."""

    concepts: tuple[Concept, ...]
    negators: tuple[Negator, ...]
    light: tuple[str, ...]
    empty: tuple[str, ...]
    people: tuple[str, ...]
    persons: tuple[str, ...]
    causes: tuple[str, ...]
    amounts: tuple[str, ...]
    sums: tuple[str, ...]
    reaching: tuple[str, ...]
    tolls: tuple[str, ...]
    vehicles: tuple[str, ...]
    districts: tuple[str, ...]
    land: tuple[str, ...]
    forecasts: tuple[str, ...]
    akin: tuple[tuple[str, ...], ...]
    back_references: tuple[str, ...]
    states: tuple[str, ...]
    changes: tuple[str, ...]
    of_people: tuple[str, ...]
    undoing: tuple[str, ...]
    directions: tuple[str, ...]
    speaking: tuple[str, ...]
    own_name: tuple[str, ...]
    aspects: tuple[str, ...]
    joining: tuple[str, ...]
    parts: tuple[str, ...]
    adding: tuple[str, ...]
    doers: tuple[str, ...]
    ages: tuple[str, ...]
    ranks: tuple[str, ...]
    kin: tuple[str, ...]
    preventing: tuple[str, ...]
    continuing: tuple[str, ...]
    scripture: tuple[str, ...]
    prayers: tuple[str, ...]
    portfolios: tuple[str, ...]
    leading: tuple[str, ...]
    recounting: tuple[str, ...]


class Meaning(msgspec.Struct, frozen=True):
    """Folded words by what they mean.

    ``concepts`` maps a folded word to the name of its concept, ``opposites`` a concept to those
    that contradict it (both ways), ``akin`` a state to the first of those that are told of the same
    people. ``states``, ``changes``, ``of_people``, ``undoing``,
    ``directions`` and ``speaking`` are sets of concepts, all others of folded words; what each
    holds is said in ``arabic/meaning.yaml``, and of ``tallies`` in ``arabic/tallies.yaml``.
    """

    concepts: dict[str, str]
    opposites: dict[str, frozenset[str]]
    negators: frozenset[str]
    light: frozenset[str]
    empty: frozenset[str]
    people: frozenset[str]
    persons: frozenset[str]
    causes: frozenset[str]
    amounts: frozenset[str]
    sums: frozenset[str]
    reaching: frozenset[str]
    tolls: frozenset[str]
    vehicles: frozenset[str]
    districts: frozenset[str]
    land: frozenset[str]
    forecasts: frozenset[str]
    akin: dict[str, str]
    back_references: frozenset[str]
    states: frozenset[str]
    changes: frozenset[str]
    of_people: frozenset[str]
    undoing: frozenset[str]
    directions: frozenset[str]
    speaking: frozenset[str]
    own_name: frozenset[str]
    aspects: frozenset[str]
    joining: frozenset[str]
    parts: frozenset[str]
    adding: frozenset[str]
    doers: frozenset[str]
    ages: frozenset[str]
    ranks: frozenset[str]
    kin: frozenset[str]
    preventing: frozenset[str]
    continuing: frozenset[str]
    scripture: frozenset[str]
    prayers: frozenset[str]
    portfolios: frozenset[str]
    leading: frozenset[str]
    recounting: frozenset[str]
    tallies: Tallies

    def contradict(self, one: str, other: str) -> bool:
        """Whether two concepts cannot both hold of the same thing, as rise and fall."""
        return other in self.opposites.get(one, frozenset())

    def opposed_to(self, concepts: Set[str]) -> frozenset[str]:
        """The concepts that cannot hold together with one of ``concepts``."""
        return frozenset(other for concept in concepts for other in self.opposites.get(concept, ()))


@cache
def load_meaning() -> Meaning:
    """The meanings that ship with Tawatur; raises LexiconError where a word means two things."""
    table = load_table("tawatur.lexicon.arabic", "meaning", MeaningTable)
    _check_names(table)
    return Meaning(
        concepts=_words_by_meaning(table.concepts),
        opposites=_both_ways(table.concepts),
        negators=fold_all(tuple(negator.word for negator in table.negators)),
        akin={name: group[0] for group in table.akin for name in group},
        tallies=load_tallies(),
        **{name: frozenset(getattr(table, name)) for name in _LISTS_OF_CONCEPTS},
        **{name: fold_all(getattr(table, name)) for name in _LISTS_OF_WORDS},
    )


_LISTS_OF_WORDS = [
    name
    for name, kind in MeaningTable.__annotations__.items()
    if kind == tuple[str, ...] and name not in _LISTS_OF_CONCEPTS
]


def _check_names(table: MeaningTable) -> None:
    names = {concept.name for concept in table.concepts}
    for part in _LISTS_OF_CONCEPTS:
        for name in getattr(table, part):
            if name not in names:
                raise LexiconError(f"meaning.yaml: {part} names {name}, which is no concept")


def _words_by_meaning(concepts: tuple[Concept, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for concept in concepts:
        for word in concept.words:
            key = fold(word)
            if found.setdefault(key, concept.name) != concept.name:
                raise LexiconError(f"meaning.yaml: {word!r} means both {found[key]} and {concept.name}")
    return found


def _both_ways(concepts: tuple[Concept, ...]) -> dict[str, frozenset[str]]:
    names = {concept.name for concept in concepts}
    pairs: dict[str, set[str]] = {name: set() for name in names}
    for concept in concepts:
        for other in concept.opposites:
            if other not in names:
                raise LexiconError(f"meaning.yaml: {concept.name} opposes {other}, which is not listed")
            pairs[concept.name].add(other)
            pairs[other].add(concept.name)
    return {name: frozenset(others) for name, others in pairs.items()}
