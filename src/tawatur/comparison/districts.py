"""Where what is counted is: the places named beside a figure, and the one that "the province" stands for."""

from collections.abc import Iterator

from tawatur.comparison.contents import Told
from tawatur.comparison.terms import stems
from tawatur.model import Span
from tawatur.text import peel

_THE, _AT = "ال", "ب"
_DISTRICT = "district:"
ELSEWHERE = "elsewhere"
_BACK, _LEAST, _NEAR = 300, 4, 8
_STOPS = frozenset(".؟?!؛;")


def places_beside(told: Told, after: Span, lead: Span) -> frozenset[str]:
    """The places named in ``after``, else those in which ``lead`` says that something is.

    "مقتل سبعة في محافظة ديالى" and "بلغ عدد القتلى في ميسان ستة"; who speaks in the lead may be of any place.
    A relative clause is about the place before it: "ولاية تارودانت، التي سقط فيها 452". What happens "في
    مناطق أخرى" is ``elsewhere``.
    """
    if any(_is_elsewhere(told, i) for i in told.range(after)):
        return frozenset({ELSEWHERE})
    if about := _antecedent(told, told.range(after).start):
        return frozenset({about})
    named = frozenset((*told.content(after).places, *_districts(told, after)))
    return named or frozenset((*_located(told, lead), *_districts(told, lead))) or _of_the_toll(told, lead)


def _of_the_toll(told: Told, lead: Span) -> frozenset[str]:
    """The places named after a count that goes on up to its figure: "حصيلة حادث الرين ترتفع إلى ستة"."""
    totals = told.terms.meaning.tallies.totals
    first = next((i for i in told.range(lead) if not totals.isdisjoint(stems(told.tokens.forms[i]))), None)
    ahead = () if first is None else range(first + 1, told.range(lead).stop)
    return frozenset(place for i in ahead if (place := told.place(i)))


def _is_elsewhere(told: Told, i: int) -> bool:
    """Whether two words name other places: "مناطق أخرى"."""
    forms, tallies = told.tokens.forms, told.terms.meaning.tallies
    other = not tallies.elsewhere.isdisjoint(stems(forms[i]))
    return other and i > 0 and not tallies.regions.isdisjoint(stems(forms[i - 1]))


def _antecedent(told: Told, first: int) -> str | None:
    """The place that the relative clause of a figure is about, where "حيث" or "التي … فيها" begins one."""
    joint = _joint(told, range(first - 1, max(-1, first - 1 - _NEAR), -1))
    before = range(joint - 1, max(-1, joint - 1 - _NEAR), -1) if joint is not None else ()
    return next((place for i in before if (place := told.place(i))), None)


def _joint(told: Told, back: range) -> int | None:
    """Where a clause about a place begins: at "حيث", or at "التي" before "فيها"."""
    forms, tallies = told.tokens.forms, told.terms.meaning.tallies
    resumed = False
    for i in back:
        if forms[i] in _STOPS or i in told.figures:
            return None
        resumed = resumed or forms[i] in tallies.resuming
        if forms[i] in tallies.where or (resumed and forms[i] in told.terms.meaning.joining):
            return i
    return None


def is_of_the_land(told: Told, span: Span) -> bool:
    """Whether a span says that the whole country is meant: "في عموم البلاد"."""
    return any(told.tokens.forms[i] in told.terms.meaning.land for i in told.range(span))


def _located(told: Told, span: Span) -> Iterator[str]:
    """The places of a span that "في" or "قبالة" leads to, with a word between at most: "في محافظة ديالى"."""
    locating = told.terms.meaning.tallies.locating
    for i in told.range(span):
        place = told.place(i)
        before = [told.tokens.forms[j] for j in (i - 1, i - 2) if j >= 0]
        if place and (
            not locating.isdisjoint(before) or (told.is_prefixed(i) and told.tokens.forms[i].startswith(_AT))
        ):
            yield place


def _districts(told: Told, span: Span) -> Iterator[str]:
    """The districts of a span, known places or not: "في إقليم ماهيرا", and "الإقليم" after that."""
    for i in told.range(span):
        if _is_district(told, i):
            yield from _first_named(told, i) if _is_definite(told, i) else _name_after(told, i)


def _is_district(told: Told, i: int) -> bool:
    return not told.terms.meaning.districts.isdisjoint(stems(told.tokens.forms[i]))


def _is_definite(told: Told, i: int) -> bool:
    return any(peeled.before[-1:] == (_THE,) for peeled in peel(told.tokens.forms[i]))


def _first_named(told: Told, i: int) -> tuple[str, ...]:
    """The name after the last word of the same noun before token ``i``: "محافظ ديالى" of "المحافظة"."""
    meant = told.terms.meaning.districts.intersection(stems(told.tokens.forms[i]))
    for j in range(i - 1, max(-1, i - 1 - _BACK), -1):
        kin = (stem for stem in stems(told.tokens.forms[j]) if len(stem) >= _LEAST)
        alike = any(noun.startswith(stem) for stem in kin for noun in meant)
        if alike and not _is_definite(told, j) and (name := _name_after(told, j)):
            return name
    return ()


def _name_after(told: Told, i: int) -> tuple[str, ...]:
    """The key of the word after token ``i``, and the place it names where that is known."""
    term = told.term(i + 1) if i + 1 < len(told.tokens) else None
    if term is None or term.concept:
        return ()
    place = told.place(i + 1)
    return (_DISTRICT + term.key, place) if place else (_DISTRICT + term.key,)
