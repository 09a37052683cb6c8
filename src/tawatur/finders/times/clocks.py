"""Clock times: "الساعة 8:30 مساء", "الثالثة وربع عصرا", "32ر06 بتوقيت غرينتش", "19:00"."""

import re

import msgspec

from tawatur.finders.times.dates import read_ordinal
from tawatur.finders.times.moments import Atom, Moment
from tawatur.lexicon.calendar import Calendar, Found
from tawatur.lexicon.numerals import read_numeral
from tawatur.lexicon.timewords import Kind
from tawatur.text import Tokens

_HOUR = 60
_COMMAS = frozenset(",،")
_SEPARATOR = re.compile("[,،]")
_GREENWICH = ["ت", "غ"]
_OPENERS = ("من", "بين")
_FEMININE = ("ة", "ه", "اولي")
_TO = ("الي", "حتي", "و", "-", "–", "وحتي")


class _Clock(msgspec.Struct):
    hour: int
    last: int
    start: int
    minute: int | None = None
    second: int | None = None
    marked: bool = False
    part: str | None = None


def read_clock(tokens: Tokens, i: int, end: int, calendar: Calendar) -> Atom | None:
    """A clock time or a stretch between two; a bare hour only with its mark or its part of the day."""
    opener = tokens.forms[i] in _OPENERS
    one = _read_one(tokens, i + opener, end, calendar, between=tokens.forms[i] == "بين")
    if one is None:
        return None
    two = _second(tokens, one, end, calendar, opener)
    if two is None and opener:
        return None
    if not any(_is_said(clock) for clock in (one, two) if clock):
        return None
    last = two.last if two else one.last
    universal, last = _zone(tokens, last, end, calendar)
    start = tokens.starts[i] if opener else one.start
    until = _moment(two, universal) if two else None
    if two and one.part is None and two.part and not one.hour > two.hour:
        one.part = two.part
    if two and two.part is None and one.part and until:
        until = msgspec.structs.replace(until, part=one.part)
    return Atom(i, last, start, "range" if two else "clock time", _moment(one, universal), until)


def _is_said(clock: _Clock) -> bool:
    return clock.marked or clock.part is not None


def _moment(clock: _Clock, universal: bool) -> Moment:
    return Moment(
        hour=clock.hour, minute=clock.minute, second=clock.second, part=clock.part, universal=universal
    )


def _second(tokens: Tokens, one: _Clock, end: int, calendar: Calendar, opener: bool) -> _Clock | None:
    at = one.last
    if at + 1 >= end:
        return None
    if tokens.forms[at] in _TO and (opener or tokens.forms[at] not in ("و",)):
        return _read_one(tokens, at + 1, end, calendar)
    return _read_one(tokens, at, end, calendar) if opener and tokens.forms[at].startswith("و") else None


def _read_one(tokens: Tokens, i: int, end: int, calendar: Calendar, between: bool = False) -> _Clock | None:
    """One clock time: the mark, the hour, its minutes, its part of the day on either side."""
    if i >= end:
        return None
    marked, at, start = _mark(tokens, i, end, calendar)
    part, at = _part_before(tokens, at, end, calendar) if not marked else (None, at)
    before = part is not None
    if before:
        marked_again, at, _ = _mark(tokens, at, end, calendar)
        marked = marked or marked_again
    if at >= end:
        return None
    clock = _hour(tokens, at, end, calendar, marked)
    if clock is None:
        return None
    clock.start = start
    clock.marked = clock.marked or marked
    if before and not clock.marked:
        return None
    clock.part = part
    if clock.minute is None and not between:
        _minutes(tokens, clock, end, calendar)
    after, last = _part_after(tokens, clock.last, end, calendar)
    letter = after is not None and len(tokens.forms[last - 1]) == 1
    if after is not None and (not letter or clock.marked or clock.minute is not None):
        clock.part, clock.last = after, last
    return clock


def _mark(tokens: Tokens, i: int, end: int, calendar: Calendar) -> tuple[bool, int, int]:
    """Whether "الساعة" stands at token ``i``, the token after it, and where it starts."""
    start = tokens.starts[i]
    at = i
    while at < end and at < i + 2 and tokens.forms[at] in calendar.sets["approximately"]:
        at += 1
    for found in calendar.find(tokens, at, end) if at < end else ():
        if found.word.kind is Kind.HOUR and not _abbreviates(tokens, at):
            last = found.last
            while last < end and tokens.forms[last] in (*calendar.sets["approximately"], "ال", ":"):
                last += 1
            return True, last, start + (found.lead if at == i else 0)
    return False, i, start


