"""Ordinary words: what is probably no name.

A name does not take the article, pronouns or plural endings; words that do are listed in
``upstream/ordinary.txt``, and those that frequencies miss in ``arabic/names_ordinary.yaml``. A form is
ordinary when it is listed, or a listed word is left when particles, pronouns or an adverbial alef come off.
"""

from collections.abc import Iterator
from functools import cache
from importlib import resources

from tawatur.tables import load_table
from tawatur.text import fold, peel, peel_endings

_SHORTEST = 3
_LIKE = ("ك",)
_FUTURE, _IMPERFECT = "س", "يتنا"


class Ordinary:
    """Answers whether a folded form is an ordinary word; remembers its answers."""

    def __init__(self, words: frozenset[str], whole: frozenset[str]) -> None:
        self.listed = words
        self._whole = whole
        self._known: dict[str, bool] = {}

    def __contains__(self, form: str) -> bool:
        known = self._known.get(form)
        if known is None:
            known = self._known[form] = form in self.listed or (
                form not in self._whole and not self.listed.isdisjoint(stems_of(form))
            )
        return known

    def is_whole(self, form: str) -> bool:
        """Whether the first letter of a form belongs to it, though it looks like a particle."""
        return form in self._whole


def stems_of(form: str) -> Iterator[str]:
    """What is left of a form when particles, a pronoun or an adverbial alef come off.

    >>> list(stems_of("وبلدهم"))
    ['بلدهم', 'بلد', 'لدهم', 'وبلد']
    """
    for reading in peel(form):
        stem = reading.stem
        if (_FUTURE in reading.before and stem[0] not in _IMPERFECT) or reading.before[-1:] == _LIKE:
            continue
        if reading.lead and len(stem) >= _SHORTEST:
            yield stem
        for bare, pronoun in peel_endings(stem):
            if pronoun and len(bare) >= _SHORTEST:
                yield bare
                if bare.endswith("ت"):
                    yield bare[:-1] + "ة"
        if stem.endswith("ا") and len(stem) > _SHORTEST:
            yield stem[:-1]


@cache
def load_ordinary() -> Ordinary:
    """The ordinary words that ship with Tawatur; loaded once."""
    added = load_table("tawatur.lexicon.arabic", "names_ordinary", tuple[str, ...])
    listed = _lines("ordinary.txt").union(fold(word) for line in added for word in line.split())
    return Ordinary(listed, _lines("whole.txt"))


def _lines(name: str) -> frozenset[str]:
    text = resources.files("tawatur.lexicon.upstream").joinpath(name).read_text(encoding="utf-8")
    return frozenset(text.split("\n"))
