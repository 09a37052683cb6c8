"""Durations and distances: "ثلاث سنوات ونصف", "السنوات الخمس المقبلة", "قبل شهرين", "منذ أيام"."""

from tawatur.finders.times.dates import OPENERS, read_relation
from tawatur.finders.times.moments import Atom, Length
from tawatur.lexicon.calendar import Calendar, Found
from tawatur.lexicon.numerals import Numeral, read_numeral
from tawatur.lexicon.timewords import Kind
from tawatur.text import Tokens

_FROM_AN_EVENT = ("من", "علي", "عن")
_OLDEST = 130
_TENS = frozenset(("عشر", "عشرة"))
_JOINS = ("و", "الي", "حتي", "او", "-", "–")
_JOINS_ALONE = ("الي", "او", "-", "–")
Amounts = tuple[tuple[float | None, str], ...]


def read_length(tokens: Tokens, i: int, end: int, calendar: Calendar) -> Atom | None:
    """A number of units at token ``i``, between two numbers of them, or so far before or after now."""
    ranged = _between(tokens, i, end, calendar)
    if ranged is not None:
        return ranged
    distance = _distance(tokens.forms[i], calendar)
    at = i + 1 if distance else i
    while distance and at < end and tokens.forms[at] in calendar.sets["approximately"]:
        at += 1
    if at >= end:
        return None
    found = _last_few(tokens, at, end, calendar) or _number_and_unit(tokens, at, end, calendar)
    if found is None:
        found = read_unit_and_number(tokens, at, end, calendar) or _bare_unit(tokens, at, end, calendar)
        if found is None:
            return None
    amounts, last, start, toward = found
    if distance:
        return _at_distance(tokens, i, end, calendar, amounts, last, start, distance)
    if tokens.forms[last : last + 1] == ["من"] and last + 1 < end:
        now = tokens.forms[last + 1] in calendar.sets["of_now"]
        if now and i and calendar.has("since", tokens.forms[i - 1]):
            return Atom(i, last + 2, start, "distance from now", length=Length(amounts, distance=-1))
        if tokens.forms[last + 1] in calendar.sets["age"]:
            last += 2
    return Atom(i, last, start, _rule(amounts), length=Length(amounts, toward))


def _between(tokens: Tokens, i: int, end: int, calendar: Calendar) -> Atom | None:
    """As in "بين 18 و26 سنة", "من 3 إلى 5 أيام", "ثلاثة أو أربعة أشهر", "10-15 يوما"."""
    opened = tokens.forms[i] in OPENERS
    at = i + opened
    one = _numeral(tokens, at, end, calendar) if at < end else None
    if one is None or one.open or one.last + 1 >= end or (opened and one.attached):
        return None
    joined = tokens.forms[at + 1 : one.last + 1][-1:]
    figures = one.figures and tokens.forms[one.last] == "و" and tokens.forms[one.last + 1][0].isdecimal()
    apart = tokens.forms[one.last] in (_JOINS if opened or figures else _JOINS_ALONE)
    if not apart and not (opened and joined and joined[0].startswith("و")):
        return None
    two = _number_and_unit(tokens, one.last + apart, end, calendar)
    if two is None or two[0][0][0] is None or len(two[0]) > 1 or not one.low < two[0][0][0]:
        return None
    start = tokens.starts[i] if opened else one.start
    return Atom(i, two[1], start, "range", length=Length(two[0], two[3]), shortest=one.low)


def _rule(amounts: Amounts) -> str:
    return "open duration" if any(number is None for number, _ in amounts) else "duration"


def _distance(form: str, calendar: Calendar) -> int:
    if calendar.has("ago", form):
        return -1
    return 1 if calendar.has("ahead", form) else 0


def _at_distance(
    tokens: Tokens,
    i: int,
    end: int,
    calendar: Calendar,
    amounts: Amounts,
    last: int,
    start: int,
    distance: int,
) -> Atom:
    """A length before or after now; "بعد يومين من الحادث" is a mere length, counted from an event."""
    follows = tokens.forms[last] if last < end else ""
    of_now = follows == "من" and last + 1 < end and tokens.forms[last + 1] in calendar.sets["of_now"]
    open_number = any(number is None for number, _ in amounts)
    if of_now:
        last += 2
    elif follows in _FROM_AN_EVENT or open_number:
        return Atom(i, last, start, _rule(amounts), length=Length(amounts))
    lead = len(tokens.forms[i]) - len(_bare(tokens.forms[i], calendar))
    length = Length(amounts, distance=distance, unless_past=distance > 0 and not of_now)
    return Atom(i, last, tokens.starts[i] + lead, "distance from now", length=length)


