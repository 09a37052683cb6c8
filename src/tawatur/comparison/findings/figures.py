"""Figures of one measure that do not agree: revised over time, or in conflict at one time."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import combinations

import msgspec

from tawatur.comparison.bounds import Fit, fit, likely
from tawatur.comparison.findings.voices import Voices
from tawatur.comparison.happenings import days_of
from tawatur.comparison.ids import content_id
from tawatur.model import Figure, Finding, FindingKind, Measure, Pointer, Why

_PEOPLE = "people"
_WEEK = 7
_EARLY = "early"
_CLOCK = re.compile(r"T\d\d:\d\d")
_SAYS = {
    "apart": "the bounds of the figures do not meet",
    "tension": "one article gives two figures that only just meet",
    "outgrown": "the later figure is far beyond the earlier one",
    "later_by_one_origin": "the later figure comes from the same origin: the earlier one was revised",
    "toll_grew": "the later figure is the higher one, as a count of people that goes on",
    "toll_went_on": "one of them is told of a count that went on during the day",
    "one_time": "the figures are given of one time",
    "other_origin": "the figures come from different origins",
}


class _Apart(msgspec.Struct, frozen=True):
    """Two figures that do not agree, the earlier first: why, and how they came to differ."""

    one: Figure
    other: Figure
    why: str
    how: str


def findings_of_measures(measures: Sequence[Measure], voices: Voices) -> Iterator[Finding]:
    """A finding for every measure with figures that do not agree, and for each that tellers share.

    "30 قتيلاً" on Monday and "32 قتيلاً" on Wednesday is revised; "12" and "20" on one day conflict.
    """
    for measure in measures:
        apart = [
            found for one, other in combinations(measure.figures, 2) if (found := _apart(measure, one, other))
        ]
        if apart:
            yield _finding(measure, apart)
        yield from _agreed(measure, voices)


def _apart(measure: Measure, one: Figure, other: Figure) -> _Apart | None:
    """The two figures where they do not agree of one thing at one time, or one takes the other's place.

    Prices, points and shares of different days are a series and may differ as they like.
    """
    why, how = _disagreement(one, other), _relation(measure, one, other)
    return _Apart(one, other, why, how) if why and how else None


def _disagreement(one: Figure, other: Figure) -> str | None:
    how = fit(one, other)
    if how is Fit.APART:
        return "apart"
    if how is Fit.TENSION and _of_one_bound(one, other):
        return "tension"
    if how is Fit.COMPATIBLE and _far(one, other) and one.origin == other.origin and _day(one) != _day(other):
        return "outgrown"
    return None


def _of_one_bound(one: Figure, other: Figure) -> bool:
    """Whether one article gives a figure and says elsewhere that it is more: "1500" and "أكثر من 1500"."""
    here = one.place.article == other.place.article and one.statement != other.statement
    return here and not {one.low, one.high}.isdisjoint({other.low, other.high} - {None})


def _far(one: Figure, other: Figure) -> bool:
    """Whether neither figure is what the writer of the other has in mind: "3000 على الأقل" and "10 آلاف"."""
    (a, b), (c, d) = likely(one), likely(other)
    return b < c or d < a


def _relation(measure: Measure, one: Figure, other: Figure) -> str | None:
    """How two figures that differ came to differ, None where both may be right of their day."""
    one_origin = bool(one.origin and one.origin == other.origin)
    if measure.counts != _PEOPLE and one_origin and _own_voice(one):
        return None
    if measure.counts == _PEOPLE and _EARLY in (one.tally, other.tally):
        return "toll_went_on"
    if _day(one) == _day(other):
        return "toll_went_on" if _went_on(one, other) else "one_time"
    if one_origin and not _own_voice(one):
        return "later_by_one_origin"
    if measure.counts != _PEOPLE:
        return "other_origin" if _rivals(one, other) else None
    if one.place.article == other.place.article and one.statement and other.statement:
        return "other_origin"
    return "toll_grew" if likely(other) > likely(one) else "other_origin"


def _went_on(one: Figure, other: Figure) -> bool:
    """Whether one of two figures of a day took the place of the other: "ارتفع العدد إلى".

    It must be the greater that is told of a count that goes on, unless the clock says that it came
    later; what two tell at one minute is no count that went on.
    """
    less, more = sorted((one, other), key=likely)
    clocks = [figure.time for figure in (less, more) if figure.time and _CLOCK.search(figure.time)]
    if len(clocks) < len((less, more)):
        return more.tally is not None
    return datetime.fromisoformat(clocks[0]) < datetime.fromisoformat(clocks[1]) and bool(
        less.tally or more.tally
    )


def _rivals(one: Figure, other: Figure) -> bool:
    """Whether two who are named give the figures within a week: forecasts, prices asked and paid, losses."""
    attributed = one.statement and other.statement and one.origin != other.origin
    days = [days_of(_day(figure)) for figure in (one, other)]
    first, last = (found[0] if found else None for found in days)
    return bool(attributed and first and last and abs((first - last).days) <= _WEEK)


def _own_voice(figure: Figure) -> bool:
    """Whether the outlet itself gives the figure."""
    return figure.statement is None


def _day(figure: Figure) -> str:
    return (figure.time or "")[:10]


def _finding(measure: Measure, apart: list[_Apart]) -> Finding:
    figures = {figure.place: figure for pair in apart for figure in (pair.one, pair.other)}
    sides: dict[tuple[float | None, float | None], list[Pointer]] = defaultdict(list)
    for place in sorted(figures):
        sides[figures[place].low, figures[place].high].append(place)
    conflict = next((pair for pair in apart if pair.how in ("one_time", "other_origin")), None)
    shown = conflict or apart[0]
    places = (shown.one.place, shown.other.place)
    return Finding(
        id=content_id("figures", figures),
        kind=FindingKind.CONFLICTING if conflict else FindingKind.REVISED,
        what=measure.what,
        sides=tuple(tuple(side) for side in sides.values()),
        about=measure.id,
        origins=tuple(sorted({figure.origin for figure in figures.values() if figure.origin})),
        reasons=(
            Why(shown.why, _SAYS[shown.why], places),
            Why(shown.how, _SAYS[shown.how], places),
            *measure.reasons,
        ),
    )


def _agreed(measure: Measure, voices: Voices) -> Iterator[Finding]:
    """A finding for each number that the statements of two tellers give: "1500" and "أكثر من 1500"."""
    alike: dict[float, set[Pointer]] = defaultdict(set)
    for figure in measure.figures:
        for bound in (figure.low, figure.high):
            if bound is not None and figure.statement:
                alike[bound].add(figure.statement)
    for bound in sorted(alike):
        cues = tuple(sorted(alike[bound]))
        what = _what(measure, bound)
        agreed = voices.corroborated(what, measure.id, cues, reasons=measure.reasons)
        if agreed:
            yield agreed


def _what(measure: Measure, bound: float) -> str:
    """The clause of a measure where it gives the figure agreed on, else the words of that figure."""
    texts = [figure.text for figure in measure.figures if bound in (figure.low, figure.high)]
    return measure.what if any(text in measure.what for text in texts) else texts[0]
