"""Numbers of units: "ثلاث سنوات ونصف", "السنوات الخمس المقبلة", "الـ48 ساعة الماضية", "عامين"."""

from tawatur.finders.times.dates import read_relation
from tawatur.lexicon.calendar import Calendar, Found
from tawatur.lexicon.numerals import Numeral, read_numeral
from tawatur.lexicon.timewords import Kind
from tawatur.text import Tokens

_OLDEST = 130
_TENS = frozenset(("عشر", "عشرة"))
_UNITS = ("CE", "DE", "Y", "M", "W", "D", "H", "MI", "S")
Amounts = tuple[tuple[float | None, str], ...]
Read = tuple[Amounts, int, int, int | None]


def read_number_and_unit(tokens: Tokens, i: int, end: int, calendar: Calendar) -> Read | None:
    """As in "30 سنة", "بضعة أيام", "نصف ساعة", "الـ48 ساعة الماضية", "ثلاثة عقود ونصف", "عامين"."""
    start = tokens.starts[i]
    if i and tokens.forms[i - 1] == ":" and tokens.ends[i - 1] == start:
        return None
    article = tokens.forms[i] == "ال" and i + 1 < end
    i += article
    numeral = numeral_at(tokens, i, end, calendar)
    if numeral is not None and _ends_an_ordinal(tokens, i, calendar):
        return None
    if numeral is None:
        if not calendar.has("open_words", tokens.forms[i]):
            return _dual(tokens, i, end, calendar)
        return _with_unit(tokens, i, i + 1, end, calendar, None, start)
    start = start if article else numeral.start
    age = _age(tokens, i, numeral, end, calendar)
    if age is not None:
        return ((numeral.low, "Y"),), age, start, None
    at = _past_of(tokens, numeral.last, end) if numeral.open else numeral.last
    return _with_unit(tokens, i, at, end, calendar, numeral, start)


def _ends_an_ordinal(tokens: Tokens, i: int, calendar: Calendar) -> bool:
    """The ten of "المرحلة التاسعة عشرة"."""
    before = tokens.forms[i - 1] if i else ""
    return tokens.forms[i] in _TENS and calendar.numbers.counting.is_ordinal(before)


def _with_unit(
    tokens: Tokens, i: int, at: int, end: int, calendar: Calendar, numeral: Numeral | None, start: int
) -> Read | None:
    """The unit at token ``at`` with its number, None for an open one, and what follows."""
    unit = _unit(tokens, at, end, calendar)
    if unit is None or unit.word.number == "dual" or not _is_length(tokens, i, unit, numeral, calendar):
        return None
    if unit.definite and not _takes_the_article(tokens, unit, numeral, end, calendar):
        return None
    if (
        unit.word.value == "D"
        and unit.word.number == "singular"
        and _is_weekday(tokens, unit.last, end, calendar)
    ):
        return None
    number = None if numeral is None or numeral.open else numeral.low
    amounts, last = read_rest(tokens, ((number, unit_name(unit)),), unit.last, end, calendar)
    toward, last = read_relation(tokens, last, end, calendar)
    return amounts, last, start, toward


def _is_weekday(tokens: Tokens, i: int, end: int, calendar: Calendar) -> bool:
    """As after "كأس 2021 يوم", where the number counts no days."""
    return any(found.word.kind is Kind.WEEKDAY for found in calendar.find(tokens, i, end))


def _takes_the_article(
    tokens: Tokens, unit: Found, numeral: Numeral | None, end: int, calendar: Calendar
) -> bool:
    """As in "مئات السنين", "نصف الساعة", "3 الساعات", "الثلاثة الأشهر المنقضية"."""
    if numeral is None:
        return False
    if numeral.open or numeral.fraction or unit.word.value == "H":
        return True
    return numeral.definite and read_relation(tokens, unit.last, end, calendar)[0] is not None


def _age(tokens: Tokens, i: int, numeral: Numeral, end: int, calendar: Calendar) -> int | None:
    """The token after an age in years that does not name them: "العشرين من العمر", "من العمر 78"."""
    if numeral.low >= _OLDEST:
        return None
    if _of_age(tokens, numeral.last, end, calendar):
        return numeral.last + 2
    aged = i > 0 and tokens.forms[i - 1] in calendar.sets["aged"]
    return numeral.last if aged and _unit(tokens, numeral.last, end, calendar) is None else None


def unit_name(unit: Found) -> str:
    """The unit's letter; a season of sport or crops is a year long."""
    return "Y" if unit.word.value == "SEASON" else str(unit.word.value)


def _of_age(tokens: Tokens, i: int, end: int, calendar: Calendar) -> bool:
    """As in "العشرين من العمر"."""
    return tokens.forms[i : i + 1] == ["من"] and i + 1 < end and tokens.forms[i + 1] in calendar.sets["age"]


def numeral_at(tokens: Tokens, i: int, end: int, calendar: Calendar) -> Numeral | None:
    """The numeral at token ``i``, None where no number stands there."""
    form = tokens.forms[i]
    if not form[0].isdecimal() and calendar.numbers.word(form) is None:
        return None
    return read_numeral(tokens, i, end, calendar.numbers)


