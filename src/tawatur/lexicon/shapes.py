"""Shapes: whether the letters of an unknown word look like those of foreign names."""

from functools import cache
from importlib import resources

import msgspec

_FROM = 0.45
_DOUBTFUL = -0.2
_SURELY = 0.6
_NOT_DUAL = 0.1
_LETTERS = 3
_SHORTEST = 4
_ENDINGS = ("ه", "ها", "هم", "هما", "هن", "يا", "ات", "اء", "وا")
_ADVERB = "يا"
_DUALS = ("تين", "تان")
_INFLECTIONS = (_ADVERB, "ها", "هم", "هما", "ته", *_DUALS)


class Shapes(msgspec.Struct, frozen=True):
    """The weight of three letters in a row: positive where foreign names have them oftener than words do."""

    weights: dict[str, float]

    def is_foreign(self, stem: str) -> bool:
        """Whether an unknown folded word is probably a foreign name by its letters.

        Words of four letters at least whose weights are ``_FROM`` or more on average; a word that
        ends as only inflected words do is none: «هازار», not «نسبيا».
        """
        return len(stem) >= _SHORTEST and not stem.endswith(_ENDINGS) and self.weigh(stem) >= _FROM

    def may_be_foreign(self, stem: str) -> bool:
        """Whether the letters of a word next to a name let it be one too: «كابيلو», not «هدفين»."""
        return self.weigh(stem) >= _DOUBTFUL

    def is_inflected(self, stem: str) -> bool:
        """Whether a word that no list has ends as a dual, an adverb or with a pronoun: «هاتفيا».

        Foreign names may end so too: «مارتين» is no dual, «لاعبتين» is one.
        """
        if stem.endswith(_DUALS):
            return self.weigh(stem) < _NOT_DUAL
        ends = stem.endswith(_INFLECTIONS)
        return ends and not (stem.endswith(_ADVERB) and self.weigh(stem) >= _SURELY)

    def weigh(self, stem: str) -> float:
        """How foreign the letters of a word are: about -2 for most words, about 1 for most foreign names."""
        edged, weights = f"^{stem}$", self.weights
        count = len(edged) - _LETTERS + 1
        total = 0.0
        for k in range(count):
            total += weights.get(edged[k : k + _LETTERS], 0.0)
        return total / count


@cache
def load_shapes() -> Shapes:
    """The shapes that ship with Tawatur, counted by ``tools/build_name_shapes.py``; loaded once."""
    table = resources.files("tawatur.lexicon.upstream").joinpath("shapes.tsv").read_text(encoding="utf-8")
    weights: dict[str, float] = {}
    for line in table.splitlines():
        weight, shapes = line.split("\t")
        weights |= dict.fromkeys(shapes.split(" "), int(weight) / 10)
    return Shapes(weights)
