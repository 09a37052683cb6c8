"""Happenings: the words that say that something happens, and the class of event they name."""

from collections.abc import Iterator

import msgspec

from tawatur.errors import LexiconError
from tawatur.lexicon.inflection import conjugate, nouns, participles
from tawatur.tables import load_table
from tawatur.text import Memo, fold, fold_all, peel, peel_endings

PLOVER = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST"
    " ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT"
)
KINDS = frozenset(PLOVER.split())
_PRONOUNS = frozenset({"", "ه", "ها", "هم", "هما", "هن"})
_BEFORE_VERB = frozenset({(), ("و",), ("ف",), ("س",), ("و", "س"), ("ف", "س"), ("ل",)})


class Sense(msgspec.Struct, frozen=True):
    """What a word can mean: the class of its event, the nouns it needs, whom it is done to.

    ``needs`` are folded nouns one of which must follow, ``takes`` particles one of which must;
    ``unless`` words near which it means another thing, ``behind`` and ``ahead`` right before and after it;
    ``to`` the prepositions before whoever the act is done to, empty where that is the object;
    ``speech`` marks acts done by speaking, ``harm`` what people suffer, be it by an attack or by
    an ``accident``; of ``nature`` a place sees one at a time, however it is called.
    """

    kind: str | None
    gloss: str
    needs: frozenset[str] = frozenset()
    takes: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    behind: frozenset[str] = frozenset()
    ahead: frozenset[str] = frozenset()
    to: frozenset[str] = frozenset()
    speech: bool = False
    harm: bool = False
    accident: bool = False
    nature: bool = False


class VerbForm(msgspec.Struct, frozen=True):
    """A conjugated form: its sense, whether it is present tense, only passive, or a participle."""

    sense: Sense
    present: bool
    passive: bool
    participle: bool = False


class Surroundings(msgspec.Struct, frozen=True):
    """Folded words that tell whether, when and where an event is; see ``happenings_context.yaml``."""

    negators: frozenset[str]
    expected: frozenset[str]
    supposed: frozenset[str]
    relatives: frozenset[str]
    meanwhile: frozenset[str]
    titles: frozenset[str]
    apart: frozenset[str]
    named: frozenset[str]
    years: frozenset[str]
    through: frozenset[str]
    had: frozenset[str]
    places: frozenset[str]
    prepositions: frozenset[str]


class Word(msgspec.Struct, frozen=True):
    """One way to read a form: the particles before it, and what it is then as a verb or as a noun."""

    before: tuple[str, ...]
    stem: str
    verbs: tuple[VerbForm, ...]
    nouns: tuple[Sense, ...]


class Happenings:
    """Folded forms of verbs and nouns; those that need a noun beside them come first."""

    def __init__(
        self,
        verbs: dict[str, tuple[VerbForm, ...]],
        nouns: dict[str, tuple[Sense, ...]],
        around: Surroundings,
    ) -> None:
        self.around = around
        self.words = Memo(self._read)
        self.verbs = verbs
        self._nouns = nouns

    def read(self, form: str) -> tuple[Word, ...]:
        """The ways to read a folded form as a word of happening; mostly none.

        >>> [word.stem for word in load_happenings().read("وبالهجوم")]
        ['هجوم']
        """
        return self.words[form]

    def _read(self, form: str) -> tuple[Word, ...]:
        return tuple(
            Word(peeled.before, stem, verbs, nouns)
            for peeled in peel(form)
            for stem in without_pronoun(peeled.stem)
            for verbs in (self.verbs.get(stem, ()) if peeled.before in _BEFORE_VERB else (),)
            for nouns in (self._nouns.get(stem, ()) if "س" not in peeled.before else (),)
            if verbs or nouns
        )


def without_pronoun(stem: str) -> list[str]:
    """A stem as it is, and without the pronoun of a third person."""
    return [bare for bare, pronoun in peel_endings(stem) if pronoun in _PRONOUNS]


class _Word(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    word: str
    gloss: str
    example: str


class _Surroundings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    negators: tuple[_Word, ...]
    expected: tuple[_Word, ...]
    supposed: tuple[_Word, ...]
    relatives: tuple[_Word, ...]
    meanwhile: tuple[_Word, ...]
    titles: tuple[_Word, ...]
    apart: tuple[_Word, ...]
    named: tuple[_Word, ...]
    years: tuple[_Word, ...]
    through: tuple[_Word, ...]
    had: tuple[_Word, ...]
    places: tuple[_Word, ...]
    prepositions: tuple[_Word, ...]


class _Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kind: str | None
    gloss: str
    example: str
    verb: tuple[str, str] | None = None
    nouns: tuple[str, ...] = ()
    needs: tuple[str, ...] = msgspec.field(default=(), name="with")
    takes: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    ahead: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    speech: bool = False
    past_only: bool = False
    harm: bool = False
    accident: bool = False
    nature: bool = False


def load_happenings() -> Happenings:
    """The happenings that ship with Tawatur; raises LexiconError for a class PLOVER does not have."""
    verbs: dict[str, list[VerbForm]] = {}
    masdars: dict[str, list[Sense]] = {}
    for row in load_table("tawatur.lexicon.arabic", "happenings", tuple[_Row, ...]):
        if row.kind is not None and row.kind not in KINDS:
            raise LexiconError(f"happenings.yaml: {row.kind!r} ({row.gloss}) is no class of PLOVER")
        sense = _sense(row)
        for text, found in _verb_forms(row, sense):
            known = verbs.setdefault(fold(text), [])
            if found not in known:
                known.append(found)
        for noun in row.nouns:
            for form in nouns(noun):
                masdars.setdefault(fold(form.text), []).append(sense)
    return Happenings(
        {form: tuple(sorted(found, key=lambda verb: not verb.sense.needs)) for form, found in verbs.items()},
        {form: tuple(sorted(found, key=lambda sense: not sense.needs)) for form, found in masdars.items()},
        _surroundings(),
    )


def _sense(row: _Row) -> Sense:
    return Sense(
        kind=row.kind,
        gloss=row.gloss,
        needs=fold_all(row.needs),
        takes=fold_all(row.takes),
        unless=fold_all(row.unless),
        behind=fold_all(row.behind),
        ahead=fold_all(row.ahead),
        to=fold_all(row.to),
        speech=row.speech,
        harm=row.harm,
        accident=row.accident,
        nature=row.nature,
    )


def _verb_forms(row: _Row, sense: Sense) -> Iterator[tuple[str, VerbForm]]:
    """The third persons of a row's verb; of a verb of speaking the participles too (مطالباً)."""
    if row.verb is None:
        return
    for form in conjugate(*row.verb):
        if form.person == 3 and not (form.present and row.past_only) and form.text not in row.alike:
            yield form.text, VerbForm(sense, form.present, form.passive)
    if row.speech:
        for form in participles(*row.verb):
            yield form.text, VerbForm(sense, present=False, passive=False, participle=True)


def _surroundings() -> Surroundings:
    table = load_table("tawatur.lexicon.arabic", "happenings_context", _Surroundings)
    lists = (getattr(table, name) for name in Surroundings.__struct_fields__)
    return Surroundings(*(fold_all(tuple(word.word for word in words)) for words in lists))
