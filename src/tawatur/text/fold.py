"""Folding: one spelling for what Arabic writes in several ways.

Folding removes vowel marks, tatweel and direction controls, writes every alef as bare alef,
final ya as ya, Persian ya and kaf as the Arabic ones, presentation forms as letters and the
digits of all scripts as 0-9. It keeps ta marbuta and the hamza on waw and ya, because gender
and meaning hang on them.

    >>> fold("أَكَّـدَ ١٢٫٥")
    'اكد 12٫5'
"""

import re
import unicodedata
from collections.abc import Iterable

import msgspec

MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
TATWEEL = "\N{ARABIC TATWEEL}"
CONTROLS = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"

_LETTERS = {
    "\N{ARABIC LETTER ALEF WITH MADDA ABOVE}": "\N{ARABIC LETTER ALEF}",
    "\N{ARABIC LETTER ALEF WITH HAMZA ABOVE}": "\N{ARABIC LETTER ALEF}",
    "\N{ARABIC LETTER ALEF WITH HAMZA BELOW}": "\N{ARABIC LETTER ALEF}",
    "\N{ARABIC LETTER ALEF WASLA}": "\N{ARABIC LETTER ALEF}",
    "\N{ARABIC LETTER ALEF MAKSURA}": "\N{ARABIC LETTER YEH}",
    "\N{ARABIC LETTER FARSI YEH}": "\N{ARABIC LETTER YEH}",
    "\N{ARABIC LETTER KEHEH}": "\N{ARABIC LETTER KAF}",
    "\N{ARABIC LETTER HEH DOACHASHMEE}": "\N{ARABIC LETTER HEH}",
    "\N{ARABIC LETTER HEH GOAL}": "\N{ARABIC LETTER HEH}",
}
_SILENT = re.compile(f"[{MARKS}{TATWEEL}{CONTROLS}]")
_SEATED = re.compile(f"([\N{ARABIC LETTER WAW}\N{ARABIC LETTER YEH}])[{MARKS}]*\u0654")
_SEATS = {
    "\N{ARABIC LETTER WAW}": "\N{ARABIC LETTER WAW WITH HAMZA ABOVE}",
    "\N{ARABIC LETTER YEH}": "\N{ARABIC LETTER YEH WITH HAMZA ABOVE}",
}
_CLUSTER = re.compile(f".[{MARKS}]*", re.DOTALL)
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")


def fold(text: str) -> str:
    """The folded spelling of ``text``; folding twice is folding once."""
    if text.isascii():
        return text
    if "\u0654" in text:
        text = _SEATED.sub(lambda seated: _SEATS[seated[1]], text)
    if _PRESENTATION.search(text):
        text = _PRESENTATION.sub(lambda form: unicodedata.normalize("NFKC", form[0]), text)
    return text.translate(_TABLE)


class _Letters(dict[int, str]):
    """What each character folds to, worked out when it is first met; nothing for a silent one."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        folded = _LETTERS.get(letter, letter)
        if _SILENT.match(letter):
            folded = ""
        elif letter.isdecimal():
            folded = str(unicodedata.digit(letter))
        self[code] = folded
        return folded


_TABLE = _Letters()


class Folded(msgspec.Struct, frozen=True):
    """A folded text with a way back: ``homes[i]`` is where character i of ``text`` came from.

    ``homes`` has one entry more than ``text``: the length of the original.
    """

    text: str
    homes: tuple[int, ...]

    def home(self, start: int, end: int) -> tuple[int, int]:
        """The half-open span of the original that ``text[start:end]`` was folded from."""
        if start >= end:
            return self.homes[start], self.homes[start]
        return self.homes[start], max(self.homes[end - 1] + 1, self.homes[end])


def fold_all(words: Iterable[str]) -> frozenset[str]:
    """The folded forms of words.

    >>> fold_all(["إلى", "الى"])
    frozenset({'الي'})
    """
    return frozenset(map(fold, words))


def fold_with_way_back(text: str) -> Folded:
    """``fold(text)`` with the original offset of each folded character.

    A letter and the marks written on it fold together; all letters of a ligature point home
    to the one position they came from.
    """
    pieces: list[str] = []
    homes: list[int] = []
    for cluster in _CLUSTER.finditer(text):
        folded = fold(cluster[0])
        pieces.append(folded)
        homes.extend([cluster.start()] * len(folded))
    homes.append(len(text))
    return Folded("".join(pieces), tuple(homes))
