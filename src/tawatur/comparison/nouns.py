"""The noun of a figure: what must be the same for two figures to count one thing."""

from tawatur.comparison.contents import Told
from tawatur.comparison.slots import PEOPLE
from tawatur.model import Quantity, Span
from tawatur.text import fold


def noun_of(told: Told, quantity: Quantity) -> Span:
    """Where the counted noun or unit stands; empty at the end of a bare number."""
    if quantity.noun:
        return quantity.noun
    at = told.text(quantity).rfind(quantity.unit) if quantity.unit else -1
    return Span(quantity.start + at, quantity.end) if at >= 0 else Span(quantity.end, quantity.end)


def unit_of(told: Told, quantity: Quantity, nouns: frozenset[str]) -> str | None:
    """The code of a unit, ``people`` for whatever counts them, else the key of the noun."""
    if quantity.measure:
        return quantity.measure
    words = fold(quantity.unit or "").split()
    if not words:
        return None
    if nouns & told.terms.meaning.of_people or _is_human(told, words[0]):
        return PEOPLE
    term = told.terms.of(words[0])
    return term.key if term else words[0]


def kinds_of(told: Told, nouns: frozenset[str], noun: Span) -> frozenset[str]:
    """What kind of people or things are counted, beyond being people and what happens to them."""
    general = [told.term(i) for i in told.range(noun) if told.terms.counts_people(told.tokens.forms[i])]
    return nouns - told.terms.meaning.states - {term.key for term in general if term}


def _is_human(told: Told, noun: str) -> bool:
    return told.terms.counts_people(noun) or told.terms.counts_persons(noun)
