"""Words for times: what each means, alone and with its neighbours."""

from collections.abc import Sequence

import msgspec

from tawatur.lexicon.numbers import Numbers, load_numbers, spellings
from tawatur.lexicon.timesigns import BEGINNING, BITS, FIGURES, HELPING, NUMBER, OPENING
from tawatur.lexicon.timewords import Phrase, Table, TimeWord, time_words, word_sets
from tawatur.tables import load_table
from tawatur.text import Peeled, Tokens, fold, peel, tokenise

_MEMO_LIMIT = 200_000


class Found(msgspec.Struct, frozen=True, gc=False):
    """A phrase found in a text from token ``first`` up to ``last``, ``lead`` letters after its start."""

    word: TimeWord
    first: int
    last: int
    lead: int
    definite: bool
    joined: bool
    attached: bool


class _Reading(msgspec.Struct, frozen=True, gc=False):
    length: int
    tail: Phrase
    word: TimeWord
    lead: int
    definite: bool
    joined: bool
    attached: bool


class Calendar(msgspec.Struct, frozen=True):
    """Words for times by the first word of their phrases; ask ``find`` what stands at a token."""

    phrases: dict[str, list[tuple[Phrase, TimeWord]]]
    sets: dict[str, frozenset[str]]
    bounds: frozenset[Phrase]
    numbers: Numbers
    tenses: dict[str, int | None] = msgspec.field(default_factory=dict)
    signs: dict[str, int] = msgspec.field(default_factory=dict)
    members: dict[str, dict[str, bool]] = msgspec.field(default_factory=dict)
    memo: dict[str, tuple[_Reading, ...]] = msgspec.field(default_factory=dict)

    def find(self, tokens: Tokens, i: int, end: int) -> Sequence[Found]:
        """The phrases that begin at token ``i`` and end before ``end``, the longest first."""
        if i >= end:
            return ()
        readings = self.memo.get(tokens.forms[i])
        if readings is None:
            readings = self._readings(tokens.forms[i])
        if not readings:
            return ()
        found = []
        for reading in readings:
            last = i + reading.length
            if last <= end and (not reading.tail or tuple(tokens.forms[i + 1 : last]) == reading.tail):
                particles = reading.definite, reading.joined, reading.attached
                found.append(Found(reading.word, i, last, reading.lead, *particles))
        return found

    def signs_of(self, form: str) -> int:
        """What a time that begins with this form may be, as ``timesigns`` has it; 0 where none may."""
        known = self.signs.get(form)
        if known is None:
            if len(self.signs) > _MEMO_LIMIT:
                self.signs.clear()
            known = self._signs(form)
            known = self.signs[form] = known if known & BEGINNING else 0
        return known

    def _signs(self, form: str) -> int:
        signs = BITS[FIGURES] if "0" <= form[0] <= "9" else 0
        for reading in self._readings(form):
            signs |= BITS[reading.word.kind]
        if self.numbers.word(form) is not None:
            signs |= BITS[NUMBER]
        for name in (*OPENING, *HELPING):
            if self.has(name, form):
                signs |= BITS[name]
        return signs

    def has(self, name: str, form: str) -> bool:
        """Whether a form, with or without attached particles, belongs to a set of words."""
        members = self.members.setdefault(name, {})
        known = members.get(form)
        if known is None:
            if len(members) > _MEMO_LIMIT:
                members.clear()
            words = self.sets[name]
            known = members[form] = form in words or any(reading.stem in words for reading in peel(form))
        return known

    def _readings(self, form: str) -> tuple[_Reading, ...]:
        known = self.memo
        try:
            return known[form]
        except KeyError:
            if len(known) > _MEMO_LIMIT:
                known.clear()
            found = known[form] = self._look_up(form)
            return found

    def _look_up(self, form: str) -> tuple[_Reading, ...]:
        readings = []
        for peeled in peel(form) or (Peeled((), form, 0),):
            particles = set(peeled.before)
            if "س" in particles:
                continue
            for phrase, word in self.phrases.get(peeled.stem, ()):
                readings.append(
                    _Reading(
                        len(phrase),
                        phrase[1:],
                        word,
                        peeled.lead - 2 * ("ال" in particles),
                        "ال" in particles or peeled.stem.startswith("ال"),
                        bool(particles & {"و", "ف"}),
                        bool(particles - {"و", "ف", "ال"}),
                    )
                )
        readings.sort(key=lambda reading: -reading.length)
        return tuple(readings)


def load_calendar() -> Calendar:
    """The words for times that ship with Tawatur; raises LexiconError."""
    table = load_table("tawatur.lexicon.arabic", "calendar", Table)
    phrases: dict[str, list[tuple[Phrase, TimeWord]]] = {}
    for words, word in time_words(table):
        for text in spellings(words):
            phrase = tuple(tokenise(text).forms)
            rows = phrases.setdefault(phrase[0], [])
            if (phrase, word) not in rows:
                rows.append((phrase, word))
    return Calendar(
        phrases,
        word_sets(table),
        frozenset(tuple(tokenise(fold(text)).forms) for text in table.bounds),
        load_numbers(),
    )
