"""Amounts: a numeral, or the two ends of a range, with the phrase that bounds it."""

import msgspec

from tawatur.lexicon.counting import Counting
from tawatur.lexicon.measures import Measure
from tawatur.lexicon.numbers import Numbers
from tawatur.lexicon.numerals import Numeral, read_numeral
from tawatur.model import Modifier
from tawatur.text import Tokens

_CHANGE_REACH = 6
_HIGHEST_SCORE = 100
_LAST_PLURAL = 10
_POINTS = (".", "٫")
_SIGNS = ("-", "\N{MINUS SIGN}", "\N{EN DASH}")


class Amount(msgspec.Struct, frozen=True, gc=False):
    """How much: tokens ``first`` to ``last``, the bounds and how they are meant.

    ``numeral`` is the last number read; ``unit_inside`` the token range of a unit between the
    ends of a range, ``prefix`` a measure written before the figures ("$7", "%5").
    """

    first: int
    last: int
    start: int
    end: int
    low: float | None
    high: float | None
    modifier: Modifier
    numeral: Numeral
    unit_inside: tuple[int, int] | None = None
    prefix: Measure | None = None


def read_amount(tokens: Tokens, i: int, floor: int, end: int, numbers: Numbers) -> Amount | None:
    """The amount whose number begins at token ``i``; its bounding words not before ``floor``.

    "ما بين 10 و12 ألف" is 10000 to 12000, "أكثر من مئتي" 200 and open above.
    """
    numeral = read_numeral(tokens, i, end, numbers)
    if numeral is None:
        return None
    ranged = _read_range(tokens, numeral, floor, end, numbers)
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


def bounded(tokens: Tokens, amount: Amount, floor: int, counting: Counting) -> Amount:
    """The amount with the bound that stands before it, if one does."""
    at = amount.first - 1 if amount.first > floor and tokens.forms[amount.first - 1] == "ال" else amount.first
    found = counting.bound_before(tokens, at, floor) if not amount.numeral.joined else None
    if found is None:
        return amount
    modifier, first, lead = found
    if modifier == "at_most" and tokens.forms[first] in counting.arrival:
        return amount
    low, high = amount.low, amount.high
    if amount.modifier is Modifier.RANGE or amount.modifier is Modifier.VAGUE:
        return msgspec.structs.replace(amount, first=first, start=tokens.starts[first] + lead)
    return msgspec.structs.replace(
        with_modifier(amount, Modifier(modifier), low if low is not None else high),
        first=first,
        start=tokens.starts[first] + lead,
    )


def with_modifier(amount: Amount, modifier: Modifier, value: float | None) -> Amount:
    """The amount bounded as ``modifier`` says around ``value``."""
    low = None if modifier in (Modifier.AT_MOST, Modifier.LESS_THAN) else value
    high = None if modifier in (Modifier.AT_LEAST, Modifier.MORE_THAN) else value
    return msgspec.structs.replace(amount, low=low, high=high, modifier=modifier)


def _minus(tokens: Tokens, numeral: Numeral, floor: int, numbers: Numbers) -> tuple[int, int, bool]:
    """The first token and offset with a minus sign or word before the number, and whether there is one."""
    i = numeral.first
    if i > floor and not numeral.joined and tokens.forms[i - 1] in numbers.signs.minus:
        return i - 1, tokens.starts[i - 1], True
    if i > floor and tokens.forms[i - 1] in _SIGNS and tokens.ends[i - 1] == tokens.starts[i]:
        free = i - 1 == floor or tokens.ends[i - 2] < tokens.starts[i - 1]
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


def _read_range(tokens: Tokens, numeral: Numeral, floor: int, end: int, numbers: Numbers) -> Amount | None:
    """The range of which ``numeral`` is the first end, or None."""
    if numeral.open or numeral.last >= end:
        return None
    if numeral.value_of_one and tokens.forms[numeral.first - 1] not in numbers.counting.between:
        return None
    counting = numbers.counting
    opening = _opening(tokens, numeral, floor, counting)
    inside = counting.measures.read(tokens, numeral.last, end)
    beside = inside[1] if inside else numeral.last
    for at in (numeral.last, inside and inside[1], beside + 1 if opening == "between" else None):
        if at is None or at >= end:
            continue
        second = _second(tokens, numeral, at, end, numbers, opening)
        if second is not None:
            unit = (numeral.last, inside[1]) if inside and at >= inside[1] else None
            return _range(tokens, numeral, second, floor, counting, opening, unit)
    return None