def _abbreviates(tokens: Tokens, i: int) -> bool:
    """Whether a single letter at token ``i`` ends an abbreviation such as "ر.س" and is no hour."""
    return len(tokens.forms[i]) == 1 and i > 0 and tokens.ends[i - 1] == tokens.starts[i]


def _part_before(tokens: Tokens, i: int, end: int, calendar: Calendar) -> tuple[str | None, int]:
    """A part of the day before the figures: "بعد الظهر 7:00", "وقت الغداء الساعة 12"."""
    for found in calendar.find(tokens, i, end):
        if found.word.kind is Kind.PART and len(tokens.forms[i]) > 1 and found.last < end:
            follows = tokens.forms[found.last]
            if follows[0].isdecimal() or calendar.has("clock_hour", follows):
                return str(found.word.value), found.last
    return None, i


def _hour(tokens: Tokens, i: int, end: int, calendar: Calendar, marked: bool) -> _Clock | None:
    form, start = tokens.forms[i], tokens.starts[i]
    if form[0].isdecimal():
        return _figures(tokens, i, end, calendar, marked)
    ordinal = read_ordinal(tokens, i, end, calendar)
    if ordinal is not None and 1 <= ordinal[0] <= 12 and (marked or form.endswith(_FEMININE)):
        return _Clock(ordinal[0], ordinal[1], start)
    if marked and calendar.numbers.word(form) is not None:
        numeral = read_numeral(tokens, i, end, calendar.numbers)
        if numeral and numeral.low in range(25):
            return _Clock(int(numeral.low), numeral.last, start)
    return None


def _figures(tokens: Tokens, i: int, end: int, calendar: Calendar, marked: bool) -> _Clock | None:
    """As in "8", "8:30", "8:30:15", "0632", "8.30", "32ر06", "20h30", "09,14 ت غ"."""
    form, start = tokens.forms[i], tokens.starts[i]
    pieces, last = [form], i + 1
    while (
        last + 1 < end and len(pieces) < 3 and tokens.forms[last] in (":", "h", "H") and _touch(tokens, last)
    ):
        pieces.append(tokens.forms[last + 1])
        last += 2
    if len(pieces) == 1 and marked and "." in form:
        pieces = form.split(".")
    elif len(pieces) == 1 and _COMMAS & set(form) and (marked or _greenwich(tokens, last, end) > last):
        pieces, marked = _SEPARATOR.split(form), True
    elif (
        len(pieces) == 1 and "." in form and last < end and tokens.forms[last] in calendar.sets["clock_zone"]
    ):
        pieces, marked = form.split("."), True
    elif len(pieces) == 1 and len(form) == 4 and marked and form.isdecimal():
        pieces = [form[:2], form[2:]]
    elif len(pieces) == 1 and last + 1 < end and tokens.forms[last] == calendar.numbers.signs.reversed_point:
        if not (marked and _touch(tokens, last)):
            return None
        pieces, last = [tokens.forms[last + 1], form], last + 2
    if not all(piece.isdecimal() and len(piece) <= 2 for piece in pieces):
        return None
    values = [int(piece) for piece in pieces]
    if values[0] > 24 or any(value > 59 for value in values[1:]) or (len(values) > 1 and len(pieces[1]) != 2):
        return None
    clock = _Clock(
        values[0], last, start, marked=len(values) > 1 and (":" in tokens.forms[i + 1 : last] or marked)
    )
    clock.minute = values[1] if len(values) > 1 else None
    clock.second = values[2] if len(values) > 2 else None
    return clock


def _greenwich(tokens: Tokens, i: int, end: int) -> int:
    """The token after "ت غ" or "ت.غ", short for Greenwich time, at token ``i``; ``i`` where it is not."""
    for last in (i + 2, i + 3):
        if last <= end and [form for form in tokens.forms[i:last] if form != "."] == _GREENWICH:
            return last
    return i


def _touch(tokens: Tokens, i: int) -> bool:
    return tokens.ends[i - 1] == tokens.starts[i] and tokens.ends[i] == tokens.starts[i + 1]


