"""An amount and the phrase that bounds it from before: "نحو", "أكثر من", "ما لا يقل عن"."""

import msgspec

from tawatur.lexicon.counting import Counting
from tawatur.lexicon.measures import Measure
from tawatur.lexicon.numerals import Numeral
from tawatur.model import Modifier
from tawatur.text import Tokens, peel, peel_endings

_SUBJECT = 6


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


_NEGATED = {"more_than": "at_most", "less_than": "at_least"}
"""What a bound is under a verb that is denied: "لا يغطي أكثر من 30%"."""


def bounded(tokens: Tokens, amount: Amount, floor: int, counting: Counting) -> Amount:
    """The amount with the bound that stands before it, if one does."""
    opened = amount.first > floor and tokens.forms[amount.first - 1] in ("ال", "(")
    at = amount.first - 1 if opened else amount.first
    found = counting.bound_before(tokens, at, floor) if not amount.numeral.joined else None
    if found is None:
        apart = _bound_apart(tokens, amount, floor, counting)
        return with_modifier(amount, apart, amount.low) if apart else amount
    modifier, first, lead = found
    if modifier == "at_most" and tokens.forms[first] in counting.arrival:
        return amount
    if first - 2 >= floor and _without_and(tokens.forms[first - 2]) in counting.apart_not:
        modifier = _NEGATED.get(modifier, modifier)
    low, high = amount.low, amount.high
    if amount.modifier is Modifier.RANGE or amount.modifier is Modifier.VAGUE:
        return msgspec.structs.replace(amount, first=first, start=tokens.starts[first] + lead)
    return msgspec.structs.replace(
        with_modifier(amount, Modifier(modifier), low if low is not None else high),
        first=first,
        start=tokens.starts[first] + lead,
    )


def _bound_apart(tokens: Tokens, amount: Amount, floor: int, counting: Counting) -> Modifier | None:
    """How a verb bounds the number across its subject: "تجاوز عدد الزوار 300", "لا يقل عددهم عن 50"."""
    if amount.modifier is not Modifier.EXACT or amount.numeral.joined or amount.numeral.attached:
        return None
    last = amount.first - 1
    for i in range(last - 1, max(floor, last - _SUBJECT) - 1, -1):
        form = tokens.forms[i]
        if not form[0].isalpha():
            return None
        row = counting.apart.get(form) or counting.apart.get(form[1:] if form[0] in "وف" else "")
        if row is not None:
            bounds = tokens.forms[last] in row.before if row.before else _is_amount(tokens, i, last, counting)
            negated = i > floor and _without_and(tokens.forms[i - 1]) in counting.apart_not
            return Modifier(row.negated if negated else row.modifier) if bounds else None
    return None


def _is_amount(tokens: Tokens, verb: int, last: int, counting: Counting) -> bool:
    """Whether the subject between a verb and the number is something that has a size, and stands free."""
    if tokens.forms[last] in counting.apart_after:
        return False
    stems = {stem for reading in peel(tokens.forms[verb + 1]) for stem, _ in peel_endings(reading.stem)}
    return not counting.amounts.isdisjoint(stems | {f"{stem[:-1]}ة" for stem in stems if stem.endswith("ت")})


def with_modifier(amount: Amount, modifier: Modifier, value: float | None) -> Amount:
    """The amount bounded as ``modifier`` says around ``value``."""
    low = None if modifier in (Modifier.AT_MOST, Modifier.LESS_THAN) else value
    high = None if modifier in (Modifier.AT_LEAST, Modifier.MORE_THAN) else value
    return msgspec.structs.replace(amount, low=low, high=high, modifier=modifier)


def _without_and(form: str) -> str:
    return form.lstrip("وف")
