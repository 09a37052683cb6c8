"""Times beside each other put together, as "صباح" with "اليوم" with "الجمعة", or two ends of a range."""

import msgspec

from tawatur.finders.times.moments import Atom, Moment, borrow, slots, union
from tawatur.lexicon.calendar import Calendar
from tawatur.text import Tokens

_OF = ("من", "في")
_THAT_IS = frozenset(("الموافق", "الموافقين", "ل", "لـ"))
_ITSELF = {"weekday", "part", "deictic"}
_CLOSING = {"(": ")", "/": "/"}
_COMMAS = ("،", ",", "-", "–")
_TO = ("الي", "حتي", "لغاية", "وحتي", "والي", "-", "–", "—")
_TO_ALONE = ("-", "–", "—", "حتي", "الي")
_DUALS = ("شهري", "يومي")
_AND = "و"
_LONGEST_GAP = 2
_DIVIDING = "الفاصلة"
_BORROWED = ("year", "month", "day", "weekday", "week", "part", "shift", "toward", "hijri", "weekend")


def compose(tokens: Tokens, atoms: list[Atom], first: int, calendar: Calendar) -> list[Atom]:
    """The atoms of one sentence with neighbours that belong together made one."""
    joined = _pass(tokens, _pass(tokens, atoms, calendar, 0), calendar, _LONGEST_GAP)
    if len(joined) == 1:
        return joined
    return _nights(tokens, _with_week(_ranges(tokens, joined, first)))


def _pass(tokens: Tokens, atoms: list[Atom], calendar: Calendar, longest: int) -> list[Atom]:
    """The atoms joined over gaps of at most ``longest`` tokens."""
    joined: list[Atom] = []
    for atom in atoms:
        near = bool(joined) and atom.first - joined[-1].last <= longest
        one = _joined(tokens, joined[-1], atom, calendar) if near else None
        if one is not None:
            joined[-1] = one
        else:
            joined.append(atom)
    return joined


def _with_week(atoms: list[Atom]) -> list[Atom]:
    """As in "الأسبوع المقبل بين الأربعاء والجمعة": the week goes with both days."""
    found: list[Atom] = []
    for atom in atoms:
        before = found[-1] if found and found[-1].last == atom.first else None
        week = before is not None and before.moment is not None and slots(before.moment) == {"week"}
        one = _day_then_stretch(before, atom) if before is not None and week and atom.until else None
        if one is not None:
            found[-1] = one
        else:
            found.append(atom)
    return found


def _nights(tokens: Tokens, atoms: list[Atom]) -> list[Atom]:
    """As in "الليلة الفاصلة بين السبت والأحد": one night, that of the first day."""
    found: list[Atom] = []
    for atom in atoms:
        before = found[-1] if found else None
        gap = tokens.forms[before.last : atom.first] if before else []
        apart = gap[:1] == [_DIVIDING] and gap[1:] in ([], ["بين"])
        if before and apart and atom.moment and atom.until and before.moment and before.moment.part == "NI":
            night = msgspec.structs.replace(atom.moment, part="NI")
            found[-1] = msgspec.structs.replace(before, last=atom.last, moment=night)
        else:
            found.append(atom)
    return found


def _joined(tokens: Tokens, one: Atom, two: Atom, calendar: Calendar) -> Atom | None:
    gap = tokens.forms[one.last : two.first]
    if two.start > tokens.starts[two.first] and not _with_in(tokens, two):
        return None
    if gap == ["ال"] or (gap and _THAT_IS.issuperset(gap)):
        return _same_day(one, two)
    if gap in (["("], ["/"]):
        return _with_day_in_brackets(tokens, one, two)
    if one.value is not None and one.container and not any(form in _COMMAS for form in gap):
        return _within(one, two) if set(gap) <= set(_OF) else None
    if two.moment is None or one.moment is None:
        return None
    if one.until is not None:
        return _clock_then_day(one, two) if not gap else None
    if two.until is not None and not gap and _is_year_from_now(one) and two.moment.year:
        return msgspec.structs.replace(two, first=one.first, start=one.start)
    if two.until is not None:
        return _day_then_stretch(one, two) if set(gap) <= {*_COMMAS, *_OF} and len(gap) <= 1 else None
    if not _may_join(gap, one, two, calendar):
        return None
    both = union(one.moment, two.moment) or _year_named(gap, one.moment, two.moment)
    if both is None:
        return None
    return msgspec.structs.replace(
        one,
        last=two.last,
        moment=both,
        rule=_finer_rule(one, two),
        every=one.every or two.every,
        container=one.container and two.container,
    )


