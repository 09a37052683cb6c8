"""Weeks, months, years and longer, and their parts: "الأسبوع الماضي", "الربع الأول من 2016"."""

from tawatur.finders.times.dates import read_month, read_ordinal, read_relation
from tawatur.finders.times.moments import Atom, Length, Moment, union
from tawatur.finders.times.rates import read_rate
from tawatur.finders.times.units import read_number_and_unit, read_unit_and_number
from tawatur.finders.times.years import past_kind_of_year, read_marked_year, read_year_after
from tawatur.lexicon.calendar import Calendar, Found
from tawatur.lexicon.timesigns import bits
from tawatur.lexicon.timewords import Kind
from tawatur.text import Tokens

_OF = ("من", "في")
_LAST_CENTURY = 30
_FIRST_WORDS = 3
_A_UNIT = bits(Kind.UNIT)
_MONTHS = range(1, 13)
_PARTS = {"Q": 4, "H": 2}
_CHAPTER = "فصل"
SHIFTING = ("W", "M", "Y", "DE", "CE", "SEASON")


def read_period(tokens: Tokens, found: Found, end: int, calendar: Calendar) -> Atom | None:
    """A week, month, year, season, decade or century by what follows its word, None where nothing does.

    As in "الأسبوع الماضي", "عام 2013", "القرن التاسع عشر", "الأسبوع الأول من عام 2016".
    """
    unit = str(found.word.value)
    if unit in ("Y", "SEASON"):
        atom = read_marked_year(tokens, found.first, end, calendar)
        if atom is not None:
            return atom
    if found.word.number != "singular" or not found.definite or unit not in (*SHIFTING, "H"):
        return None
    if found.first and tokens.forms[found.first - 1] in calendar.sets["names_before_year"]:
        return None
    return (
        _numbered_period(tokens, found, end, calendar)
        or _period_from_now(tokens, found, end, calendar)
        or read_rate(tokens, found, unit, calendar)
    )


def _period_from_now(tokens: Tokens, found: Found, end: int, calendar: Calendar) -> Atom | None:
    """As in "الأسبوع الماضي", "العام الدراسي الجديد", "الساعات المقبلة"."""
    unit, last = str(found.word.value), found.last
    if unit in ("Y", "SEASON"):
        last = past_kind_of_year(tokens, found, end, calendar)
        unit = "SEASON" if calendar.has("kinds_of_season", tokens.forms[last - 1]) else unit
    if unit in ("Y", "SEASON") and last < end and tokens.forms[last] in calendar.sets["opening"]:
        new = Moment(shift=(unit, 0), opening=True)
        return Atom(found.first, last + 1, _start(tokens, found), "period from now", new)
    toward, last = read_relation(tokens, last, end, calendar)
    if toward is None:
        return None
    if unit == "H":
        length = Length(((1, "H"),), toward or None)
        return Atom(found.first, last, _start(tokens, found), "duration", length=length)
    return Atom(found.first, last, _start(tokens, found), "period from now", Moment(shift=(unit, toward)))


def _numbered_period(tokens: Tokens, found: Found, end: int, calendar: Calendar) -> Atom | None:
    """As in "القرن التاسع عشر", "القرن الـ21", "الأسبوع الأول من أكتوبر", "الشهر الأول من العام"."""
    unit, start = found.word.value, _start(tokens, found)
    ordinal = read_ordinal(tokens, found.last, end, calendar) if found.last < end else None
    number = _figures_after(tokens, found.last, end) or (ordinal and ordinal[:2])
    if unit == "CE" and number:
        return Atom(found.first, number[1], start, "century", Moment(century=number[0] - 1))
    if unit == "M" and ordinal and ordinal[0] in _MONTHS:
        month = Atom(found.first, ordinal[1], start, "month", Moment(month=ordinal[0]))
        return _in_year(tokens, month, end, calendar)
    if unit != "W" or ordinal is None:
        return None
    week = Atom(found.first, ordinal[1], start, "part of year", Moment(week=ordinal[0]))
    return _in_year(tokens, week, end, calendar) or _in_month(tokens, week, end, calendar)


