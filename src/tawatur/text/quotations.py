"""Quotations: what stands between quotation marks, whatever marks they are.

« » “ ” „ " come mixed, nested and unbalanced. A mark that can open and close is read by its
neighbours: with a space or nothing before it and a letter after it, it opens. A straight mark
that opens inside a straight quotation is nested if two closing ones follow it; otherwise the
closing mark of the first was forgotten. An opened quotation that its line does not close runs
on while the next line holds a closing mark before any opening one; otherwise it ends with its
line.
"""

import msgspec

from tawatur.text.tokens import Tokens

_OPENING = frozenset("«“„‹")
_CLOSING = frozenset("»”›")
_STRAIGHT = '"'
_EARLY, _LATE = "“”"
_STOPS = frozenset(".،,؛:!?؟)")
_AHEAD = 200
MARKS = _OPENING | _CLOSING | frozenset('"')


class Quotation(msgspec.Struct, frozen=True, gc=False):
    """An outermost quotation; ``first`` to ``last`` are the tokens inside the marks (half open).

    ``start``/``end`` is the text inside the marks; ``closed`` is False where the closing mark
    is missing.
    """

    first: int
    last: int
    start: int
    end: int
    closed: bool


def find_quotations(text: str, tokens: Tokens, lines: list[tuple[int, int]]) -> tuple[Quotation, ...]:
    """The outermost quotations; ``lines`` are half-open token ranges of the text's lines."""
    if MARKS.isdisjoint(tokens.forms):
        return ()
    found: list[Quotation] = []
    depth, opened = 0, -1
    for number, (first, last) in enumerate(lines):
        for i in range(first, last):
            mark = tokens.forms[i]
            if mark not in MARKS:
                continue
            if depth == 1 and _opens_inside(text, tokens, opened, i):
                if _is_nested(text, tokens, i, last):
                    depth = 2
                else:
                    found.append(_quotation(tokens, opened, i, closed=False))
                    opened = i
            elif _opens(text, tokens, i, depth):
                depth += 1
                if depth == 1:
                    opened = i
            elif depth:
                depth -= 1
                if depth == 0:
                    found.append(_quotation(tokens, opened, i, closed=True))
        if depth and not _closes_first(text, tokens, lines, number + 1):
            if last > opened + 1:
                found.append(_quotation(tokens, opened, last, closed=False))
            depth = 0
    return tuple(quotation for quotation in found if quotation.first < quotation.last)


def _quotation(tokens: Tokens, opening: int, closing: int, *, closed: bool) -> Quotation:
    first = opening + 1
    inside = first < closing
    start = tokens.starts[first] if inside else tokens.ends[opening]
    end = tokens.ends[closing - 1] if inside else start
    return Quotation(first, closing, start, end, closed)


def _opens(text: str, tokens: Tokens, i: int, depth: int) -> bool:
    mark = tokens.forms[i]
    if mark == _EARLY and _stands_like_a_closing_mark(text, tokens, i):
        return False
    if mark in _OPENING:
        return True
    if mark == _LATE and depth == 0 and _stands_before_a_word(text, tokens, i):
        return True
    if mark in _CLOSING:
        return mark == _LATE and _stands_behind_a_colon(text, tokens.starts[i])
    start, end = tokens.starts[i], tokens.ends[i]
    space_before = start == 0 or text[start - 1].isspace() or text[start - 1] in "([:،"
    space_after = end >= len(text) or not (text[end].isalnum() or text[end] in "[(.…")
    if space_before != space_after:
        return space_before and depth == 0
    return depth == 0


def _stands_like_a_closing_mark(text: str, tokens: Tokens, i: int) -> bool:
    """”قوقل“: some write the two marks the other way round."""
    start, end = tokens.starts[i], tokens.ends[i]
    apart = end >= len(text) or text[end].isspace() or text[end] in _STOPS
    return apart and start > 0 and (text[start - 1].isalnum() or text[start - 1] in _STOPS)


def _stands_behind_a_colon(text: str, start: int) -> bool:
    """قال :” …”: some write the closing mark on both sides; behind a colon it opens."""
    before = start - 1
    while before >= 0 and text[before] == " ":
        before -= 1
    return before >= 0 and text[before] == ":"


def _opens_inside(text: str, tokens: Tokens, opened: int, i: int) -> bool:
    """Whether a straight mark stands like an opening one while a straight quotation is open."""
    straight = tokens.forms[opened] == tokens.forms[i] == _STRAIGHT
    return straight and _stands_before_a_word(text, tokens, i)


def _is_nested(text: str, tokens: Tokens, i: int, last: int) -> bool:
    """Whether the next two straight marks after token i both close."""
    closing = 0
    for j in range(i + 1, min(last, i + _AHEAD)):
        if tokens.forms[j] == _STRAIGHT:
            if _stands_before_a_word(text, tokens, j):
                return False
            closing += 1
            if closing == 2:
                return True
    return False


def _stands_before_a_word(text: str, tokens: Tokens, i: int) -> bool:
    start, end = tokens.starts[i], tokens.ends[i]
    apart = start == 0 or text[start - 1].isspace()
    return apart and end < len(text) and not (text[end].isspace() or text[end] in _STOPS)


def _closes_first(text: str, tokens: Tokens, lines: list[tuple[int, int]], number: int) -> bool:
    """Whether the first quotation mark of line ``number`` closes what is still open."""
    if number >= len(lines):
        return False
    for i in range(*lines[number]):
        if tokens.forms[i] in MARKS:
            return not _opens(text, tokens, i, 1)
    return False
