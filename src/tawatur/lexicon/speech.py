"""Words that attribute a content to somebody, in every form they take."""

from collections.abc import Iterator
from enum import StrEnum
from functools import partial

import msgspec

from tawatur.lexicon.inflection import Gender, Inflected, Number, conjugate, nouns, participles
from tawatur.lexicon.speech_words import Phrases, Words, phrase_sets, word_sets
from tawatur.model import Act
from tawatur.tables import load_table
from tawatur.text import Memo, fold, fold_all, peel, peel_endings

_CLAUSE = "أن"
_CONJUNCTIONS = frozenset("وف")
_FUTURE = "س"
_BEFORE_PRESENT = frozenset(("س", "ل"))
_ARTICLE = "ال"
_TANWIN = "ا"
_HOLDERS = ("ه", "ها", "هم", "نا")
_THINGS = "ات"
_PLURALS = ("ون", "ين", "ان")
_CONSTRUCT = "و"
_STEM = 3
_DOER, _DOERS, _LONG = "الم", "ون", 9
_OBJECTS = frozenset(("", "ه", "ها", "هم", "هما", "هن"))


class Part(StrEnum):
    """What a cue is: a verb, a participle beside one, a noun."""

    VERB = "verb"
    PARTICIPLE = "participle"
    NOUN = "noun"


class Teller(StrEnum):
    """What sort of source a noun names."""

    PERSON = "person"
    PEOPLE = "people"
    INSTITUTION = "institution"
    MEDIUM = "medium"
    DOCUMENT = "document"
    LAW = "law"


