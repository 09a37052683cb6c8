"""From what the words say to a TIMEX3 value, given the day of publication and the tense."""

from datetime import date, timedelta
from enum import Enum

import msgspec

from tawatur.finders.times.hijri import from_hijri
from tawatur.finders.times.moments import Moment
from tawatur.model import TimeType

_FROM_NOW = ("D", "W", "Q", "SEASON", "DE", "CE")
_SEASON_STARTS = 7
_YEAR_STARTS = 13
_NEAR = 4
# Judged by hand on dated articles: reports tell of a date one or two months ahead as coming, of one
# further ahead as gone by; where nothing tells the tense, ten months; and plans speak of a date just
# gone by rather than of the same date a year on.
_AHEAD = 3
_FAR_AHEAD = 10
_LONG_PAST = 2


class Tense(Enum):
    """Where the words around a time look; SINCE where "منذ" stands right before it."""

    SINCE = -2
    PAST = -1
    OPEN = 0
    FUTURE = 1


class Anchor(msgspec.Struct, frozen=True):
    """What a time is resolved against: the day of publication, the day last named, the tense."""

    day: date | None
    named: date | None
    tense: Tense
    clock: str | None = None


def moment_value(moment: Moment, anchor: Anchor) -> tuple[TimeType, str]:
    """The type and value of a moment; what cannot be known stays X."""
    if moment.hijri:
        moment = from_hijri(moment, anchor.day, anchor.tense.value)
    day = _date_value(moment, anchor)
    if moment.hour is not None:
        clock = _clock_value(moment)
        return TimeType.TIME, f"{day}T{clock}" if day else f"T{clock}"
    if moment.part is not None:
        return TimeType.TIME, f"{day}T{moment.part}" if day else f"T{moment.part}"
    return TimeType.DATE, day


def reference(toward: int) -> str:
    """The value of a time that is only known to lie before, at or after now."""
    if toward == 0:
        return "PRESENT_REF"
    return "PAST_REF" if toward < 0 else "FUTURE_REF"


def named_day(value: str) -> date | None:
    """The day that a value names, if it names one."""
    try:
        return date.fromisoformat(value[:10]) if len(value) >= 10 and "/" not in value[:10] else None
    except ValueError:
        return None


def _date_value(moment: Moment, anchor: Anchor) -> str:
    shift = moment.shift
    if shift and shift[0] in _FROM_NOW and not (shift[0] == "D" and moment.month is not None):
        return _from_now(moment, shift, anchor)
    if moment.decade is not None:
        return _decade(moment, anchor)
    if moment.century is not None:
        return f"{moment.century:02d}"
    if moment.day is not None or moment.weekday is not None:
        return _day_value(moment, anchor)
    if moment.month is not None or (shift and shift[0] == "M"):
        return "{}-{}".format(*_year_month(moment, anchor))
    if moment.months or moment.period or moment.week is not None:
        return _part_of_year(moment, anchor)
    named = _year(moment, anchor)
    if named or (moment.hour is None and moment.part is None):
        return named or "XXXX"
    near = anchor.named or anchor.day
    return near.isoformat() if near else ""


def _from_now(moment: Moment, shift: tuple[str, int], anchor: Anchor) -> str:
    unit, distance = shift
    if unit == "D":
        return _day_from(anchor, distance, moment.weekday)
    if unit == "W":
        return _week_from(anchor, distance, moment)
    if unit == "Q":
        return _quarter_from(anchor, distance)
    if unit == "SEASON":
        return _season_from(anchor, distance + _draws_near(moment, anchor, _SEASON_STARTS))
    return _long_ago(anchor, shift)


def _part_of_year(moment: Moment, anchor: Anchor) -> str:
    if moment.period is not None:
        return f"{_period_year(moment, anchor)}-{moment.period}"
    year = _year(moment, anchor) or "XXXX"
    if moment.months is not None:
        return f"{year}-01/{year}-{moment.months:02d}"
    return f"{year}-W{moment.week or 0:02d}"


