"""Figures of one measure that do not agree: revised over time, or in conflict at one time."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from tawatur.comparison.bounds import Fit, fit
from tawatur.comparison.findings.voices import Voices
from tawatur.comparison.ids import content_id
from tawatur.model import Figure, Finding, FindingKind, Measure, Pointer, Why

_SAYS = {
    "apart": "the bounds of the figures do not meet",
    "tension": "one side gives two figures that only just meet",
    "later": "the later figure comes from the same line, so the earlier one was revised",
    "same_day": "the figures are given of one time",
    "other_origin": "the figures come from different origins",
}


def findings_of_measures(measures: Sequence[Measure], voices: Voices) -> Iterator[Finding]:
    """A finding for every measure with figures that do not agree, and for each figure that tellers share.

    "30 قتيلاً" on Monday and "32 قتيلاً" on Wednesday is revised; "12" and "20" on one day conflict.
    """
    for measure in measures:
        apart = [
            (one, other, why)
            for one, other in combinations(measure.figures, 2)
            if (why := _apart(one, other))
        ]
        if apart:
            yield _finding(measure, apart)
        yield from _agreed(measure, voices)


def _agreed(measure: Measure, voices: Voices) -> Iterator[Finding]:
    """A finding for each figure that the statements of two tellers give alike."""
    alike: dict[tuple[float | None, float | None], set[Pointer]] = defaultdict(set)
    for figure in measure.figures:
        if figure.statement:
            alike[figure.low, figure.high].add(figure.statement)
    for cues in alike.values():
        agreed = voices.corroborated(measure.what, measure.id, tuple(sorted(cues)), reasons=measure.reasons)
        if agreed:
            yield agreed


def _apart(one: Figure, other: Figure) -> str | None:
    """Why two figures do not agree, or None where they do."""
    how = fit(one, other)
    if how is Fit.APART:
        return "apart"
    if how is Fit.TENSION and _same_line(one, other) and one.statement != other.statement:
        return "tension"
    return None


def _same_line(one: Figure, other: Figure) -> bool:
    """Whether one origin, or the outlet's own voice, gives both."""
    return one.origin == other.origin


def _finding(measure: Measure, apart: list[tuple[Figure, Figure, str]]) -> Finding:
    figures = {figure.place: figure for one, other, _ in apart for figure in (one, other)}
    sides: dict[tuple[float | None, float | None], list[Figure]] = defaultdict(list)
    for place in sorted(figures):
        sides[figures[place].low, figures[place].high].append(figures[place])
    revised = all(_revises(one, other) for one, other, _ in apart)
    one, other, why = apart[0]
    how = "later" if revised else "same_day" if _day(one) == _day(other) else "other_origin"
    places = (one.place, other.place)
    return Finding(
        id=content_id("figures", figures),
        kind=FindingKind.REVISED if revised else FindingKind.CONFLICTING,
        what=measure.what,
        sides=tuple(tuple(figure.place for figure in side) for side in sides.values()),
        about=measure.id,
        origins=tuple(sorted({figure.origin for figure in figures.values() if figure.origin})),
        reasons=(Why(why, _SAYS[why], places), Why(how, _SAYS[how], places), *measure.reasons),
    )


def _revises(one: Figure, other: Figure) -> bool:
    """Whether the later of two figures takes the place of the earlier one."""
    return _day(one) != _day(other) and _same_line(one, other)


def _day(figure: Figure) -> str:
    return (figure.time or "")[:10]
