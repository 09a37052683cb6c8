"""Times: every date, clock time, duration and repeated time, with its TIMEX3 value."""

from collections.abc import Iterator
from datetime import date

import msgspec

from tawatur.finders.times.composition import compose
from tawatur.finders.times.durations import duration, length_value
from tawatur.finders.times.moments import Atom, Moment, slots
from tawatur.finders.times.readers import read_time
from tawatur.finders.times.resolution import Anchor, Tense, moment_value, named_day
from tawatur.finders.times.tense import tense_at
from tawatur.lexicon.calendar import Calendar
from tawatur.model import BlockKind, Time, TimeType
from tawatur.text import Document, Sentence, Tokens, peel

_NOON = 12
_YEARS_OF_NEWS = range(1500, 2200)


def find_times(document: Document, calendar: Calendar) -> tuple[Time, ...]:
    """The time expressions of a document in order, resolved against the day of its article.

    "الثلاثاء الماضي" in an article of 2024-10-30 yields "2024-10-29". Without that day a
    dateline of the document gives it, and without either values keep X ("XXXX-WXX-2").
    Linear in the length of the document.
    """
    today = _believable(document.article.day) or _dateline(document, calendar)
    found: list[Time] = []
    last: date | None = None
    for sentence in document.sentences:
        atoms = _atoms(document.tokens, sentence.first, sentence.last, calendar)
        if atoms:
            times, last = _resolved(document, sentence, atoms, today, last, calendar)
            found.extend(times)
    return tuple(found)


def _believable(day: date | None) -> date | None:
    """A day of publication that a newspaper may bear; a broken date of a page is none."""
    return day if day is not None and day.year in _YEARS_OF_NEWS else None


def _atoms(tokens: Tokens, first: int, last: int, calendar: Calendar) -> list[Atom]:
    signs, forms = calendar.signs, tokens.forms
    found: list[Atom] = []
    at = first
    for i in [k for k in range(first, last) if signs[forms[k]]]:
        atom = read_time(tokens, i, last, calendar) if i >= at else None
        if atom is not None:
            if _names(tokens, atom, calendar):
                atom = msgspec.structs.replace(atom, container=True)
            found.append(atom)
            at = max(atom.last, i + 1)
    joined = compose(tokens, found, first, calendar) if found else found
    return [atom for atom in joined if not atom.container]


def _names(tokens: Tokens, atom: Atom, calendar: Calendar) -> bool:
    """Whether a date without its year is the name of a street, a stadium, a revolution: "شارع 5 أوت".

    The noun before a name has no article: "بمقر الجامعة 5 أوت" is a day.
    """
    if atom.first == 0 or atom.moment is None or atom.moment.month is None or atom.moment.year or atom.until:
        return False
    named, before = calendar.sets["names_before_date"], tokens.forms[atom.first - 1]
    return any(reading.stem in named and "ال" not in reading.before for reading in peel(before))


def _resolved(
    document: Document,
    sentence: Sentence,
    atoms: list[Atom],
    today: date | None,
    last: date | None,
    calendar: Calendar,
) -> tuple[list[Time], date | None]:
    """The times of a sentence; a clock time without a day is of the day last named, here or before."""
    tokens = document.tokens
    clock = (document.article.published or "")[11:16]
    named: date | None = None
    found: list[Time] = []
    for atom in _with_parts(atoms):
        tense = tense_at(tokens, sentence.first, atom.first, atom.last, sentence.last, calendar)
        near = named or (last if _is_clock_alone(atom.moment) else None)
        anchor = Anchor(today, near, tense, clock if len(clock) == 5 else None)
        kind, value = _value(atom, anchor)
        named = named_day(value) or named
        found.append(Time(atom.start, tokens.ends[atom.last - 1], kind, value, atom.rule))
    return found, named or last


def _is_clock_alone(moment: Moment | None) -> bool:
    """Whether a time is an hour or a part of the day and names no day."""
    if moment is None or (moment.hour is None and moment.part is None):
        return False
    return slots(moment) <= {"clock", "part"}


def _with_parts(atoms: list[Atom]) -> Iterator[Atom]:
    """Clock times without a part of the day in that of the time before them in the sentence.

    As in "مساء اليوم بداية من الساعة السادسة".
    """
    part: str | None = None
    for atom in atoms:
        moment = atom.moment
        bare = moment is not None and moment.hour is not None and moment.part is None and atom.until is None
        if moment is not None and bare and part is not None and 0 < (moment.hour or 0) < _NOON:
            yield msgspec.structs.replace(atom, moment=msgspec.structs.replace(moment, part=part))
            continue
        part = moment.part if moment is not None and moment.part is not None else part
        yield atom


def _value(atom: Atom, anchor: Anchor) -> tuple[TimeType, str]:
    if atom.every:
        return TimeType.SET, _repeated(atom)
    if atom.value is not None:
        return TimeType.DATE, atom.value
    if atom.length is not None and atom.shortest is not None:
        number, unit = atom.length.amounts[0]
        return TimeType.DURATION, f"{duration(((atom.shortest, unit),))}/{duration(((number, unit),))}"
    if atom.length is not None:
        return length_value(atom.length, anchor)
    if atom.moment is None:
        return TimeType.DATE, "XXXX"
    kind, value = moment_value(atom.moment, anchor)
    if atom.until is None:
        return kind, value
    return kind, f"{value}/{_end_value(atom.until, value, anchor)}"


def _end_value(until: Moment, start: str, anchor: Anchor) -> str:
    """The later end of a range; a weekday is the first such day after its beginning."""
    day = named_day(start)
    if day is not None and slots(until) <= {"weekday", "part", "clock"} and until.weekday:
        after = msgspec.structs.replace(until, toward=None)
        return moment_value(after, Anchor(day, day, Tense.FUTURE))[1]
    return moment_value(until, Anchor(anchor.day, day or anchor.named, anchor.tense, anchor.clock))[1]


def _repeated(atom: Atom) -> str:
    """A repeated time: "P1D", or every such weekday and hour with X for the week."""
    if atom.value is not None and (atom.moment is None or atom.moment.hour is None):
        return atom.value
    return moment_value(atom.moment, Anchor(None, None, Tense.OPEN))[1] if atom.moment else "PXX"


def _dateline(document: Document, calendar: Calendar) -> date | None:
    """The day that the document's own dateline gives in full."""
    for sentence in document.sentences:
        if sentence.kind is not BlockKind.DATELINE:
            continue
        for atom in _atoms(document.tokens, sentence.first, sentence.last, calendar):
            day = named_day(_value(atom, Anchor(None, None, Tense.OPEN))[1])
            if day is not None:
                return day
    return None
