"""From amounts to quantities: what follows the noun, and units named only nearby."""

import msgspec

from tawatur.finders.quantities.bounds import Amount
from tawatur.finders.quantities.counted import Counted
from tawatur.lexicon.counting import Counting
from tawatur.model import Modifier, Quantity, Span
from tawatur.text import Document, Tokens

Pair = tuple[Amount, Counted]
_RECENT = 60


def units_from_context(
    document: Document, counting: Counting, before: list[Quantity], pairs: list[Pair]
) -> list[Quantity]:
    """The quantities of one sentence; ``before`` are those of the sentences before it.

    "98 ألف طالب في الشمال و124 ألفا في الجنوب": both count طالب.
    """
    found: list[Quantity] = []
    read = [_quantity(document, amount, counted) for amount, counted in pairs]
    for place, (amount, counted) in enumerate(pairs):
        quantity = read[place]
        if quantity.unit is None and not (amount.numeral.open and amount.numeral.definite):
            after = read[place + 1] if place + 1 < len(read) else None
            if after is not None and after.unit and _leads_to(document.tokens, counting, amount):
                quantity = _with_unit(quantity, after)
            else:
                quantity = _named_nearby(quantity, counted, found, before)
        found.append(quantity)
    return found


def _leads_to(tokens: Tokens, counting: Counting, amount: Amount) -> bool:
    """As in "153 من أصل 300 مقعد" and "من 50 إلى 60 دولارا": the unit stands at the second number."""
    words = tokens.forms[amount.last : amount.last + 2]
    if len(words) < 2:
        return False
    return words[0] in counting.range_to or (words[0] in counting.range_from and words[1] in counting.out_of)


def _quantity(document: Document, amount: Amount, counted: Counted) -> Quantity:
    tokens = document.tokens
    amount = _in_thousands(amount, counted)
    start, end = amount.start, amount.end
    if counted.unit is not None and not counted.apart:
        start = min(start, tokens.starts[counted.unit[0]])
        if counted.after and counted.unit[1] >= amount.last:
            end = max(end, tokens.ends[counted.unit[1] - 1])
    scale = counted.measure.scale if counted.measure else 1
    return Quantity(
        start,
        end,
        None if amount.low is None else amount.low * scale,
        None if amount.high is None else amount.high * scale,
        amount.modifier,
        document.text(*counted.unit) if counted.unit else None,
        _rule(amount, counted),
        counted.measure.code if counted.measure else None,
        Span(tokens.starts[counted.noun[0]], tokens.ends[counted.noun[1] - 1]) if counted.noun else None,
    )


def _rule(amount: Amount, counted: Counted) -> str:
    if amount.modifier is Modifier.RANGE:
        return "range"
    if amount.numeral.open:
        return "open plural"
    if amount.numeral.fraction and counted.rule in ("number and counted noun", "bare number"):
        return "fraction"
    return counted.rule


def _in_thousands(amount: Amount, counted: Counted) -> Amount:
    """15.000 counts thousands of people, of money that has no third decimal, of millimes, not of percent."""
    thousands, measure = amount.numeral.thousands, counted.measure
    if thousands is None or amount.modifier is Modifier.RANGE or counted.unit is None:
        return amount
    if measure is not None and not (measure.money and (thousands % 1000 == 0 or measure.parts > 1)):
        return amount
    low = None if amount.low is None else thousands
    high = None if amount.high is None else thousands
    return msgspec.structs.replace(amount, low=low, high=high)


def _named_nearby(
    quantity: Quantity, counted: Counted, here: list[Quantity], before: list[Quantity]
) -> Quantity:
    """The unit of the quantity before it in the sentence, or of the same figure in an earlier one."""
    for other in reversed(here[-_RECENT:]):
        whole = quantity.low is None or quantity.low % 1 == 0
        if other.unit is not None and (
            counted.them or (other.measure != "percent" and (whole or other.measure))
        ):
            return _with_unit(quantity, other)
    if counted.them and before and before[-1].unit:
        return _with_unit(quantity, before[-1])
    for other in reversed(before[-_RECENT:]):
        if other.unit is not None and other.low == quantity.low and quantity.low not in (None, 1, 2, 3):
            return _with_unit(quantity, other)
    return quantity


def _with_unit(quantity: Quantity, other: Quantity) -> Quantity:
    return msgspec.structs.replace(quantity, unit=other.unit, measure=other.measure, noun=other.noun)
