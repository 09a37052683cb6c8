"""Attached particles: the one place that knows how Arabic glues them on.

Before a word: a conjunction (و ف), then a preposition or future sign (ب ل ك س), then the
article (ال). After it: a pronoun. Nothing is decided here; every way to read a form is offered,
the fullest stem first, and a lexicon picks the one it knows.
"""

from functools import lru_cache

import msgspec

_CONJUNCTIONS = frozenset(("و", "ف"))
_PREPOSITIONS = frozenset(("ب", "ل", "ك", "س"))
_ARTICLE = "ال"
_PRONOUNS = ("هما", "كما", "هم", "هن", "كم", "كن", "نا", "ها", "ني", "ه", "ك", "ي")
_OPENING = frozenset(particle[0] for particle in (*_CONJUNCTIONS, *_PREPOSITIONS, _ARTICLE))
_CLOSING = frozenset(pronoun[-1] for pronoun in _PRONOUNS)


class Peeled(msgspec.Struct, frozen=True, gc=False):
    """One way to read a form: ``before + stem + after``; ``lead`` is how many letters come off.

    ``before`` lists the particles as written, with ``ال`` restored in لل ("l" + article).
    """

    before: tuple[str, ...]
    stem: str
    lead: int


@lru_cache(maxsize=200_000)
def peel(form: str) -> tuple[Peeled, ...]:
    """Every reading of a folded form by its attached particles, the bare form first.

    >>> [p.stem for p in peel("وللبنتاغون")]
    ['وللبنتاغون', 'للبنتاغون', 'لبنتاغون', 'بنتاغون']
    """
    readings = [Peeled((), form, 0)]
    if form[:1] in _OPENING:
        readings.extend(_opened((), form, 0))
        if form[0] in _CONJUNCTIONS:
            readings.append(Peeled((form[0],), form[1:], 1))
            readings.extend(_opened((form[0],), form[1:], 1))
    return tuple(reading for reading in readings if len(reading.stem) > 1)


def _opened(before: tuple[str, ...], rest: str, lead: int) -> list[Peeled]:
    """The readings of what comes after a conjunction, or of the whole form, by preposition and article."""
    if rest.startswith(_ARTICLE):
        return [Peeled((*before, _ARTICLE), rest[len(_ARTICLE) :], lead + len(_ARTICLE))]
    if rest[:1] not in _PREPOSITIONS:
        return []
    preposition, stem = rest[0], rest[1:]
    readings = [Peeled((*before, preposition), stem, lead + 1)]
    if stem.startswith(_ARTICLE):
        readings.append(
            Peeled((*before, preposition, _ARTICLE), stem[len(_ARTICLE) :], lead + 1 + len(_ARTICLE))
        )
    if preposition == "ل" and stem.startswith("ل"):
        readings.append(Peeled((*before, "ل", _ARTICLE), stem[1:], lead + 2))
    return readings


@lru_cache(maxsize=100_000)
def peel_endings(stem: str) -> tuple[tuple[str, str], ...]:
    """Every ``(stem, pronoun)`` reading of an attached pronoun, the bare stem first."""
    found = [(stem, "")]
    for pronoun in _PRONOUNS if stem[-1:] in _CLOSING else ():
        if stem.endswith(pronoun) and len(stem) - len(pronoun) > 1:
            found.append((stem[: -len(pronoun)], pronoun))
    return tuple(found)
