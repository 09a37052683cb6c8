"""Days, months and years in words: "الخامس من مايو 2015", "23 و28 أكتوبر", "عام 2013"."""

import msgspec

from tawatur.finders.times.figures import read_figure_date
from tawatur.finders.times.moments import Atom, Moment
from tawatur.finders.times.years import past_one_of, read_year_after
from tawatur.lexicon.calendar import Calendar, Found
from tawatur.lexicon.numerals import read_numeral
from tawatur.lexicon.timewords import Kind, TimeWord
from tawatur.text import Tokens

_LAST_DAY = 31
OPENERS = ("بين", "مابين", "من")
_TO = ("الي", "حتي", "و")
_RANGE_WORDS = ("الي", "حتي", "و", "-", "–", "—", "ـ", "لغاية", "وحتي")
_OF = ("من", "في")
_MARKS_BEFORE_MONTH = ("-", "/", ".")
_BEFORE_MONTH = (*_OF, *_MARKS_BEFORE_MONTH)
_NOUGHT = "صفر"
_COMMAS = ("،", ",")
_RAMADAN = 9
_LONGEST_LIST = 12


class Day(msgspec.Struct, frozen=True):
    """A day of a month by number or ordinal, and the token after it."""

    day: int
    last: int
    start: int


def read_dated(tokens: Tokens, i: int, end: int, calendar: Calendar) -> Atom | None:
    """A day or two days before their month, with the year where it follows."""
    opener = tokens.forms[i] in OPENERS
    one = read_day(tokens, i + opener, end, calendar)
    if one is None:
        return None
    in_figures = _to_figure_date(tokens, i, one, end, calendar)
    if in_figures is not None:
        return in_figures
    two, last = None, one.last
    if last + 1 < end or opener:
        two = _second_day(tokens, last, end, calendar)
        last = two.last if two else last
    month = read_month(tokens, past_one_of(tokens, last, end, _BEFORE_MONTH), end, calendar, dated=True)
    if month is None:
        return None
    start = tokens.starts[i] if opener else one.start
    first = msgspec.structs.replace(month.moment or Moment(), day=one.day)
    until = msgspec.structs.replace(month.moment or Moment(), day=two.day) if two else None
    if until is not None and not opener and one.day > two.day:  # type: ignore[union-attr]
        return None
    return Atom(i, month.last, start, "range" if two else "day of month", first, until)


def _to_figure_date(tokens: Tokens, i: int, one: Day, end: int, calendar: Calendar) -> Atom | None:
    """As in "من 20 إلى 21/4/2025": a day up to a later one of the same month."""
    if (
        one.last + 1 >= end
        or tokens.forms[one.last] not in _TO
        or not tokens.forms[one.last + 1][0].isdecimal()
    ):
        return None
    two = read_figure_date(tokens, one.last + 1, end, calendar)
    if two is None or two.until or two.moment is None or one.day >= (two.moment.day or 0):
        return None
    start = tokens.starts[i] if tokens.forms[i] in OPENERS else one.start
    return Atom(i, two.last, start, "range", msgspec.structs.replace(two.moment, day=one.day), two.moment)


def _second_day(tokens: Tokens, last: int, end: int, calendar: Calendar) -> Day | None:
    """The other day of "23 و28", "8 إلى 13", "والتاسع عشر"; a list of days yields its last."""
    found = None
    for _ in range(_LONGEST_LIST):
        if last >= end:
            break
        if tokens.forms[last] in _RANGE_WORDS or (found and tokens.forms[last] in _COMMAS):
            other = read_day(tokens, last + 1, end, calendar)
        elif tokens.forms[last].startswith("و"):
            other = read_day(tokens, last, end, calendar)
        else:
            other = None
        if other is None:
            return found
        found, last = other, other.last
    return found


def read_day(tokens: Tokens, i: int, end: int, calendar: Calendar) -> Day | None:
    """The day of a month at token ``i``: "23", "الحادي والعشرين", "واحد وعشرين", "أول يوليو"."""
    if i >= end:
        return None
    form = tokens.forms[i]
    if form.isdecimal():
        last = i + 1
        fits = len(form) <= 2 and 1 <= int(form) <= _LAST_DAY
        return Day(int(form), last, tokens.starts[i]) if fits else None
    if form in calendar.sets["first_before"] and _is_month(tokens, i + 1, end, calendar):
        return Day(1, i + 1, tokens.starts[i])
    ordinal = read_ordinal(tokens, i, end, calendar)
    if ordinal is not None:
        return Day(*ordinal) if 1 <= ordinal[0] <= _LAST_DAY else None
    numeral = read_numeral(tokens, i, end, calendar.numbers) if calendar.numbers.word(form) else None
    if (
        numeral is None
        or numeral.definite
        or numeral.low % 1
        or not 1 <= numeral.low <= _LAST_DAY
        or numeral.open
    ):
        return None
    return Day(int(numeral.low), numeral.last, numeral.start)


