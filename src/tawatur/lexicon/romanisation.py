"""Romanisation: a name of Arabic letters in Latin ones, where nobody has told its English form.

The letters are those of the International Journal of Middle East Studies without the signs above
and below them (its transliteration chart; so ح and ه are both h), ʿ for ayn and ʾ for a hamza that
is heard. Newspapers write no short vowels: common parts of names are looked up
(``arabic/romanised.yaml``), anything else has only the vowels that are written.
"""

import re
from functools import cache

import msgspec

from tawatur.tables import load_table
from tawatur.text import fold

_ARTICLE = "ال"
_AYN, _HAMZA = "\N{MODIFIER LETTER LEFT HALF RING}", "\N{MODIFIER LETTER RIGHT HALF RING}"
_SILENT = re.compile("[\u0610-\u061a\u0640\u0651-\u065f\u0670\u200b-\u200f]")
_PAIRS = (
    "ب b, ت t, ث th, ج j, ح h, خ kh, د d, ذ dh, ر r, ز z, س s, ش sh, ص s, ض d, ط t, ظ z, غ gh, ف f, ق q",
    "ك k, ل l, م m, ن n, ه h, پ p, چ ch, ڤ v, گ g, ا a, أ a, إ i, آ a, ٱ a, ى a, ة a",
    "\u064e a, \u064f u, \u0650 i",
)
_LETTERS = {pair[0]: pair[2:] for line in _PAIRS for pair in line.split(", ")} | {"ع": _AYN}
_TOGETHER = (("تش", "چ"), ("إي", "إ"), ("نغ$", "نگ"))
_SEATS = frozenset("ءؤئ")
_GLIDES = {"و": ("w", "u"), "ي": ("y", "i"), "ی": ("y", "i")}
_BEFORE_VOWEL = frozenset("اأآىوي\u064e\u064f\u0650")


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    particles: dict[str, str]
    names: dict[str, str]


def romanise(name: str) -> str:
    """A name in Latin letters, word by word; what has no Arabic letter stays as it is.

    >>> romanise("محمد بن سالم الكعبي"), romanise("لافروف")
    ('Muhammad bin Salim al-Kʿbi', 'Lafruf')
    """
    latin = " ".join(map(_word, name.split()))
    return latin if latin.startswith("al-") else latin[:1].upper() + latin[1:]


def _word(word: str) -> str:
    listed = _listed().get(fold(word))
    if listed is not None:
        return listed
    bare = _SILENT.sub("", word)
    if bare.startswith(_ARTICLE) and len(bare) > len(_ARTICLE) + 1:
        return "al-" + _capital(_letters(bare[len(_ARTICLE) :]))
    return _capital(_letters(bare))


def _letters(word: str) -> str:
    """The letters of a word, تش as ch, a last نغ as ng; و and ي are w and y at its head and beside vowels."""
    for arabic, letters in _TOGETHER:
        word = re.sub(arabic, letters, word)
    written: list[str] = []
    for i, letter in enumerate(word):
        if letter in _GLIDES:
            consonant, vowel = _GLIDES[letter]
            after_vowel = bool(written) and written[-1][-1:] in ("a", "i", "u")
            before_vowel = i + 1 < len(word) and word[i + 1] in _BEFORE_VOWEL
            written.append(consonant if not written or after_vowel or before_vowel else vowel)
        elif letter in _SEATS:
            written.append(_HAMZA if written else "")
        else:
            written.append(_LETTERS.get(letter, letter))
    return "".join(written)


def _capital(word: str) -> str:
    """The word with its first letter as a capital, ʿ left where it stands."""
    for i, letter in enumerate(word):
        if letter.isalpha() and letter not in (_AYN, _HAMZA):
            return word[:i] + letter.upper() + word[i + 1 :]
    return word


@cache
def _listed() -> dict[str, str]:
    table = load_table("tawatur.lexicon.arabic", "romanised", _Table)
    return {fold(word): latin for words in (table.names, table.particles) for word, latin in words.items()}