def _opening(tokens: Tokens, numeral: Numeral, floor: int, counting: Counting) -> str:
    """What opens the range: "between", "from", or nothing."""
    before = tokens.forms[numeral.first - 1] if numeral.first > floor else ""
    if before in counting.between or before[1:] in counting.between:
        return "between"
    return "from" if before in counting.range_from else ""


def _second(
    tokens: Tokens, numeral: Numeral, at: int, end: int, numbers: Numbers, opening: str
) -> Numeral | None:
    """The second end of the range where a connective that fits the opening stands at token ``at``."""
    counting, form = numbers.counting, tokens.forms[at]
    apart = at + 1 < end and _starts(tokens, at + 1, numbers)
    if form in counting.range_to and apart:
        second = read_numeral(tokens, at + 1, end, numbers)
        if second and (opening == "between" or _goes_from_to(tokens, numeral, second, at, counting)):
            return second
        return None
    if opening == "between":
        if form == "و" and apart:
            return read_numeral(tokens, at + 1, end, numbers)
        second = read_numeral(tokens, at, end, numbers) if _starts(tokens, at, numbers) else None
        return second if second and second.joined else None
    if at != numeral.last or not apart:
        return None
    second = read_numeral(tokens, at + 1, end, numbers)
    if second is None or second.open or second.joined:
        return None
    if (
        form in counting.range_dash
        and numeral.low < second.low
        and not _is_score(tokens, second, end, numbers)
    ):
        return second
    if form in counting.range_or and numeral.low < second.low <= 2 * numeral.low + 1:
        return second
    shares_scale = (
        numeral.scale == 1 and second.scale > 1 and numeral.factor < second.factor <= 3 * numeral.factor
    )
    return second if form == "و" and numeral.figures and second.figures and shares_scale else None


def _starts(tokens: Tokens, i: int, numbers: Numbers) -> bool:
    form = tokens.forms[i]
    return form[0].isdecimal() or numbers.word(form) is not None


def _goes_from_to(tokens: Tokens, numeral: Numeral, second: Numeral, at: int, counting: Counting) -> bool:
    """Whether "من 5 إلى 10" is a range: nothing rose or fell from the one to the other."""
    before = tokens.forms[max(0, numeral.first - _CHANGE_REACH) : numeral.first]
    changed = any(form in counting.changes or form[1:] in counting.changes for form in before)
    low = numeral.low * (second.scale if numeral.scale == 1 and numeral.low <= second.factor else 1)
    return not changed and at == numeral.last and low < second.low


def _is_score(tokens: Tokens, second: Numeral, end: int, numbers: Numbers) -> bool:
    """Two figures below a hundred with a dash and nothing counted after them are the score of a match.

    What is counted by eleven to ninety-nine stands in the accusative: "10-15 شخصا", but "25-29 نسر"
    is the score against a club of that name.
    """
    if not second.figures or second.low >= _HIGHEST_SCORE:
        return False
    if second.last >= end or numbers.counting.measures.read(tokens, second.last, end):
        return second.last >= end
    form = tokens.forms[second.last]
    counted = (
        form[0].isalpha() and form not in numbers.counting.not_counted and not form.startswith(("و", "ال"))
    )
    fits = second.low <= _LAST_PLURAL or form.endswith(("ا", "ة", "ات", "ين"))
    return not (counted and fits)


def _range(
    tokens: Tokens,
    one: Numeral,
    two: Numeral,
    floor: int,
    counting: Counting,
    opening: str,
    inside: tuple[int, int] | None,
) -> Amount:
    low, high = one.low, two.high if two.high is not None else two.low
    if one.scale == 1 and two.scale > 1 and low <= two.factor:
        low *= two.scale
    first, start = one.first, one.start
    if opening:
        first = one.first - 1
        start = tokens.starts[first] + (
            len(tokens.forms[first]) > 3 and tokens.forms[first][1:] in counting.between
        )
        if first > floor and tokens.forms[first - 1] in ("ما", "وما", "بما"):
            first, start = first - 1, tokens.starts[first - 1] + len(tokens.forms[first - 1]) - 2
    amount = Amount(
        first, two.last, start, two.end, min(low, high), max(low, high), Modifier.RANGE, two, inside
    )
    return bounded(tokens, amount, floor, counting)
