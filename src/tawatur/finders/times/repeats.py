"""Repeated times: "كل يوم", "كل أسبوعين", "كل يوم اثنين الساعة 4"."""

from tawatur.finders.times.durations import duration
from tawatur.finders.times.lengths import read_length
from tawatur.finders.times.moments import Atom, Length, Moment
from tawatur.lexicon.calendar import Calendar
from tawatur.lexicon.timewords import Kind
from tawatur.text import Tokens


def read_repeat(tokens: Tokens, i: int, end: int, calendar: Calendar) -> Atom | None:
    """As in "كل" with a unit, a length, a weekday or a part of the day."""
    if i + 1 >= end or not calendar.has("every", tokens.forms[i]):
        return None
    start = tokens.starts[i] + (tokens.forms[i] not in calendar.sets["every"])
    at = i + 1
    for found in calendar.find(tokens, at, end):
        if found.word.kind is Kind.UNIT and found.word.number == "singular" and not found.definite:
            weekday = _weekday(tokens, found.last, end, calendar) if found.word.value == "D" else None
            if weekday is not None:
                return Atom(i, found.last + 1, start, "repeated time", Moment(weekday=weekday), every=True)
            if found.last < end and tokens.forms[found.last][0].isdecimal():
                return None
            value = duration(((1, str(found.word.value)),))
            return Atom(i, found.last, start, "repeated time", value=value, every=True)
        if found.word.kind is Kind.WEEKDAY:
            moment = Moment(weekday=int(found.word.value))
            return Atom(i, found.last, start, "repeated time", moment, every=True)
        if found.word.kind is Kind.PART and not found.definite:
            return Atom(i, found.last, start, "repeated time", Moment(part=str(found.word.value)), every=True)
    length = read_length(tokens, at, end, calendar)
    if length and length.length and length.length.toward is None and not length.length.distance:
        return _every(i, start, length, length.length)
    return None


def _every(i: int, start: int, atom: Atom, length: Length) -> Atom:
    return Atom(i, atom.last, start, "repeated time", value=duration(length.amounts), every=True)


def _weekday(tokens: Tokens, i: int, end: int, calendar: Calendar) -> int | None:
    for found in calendar.find(tokens, i, end) if i < end else ():
        if found.word.kind is Kind.WEEKDAY and not found.attached and not found.joined:
            return int(found.word.value)
    return None
