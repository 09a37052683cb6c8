"""Numbers in figures: separators of thousands and decimals, groups by spaces, fractions, "1ر31"."""

import re

import msgspec

from tawatur.text import Tokens

_GROUPED = re.compile(r"\d{1,3}(?:([,.\u066c\u060c'])\d{3})(?:\1\d{3})*(?:[.,\u066b]\d+)?")
_POINT = re.compile("[.,\u066b\u060c]")
_ONLY_POINT = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_LONGEST = 40
_SMALLEST_PART = 12


class Figures(msgspec.Struct, frozen=True, gc=False):
    """A number in figures and the token after it; ``thousands`` is the other reading of "15.000"."""

    value: float
    last: int
    fraction: bool = False
    thousands: float | None = None


def read_figures(tokens: Tokens, i: int, end: int, reversed_point: str) -> Figures | None:
    """The number in figures at token ``i``, None where it is longer than any number in the news.

    ``reversed_point`` is the letter that stands for a point with the whole after it: "1ر31" is 31.1.
    """
    form = tokens.forms[i]
    if len(form) > _LONGEST:
        return None
    value, last = figures_value(form), i + 1
    thousands = float(form.replace(".", "")) if _ONLY_POINT.fullmatch(form) else None
    if _touch(tokens, i, i + 2, end) and tokens.forms[i + 1] == reversed_point:
        return _reversed_point(tokens, i, end)
    furthest = min(end, i + _LONGEST // 3)
    while form.isdecimal() and len(form) <= 3 and last < furthest and _is_group(tokens, last):
        value, last = value * 1000 + int(tokens.forms[last]), last + 1
    mixed = _mixed_fraction(tokens, i, last, end, value)
    return mixed or Figures(value, last, thousands=thousands)


def figures_value(form: str) -> float:
    """The value of folded figures with their separators: "12,000" is 12000, "12,5" is 12.5.

    Three digits after a comma are thousands, after an only point decimals.
    """
    if form.isdecimal():
        return float(form)
    grouped = _GROUPED.fullmatch(form)
    if grouped and (grouped[1] != "." or form.count(".") > 1) and not form.startswith("0"):
        whole = form.replace(grouped[1], "")
        return float(_POINT.sub(".", whole))
    pieces = [piece for piece in re.split(r"\D", form) if piece]
    return float("".join(pieces[:-1]) + "." + pieces[-1])


def _touch(tokens: Tokens, i: int, j: int, end: int) -> bool:
    """Whether tokens ``i`` to ``j`` stand without a gap and the last of them is figures."""
    return (
        j < end
        and all(tokens.ends[k] == tokens.starts[k + 1] for k in range(i, j))
        and tokens.forms[j][0].isdecimal()
    )


def _reversed_point(tokens: Tokens, i: int, end: int) -> Figures | None:
    """As in "1ر31" is 31.1: agencies that typed visually left the fraction before the whole."""
    part, whole = tokens.forms[i], tokens.forms[i + 2]
    if not (part.isdecimal() and whole.isdecimal() and len(whole) <= _LONGEST):
        return None
    value = float(f"{whole}.{part}")
    return Figures(value, i + 3)


def _is_group(tokens: Tokens, i: int) -> bool:
    """Three figures one space after the figures before them, as in "40 000"."""
    form = tokens.forms[i]
    return (
        len(form) == 3
        and form.isdecimal()
        and tokens.starts[i] - tokens.ends[i - 1] == 1
        and (i + 1 >= len(tokens) or not tokens.forms[i + 1][0].isdecimal() or len(tokens.forms[i + 1]) == 3)
    )


def _mixed_fraction(tokens: Tokens, i: int, last: int, end: int, whole: float) -> Figures | None:
    """As in "3/4" and "2 1/4"."""
    for over, before in ((last, 0.0), (last + 1, whole)):
        if over - 1 < i or not _touch(tokens, over - 1, over + 1, end) or tokens.forms[over] != "/":
            continue
        above, below = tokens.forms[over - 1], tokens.forms[over + 1]
        chained = over + 2 < end and tokens.forms[over + 2] == "/"
        if not (above.isdecimal() and below.isdecimal() and len(above) <= 2 and len(below) <= 2) or chained:
            continue
        if int(above) < int(below) <= _SMALLEST_PART:
            value = before + int(above) / int(below)
            return Figures(value, over + 2, fraction=True)
    return None