def _past_of(tokens: Tokens, i: int, end: int) -> int:
    return i + 1 if i < end and tokens.forms[i] == "من" else i


def _unit(tokens: Tokens, i: int, end: int, calendar: Calendar) -> Found | None:
    for found in calendar.find(tokens, i, end) if i < end else ():
        if found.word.kind is Kind.UNIT and not found.attached and not found.joined:
            return found
    return None


def _is_length(tokens: Tokens, i: int, unit: Found, numeral: Numeral | None, calendar: Calendar) -> bool:
    """عقود are contracts as well as decades: they need a number in words or a word of time before."""
    if unit.word.value != "DE" or (numeral and not numeral.figures):
        return True
    return i > 0 and calendar.has("length_before", tokens.forms[i - 1])


def _dual(tokens: Tokens, i: int, end: int, calendar: Calendar) -> Read | None:
    """As in "عامين", "العامين الماضيين"; "يومي الأربعاء" is no length."""
    for found in calendar.find(tokens, i, end):
        if found.word.kind is Kind.UNIT and found.word.number == "dual" and found.word.value != "SEASON":
            if tokens.forms[i].endswith("ي"):
                return None
            start = tokens.starts[i] + found.lead
            amounts, last = read_rest(tokens, ((2, str(found.word.value)),), found.last, end, calendar)
            toward, last = read_relation(tokens, last, end, calendar)
            if found.definite and toward is None:
                return None
            return amounts, last, start, toward
    return None


def read_rest(
    tokens: Tokens, amounts: Amounts, last: int, end: int, calendar: Calendar
) -> tuple[Amounts, int]:
    """What follows a number of units: "ونصف", "واحد", "وثلاثة أشهر"."""
    number, unit = amounts[-1]
    if is_of_time(tokens, last, end, calendar):
        return amounts, last + 2
    if last < end and tokens.forms[last] in calendar.sets["whole"]:
        last += 1
    elif number is None and last < end and tokens.forms[last] in calendar.sets["open_words"]:
        return amounts, last + 1
    if last >= end or number is None:
        return amounts, last
    apart = tokens.forms[last] == "و" and last + 1 < end
    at = last + apart
    word = calendar.numbers.word(tokens.forms[at])
    if word and word.role.value == "fraction" and (apart or word.joined) and not word.attached:
        return (*amounts[:-1], (number + word.value, unit)), at + 1
    further = _finer(tokens, at, end, calendar, unit)
    return ((*amounts, further[0]), further[1]) if further else (amounts, last)


def is_of_time(tokens: Tokens, i: int, end: int, calendar: Calendar) -> bool:
    """As in "قرن من الزمان"."""
    return i + 1 < end and tokens.forms[i] == "من" and tokens.forms[i + 1] in calendar.sets["of_time"]


def _finer(
    tokens: Tokens, i: int, end: int, calendar: Calendar, unit: str
) -> tuple[tuple[float | None, str], int] | None:
    """A second number of a finer unit: "3 أشهر و5 أيام"."""
    for found in calendar.find(tokens, i, end):
        if found.word.kind is Kind.UNIT and found.word.number == "dual" and not found.definite:
            fits = _UNITS.index(str(found.word.value)) > _UNITS.index(unit)
            return ((2.0, str(found.word.value)), found.last) if fits and not found.attached else None
    numeral = numeral_at(tokens, i, end, calendar)
    if numeral is None or numeral.open or numeral.attached:
        return None
    finer = _unit(tokens, numeral.last, end, calendar)
    if finer is None or finer.definite or _UNITS.index(unit_name(finer)) <= _UNITS.index(unit):
        return None
    return (numeral.low, unit_name(finer)), finer.last


def read_unit_and_number(tokens: Tokens, i: int, end: int, calendar: Calendar) -> Read | None:
    """The noun before its number: "السنوات الخمس المقبلة", "الأيام القليلة الماضية", "أسابيع عدة"."""
    unit = next((f for f in calendar.find(tokens, i, end) if f.word.kind is Kind.UNIT), None)
    if unit is None or unit.word.number != "plural" or unit.word.value == "SEASON":
        return None
    at, number = unit.last, None
    counted = opened = False
    if at < end:
        numeral = numeral_at(tokens, at + (tokens.forms[at] == "ال" and at + 1 < end), end, calendar)
        if numeral and not numeral.joined and not numeral.attached:
            number, at, counted = numeral.low, numeral.last, True
        elif calendar.has("open_words", tokens.forms[at]):
            at, opened = at + 1, True
    toward, last = read_relation(tokens, at, end, calendar)
    if toward is None and at < end and calendar.has("open_words", tokens.forms[at]):
        last, opened = at + 1, True
    if not unit.definite and not opened:
        return None
    if unit.definite and toward is None and not counted:
        return None
    amounts: Amounts = ((number, str(unit.word.value)),)
    return amounts, max(last, at), tokens.starts[i] + unit.lead, toward
