"""The scene: what stands where in a document, token by token, as the finder needs to ask it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

import msgspec

from tawatur.lexicon.speech import Part, Speech, Teller
from tawatur.lexicon.speech_words import Phrases, Sequences, Words
from tawatur.model import Entity, EntityType, Span, Time
from tawatur.text import Document, Quotation, Sentence, peel

ARTICLE = "ال"
COMMAS = frozenset("،,\u066c")
_CONJUNCTIONS = ("و", "ف")
_AND = "و"
_PRONOUNS = ("ه", "ها", "هم", "هما")
_ALA = "علي"
_MAKSURA = "\N{ARABIC LETTER ALEF MAKSURA}"
_HAMZAS = "اأإ"
_EVERYBODY = frozenset(("الجميع", "السكان", "الاهالي"))
_SHORT = 2
_NEAR = 40


class Named(msgspec.Struct, frozen=True):
    """A mention by tokens: ``first`` holds its beginning, ``last`` is past its end."""

    entity: Entity
    first: int
    last: int
    start: int


class Scene(msgspec.Struct, frozen=True):
    """A document with the names, times and quotations found in it, by token."""

    document: Document
    speech: Speech
    words: Words
    phrases: Phrases
    forms: list[str]
    starts: list[int]
    ends: list[int]
    names: dict[int, Named]
    named: list[Named]
    times: dict[int, int]
    when: dict[int, Time]
    opened: dict[int, Quotation]
    quoted: list[int]
    covered: set[int]
    parts: set[str]
    spells_ala: bool
    cue_heads: set[int]

    def span(self, first: int, last: int) -> Span:
        """The characters of tokens ``first`` up to ``last``."""
        return Span(self.starts[first], self.ends[last - 1])

    def raw(self, i: int) -> str:
        """Token i as written."""
        return self.document.article.text[self.starts[i] : self.ends[i]]

    def begins_line(self, i: int) -> bool:
        """Whether token i stands first in its line."""
        return "\n" in self.document.article.text[self.ends[i - 1] : self.starts[i]]

    def sentence_of(self, i: int) -> int:
        """The number of the sentence that holds token i, or of the last one before it."""
        return max(0, bisect_right(self.document.sentences, i, key=_sentence_first) - 1)

    def is_joined(self, i: int) -> bool:
        """Whether token i begins with a conjunction that is not a letter of its word."""
        form = self.forms[i]
        own = form in self.words.rooted or i in self.names or self.is_teller(form)
        return form[:1] in _CONJUNCTIONS and not own

    def is_teller(self, form: str) -> bool:
        """Whether a word can be the head of a source."""
        return bool(self.tellers(form))

    def tellers(self, form: str) -> frozenset[Teller]:
        """The sorts of source that a word can head; empty where it cannot."""
        return self.speech.sorts(form)

    def mentions_before(self, i: int) -> Iterator[Named]:
        """The last mentions before token i, the nearest first."""
        at = bisect_left(self.named, i, key=_first_token)
        return iter(self.named[max(0, at - _NEAR) : at][::-1])

    def mentions_after(self, i: int) -> Iterator[Named]:
        """The next mentions from token i on, the nearest first."""
        at = bisect_left(self.named, i, key=_first_token)
        return iter(self.named[at : at + _NEAR])

    def quotations_near(self, span: Span) -> tuple[Quotation, ...]:
        """The last quotation that begins at or before a span, if any."""
        at = bisect_right(self.document.quotations, span.start, key=_quotation_start)
        return self.document.quotations[max(0, at - 1) : at]

    def is_led(self, i: int) -> bool:
        """Whether a single connective stands before token i."""
        return i > 0 and self.is_connective(self.forms[i - 1])

    def leads_clause(self, i: int) -> bool:
        """Whether token i is أن or one like it, alone or behind و."""
        form = self.forms[i]
        return form in self.words.complementisers or (
            form[:1] == _AND and form[1:] in self.words.complementisers
        )

    def tells_of_subject(self, i: int) -> bool:
        """Whether token i is أن with the pronoun of the subject that goes on: أنه، لأنها."""
        return self.forms[i].endswith(_PRONOUNS) and self.leads_clause(i)

    def is_connective(self, form: str) -> bool:
        """Whether a word leads a clause by itself."""
        return (form,) in self.phrases.connectives.get(form, ())

    def starts_with(self, i: int, sequences: Sequences, limit: int) -> int:
        """How many tokens from i on are one of ``sequences``; 0 for none."""
        if i >= limit:
            return 0
        for words in sequences.get(self.forms[i], ()):
            length = len(words)
            if length == 1 or (i + length <= limit and tuple(self.forms[i : i + length]) == words):
                return length
        return 0


def set_scene(
    document: Document, speech: Speech, entities: tuple[Entity, ...], times: tuple[Time, ...]
) -> Scene:
    """The scene of one document; linear in its length."""
    article, tokens = document.article, document.tokens
    quoted = [-1] * len(tokens)
    opened: dict[int, Quotation] = {}
    for number, quotation in enumerate(document.quotations):
        opened[quotation.first - 1] = quotation
        if quotation.closed and quotation.last - quotation.first >= _SHORT:
            quoted[quotation.first : quotation.last] = [number] * (quotation.last - quotation.first)
    starts = tokens.starts
    named = [
        name
        for name in _named(starts, entities)
        if _is_name(speech, tokens.forms, name) and not _is_that(speech, tokens.forms, article.text, name)
    ]
    named.sort(key=_first_token)
    when = {_at(starts, time.start): time for time in times}
    return Scene(
        document=document,
        speech=speech,
        words=speech.words,
        phrases=speech.sequences,
        forms=tokens.forms,
        starts=tokens.starts,
        ends=tokens.ends,
        names={name.first: name for name in named},
        named=named,
        times={first: _at(starts, time.end - 1) + 1 for first, time in when.items()},
        when=when,
        opened=opened,
        quoted=quoted,
        parts=_parts(tokens.forms, named),
        covered={i for name in named for i in range(name.first, name.last)},
        spells_ala=any(
            form == _ALA and article.text[tokens.ends[i] - 1] == _MAKSURA
            for i, form in enumerate(tokens.forms)
        ),
        cue_heads=set(),
    )


def _named(starts: list[int], entities: tuple[Entity, ...]) -> Iterator[Named]:
    for entity in entities:
        for mention in entity.mentions:
            first, last = _at(starts, mention.start), _at(starts, mention.end - 1) + 1
            yield Named(entity, first, last, mention.start)


def _is_name(speech: Speech, forms: list[str], name: Named) -> bool:
    """Whether a mention is no word of saying (قائلا), no two bodies side by side (النقابة الحكومة)."""
    head = forms[name.first]
    if head in speech.ranks or (_is_person(speech, head) and name.entity.name.strip().find(" ") < 0):
        return False
    if name.last - name.first == 1:
        parts = {sense.part for sense in speech.senses(head) if not sense.before}
        return Part.PARTICIPLE not in parts and not (
            Part.VERB in parts and _leads_on(speech, forms, name.last)
        )
    second = forms[name.first + 1]
    other = _is_body(speech, second) or second in speech.words.deeds or second in _EVERYBODY
    return not (_is_body(speech, head) and other) and not _is_told(speech, head, second)


def _is_told(speech: Speech, head: str, second: str) -> bool:
    """أومأ المدير: whether a verb of saying and one who can speak were taken for a name."""
    verb = any(sense.part is Part.VERB for sense in speech.senses(head))
    return verb and second.startswith(ARTICLE) and bool(speech.sorts(second))


def _is_person(speech: Speech, form: str) -> bool:
    """الدبلوماسي: a definite noun for a person, which alone is nobody's whole name."""
    return form.startswith(ARTICLE) and Teller.PERSON in speech.tellers.get(form[2:], ())