def _bare(form: str, calendar: Calendar) -> str:
    words = calendar.sets["ago"] | calendar.sets["ahead"]
    return next((form[k:] for k in range(len(form)) if form[k:] in words), form)


Read = tuple[Amounts, int, int, int | None]


def _last_few(tokens: Tokens, i: int, end: int, calendar: Calendar) -> Read | None:
    """As in "آخر ثلاث سنوات"."""
    if not calendar.has("last_few", tokens.forms[i]) or i + 1 >= end:
        return None
    found = _number_and_unit(tokens, i + 1, end, calendar)
    return (found[0], found[1], tokens.starts[i], -1) if found else None


def _number_and_unit(tokens: Tokens, i: int, end: int, calendar: Calendar) -> Read | None:
    """As in "30 سنة", "بضعة أيام", "نصف ساعة", "الـ48 ساعة الماضية", "ثلاثة عقود ونصف", "عامين"."""
    start = tokens.starts[i]
    if i and tokens.forms[i - 1] == ":" and tokens.ends[i - 1] == start:
        return None
    article = tokens.forms[i] == "ال" and i + 1 < end
    i += article
    numeral = _numeral(tokens, i, end, calendar)
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
    if unit.definite and not _takes_the_article(unit, numeral):
        return None
    if (
        unit.word.value == "D"
        and unit.word.number == "singular"
        and _is_weekday(tokens, unit.last, end, calendar)
    ):
        return None
    number = None if numeral is None or numeral.open else numeral.low
    amounts, last = _rest(tokens, ((number, _unit_name(unit)),), unit.last, end, calendar)
    toward, last = read_relation(tokens, last, end, calendar)
    return amounts, last, start, toward


def _is_weekday(tokens: Tokens, i: int, end: int, calendar: Calendar) -> bool:
    """As after "كأس 2021 يوم", where the number counts no days."""
    return any(found.word.kind is Kind.WEEKDAY for found in calendar.find(tokens, i, end))


def _takes_the_article(unit: Found, numeral: Numeral | None) -> bool:
    """As in "مئات السنين", "نصف الساعة", "3 الساعات"."""
    return numeral is not None and (numeral.open or numeral.fraction or unit.word.value == "H")


def _age(tokens: Tokens, i: int, numeral: Numeral, end: int, calendar: Calendar) -> int | None:
    """The token after an age in years that does not name them: "العشرين من العمر", "من العمر 78"."""
    if numeral.low >= _OLDEST:
        return None
    if _of_age(tokens, numeral.last, end, calendar):
        return numeral.last + 2
    aged = i > 0 and tokens.forms[i - 1] in calendar.sets["aged"]
    return numeral.last if aged and _unit(tokens, numeral.last, end, calendar) is None else None


def _unit_name(unit: Found) -> str:
    """The unit's letter; a season of sport or crops is a year long."""
    return "Y" if unit.word.value == "SEASON" else str(unit.word.value)


def _of_age(tokens: Tokens, i: int, end: int, calendar: Calendar) -> bool:
    """As in "العشرين من العمر"."""
    return tokens.forms[i : i + 1] == ["من"] and i + 1 < end and tokens.forms[i + 1] in calendar.sets["age"]


def _numeral(tokens: Tokens, i: int, end: int, calendar: Calendar) -> Numeral | None:
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
            amounts, last = _rest(tokens, ((2, str(found.word.value)),), found.last, end, calendar)
            toward, last = read_relation(tokens, last, end, calendar)
            if found.definite and toward is None:
                return None
            return amounts, last, start, toward
    return None


def _rest(tokens: Tokens, amounts: Amounts, last: int, end: int, calendar: Calendar) -> tuple[Amounts, int]:
    """What follows a number of units: "ونصف", "واحد", "وثلاثة أشهر"."""
    number, unit = amounts[-1]
    if _of_time(tokens, last, end, calendar):
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


