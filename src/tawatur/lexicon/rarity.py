"""Rarity: how much it tells that two articles share a word."""

from functools import cache
from importlib import resources
from math import log

import msgspec

RAREST = 0.001


class Rarity(msgspec.Struct, frozen=True):
    """The weight of light stems: the logarithm of how many articles go by without one.

    ``weights`` holds the stems of the trade; a stem that is not listed is rarer than all of them.
    """

    weights: dict[str, float]

    def weight(self, stem: str) -> float:
        """Under 1 for a word of every second article, about 7 for a rare one."""
        return self.weights.get(stem, HEAVIEST)


HEAVIEST = log(1 / RAREST)


@cache
def load_rarity() -> Rarity:
    """The rarities that ship with Tawatur, counted over the ten thousand articles of the ANT corpus.

    They are the same for every ledger, so that how alike two articles are does not depend on
    which others stand beside them.
    """
    table = resources.files("tawatur.lexicon.upstream").joinpath("shares.txt").read_text(encoding="utf-8")
    weights: dict[str, float] = {}
    for line in table.splitlines():
        share, stems = line.split("\t")
        weights |= dict.fromkeys(stems.split(" "), log(1 / float(share)))
    return Rarity(weights)
