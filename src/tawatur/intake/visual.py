"""Visual order to logical order: what a line of glyphs on paper says when it is read."""

import re
import unicodedata
from bisect import bisect
from collections.abc import Sequence

import msgspec

_JOINING = frozenset(".,/:-+%'’@_&٫٬")
_MIRRORED = dict(zip("()[]{}<>«»‹›", ")(][}{><»«›‹", strict=True))
_PERCENTS = frozenset("%٪")
_OPENED_FIRST = re.compile(r"[(\[{<«‹][^()\[\]{}<>«»‹›]{1,300}[)\]}>»›]")
_CLOSED_FIRST = re.compile(r"[)\]}>»›][^()\[\]{}<>«»‹›]{1,300}[(\[{<«‹]")
_TURN = str.maketrans(_MIRRORED)
_GAP = 0.18
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_LEFT_TO_RIGHT = frozenset({"L", "EN", "AN"})


class Glyph(msgspec.Struct, frozen=True, gc=False):
    """A glyph on a line: the letters it stands for, in reading order, and its left and right edge."""

    letters: str
    left: float
    right: float


def logical(glyphs: Sequence[Glyph], *, right_to_left: bool) -> str:
    """The text of one line of glyphs, whatever order they were painted in.

    In a right-to-left text the line is read from the right, numbers and words of other scripts
    inside it from the left; presentation forms become letters, brackets open and close again.

        >>> logical([Glyph(form, i, i + 1) for i, form in enumerate("ﻞﺒﺟ")], right_to_left=True)
        'جبل'
    """
    units = _units(glyphs)
    if right_to_left:
        units = [unit for run in reversed(_runs(units)) for unit in run]
    return " ".join("".join(units).split())


def with_brackets_open(text: str) -> str:
    """A text whose brackets open before they close.

    Some programs name the glyph of a bracket by how it looks, others by what it means in the text;
    in the second kind of file ``logical`` has turned all of them the wrong way.

        >>> with_brackets_open("قال )مازحاً( إنه متعب")
        'قال (مازحاً) إنه متعب'
    """
    turned = len(_CLOSED_FIRST.findall(text)) > len(_OPENED_FIRST.findall(text))
    return text.translate(_TURN) if turned else text


def is_right_to_left(letters: str) -> bool:
    """Whether a text has a right-to-left letter."""
    return any(_direction(sign) == "R" for sign in letters)


def is_mark(letters: str) -> bool:
    """Whether a glyph is nothing but vowel marks."""
    bare = unicodedata.normalize("NFKC", letters).strip()
    return bool(bare) and all(unicodedata.category(sign) == "Mn" for sign in bare)


def _units(glyphs: Sequence[Glyph]) -> list[str]:
    """What stands on the line from left to right: letters with their marks, spaces where there is a gap."""
    marks = [glyph for glyph in glyphs if is_mark(glyph.letters)]
    bases = sorted((glyph for glyph in glyphs if not is_mark(glyph.letters)), key=lambda glyph: glyph.left)
    carried = _carried(marks, bases)
    units: list[str] = []
    for i, glyph in enumerate(bases):
        wide = max(glyph.right - glyph.left, 1.0)
        if i and glyph.left - bases[i - 1].right > _GAP * wide and not units[-1].isspace():
            units.append(" ")
        units.append(_letters(glyph.letters) + carried.get(i, ""))
    return units


def _carried(marks: Sequence[Glyph], bases: Sequence[Glyph]) -> dict[int, str]:
    """For each letter by number the marks that stand over it: those nearest to its middle."""
    letters = [i for i, base in enumerate(bases) if is_right_to_left(base.letters)]
    middles = [_middle(bases[i]) for i in letters]
    carried: dict[int, str] = {}
    for mark in marks if letters else ():
        after = bisect(middles, _middle(mark))
        near = [k for k in (after - 1, after) if 0 <= k < len(middles)]
        home = letters[min(near, key=lambda k: abs(middles[k] - _middle(mark)))]
        carried[home] = carried.get(home, "") + _letters(mark.letters).strip()
    return carried


def _middle(glyph: Glyph) -> float:
    return (glyph.left + glyph.right) / 2


def _runs(units: Sequence[str]) -> list[Sequence[str]]:
    """Units from left to right in runs that are each read from the left: numbers, words of other scripts.

    Everything else is a run of its own, brackets turned the way they open when read.
    """
    directions = _directions(units)
    runs: list[Sequence[str]] = []
    at = 0
    while at < len(units):
        if directions[at] == "L":
            end = _run_end(units, directions, at)
            runs.append(units[at:end])
        else:
            end = at + 1
            runs.append([_MIRRORED.get(units[at], units[at])])
        at = end
    return runs


def _directions(units: Sequence[str]) -> list[str | None]:
    """The direction of each unit; a sign such as % or $ may go with the digits beside it.

    Percents go after their digits, on whichever side they stand. Other signs go with the digits
    only where no right-to-left letter stands to the right of them: after one a sign is laid out
    by itself (rule W2 of the bidirectional algorithm, UAX #9).
    """
    directions = [_direction(unit) for unit in units]
    last = max((i for i, direction in enumerate(directions) if direction == "R"), default=-1)
    for i, unit in enumerate(units):
        if unicodedata.bidirectional(unit[0]) != "ET":
            continue
        after_digit = i > 0 and units[i - 1].isdigit()
        before_digit = i + 1 < len(units) and units[i + 1].isdigit()
        if after_digit if unit in _PERCENTS else i > last and (after_digit or before_digit):
            directions[i] = "L"
    return directions


def _run_end(units: Sequence[str], directions: Sequence[str | None], start: int) -> int:
    """Where the run of left-to-right units that begins at ``start`` ends."""
    end = start + 1
    for i in range(start + 1, len(units)):
        direction = directions[i]
        if direction == "R" or (direction == "L" and not _may_join(units[end - 1], units[end:i], units[i])):
            break
        if direction == "L":
            end = i + 1
    return end


def _may_join(before: str, between: Sequence[str], after: str) -> bool:
    """Digits join over one sign of a number, words over anything, as they do when a line is laid out."""
    if not between:
        return True
    if before.isdigit() and after.isdigit():
        return len(between) == 1 and between[0] in _JOINING
    return before.isalpha()


def _direction(unit: str) -> str | None:
    """R for a right-to-left letter, L for a digit or a letter of another script, None for a sign."""
    kind = unicodedata.bidirectional(unit[0])
    if kind in _RIGHT_TO_LEFT:
        return "R"
    return "L" if kind in _LEFT_TO_RIGHT else None


def _letters(form: str) -> str:
    """The letters of a presentation form, anything else as it is."""
    if any("\ufb50" <= sign <= "\ufdff" or "\ufe70" <= sign <= "\ufefc" for sign in form):
        return unicodedata.normalize("NFKC", form)
    return form or " "