def _finer(
    tokens: Tokens, i: int, end: int, calendar: Calendar, unit: str
) -> tuple[tuple[float | None, str], int] | None:
    """A second number of a finer unit: "3 أشهر و5 أيام"."""
    order = ["CE", "DE", "Y", "M", "W", "D", "H", "MI", "S"]
    for found in calendar.find(tokens, i, end):
        if found.word.kind is Kind.UNIT and found.word.number == "dual" and not found.definite:
            fits = order.index(str(found.word.value)) > order.index(unit)
            return ((2.0, str(found.word.value)), found.last) if fits and not found.attached else None
    numeral = _numeral(tokens, i, end, calendar)
    if numeral is None or numeral.open or numeral.attached:
        return None
    finer = _unit(tokens, numeral.last, end, calendar)
    if finer is None or finer.definite or order.index(_unit_name(finer)) <= order.index(unit):
        return None
    return (numeral.low, _unit_name(finer)), finer.last


def read_unit_and_number(tokens: Tokens, i: int, end: int, calendar: Calendar) -> Read | None:
    """The noun before its number: "السنوات الخمس المقبلة", "الأيام القليلة الماضية", "أسابيع عدة"."""
    unit = next((f for f in calendar.find(tokens, i, end) if f.word.kind is Kind.UNIT), None)
    if unit is None or unit.word.number != "plural" or unit.word.value == "SEASON":
        return None
    at, number = unit.last, None
    counted = opened = False
    if at < end:
        numeral = _numeral(tokens, at + (tokens.forms[at] == "ال" and at + 1 < end), end, calendar)
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


def _bare_unit(tokens: Tokens, i: int, end: int, calendar: Calendar) -> Read | None:
    """A unit alone where the words before it make it a length: "منذ أيام", "خلال عام", "لسنوات"."""
    for found in calendar.find(tokens, i, end):
        if found.word.kind is not Kind.UNIT or found.definite:
            continue
        plural = found.word.number == "plural"
        if found.word.number == "dual" or not _introduced(tokens, i, found, end, calendar):
            return None
        start = tokens.starts[i] + found.lead
        amounts: Amounts = ((None if plural else 1, _unit_name(found)),)
        if plural:
            return amounts, found.last, start, None
        amounts, last = _rest(tokens, amounts, found.last, end, calendar)
        return amounts, last, start, None
    return None


def _introduced(tokens: Tokens, i: int, found: Found, end: int, calendar: Calendar) -> bool:
    before = tokens.forms[i - 1] if i else ""
    two_before = tokens.forms[i - 2] if i > 1 else ""
    last = found.last
    whole = _of_time(tokens, last, end, calendar) or (
        last < end and tokens.forms[last] in calendar.sets["whole"]
    )
    word = calendar.numbers.word(tokens.forms[last]) if last < end else None
    half = word is not None and word.role.value == "fraction" and word.joined
    finer = _rest(tokens, ((1, _unit_name(found)),), last, end, calendar)[1] > last
    more = calendar.numbers.counting.bound_after(tokens, last, end) is not None
    if whole or half or finer or more:
        return True
    if found.word.number == "plural" and found.attached:
        return tokens.forms[i].startswith(("ل", "ول")) and not _names(tokens, last, end, calendar)
    if (
        found.word.value == "SEASON"
        or found.attached
        or found.joined
        or (last < end and _is_numbered(tokens, last, end, calendar))
    ):
        return False
    if found.word.number == "plural" and before == "في" and _names(tokens, last, end, calendar):
        return False
    bound = (two_before, before) in calendar.bounds or (before,) in calendar.bounds
    return calendar.has("length_before", before) or bound


def _of_time(tokens: Tokens, i: int, end: int, calendar: Calendar) -> bool:
    """As in "قرن من الزمان"."""
    return i + 1 < end and tokens.forms[i] == "من" and tokens.forms[i + 1] in calendar.sets["of_time"]


def _names(tokens: Tokens, i: int, end: int, calendar: Calendar) -> bool:
    """Whether a noun follows: "لأيام قرطاج" is a festival, "لأيام طويلة" a length."""
    if i >= end or not tokens.forms[i][0].isalpha():
        return False
    return tokens.forms[i] not in calendar.numbers.counting.not_counted | calendar.sets["open_words"]


def _is_numbered(tokens: Tokens, i: int, end: int, calendar: Calendar) -> bool:
    """Whether a number, a weekday or a month follows a unit: "عام 2013", "يوم الأحد"."""
    i += tokens.forms[i] == "(" and i + 1 < end
    form = tokens.forms[i]
    if form[0].isdecimal() or calendar.numbers.word(form) is not None:
        return True
    kinds = (Kind.WEEKDAY, Kind.MONTH, Kind.HIJRI, Kind.DEICTIC)
    return any(found.word.kind in kinds for found in calendar.find(tokens, i, i + 3))
