"""From lengths to TIMEX3 values: durations, and the days that lie so far from now."""

from datetime import date, timedelta

from tawatur.finders.times.moments import Length
from tawatur.finders.times.resolution import Anchor, Tense, named_day, reference
from tawatur.model import TimeType

_CLOCK_UNITS = ("H", "MI", "S")


def length_value(length: Length, anchor: Anchor) -> tuple[TimeType, str]:
    """A duration as P…, or the day, month or year that lies so far from now."""
    if length.distance and not (length.unless_past and anchor.tense is not Tense.FUTURE):
        value = _at_distance(length, anchor)
        if value is not None:
            return value
    if length.toward is not None and all(number is None for number, _ in length.amounts):
        return TimeType.DATE, reference(length.toward)
    return TimeType.DURATION, duration(length.amounts)


def _at_distance(length: Length, anchor: Anchor) -> tuple[TimeType, str] | None:
    if anchor.day is None or any(number is None or number % 1 for number, _ in length.amounts):
        return None
    total = {unit: int(number or 0) * length.distance for number, unit in length.amounts}
    if total.keys() & set(_CLOCK_UNITS):
        return _clock_at_distance(total, anchor)
    finest = min(total, key="DWMY".find) if total.keys() <= set("DWMY") else None
    if finest is None:
        return None
    day = _add_months(anchor.day, total.get("Y", 0) * 12 + total.get("M", 0))
    if day is None:
        return None
    try:
        day += timedelta(total.get("D", 0) + 7 * total.get("W", 0))
    except OverflowError:
        return None
    year, week, _ = day.isocalendar()
    forms = {
        "D": day.isoformat(),
        "W": f"{year:04d}-W{week:02d}",
        "M": day.isoformat()[:7],
        "Y": f"{day.year:04d}",
    }
    return TimeType.DATE, forms[finest]


def _add_months(day: date, months: int) -> date | None:
    number = day.year * 12 + day.month - 1 + months
    if not 12 <= number < 9999 * 12:
        return None
    for last in range(day.day, day.day - 4, -1):
        found = named_day(f"{number // 12:04d}-{number % 12 + 1:02d}-{last:02d}")
        if found:
            return found
    return None


def _clock_at_distance(total: dict[str, int], anchor: Anchor) -> tuple[TimeType, str] | None:
    """So many hours or minutes from now, where the article tells the clock of its publication."""
    if anchor.clock is None or anchor.day is None:
        return None
    hour, minute = int(anchor.clock[:2]), int(anchor.clock[3:5])
    minutes = hour * 60 + minute + total.get("H", 0) * 60 + total.get("MI", 0) + total.get("D", 0) * 1440
    if abs(minutes) > 10_000_000:
        return None
    day = anchor.day + timedelta(minutes // 1440)
    left = minutes % 1440
    return TimeType.TIME, f"{day.isoformat()}T{left // 60:02d}:{left % 60:02d}"


def duration(amounts: tuple[tuple[float | None, str], ...]) -> str:
    """The ISO 8601 duration: "P3M", "PT1H30M", "PXD" for an open number, half a year "P6M"."""
    dates, clocks = "", ""
    for number, unit in amounts:
        count, unit_here = _whole(number, unit)
        if unit_here in _CLOCK_UNITS:
            clocks += count + {"H": "H", "MI": "M", "S": "S"}[unit_here]
        elif (number is not None or unit_here != "DE") and unit_here in ("DE", "CE"):
            dates += _years(number, unit_here)
        else:
            dates += count + unit_here
    return "P" + dates + ("T" + clocks if clocks else "")


def _years(number: float | None, unit: str) -> str:
    return "XY" if number is None else f"{_plain(number * (10 if unit == 'DE' else 100))}Y"


def _whole(number: float | None, unit: str) -> tuple[str, str]:
    """A number without a fraction where a smaller unit can say it: 1.5 years are 18 months."""
    if number is None:
        return "X", unit
    if number % 1 and unit == "Y":
        return _plain(number * 12), "M"
    if number % 1 and unit == "H":
        minutes = round((number % 1) * 60)
        return (f"{int(number)}H{minutes}" if number >= 1 else f"{minutes}"), "MI"
    if number % 1 and unit == "D" and number < 1:
        return _plain(number * 24), "H"
    if number % 1 and unit == "MI":
        return _plain(number * 60), "S"
    return _plain(number), unit


def _plain(number: float) -> str:
    """The number without an exponent and without trailing zeros."""
    return f"{number:.6f}".rstrip("0").rstrip(".")
