"""Polarity: when two stretches about the same thing say the contrary."""

from tawatur.comparison.contents import Content
from tawatur.lexicon.meaning import Meaning


def turned(one: Content, other: Content, meaning: Meaning) -> bool:
    """Whether two contents use contrary words for the same thing, as "ارتفعت" and "انخفضت".

    Only words that stand on one side alone count: "ارتفع ثم انخفض" is not the contrary of "انخفض".
    """
    return bool(contraries(one, other, meaning))


def contraries(one: Content, other: Content, meaning: Meaning) -> tuple[tuple[str, str], ...]:
    """Pairs of concepts, one from each side, that cannot both hold."""
    mine, theirs = one.concepts - other.concepts, other.concepts - one.concepts
    return tuple(
        (a, b)
        for a in sorted(mine)
        for b in sorted(theirs)
        if meaning.contradict(a, b) and (a in one.negated) == (b in other.negated)
    )
