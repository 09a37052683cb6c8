"""Dates and years written in figures: 21/4/2016, 2016-02-22, 3/2015, 22-4, 2015/2016."""

import msgspec

from tawatur.finders.times.moments import Atom, Moment
from tawatur.lexicon.calendar import Calendar
from tawatur.text import Tokens

_SEPARATORS = frozenset("/-.–\\")
_DASHES = ("-", "–")
_DAY_MONTH_YEAR = ("day", "month", "year")
_ERAS = ("م", "ميلادي", "ميلاديا", "ميلادية", "للميلاد")
_HIJRI_ERAS = ("ه", "هـ", "هجري", "هجريا", "هجرية", "للهجرة")
_FIRST_YEAR, _LAST_YEAR = 1000, 2100
_NEAR_YEARS = range(1900, 2060)


def read_figure_date(tokens: Tokens, i: int, end: int, calendar: Calendar) -> Atom | None:
    """The date in figures at token ``i``, day before month unless the year comes first."""
    parts, last = _parts(tokens, i, end)
    if len(parts) == 3:
        found = _full(parts)
    elif len(parts) == 2:
        found = _pair(tokens, i, parts, calendar)
    else:
        found = None
    if found is None:
        return None
    moment, until = found
    if len(parts) == len(_DAY_MONTH_YEAR):
        last, islamic = read_era(tokens, last, end)
        moment = msgspec.structs.replace(moment, hijri=moment.hijri or islamic)
    if last < end and _goes_on(tokens, last, calendar):
        return None
    return Atom(i, last, tokens.starts[i], "date in figures", moment, until)


def _parts(tokens: Tokens, i: int, end: int) -> tuple[list[str], int]:
    """Two or three figures with one separator between them, and the token after."""
    form = tokens.forms[i]
    if not form.isdecimal():
        pieces = form.split(".") if form.count(".") in (1, 2) else []
        return (pieces, i + 1) if all(piece.isdecimal() for piece in pieces) else ([], i + 1)
    parts, last = [form], i + 1
    separator = tokens.forms[last] if last < end else ""
    while (
        len(parts) < 3
        and last + 1 < end
        and separator in _SEPARATORS
        and tokens.forms[last] == separator
        and tokens.forms[last + 1].isdecimal()
        and _close(tokens, last)
    ):
        parts.append(tokens.forms[last + 1])
        last += 2
    return parts, last


def _close(tokens: Tokens, i: int) -> bool:
    """The separator touches the figures, or is a slash with a space on both sides at most."""
    before, after = tokens.starts[i] - tokens.ends[i - 1], tokens.starts[i + 1] - tokens.ends[i]
    if before == after == 0 or (tokens.forms[i] == "/" and before <= 1 and after <= 1):
        return True
    return before == after == 1 and i > 0 and _opens_a_report(tokens, i - 1)


def _goes_on(tokens: Tokens, last: int, calendar: Calendar) -> bool:
    """Whether more figures, a scale or a measure make the figures a number: "1968.4 مليون"."""
    word = calendar.numbers.word(tokens.forms[last])
    if (word and word.scale) or calendar.numbers.counting.measures.read(tokens, last, len(tokens)):
        return True
    touching = tokens.ends[last - 1] == tokens.starts[last]
    return touching and tokens.forms[last] in ("/", "%", "٪", "٫")


def _full(parts: list[str]) -> tuple[Moment, Moment | None] | None:
    a, b, c = (int(part) for part in parts)
    if len(parts[0]) == 4 and len(parts[1]) <= 2 and len(parts[2]) <= 2:
        year, month, day = a, b, c
    elif len(parts[2]) == 4 and len(parts[0]) <= 2 and len(parts[1]) <= 2:
        day, month, year = (a, b, c) if b <= 12 else (b, a, c)
    elif len(parts[2]) == 2 and len(parts[0]) <= 2 and len(parts[1]) == 2 and c <= 30:
        day, month, year = a, b, 2000 + c
    else:
        return None
    hijri = 1400 <= year <= 1500
    if 1 <= month <= 12 and 1 <= day <= 31 and _FIRST_YEAR <= year <= _LAST_YEAR:
        return Moment(year=year, month=month, day=day, hijri=hijri), None
    return None


def _pair(
    tokens: Tokens, i: int, parts: list[str], calendar: Calendar
) -> tuple[Moment, Moment | None] | None:
    """A year with its month, two years in a row, or a day with its month where a word says so."""
    a, b = (int(part) for part in parts)
    if len(parts[0]) == 4 and a in _NEAR_YEARS:
        if len(parts[1]) == 4 and b in _NEAR_YEARS and a != b:
            return Moment(year=min(a, b)), Moment(year=max(a, b))
        if len(parts[1]) == 2 and b == (a + 1) % 100 and b > 12:
            return Moment(year=a), Moment(year=a + 1)
        return (Moment(year=a, month=b), None) if 1 <= b <= 12 else None
    if len(parts[1]) == 4 and b in _NEAR_YEARS:
        return (Moment(year=b, month=a), None) if 1 <= a <= 12 and "." not in tokens.forms[i] else None
    if not (1 <= a <= 31 and 1 <= b <= 12) or "." in tokens.forms[i] or len(parts[1]) > 2:
        return None
    before = tokens.forms[i - 1] if i else ""
    padded = len(parts[0]) == len(parts[1]) == 2 and parts[1][0] == "0"
    said = calendar.has("dated_by", before)
    return (Moment(day=a, month=b), None) if padded or said or _opens_a_report(tokens, i) else None


def _opens_a_report(tokens: Tokens, i: int) -> bool:
    """As in "الكويت - 22 - 10 (كونا)": the day between the place and the agency."""
    before, after = tokens.forms[i - 1 : i], tokens.forms[i + 3 : i + 4]
    return i > 0 and before[0] in _DASHES and after == ["("] and tokens.forms[i + 1] in _DASHES


def read_year(tokens: Tokens, i: int, end: int) -> tuple[int, int] | None:
    """The year in four figures at token ``i`` (a Hijri or Gregorian one) and the token after it."""
    if i < end and len(tokens.forms[i]) == 4 and tokens.forms[i].isdecimal():
        year = int(tokens.forms[i])
        if _FIRST_YEAR <= year <= _LAST_YEAR:
            return year, i + 1
    return None


def read_era(tokens: Tokens, i: int, end: int) -> tuple[int, bool]:
    """The token after the era at token ``i``, and whether it is that of the Hijra."""
    if i < end and tokens.forms[i] in _HIJRI_ERAS:
        return i + 1, True
    return (i + 1 if i < end and tokens.forms[i] in _ERAS else i), False


def is_near(year: int) -> bool:
    """Whether four figures without any word beside them are read as a year."""
    return year in _NEAR_YEARS
