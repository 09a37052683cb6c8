"""Drafts: attributions as the constructions find them, before contents are cut and speakers known."""

import msgspec

from tawatur.finders.statements.cues import Cue
from tawatur.finders.statements.leads import Leads
from tawatur.finders.statements.scene import Scene
from tawatur.lexicon.inflection import Gender, Number
from tawatur.lexicon.speech import Part
from tawatur.model import Act, Span
from tawatur.text import Sentence

_NEAR = 8


class Stretch(msgspec.Struct, frozen=True):
    """A piece of content: from character ``start`` in token ``first`` up to token ``last``."""

    first: int
    last: int
    start: int


class Frame(msgspec.Struct, frozen=True):
    """One sentence with its cues.

    ``places`` are their places in the list by token, ``words`` the tokens at which a noun phrase
    ends: verbs, participles and adverbials of attribution.

    ``floor`` is the first token a subject may reach to; ``opening_word`` is the first token of
    what the sentence tells and ``opening_start`` its first character, behind its conjunctions.
    """

    scene: Scene
    number: int
    sentence: Sentence
    cues: list[Cue]
    places: dict[int, int]
    words: set[int]
    floor: int
    opening_word: int
    opening_start: int

    def cues_before(self, cue: Cue) -> list[Cue]:
        """The few cues before one, in order."""
        place = self.places[cue.word]
        return self.cues[max(0, place - _NEAR) : place]

    def cues_after(self, cue: Cue) -> list[Cue]:
        """The few cues after one, in order."""
        place = self.places[cue.word]
        return self.cues[place + 1 : place + 1 + _NEAR]


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """One attribution on its way.

    ``source`` are the tokens of the noun phrase; ``begins`` is the first token of the clause that
    carries the attribution, where the content of an earlier one ends if this one is its ``peer``.
    A ``doubtful`` one is impersonal unless somebody has just spoken.
    The content of an ``open`` one runs on to the end of its sentence until it is cut; ``copied``
    is the token of the cue whose content this one shares.
    """

    rule: str
    cue: Span
    token: int
    act: Act
    sentence: int
    source: tuple[int, int] | None
    content: tuple[Stretch, ...]
    begins: int
    leads: Leads | None = None
    opener: Span | None = None
    peer: bool = False
    open: bool = True
    negated: bool = False
    impersonal: bool = False
    doubtful: bool = False
    gender: Gender | None = None
    number: Number = Number.ONE
    relay: tuple[int, int] | None = None
    copied: int | None = None
    part: Part = Part.VERB
    subject: tuple[int, int] | None = None
    aside: bool = False
