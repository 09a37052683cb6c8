"""When two quantities count one thing: the table of reasons for and against."""

from collections.abc import Iterator
from datetime import date

from tawatur.comparison.bounds import Fit, fit, likely
from tawatur.comparison.counted import UNKNOWN, Count
from tawatur.comparison.reasons import Clue
from tawatur.comparison.slots import PEOPLE
from tawatur.comparison.weights import Weights

_NEAR, _FAR, _FAR_GROWN = 1.5, 3.0, 6.0
_NEARLY = 0.9
_CHANGE = 0.3
_TINY = 1e-9
_FEW = 5
_FOR_ONE_THING, _IN_PART = 0.4, 0.7
_MANIFOLD = frozenset({"percent", "permille", "point", "percentage-point", "basis-point", UNKNOWN})
_LONG = 3
_DAYS, _HUNDREDS = 5, 200
_RAIDS = frozenset({"arrest"})


def clues_of_same_count(weights: Weights) -> tuple[Clue[Count], ...]:
    """The reasons for and against two quantities counting the same thing."""

    def alike_around(one: Count, other: Count) -> float:
        return weights.likeness(_around(one), _around(other))

    def alike_nouns(one: Count, other: Count) -> float:
        return weights.containment(one.nouns, other.nouns)

    return (
        Clue("same_unit", 0.3, "both count the same kind of thing", _same_unit),
        Clue("other_unit", -9.0, "they count different kinds of things", _other_unit),
        Clue("same_state", 1.0, "the same happens to what is counted", _same_state),
        Clue("other_state", -9.0, "different things happen to what is counted", _other_state),
        Clue("same_noun", 0.3, "the counted noun has the same words", alike_nouns),
        Clue("only_figure", 0.4, "each article gives only one figure for such things", _only_figure),
        Clue("other_noun", -0.6, "the counted nouns are of different kinds", _other_noun),
        Clue("same_amount", 0.7, "both are the amount of one thing", _same_amount),
        Clue("other_amount", -0.5, "they are amounts of different things", _other_amount),
        Clue("same_place", 0.3, "the same place stands beside both", _same_place),
        Clue("other_place", -1.0, "different places stand beside them", _other_place),
        Clue("part_of_all", -2.0, "one is of a part of the country, the other of all of it", _part_of_all),
        Clue("some_of_all", -3.0, "one is of some people only, the other of all", _some_of_all),
        Clue("other_scene", -0.5, "their clauses name other places", _other_scene),
        Clue("other_period", -9.0, "they are of different years or months", _other_period),
        Clue("other_time", -3.0, "one is of a week or month in which the other is not", _other_time),
        Clue("part_of_period", -0.5, "one is of a part of the other's time", _part_of_period),
        Clue("other_quality", -3.0, "they are of two things that exclude each other", _other_quality),
        Clue("other_day", -1.0, "they are of other days, and neither count goes on", _other_day),
        Clue("other_mood", -2.0, "one is a forecast, the other tells what is", _other_mood),
        Clue("same_words", 1.6, "they share their surroundings", alike_around),
        Clue("same_tail", 0.4, "the same words follow both", _same_tail),
        Clue("same_figure", 0.6, "the figures agree", _same_figure),
        Clue("odd_figure", 0.6, "the figures agree to the last of several digits", _odd_figure),
        Clue("same_line", 0.5, "one teller goes on counting", _same_line),
        Clue("far_figure", -1.0, "the figures are of another order", _far_figure),
        Clue("other_order", -3.0, "the figures are hundreds of times apart", _other_order),
        Clue("one_voice", -2.0, "one voice gives both figures, so they are of two things", _one_voice),
        Clue("one_list", -0.8, "one article gives both, of money, shares or things", _one_list),
        Clue("one_sentence", -9.0, "one sentence gives both", _one_sentence),
    )


def _around(count: Count) -> frozenset[str]:
    return count.sentence.keys - count.states


def _same_unit(one: Count, other: Count) -> float:
    return float(one.unit == other.unit)


def _other_unit(one: Count, other: Count) -> float:
    return float(one.unit != other.unit and UNKNOWN not in (one.unit, other.unit))


def _same_state(one: Count, other: Count) -> float:
    """Whether one thing happens to both; that prices rise or fall is little beside that people die."""
    share = len(one.fates & other.fates) / max(1, len(one.fates | other.fates))
    return share * _CHANGE if one.changes else share


def _other_state(one: Count, other: Count) -> float:
    """Whether different things happen to both; the price to which a share fell may be that of its close."""
    moved = one.changes != other.changes and one.unit not in _MANIFOLD
    return float(bool(one.fates and other.fates and not one.fates & other.fates) and not moved)


