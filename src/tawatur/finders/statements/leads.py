"""Leads: what may stand between a cue and its content."""

from enum import StrEnum

import msgspec

from tawatur.lexicon.speech import Part, Teller

_REACH = 45
_SCARE = 4
_TITLE = 7
_PLATFORM = 20
_TITLED = frozenset((Teller.MEDIUM, Teller.INSTITUTION))
_REACHES = {Part.VERB: _REACH, Part.PARTICIPLE: 9, Part.NOUN: 16}
_CLAUSE, _QUOTE, _OBJECT, _BY_THAT = "أن", "quote", "object", "بأن"
_STANDING = {"علي": "على", "عن": "عن", "من": "من", "الي": "إلى", "في": "في"}
_ATTACHED = {"ب": "ب", "ل": "ل"}
_QUOTES = frozenset('"«“„')
_STOPS = frozenset((".", "!", "?", "؟", "؛"))


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