def _is_month(tokens: Tokens, i: int, end: int, calendar: Calendar) -> bool:
    kinds = (Kind.MONTH, Kind.HIJRI)
    return any(found.word.kind in kinds and not found.attached for found in calendar.find(tokens, i, end))


def read_ordinal(tokens: Tokens, i: int, end: int, calendar: Calendar) -> tuple[int, int, int] | None:
    """The definite ordinal at token ``i``: its value, the token after it, its offset."""
    form = tokens.forms[i]
    for found in calendar.find(tokens, i, end):
        if found.word.kind is Kind.ORDINAL and found.definite:
            value, last = int(found.word.value), found.last
            ten = calendar.numbers.word(tokens.forms[last]) if last < end and value < 10 else None
            if ten and ten.joined and ten.definite and ten.value in (20, 30):
                return value + int(ten.value), last + 1, tokens.starts[i] + found.lead
            return value, last, tokens.starts[i] + found.lead
    if form.startswith("ال") and calendar.has("ordinals_before_ten", form) and i + 1 < end:
        ten = calendar.numbers.word(tokens.forms[i + 1])
        if ten and ten.joined and ten.value in (20, 30):
            return 1 + int(ten.value), i + 2, tokens.starts[i]
    return None


def read_month(tokens: Tokens, i: int, end: int, calendar: Calendar, dated: bool = False) -> Atom | None:
    """A month with its double, its year, and where it stands from now; or "الشهر الجاري" after a day."""
    named = _named_month(tokens, i, end, calendar)
    if named is None:
        return _month_from_now(tokens, i, end, calendar) if dated else None
    found, start = named
    if found.word.doubtful and not dated and not _surely_month(tokens, i, found, end, calendar):
        return None
    if found.word.doubtful and dated and (found.attached or _is_score(tokens, i)):
        return None
    last = _double(tokens, found, end, calendar)
    hijri = found.word.kind is Kind.HIJRI
    moment = Moment(month=int(found.word.value), hijri=hijri)
    stretch = None if dated else _stretch_after(tokens, last, end, calendar)
    if stretch is not None:
        return _with_stretch(tokens, i, start, moment, stretch, end, calendar)
    day = None if dated else _day_after(tokens, last, end, calendar)
    if day is not None:
        moment, last = msgspec.structs.replace(moment, day=day.day), day.last
    toward, after = read_relation(tokens, last, end, calendar)
    if toward is not None:
        return Atom(i, after, start, "month", msgspec.structs.replace(moment, toward=toward))
    year = read_year_after(tokens, last, end, calendar)
    if year is not None:
        value, last, islamic = year
        moment = msgspec.structs.replace(moment, year=value, hijri=hijri or islamic)
    return Atom(i, last, start, "day of month" if day else "month", moment)


def _is_score(tokens: Tokens, i: int) -> bool:
    """The nought of "1/ صفر" and "2 - صفر", which is no Safar."""
    return tokens.forms[i] == _NOUGHT and tokens.forms[i - 1] in _MARKS_BEFORE_MONTH


def _stretch_after(tokens: Tokens, i: int, end: int, calendar: Calendar) -> tuple[Day, Day] | None:
    """Two days after their month: "نوفمبر بين 19 و20", "يوليو 13-15"."""
    opened = i < end and tokens.forms[i] in OPENERS
    one = read_day(tokens, i + opened, end, calendar)
    two = _second_day(tokens, one.last, end, calendar) if one else None
    if one is None or two is None or one.day >= two.day:
        return None
    apart = tokens.forms[one.last] in ("-", "–") and tokens.ends[one.last] == tokens.starts[one.last + 1]
    return (one, two) if opened or apart else None


def _with_stretch(
    tokens: Tokens, i: int, start: int, month: Moment, days: tuple[Day, Day], end: int, calendar: Calendar
) -> Atom:
    year = read_year_after(tokens, days[1].last, end, calendar)
    one = msgspec.structs.replace(month, day=days[0].day, year=year[0] if year else None)
    two = msgspec.structs.replace(one, day=days[1].day)
    return Atom(i, year[1] if year else days[1].last, start, "range", one, two)


