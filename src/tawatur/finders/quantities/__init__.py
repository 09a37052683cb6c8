"""Quantities: every number that counts or measures something, with its bounds and what it counts."""

from tawatur.finders.quantities.amounts import Amount, read_amount
from tawatur.finders.quantities.context import units_from_context
from tawatur.finders.quantities.counted import Counted, read_counted
from tawatur.finders.quantities.joined import join_amounts
from tawatur.finders.quantities.outside import counts_nothing, tokens_of
from tawatur.lexicon.numbers import Numbers
from tawatur.model import Modifier, Quantity, Span, Time
from tawatur.text import Document, Sentence


def find_quantities(document: Document, numbers: Numbers, outside: tuple[Time, ...]) -> tuple[Quantity, ...]:
    """The quantities of a document in order; what lies in a time of ``outside`` is none.

    "وصل نحو 10 آلاف جندي" yields "نحو 10 آلاف جندي": low and high 10000, about, unit جندي.
    Linear in the length of the document.
    """
    taken = tokens_of(document.tokens, outside)
    found: list[Quantity] = []
    for sentence in document.sentences:
        here = _in_sentence(document, sentence, numbers, taken)
        found.extend(units_from_context(document, numbers.counting, found, here))
    return tuple(found)


def _in_sentence(
    document: Document, sentence: Sentence, numbers: Numbers, taken: set[int]
) -> list[tuple[Amount, Counted]]:
    tokens = document.tokens
    forms, word = tokens.forms, numbers.word
    found: list[tuple[Amount, Counted]] = []
    i = floor = sentence.first
    while i < sentence.last:
        form = forms[i]
        if i in taken or not ("0" <= form[0] <= "9" or word(form) is not None):
            i += 1
            continue
        amount = read_amount(tokens, i, floor, sentence.last, numbers)
        if amount is None:
            i += 1
            continue
        counted = read_counted(tokens, amount, floor, sentence.last, numbers)
        if taken.isdisjoint(range(amount.first, amount.last)) and not counts_nothing(
            document, sentence, amount, counted, numbers
        ):
            found.append((amount, counted))
            floor = max(amount.last, counted.last)
        i = max(i + 1, amount.last, counted.last if counted.after else 0)
    return join_amounts(tokens, found)


__all__ = ["Modifier", "Quantity", "Span", "find_quantities"]