def _day_from(anchor: Anchor, days: int, weekday: int | None) -> str:
    if anchor.day is None:
        return f"XXXX-WXX-{weekday}" if weekday else "XXXX-XX-XX"
    day = anchor.day + timedelta(days)
    if weekday is not None and day.isoweekday() != weekday:
        # The article may bear the date of the day after: the weekday named is surer than its date.
        near = [day + timedelta(n) for n in (1, -1, 2, -2, 3, -3)]
        day = next(other for other in near if other.isoweekday() == weekday)
    return day.isoformat()


def _week_from(anchor: Anchor, weeks: int, moment: Moment) -> str:
    if anchor.day is None:
        return "XXXX-WXX" + (f"-{moment.weekday}" if moment.weekday else "")
    year, week, _ = (anchor.day + timedelta(weeks=weeks)).isocalendar()
    if moment.weekday is not None:
        return date.fromisocalendar(year, week, moment.weekday).isoformat()
    return f"{year:04d}-W{week:02d}" + ("-WE" if moment.weekend else "")


def _quarter_from(anchor: Anchor, quarters: int) -> str:
    if anchor.day is None:
        return "XXXX-QX"
    number = anchor.day.year * 4 + (anchor.day.month - 1) // 3 + quarters
    return f"{number // 4:04d}-Q{number % 4 + 1}"


def _season_from(anchor: Anchor, seasons: int) -> str:
    if anchor.day is None:
        return reference(seasons)
    first = anchor.day.year - (anchor.day.month < _SEASON_STARTS) + seasons
    return f"{first}/{first + 1}"


def _decade(moment: Moment, anchor: Anchor) -> str:
    if moment.decade is not None and moment.decade >= 100:
        return f"{moment.decade}X"
    century = moment.century if moment.century is not None else 19
    return f"{century}{moment.decade}X"


def _long_ago(anchor: Anchor, shift: tuple[str, int]) -> str:
    if anchor.day is None:
        return "XXXX"
    size = 10 if shift[0] == "DE" else 100
    first = anchor.day.year // size + shift[1]
    return f"{first}X" if size == 10 else f"{first}"


def _year(moment: Moment, anchor: Anchor) -> str | None:
    if moment.year is not None:
        return f"{moment.year:04d}"
    if moment.shift and moment.shift[0] == "Y":
        ahead = moment.shift[1] + _draws_near(moment, anchor, _YEAR_STARTS)
        return f"{anchor.day.year + ahead:04d}" if anchor.day else "XXXX"
    return None


def _draws_near(moment: Moment, anchor: Anchor, month: int) -> bool:
    """Whether the new year or season is still to come: few months are left until ``month``."""
    return moment.opening and anchor.day is not None and month - _NEAR <= anchor.day.month < month


def _period_year(moment: Moment, anchor: Anchor) -> str:
    year = _year(moment, anchor)
    if year or anchor.day is None:
        return year or "XXXX"
    ends = {"WI": 3, "SP": 6, "SU": 9, "FA": 12, "Q1": 3, "Q2": 6, "Q3": 9, "Q4": 12, "H1": 6, "H2": 12}
    starts = ends[moment.period or ""] - 2
    month = anchor.day.month
    if moment.toward == -1 and starts + 2 >= month:
        return f"{anchor.day.year - 1:04d}"
    if moment.toward == 1 and starts <= month:
        return f"{anchor.day.year + 1:04d}"
    if moment.toward is None and anchor.tense in (Tense.PAST, Tense.SINCE) and starts > month:
        return f"{anchor.day.year - 1:04d}"
    return f"{anchor.day.year:04d}"


def _year_month(moment: Moment, anchor: Anchor) -> tuple[str, str]:
    """Year and month, the year by direction and tense where the words give none."""
    if moment.shift and moment.shift[0] == "M":
        near = anchor.named if moment.from_named and anchor.named else anchor.day
        if near is None:
            return "XXXX", "XX"
        months = near.year * 12 + near.month - 1 + moment.shift[1]
        return f"{months // 12:04d}", f"{months % 12 + 1:02d}"
    year = _year(moment, anchor)
    if moment.month is None:
        return year or "XXXX", "XX"
    if year is None and anchor.day is not None:
        year = f"{_year_of_month(moment, anchor.day, anchor.tense):04d}"
    return year or "XXXX", f"{moment.month:02d}"


