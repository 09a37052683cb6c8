"""Times in words that stand from now: weekdays, "أمس", "الأسبوع الماضي", "هذا الصيف", "حاليا"."""

import msgspec

from tawatur.finders.times.clocks import is_place, read_clock
from tawatur.finders.times.dates import Day, read_dated, read_day, read_relation
from tawatur.finders.times.figures import read_figure_date
from tawatur.finders.times.hijri import hijri_year_in
from tawatur.finders.times.moments import Atom, Moment
from tawatur.finders.times.periods import SHIFTING, read_decade, read_part_of_year, read_period, read_season
from tawatur.finders.times.rates import read_rate
from tawatur.finders.times.years import read_bare_year
from tawatur.lexicon.calendar import Calendar, Found
from tawatur.lexicon.timewords import Kind
from tawatur.text import Tokens

_ACCUSATIVE = 4
_WEEK = 7
_CLOSING = {"«": "»", "“": "”", '"': '"'}
_PAUSES = ("،", ".", ",", ")")


def read_word(tokens: Tokens, i: int, end: int, calendar: Calendar) -> Atom | None:
    """The longest time in words at token ``i``, or None."""
    for found in calendar.find(tokens, i, end):
        reader = _READERS.get(found.word.kind)
        atom = reader(tokens, found, end, calendar) if reader else None
        if atom is not None:
            return atom
    return None


def _start(tokens: Tokens, found: Found) -> int:
    return tokens.starts[found.first] + found.lead


def _weekday(tokens: Tokens, found: Found, end: int, calendar: Calendar) -> Atom | None:
    if found.word.bare:
        return None
    moment, last = Moment(weekday=int(found.word.value)), found.last
    toward, last = read_relation(tokens, last, end, calendar)
    if toward is not None:
        moment = Moment(weekday=moment.weekday, toward=max(-1, min(1, toward)))
    elif (shared := _relation_of_list(tokens, last, end, calendar)) is not None:
        return Atom(
            found.first, last, _start(tokens, found), "weekday", Moment(weekday=moment.weekday, toward=shared)
        )
    day = _day_of_weekday(tokens, last, end, calendar) if toward is None else None
    if day is not None:
        moment, last = Moment(weekday=moment.weekday, day=day.day), day.last
    return Atom(found.first, last, _start(tokens, found), "weekday", moment)


def _day_of_weekday(tokens: Tokens, i: int, end: int, calendar: Calendar) -> Day | None:
    """The number of the day after its weekday, its month left out: "الخميس 21"."""
    at = i + (i < end and tokens.forms[i] == "في")
    day = read_day(tokens, at, end, calendar)
    if day is None or read_dated(tokens, at, end, calendar) or read_clock(tokens, at, end, calendar):
        return None
    if day.last >= end or tokens.forms[day.last] in _PAUSES:
        return day
    following = calendar.find(tokens, day.last, end)
    if any(other.word.kind is Kind.WEEKDAY and other.joined for other in following):
        return day
    other_thing = _is_counted(tokens, day.last, calendar) or not tokens.forms[day.last][0].isalnum()
    return None if other_thing else day


def _deictic(tokens: Tokens, found: Found, end: int, calendar: Calendar) -> Atom | None:
    shift = int(found.word.value)
    after = tokens.forms[found.last] if found.last < end else ""
    start = _start(tokens, found)
    if after in calendar.sets["need"]:
        return None
    if shift == 0 and found.word.extra is None and found.last - found.first == 1:
        toward, last = read_relation(tokens, found.last, end, calendar)
        if toward is not None:
            return Atom(found.first, last, start, "day from now", Moment(shift=("D", toward)))
        if _is_outlet(tokens, found, calendar) or after in calendar.sets["names_after_today"]:
            return None
        rate = read_rate(tokens, found, "D", calendar)
        if rate is not None:
            return rate
    part = str(found.word.extra) if found.word.extra else None
    return Atom(found.first, found.last, start, "day from now", Moment(shift=("D", shift), part=part))


def _is_outlet(tokens: Tokens, found: Found, calendar: Calendar) -> bool:
    """As in "المصري اليوم"; a country before "اليوم" is an outlet only after a word for one or a quote."""
    before = tokens.forms[found.first - 1] if found.first else ""
    if before in calendar.sets["names_before_today"]:
        return True
    country = calendar.has("names_countries_before_today", before) and found.first > 1
    return country and calendar.has("names_outlets", tokens.forms[found.first - 2])


