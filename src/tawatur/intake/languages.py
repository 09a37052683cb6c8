"""Which texts are not Arabic, told by their letters."""

from collections import Counter
from functools import cache

from tawatur.lexicon.languages import Neighbour, load_neighbours
from tawatur.text.tokens import ARABIC

_SAMPLE = 20_000
_ENOUGH = 200
_HARDLY = 0.05


def other_language(text: str) -> str | None:
    """The language of a text that is not Arabic, None for Arabic and for texts too short to tell.

    Persian, Urdu, Kurdish, Pashto and Uyghur go by the share of their own letters; a text with
    hardly any Arabic letters is in "other letters".
    """
    counts = Counter(text[:_SAMPLE])
    letters = sum(count for sign, count in counts.items() if sign.isalpha())
    if letters < _ENOUGH:
        return None
    if sum(counts[sign] for sign in _arabic_letters()) < _HARDLY * letters:
        return "other letters"
    return next((n.language for n in load_neighbours() if _is_in(counts, letters, n)), None)


def _is_in(counts: Counter[str], letters: int, neighbour: Neighbour) -> bool:
    own = sum(counts[sign] for sign in neighbour.letters)
    foreign = sum(counts[sign] for sign in neighbour.lacks)
    return own >= neighbour.share * letters and own > foreign


@cache
def _arabic_letters() -> frozenset[str]:
    """Every code point of the ranges that make up Arabic tokens."""
    signs: set[str] = set()
    at = 0
    while at < len(ARABIC):
        ranged = at + 2 < len(ARABIC) and ARABIC[at + 1] == "-"
        last = ARABIC[at + 2] if ranged else ARABIC[at]
        signs.update(map(chr, range(ord(ARABIC[at]), ord(last) + 1)))
        at += 3 if ranged else 1
    return frozenset(signs)
