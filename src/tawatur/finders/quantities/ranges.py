"""Ranges: two numbers as the ends of one amount: "بين 10 و12 ألف", "من 3 إلى 5", "10-15 شخصا"."""

from tawatur.finders.quantities.bounds import Amount, bounded
from tawatur.lexicon.counting import Counting
from tawatur.lexicon.numbers import Numbers
from tawatur.lexicon.numerals import Numeral, read_numeral
from tawatur.model import Modifier
from tawatur.text import Tokens

_CHANGE_REACH = 6
_HIGHEST_SCORE = 100
_LAST_PLURAL = 10


def read_range(tokens: Tokens, numeral: Numeral, floor: int, end: int, numbers: Numbers) -> Amount | None:
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
        if (form == "و" or form in counting.range_dash) and apart:
            return read_numeral(tokens, at + 1, end, numbers)
        second = read_numeral(tokens, at, end, numbers) if _starts(tokens, at, numbers) else None
        return second if second and second.joined else None
    percent = at > numeral.last and counting.measures.read(tokens, numeral.last, at)
    beside = at == numeral.last or (percent and percent[0].code == "percent")
    return _unopened(tokens, numeral, at, end, numbers) if beside and apart else None


def _unopened(tokens: Tokens, numeral: Numeral, at: int, end: int, numbers: Numbers) -> Numeral | None:
    """The second end after a dash, "أو" or "و" without a word that opens a range."""
    counting, form = numbers.counting, tokens.forms[at]
    second = read_numeral(tokens, at + 1, end, numbers)
    if second is None or second.open or second.joined:
        return None
    rises = numeral.low < second.low
    if form in counting.range_dash and rises and not _is_score(tokens, second, end, numbers):
        return second
    if (
        form in counting.range_or
        and rises
        and (second.low <= 2 * numeral.low + 1 or _shares_scale(numeral, second))
    ):
        return second
    both = form == "و" and numeral.figures and second.figures
    return second if both and _shares_scale(numeral, second) else None


def _shares_scale(one: Numeral, two: Numeral) -> bool:
    """As in "10و12 ألف": the scale stands once, and the two are near each other."""
    return one.scale == 1 and two.scale > 1 and one.factor < two.factor <= 3 * one.factor


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
