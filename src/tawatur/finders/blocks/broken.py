"""Sentences broken over lines, as a page leaves them whose links stood in lines of their own."""

from collections.abc import Sequence

from tawatur.finders.blocks.looks import Look
from tawatur.finders.blocks.wording import Guess, Guesses
from tawatur.model import BlockKind

_BROKEN = Guess(BlockKind.PARAGRAPH, "sentence broken over lines")
_GOES_ON = frozenset("،,؛")
_ENDS = frozenset(".؟?!:")
_FEW = 12


def mark_broken(looks: Sequence[Look], guesses: Guesses) -> None:
    """The pieces of a sentence around each line that begins with a comma; the first line is a headline.

    Only lines that nothing speaks against, up to the last sign that ends a sentence.
    """
    first = next((i for i, guess in enumerate(guesses) if guess is None), len(guesses))
    for i, look in enumerate(looks):
        if i > first and guesses[i] is None and look.forms[0] in _GOES_ON:
            _mark_around(looks, guesses, i, first)


def _mark_around(looks: Sequence[Look], guesses: Guesses, i: int, first: int) -> None:
    start, end = i, i
    while start - 1 > max(first, i - _FEW) and _is_piece(looks[start - 1], guesses[start - 1]):
        start -= 1
    while end + 1 < min(len(looks), i + _FEW) and guesses[end + 1] is None and looks[end].end not in _ENDS:
        end += 1
    for k in range(start, end + 1):
        guesses[k] = guesses[k] or _BROKEN


def _is_piece(look: Look, guess: Guess | None) -> bool:
    """Whether a line may be part of a sentence that the next line goes on with."""
    return guess in (None, _BROKEN) and not look.foreign and look.end not in _ENDS
