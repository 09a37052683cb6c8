"""Amounts: a numeral with its sign, or the two ends of a range, and the phrase that bounds it."""

import msgspec

from tawatur.finders.quantities.bounds import Amount, bounded
from tawatur.finders.quantities.ranges import read_range
from tawatur.lexicon.counting import Counting
from tawatur.lexicon.measures import Measure
from tawatur.lexicon.numbers import Numbers
from tawatur.lexicon.numerals import Numeral, read_numeral
from tawatur.model import Modifier
from tawatur.text import Tokens

_POINTS = (".", "٫")
_MINUS = len("ناقص")
_SIGNS = ("-", "\N{MINUS SIGN}", "\N{EN DASH}")


def read_amount(tokens: Tokens, i: int, floor: int, end: int, numbers: Numbers) -> Amount | None:
    """The amount whose number begins at token ``i``; its bounding words not before ``floor``.

    "ما بين 10 و12 ألف" is 10000 to 12000, "أكثر من مئتي" 200 and open above.
    """
    numeral = read_numeral(tokens, i, end, numbers)
    if numeral is None:
        return None
    ranged = read_range(tokens, numeral, floor, end, numbers)
    if ranged is not None:
        return ranged
    whole = _one_and_part(tokens, numeral, floor, numbers)
    if whole is not None:
        return whole
    numeral = _with_leading_point(tokens, numeral, floor)
    first, start, sign = _minus(tokens, numeral, floor, numbers)
    last, below = _below_zero(tokens, numeral, end, numbers)
    value = numeral.low * (-1 if sign or below else 1)
    prefix = _measure_before(tokens, first, floor, numbers.counting)
    if prefix is not None:
        first, start = prefix[1], tokens.starts[prefix[1]]
    high = numeral.high if numeral.open else value
    plain = Modifier.VAGUE if numeral.open else Modifier.EXACT
    bare = Amount(
        first, last, start, tokens.ends[last - 1], value, high, plain, numeral, None, prefix and prefix[0]
    )
    return bounded(tokens, bare, floor, numbers.counting)


def _one_and_part(tokens: Tokens, numeral: Numeral, floor: int, numbers: Numbers) -> Amount | None:
    """As in "لتر وربع": one unit and a part of it, named before them."""
    apart = numeral.first - 1 > floor and tokens.forms[numeral.first - 1] == "و"
    unit = numeral.first - 1 - apart
    if (
        not numeral.fraction
        or not (apart or numeral.joined)
        or numeral.last - numeral.first > 1
        or unit < floor
    ):
        return None
    found = numbers.counting.measures.read(tokens, unit, unit + 1)
    if found is None or (unit > floor and tokens.forms[unit - 1][0].isdecimal()):
        return None
    value = 1 + numeral.low
    end = tokens.ends[numeral.last - 1]
    return Amount(
        unit, numeral.last, tokens.starts[unit], end, value, value, Modifier.EXACT, numeral, (unit, unit + 1)
    )


def _with_leading_point(tokens: Tokens, numeral: Numeral, floor: int) -> Numeral:
    """As in ".75": figures after a point that nothing stands before."""
    i = numeral.first
    if not numeral.figures or i <= floor or tokens.forms[i - 1] not in _POINTS:
        return numeral
    free = i - 1 == floor or tokens.ends[i - 2] < tokens.starts[i - 1]
    if not free or tokens.ends[i - 1] < tokens.starts[i] or not tokens.forms[i].isdecimal():
        return numeral
    value = float(f"0.{tokens.forms[i]}") * numeral.scale
    return msgspec.structs.replace(
        numeral, first=i - 1, start=tokens.starts[i - 1], low=value, high=value, thousands=None
    )


def _minus(tokens: Tokens, numeral: Numeral, floor: int, numbers: Numbers) -> tuple[int, int, bool]:
    """The first token and offset with a minus sign or word before the number, and whether there is one."""
    i = numeral.first
    if i > floor and not numeral.joined and tokens.forms[i - 1].removeprefix("ب") in numbers.signs.minus:
        return i - 1, tokens.ends[i - 1] - _MINUS, True
    if i > floor and tokens.forms[i - 1] in _SIGNS and tokens.ends[i - 1] == tokens.starts[i]:
        free = i - 1 == floor or tokens.ends[i - 2] < tokens.starts[i - 1] or tokens.forms[i - 2] == "("
        if free and numeral.figures:
            return i - 1, tokens.starts[i - 1], True
    return i, numeral.start, False


def _below_zero(tokens: Tokens, numeral: Numeral, end: int, numbers: Numbers) -> tuple[int, bool]:
    """The token after the number, and whether "تحت الصفر" follows it or its unit."""
    words = numbers.signs.below_zero
    for skip in (0, 1, 2):
        at = numeral.last + skip
        if at + len(words) <= end and tuple(tokens.forms[at : at + len(words)]) == words:
            return (at + len(words) if at == numeral.last else numeral.last), True
    return numeral.last, False


def _measure_before(tokens: Tokens, i: int, floor: int, counting: Counting) -> tuple[Measure, int] | None:
    """A sign of money or percent that touches the figures from before."""
    for length in (1, 3, 4):
        first = i - length
        if first < floor or not tokens.forms[i][0].isdecimal():
            return None
        touching = all(tokens.ends[k] == tokens.starts[k + 1] for k in range(first, i))
        found = counting.measures.read(tokens, first, i) if touching else None
        if found and found[1] == i and (found[0].money or found[0].code == "percent"):
            return found[0], first
    return None