def _other_noun(one: Count, other: Count) -> float:
    return float(bool(one.kinds and other.kinds and not one.kinds & other.kinds))


def _same_amount(one: Count, other: Count) -> float:
    """Whether both are an amount of one thing, or the same kind of amount where one does not say of what."""
    mine, theirs = one.amount, other.amount
    if mine.of and mine.of == theirs.of:
        return 1.0
    apart = one.place.article != other.place.article and one.unit not in _MANIFOLD
    kind = apart and bool(mine.head and mine.head == theirs.head and not (mine.of and theirs.of))
    return _IN_PART if kind or mine.of & theirs.of else 0.0


def _other_amount(one: Count, other: Count) -> float:
    mine, theirs = one.amount, other.amount
    kin = mine.of & (theirs.of | theirs.out_of) or theirs.of & mine.out_of
    return float(bool(mine.of and theirs.of and not kin))


def _only_figure(one: Count, other: Count) -> float:
    """Whether two outlets' articles that may be of one scene each give one figure for such things.

    One outlet tells of many seizures and votes, each with its own figure.
    Of shares there are too many kinds, and of people of whom it is not known what happens to them.
    """
    apart = one.outlet != other.outlet
    alone = one.alone and other.alone and one.unit == other.unit not in _MANIFOLD
    parts = _part_of_all(one, other) > 0 or _other_place(one, other) > 0
    return float(apart and alone and not parts and _of_one_scene(one, other) and _of_one_kind(one, other))


def _of_one_scene(one: Count, other: Count) -> bool:
    """Whether the articles share a place, or one names none, or somebody is named beside both figures."""
    beside = (one.sentence.entities & other.sentence.entities) - one.sentence.places
    return bool(not one.scene or not other.scene or one.scene & other.scene or beside)


def _of_one_kind(one: Count, other: Count) -> bool:
    """Whether it is people of one kind, where they are people of whom nothing is said to happen."""
    if one.unit != PEOPLE or (one.fates and other.fates):
        return True
    return not one.fates and not other.fates and bool(one.kinds & other.kinds)


def _same_place(one: Count, other: Count) -> float:
    return float(bool(one.places & other.places))


def _other_place(one: Count, other: Count) -> float:
    return float(bool(one.places and other.places and not one.places & other.places))


def _part_of_all(one: Count, other: Count) -> float:
    """Whether one is of a part of the country or of one kind of people, the other of all."""
    return float(_is_wider(one, other) or _is_wider(other, one))


def _is_wider(one: Count, other: Count) -> bool:
    somewhere = bool(other.parts) and not one.parts and (one.whole or other.share)
    return somewhere or (other.piece and not one.kinds)


def _some_of_all(one: Count, other: Count) -> float:
    """Whether one is only of women or the gravely hurt, or of those that came on top."""
    return float(one.added != other.added or one.some != other.some)


def _other_scene(one: Count, other: Count) -> float:
    a, b = one.clause.places, other.clause.places
    return float(bool(a and b and not a & b))


def _other_period(one: Count, other: Count) -> float:
    return float(bool(one.periods and other.periods) and not any(_meet(one, other)))


def _other_time(one: Count, other: Count) -> float:
    """Whether people are counted of a week or month, and others on a day outside it."""
    people = one.unit == PEOPLE
    return float(people and (_lies_outside(one, other) or _lies_outside(other, one)))


def _lies_outside(one: Count, other: Count) -> bool:
    if one.day is None or other.during is None:
        return False
    first, last = one.during or (one.day, one.day)
    return last < other.during[0] or other.during[1] < first


def _part_of_period(one: Count, other: Count) -> float:
    """Whether the one is of a month and the other of the year it lies in."""
    return float(any(_meet(one, other)) and not one.periods & other.periods)


def _other_mood(one: Count, other: Count) -> float:
    return float(one.expected != other.expected)


def _meet(one: Count, other: Count) -> Iterator[bool]:
    """Whether a time of the one lies in a time of the other, for every pair."""
    return (a.startswith(b) or b.startswith(a) for a in one.periods for b in other.periods)


def _other_quality(one: Count, other: Count) -> float:
    here = dict(one.qualities)
    return float(any(here.get(name, member) != member for name, member in other.qualities))


