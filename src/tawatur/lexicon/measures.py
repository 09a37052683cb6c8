"""What numbers measure: units and money, with their canonical codes.

Names come from CLDR through babel (Unicode License v3) and from ``measures.yaml``; codes are
those of CLDR without the category (``kilometer``, ``percent``) and of ISO 4217.
"""

import msgspec
from babel import Locale
from babel.numbers import get_currency_precision
from babel.units import format_unit

from tawatur.tables import load_table
from tawatur.text import Tokens, fold, tokenise

Words = tuple[str, ...]
# One number of each Arabic plural form that is written with its figure.
_NUMBERS = (3, 11, 100)
_TANWIN, _ABBREVIATED = "ا", 2


class Unit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A unit by its CLDR key, or by its own code where CLDR has none."""

    words: Words
    cldr: str | None = None
    measure: str | None = None


class Money(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A currency and its names in the press."""

    code: str
    words: Words


class Subunit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A part of a currency's unit."""

    gloss: str
    parts: int
    words: Words


class Letters(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Letters that stand for a scale and its money."""

    gloss: str
    scale: float
    measure: str
    words: Words


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file ``measures.yaml``."""

    units: tuple[Unit, ...]
    money: tuple[Money, ...]
    shared_money: Words
    subunits: tuple[Subunit, ...]
    letters: tuple[Letters, ...]


class Measure(msgspec.Struct, frozen=True):
    """A unit or a currency: its code (None where shared), what it multiplies by, its parts."""

    code: str | None
    money: bool = False
    scale: float = 1
    parts: int = 1
    decimals: int = 2


class Measures(msgspec.Struct, frozen=True):
    """Measures by their folded tokens; ``longest`` is the length of the longest name by first token."""

    names: dict[Words, Measure]
    longest: dict[str, int]

    def read(self, tokens: Tokens, i: int, end: int) -> tuple[Measure, int] | None:
        """The measure named from token ``i``, the longest name first, and the token after it."""
        if i >= end:
            return None
        for length in range(min(self.longest.get(tokens.forms[i], 0), end - i), 0, -1):
            measure = self.names.get(tuple(tokens.forms[i : i + length]))
            if measure is not None:
                return measure, i + length
        return None


def load_measures() -> Measures:
    """The units and currencies of CLDR and of the press; raises LexiconError."""
    table = load_table("tawatur.lexicon.arabic", "measures", Table)
    locale = Locale.parse("ar")
    names: dict[Words, Measure] = {}
    accusatives: dict[Words, Measure] = {}
    for code, name in locale.currencies.items():
        names[_key(name)] = _money(code)
    for word in table.shared_money:
        names[_key(word)] = Measure(None, money=True, decimals=3)
    for code, symbol in locale.currency_symbols.items():
        if symbol != code:
            names[_key(symbol.strip(".\u200f"))] = _money(code)
    for money in table.money:
        names.update({_key(word): _money(money.code) for word in money.words})
    for unit in table.units:
        measure = Measure(unit.measure or (unit.cldr or "").partition("-")[2])
        names.update({_key(word): measure for word in (*_cldr_names(locale, unit.cldr), *unit.words)})
        accusatives.update({_key(word): measure for word in _accusatives(unit.words)})
    for part in table.subunits:
        names.update({_key(word): Measure(None, money=True, parts=part.parts) for word in part.words})
    for letters in table.letters:
        measure = Measure(letters.measure, money=True, scale=letters.scale)
        names.update({_key(word): measure for word in letters.words})
    names = accusatives | names
    names.pop((), None)
    return Measures(names, _longest(names))


def _accusatives(words: Words) -> list[str]:
    """The single words as they stand after eleven and more: "520 هكتارا"."""
    return [word + _TANWIN for word in words if len(word) > _ABBREVIATED and " " not in word]


def _money(code: str) -> Measure:
    return Measure(code, money=True, decimals=get_currency_precision(code))


def _cldr_names(locale: Locale, key: str | None) -> list[str]:
    """The Arabic forms CLDR gives a unit after a number, long and short."""
    if key is None:
        return []
    forms = [
        format_unit(number, key, length=length, locale=locale, numbering_system="latn")
        for number in _NUMBERS
        for length in ("long", "short")
    ]
    return [form.lstrip("0123456789").strip() for form in forms]


def _key(name: str) -> Words:
    return tuple(tokenise(fold(name)).forms)


def _longest(names: dict[Words, Measure]) -> dict[str, int]:
    longest: dict[str, int] = {}
    for name in names:
        longest[name[0]] = max(len(name), longest.get(name[0], 0))
    return longest
