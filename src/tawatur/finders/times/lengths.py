"""Durations and distances: "ثلاث سنوات ونصف", "السنوات الخمس المقبلة", "قبل شهرين", "منذ أيام"."""

from tawatur.finders.times.bare_units import read_bare_unit
from tawatur.finders.times.dates import OPENERS
from tawatur.finders.times.moments import Atom, Length
from tawatur.finders.times.units import Amounts, Read, numeral_at, read_number_and_unit, read_unit_and_number
from tawatur.lexicon.calendar import Calendar
from tawatur.text import Tokens

_FROM_AN_EVENT = ("من", "علي", "عن")
_JOINS = ("و", "الي", "حتي", "او", "-", "–")
_JOINS_ALONE = ("الي", "او", "-", "–")


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
    found = _last_few(tokens, at, end, calendar) or read_number_and_unit(tokens, at, end, calendar)
    if found is None:
        found = read_unit_and_number(tokens, at, end, calendar) or read_bare_unit(tokens, at, end, calendar)
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
    one = numeral_at(tokens, at, end, calendar) if at < end else None
    if one is None or one.open or one.last + 1 >= end or (opened and one.attached):
        return None
    joined = tokens.forms[at + 1 : one.last + 1][-1:]
    figures = one.figures and tokens.forms[one.last] == "و" and tokens.forms[one.last + 1][0].isdecimal()
    apart = tokens.forms[one.last] in (_JOINS if opened or figures else _JOINS_ALONE)
    if not apart and not (opened and joined and joined[0].startswith("و")):
        return None
    two = read_number_and_unit(tokens, one.last + apart, end, calendar)
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


def _last_few(tokens: Tokens, i: int, end: int, calendar: Calendar) -> Read | None:
    """As in "آخر ثلاث سنوات"."""
    if not calendar.has("last_few", tokens.forms[i]) or i + 1 >= end:
        return None
    found = read_number_and_unit(tokens, i + 1, end, calendar)
    return (found[0], found[1], tokens.starts[i], -1) if found else None