def _unit(tokens: Tokens, found: Found, end: int, calendar: Calendar) -> Atom | None:
    """As in "يوم الأحد", "أيام الاثنين", or a longer unit."""
    if found.word.value != "D":
        return read_period(tokens, found, end, calendar)
    return (_days_of if found.word.number == "plural" else _day)(tokens, found, end, calendar)


def _day(tokens: Tokens, found: Found, end: int, calendar: Calendar) -> Atom | None:
    last = found.last
    if last >= end:
        return None
    start = _start(tokens, found)
    for other in calendar.find(tokens, last, end):
        if other.word.kind is Kind.WEEKDAY and not other.attached and not other.joined:
            named = _weekday(tokens, _article(other), end, calendar)
            if named is not None:
                weekday = msgspec.structs.replace(named, first=found.first, start=start)
                return _two_days(tokens, weekday, end, calendar, found)
        if other.word.kind is Kind.DEICTIC and not other.attached:
            return Atom(
                found.first, other.last, start, "day from now", Moment(shift=("D", int(other.word.value)))
            )
    if found.word.number == "dual" and tokens.forms[found.first].endswith("ين"):
        return None
    dated = read_figure_date(tokens, last, end, calendar) or read_dated(tokens, last, end, calendar)
    if dated is not None and (not dated.until or found.word.number == "dual"):
        return msgspec.structs.replace(dated, first=found.first, start=start)
    day = read_day(tokens, last, end, calendar) if tokens.forms[last][0].isdecimal() else None
    if day is None or (day.last < end and _is_counted(tokens, day.last, calendar)):
        return None
    return Atom(found.first, day.last, start, "day of month", Moment(day=day.day))


def _article(found: Found) -> Found:
    word = found.word
    plain = type(word)(word.kind, word.value)
    return Found(plain, found.first, found.last, found.lead, True, False, False)


def _two_days(tokens: Tokens, atom: Atom, end: int, calendar: Calendar, found: Found) -> Atom:
    """As in "يومي الأربعاء والخميس" is a stretch."""
    if found.word.number != "dual" or atom.last >= end or atom.moment is None or atom.moment.day:
        return atom
    at = atom.last + (tokens.forms[atom.last] == "و")
    for other in calendar.find(tokens, at, end) if at < end else ():
        if other.word.kind is Kind.WEEKDAY and (other.joined or at > atom.last):
            toward, last = read_relation(tokens, other.last, end, calendar)
            one = Moment(weekday=atom.moment.weekday, toward=toward)
            two = Moment(weekday=int(other.word.value), toward=toward)
            return Atom(atom.first, last, atom.start, "range", one, two)
    return atom


def _is_counted(tokens: Tokens, i: int, calendar: Calendar) -> bool:
    form = tokens.forms[i]
    return (
        form[0].isalpha() and form not in calendar.numbers.counting.not_counted and not form.startswith("ال")
    )


def _days_of(tokens: Tokens, found: Found, end: int, calendar: Calendar) -> Atom | None:
    """As in "أيام الاثنين"; "أيام الخميس والجمعة المقبلة" are days and no repeated time."""
    if found.definite or found.last >= end:
        return None
    for other in calendar.find(tokens, found.last, end):
        if (
            other.word.kind is Kind.WEEKDAY
            and not other.word.bare
            and not other.attached
            and not other.joined
        ):
            toward = _relation_of_list(tokens, other.last, end, calendar)
            day = Moment(weekday=int(other.word.value), toward=toward)
            rule = "repeated time" if toward is None else "weekday"
            return Atom(found.first, other.last, _start(tokens, found), rule, day, every=toward is None)
    return None


def _relation_of_list(tokens: Tokens, i: int, end: int, calendar: Calendar) -> int | None:
    """Which ones are meant, by the adjective after the last weekday of a list."""
    for _ in range(_WEEK):
        following = (f for f in calendar.find(tokens, i, end) if f.word.kind is Kind.WEEKDAY and f.joined)
        i = next((found.last for found in following), i)
    return read_relation(tokens, i, end, calendar)[0]


