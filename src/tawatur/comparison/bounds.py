"""Figures with open ends against each other: the same, compatible, in tension, apart."""

from enum import StrEnum
from math import inf

from tawatur.model import Figure, Modifier, Quantity

_ABOUT = 0.1
_MAGNITUDE = 5
_ROUND = 3


class Fit(StrEnum):
    """How two figures of one measure stand to each other."""

    SAME = "same"
    COMPATIBLE = "compatible"
    TENSION = "tension"
    APART = "apart"


def fit(one: Figure | Quantity, other: Figure | Quantity) -> Fit:
    """How two figures stand to each other.

    Bounds that do not meet are apart; where only the tolerance of "about" makes them meet they are
    in tension. An exact figure against its own bound is compatible: "30" and "at least 30". A figure in
    round terms is the same: "110.18 مليار" and "110.2 مليار", never "32" and "30".

    "نحو 10 آلاف" against "ما يصل إلى 12 ألفاً" is compatible, against "8000" apart.
    """
    if (one.low, one.high) == (other.low, other.high):
        return Fit.SAME
    if _is_rounded(one, other) or _is_rounded(other, one):
        return Fit.SAME
    (a, b), (c, d) = bounds(one), bounds(other)
    if b < c or d < a:
        return Fit.TENSION if _meet_loosely(one, other) else Fit.APART
    return _touching(one, other)


def bounds(figure: Figure | Quantity) -> tuple[float, float]:
    """The least and the greatest value, infinite where open."""
    low = -inf if figure.low is None else figure.low
    high = inf if figure.high is None else figure.high
    return low, high


def likely(figure: Figure | Quantity) -> tuple[float, float]:
    """The least and the greatest value that a writer has in mind.

    "أكثر من 1500" is not said of ten thousand: an open end reaches to twice the figure, an open
    beginning to half of it; dozens, hundreds, thousands reach to the next magnitude.
    """
    low, high = figure.low, figure.high
    if low is not None and high is None:
        return low, low * (_MAGNITUDE if figure.modifier == Modifier.VAGUE else 2)
    if high is not None and low is None:
        return high / 2, high
    return low or 0.0, high or 0.0


def _is_rounded(one: Figure | Quantity, other: Figure | Quantity) -> bool:
    """Whether the one gives the other with fewer digits, three at least: "887 ألفاً" of 887,438."""
    if one.low is None or other.low is None or one.low != one.high or other.low != other.high:
        return False
    digits = len(f"{one.low:.12g}".replace(".", "").strip("0"))
    return digits >= _ROUND and one.low == float(f"{other.low:.{digits}g}")


def _touching(one: Figure | Quantity, other: Figure | Quantity) -> Fit:
    """More than 1500 and exactly 1500 meet only in the bound that "more than" leaves out."""
    for open_ended, exact in ((one, other), (other, one)):
        if open_ended.modifier == Modifier.MORE_THAN and exact.high == open_ended.low:
            return Fit.TENSION
        if open_ended.modifier == Modifier.LESS_THAN and exact.low == open_ended.high:
            return Fit.TENSION
    return Fit.COMPATIBLE


def _meet_loosely(one: Figure | Quantity, other: Figure | Quantity) -> bool:
    (a, b), (c, d) = _loosened(one), _loosened(other)
    return a <= d and c <= b


def _loosened(figure: Figure | Quantity) -> tuple[float, float]:
    low, high = bounds(figure)
    slack = _ABOUT if figure.modifier == Modifier.ABOUT else 0.0
    return low * (1 - slack), high * (1 + slack)