def _with_day_in_brackets(tokens: Tokens, one: Atom, two: Atom) -> Atom | None:
    """As in "اليوم (الخميس)" and "اليوم /الخميس/": the day named once more."""
    closing = _CLOSING[tokens.forms[one.last]]
    closed = two.last < len(tokens) and tokens.forms[two.last] == closing
    if not closed or one.moment is None or two.moment is None or one.until or two.until:
        return None
    if "deictic" not in slots(one.moment) or slots(two.moment) != {"weekday"}:
        return None
    return msgspec.structs.replace(one, last=two.last + 1)


def _is_year_from_now(atom: Atom) -> bool:
    """Whether its number may follow: "السنة المالية الماضية 2014/2015"."""
    shift = atom.moment.shift if atom.moment is not None else None
    return shift is not None and shift[0] in ("Y", "SEASON")


def _year_named(gap: list[str], one: Moment, two: Moment) -> Moment | None:
    """As in "السنة المقبلة 2017" and "الربع الأول من العام الماضي 2017": a year and its number."""
    if gap or one.shift is None or one.shift[0] != "Y" or two != Moment(year=two.year):
        return None
    return msgspec.structs.replace(one, shift=None, year=two.year)


def _same_day(one: Atom, two: Atom) -> Atom | None:
    """As in "مساء الأربعاء الموافق 22 مارس", "الثلاثاء الـ21 من رجب": the day is that of the date."""
    if one.moment is None or two.moment is None or not slots(one.moment) <= _ITSELF or two.every:
        return None
    if one.until and two.until:
        return msgspec.structs.replace(two, first=one.first, start=one.start)
    both = union(msgspec.structs.replace(one.moment, toward=None), two.moment)
    return msgspec.structs.replace(one, last=two.last, moment=both) if both and not one.until else None


def _with_in(tokens: Tokens, atom: Atom) -> bool:
    """An attached ب or ل is no bar: "ليوم الغد"."""
    return tokens.forms[atom.first][0] in "بل"


def _within(one: Atom, two: Atom) -> Atom | None:
    """As in "وقت سابق من هذا الأسبوع" is some time in that week."""
    if two.moment is None:
        return None
    return msgspec.structs.replace(two, first=one.first, start=one.start)


def _may_join(gap: list[str], one: Atom, two: Atom, calendar: Calendar) -> bool:
    """Nothing, a comma or "في" between parts that go together; "من" before the longer of the two."""
    if not gap:
        return True
    a, b = slots(one.moment or Moment()), slots(two.moment or Moment())
    fine = {"day", "weekday", "deictic", "part", "clock"}
    if all(form in _COMMAS or form in calendar.sets["approximately"] or form in _OF for form in gap):
        if any(form == "من" for form in gap):
            return not (b <= {"part", "clock"}) or "clock" in b
        return bool(a & fine) and bool(
            b & (fine - {"weekday"} | {"year", "week"} if "،" not in gap else fine | {"year"})
        )
    return False


def _finer_rule(one: Atom, two: Atom) -> str:
    clock = "clock time"
    if clock in (one.rule, two.rule):
        return clock
    parts = ("part of day", "part of day before its day")
    if one.rule in parts or two.rule in parts:
        return "part of day"
    return one.rule


def _clock_then_day(one: Atom, two: Atom) -> Atom | None:
    """As in "من 5 إلى 6 مساء يوم الأحد": the day goes with both ends."""
    if two.moment is None or one.moment is None or one.until is None or two.until is not None:
        return None
    first, second = union(one.moment, two.moment), union(one.until, two.moment)
    if first is None or second is None:
        return None
    return msgspec.structs.replace(one, last=two.last, moment=first, until=second)