def _this(tokens: Tokens, found: Found, end: int, calendar: Calendar) -> Atom | None:
    """As in "هذا الأسبوع", "هذه السنة", "هذا الصيف", "هذا الصباح", "هذا يوم الجمعة", "هذا فبراير"."""
    if found.last >= end or found.attached:
        return None
    start = tokens.starts[found.first] + found.lead
    for other in calendar.find(tokens, found.last, end):
        kind, moment = other.word.kind, None
        if kind is Kind.UNIT and other.definite and other.word.number == "singular":
            unit = str(other.word.value)
            moment = Moment(shift=(unit, 0)) if unit in ("D", *SHIFTING) else None
        elif kind is Kind.UNIT and other.word.value == "D" and other.last < end:
            day = _day(tokens, other, end, calendar)
            if day and day.moment:
                near = Moment(weekday=day.moment.weekday, toward=0)
                return Atom(found.first, day.last, start, "weekday", near)
        elif kind is Kind.SEASON and other.definite:
            moment = Moment(period=str(other.word.value), toward=0)
        elif kind is Kind.PART and other.definite:
            moment = Moment(shift=("D", 0), part=str(other.word.value))
        elif kind is Kind.WEEKDAY and not other.word.bare:
            moment = Moment(weekday=int(other.word.value), toward=0)
        elif kind is Kind.MONTH:
            moment = Moment(month=int(other.word.value), toward=0)
        if moment is not None:
            return Atom(found.first, other.last, start, "period from now", moment)
    return None


def _reference(tokens: Tokens, found: Found, end: int, calendar: Calendar) -> Atom | None:
    phrase = " ".join(tokens.forms[found.first : found.last])
    before = tokens.forms[found.first - 1] if found.first else ""
    adjective = before.endswith("ا") and not before.endswith(("وا", "ها")) and len(before) >= _ACCUSATIVE
    if adjective and phrase in calendar.sets["references_adjectives"]:
        return None
    if phrase in calendar.sets["references_after"] and not calendar.has("prepositions", before):
        return None
    return Atom(found.first, found.last, _start(tokens, found), "reference", value=str(found.word.value))


def _relation(tokens: Tokens, found: Found, end: int, calendar: Calendar) -> Atom | None:
    """As in "في الماضي": the past as a noun."""
    before = tokens.forms[found.first - 1] if found.first else ""
    form = tokens.forms[found.first]
    if form in calendar.sets["past_alone"] and before in calendar.sets["past_alone_after"]:
        return Atom(found.first, found.last, tokens.starts[found.first], "reference", value="PAST_REF")
    return None


def _feast(tokens: Tokens, found: Found, end: int, calendar: Calendar) -> Atom:
    last = found.last
    year = read_bare_year(tokens, last, end, calendar) if last < end else None
    moment = Moment(month=int(found.word.value), day=int(found.word.extra or 1), hijri=found.word.hijri)
    if year and year.moment and year.moment.year:
        moment = Moment(
            month=moment.month,
            day=moment.day,
            year=hijri_year_in(year.moment.year, moment.month or 1, moment.day or 1)
            if moment.hijri
            else year.moment.year,
            hijri=moment.hijri,
        )
        last = year.last
    return Atom(found.first, last, _start(tokens, found), "feast", moment)


def _repeat(tokens: Tokens, found: Found, end: int, calendar: Calendar) -> Atom:
    return Atom(
        found.first,
        found.last,
        _start(tokens, found),
        "repeated time",
        value=str(found.word.value),
        every=True,
    )


def _part(tokens: Tokens, found: Found, end: int, calendar: Calendar) -> Atom | None:
    """A part of the day; alone only by an adverb or with the article, otherwise before its day."""
    form = tokens.forms[found.first]
    before = tokens.forms[found.first - 1] if found.first else ""
    if len(form) == 1 or calendar.has("names_before_part", before) or is_place(tokens, found, calendar):
        return None
    if tokens.forms[found.last : found.last + 1] == [_CLOSING.get(before)]:
        return None
    stands = found.last - found.first > 1 or form in calendar.sets["parts_alone"]
    stands = stands or form[found.lead :] in calendar.sets["parts_alone"]
    moment = Moment(part=str(found.word.value))
    last = found.last
    if last < end and tokens.forms[last] in calendar.sets["part_adjectives"]:
        last += 1
    rule = "part of day" if stands else "part of day before its day"
    return Atom(found.first, last, _start(tokens, found), rule, moment, container=not stands)


def _clock_part(tokens: Tokens, found: Found, end: int, calendar: Calendar) -> Atom:
    moment = Moment(hour=int(found.word.value), minute=0)
    return Atom(found.first, found.last, _start(tokens, found), "clock time", moment)


_READERS = {
    Kind.WEEKDAY: _weekday,
    Kind.DEICTIC: _deictic,
    Kind.UNIT: _unit,
    Kind.THIS: _this,
    Kind.REFERENCE: _reference,
    Kind.RELATION: _relation,
    Kind.SEASON: read_season,
    Kind.PERIOD: read_part_of_year,
    Kind.DECADE: read_decade,
    Kind.FEAST: _feast,
    Kind.REPEAT: _repeat,
    Kind.PART: _part,
    Kind.CLOCK_PART: _clock_part,
}
