"""Offices: which words make somebody speak for a government."""

import msgspec

from tawatur.lexicon.gazetteer import Known
from tawatur.lexicon.names import Names
from tawatur.tables import load_table
from tawatur.text import fold, peel

_ENDINGS = ("", "ون", "ين", "ة", "تين", "ان", "ات")


class _Word(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    word: str
    gloss: str
    example: str
    governing: bool = False


class _People(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    word: str
    code: str
    example: str


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    officers: tuple[_Word, ...]
    heads: tuple[_Word, ...]
    bodies: tuple[_Word, ...]
    private: tuple[_Word, ...]
    nobody: tuple[_Word, ...]
    showing: tuple[_Word, ...]
    peoples: tuple[_People, ...]


class Offices(msgspec.Struct, frozen=True):
    """Folded words: people of a government, heads of any body, bodies of a state, what is no government.

    ``governing`` are the officers that need no adjective to be those of the land, ``showing`` what shows
    something without being anybody.
    ``demonyms`` maps a masculine adjective to the entity id of its country, ``known`` the entity
    ids of known names to what is known of them.
    """

    officers: frozenset[str]
    heads: frozenset[str]
    bodies: frozenset[str]
    governing: frozenset[str]
    private: frozenset[str]
    nobody: frozenset[str]
    showing: frozenset[str]
    demonyms: dict[str, str]
    known: dict[str, Known]

    def is_private(self, forms: list[str]) -> bool:
        """Whether a word or two of a description keep it from speaking for a government."""
        pairs = (pair for i in range(len(forms) - 1) for pair in _pairs(" ".join(forms[i : i + 2])))
        words = (stem for form in forms for stem in _stems(form))
        return any(word in self.private for word in words) or any(pair in self.private for pair in pairs)

    def is_office(self, form: str) -> bool:
        """Whether a folded form names an officer or body of a government."""
        return any(stem in self.officers or stem in self.bodies for stem in _stems(form))

    def is_head(self, form: str) -> bool:
        """Whether a folded form names somebody who speaks for the body named beside."""
        return any(stem in self.heads for stem in _stems(form))

    def is_governing(self, form: str) -> bool:
        """Whether a folded form can only be of the government of the land: minister, police."""
        return any(stem in self.governing or stem in self.bodies for stem in _stems(form))

    def is_showing(self, form: str) -> bool:
        """Whether a folded form names an inquiry or its results."""
        return any(stem in self.showing for stem in _stems(form))

    def country(self, forms: list[str], i: int) -> str | None:
        """The country whose adjective stands at token ``i``, two words taken before one."""
        pair = " ".join(forms[i : i + 2])
        found = next((self.demonyms[two] for two in _pairs(pair) if two in self.demonyms), None)
        return found or next((self.demonyms[one] for one in _stems(forms[i]) if one in self.demonyms), None)


def load_offices(names: Names) -> Offices:
    """The offices that ship with Tawatur, with the demonyms of ``names``. Raises LexiconError."""
    table = load_table("tawatur.lexicon.arabic", "offices", _Table)
    return Offices(
        officers=_folded(table.officers),
        heads=_folded(table.heads),
        bodies=_folded(table.bodies),
        governing=_folded(tuple(word for word in table.officers if word.governing)),
        private=_folded(table.private),
        nobody=_folded(table.nobody),
        showing=_folded(table.showing),
        demonyms={nisba: names.country_id(code) for nisba, code in names.demonyms.items()}
        | {fold(people.word): names.country_id(people.code) for people in table.peoples},
        known=names.by_id,
    )


def _folded(words: tuple[_Word, ...]) -> frozenset[str]:
    return frozenset(fold(word.word) for word in words)


def _stems(form: str) -> list[str]:
    """A form without its particles and endings; an adjective of origin as its masculine."""
    found: list[str] = []
    for peeled in peel(form):
        for ending in _ENDINGS:
            if peeled.stem.endswith(ending) and len(peeled.stem) - len(ending) > 2:
                found.append(peeled.stem[: len(peeled.stem) - len(ending)])
                if ending == "ات":
                    found.append(found[-1] + "ة")
    return found


def _pairs(pair: str) -> list[str]:
    """Two words as an adjective of two parts: ``الكورية الجنوبية`` as ``كوري جنوبي``."""
    first, _, second = pair.partition(" ")
    return [f"{one} {two}" for one in _stems(first) for two in _stems(second)] if second else []
