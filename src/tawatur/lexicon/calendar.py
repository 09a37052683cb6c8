"""Words for times: what each means, alone and with its neighbours."""

from collections.abc import Sequence
from functools import partial

import msgspec

from tawatur.lexicon.numbers import Numbers, spellings
from tawatur.lexicon.timesigns import BEGINNING, BITS, FIGURES, HELPING, NUMBER, OPENING
from tawatur.lexicon.timewords import Phrase, Table, TimeWord, time_words, word_sets
from tawatur.tables import load_table
from tawatur.text import Memo, Peeled, Tokens, fold, peel, tokenise


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


class Calendar:
    """Words for times; ask ``find`` what stands at a token, and ``signs`` what may begin with a form.

    ``phrases`` are by the first word of each; ``sets`` are plain words by what they are for.
    """

    def __init__(
        self,
        phrases: dict[str, list[tuple[Phrase, TimeWord]]],
        sets: dict[str, frozenset[str]],
        bounds: frozenset[Phrase],
        numbers: Numbers,
    ) -> None:
        self.sets = sets
        self.bounds = bounds
        self.numbers = numbers
        self.signs = Memo(self._signs)
        self._phrases = phrases
        self._readings = Memo(self._look_up)
        self._members = {name: Memo(partial(_is_in, words)) for name, words in sets.items()}
        self._opening = _bits_by_word(sets)
        self._telling = frozenset().union(phrases, self._opening, numbers.stems)

    def find(self, tokens: Tokens, i: int, end: int) -> Sequence[Found]:
        """The phrases that begin at token ``i`` and end before ``end``, the longest first."""
        readings = self._readings[tokens.forms[i]] if i < end else ()
        if not readings:
            return ()
        found = []
        for reading in readings:
            last = i + reading.length
            if last <= end and (not reading.tail or tuple(tokens.forms[i + 1 : last]) == reading.tail):
                particles = reading.definite, reading.joined, reading.attached
                found.append(Found(reading.word, i, last, reading.lead, *particles))
        return found

    def has(self, name: str, form: str) -> bool:
        """Whether a form, with or without attached particles, belongs to a set of words."""
        return self._members[name][form]

    def _signs(self, form: str) -> int:
        """What a time that begins with a form may be, as ``timesigns`` has it; 0 where none may."""
        signs = BITS[FIGURES] if "0" <= form[0] <= "9" else 0
        stems = {form, *(reading.stem for reading in peel(form))}
        if self._telling.isdisjoint(stems):
            return signs
        for reading in self._readings[form]:
            signs |= BITS[reading.word.kind]
        if self.numbers.word(form) is not None:
            signs |= BITS[NUMBER]
        for stem in stems:
            signs |= self._opening.get(stem, 0)
        return signs if signs & BEGINNING else 0

    def _look_up(self, form: str) -> tuple[_Reading, ...]:
        readings = []
        for peeled in peel(form) or (Peeled((), form, 0),):
            particles = set(peeled.before)
            if "س" in particles:
                continue
            for phrase, word in self._phrases.get(peeled.stem, ()):
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


def _bits_by_word(sets: dict[str, frozenset[str]]) -> dict[str, int]:
    """The signs of words that open times or help to."""
    found: dict[str, int] = {}
    for name in (*OPENING, *HELPING):
        for word in sets[name]:
            found[word] = found.get(word, 0) | BITS[name]
    return found


def _is_in(words: frozenset[str], form: str) -> bool:
    return form in words or any(reading.stem in words for reading in peel(form))


def load_calendar(numbers: Numbers) -> Calendar:
    """The words for times that ship with Tawatur, with the words of numbers; raises LexiconError."""
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
        numbers,
    )