def _minutes(tokens: Tokens, clock: _Clock, end: int, calendar: Calendar) -> None:
    """As in "والنصف", "وربع", "إلا ثلثا", "وخمسة عشر دقيقة", "والدقيقة 24" after the hour."""
    i = clock.last
    if i >= end:
        return
    if tokens.forms[i] in calendar.sets["clock_minute"] and i + 1 < end:
        if tokens.forms[i + 1].isdecimal() and int(tokens.forms[i + 1][:3]) < _HOUR:
            clock.minute, clock.last, clock.marked = int(tokens.forms[i + 1]), i + 2, True
        return
    less = tokens.forms[i] in calendar.sets["clock_less"]
    at = i + 1 if less or tokens.forms[i] == "و" else i
    if at >= end or not (less or at > i or tokens.forms[at].startswith("و")):
        return
    count, last = _count(tokens, at, end, calendar)
    if count is None:
        return
    clock.last = last
    clock.marked = True
    if less:
        clock.hour, clock.minute = (clock.hour - 1) % 24 or (12 if clock.hour == 1 else 0), 60 - count
    else:
        clock.minute = count
        _seconds(tokens, clock, end, calendar)


def _seconds(tokens: Tokens, clock: _Clock, end: int, calendar: Calendar) -> None:
    """As in "و28 ثانية" after the minutes."""
    i = clock.last
    if i + 2 >= end or tokens.forms[i] != "و" or not tokens.forms[i + 1].isdecimal():
        return
    for found in calendar.find(tokens, i + 2, end):
        if found.word.kind is Kind.UNIT and found.word.value == "S" and int(tokens.forms[i + 1][:3]) < _HOUR:
            clock.second, clock.last = int(tokens.forms[i + 1]), found.last


def _count(tokens: Tokens, i: int, end: int, calendar: Calendar) -> tuple[int | None, int]:
    form = tokens.forms[i]
    for name, minutes in (("half", 30), ("quarter", 15), ("third", 20)):
        words = calendar.sets[f"clock_{name}"]
        if form in words or form.removeprefix("و").removeprefix("ال") in words:
            return minutes, i + 1
    if not form[0].isdecimal() and calendar.numbers.word(form) is None:
        return None, i
    numeral = read_numeral(tokens, i, end, calendar.numbers)
    if numeral is None or numeral.low not in range(1, 60):
        return None, i
    last = numeral.last
    for found in calendar.find(tokens, last, end) if last < end else ():
        if found.word.kind is Kind.UNIT:
            return (int(numeral.low), found.last) if found.word.value == "MI" else (None, i)
    if _part_after(tokens, last, end, calendar)[0] is not None:
        return int(numeral.low), last
    return None, i


def _part_after(tokens: Tokens, i: int, end: int, calendar: Calendar) -> tuple[str | None, int]:
    """A part of the day after a clock: "مساء", "في الصباح", "هذا الصباح", "بعد الظهر", "وقت الغداء"."""
    at = i
    while (
        at < end
        and at < i + 2
        and (tokens.forms[at] in ("في", "من", ".") or calendar.has("these", tokens.forms[at]))
    ):
        at += 1
    if at >= end:
        return None, i
    for found in calendar.find(tokens, at, end):
        if found.word.kind is Kind.PART and not is_place(tokens, found, calendar):
            letter = len(tokens.forms[at]) == 1
            if letter and at + 1 < end and tokens.ends[at] == tokens.starts[at + 1]:
                continue
            part, last = str(found.word.value), found.last
            again, further = _part_after(tokens, last, end, calendar) if not letter else (None, last)
            return (part, further) if again == part else (part, last)
        if found.word.kind is Kind.DEICTIC and found.word.extra and found.word.value == 0:
            return str(found.word.extra), found.last
    return None, i


def is_place(tokens: Tokens, found: Found, calendar: Calendar) -> bool:
    """Whether a part of the day is a country: "بنك المغرب"."""
    form = tokens.forms[found.first]
    return found.definite and form[found.lead + len("ال") :] in calendar.sets["parts_without_article"]


def _zone(tokens: Tokens, i: int, end: int, calendar: Calendar) -> tuple[bool, int]:
    """Whether the clock is Greenwich's, and the token after the words of the zone."""
    bracket = i < end and tokens.forms[i] == "("
    at = i + bracket
    short = _greenwich(tokens, at, end)
    if short > at:
        return True, short
    if at < end and tokens.forms[at] in calendar.sets["clock_universal"]:
        return True, at + 1 + (bracket and at + 1 < end and tokens.forms[at + 1] == ")")
    if at >= end or tokens.forms[at] not in calendar.sets["clock_zone"]:
        return False, i
    last = at + 1
    if last < end and tokens.forms[last] in calendar.sets["clock_universal"]:
        return True, last + 1
    for length in (3, 2):
        following = tokens.forms[last : last + length]
        if last + length <= end and " ".join(following) in calendar.sets["clock_zone_names"]:
            return False, last + length
    if last < end and tokens.forms[last][0].isalpha():
        last += 1
    return False, last