def _year_of_month(moment: Moment, today: date, tense: Tense) -> int:
    month = moment.month or 1
    ahead = (month, moment.day or 0) > (today.month, today.day if moment.day else 0)
    months_ahead = month - today.month
    gone = ahead and (
        tense is Tense.SINCE
        or (tense is Tense.PAST and months_ahead >= _AHEAD)
        or (tense is Tense.OPEN and months_ahead >= _FAR_AHEAD)
    )
    if moment.toward == -1:
        return today.year - (month >= today.month if not moment.day else ahead)
    if moment.toward == 1:
        return today.year + (not ahead)
    if moment.toward is None and gone:
        return today.year - 1
    if moment.toward is None and tense is Tense.FUTURE and today.month - month >= _LONG_PAST:
        return today.year + 1
    return today.year


def _day_value(moment: Moment, anchor: Anchor) -> str:
    if moment.day is None:
        return _weekday_value(moment, anchor)
    if moment.month is None and not (moment.shift and moment.shift[0] == "M"):
        return _day_of_month_near(moment, anchor)
    year, month = _year_month(moment, anchor)
    value = f"{year}-{month}-{moment.day:02d}"
    if moment.weekday and moment.year is None and moment.toward is None and anchor.day and named_day(value):
        return _year_that_fits(value, moment.weekday)
    return value


def _year_that_fits(value: str, weekday: int) -> str:
    """The nearest year in which the day falls on the weekday named with it."""
    for shift in (0, -1, 1):
        year = int(value[:4]) + shift
        day = named_day(f"{year:04d}{value[4:]}")
        if day and day.isoweekday() == weekday:
            return day.isoformat()
    return value


def _day_of_month_near(moment: Moment, anchor: Anchor) -> str:
    if anchor.day is None:
        return f"XXXX-XX-{moment.day:02d}"
    for months in (0, -1, 1) if anchor.tense is not Tense.FUTURE else (0, 1, -1):
        number = anchor.day.year * 12 + anchor.day.month - 1 + months
        day = named_day(f"{number // 12:04d}-{number % 12 + 1:02d}-{moment.day:02d}")
        if day and (moment.weekday is None or day.isoweekday() == moment.weekday):
            return day.isoformat()
    return f"{anchor.day.year:04d}-{anchor.day.month:02d}-{moment.day:02d}"


def _weekday_value(moment: Moment, anchor: Anchor) -> str:
    """A bare weekday is the nearest past one, the day of publication itself, or the next if to come."""
    if anchor.day is None:
        return f"XXXX-WXX-{moment.weekday}"
    if moment.month is not None or (moment.shift and moment.shift[0] == "M"):
        return "{}-{}".format(*_year_month(moment, anchor))
    back = (anchor.day.isoweekday() - (moment.weekday or 0)) % 7
    if moment.toward == -1:
        return (anchor.day - timedelta(back or 7)).isoformat()
    if moment.toward == 1 or (moment.toward == 0 and back):
        return (anchor.day + timedelta(7 - back)).isoformat()
    if moment.toward is None and anchor.tense is Tense.FUTURE and back:
        return (anchor.day + timedelta(7 - back)).isoformat()
    return (anchor.day - timedelta(back)).isoformat()


def _clock_value(moment: Moment) -> str:
    hour = moment.hour or 0
    if moment.part in ("AF", "EV") and hour < 12:
        hour += 12
    elif moment.part == "NI":
        hour = hour + 12 if 6 <= hour < 12 else hour % 12 if hour == 12 else hour
    elif moment.part == "MO" and hour == 12:
        hour = 0
    second = f":{moment.second:02d}" if moment.second is not None else ""
    return f"{hour:02d}:{moment.minute or 0:02d}{second}"
