"""Rates: how often something is counted, as in "مليون برميل في اليوم", "مرتين في الأسبوع"."""

from tawatur.finders.times.moments import Atom
from tawatur.lexicon.calendar import Calendar, Found
from tawatur.text import Tokens

_PER = ("في", "فى")
_UNITS = ("D", "W", "M", "Y")


def read_rate(tokens: Tokens, found: Found, unit: str, calendar: Calendar) -> Atom | None:
    """The unit of time after "في" and what is counted by it, None where nothing is."""
    first = found.first
    if unit not in _UNITS or first < 2 or tokens.forms[first - 1] not in _PER:
        return None
    if not calendar.has("counted_by_time", tokens.forms[first - 2]):
        return None
    return Atom(first, found.last, tokens.starts[first], "repeated time", value=f"P1{unit}", every=True)