def _is_that(speech: Speech, forms: list[str], text: str, name: Named) -> bool:
    """Whether what was taken for a name begins with أن written without its hamza, and is no آن."""
    return forms[name.first] in speech.words.complementisers and text[name.start] in _HAMZAS


def _leads_on(speech: Speech, forms: list[str], i: int) -> bool:
    """Whether a clause begins at token i, alone or behind its preposition: أن، من أن."""
    i += i < len(forms) and forms[i] in speech.words.prepositions
    return i < len(forms) and forms[i] in speech.words.complementisers


def _is_body(speech: Speech, form: str) -> bool:
    return form.startswith(ARTICLE) and Teller.INSTITUTION in speech.tellers.get(form[2:], ())


def _parts(forms: list[str], named: list[Named]) -> set[str]:
    """The single words of the names of persons, by which they may be named again."""
    people = (name for name in named if name.entity.type is EntityType.PERSON)
    return {form for name in people for form in forms[name.first : name.last] if len(form) > _SHORT}


def _at(starts: list[int], offset: int) -> int:
    return bisect_right(starts, offset) - 1


def bare(form: str) -> str:
    """A form without conjunction and article, for looking up its noun."""
    for conjunction in ("", *_CONJUNCTIONS):
        if form.startswith(conjunction + ARTICLE):
            return form[len(conjunction) + 2 :]
    return form


def is_name_ali(scene: Scene, i: int) -> bool:
    """Whether علي is the name: where على is spelt otherwise, behind a title, before a sign."""
    if scene.forms[i] != _ALA or scene.raw(i)[-1] != "\N{ARABIC LETTER YEH}":
        return False
    if scene.spells_ala:
        return True
    titled = i > 0 and Teller.PERSON in scene.tellers(scene.forms[i - 1])
    return titled or i + 1 >= len(scene.forms) or not scene.forms[i + 1][0].isalnum()


def past_bracket(scene: Scene, i: int, limit: int) -> int:
    """The token after the bracket that opens at token i, or after i where it does not close soon."""
    for j in range(i + 1, min(i + 12, limit, len(scene.forms))):
        if scene.forms[j] == ")":
            return j + 1
    return i + 1


def is_definite(form: str) -> bool:
    """Whether a form carries the article, alone or behind particles."""
    return any(ARTICLE in reading.before for reading in peel(form))


def opening_word(scene: Scene, sentence: Sentence) -> int:
    """The first token of a sentence behind its connectives and their commas."""
    word = sentence.first
    while word < sentence.last - 1:
        led = scene.starts_with(word, scene.phrases.connectives, sentence.last)
        if not led and (word == sentence.first or scene.forms[word] not in COMMAS):
            break
        word += led or 1
    return min(word, sentence.last - 1)


def _quotation_start(quotation: Quotation) -> int:
    return quotation.start


def _sentence_first(sentence: Sentence) -> int:
    return sentence.first


def _first_token(named: Named) -> int:
    return named.first
