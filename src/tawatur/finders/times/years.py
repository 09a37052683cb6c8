"""Years: after a month, after their word, or four figures alone: "عام 2013", "بين عامي 2010 و2015"."""

from tawatur.finders.times.figures import is_near, read_era, read_year
from tawatur.finders.times.moments import Atom, Moment
from tawatur.lexicon.calendar import Calendar, Found
from tawatur.lexicon.numerals import read_numeral
from tawatur.lexicon.timewords import Kind
from tawatur.text import Tokens

_OF = ("من", "في")
_COMMAS = ("،", ",")
_ACCUSATIVE = 5
_NEAR, _FAR = 10, 200
_HIJRI = range(1400, 1501)
_SIGNS = ("$", "€", "%", "+", ".", ":", "ال")


def read_year_after(tokens: Tokens, i: int, end: int, calendar: Calendar) -> tuple[int, int, bool] | None:
    """The year after a month: "2015", "، 2015", "من عام 2015", "ألفين وثمانية عشر"; whether Hijri."""
    at = past_one_of(tokens, i, end, (*_COMMAS, "/", "-"))
    at = past_one_of(tokens, at, end, _OF)
    marked = at < end and any(
        found.word.kind is Kind.UNIT and found.word.value == "Y" for found in calendar.find(tokens, at, end)
    )
    at += marked
    year = read_year(tokens, at, end)
    if year is None and at < end and calendar.numbers.word(tokens.forms[at]) is not None:
        numeral = read_numeral(tokens, at, end, calendar.numbers)
        if numeral and 1000 <= numeral.low <= 2100 and not numeral.figures and not numeral.open:
            year = int(numeral.low), numeral.last
    if year is None:
        return None
    far = not is_near(year[0]) and year[0] not in _HIJRI
    if at > i and not marked and tokens.forms[i] in ("-", *_OF) and far:
        return None
    last, islamic = read_era(tokens, year[1], end)
    return year[0], last, islamic or year[0] in _HIJRI


def read_marked_year(tokens: Tokens, i: int, end: int, calendar: Calendar) -> Atom | None:
    """As in "عام 2013", "سنة ألفين وعشرة", "عامي 2010 و2015", "الموسم 2015 - 2016"."""
    for found in calendar.find(tokens, i, end):
        if found.word.kind is Kind.UNIT and found.word.value in ("Y", "SEASON") and found.last < end:
            start = tokens.starts[i] + found.lead
            at = past_kind_of_year(tokens, found, end, calendar)
            year = read_year_after(tokens, at, end, calendar) if at < end else None
            if year is None and tokens.forms[found.last] != "و":
                year = _small_year(tokens, found.last, end, calendar)
            if year is None:
                continue
            one = Moment(year=year[0], hijri=year[2])
            second = _second_year(tokens, year[1], end, one, found.word.number == "dual")
            if second:
                return _range(tokens, i, start, year[0], second, end)
            return Atom(i, year[1], start, "year", one)
    return None


def past_kind_of_year(tokens: Tokens, found: Found, end: int, calendar: Calendar) -> int:
    """The token after a year's word and what it is counted for: "السنة المالية"."""
    kind = found.definite and found.last < end and found.word.number == "singular"
    kinds = calendar.sets["kinds_of_year"] | calendar.sets["kinds_of_season"]
    return found.last + bool(kind and tokens.forms[found.last] in kinds)


def _small_year(tokens: Tokens, i: int, end: int, calendar: Calendar) -> tuple[int, int, bool] | None:
    """A year before the thousandth in words: "عام مائتين وسبعة وستين"."""
    if calendar.numbers.word(tokens.forms[i]) is None:
        return None
    numeral = read_numeral(tokens, i, end, calendar.numbers)
    if numeral and not numeral.figures and 100 <= numeral.low < 1000 and not numeral.joined:
        return int(numeral.low), numeral.last, False
    return None


def _second_year(tokens: Tokens, i: int, end: int, one: Moment, dual: bool) -> tuple[int, int] | None:
    """The other year of "2010 و2015" after a dual, "2015 - 2016", "2015/2016"."""
    if i + 1 >= end:
        return None
    joins = ("و", "-", "–", "/", "الي", "حتي") if dual else ("-", "–", "/")
    if tokens.forms[i] not in joins:
        return None
    year = read_year(tokens, i + 1, end)
    if year is None or not one.year:
        return None
    turned = tokens.forms[i] == "/" and year[0] < one.year <= year[0] + _NEAR
    return year if turned or one.year < year[0] <= one.year + _FAR else None


def _range(tokens: Tokens, i: int, start: int, one: int, second: tuple[int, int], end: int) -> Atom:
    """From the earlier year to the later; "2018/2017" is written from right to left."""
    last, islamic = read_era(tokens, second[1], end)
    first, other = sorted((one, second[0]))
    hijri = islamic or (first in _HIJRI and other in _HIJRI)
    return Atom(i, last, start, "range", Moment(year=first, hijri=hijri), Moment(year=other, hijri=hijri))


def read_bare_year(tokens: Tokens, i: int, end: int, calendar: Calendar) -> Atom | None:
    """Four figures of our time that count nothing and name nothing: "في 2014", "كأس العالم 2018"."""
    year = read_year(tokens, i, end)
    if year is None:
        return None
    last, islamic = read_era(tokens, year[1], end)
    if not is_near(year[0]) and not islamic:
        return None
    before = tokens.forms[i - 1] if i else ""
    if calendar.has("names_before_figures", before) or before in _SIGNS or _numbers_a_law(tokens, i):
        return None
    after = tokens.forms[last] if last < end else ""
    one = Moment(year=year[0], hijri=islamic)
    second = _second_year(tokens, last, end, one, dual=False)
    if second and is_near(second[0]):
        return _range(tokens, i, tokens.starts[i], year[0], second, end)
    if after and not calendar.has("month_before", before) and _counted(tokens, last, calendar):
        return None
    if after in ("%", "٪", "$", "/", "°", "×"):
        return None
    return Atom(i, last, tokens.starts[i], "year", one)


def _numbers_a_law(tokens: Tokens, i: int) -> bool:
    """As in "القانون رقم 121/2008"."""
    if i < 2 or tokens.forms[i - 1] != "/" or not tokens.forms[i - 2].isdecimal():
        return False
    return tokens.ends[i - 2] == tokens.starts[i - 1] and tokens.ends[i - 1] == tokens.starts[i]


def _counted(tokens: Tokens, i: int, calendar: Calendar) -> bool:
    """Whether the word at token ``i`` may be counted by the figures before it."""
    form = tokens.forms[i]
    counting = calendar.numbers.counting
    if counting.measures.read(tokens, i, len(tokens)) or calendar.numbers.word(form):
        return True
    word = form[0].isalpha() and form not in counting.not_counted and not form.startswith(("ال", "و"))
    if word and form.endswith("ا") and not form.endswith("ها") and len(form) >= _ACCUSATIVE:
        return True
    return word and not form.startswith(("ب", "ل", "ي", "ت", "سي", "ست")) and len(form) > 2


def past_one_of(tokens: Tokens, i: int, end: int, words: tuple[str, ...]) -> int:
    """The token after ``i`` where one of ``words`` stands there, else ``i``."""
    return i + 1 if i < end and tokens.forms[i] in words else i
