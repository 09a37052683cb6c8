"""What a single word may be in a name: read once for each form, then remembered."""

from collections.abc import Iterable, Iterator

import msgspec

from tawatur.lexicon.names import ARTICLE, Names
from tawatur.model import EntityType
from tawatur.text import Memo, Peeled, peel, peel_endings

_LONG = 4
_PARTICLES = frozenset("بلكفو")
_FUTURE, _IMPERFECT = "س", "يتنا"
_FAMILY, _ADVERBIAL = "ي", "ا"
_OWNING = frozenset(("ه", "ها", "هم", "هما", "نا"))
_OWNERS = frozenset("هما")
_INFLECTED = frozenset("ةنا")
_NOMINAL = ("ي", "ة", "ات", "ين", "ون")
_OF_ORIGIN = frozenset("يةنا")
_ENDINGS = ("ة", "ين", "ون", "ان", "تين", "تان", "ا")


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
    SURNAME = 1 << 23
    PASSABLE = 1 << 24
    OWNED = 1 << 25
    OPENING = 1 << 26


class Word(msgspec.Struct, frozen=True, gc=False):
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

_HEADS = Sign.TITLE | Sign.BODY | Sign.INSIDE | Sign.OUTSIDE
_NO_SURNAME = (
    Sign.NISBA | Sign.TITLE | Sign.BODY | Sign.KNOWN | Sign.CLOSED | Sign.CLAUSE | Sign.INSIDE | Sign.OUTSIDE
)
_INDEFINITE = Sign.OPENING | Sign.PARTICLE | Sign.SAYING | Sign.CLOSED | Sign.LOCATING