def _named_month(tokens: Tokens, i: int, end: int, calendar: Calendar) -> tuple[Found, int] | None:
    """The month at token ``i``, "شهر" before it or not."""
    if i >= end:
        return None
    start = None
    for found in calendar.find(tokens, i, end):
        if found.word.kind is Kind.UNIT and found.word.value == "M" and found.word.number != "plural":
            start = tokens.starts[i] + found.lead
            i += 1
            break
    if i >= end:
        return None
    for found in calendar.find(tokens, i, end):
        if found.word.kind in (Kind.MONTH, Kind.HIJRI):
            return found, tokens.starts[i] + found.lead if start is None else start
    if start is not None and tokens.forms[i].isdecimal() and 1 <= int(tokens.forms[i][:3]) <= 12:
        numbered = TimeWord(Kind.MONTH, int(tokens.forms[i]))
        return Found(numbered, i, i + 1, 0, False, False, False), start
    return None


def _surely_month(tokens: Tokens, i: int, found: Found, end: int, calendar: Calendar) -> bool:
    """A doubtful month counts after a preposition or a part of time, or before a year or a relation."""
    before = tokens.forms[i - 1] if i else ""
    last = found.last
    if found.first > i:
        return True
    follows = last < end and (
        tokens.forms[last] == "/"
        or read_year_after(tokens, last, end, calendar) is not None
        or read_relation(tokens, last, end, calendar)[0] is not None
    )
    if found.word.kind is Kind.HIJRI:
        ramadan = found.word.value == _RAMADAN and calendar.has("prepositions", before)
        return follows or ramadan or calendar.has("first_of", before)
    return follows or (calendar.has("month_before", before) and not found.attached)


def _double(tokens: Tokens, found: Found, end: int, calendar: Calendar) -> int:
    """The token after the other name of the same month: "أكتوبر/تشرين الأول", "يناير (كانون الثاني)"."""
    i = found.last
    closing = False
    if i < end and tokens.forms[i] in ("/", "-", "("):
        closing = tokens.forms[i] == "("
        i += 1
    if i >= end:
        return found.last
    for other in calendar.find(tokens, i, end):
        if other.word.kind is found.word.kind and other.word.value == found.word.value and not other.lead:
            last = other.last
            return last + 1 if closing and last < end and tokens.forms[last] == ")" else last
    return found.last


def _day_after(tokens: Tokens, i: int, end: int, calendar: Calendar) -> Day | None:
    """A day written after its month: "مايو الحادي عشر", "أكتوبر/ 2"."""
    at = past_one_of(tokens, i, end, ("/",))
    if at >= end:
        return None
    day = read_day(tokens, at, end, calendar)
    if day is None or calendar.find(tokens, day.last, end):
        return None
    if day.last < end and _counts(tokens, day.last):
        return None
    return day


def _counts(tokens: Tokens, i: int) -> bool:
    """Whether a word follows that the number before it may count."""
    form = tokens.forms[i]
    return form[0].isalpha() and not form.startswith("ال") and form not in (*_OF, *_RANGE_WORDS)


def _month_from_now(tokens: Tokens, i: int, end: int, calendar: Calendar) -> Atom | None:
    """As in "الشهر المقبل", "هذا الشهر", "الشهر ذاته", "نفس الشهر" after a day."""
    before = tokens.forms[i] if i < end else ""
    this, same = calendar.has("these", before), before in calendar.sets["same_before"]
    i += this or same
    if i >= end:
        return None
    for found in calendar.find(tokens, i, end):
        if found.word.kind is Kind.UNIT and found.word.value == "M" and found.definite:
            toward, last = read_relation(tokens, found.last, end, calendar)
            if not same and found.last < end and tokens.forms[found.last] in calendar.sets["same_after"]:
                same, last = True, found.last + 1
            if this or same or toward is not None:
                moment = Moment(shift=("M", toward or 0), from_named=same)
                return Atom(i, found.last if this else last, tokens.starts[i], "month", moment)
    return None


def read_relation(tokens: Tokens, i: int, end: int, calendar: Calendar) -> tuple[int | None, int]:
    """Which one is meant, by the adjective at token ``i`` ("الماضي" -1), and the token after it."""
    if i < end and calendar.has("further", tokens.forms[i]) and i + 1 < end:
        toward, last = read_relation(tokens, i + 1, end, calendar)
        return (toward * 2, last) if toward else (None, i)
    if i < end:
        for found in calendar.find(tokens, i, end):
            if found.word.kind is Kind.RELATION and not found.attached and not found.joined:
                return int(found.word.value), found.last
    return None, i