def _figures_after(tokens: Tokens, i: int, end: int) -> tuple[int, int] | None:
    """The number in "القرن الـ21" or "القرن 21" and the token after it."""
    at = i + (i < end and tokens.forms[i] == "ال")
    if at < end and tokens.forms[at].isdecimal() and 1 <= int(tokens.forms[at][:3]) <= _LAST_CENTURY:
        return int(tokens.forms[at]), at + 1
    return None


def read_season(tokens: Tokens, found: Found, end: int, calendar: Calendar) -> Atom | None:
    """As in "صيف 2016", "الربيع القادم", "فصل الشتاء"; a bare season only after a word of time."""
    toward, last = read_relation(tokens, found.last, end, calendar)
    start, first = _start(tokens, found), found.first
    before = tokens.forms[first - 1] if first else ""
    season = before in calendar.sets["season_word"]
    if season:
        first, start = first - 1, tokens.starts[first - 1]
    moment = Moment(period=str(found.word.value), toward=toward and (1 if toward > 0 else -1))
    atom = Atom(first, last, start, "season", moment)
    if toward is not None:
        return atom
    dated = _in_year(tokens, atom, end, calendar)
    if dated is not None:
        return dated
    if last < end and tokens.forms[last] in calendar.sets["season_names"]:
        return None
    return atom if found.definite and (season or before in _OF or calendar.has("since", before)) else None


def read_part_of_year(tokens: Tokens, found: Found, end: int, calendar: Calendar) -> Atom | None:
    """As in "الربع الأول من عام 2016", "النصف الثاني من العام الماضي"."""
    letter, most = str(found.word.value), _PARTS[str(found.word.value)]
    number, last = _part_number(tokens, found, end, calendar, most)
    if not 1 <= number <= most:
        return _quarter_from_now(tokens, found, end, calendar)
    moment = Moment(period=f"{letter}{number}")
    atom = Atom(found.first, last, _start(tokens, found), "part of year", moment)
    dated = _in_year(tokens, atom, end, calendar) or _in_month(tokens, atom, end, calendar)
    if tokens.forms[found.first].endswith(_CHAPTER):
        term = dated and dated.moment and dated.moment.shift and dated.moment.shift[0] == "SEASON"
        return None if term else dated
    if dated is None and letter == "Q" and (last >= end or tokens.forms[last] != "من"):
        if found.attached:
            return atom
        before = tokens.forms[found.first - 1] if found.first else ""
        return atom if calendar.has("quarter_after", before) else None
    return dated


def _quarter_from_now(tokens: Tokens, found: Found, end: int, calendar: Calendar) -> Atom | None:
    """As in "الربع الحالي", "الثلاثي الماضي"."""
    if found.word.value != "Q" or not found.definite or tokens.forms[found.first].endswith(_CHAPTER):
        return None
    toward, last = read_relation(tokens, found.last, end, calendar)
    if toward is None:
        return None
    return Atom(found.first, last, _start(tokens, found), "part of year", Moment(shift=("Q", toward)))


def _part_number(tokens: Tokens, found: Found, end: int, calendar: Calendar, most: int) -> tuple[int, int]:
    """Which part is meant and the token after it; "الأخير" is the last one, 0 stands for none."""
    if not found.definite or found.last >= end:
        return 0, found.last
    if tokens.forms[found.last] in calendar.sets["last_part"]:
        return most, found.last + 1
    ordinal = read_ordinal(tokens, found.last, end, calendar)
    return ordinal[:2] if ordinal else (0, found.last)


