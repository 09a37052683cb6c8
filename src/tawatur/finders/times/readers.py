"""Readers: each kind of time has one; a word is handed only to those whose kind it may begin."""

from collections.abc import Callable
from functools import lru_cache

from tawatur.finders.times.clocks import read_clock
from tawatur.finders.times.dates import OPENERS, read_dated, read_month
from tawatur.finders.times.edges import read_edge
from tawatur.finders.times.figures import read_figure_date
from tawatur.finders.times.lengths import read_length
from tawatur.finders.times.moments import Atom
from tawatur.finders.times.periods import read_first_months
from tawatur.finders.times.repeats import read_repeat
from tawatur.finders.times.words import read_word
from tawatur.finders.times.years import read_bare_year
from tawatur.lexicon.calendar import Calendar
from tawatur.lexicon.timesigns import FIGURES, NUMBER, OPENING, bits
from tawatur.lexicon.timewords import Kind
from tawatur.text import Tokens

Reader = Callable[[Tokens, int, int, Calendar], Atom | None]

_DAYS = bits(NUMBER, Kind.ORDINAL, "ordinals_before_ten")
_BY_SIGN: tuple[tuple[int, Reader], ...] = (
    (bits(FIGURES), read_figure_date),
    (bits("every"), read_repeat),
    (bits(Kind.EDGE, Kind.WITHIN), read_edge),
    (bits(FIGURES) | _DAYS, read_dated),
    (bits(Kind.MONTH, Kind.HIJRI, Kind.UNIT), read_month),
    (bits(FIGURES, Kind.HOUR, Kind.PART, "approximately") | _DAYS, read_clock),
    (bits(FIGURES, NUMBER, Kind.UNIT, Kind.ORDINAL), read_first_months),
    (bits(FIGURES, NUMBER, Kind.UNIT, *OPENING), read_length),
    (bits(FIGURES), read_bare_year),
    (bits(*Kind), read_word),
)
"""The most telling kinds first, each with the signs one of which its first word has."""


def read_time(tokens: Tokens, i: int, end: int, calendar: Calendar) -> Atom | None:
    """The first reading that fits at token ``i``, or None."""
    form = tokens.forms[i]
    if form in OPENERS:
        return _between(tokens, i, end, calendar)
    for read in _readers(calendar.signs[form]):
        atom = read(tokens, i, end, calendar)
        if atom is not None:
            return atom
    return None


def _between(tokens: Tokens, i: int, end: int, calendar: Calendar) -> Atom | None:
    """As in "بين 3 و5 مايو", "من الثالثة إلى الرابعة مساء", "بين 18 و26 سنة"."""
    if i + 1 >= end or not calendar.signs[tokens.forms[i + 1]]:
        return None
    return (
        read_dated(tokens, i, end, calendar)
        or read_clock(tokens, i, end, calendar)
        or read_length(tokens, i, end, calendar)
    )


@lru_cache(maxsize=4096)
def _readers(signs: int) -> tuple[Reader, ...]:
    return tuple(read for sign, read in _BY_SIGN if sign & signs)
