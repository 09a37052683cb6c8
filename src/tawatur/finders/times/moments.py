"""Moments and lengths: what a time expression says before the day of publication is brought in."""

import msgspec

_YEAR, _MONTH, _WEEK, _DAY, _PART, _CLOCK = "year", "month", "week", "day", "part", "clock"


class Moment(msgspec.Struct, frozen=True, gc=False):
    """A point or stretch of the calendar with only what the words say.

    ``shift`` is a distance from the day of publication in one unit (the week before: W, -1);
    ``from_named`` counts it from the day last named instead ("الشهر نفسه"), ``opening`` means the
    year or season whose beginning is near ("العام الجديد"). ``toward`` says which of the like-named
    is meant: last (-1), this (0), next (1). ``period`` is a part of a year: Q1 to Q4, H1, H2, SP, SU,
    FA, WI. ``part`` is a part of a day.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    week: int | None = None
    weekday: int | None = None
    period: str | None = None
    part: str | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    universal: bool = False
    hijri: bool = False
    decade: int | None = None
    century: int | None = None
    weekend: bool = False
    shift: tuple[str, int] | None = None
    toward: int | None = None
    months: int | None = None
    from_named: bool = False
    opening: bool = False


class Length(msgspec.Struct, frozen=True, gc=False):
    """A duration: numbers of units (None for an open number), and where it is counted from.

    ``toward`` is -1 for a length that lies before now, 1 after, None for a mere length;
    ``distance`` marks "قبل عامين", a point so far from now, ``unless_past`` one that is so only
    where the sentence looks ahead.
    """

    amounts: tuple[tuple[float | None, str], ...]
    toward: int | None = None
    distance: int = 0
    unless_past: bool = False


class Atom(msgspec.Struct, frozen=True):
    """A time read from tokens ``first`` up to ``last``: one of a moment, two ends, a length, a value.

    ``shortest`` is the lesser number of a length between two; ``every`` marks a repeated time;
    ``container`` a part of the day that is a time only together with its day.
    """

    first: int
    last: int
    start: int
    rule: str
    moment: Moment | None = None
    until: Moment | None = None
    length: Length | None = None
    value: str | None = None
    every: bool = False
    container: bool = False
    shortest: float | None = None


def slots(moment: Moment) -> set[str]:
    """The levels of the calendar that a moment fills."""
    filled: set[str] = set()
    unit = moment.shift[0] if moment.shift else None
    if moment.year is not None or unit in ("Y", "DE", "CE", "SEASON") or moment.decade is not None:
        filled.add(_YEAR)
    if moment.century is not None:
        filled.add(_YEAR)
    if moment.month is not None or unit in ("M", "Q") or moment.period or moment.months:
        filled.add(_MONTH)
    if moment.week is not None or unit == "W":
        filled.add(_WEEK)
    if moment.day is not None:
        filled.add(_DAY)
    if moment.weekday is not None:
        filled.add("weekday")
    if unit == "D":
        filled.add("deictic")
    if moment.part is not None:
        filled.add(_PART)
    if moment.hour is not None:
        filled.add(_CLOCK)
    return filled


def union(one: Moment, two: Moment) -> Moment | None:
    """The moment that is both, or None where they speak of the same level or do not go together."""
    a, b = slots(one), slots(two)
    if a & b == {_PART} and _CLOCK in a ^ b:
        one, two = _without_part(one), _without_part(two)
        a, b = slots(one), slots(two)
    if a & b or not a or not b or _clash(a, b) or _clash(b, a):
        return None
    if (one.shift and two.shift) or _is_long(one) or _is_long(two):
        return None
    return borrow(one, two, Moment.__struct_fields__)


def _without_part(moment: Moment) -> Moment:
    """The day of "الليلة" beside a clock that has its own part of the day."""
    return moment if moment.hour is not None else msgspec.structs.replace(moment, part=None)


def _is_long(moment: Moment) -> bool:
    """A decade or century, which no finer time makes more precise."""
    return moment.decade is not None or moment.century is not None


def _clash(a: set[str], b: set[str]) -> bool:
    """A day with a bare year, or a week with a month, make no moment."""
    if "deictic" in a and b & {_YEAR, _WEEK} and not b & {_MONTH, _DAY}:
        return True
    if a == {"weekday"} and _YEAR in b and _DAY not in b:
        return True
    if a & {_PART, _CLOCK} and b and not b & {_DAY, "weekday", "deictic", _PART, _CLOCK}:
        return True
    return a == {_WEEK} and _MONTH in b


def borrow(one: Moment, two: Moment, names: tuple[str, ...]) -> Moment:
    """``one`` with what it lacks of ``names`` taken from ``two``."""
    missing = {name: getattr(two, name) for name in names if _is_unsaid(getattr(one, name))}
    return msgspec.structs.replace(one, **missing)


def _is_unsaid(value: object) -> bool:
    """None or False, but not the hour or minute 0."""
    return value is None or value is False
