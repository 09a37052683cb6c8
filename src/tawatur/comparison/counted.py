"""What a quantity counts: the noun, what happens to it, whose, where and when."""

import re
from collections.abc import Iterable, Iterator

import msgspec

from tawatur.comparison.contents import Content, Told
from tawatur.model import Pointer, Quantity, Span, Statement
from tawatur.text import fold

_AFTER = 3
_BEFORE = 7
_TOGETHER = 2
_YEAR = re.compile(r"\d{4}")


class Count(msgspec.Struct, frozen=True):
    """One quantity with what it counts.

    ``unit`` is what must be the same (``USD``, ``people``, the key of a noun); ``nouns`` the keys
    of the counted noun and its modifiers; ``states`` what happens to it (``kill``, ``arrive``);
    ``places`` the names that stand right after it; ``sentence`` everything said around it.
    """

    place: Pointer
    quantity: Quantity
    unit: str
    nouns: frozenset[str]
    states: frozenset[str]
    places: frozenset[str]
    years: frozenset[str]
    clause: Content
    sentence: Content
    statement: Statement | None


def counts(told: Told) -> Iterator[Count]:
    """What each quantity of an article counts, in order of place.

    "مقتل 28 شخصاً وجرح 100 آخرين": 28 people, killed; 100 people, wounded.
    """
    quantities = sorted(told.reading.quantities, key=lambda quantity: quantity.start)
    earlier: Count | None = None
    for number, quantity in enumerate(quantities):
        following = quantities[number + 1].start if number + 1 < len(quantities) else None
        earlier = _count(told, quantity, earlier, following)
        yield earlier


def _count(told: Told, quantity: Quantity, earlier: Count | None, following: int | None) -> Count:
    sentence = told.sentence(quantity.start)
    clause = _clause(told, sentence, quantity)
    end = following if following and quantity.end <= following < clause.end else clause.end
    noun = Span(quantity.start, quantity.noun.end if quantity.noun else quantity.end)
    nouns = frozenset(term.key for i in told.range(noun) if (term := told.term(i)))
    after = Span(noun.end, max(noun.end, end))
    return Count(
        place=told.pointer(quantity),
        quantity=quantity,
        unit=_unit(told, quantity, nouns) or _unit_before(earlier, sentence),
        nouns=nouns,
        states=_states(told, nouns, Span(sentence.start, quantity.start), after),
        places=told.content(Span(quantity.start, after.end)).entities,
        years=_years(told, after),
        clause=told.content(clause),
        sentence=told.content(sentence),
        statement=_statement(told, quantity),
    )


def _clause(told: Told, sentence: Span, quantity: Quantity) -> Span:
    touching = [c for c in told.clauses(sentence) if c.start < quantity.end and quantity.start < c.end]
    return Span(touching[0].start, touching[-1].end) if touching else sentence


def _unit(told: Told, quantity: Quantity, nouns: frozenset[str]) -> str | None:
    """The code of a unit, ``people`` for whatever counts them, else the key of the noun."""
    if quantity.measure:
        return quantity.measure
    words = fold(quantity.unit or "").split()
    if not words:
        return None
    if told.terms.counts_people(words[0]) or nouns & told.terms.meaning.of_people:
        return "people"
    term = told.terms.of(words[0])
    return term.key if term else words[0]


def _unit_before(earlier: Count | None, sentence: Span) -> str:
    """A bare number counts what the one before it in its sentence counts: "98 ألف مهاجر و124 ألفاً"."""
    if earlier and earlier.place.start >= sentence.start:
        return earlier.unit
    return "number"


def _states(told: Told, nouns: frozenset[str], before: Span, after: Span) -> frozenset[str]:
    """What happens to the counted: said by the noun, by the verb right after it, or by what leads to it."""
    if of_noun := nouns & told.terms.meaning.states:
        return of_noun
    following = _first_states(told, list(told.range(after))[:_AFTER])
    return following or _first_states(told, list(told.range(before))[: -_BEFORE - 1 : -1])


def _first_states(told: Told, tokens: Iterable[int]) -> frozenset[str]:
    """The first state among ``tokens`` and those that stand with it, as in "مقتل أو فقدان"."""
    found: set[str] = set()
    left = -1
    for i in tokens:
        term = told.term(i)
        if term and term.concept in told.terms.meaning.states:
            found.add(term.concept)
            left = _TOGETHER
        elif left == 0:
            break
        left -= 1
    return frozenset(found)


def _years(told: Told, span: Span) -> frozenset[str]:
    """The years that times inside ``span`` lie in."""
    times = [time for time in told.reading.times if span.start <= time.start and time.end <= span.end]
    return frozenset(year for time in times for year in _YEAR.findall(time.value)[:1])


def _statement(told: Told, quantity: Quantity) -> Statement | None:
    """The innermost statement whose content holds the quantity."""
    holding = [
        (content.end - content.start, statement.id, statement)
        for statement in told.reading.statements
        for content in statement.content
        if content.start <= quantity.start and quantity.end <= content.end
    ]
    return min(holding, key=lambda held: held[:2])[2] if holding else None
