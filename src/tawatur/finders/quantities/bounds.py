"""An amount and the phrase that bounds it from before: "نحو", "أكثر من", "ما لا يقل عن"."""

import msgspec

from tawatur.lexicon.counting import Counting
from tawatur.lexicon.measures import Measure
from tawatur.lexicon.numerals import Numeral
from tawatur.model import Modifier
from tawatur.text import Tokens


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
