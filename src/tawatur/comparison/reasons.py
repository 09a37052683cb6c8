"""Reasons as a table: each a name, a weight, and a small function that says how far it holds."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

import msgspec

from tawatur.model import Pointer, Why

Subject = TypeVar("Subject")


class Clue(msgspec.Struct, Generic[Subject], frozen=True):
    """One reason to put two things together or to keep them apart.

    ``holds`` says how far the reason applies, 0 to 1; ``weight`` is what it then adds, negative
    where it speaks against; ``says`` is its meaning in words.
    """

    name: str
    weight: float
    says: str
    holds: Callable[[Subject, Subject], float]


class Weighed(msgspec.Struct, frozen=True):
    """What the clues of two things come to, and those that applied with what each added."""

    score: float
    clues: tuple[tuple[str, float], ...]


def weigh(clues: Sequence[Clue[Subject]], one: Subject, other: Subject) -> Weighed:
    """The sum of all clues that apply to two things, the same whichever comes first."""
    applied = tuple((clue.name, added) for clue in clues if (added := clue.weight * clue.holds(one, other)))
    return Weighed(sum(added for _, added in applied), applied)


def reasons(clues: Sequence[Clue[Subject]], weighed: Weighed, places: tuple[Pointer, ...]) -> tuple[Why, ...]:
    """The clues that applied as reasons that point at ``places``."""
    says = {clue.name: clue.says for clue in clues}
    return tuple(Why(name, says[name], places, round(added, 2)) for name, added in weighed.clues)
