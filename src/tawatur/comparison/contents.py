"""What a stretch of text says, as far as two stretches can be compared: words, names, figures, negation."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import msgspec

from tawatur.comparison.lands import is_country
from tawatur.comparison.terms import Term, Terms, stems
from tawatur.model import EntityType, Identity, Pointer, Quantity, Reading, Span, Time
from tawatur.model.reading import within
from tawatur.text import Document, fold, segment

_BREAKS = frozenset("،,؛;.!?؟:…-–—")
_AND, _AND_VERB = "و", "وي"
_REACH = 2
_LEAST_WORDS = 2
_COMMA, _ASIDE, _WHEN = "،", 8, frozenset({"في", "من", "يوم", "مساء", "صباح", "فجر", "اليوم"})
_PLACES = (EntityType.POLITY, EntityType.PLACE)


class Content(msgspec.Struct, frozen=True):
    """One stretch of text: its place, the keys of its words, those under a negation, who and how much.

    ``order`` holds word keys, concepts and identity ids in reading order, ``keys`` the same as a set,
    ``substance`` those of them that are no part of a name anywhere in the story; ``towns`` are the
    ``places`` that are no country.
    """

    place: Pointer
    keys: frozenset[str]
    order: tuple[str, ...]
    substance: frozenset[str] = frozenset()
    negated: frozenset[str] = frozenset()
    negations: int = 0
    concepts: frozenset[str] = frozenset()
    entities: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    towns: frozenset[str] = frozenset()
    quantities: tuple[Quantity, ...] = ()
    times: tuple[Time, ...] = ()


class Told:
    """One article made ready for comparison: its tokens, its sentences, and which names lie where."""

    def __init__(self, reading: Reading, identity_of: Mapping[tuple[str, str], str], terms: Terms) -> None:
        """Prepare ``reading``; ``identity_of`` maps (article id, entity id) to an identity."""
        self.reading = reading
        self.id = reading.article.id
        self.terms = terms
        self.document: Document = segment(reading.article)
        self.tokens = self.document.tokens
        self._sentence_starts = [sentence.start for sentence in self.document.sentences]
        self._identity_of = identity_of
        self._names = _names_by_token(self)
        self.figures = {i for q in reading.quantities for i in self.range(Span(q.start, q.end))}
        self.dated = {i for time in reading.times for i in self.range(Span(time.start, time.end))}
        self._asides = set(_asides(self))
        self._name_starts = {mention.start for entity in reading.entities for mention in entity.mentions}
        self._places = {self.identity(entity.id) for entity in reading.entities if entity.type in _PLACES}
        self.countries = {self.identity(entity.id) for entity in reading.entities if is_country(entity)}
        self.scene = frozenset(self._places - self.countries)
        self.name_keys: frozenset[str] = frozenset(
            term.key for i in self._names if (term := self.term(i)) and not term.concept
        )

    def text(self, span: Span | Pointer | Quantity) -> str:
        """The words of a span as the article has them."""
        return self.reading.article.text[span.start : span.end]

    def pointer(self, span: Span | Quantity | Time) -> Pointer:
        """The place of a span in this article."""
        return Pointer(self.id, span.start, span.end)

    def range(self, span: Span) -> range:
        """The tokens of a span, also one that it begins inside of, after its particle: "بـ|تعويض"."""
        first = bisect_right(self.tokens.ends, span.start)
        return range(first, max(first, bisect_left(self.tokens.starts, span.end)))

    def sentence(self, at: int) -> Span:
        """The sentence around an offset."""
        sentences = self.document.sentences
        found = sentences[max(0, bisect_right(self._sentence_starts, at) - 1)]
        return Span(found.start, found.end)

    def identity(self, teller: str) -> str:
        """The identity behind an entity id of the article; any other teller stands for itself."""
        return self._identity_of.get((self.id, teller), teller)

    def name(self, i: int) -> str | None:
        """The identity that token ``i`` names, if it is part of a name."""
        return self._names.get(i)

    def place(self, i: int) -> str | None:
        """The place that token ``i`` names, if it is part of the name of one."""
        name = self.name(i)
        return name if name in self._places else None

    def is_prefixed(self, i: int) -> bool:
        """Whether a name begins inside token ``i``, after a particle written onto it: "ببغداد"."""
        return self.name(i) is not None and self.tokens.starts[i] not in self._name_starts

    def term(self, i: int) -> Term | None:
        """The term of token ``i``."""
        return self.terms.of(self.tokens.forms[i])

    def negates(self, i: int) -> bool:
        """Whether token ``i`` turns what follows into its contrary.

        "دون" does so but for "الحيلولة دون", "لا" but for "لا يزال".
        """
        forms, meaning = self.tokens.forms, self.terms.meaning
        if not self.terms.negates(forms[i]):
            return False
        preventing = i > 0 and not meaning.preventing.isdisjoint(stems(forms[i - 1]))
        goes_on = i + 1 < len(forms) and forms[i + 1] in meaning.continuing
        return not preventing and not goes_on

    def content(self, span: Span) -> Content:
        """What the article says in ``span``."""
        order: list[str] = []
        negated: set[str] = set()
        concepts: set[str] = set()
        entities: set[str] = set()
        reach = negations = 0
        for i in self.range(span):
            if self.negates(i) and i not in self.figures:
                reach, negations = _REACH, negations + 1
            name, term = self.name(i), self.terms.of(self._form(i, span))
            if name:
                order.append(name)
                entities.add(name)
            if term is None or (name in self._places and term.concept):
                continue
            order.append(term.key)
            if term.concept:
                concepts.add(term.concept)
            if reach > 0:
                negated.add(term.key)
                reach = 0 if term.concept else reach - 1
        return Content(
            place=self.pointer(span),
            keys=frozenset(order),
            order=tuple(dict.fromkeys(order)),
            substance=frozenset(order) - entities - self.name_keys - self.terms.meaning.directions,
            negated=frozenset(negated),
            negations=negations,
            concepts=frozenset(concepts),
            entities=frozenset(entities),
            places=frozenset(entities & self._places),
            towns=frozenset(entities & self.scene),
            quantities=within(self.reading.quantities, span),
            times=within(self.reading.times, span),
        )

    def _form(self, i: int, span: Span) -> str:
        """A token as far as it lies in a span: "بـ|تعويض" without its particle."""
        if self.tokens.starts[i] >= span.start:
            return self.tokens.forms[i]
        return fold(self.reading.article.text[span.start : self.tokens.ends[i]]) or self.tokens.forms[i]

    def clauses(self, span: Span) -> tuple[Span, ...]:
        """The clauses of a span, cut at signs and before "و" with a verb.

        What is too short to say anything joins the clause before; a time between two commas cuts nothing.
        """
        cuts = [span.start]
        words = 0
        for i in self.range(span):
            if (self.tokens.forms[i] in _BREAKS and i not in self._asides) or self._goes_on(i):
                if words >= _LEAST_WORDS:
                    cuts.append(self.tokens.starts[i])
                    words = 0
            elif self.term(i):
                words += 1
        if words < _LEAST_WORDS and len(cuts) > 1:
            cuts.pop()
        return tuple(Span(a, b) for a, b in zip(cuts, [*cuts[1:], span.end], strict=True))

    def _goes_on(self, i: int) -> bool:
        """Whether token ``i`` joins a further clause: "ويجري التحقيق", "حيث", "وأن"."""
        form = self.tokens.forms[i]
        if form in self.terms.meaning.joining or (form[0] == _AND and form[1:] in self.terms.meaning.joining):
            return True
        return form.startswith(_AND_VERB) and len(form) > 3 and self.name(i) is None


def _asides(told: Told) -> Iterator[int]:
    """The commas around nothing but a time in what is said: "إن حصيلة الحريق | ، الأحد الماضي، | بلغت 20"."""
    forms = told.tokens.forms
    said = {i for s in told.reading.statements for content in s.content for i in told.range(content)}
    for one, other in pairwise(sorted(i for i in said if forms[i] == _COMMA)):
        inside = range(one + 1, other)
        dated = [i in told.dated for i in inside]
        when = (is_dated or forms[i] in _WHEN for i, is_dated in zip(inside, dated, strict=True))
        if len(inside) <= _ASIDE and any(dated) and all(when):
            yield from (one, other)


def tell(readings: Sequence[Reading], identities: Sequence[Identity], terms: Terms) -> tuple[Told, ...]:
    """The articles made ready for comparison, in order of their ids.

    A place that speaks for a government is that government: ``واشنطن`` is the United States.
    """
    identity_of = {member: _stands_for(identity) for identity in identities for member in identity.members}
    in_order = sorted(readings, key=lambda reading: reading.article.id)
    told = tuple(Told(reading, identity_of, terms) for reading in in_order)
    named = frozenset(key for article in told for key in article.name_keys)
    for article in told:
        article.name_keys = named
    return told


def background(told: Sequence[Told]) -> Mapping[str, float]:
    """How rare in news at large each word is that has been read in these articles."""
    return told[0].terms.background if told else {}


def _stands_for(identity: Identity) -> str:
    return identity.principal or identity.id if identity.type is EntityType.POLITY else identity.id


def _names_by_token(told: Told) -> dict[int, str]:
    found: dict[int, str] = {}
    for entity in told.reading.entities:
        name = told.identity(entity.id)
        for mention in entity.mentions:
            found.update(dict.fromkeys(_tokens_of(told, mention.start, mention.end), name))
    return found


def _tokens_of(told: Told, start: int, end: int) -> Iterator[int]:
    tokens = told.tokens
    i = bisect_left(tokens.ends, start + 1)
    while i < len(tokens) and tokens.starts[i] < end:
        yield i
        i += 1
