"""The Islamic calendar: its days and months as Gregorian ones, by the tables of Umm al-Qura (hijridate)."""

from datetime import date

import msgspec
from hijridate import Gregorian, Hijri

from tawatur.finders.times.moments import Moment

_YEARS = range(1343, 1501)


def from_hijri(moment: Moment, today: date | None, tense: int) -> Moment:
    """The Gregorian moment of a Hijri one: the day, the month of its middle, or the year of its middle.

    A month without a year is that of ``today``'s Hijri year, the last or the next by direction and
    tense (-2 since then, -1 past, 1 future). What the tables do not reach loses its fields.
    """
    year = moment.year or _year_near(moment, today, tense)
    if year not in _YEARS:
        return msgspec.structs.replace(moment, hijri=False, year=None, month=None, day=None)
    if moment.month is None:
        return Moment(year=Hijri(year, 6, 15).to_gregorian().year)
    length = Hijri(year, moment.month, 1).month_length()
    found = Hijri(year, moment.month, min(moment.day or 15, length)).to_gregorian()
    return msgspec.structs.replace(
        moment,
        hijri=False,
        year=found.year,
        month=found.month,
        day=found.day if moment.day else None,
        toward=None,
    )


def _year_near(moment: Moment, today: date | None, tense: int) -> int:
    if today is None or not date(1925, 1, 1) <= today <= date(2076, 1, 1):
        return 0
    now = Gregorian(today.year, today.month, today.day).to_hijri()
    month, day = moment.month or 1, moment.day or 0
    ahead = (month, day) > (now.month, now.day)
    if moment.toward == -1 or (
        moment.toward is None and (tense < -1 or (tense < 0 and month - now.month > 2))
    ):
        return int(now.year) - ahead
    if moment.toward == 1:
        return int(now.year) + (month <= now.month)
    return int(now.year)


def hijri_year_in(year: int, month: int, day: int) -> int:
    """The Hijri year whose given day falls in a Gregorian year."""
    for hijri in range(year - 580, year - 576):
        if hijri in _YEARS and Hijri(hijri, month, day).to_gregorian().year == year:
            return hijri
    return year - 579
