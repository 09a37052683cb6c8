"""What the parts of the finder share while they read one article."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from operator import itemgetter

import msgspec

from tawatur.lexicon.gazetteer import Known
from tawatur.lexicon.name_words import LEXICAL, NameWords, Sign, Word, masculine
from tawatur.lexicon.names import Names
from tawatur.model import EntityType
from tawatur.text import Document, fold

_SPORTING = 3
_MARKED = LEXICAL | Sign.UNKNOWN | Sign.SPELLED | Sign.SURNAME | Sign.OPENING | Sign.PASSABLE
_NO_NAME = Sign.CLOSED | Sign.BREAK
_PARTICLES = frozenset("بلكفو")
_TO, _ADVERBIAL, _CONCERNING = "ل", "ا", "بالنسبة"
_HAMZAS = ("\N{ARABIC LETTER ALEF WITH HAMZA ABOVE}", "\N{ARABIC LETTER ALEF WITH HAMZA BELOW}")
_NO_ACCUSATIVE = ("ها", "هما", "وا")
_NOWHERE: list[int] = []
_readers: dict[int, NameWords] = {}


class Found(msgspec.Struct, frozen=True, gc=False):
    """A name found at tokens ``first`` to ``last`` (half open).

    ``title`` is the half-open token range of the words that say what a person is; ``lead`` how
    many letters of the first word come before the name, where that is known better than the word
    does; ``of`` the fuller name that a short one stands for, ``alias`` whether the text says that it does.
    """

    first: int
    last: int
    type: EntityType
    rule: str
    known: Known | None = None
    title: tuple[int, int] | None = None
    lead: int | None = None
    of: "Found | None" = None
    alias: bool = False


class Scene:
    """The words of an article, the names found so far, and which tokens they have taken.

    ``surnames`` are the last words of the people found, ``tails`` the words under which names have
    been looked for again, of the first ``met`` found.
    """

    def __init__(self, document: Document, names: Names, words: list[Word]) -> None:
        self.document = document
        self.names = names
        self.forms = document.tokens.forms
        self.words = words
        self.sentences = [(sentence.first, sentence.last) for sentence in document.sentences]
        self.found: list[Found] = []
        self.taken = bytearray(len(words))
        self.vocabulary = set(self.forms)
        self._marked = self._particles_taken_off()
        self.surnames: set[str] = set()
        self.tails: dict[tuple[str, ...], Found] = {}
        self.met = 0
        self._places: dict[str, list[int]] | None = None
        self._sport: bool | None = None
        self._known: dict[int, tuple[int, Known] | None] = {}

    def take(self, found: Found) -> None:
        """Keep a name and mark its tokens; one that would overlap another is left."""
        if any(self.taken[found.first : found.last]):
            return
        self.found.append(found)
        if found.type is EntityType.PERSON and found.last - found.first > 1:
            self.surnames.add(self.words[found.last - 1].stem)
        self.taken[found.first : found.last] = b"\x01" * (found.last - found.first)

    def take_body(self, first: int, last: int, rule: str, lead: int | None = None) -> None:
        """Keep the name of a body, as the known one where it is one: تنظيم «داعش»."""
        match = self.known_at(first, last)
        known = match[1] if match and match[0] == last else None
        if known is not None and known.type is not EntityType.ORGANISATION:
            known = None
        self.take(Found(first, last, EntityType.ORGANISATION, rule, known=known, lead=lead))

    def hits(self, first: int, last: int, mask: int) -> list[int]:
        """The free tokens between two that bear one of the signs of ``mask``."""
        words, taken, marked = self.words, self.taken, self._marked
        low, high = bisect_left(marked, first), bisect_left(marked, last)
        return [i for i in marked[low:high] if words[i].signs & mask and not taken[i]]

    def is_free(self, first: int, last: int) -> bool:
        """Whether no name has taken any of the tokens."""
        return not any(self.taken[first:last])

    def known_at(self, i: int, last: int) -> tuple[int, Known] | None:
        """The end and meaning of the longest known name that begins at token ``i``."""
        if not self.words[i].signs & Sign.KNOWN:
            return None
        if i not in self._known:
            self._known[i] = self._longest(i, self.sentence_end(i))
        match = self._known[i]
        return match if match is None or match[0] <= last else self._longest(i, last)

    def is_known(self, i: int, last: int) -> bool:
        """Whether a known name that needs no surroundings begins at token ``i``."""
        known = self.known_at(i, last)
        return known is not None and not known[1].weak

    def is_adverb(self, i: int) -> bool:
        """Whether tanwin or the noun before shows an adjective or adverb: «روسياً», «مواطنا سوريا»."""
        return "\N{ARABIC FATHATAN}" in self.raw(i) or self._agrees_with_accusative(i)

    def _agrees_with_accusative(self, i: int) -> bool:
        """Whether the letters of a country are the accusative adjective of the noun before it."""
        word = self.words[i]
        if i == 0 or word.lead or not word.stem.endswith("يا") or word.stem[:-1] not in self.names.demonyms:
            return False
        before = self.words[i - 1]
        accusative = before.stem.endswith(_ADVERBIAL) and not before.stem.endswith(_NO_ACCUSATIVE)
        common = before.signs & (Sign.ORDINARY | Sign.TITLE) and not before.signs & _NO_NAME
        return accusative and bool(common)

    def is_adjective(self, i: int, end: int) -> bool:
        """Whether the name of a country is the adjective of the noun before it: الأسهم السعودية."""
        word = self.words[i]
        adjective = word.bare.endswith("ية") and masculine(word.bare) in self.names.demonyms
        if end - i > 1 or i == 0 or word.lead or not adjective:
            return False
        before = self.words[i - 1]
        if before.signs & (Sign.BREAK | Sign.LOCATING | Sign.OUTSIDE | Sign.SAYING):
            return False
        definite = before.signs & Sign.DEFINITE
        return (
            bool(definite)
            if word.signs & Sign.DEFINITE
            else not definite and before.stem.endswith(("ة", "ات"))
        )

    def is_unlike(self, i: int) -> bool:
        """Whether the next word makes token ``i`` no name: «مسقط رأسه»."""
        return i + 1 < len(self.words) and (self.words[i].stem, self.forms[i + 1]) in self.names.hints.unlike

    def _longest(self, i: int, last: int) -> tuple[int, Known] | None:
        if self.is_unlike(i):
            return None
        following = self.forms[i + 1] if i + 1 < last else None
        for rest, known in self.names.known.get(self.words[i].known, ()):
            if rest and rest[0] != following:
                continue
            end = i + 1 + len(rest)
            if known.sport and not (self.is_sport and self._may_be_club(i, end, known)):
                continue
            if end <= last and (len(rest) < 2 or tuple(self.forms[i + 1 : end]) == rest):
                return end, msgspec.structs.replace(known, weak=False) if known.sport else known
        return None

    def _particles_taken_off(self) -> list[int]:
        """The tokens that may belong to a name.

        On the way a particle is taken off each unknown word that the article also has without it,
        or that has a hamza on the alef after it («بأملاك»), and «ل» after a word that calls for it:
        «رئيسا لغوبلمان».
        """
        words, forms = self.words, self.forms
        marked = [i for i, word in enumerate(words) if word.signs & _MARKED]
        for i in marked:
            if words[i].signs & Sign.ATTACHED:
                particle, stem = forms[i][0], forms[i][1:]
                called = particle == _TO and i and _calls_for_to(words[i - 1])
                if called or stem in self.vocabulary or self.shows_hamza(i):
                    words[i] = Word(Sign.UNKNOWN, 1, stem, stem, stem, (particle,))
        return marked

    def stems(self, found: Found) -> tuple[str, ...]:
        """The folded words of a name without attached particles."""
        first = self.words[found.first]
        stem = first.stem if found.lead is None else self.forms[found.first][found.lead :]
        return (stem, *self.forms[found.first + 1 : found.last])

    def places_of(self, stem: str) -> list[int]:
        """Each token of a sentence whose stem or form is ``stem``, particles or not."""
        if self._places is None:
            self._places = self._index()
        return self._places.get(stem, _NOWHERE)

    def sentence_of(self, i: int) -> tuple[int, int]:
        """The sentence that holds token ``i``."""
        return self.sentences[bisect_right(self.sentences, i, key=itemgetter(0)) - 1]

    def sentence_end(self, i: int) -> int:
        """Where the sentence ends that holds token ``i``."""
        return self.sentence_of(i)[1]

    def heads_what_is_said(self, i: int) -> bool:
        """Whether a headline begins with token ``i`` and a colon: «الغزواني: الأشغال انتهت»."""
        first, last = self.sentence_of(i)
        return i == first and i + 1 < last and self.forms[i + 1] == ":"

    def _index(self) -> dict[str, list[int]]:
        index: defaultdict[str, list[int]] = defaultdict(list)
        words, forms = self.words, self.forms
        for first, last in self.sentences:
            for i in range(first, last):
                word, form = words[i], forms[i]
                if word.signs & _NO_NAME:
                    continue
                index[word.stem].append(i)
                if word.lead:
                    index[form].append(i)
                elif form[0] in _PARTICLES:
                    index[form[1:]].append(i)
        return index

    @property
    def is_sport(self) -> bool:
        """Whether the article is about games: it has at least three different words of sport."""
        if self._sport is None:
            self._sport = len(self.names.sport & self.vocabulary) >= _SPORTING
        return self._sport

    def _may_be_club(self, i: int, end: int, known: Known) -> bool:
        """Whether a city's name may be its club's, or a common noun a club's, at tokens ``i`` to ``end``."""
        word = self.words[i]
        before = self.words[i - 1].signs if i and not word.lead else Sign.NONE
        if known.weak:
            return not before & (Sign.LOCATING | Sign.OUTSIDE) and "ب" not in word.particles
        following = self.words[end] if end < len(self.words) else None
        if following is None or not following.signs & Sign.DEFINITE or following.lead:
            return True
        if following.stem in self.names.hints.standing:
            return True
        return (
            bool(following.signs & Sign.NISBA) and following.stem.endswith("ي") and not word.signs & Sign.BODY
        )

    def shows_hamza(self, i: int) -> bool:
        """Whether the second letter of token ``i`` is an alef with hamza, so that the first is a particle."""
        return self.raw(i)[1:2] in _HAMZAS

    def touches(self, i: int) -> bool:
        """Whether token ``i`` follows token ``i - 1`` with nothing between."""
        tokens = self.document.tokens
        return i > 0 and tokens.ends[i - 1] == tokens.starts[i]

    def start_after(self, i: int, lead: int) -> int:
        """Where token ``i`` begins in the text without its first ``lead`` letters and their marks."""
        raw, k = self.raw(i), 0
        for _ in range(lead):
            k += 1
            while k < len(raw) and not fold(raw[k]):
                k += 1
        return self.document.tokens.starts[i] + k

    def raw(self, i: int) -> str:
        """Token ``i`` as written."""
        tokens = self.document.tokens
        return self.document.article.text[tokens.starts[i] : tokens.ends[i]]


def open_scene(document: Document, names: Names) -> Scene:
    """A scene with nothing found yet."""
    reader = _readers.get(id(names))
    if reader is None:
        reader = _readers[id(names)] = NameWords(names)
    return Scene(document, names, reader.read(document.tokens.forms))


def _calls_for_to(word: Word) -> bool:
    """Whether a word is followed by «ل» rather than by a name: an indefinite accusative, «وفقا»."""
    if word.stem == _CONCERNING or word.signs & Sign.CLOSED:
        return word.stem == _CONCERNING or (len(word.stem) > _SPORTING and word.stem.endswith(_ADVERBIAL))
    return bool(word.signs & Sign.ORDINARY) and len(word.stem) > _SPORTING and word.stem.endswith(_ADVERBIAL)
