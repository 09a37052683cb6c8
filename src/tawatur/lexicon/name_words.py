"""What a single word may be in a name: read once for each form, then remembered."""

from typing import NamedTuple

from tawatur.lexicon.names import ARTICLE, Names
from tawatur.text import Peeled, peel, peel_endings

_MEMO_LIMIT = 300_000
_LONG = 4
_PARTICLES = frozenset("بلكفو")


class Sign:
    """What a word may be; several at once. Plain numbers, because a flag of ``enum`` costs ten times more."""

    NONE = 0
    BREAK = 1 << 0
    CLOSED = 1 << 1
    TITLE = 1 << 2
    BODY = 1 << 3
    GIVEN = 1 << 4
    WEAK = 1 << 5
    PARTICLE = 1 << 6
    COMPLETING = 1 << 7
    SAYING = 1 << 8
    LOCATING = 1 << 9
    INSIDE = 1 << 10
    OUTSIDE = 1 << 11
    KNOWN = 1 << 12
    DEFINITE = 1 << 13
    NISBA = 1 << 14
    ORDINARY = 1 << 15
    UNKNOWN = 1 << 16
    LATIN = 1 << 17
    LETTER = 1 << 18
    CLAUSE = 1 << 19
    SPELLED = 1 << 20
    ATTACHED = 1 << 21
    FOREIGN = 1 << 22


class Word(NamedTuple):
    """A form read as a part of names.

    ``lead`` letters of attached particles come before ``stem``; ``bare`` is the stem without
    its article; ``known`` is the first word under which known names are listed.
    """

    signs: int
    lead: int
    stem: str
    bare: str
    known: str
    particles: tuple[str, ...]


LEXICAL = (
    Sign.TITLE | Sign.BODY | Sign.GIVEN | Sign.PARTICLE | Sign.INSIDE | Sign.OUTSIDE | Sign.KNOWN | Sign.NISBA
)


