"""Leads: what may stand between a cue and its content."""

from enum import StrEnum

import msgspec

STANDING = {"علي": "على", "عن": "عن", "من": "من", "الي": "إلى", "في": "في", "ب": "ب"}
"""Prepositions that are words of their own: as the text is folded, as the lexicon has them."""


class Leads(StrEnum):
    """What leads from a cue to its content."""

    CLAUSE = "clause"
    COLON = "colon"
    QUOTE = "quote"
    PHRASE = "phrase"
    OBJECT = "object"


class Opening(msgspec.Struct, frozen=True):
    """``at`` is the token that leads to the content; it begins in token ``first`` at ``start``."""

    leads: Leads
    at: int
    first: int
    start: int