def _day_then_stretch(one: Atom, two: Atom) -> Atom | None:
    """As in "يوم الجمعة بين 1 و4 مساء"."""
    if one.moment is None or two.moment is None or two.until is None:
        return None
    first, second = union(one.moment, two.moment), union(one.moment, two.until)
    if first is None or second is None:
        return None
    return msgspec.structs.replace(two, first=one.first, start=one.start, moment=first, until=second)


def _ranges(tokens: Tokens, atoms: list[Atom], first: int) -> list[Atom]:
    """As in "من أيلول إلى كانون الثاني", "بين 2010 و2015", "15 مايو - 20 يونيو"."""
    found: list[Atom] = []
    for atom in atoms:
        one = _range(tokens, found[-1], atom, first) if found else None
        if one is not None:
            found[-1] = one
        else:
            found.append(atom)
    return found


def _range(tokens: Tokens, one: Atom, two: Atom, first: int) -> Atom | None:
    night = _night_between(tokens, one, two)
    if night is not None:
        return night
    if one.moment is None or two.moment is None or one.until or two.until or one.every or two.every:
        return None
    gap = tokens.forms[one.last : two.first]
    opener = _opener(tokens, one, first)
    attached = two.start > tokens.starts[two.first] and tokens.forms[two.first].startswith(_AND)
    pair = opener == "بين" or _names_two(tokens, one)
    between = pair and (gap == [_AND] or (not gap and attached))
    if gap[1:] == ["غاية"]:
        gap = gap[:1]
    months = gap == ["/"] and one.rule == two.rule == "month" and one.last - one.first == 1
    reaching = months or _reaches(gap, opener)
    if not (between or reaching) or not _comparable(one.moment, two.moment):
        return None
    if one.moment.year and two.moment.year and one.moment.hijri != two.moment.hijri:
        return None
    start_token = one.first - 1 if opener else one.first
    start = tokens.starts[start_token] if opener else one.start
    first_end = borrow(one.moment, two.moment, _BORROWED) if _needs(one.moment, two.moment) else one.moment
    second_end = borrow(two.moment, one.moment, _BORROWED) if _needs(two.moment, one.moment) else two.moment
    return Atom(start_token, two.last, start, "range", first_end, second_end)


def _night_between(tokens: Tokens, one: Atom, two: Atom) -> Atom | None:
    """As in "ليل السبت - الأحد": one night, that of the first day."""
    if one.moment is None or two.moment is None or one.moment.part != "NI" or not one.moment.weekday:
        return None
    gap = tokens.forms[one.last : two.first]
    next_day = one.moment.weekday % 7 + 1 == two.moment.weekday
    if (
        not next_day
        or gap not in ([], ["-"], ["–"], ["/"], ["الي"], ["علي"])
        or slots(two.moment) != {"weekday"}
    ):
        return None
    return msgspec.structs.replace(one, last=two.last)


def _reaches(gap: list[str], opener: str) -> bool:
    """Whether the words between two times lead from the one to the other."""
    return len(gap) == 1 and gap[0] in _TO and (opener == "من" or gap[0] in _TO_ALONE)


def _names_two(tokens: Tokens, atom: Atom) -> bool:
    """As in "شهري جويلية وأوت", "يومي الجمعة 16 والسبت 17": a dual before the first of two."""
    return tokens.forms[atom.first].endswith(_DUALS)


def _opener(tokens: Tokens, atom: Atom, first: int) -> str:
    if atom.first <= first or atom.start > tokens.starts[atom.first]:
        return ""
    before = tokens.forms[atom.first - 1]
    if before in ("بين", "مابين"):
        return "بين"
    return "من" if before == "من" else ""


def _comparable(one: Moment, two: Moment) -> bool:
    a, b = slots(one), slots(two)
    return bool(a & b) or bool(a & {"day", "weekday", "deictic"} and b & {"day", "weekday", "deictic"})


def _needs(one: Moment, two: Moment) -> bool:
    """Whether ``one`` lacks a longer unit that ``two`` gives: the year of a month, the day of a clock."""
    a, b = slots(one), slots(two)
    if a <= {"clock", "part"} and b - {"clock", "part"}:
        return True
    if a and a <= {"day", "weekday"} and "month" in b:
        return True
    if "month" in a and "year" not in a and ("year" in b or two.toward is not None):
        return True
    return a == {"weekday"} and two.toward is not None