class NameWords:
    """Reads forms with one lexicon and remembers the answers."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._memo: dict[str, Word] = {}
        self._listed = frozenset().union(
            names.known,
            names.titles,
            names.bodies,
            names.given,
            names.particles,
            names.inside,
            names.outside,
            names.closed,
            names.locating,
        )

    def read(self, forms: list[str]) -> list[Word]:
        """One word for each form."""
        memo = self._memo
        if len(memo) > _MEMO_LIMIT:
            memo.clear()
        return [memo.get(form) or self._remember(form) for form in forms]

    def _remember(self, form: str) -> Word:
        word = self._word(form)
        signs = word.signs
        if form in self._names.letters or word.stem in self._names.letters:
            signs |= Sign.SPELLED
        if signs & Sign.UNKNOWN and not word.lead and len(form) > _LONG and form[0] in _PARTICLES:
            signs |= Sign.ATTACHED
        if signs & Sign.UNKNOWN and not signs & Sign.DEFINITE and self._names.shapes.is_foreign(word.stem):
            signs |= Sign.FOREIGN
        word = self._memo[form] = word._replace(signs=signs)
        return word

    def _word(self, form: str) -> Word:
        names = self._names
        if not form[0].isalpha():
            return Word(Sign.BREAK, 0, form, form, form, ())
        if form[0] < "\u0620" or (form[-1] < "\u0620" and form[-1].isalpha()):
            signs = Sign.LATIN | (Sign.KNOWN if form in names.known else Sign.NONE)
            return Word(signs, 0, form, form, form, ())
        if len(form) == 1:
            signs = Sign.TITLE if form in names.titles else Sign.LETTER
            return Word(signs | (Sign.KNOWN if form in names.known else Sign.NONE), 0, form, form, form, ())
        if form in names.closed or form in names.locating or form in names.clause:
            return self._closed(form)
        listed = form in names.ordinary.listed or names.ordinary.is_whole(form)
        readings = [
            reading
            for reading in peel(form)
            if "س" not in reading.before and not (listed and reading.lead and len(reading.stem) < 3)
        ]
        found = [self._reading(reading) for reading in readings] if self._any_listed(readings) else []
        for word in found:
            if word.signs & Sign.CLOSED and word.particles in (("و",), ("ف",)):
                return word
            if listed and word.lead and word.signs & LEXICAL == Sign.GIVEN:
                continue
            if word.lead and self._is_weak_place(word) and names.shapes.is_foreign(form):
                continue
            if word.signs & LEXICAL:
                return self._or_unknown(self._with_twin(word, found))
        return self._plain(form)

    def _is_weak_place(self, word: Word) -> bool:
        """Whether a word is nothing but a place that its surroundings must speak for: «ايدن» in «بايدن»."""
        alone = word.signs & LEXICAL & ~Sign.GIVEN == Sign.KNOWN
        return alone and all(known.weak for _, known in self._names.known[word.known])

    def _any_listed(self, readings: list[Peeled]) -> bool:
        """Whether a list of names holds one way to take a form apart; most forms are in none."""
        listed, demonyms = self._listed, self._names.demonyms
        return any(
            reading.stem in listed or ARTICLE + reading.stem in listed or masculine(reading.stem) in demonyms
            for reading in readings
        )

    def _or_unknown(self, word: Word) -> Word:
        """A word that only begins longer known names may begin others too."""
        if word.signs & LEXICAL != Sign.KNOWN or word.signs & (Sign.ORDINARY | Sign.DEFINITE):
            return word
        alone = any(not rest for rest, _ in self._names.known[word.known])
        return word if alone else word._replace(signs=word.signs | Sign.UNKNOWN)

    def _with_twin(self, word: Word, found: list[Word]) -> Word:
        """The word with what its reading with the article adds: المجلس is known and also مجلس."""
        for other in found if not word.signs & Sign.DEFINITE else ():
            if other.particles == word.particles and other.lead == word.lead and other.bare != word.bare:
                return other._replace(signs=other.signs | word.signs)
        return word

    def _closed(self, form: str) -> Word:
        names = self._names
        signs = Sign.CLOSED
        signs |= Sign.SAYING if form in names.saying else Sign.NONE
        signs |= Sign.LOCATING if form in names.locating else Sign.NONE
        signs |= Sign.CLAUSE if form in names.clause else Sign.NONE
        signs |= Sign.KNOWN if form in names.known else Sign.NONE
        signs |= Sign.WEAK | Sign.GIVEN if form in names.given else Sign.NONE
        signs |= Sign.PARTICLE if form in names.particles else Sign.NONE
        signs |= Sign.COMPLETING if form in names.completing else Sign.NONE
        return Word(signs, 0, form, form, form, ())

    def _reading(self, reading: Peeled) -> Word:
        """The signs of one way to take a form apart."""
        names = self._names
        before, stem, lead = reading
        definite = bool(before) and before[-1] == ARTICLE
        bare = stem
        joined = ARTICLE + stem if definite else stem
        if definite:
            before = before[:-1]
            swallowed = bool(before) and before[-1] == "ل" and lead == len(before) + 1
            lead = lead if swallowed else lead - len(ARTICLE)
        signs = Sign.DEFINITE if definite else Sign.NONE
        if joined in names.known:
            signs |= Sign.KNOWN
        if stem in names.titles:
            signs |= Sign.TITLE
        if stem in names.bodies:
            signs |= Sign.BODY
        if joined in names.given:
            signs |= Sign.GIVEN
        if not definite and stem in names.particles:
            signs |= Sign.PARTICLE
        if definite and joined in names.completing:
            signs |= Sign.COMPLETING
        if stem in names.inside:
            signs |= Sign.INSIDE
        if stem in names.outside:
            signs |= Sign.OUTSIDE
        if masculine(stem) in names.demonyms and joined not in names.known:
            signs |= Sign.NISBA
        if not definite and stem in names.saying:
            signs |= Sign.SAYING
        if not definite and (stem in names.closed or stem in names.locating):
            signs |= Sign.CLOSED
            signs |= Sign.LOCATING if stem in names.locating else Sign.NONE
        if stem in names.ordinary or (definite and joined in names.ordinary):
            signs |= Sign.ORDINARY
            signs |= Sign.WEAK if signs & Sign.GIVEN else Sign.NONE
        return Word(signs, lead, joined, bare, joined, before)

    def _plain(self, form: str) -> Word:
        """A form that no list of names holds: an ordinary word, or one that may be a name."""
        names = self._names
        if form in names.ordinary:
            reading = self._ordinary_reading(form)
            return self._reading(reading)._replace(signs=self._reading(reading).signs | Sign.ORDINARY)
        if self._is_grammar(form):
            return Word(Sign.CLOSED, 0, form, form, form, ())
        readings = peel(form)
        for reading in readings:
            if reading.before and reading.before[-1] == ARTICLE:
                word = self._reading(reading)
                return word._replace(signs=word.signs | Sign.UNKNOWN)
        if form[0] == "و" and form[1] not in "ويا" and len(form) > 4 and not names.ordinary.is_whole(form):
            return Word(Sign.UNKNOWN, 1, form[1:], form[1:], form[1:], ("و",))
        return Word(Sign.UNKNOWN, 0, form, form, form, ())

    def _is_grammar(self, form: str) -> bool:
        """Whether particles or a pronoun on a word of grammar make up a form: بكل, ضدهم."""
        closed = self._names.closed
        return not self._names.ordinary.is_whole(form) and any(
            1 < len(bare) < len(form) and bare in closed
            for reading in peel(form)
            for bare, _ in peel_endings(reading.stem)
        )

    def _ordinary_reading(self, form: str) -> Peeled:
        listed = self._names.ordinary.listed
        readings = [reading for reading in peel(form) if "س" not in reading.before]
        for reading in readings:
            if reading.before and reading.before[-1] == ARTICLE and reading.stem in self._names.ordinary:
                return reading
        if form in listed:
            return readings[0]
        return next((reading for reading in readings[1:] if reading.stem in listed), readings[0])


def masculine(stem: str) -> str:
    """The masculine singular of an adjective of origin in any gender and number.

    >>> masculine("مصرية"), masculine("مصريين")
    ('مصري', 'مصري')
    """
    for ending in ("ة", "ين", "ون", "ان", "تين", "تان"):
        if stem.endswith("ي" + ending):
            return stem[: -len(ending)]
    return stem[:-1] if stem.endswith("يا") else stem
