"""Amounts that make one quantity together: money with its parts, two bounds of one number."""

import msgspec

from tawatur.finders.quantities.bounds import Amount
from tawatur.finders.quantities.counted import Counted
from tawatur.model import Modifier
from tawatur.text import Tokens

Pair = tuple[Amount, Counted]
_LOWER = (Modifier.AT_LEAST, Modifier.MORE_THAN)
_SERIAL = 3
_UPPER = (Modifier.AT_MOST, Modifier.LESS_THAN)


def join_amounts(tokens: Tokens, found: list[Pair]) -> list[Pair]:
    """As in "20 دولارا و43 سنتا" as one amount of money, "فوق 20 وتحت 30" as one range."""
    joined: list[Pair] = []
    for pair in _without_serial_numbers(tokens, found):
        if joined and _adjacent(tokens, joined[-1], pair):
            one = _with_parts(tokens, joined[-1], pair) or _with_other_bound(joined[-1], pair)
            if one is not None:
                joined[-1] = one
                continue
        joined.append(pair)
    return joined


def _without_serial_numbers(tokens: Tokens, found: list[Pair]) -> list[Pair]:
    """The pairs without rows of three or more bare figures joined by "و": models, channels, rooms."""
    kept: list[Pair] = []
    row: list[Pair] = []
    for pair in [*found, None]:
        if pair is not None and _is_bare(pair) and (not row or _adjacent(tokens, row[-1], pair)):
            row.append(pair)
            continue
        kept.extend(row if len(row) < _SERIAL else [])
        row = [pair] if pair is not None and _is_bare(pair) else []
        kept.extend([pair] if pair is not None and not row else [])
    return kept


def _is_bare(pair: Pair) -> bool:
    amount, counted = pair
    return amount.numeral.figures and counted.unit is None and amount.modifier is Modifier.EXACT


def _adjacent(tokens: Tokens, one: Pair, two: Pair) -> bool:
    """Whether only "و" stands between them."""
    gap = tokens.forms[max(one[0].last, one[1].last) : two[0].first]
    attached = two[0].start > tokens.starts[two[0].first]
    return gap == ["و"] or (not gap and attached)


def _with_parts(tokens: Tokens, one: Pair, two: Pair) -> Pair | None:
    (amount, counted), (parts, counted_parts) = one, two
    whole, part = counted.measure, counted_parts.measure
    if whole is None or part is None or not whole.money or part.parts == 1 or whole.parts > 1:
        return None
    if amount.low is None or amount.low != amount.high or parts.low is None:
        return None
    value = round(amount.low + parts.low / part.parts, 4)
    end = tokens.ends[counted_parts.last - 1] if counted_parts.after else parts.end
    money = msgspec.structs.replace(amount, low=value, high=value, last=parts.last, end=end)
    return money, msgspec.structs.replace(counted, last=counted_parts.last)


def _with_other_bound(one: Pair, two: Pair) -> Pair | None:
    (first, counted), (second, counted_second) = one, two
    for lower, upper in ((first, second), (second, first)):
        if lower.modifier in _LOWER and upper.modifier in _UPPER and lower.low is not None:
            if upper.high is None or not lower.low < upper.high or counted.unit is not None:
                return None
            both = msgspec.structs.replace(
                first,
                low=lower.low,
                high=upper.high,
                modifier=Modifier.RANGE,
                last=second.last,
                end=second.end,
            )
            return both, counted_second
    return None