def read_first_months(tokens: Tokens, i: int, end: int, calendar: Calendar) -> Atom | None:
    """The months of a year up to a number: "الأشهر السبعة الأولى من 2016", "أول 5 أشهر من 2016"."""
    following = tokens.forms[i + 1 : min(i + _FIRST_WORDS, end)]
    if not calendar.signs[tokens.forms[i]] & _A_UNIT and calendar.sets["months"].isdisjoint(following):
        return None
    opened = tokens.forms[i] in calendar.sets["first_before"] and i + 1 < end
    read = read_number_and_unit(tokens, i + opened, end, calendar)
    numbered = read is not None
    read = read or (None if opened else read_unit_and_number(tokens, i, end, calendar))
    if read is None or read[3] is not None:
        return None
    (number, unit), last = read[0][0], read[1]
    if unit != "M" or number not in range(1, 12):
        return None
    said = last < end and tokens.forms[last] in calendar.sets["first_few"]
    if numbered and not (opened or said):
        return None
    start = tokens.starts[i] if opened else read[2]
    months = Atom(i, last + said, start, "part of year", Moment(months=int(number or 0)))
    return _in_year(tokens, months, end, calendar)


def _in_year(tokens: Tokens, atom: Atom, end: int, calendar: Calendar) -> Atom | None:
    """The part of a year with the year that follows it, None where none does."""
    at = atom.last
    if at < end and tokens.forms[at] in _OF:
        at += 1
    if at >= end or atom.moment is None:
        return None
    year = _named_year(tokens, at, end, calendar)
    if year is None or year.moment is None:
        return None
    both = union(atom.moment, year.moment)
    if both is None or not (both.year or (both.shift and both.shift[0] in ("Y", "SEASON"))):
        return None
    return Atom(atom.first, year.last, atom.start, atom.rule, both)


def _named_year(tokens: Tokens, i: int, end: int, calendar: Calendar) -> Atom | None:
    """A year by its number, by where it stands from now, or "العام" alone for the year of now."""
    this = calendar.has("these", tokens.forms[i])
    for found in calendar.find(tokens, i + this, end):
        if found.word.kind is Kind.UNIT and found.word.value in ("Y", "SEASON"):
            year = read_period(tokens, found, end, calendar)
            if year is not None and not this:
                return year
            if found.definite and found.word.number == "singular":
                now = Moment(shift=(str(found.word.value), 0))
                return Atom(i, found.last, tokens.starts[i], "period from now", now)
    return _year_in_figures_or_words(tokens, i, end, calendar)


def _year_in_figures_or_words(tokens: Tokens, i: int, end: int, calendar: Calendar) -> Atom | None:
    year = read_year_after(tokens, i, end, calendar)
    return Atom(i, year[1], tokens.starts[i], "year", Moment(year=year[0], hijri=year[2])) if year else None


def _in_month(tokens: Tokens, part: Atom, end: int, calendar: Calendar) -> Atom | None:
    """A week or a half of a month, which TIMEX3 has no value for: the month."""
    at = part.last
    if at + 1 >= end or tokens.forms[at] != "من":
        return None
    month = read_month(tokens, at + 1, end, calendar)
    return Atom(part.first, month.last, part.start, "edge of a time", month.moment) if month else None


def read_decade(tokens: Tokens, found: Found, end: int, calendar: Calendar) -> Atom | None:
    """As in "السبعينيات", "تسعينات القرن الماضي"."""
    last = found.last
    at = last + (last < end and tokens.forms[last] == "من")
    if at < end and tokens.forms[at] in calendar.sets["age"]:
        return None
    for other in calendar.find(tokens, at, end) if at < end else ():
        if other.word.kind is Kind.UNIT and other.word.value == "CE" and other.definite:
            _, last = read_relation(tokens, other.last, end, calendar)
            ordinal = read_ordinal(tokens, other.last, end, calendar) if other.last < end else None
            century = ordinal[0] - 1 if ordinal else None
            last = ordinal[1] if ordinal else last
            moment = Moment(decade=int(found.word.value), century=century)
            return Atom(found.first, last, _start(tokens, found), "decade", moment)
    return Atom(found.first, last, _start(tokens, found), "decade", Moment(decade=int(found.word.value)))


def _start(tokens: Tokens, found: Found) -> int:
    return tokens.starts[found.first] + found.lead
