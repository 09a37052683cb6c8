"""The early, middle and late part of a time, which TIMEX3 writes as the whole: "منتصف الشهر الماضي"."""

import msgspec

from tawatur.finders.times.dates import read_dated, read_month
from tawatur.finders.times.moments import Atom, Moment, slots
from tawatur.finders.times.words import read_word
from tawatur.finders.times.years import read_bare_year
from tawatur.lexicon.calendar import Calendar
from tawatur.lexicon.timewords import Kind
from tawatur.text import Tokens

_WHOLES = ("D", "W", "M", "Y", "SEASON")
_LONG = {"year", "month", "week", "day", "weekday", "deictic"}


def read_edge(tokens: Tokens, i: int, end: int, calendar: Calendar) -> Atom | None:
    """An edge word with the time after it, a weekend, the first of a month, or a time within another."""
    for found in calendar.find(tokens, i, end):
        if found.word.kind is Kind.WITHIN:
            return _within(tokens, i, found.last, tokens.starts[i] + found.lead, end, calendar)
        if found.word.kind is Kind.EDGE and found.last < end:
            return _edge(tokens, i, found.last, tokens.starts[i] + found.lead, end, calendar)
    return None


def _edge(tokens: Tokens, i: int, at: int, start: int, end: int, calendar: Calendar) -> Atom | None:
    form = tokens.forms[i]
    weekend = _weekend(tokens, i, at, start, end, calendar)
    if weekend is not None:
        return weekend
    atom = _time_after(tokens, at, end, calendar)
    if atom is None or atom.moment is None or atom.until or not slots(atom.moment) & _LONG:
        return None
    if atom.start > tokens.starts[atom.first]:
        return None
    moment = atom.moment
    if calendar.has("first_of", form) and moment.month and not moment.day:
        moment = msgspec.structs.replace(moment, day=1)
    rule = "edge of a time" if atom.rule != "day of month" else atom.rule
    return Atom(i, atom.last, start, rule, moment)


def _time_after(tokens: Tokens, at: int, end: int, calendar: Calendar) -> Atom | None:
    if at < end and tokens.forms[at] == "من":
        at += 1
    if at >= end:
        return None
    return (
        read_month(tokens, at, end, calendar)
        or read_dated(tokens, at, end, calendar)
        or read_word(tokens, at, end, calendar)
        or read_bare_year(tokens, at, end, calendar)
        or _bare_whole(tokens, at, end, calendar)
    )


def _bare_whole(tokens: Tokens, at: int, end: int, calendar: Calendar) -> Atom | None:
    """As in "نهاية العام", "بداية الأسبوع", "ختام الموسم": the year, week or season of now."""
    for found in calendar.find(tokens, at, end):
        unit = str(found.word.value)
        whole = found.word.kind is Kind.UNIT and found.definite and found.word.number == "singular"
        if whole and unit in _WHOLES:
            start = tokens.starts[at] + found.lead
            return Atom(at, found.last, start, "edge of a time", Moment(shift=(unit, 0)))
    return None


def _weekend(tokens: Tokens, i: int, at: int, start: int, end: int, calendar: Calendar) -> Atom | None:
    """As in "عطلة نهاية الأسبوع", "نهاية هذا الأسبوع" and "نهاية الأسبوع" without more."""
    holiday = tokens.forms[i] in calendar.sets["holiday"]
    if not holiday and not calendar.has("weekend", tokens.forms[i]):
        return None
    if at >= end:
        return None
    this = calendar.has("these", tokens.forms[at])
    week = read_word(tokens, at, end, calendar) or _bare_whole(tokens, at, end, calendar)
    if week is None or week.moment is None or not week.moment.shift or week.moment.shift[0] != "W":
        return None
    bare = week.last - at == 1
    moment = msgspec.structs.replace(week.moment, weekend=holiday or this or bare)
    return Atom(i, week.last, start, "edge of a time", moment)


def _within(tokens: Tokens, i: int, at: int, start: int, end: int, calendar: Calendar) -> Atom | None:
    """As in "وقت لاحق من هذا الشهر" is that month, "بقية اليوم" that day."""
    while at < end and tokens.forms[at] in ("من", "في"):
        at += 1
    atom = _time_after(tokens, at, end, calendar) if at < end else None
    if atom is None or atom.moment is None or atom.until or atom.start > tokens.starts[atom.first]:
        return None
    rule = atom.rule if atom.rule != "part of day before its day" else "part of day"
    return Atom(i, atom.last, start, rule, atom.moment, container=atom.container)