def _other_day(one: Count, other: Count) -> float:
    """Whether people came to harm on other days: five drowned on the 20th are not the 11 of the 8th.

    One outlet tells of one raid after another, and of none of them twice.
    """
    if one.unit != PEOPLE or _grows(one, other) or not (one.day and other.day):
        return 0.0
    apart = fit(one.quantity, other.quantity) is Fit.APART
    raids = one.outlet == other.outlet and bool(one.fates & other.fates & _RAIDS)
    return float(apart and abs((one.day - other.day).days) > (0 if raids else _DAYS))


def _grows(one: Count, other: Count) -> bool:
    """Whether both are of a count that goes on, the later one no less than the earlier."""
    if not (one.running or other.running) or not (one.day and other.day):
        return False
    earlier, later = sorted((one, other), key=lambda count: (count.day or date.min, likely(count.quantity)))
    return likely(earlier.quantity) <= likely(later.quantity)


def _same_figure(one: Count, other: Count) -> float:
    agreement = {Fit.SAME: 1.0, Fit.COMPATIBLE: 0.5, Fit.TENSION: 0.3, Fit.APART: 0.0}
    return _NEARLY if _same_bound(one, other) else agreement[fit(one.quantity, other.quantity)]


def _odd_figure(one: Count, other: Count) -> float:
    """Whether both give one number of three digits or more that is not round: 3279."""
    return float(any(len(f"{bound:.12g}".rstrip("0")) > 2 for bound in _same_bound(one, other)))


def _same_bound(one: Count, other: Count) -> set[float]:
    """The bounds that both figures have: "أكثر من 1500" and "1500" share one."""
    here = {one.quantity.low, one.quantity.high}
    return {bound for bound in (other.quantity.low, other.quantity.high) if bound is not None} & here


def _same_line(one: Count, other: Count) -> float:
    """Whether one named teller gives two tolls in two articles, of a count that goes on."""
    apart = one.place.article != other.place.article and not other.share and not one.share
    return float(apart and one.teller is not None and one.teller == other.teller and _grows(one, other))


def _far_figure(one: Count, other: Count) -> float:
    """How far apart the writers mean the figures: 0 up to half as much again, 1 from three times on.

    A few people more or less are another figure of one toll, not another order: six missing, then three.
    Where all else says that they count one thing, they may be half as far apart again; a toll that goes
    on may grow to twice that.
    """
    (a, b), (c, d) = likely(one.quantity), likely(other.quantity)
    few = _FEW if PEOPLE in (one.unit, other.unit) else _TINY
    gap = (max(a, c) + few) / (min(b, d) + few)
    most = _FAR_GROWN if max(one, other, key=lambda count: likely(count.quantity)).grown else _FAR
    far = max(0.0, min(1.0, (gap - _NEAR) / (most - _NEAR)))
    return far * _FOR_ONE_THING if _of_one_thing(one, other) else far


def _other_order(one: Count, other: Count) -> float:
    """Whether two amounts cannot be of one thing: a profit of billions, and of less than one a share."""
    (a, b), (c, d) = likely(one.quantity), likely(other.quantity)
    return float(one.unit != PEOPLE and max(a, c) > _HUNDREDS * max(min(b, d), _TINY))


def _of_one_thing(one: Count, other: Count) -> bool:
    """Whether all says that both count one thing: an amount of one thing, or the only figure of its kind."""
    return bool(one.amount.of & other.amount.of) or _only_figure(one, other) > 0


def _same_tail(one: Count, other: Count) -> float:
    """Whether three words or more follow both figures, and no others."""
    return float(len(one.tail) >= _LONG and one.tail == other.tail)


def _anew(one: Count, other: Count) -> bool:
    """Whether one of the two counts anew what the other counts."""
    return one.again == other.place or other.again == one.place


def _one_voice(one: Count, other: Count) -> float:
    """Whether one article gives both figures in one voice, though they do not agree."""
    here = one.place.article == other.place.article and _voice(one) == _voice(other)
    return float(here and not _anew(one, other) and fit(one.quantity, other.quantity) is Fit.APART)


def _one_list(one: Count, other: Count) -> float:
    """Whether one article gives both figures, and of no people: there, as in a budget, each is of its own."""
    rivals = bool(_voice(one) and _voice(other) and _voice(one) != _voice(other))
    here = one.place.article == other.place.article and one.unit != PEOPLE and not rivals
    return float(here and not _anew(one, other) and fit(one.quantity, other.quantity) is Fit.APART)


def _voice(count: Count) -> str | None:
    return count.statement.speaker if count.statement else None


def _one_sentence(one: Count, other: Count) -> float:
    """One sentence does not count one thing twice, unless it says so or repeats the figure."""
    here = one.sentence.place == other.sentence.place and not _anew(one, other)
    return float(here and fit(one.quantity, other.quantity) is not Fit.SAME)
