"""Measures: quantities that count the same thing, in one article or in several."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tawatur.comparison.clusters import gather
from tawatur.comparison.contents import Told, background
from tawatur.comparison.counted import UNKNOWN, Count, counts
from tawatur.comparison.ids import content_id
from tawatur.comparison.reasons import Clue, reasons, weigh
from tawatur.comparison.same_measure import clues_of_same_count
from tawatur.comparison.weights import Weights, partners
from tawatur.comparison.wording import said_from, stands_alone, wording
from tawatur.model import Figure, Measure, Origin, Pointer, Span

_ENOUGH, _TOGETHER, _APART = 1.3, 1.2, -1.0


def compare_measures(told: Sequence[Told], origins: Sequence[Origin]) -> tuple[Measure, ...]:
    """The measures that two or more quantities of the articles ``told`` give a figure for.

    "سقط نحو 30 قتيلاً" in one article and "مقتل 28 شخصاً على الأقل" in another count the same
    when they stand in the same story, with the same state and the same surroundings.
    """
    found = [count for article in told for count in counts(article)]
    weights = Weights([count.sentence.keys for count in found], background(told))
    clues = clues_of_same_count(weights)
    pairs = {
        pair: weighed.score
        for pair in _candidates(found, weights)
        if (weighed := weigh(clues, found[pair[0]], found[pair[1]])).score >= _ENOUGH
    }
    groups = gather(pairs, lambda i, j: weigh(clues, found[i], found[j]).score, _TOGETHER, _APART)
    by_id = {article.id: article for article in told}
    origin_of = {origin.statement: origin for origin in origins}
    return tuple(_measure([found[i] for i in group], by_id, origin_of, clues) for group in groups)


def _candidates(found: Sequence[Count], weights: Weights) -> Iterator[tuple[int, int]]:
    """Pairs of counts of one unit that share rare words around them, or the state.

    A number whose noun is not known may count what any other does, but no money, share or length.
    """
    of_unit: dict[str, list[int]] = defaultdict(list)
    for number, count in enumerate(found):
        of_unit[count.unit].append(number)
    unknown = of_unit.pop(UNKNOWN, [])
    for numbers in of_unit.values():
        more = [] if found[numbers[0]].quantity.measure else unknown
        yield from partners({i: found[i].sentence.keys | found[i].states for i in [*numbers, *more]}, weights)


def _measure(
    group: Sequence[Count],
    told: dict[str, Told],
    origin_of: dict[Pointer, Origin],
    clues: Sequence[Clue[Count]],
) -> Measure:
    figures = sorted(
        (_figure(count, told[count.place.article], origin_of) for count in group),
        key=lambda figure: (figure.time or "", figure.place),
    )
    first, second = group[0], group[1]
    why = reasons(clues, weigh(clues, first, second), (first.place, second.place))
    return Measure(
        id=content_id("measure", [count.place for count in group]),
        what=_what(group, told),
        unit=first.quantity.measure or first.quantity.unit,
        figures=tuple(figures),
        reasons=why,
        counts=first.unit,
    )


def _what(group: Sequence[Count], told: dict[str, Told]) -> str:
    """The words of the first clause that names what it counts and can be read by itself."""
    shown = min(group, key=lambda count: _lacks(count, told[count.place.article]))
    article = told[shown.place.article]
    return wording(article, _said(shown, article))


def _lacks(count: Count, article: Told) -> tuple[bool, bool]:
    """Whether the clause of a count lacks the counted noun, and whether it leans on the one before it."""
    unit, clause = count.quantity.unit, count.clause
    return not unit or unit not in article.text(clause.place), not stands_alone(article, clause)


def _said(shown: Count, told: Told) -> Span:
    """The clause of a count, without the words that only tell who says it, from where it can be read."""
    clause, content = shown.clause.place, shown.statement.content if shown.statement else ()
    around = [part.start for part in content if clause.start < part.start <= shown.place.start]
    start = max(around, default=clause.start)
    if shown.statement and any(part.start <= start < part.end for part in content):
        start = said_from(told, shown.statement, Span(start, clause.end))
    return Span(start, clause.end)


def _figure(count: Count, article: Told, origin_of: dict[Pointer, Origin]) -> Figure:
    quantity, statement = count.quantity, count.statement
    cue = article.pointer(statement.cue) if statement else None
    origin = origin_of.get(cue) if cue else None
    return Figure(
        place=count.place,
        text=article.text(count.place),
        low=quantity.low,
        high=quantity.high,
        modifier=quantity.modifier.value,
        speaker=statement.speaker if statement else None,
        origin=origin.principal if origin else _outlet(article),
        time=count.time or (statement.time if statement else None) or article.reading.article.published,
        statement=cue,
        tally=("early" if count.early else "running") if count.running else None,
    )


def _outlet(article: Told) -> str | None:
    """The outlet, which stands for what it tells in its own voice."""
    outlet = article.reading.article.outlet
    return f"outlet:{outlet}" if outlet else None
