"""Languages that share the Arabic letters, and what gives them away."""

from functools import cache

import msgspec

from tawatur.tables import load_table


class Neighbour(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A language written in Arabic letters, with the letters that give it away.

    ``share`` is how much of all letters those make up at least; a text in which the letters
    of ``lacks`` are as frequent is not in that language.
    """

    language: str
    letters: str
    share: float
    reason: str
    lacks: str = ""


@cache
def load_neighbours() -> tuple[Neighbour, ...]:
    """The rows of ``languages.yaml``; loaded once. Raises LexiconError."""
    return load_table("tawatur.lexicon.arabic", "languages", tuple[Neighbour, ...])
