"""Words and signs of pages: what stands around an article, and languages that are not Arabic."""

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


class Page(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What ``find_blocks`` and the readers know about pages."""

    neighbours: tuple[Neighbour, ...] = ()


def load_page() -> Page:
    """The page lexicon that ships with Tawatur; raises LexiconError."""
    return load_table("tawatur.lexicon.arabic", "page", Page)
