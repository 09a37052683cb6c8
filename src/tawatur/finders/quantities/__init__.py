"""Quantities: every number that counts or measures something, with its bounds and what it counts."""

from collections.abc import Iterator

from tawatur.finders.quantities.amounts import read_amount
from tawatur.finders.quantities.bounds import Amount
from tawatur.finders.quantities.context import units_from_context
from tawatur.finders.quantities.counted import Counted, bounded_after, read_counted
from tawatur.finders.quantities.joined import join_amounts
from tawatur.finders.quantities.outside import counts_nothing, stretches_outside
from tawatur.lexicon.numbers import Numbers
from tawatur.model import Quantity, Time
from tawatur.text import Document, Sentence, Tokens


def find_quantities(document: Document, numbers: Numbers, outside: tuple[Time, ...]) -> tuple[Quantity, ...]:
    """The quantities of a document in order; what lies in a time of ``outside`` is none.

    "وصل نحو 10 آلاف جندي" yields "نحو 10 آلاف جندي": low and high 10000, about, unit جندي.
    ``outside`` is in the order of the text. Linear in the length of the document.
    """
    found: list[Quantity] = []
    for sentence, stretches in stretches_outside(document, outside):
        pairs: list[tuple[Amount, Counted]] = []
        for first, last in stretches:
            since = pairs[-1][1].last if pairs else sentence.first
            pairs.extend(_pairs(document, sentence, first, last, since, numbers))
        joined = join_amounts(document.tokens, pairs)
        found.extend(units_from_context(document, numbers.counting, found, joined))
    return tuple(found)


def _pairs(
    document: Document, sentence: Sentence, first: int, last: int, since: int, numbers: Numbers
) -> Iterator[tuple[Amount, Counted]]:
    """The amounts from token ``first`` up to ``last`` of a sentence, each with what it counts.

    What is counted may stand before a time ("بلغ عدد القتلى هذا العام 30"), back to token ``since``.
    """
    tokens = document.tokens
    begins, forms = numbers.begins, tokens.forms
    at = floor = first
    for i in [k for k in range(first, last) if begins[forms[k]]]:
        if i < at:
            continue
        amount = read_amount(tokens, i, floor, last, numbers)
        if amount is None:
            continue
        counted = read_counted(tokens, amount, max(first, since), since, last, numbers)
        amount, after = bounded_after(tokens, amount, counted, last, numbers.counting)
        shares = counted.unit is None and _leads_to_a_time(tokens, amount, last, sentence, numbers)
        if not shares and not counts_nothing(document, sentence, amount, counted, numbers):
            yield amount, counted
            since = floor = max(after, counted.last)
        at = max(i + 1, amount.last, after, counted.last if counted.after else 0)


def _leads_to_a_time(tokens: Tokens, amount: Amount, last: int, sentence: Sentence, numbers: Numbers) -> bool:
    """As in "من 18 إلى 11 ساعة": the number shares the unit of the length of time after it."""
    reaches = (
        amount.last + 1 == last < sentence.last and tokens.forms[amount.last] in numbers.counting.range_to
    )
    return reaches and amount.numeral.figures