class NameWords:
    """Reads forms with one lexicon and remembers the answers."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._memo = Memo(self._remember)
        self._stems = _signs_of_stems(names)
        self._whole = _signs_of_whole_words(names)
        self._of_origin = frozenset(_inflected(names.demonyms))
        self._listed = self._of_origin | _with_and_without_article(
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
        return list(map(self._memo.__getitem__, forms))

    def _remember(self, form: str) -> Word:
        word = self._word(form)
        signs = word.signs
        if form in self._names.letters or word.stem in self._names.letters:
            signs |= Sign.SPELLED
        if signs & Sign.UNKNOWN:
            if not word.lead and len(form) > _LONG and form[0] in _PARTICLES:
                signs |= Sign.ATTACHED
            if not signs & Sign.DEFINITE and self._names.shapes.is_foreign(word.stem):
                signs |= Sign.FOREIGN
        if self._is_no_forename(word):
            signs |= Sign.UNKNOWN | Sign.FOREIGN
        if signs & Sign.DEFINITE and self._may_be_surname(word):
            signs |= Sign.SURNAME
        if signs & Sign.ORDINARY and self._is_passable(form, word):
            signs |= Sign.PASSABLE
        return word if signs == word.signs else msgspec.structs.replace(word, signs=signs)

    def _is_no_forename(self, word: Word) -> bool:
        """Whether a listed part of names may stand for a person alone: a family name or a foreign one."""
        if word.signs & (Sign.WEAK | Sign.DEFINITE | LEXICAL & ~Sign.GIVEN):
            return False
        return bool(word.signs & Sign.GIVEN) and word.stem not in self._names.native

    def _may_be_surname(self, word: Word) -> bool:
        """Whether a word with the article ends as family names do and is no other word that ends so."""
        if word.lead or word.signs & _NO_SURNAME or not word.stem.endswith(_FAMILY):
            return False
        return word.stem not in self._names.hints.quality

    def _is_passable(self, form: str, word: Word) -> bool:
        """Whether a word in no list, ordinary only by what its endings or particles leave, may be foreign.

        "هيلدا" looks like a noun with an adverbial alef, "كالفيلو" like «كالـ» and a noun.
        """
        if word.signs & (LEXICAL | Sign.CLOSED) or form[0] == "و" or _is_future(form):
            return False
        listed = self._names.ordinary.listed
        if word.lead and (word.bare in self._names.closed or word.bare in self._names.locating):
            return False
        if (
            form in listed
            or (word.lead and word.bare in listed)
            or (word.signs & Sign.DEFINITE and not word.lead)
        ):
            return False
        return self._names.shapes.is_foreign(form)

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
        return self._listed_word(form) or self._plain(form)

    def _listed_word(self, form: str) -> Word | None:
        """A form that some list of names holds with or without its particles; None for most forms."""
        names = self._names
        if not self._any_listed(peel(form)):
            return None
        plain = self._is_plain(form)
        readings = [
            reading
            for reading in peel(form)
            if _FUTURE not in reading.before and not (plain and reading.lead and len(reading.stem) < 3)
        ]
        found = [self._reading(reading) for reading in readings]
        for word in found:
            if word.signs & Sign.CLOSED and word.particles in (("و",), ("ف",)):
                return word
            if _is_joined_name(word):
                return word
            if plain and word.lead and word.signs & LEXICAL & ~Sign.KNOWN == Sign.GIVEN:
                continue
            if word.particles == ("ف",) and word.signs & LEXICAL == Sign.KNOWN and plain:
                continue
            if word.particles == ("ك",) and self._is_body_only(word):
                continue
            if word.lead and self._is_weak_place(word) and names.shapes.is_foreign(form):
                continue
            if word.signs & LEXICAL:
                return self._or_unknown(self._with_twin(word, found))
        return None

    def _is_plain(self, form: str) -> bool:
        """Whether a form is an ordinary word as it stands, or with an adverbial alef: بيانا."""
        ordinary = self._names.ordinary
        adverb = form.endswith(_ADVERBIAL) and form[:-1] in ordinary.listed
        return adverb or form in ordinary.listed or ordinary.is_whole(form)

    def _is_weak_place(self, word: Word) -> bool:
        """Whether a word is nothing but a place that its surroundings must speak for: «ايدن» in «بايدن»."""
        alone = word.signs & LEXICAL & ~Sign.GIVEN == Sign.KNOWN
        return alone and all(known.weak for _, known in self._names.known[word.known])

    def _is_body_only(self, word: Word) -> bool:
        """Whether a word is nothing but bodies, which «كـ» hardly precedes: «اسوس» in «كاسوس»."""
        alone = word.signs & LEXICAL == Sign.KNOWN
        kinds = {known.type for _, known in self._names.known[word.known]} if alone else set()
        return kinds == {EntityType.ORGANISATION}

    def _any_listed(self, readings: Iterable[Peeled]) -> bool:
        """Whether a list of names may hold one way to take a form apart; most forms are in none."""
        return not self._listed.isdisjoint([reading.stem for reading in readings])

    def _or_unknown(self, word: Word) -> Word:
        """A word that only begins longer known names may begin others too."""
        if word.signs & LEXICAL != Sign.KNOWN or word.signs & (Sign.ORDINARY | Sign.DEFINITE):
            return word
        alone = self._is_known(word.known)
        return word if alone else msgspec.structs.replace(word, signs=word.signs | Sign.UNKNOWN)

    def _is_known(self, word: str) -> bool:
        """Whether a word alone is a known name, not only the first one of longer names."""
        return any(not rest for rest, _ in self._names.known.get(word, ()))

    def _with_twin(self, word: Word, found: list[Word]) -> Word:
        """The word with what its reading with the article adds: المجلس is known and also مجلس.

        A noun that only begins like the article (ألوية) is left as it is.
        """
        for other in found if not word.signs & (Sign.DEFINITE | _HEADS) else ():
            if other.particles == word.particles and other.lead == word.lead and other.bare != word.bare:
                return msgspec.structs.replace(other, signs=other.signs | word.signs)
        return word

    def _closed(self, form: str) -> Word:
        signs = Sign.CLOSED | self._stems.get(form, 0) & (
            Sign.SAYING | Sign.LOCATING | Sign.PARTICLE | Sign.OPENING
        )
        signs |= self._whole.get(form, 0) & (Sign.KNOWN | Sign.GIVEN | Sign.COMPLETING)
        signs |= Sign.CLAUSE if form in self._names.clause else Sign.NONE
        signs |= Sign.WEAK if signs & Sign.GIVEN else Sign.NONE
        return Word(signs, 0, form, form, form, ())

    def _reading(self, reading: Peeled, more: int = Sign.NONE) -> Word:
        """One way to take a form apart, with what its stem says and ``more`` signs."""
        names = self._names
        before, stem, lead = reading.before, reading.stem, reading.lead
        joined = stem
        if before and before[-1] == ARTICLE:
            joined = ARTICLE + stem
            before = before[:-1]
            swallowed = bool(before) and before[-1] == "ل" and lead == len(before) + 1
            lead = lead if swallowed else lead - len(ARTICLE)
            signs = Sign.DEFINITE | self._stems.get(stem, 0) & ~_INDEFINITE | self._whole.get(joined, 0)
        else:
            signs = self._stems.get(stem, 0) | self._whole.get(stem, 0) & ~Sign.COMPLETING
        if stem in self._of_origin and not self._is_known(joined):
            signs |= Sign.NISBA
        if joined not in names.sure and (
            stem in names.ordinary or (joined is not stem and joined in names.ordinary)
        ):
            signs |= Sign.ORDINARY | (Sign.WEAK if signs & Sign.GIVEN else Sign.NONE)
        return Word(signs | more, lead, joined, stem, joined, before)

    def _plain(self, form: str) -> Word:
        """A form that no list of names holds: an ordinary word, or one that may be a name."""
        names = self._names
        if form in names.ordinary:
            return self._owned(form) or self._reading(self._ordinary_reading(form), Sign.ORDINARY)
        if form not in names.completing and self._is_grammar(form):
            return Word(Sign.CLOSED, 0, form, form, form, ())
        for reading in peel(form):
            if reading.before and reading.before[-1] == ARTICLE:
                return self._reading(reading, Sign.UNKNOWN)
        if form[0] == "و" and form[1] not in "ويا" and len(form) > 4 and not names.ordinary.is_whole(form):
            return Word(Sign.UNKNOWN, 1, form[1:], form[1:], form[1:], ("و",))
        return Word(Sign.UNKNOWN, 0, form, form, form, ())

    def _owned(self, form: str) -> Word | None:
        """A title with a pronoun, «ونائبه»; None for any other form."""
        for reading in peel(form) if form[-1] in _OWNERS else ():
            if len(reading.before) > 1 or ARTICLE in reading.before:
                continue
            for bare, pronoun in peel_endings(reading.stem):
                title = bare[:-1] + "ة" if bare.endswith("ت") and bare not in self._names.titles else bare
                if pronoun in _OWNING and title in self._names.titles:
                    signs = Sign.TITLE | Sign.OWNED | Sign.ORDINARY
                    return Word(signs, reading.lead, reading.stem, title, reading.stem, reading.before)
        return None

    def _is_grammar(self, form: str) -> bool:
        """Whether particles or a pronoun on a word of grammar make up a form: بكل, ضدهم."""
        closed = self._names.closed
        return not self._names.ordinary.is_whole(form) and any(
            1 < len(bare) < len(form) and bare in closed
            for reading in peel(form)
            for bare, _ in peel_endings(reading.stem)
        )

    def _ordinary_reading(self, form: str) -> Peeled:
        ordinary = self._names.ordinary
        listed = ordinary.listed
        readings = [reading for reading in peel(form) if _FUTURE not in reading.before]
        for reading in readings:
            if not reading.before or reading.before[-1] != ARTICLE:
                continue
            stem = reading.stem
            if stem in ordinary or stem in self._names.native or _is_noun(stem):
                return reading
        if form in listed:
            return readings[0]
        return next((reading for reading in readings[1:] if reading.stem in listed), readings[0])


def _is_noun(stem: str) -> bool:
    """Whether what is left after «ال» ends as nouns and adjectives do: «دريدي», hardly «تقت»."""
    return len(stem) >= _LONG and stem.endswith(_NOMINAL)


def _is_future(form: str) -> bool:
    """Whether a form begins as verbs of the future do: سيتولى."""
    return form[0] == _FUTURE and form[1] in _IMPERFECT


def _is_joined_name(word: Word) -> bool:
    """Whether «و» is plainly joined to a given name: «وسيرجي», hardly in «وسام»."""
    return word.particles == ("و",) and bool(word.signs & Sign.GIVEN) and len(word.stem) > _LONG


def _signs_of_stems(names: Names) -> dict[str, int]:
    """What a word may be with its article left away."""
    return _gathered(
        (names.titles, Sign.TITLE),
        (names.bodies, Sign.BODY),
        (names.inside, Sign.INSIDE),
        (names.outside, Sign.OUTSIDE),
        (names.hints.opening, Sign.OPENING),
        (names.particles, Sign.PARTICLE),
        (names.saying, Sign.SAYING),
        (names.closed, Sign.CLOSED),
        (names.locating, Sign.CLOSED | Sign.LOCATING),
    )


def _signs_of_whole_words(names: Names) -> dict[str, int]:
    """What a word may be as it stands, article included."""
    return _gathered(
        (names.known, Sign.KNOWN), (names.given, Sign.GIVEN), (names.completing, Sign.COMPLETING)
    )


def _gathered(*lists: tuple[Iterable[str], int]) -> dict[str, int]:
    signs: dict[str, int] = {}
    for words, sign in lists:
        for word in words:
            signs[word] = signs.get(word, Sign.NONE) | sign
    return signs


def masculine(stem: str) -> str:
    """The masculine singular of an adjective of origin in any gender and number.

    >>> masculine("مصرية"), masculine("مصريين")
    ('مصري', 'مصري')
    """
    if stem[-1:] not in _INFLECTED:
        return stem
    for ending in _ENDINGS:
        if stem.endswith("ي" + ending):
            return stem[: -len(ending)]
    return stem


def _inflected(demonyms: Iterable[str]) -> Iterator[str]:
    """Adjectives of origin in every gender and number, as ``masculine`` takes them back."""
    for demonym in demonyms:
        if demonym[-1] in _OF_ORIGIN:
            yield demonym
        if demonym.endswith("ي"):
            yield from (demonym + ending for ending in _ENDINGS)


def _with_and_without_article(*lists: Iterable[str]) -> frozenset[str]:
    words = frozenset().union(*lists)
    return words.union(word.removeprefix(ARTICLE) for word in words)
