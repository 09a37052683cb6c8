"""Measures: quantities that count the same thing, in one article or in several."""

from collections.abc import Iterable, Sequence

from tawatur.comparison.bounds import Fit, fit, value
from tawatur.comparison.clusters import gather
from tawatur.comparison.contents import Told, tell
from tawatur.comparison.counted import Count, counts
from tawatur.comparison.ids import content_id
from tawatur.comparison.reasons import Clue, reasons, weigh
from tawatur.comparison.terms import Terms
from tawatur.comparison.weights import Weights, partners
from tawatur.lexicon.meaning import Meaning
from tawatur.lexicon.rarity import Rarity
from tawatur.model import Figure, Identity, Measure, Origin, Pointer, Reading

_ENOUGH = 1.5
_FAR = 8.0


def compare_measures(
    readings: Sequence[Reading],
    identities: Sequence[Identity],
    origins: Sequence[Origin],
    meaning: Meaning,
    rarity: Rarity,
) -> tuple[Measure, ...]:
    """The measures that two or more quantities of ``readings`` give a figure for.

    "سقط نحو 30 قتيلاً" in one article and "مقتل 28 شخصاً على الأقل" in another count the same
    when they stand in the same story, with the same state and the same surroundings.
    """
    terms = Terms(meaning, rarity)
    told = tell(readings, identities, terms)
    found = [count for article in told for count in counts(article)]
    weights = Weights([count.sentence.keys for count in found], terms.background)
    clues = clues_of_same_count(weights)
    pairs = {
        pair: weighed.score
        for pair in _candidates(found, weights)
        if (weighed := weigh(clues, found[pair[0]], found[pair[1]])).score >= _ENOUGH
    }
    groups = gather(pairs, lambda i, j: weigh(clues, found[i], found[j]).score, _ENOUGH)
    by_id = {article.id: article for article in told}
    origin_of = {origin.statement: origin for origin in origins}
    return tuple(_measure([found[i] for i in group], by_id, origin_of, clues) for group in groups)


def clues_of_same_count(weights: Weights) -> tuple[Clue[Count], ...]:
    """The reasons for and against two quantities counting the same thing."""
    return (
        Clue("same_unit", 0.3, "both count the same kind of thing", _same_unit),
        Clue("other_unit", -9.0, "they count different kinds of things", lambda a, b: 1 - _same_unit(a, b)),
        Clue(
            "same_state", 0.7, "the same happens to what is counted", lambda a, b: bool(a.states & b.states)
        ),
        Clue("other_state", -9.0, "different things happen to what is counted", _other_state),
        Clue("same_place", 0.3, "the same name stands beside both", lambda a, b: bool(a.places & b.places)),
        Clue("other_place", -1.0, "different names stand beside them", _other_place),
        Clue("other_year", -9.0, "they are of different years", _other_year),
        Clue(
            "same_words",
            1.6,
            "they share their surroundings",
            lambda a, b: weights.likeness(_around(a), _around(b)),
        ),
        Clue(
            "same_noun",
            0.5,
            "the counted noun has the same words",
            lambda a, b: weights.likeness(a.nouns, b.nouns),
        ),
        Clue("same_figure", 0.6, "the figures agree", _same_figure),
        Clue("far_figure", -1.0, "the figures are of another order", _far_figure),
        Clue("one_sentence", -0.9, "one sentence gives both", _one_sentence),
    )


def _candidates(found: Sequence[Count], weights: Weights) -> Iterable[tuple[int, int]]:
    """Pairs of counts that share rare words around them, or unit and state."""
    return partners(
        {
            number: {*count.sentence.keys, *(f"{count.unit} {state}" for state in count.states)}
            for number, count in enumerate(found)
        },
        weights,
    )


def _same_unit(one: Count, other: Count) -> float:
    return float(one.unit == other.unit)


def _other_state(one: Count, other: Count) -> float:
    return float(bool(one.states and other.states and not one.states & other.states))


def _other_place(one: Count, other: Count) -> float:
    return float(bool(one.places and other.places and not one.places & other.places))


def _other_year(one: Count, other: Count) -> float:
    return float(bool(one.years and other.years and not one.years & other.years))


def _around(count: Count) -> frozenset[str]:
    return count.sentence.keys - count.states


def _same_figure(one: Count, other: Count) -> float:
    agreement = {Fit.SAME: 1.0, Fit.COMPATIBLE: 0.5, Fit.TENSION: 0.3, Fit.APART: 0.0}
    return agreement[fit(one.quantity, other.quantity)]


def _far_figure(one: Count, other: Count) -> float:
    if fit(one.quantity, other.quantity) is not Fit.APART:
        return 0.0
    low, high = sorted((value(one.quantity), value(other.quantity)))
    return float(low <= 0 or high / low > _FAR)


def _one_sentence(one: Count, other: Count) -> float:
    return float(one.sentence.place == other.sentence.place)


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
    article = told[first.place.article]
    return Measure(
        id=content_id("measure", [count.place for count in group]),
        what=article.text(first.clause.place).strip(" ،.\n"),
        unit=first.quantity.measure or first.quantity.unit,
        figures=tuple(figures),
        reasons=why,
    )


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
        origin=origin.principal if origin else None,
        time=(statement.time if statement else None) or article.reading.article.published,
        statement=cue,
    )
