"""Signs: which kinds of time a word may begin, as the bits of one number.

Most words begin none, and the finder passes over them with one look.
"""

from tawatur.lexicon.timewords import Kind

FIGURES, NUMBER = "figures", "number"
OPENING = ("range_openers", "open_words", "last_few", "ago", "ahead", "every")
HELPING = ("ordinals_before_ten", "approximately")

BITS: dict[str | Kind, int] = {
    name: 1 << place for place, name in enumerate((FIGURES, NUMBER, *OPENING, *Kind, *HELPING))
}
BEGINNING = sum(bit for name, bit in BITS.items() if name not in HELPING)
"""The signs one of which the first word of every time has."""


def bits(*names: str | Kind) -> int:
    """The signs of those names in one number."""
    return sum(BITS[name] for name in names)
