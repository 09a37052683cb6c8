"""What is said of a figure: what happens to the counted, of what it is the amount, of which time."""

import re
from collections.abc import Sequence
from itertools import takewhile
from math import inf

from tawatur.comparison.contents import Told
from tawatur.comparison.terms import stems
from tawatur.model import Span

PEOPLE = "people"
_AFTER = 4
_BEFORE = 7
_NAMING = 2
_OR, _AND, _TO = "او", "و", "الي"
_PERIOD = re.compile(r"\d{4}(-(\d{2}|Q\d)(?![-\d]))?")


def states_of(told: Told, unit: str, nouns: frozenset[str], before: Span, after: Span) -> frozenset[str]:
    """What happens to the counted: said by the noun itself, or by the nearest word around it.

    "وصل 360 مهاجراً نجوا من الغرق" counts both who arrived and who survived. People are killed or hurt; that
    their number rose is no state of theirs: "عدد القتلى ارتفع إلى 19".
    """
    if of_noun := nouns & told.terms.meaning.states:
        return of_noun
    telling = told.terms.meaning.states - (told.terms.meaning.changes if unit == PEOPLE else frozenset())
    back = [i for i in list(told.range(before))[: -_BEFORE - 1 : -1] if not _reaches(told, i)]
    near, governing = _nearest(told, back, telling)
    ahead = _until_and(told, told.range(after))
    far, following = _nearest(told, _words(told, _until_cause(told, ahead) if governing else ahead), telling)
    if near <= _AFTER and following:
        return governing | following
    return governing if near <= far else following


def amount_of(told: Told, before: Span) -> frozenset[str]:
    """What a figure is an amount of, by the nearest word before it that says so: "نسبة الاقتراع"."""
    meaning = told.terms.meaning
    for i in reversed(told.range(before)[-_BEFORE:]):
        readings, term = stems(told.tokens.forms[i]), told.term(i)
        if term and not meaning.sums.isdisjoint(readings):
            return frozenset({term.key})
        if not meaning.amounts.isdisjoint(readings):
            ahead = [told.term(j) for j in range(i + 1, min(i + 1 + _AFTER, told.range(before).stop))]
            return frozenset([term.key for term in ahead if term][:_NAMING])
    return frozenset()


def _reaches(told: Told, i: int) -> bool:
    """Whether a word only leads up to a figure: "وصل إلى 600 ألف"."""
    return i + 1 < len(told.tokens) and told.tokens.forms[i + 1] == _TO and i + 2 in told.figures


def _until_and(told: Told, tokens: Sequence[int]) -> list[int]:
    """The tokens up to the first "و" that joins a new thing: "28 شخصاً | وجرح 100"."""
    for length, i in enumerate(tokens):
        form = told.tokens.forms[i]
        if form.startswith(_AND) and len(form) > 2 and told.terms.of(form) == told.terms.of(form[1:]):
            return list(tokens[:length])
    return list(tokens)


def _words(told: Told, tokens: Sequence[int]) -> list[int]:
    """The tokens up to the fourth that tells something: "ستة أشخاص ما زالوا في عداد المفقودين"."""
    telling = [i for i in tokens if told.term(i)]
    return [i for i in tokens if len(telling) < _AFTER or i <= telling[_AFTER - 1]]


def _until_cause(told: Told, tokens: Sequence[int]) -> list[int]:
    """The tokens up to what tells why or where: "مقتل 11 شخصاً | في حريق"."""
    return list(takewhile(lambda i: told.tokens.forms[i] not in told.terms.meaning.causes, tokens))


def _nearest(told: Told, tokens: Sequence[int], states: frozenset[str]) -> tuple[float, frozenset[str]]:
    """How far the first of ``states`` is, and it, with the one that "أو" joins to it: "مقتل أو فقدان"."""
    for distance, i in enumerate(tokens):
        term = None if told.name(i) else told.term(i)
        if term and term.concept in states:
            joined = [told.term(tokens[k]) for k in (distance + 2,) if _or_between(told, tokens, distance)]
            found = [term.concept, *(other.concept for other in joined if other)]
            return distance, frozenset(concept for concept in found if concept in states)
    return inf, frozenset()


def _or_between(told: Told, tokens: Sequence[int], distance: int) -> bool:
    return distance + 2 < len(tokens) and told.tokens.forms[tokens[distance + 1]] == _OR


def periods_of(told: Told, span: Span) -> frozenset[str]:
    """The months, quarters or years that times inside ``span`` name or lie in: "2024-06", "2024"."""
    times = [time for time in told.reading.times if span.start <= time.start and time.end <= span.end]
    return frozenset(found.group() for time in times if (found := _PERIOD.match(time.value)))