_MANY = frozenset((Teller.PERSON, Teller.INSTITUTION, Teller.MEDIUM))
"""The sorts whose feminine plural is several who speak."""


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One verb or noun of ``speech.yaml``; see there for what each field means."""

    gloss: str
    act: Act
    example: str
    takes: tuple[str, ...] = ()
    verb: str = ""
    present: str = ""
    noun: str = ""
    many: tuple[str, ...] = ()
    participle: str | None = None
    passive: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    phrase: str = ""
    negated: Act = Act.WITHHOLD
    only: str = ""
    part: Part | None = None
    person: bool = False
    whole: bool = False
    deeds: bool = False
    masdar_only: bool = False
    clause_only: bool = False
    near: bool = False
    bound: bool = False
    unheld: bool = False
    predicate: bool = False
    describes: bool = False
    impersonal: bool = False
    relays: str = ""
    speaker: str = ""
    needs: tuple[str, ...] = ()


class Sense(msgspec.Struct, frozen=True, gc=False):
    """One reading of a written form as a cue.

    ``lead`` is how many letters are attached before the word, ``joined`` whether one of them is
    a conjunction, ``before`` those particles; ``pronoun`` is the attached object or holder.
    """

    entry: Entry
    part: Part
    form: Inflected
    lead: int
    before: tuple[str, ...]
    pronoun: str

    @property
    def phrasal(self) -> bool:
        """Whether the word is a cue only with the further words of a phrase such as امتنع عن التعليق."""
        return bool(self.entry.words)

    @property
    def joined(self) -> bool:
        """Whether a conjunction is attached."""
        return bool(self.before) and self.before[0] in _CONJUNCTIONS


class _Tables(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    verbs: tuple[Entry, ...]
    manners: tuple[dict[str, str], ...]
    phrases: tuple[Entry, ...]
    according: tuple[dict[str, str], ...]
    nouns: tuple[Entry, ...]
    tellers: dict[Teller, tuple[str, ...]]
    kindred: tuple[tuple[str, ...], ...]
    ranks: dict[str, tuple[str, ...]]
    words: dict[str, tuple[str, ...]]
    sequences: dict[str, tuple[str, ...]]


class According(msgspec.Struct, frozen=True):
    """A phrase such as بحسب: its words, a preposition attached to the next word, its act."""

    words: tuple[str, ...]
    attached: str
    act: Act


class Speech(msgspec.Struct, frozen=True):
    """Everything the finder of statements knows about words, folded as the text is."""

    forms: dict[str, tuple[tuple[Entry, Part, Inflected], ...]]
    phrases: dict[str, tuple[tuple[Entry, tuple[str, ...]], ...]]
    according: dict[str, tuple[According, ...]]
    tellers: dict[str, frozenset[Teller]]
    kindred: tuple[frozenset[str], ...]
    ranks: dict[str, frozenset[str]]
    words: Words
    sequences: Phrases
    known: Memo[tuple[Sense, ...]]
    heads: Memo[frozenset[Teller]]

    def sorts(self, form: str) -> frozenset[Teller]:
        """The sorts of source that a folded form can head; empty for nearly all words."""
        return self.heads[form]

    def senses(self, form: str) -> tuple[Sense, ...]:
        """Every reading of a folded form as a cue, verbs first; empty for nearly all words."""
        return self.known[form]


def load_speech() -> Speech:
    """The lexicon of attribution. Raises LexiconError where ``speech.yaml`` is wrong."""
    tables = load_table("tawatur.lexicon.arabic", "speech", _Tables)
    forms, tellers = _forms(tables), _tellers(tables.tellers)
    never = fold_all(tables.words["never"])
    return Speech(
        forms=forms,
        phrases=_phrases(tables.phrases),
        according=_according(tables.according),
        tellers=tellers,
        kindred=tuple(map(fold_all, tables.kindred)),
        ranks={fold(title): fold_all(nouns) for title, nouns in tables.ranks.items()},
        words=word_sets(tables.words, tables.manners),
        sequences=phrase_sets(tables.sequences, tables.words),
        known=Memo(lambda form: () if form in never else tuple(sorted(_read(form, forms), key=_verbs_first))),
        heads=Memo(partial(_sorts, tellers)),
    )


def _sorts(known: dict[str, frozenset[Teller]], form: str) -> frozenset[Teller]:
    """The sorts of a noun as it stands: bare, with the article, a pronoun or an ending of number or case.

    A feminine plural is several people or bodies. A participle of several people is one whether
    listed or not (المتضررون، المشاركون), and so is a plural before the noun it governs
    (متظاهرو المدينة).
    """
    found = known.get(form)
    if found is None and form.startswith(_ARTICLE):
        found = known.get(form[2:])
    elif found is None and form.endswith(_TANWIN) and len(form) > _STEM:
        found = known.get(form[:-1])
    if found is None and form.endswith(_HOLDERS):
        stem = form[: -1 if form.endswith("ه") else -2]
        found = known.get(stem[:-1] + "ة" if stem.endswith("ت") else stem)
    if found is None and form.endswith(_PLURALS):
        one = known.get(form.removeprefix(_ARTICLE)[:-2])
        found = frozenset((Teller.PEOPLE,)) if one and Teller.PERSON in one else None
    if found is None and form.endswith(_THINGS):
        one = known.get(form.removeprefix(_ARTICLE)[:-2] + "ة")
        found = frozenset((Teller.PEOPLE,)) if one and one & _MANY else None
    if found is None and form.endswith(_CONSTRUCT) and len(form) > _STEM:
        one = known.get(form[:-1])
        found = frozenset((Teller.PEOPLE,)) if one and Teller.PERSON in one else known.get(form + "ن")
    if found is None and len(form) >= _LONG and form.startswith(_DOER) and form.endswith(_DOERS):
        found = frozenset((Teller.PEOPLE,))
    return found or frozenset()


def _read(form: str, forms: dict[str, tuple[tuple[Entry, Part, Inflected], ...]]) -> Iterator[Sense]:
    for peeled in peel(form):
        for stem, pronoun in peel_endings(peeled.stem):
            for entry, part, inflected in forms.get(stem, ()):
                if _fits(part, inflected, peeled.before, pronoun):
                    yield Sense(entry, part, inflected, peeled.lead, peeled.before, pronoun)


def _fits(part: Part, inflected: Inflected, before: tuple[str, ...], pronoun: str) -> bool:
    if inflected.bound and not pronoun:
        return False
    particles = before[1:] if before and before[0] in _CONJUNCTIONS else before
    if part is Part.NOUN:
        return _FUTURE not in particles and not (pronoun and "ال" in particles)
    if part is Part.PARTICIPLE:
        return not particles and not pronoun
    if pronoun not in _OBJECTS:
        return False
    return not particles or (len(particles) == 1 and particles[0] in _BEFORE_PRESENT and inflected.present)


def _verbs_first(sense: Sense) -> int:
    return (Part.VERB, Part.PARTICIPLE, Part.NOUN).index(sense.part)


def _forms(tables: _Tables) -> dict[str, tuple[tuple[Entry, Part, Inflected], ...]]:
    forms: dict[str, list[tuple[Entry, Part, Inflected]]] = {}
    verbs = {entry.verb for entry in tables.verbs}
    for entry in map(_with_folded_needs, tables.verbs):
        for part, inflected in _verb_forms(entry):
            _add(forms, entry, part, inflected)
    listed = {entry.noun for entry in tables.nouns}
    masdars = (
        _masdar(entry) for entry in tables.verbs if entry.noun not in listed and _CLAUSE in entry.takes
    )
    for entry in (*tables.nouns, *masdars):
        for noun in filter(None, (entry.noun, *entry.many)):
            for inflected in nouns(noun):
                _add(forms, entry, entry.part or Part.NOUN, inflected)
    for entry in tables.phrases:
        if entry.verb not in verbs:
            for inflected in conjugate(entry.verb, entry.present):
                _add(forms, msgspec.structs.replace(entry, only=""), Part.VERB, inflected)
    return {form: tuple(readings) for form, readings in forms.items()}


def _masdar(verb: Entry) -> Entry:
    """The verbal noun of a verb as an entry: it governs a clause as the verb does (إصراره على أن)."""
    takes = tuple(word for word in verb.takes if word not in ("object", "quote"))
    return msgspec.structs.replace(
        verb, verb="", takes=takes, clause_only=True, person=False, near=False, needs=(), part=None
    )


def _with_folded_needs(entry: Entry) -> Entry:
    """The nouns an entry needs as the text has them; before one's own pronoun ة is written ت (سعادته)."""
    needs = tuple(map(fold, entry.needs))
    held = () if entry.person else tuple(noun[:-1] + "ت" for noun in needs if noun.endswith("ة"))
    return msgspec.structs.replace(entry, needs=(*needs, *held))


