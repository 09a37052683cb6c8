"""A unit alone where the words around it make it a length: "منذ أيام", "خلال عام", "شهرا أو أكثر"."""

from tawatur.finders.times.units import Amounts, Read, is_of_time, read_rest, unit_name
from tawatur.lexicon.calendar import Calendar, Found
from tawatur.lexicon.timewords import Kind
from tawatur.text import Tokens

_TO = ("الي", "حتي")
_ANOTHER = ("اخر", "اخري")


def read_bare_unit(tokens: Tokens, i: int, end: int, calendar: Calendar) -> Read | None:
    """A unit alone where the words before it make it a length: "منذ أيام", "خلال عام", "لسنوات"."""
    for found in calendar.find(tokens, i, end):
        if found.word.kind is not Kind.UNIT or found.definite:
            continue
        plural = found.word.number == "plural"
        if found.word.number == "dual" or not _introduced(tokens, i, found, end, calendar):
            return None
        start = tokens.starts[i] + found.lead
        amounts: Amounts = ((None if plural else 1, unit_name(found)),)
        if plural:
            return amounts, found.last, start, None
        amounts, last = read_rest(tokens, amounts, found.last, end, calendar)
        return amounts, last, start, None
    return None


def _introduced(tokens: Tokens, i: int, found: Found, end: int, calendar: Calendar) -> bool:
    before = tokens.forms[i - 1] if i else ""
    two_before = tokens.forms[i - 2] if i > 1 else ""
    last = found.last
    whole = is_of_time(tokens, last, end, calendar) or (
        last < end and tokens.forms[last] in calendar.sets["whole"]
    )
    word = calendar.numbers.word(tokens.forms[last]) if last < end else None
    half = word is not None and word.role.value == "fraction" and word.joined
    finer = read_rest(tokens, ((1, unit_name(found)),), last, end, calendar)[1] > last
    more = calendar.numbers.counting.bound_after(tokens, last, end) is not None
    if whole or half or finer or more:
        return True
    if last < end and _is_numbered(tokens, last, end, calendar):
        return False
    if found.word.number == "plural" and found.attached:
        return tokens.forms[i].startswith(("ل", "ول")) and not _names(tokens, last, end, calendar)
    if found.word.value == "SEASON" or found.attached or found.joined or _to_another(tokens, last, end):
        return False
    if found.word.value == "DE" and _names(tokens, last, end, calendar):
        return False
    if before == "في" and _names(tokens, last, end, calendar, found.word.number == "plural"):
        return False
    bound = (two_before, before) in calendar.bounds or (before,) in calendar.bounds
    return calendar.has("length_before", before) or bound


def _to_another(tokens: Tokens, i: int, end: int) -> bool:
    """As in "من شهر إلى آخر", "من يوم لآخر", which are no length."""
    if i < end and tokens.forms[i].removeprefix("ل") in _ANOTHER:
        return True
    return i + 1 < end and tokens.forms[i] in _TO and tokens.forms[i + 1] in _ANOTHER


def _names(tokens: Tokens, i: int, end: int, calendar: Calendar, plural: bool = True) -> bool:
    """Whether a noun follows: "لأيام قرطاج" is a festival, "من عقد مؤتمرها" no decade.

    After a singular only one with the article does: "في يوم العمل السابق".
    """
    if i >= end or not tokens.forms[i][0].isalpha():
        return False
    counting = calendar.numbers.counting
    if not plural:
        return counting.has_article(tokens.forms[i])
    return tokens.forms[i] not in counting.not_counted | calendar.sets["open_words"]


def _is_numbered(tokens: Tokens, i: int, end: int, calendar: Calendar) -> bool:
    """Whether a number, a weekday or a month follows a unit: "عام 2013", "يوم الأحد"."""
    i += tokens.forms[i] == "(" and i + 1 < end
    form = tokens.forms[i]
    if form[0].isdecimal() or calendar.numbers.word(form) is not None:
        return True
    kinds = (Kind.WEEKDAY, Kind.MONTH, Kind.HIJRI, Kind.DEICTIC)
    return any(found.word.kind in kinds for found in calendar.find(tokens, i, i + 3))
