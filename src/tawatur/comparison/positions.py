"""Positions: what one side said of one claim over time, and where it changed."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tawatur.model import Claim, Origin, Pointer, Position, Reading


def trace_positions(
    readings: Sequence[Reading], claims: Sequence[Claim], origins: Sequence[Origin]
) -> tuple[Position, ...]:
    """The positions of every principal that spoke of a claim at two times or more, in order of claim.

    A step is ``(when, stance, cue)``; ``when`` is the day of the statement where the text gives it, else
    the day of publication. A ministry that "لم تؤكد" on Monday and "أعلنت" on Friday has changed.
    """
    when = dict(_days(readings))
    principal = {origin.statement: origin.principal for origin in origins}
    found = (
        _position(who, claim, steps)
        for claim in claims
        for who, steps in sorted(_steps(claim, when, principal).items())
        if len({day for day, _, _ in steps}) > 1
    )
    return tuple(found)


def _days(readings: Sequence[Reading]) -> Iterator[tuple[Pointer, str]]:
    for reading in readings:
        published = (reading.article.published or "")[:10]
        for statement in reading.statements:
            cue = Pointer(reading.article.id, statement.cue.start, statement.cue.end)
            yield cue, _day(statement.time) or published


def _day(time: str | None) -> str | None:
    """A calendar day of a TIMEX3 value, None where it is no single day."""
    day = (time or "")[:10]
    return day if len(day) == len("2024-10-23") and day[:4].isdigit() and "X" not in day else None


def _steps(
    claim: Claim, when: dict[Pointer, str], principal: dict[Pointer, str]
) -> dict[str, list[tuple[str, str, Pointer]]]:
    steps: dict[str, list[tuple[str, str, Pointer]]] = defaultdict(list)
    for stance, cues in claim.stands:
        for cue in cues:
            if cue in principal and when.get(cue):
                steps[principal[cue]].append((when[cue], stance.value, cue))
    return steps


def _position(who: str, claim: Claim, steps: list[tuple[str, str, Pointer]]) -> Position:
    """The steps in order of time; ``changed`` where two days differ in what was said."""
    in_order = tuple(sorted(steps))
    stances: dict[str, set[str]] = defaultdict(set)
    for day, stance, _ in in_order:
        stances[day].add(stance)
    days = sorted(stances)
    changed = any(stances[a] != stances[b] for a, b in pairwise(days))
    return Position(who, claim.id, in_order, changed)