def _verb_forms(entry: Entry) -> Iterator[tuple[Part, Inflected]]:
    if entry.part is not Part.PARTICIPLE:
        for inflected in conjugate(entry.verb, entry.present):
            yield Part.VERB, inflected
        for text in entry.passive:
            yield Part.VERB, Inflected(text, Gender.MALE, Number.ONE, passive=True)
    if entry.only != "negated":
        for inflected in participles(entry.verb, entry.present, entry.participle):
            yield Part.PARTICIPLE, inflected


def _add(
    forms: dict[str, list[tuple[Entry, Part, Inflected]]], entry: Entry, part: Part, inflected: Inflected
) -> None:
    readings = forms.setdefault(fold(inflected.text), [])
    if (entry, part, inflected) not in readings:
        readings.append((entry, part, inflected))


def _phrases(entries: tuple[Entry, ...]) -> dict[str, tuple[tuple[Entry, tuple[str, ...]], ...]]:
    phrases: dict[str, list[tuple[Entry, tuple[str, ...]]]] = {}
    for entry in entries:
        tails = [tuple(fold(words).split()) for words in entry.words]
        for inflected in (*conjugate(entry.verb, entry.present), *participles(entry.verb, entry.present)):
            listed = phrases.setdefault(fold(inflected.text), [])
            listed.extend((entry, tail) for tail in tails if (entry, tail) not in listed)
    return {form: tuple(tails) for form, tails in phrases.items()}


def _according(rows: tuple[dict[str, str], ...]) -> dict[str, tuple[According, ...]]:
    found: dict[str, list[According]] = {}
    for row in rows:
        words = tuple(fold(row["phrase"]).split())
        attached = words[-1] if len(words) > 1 and len(words[-1]) == 1 else ""
        words = words[:-1] if attached else words
        row_read = According(words, attached, Act(row.get("act", "say")))
        for first in (words[0], "و" + words[0]):
            found.setdefault(first, []).append(row_read)
    return {first: tuple(sorted(rows, key=lambda row: -len(row.words))) for first, rows in found.items()}


def _tellers(sorts: dict[Teller, tuple[str, ...]]) -> dict[str, frozenset[Teller]]:
    tellers: dict[str, frozenset[Teller]] = {}
    for sort, words in sorts.items():
        for word in map(fold, words):
            tellers[word] = tellers.get(word, frozenset()) | {sort}
    return tellers
