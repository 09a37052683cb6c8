"""Measures: quantities that count the same thing, in one article or in several."""

from collections.abc import Iterable, Sequence

from tawatur.comparison.bounds import Fit, fit, likely
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

_ENOUGH, _TOGETHER, _APART = 1.5, 1.42, -1.0
_NEAR, _FAR = 1.5, 3.0
_NEARLY = 0.9
_TINY = 1e-9


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
    groups = gather(pairs, lambda i, j: weigh(clues, found[i], found[j]).score, _TOGETHER, _APART)
    by_id = {article.id: article for article in told}
    origin_of = {origin.statement: origin for origin in origins}
    return tuple(_measure([found[i] for i in group], by_id, origin_of, clues) for group in groups)


def clues_of_same_count(weights: Weights) -> tuple[Clue[Count], ...]:
    """The reasons for and against two quantities counting the same thing."""

    def alike_around(one: Count, other: Count) -> float:
        return weights.likeness(_around(one), _around(other))

    def alike_nouns(one: Count, other: Count) -> float:
        return weights.likeness(one.nouns, other.nouns)

    return (
        Clue("same_unit", 0.3, "both count the same kind of thing", _same_unit),
        Clue("other_unit", -9.0, "they count different kinds of things", _other_unit),
        Clue("same_state", 1.0, "the same happens to what is counted", _same_state),
        Clue("other_state", -9.0, "different things happen to what is counted", _other_state),
        Clue("same_noun", 0.3, "the counted noun has the same words", alike_nouns),
        Clue("other_noun", -0.6, "the counted nouns are of different kinds", _other_noun),
        Clue("same_place", 0.3, "the same name stands beside both", _same_place),
        Clue("other_place", -1.0, "different names stand beside them", _other_place),
        Clue("other_year", -9.0, "they are of different years", _other_year),
        Clue("same_words", 1.6, "they share their surroundings", alike_around),
        Clue("same_figure", 0.6, "the figures agree", _same_figure),
        Clue("odd_figure", 0.6, "the figures agree to the last of several digits", _odd_figure),
        Clue("far_figure", -1.0, "the figures are of another order", _far_figure),
        Clue("one_sentence", -9.0, "one sentence gives both", _one_sentence),
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


def _same_state(one: Count, other: Count) -> float:
    return len(one.states & other.states) / max(1, len(one.states | other.states))


def _other_unit(one: Count, other: Count) -> float:
    return 1 - _same_unit(one, other)


def _other_noun(one: Count, other: Count) -> float:
    return float(bool(one.kinds and other.kinds and not one.kinds & other.kinds))


def _same_place(one: Count, other: Count) -> float:
    return float(bool(one.places & other.places))


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
    return _NEARLY if _same_bound(one, other) else agreement[fit(one.quantity, other.quantity)]


def _odd_figure(one: Count, other: Count) -> float:
    """Whether both give one number of three digits or more that is not round: 3279."""
    return float(any(len(f"{bound:g}".rstrip("0")) > 2 for bound in _same_bound(one, other)))


def _same_bound(one: Count, other: Count) -> set[float]:
    """The bounds that both figures have: "أكثر من 1500" and "1500" share one."""
    bounds = ({c.quantity.low, c.quantity.high} - {None} for c in (one, other))
    return set.intersection(*bounds)  # type: ignore[arg-type]


def _far_figure(one: Count, other: Count) -> float:
    """How far apart the writers mean the figures: 0 up to half as much again, 1 from three times on."""
    (a, b), (c, d) = likely(one.quantity), likely(other.quantity)
    gap = max(a, c) / max(min(b, d), _TINY)
    return max(0.0, min(1.0, (gap - _NEAR) / (_FAR - _NEAR)))


def _one_sentence(one: Count, other: Count) -> float:
    """One sentence does not count one thing twice, unless it repeats the figure."""
    return float(
        one.sentence.place == other.sentence.place and fit(one.quantity, other.quantity) is not Fit.SAME
    )


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
