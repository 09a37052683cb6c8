"""Cues: the words that may signal an attribution, each with its readings and its place."""

from collections.abc import KeysView

import msgspec

from tawatur.finders.statements.scene import ARTICLE, COMMAS, Scene
from tawatur.lexicon.speech import According, Entry, Part, Sense
from tawatur.text import Sentence

_WITHOUT = frozenset(("دون", "بدون"))
_CONJUNCTIONS = frozenset(("و", "ف"))
_BEFORE = "قبل"
_NOT = frozenset(("غير",))
_FUTURE = "س"
_AIM = "ل"
_WHAT = "ما"
_GAP = 7
_THAT = "ان"


class Cue(msgspec.Struct, frozen=True):
    """A candidate: ``first`` to ``last`` are its tokens with the negation, ``word`` the word itself.

    ``start`` is its first character, without an attached conjunction; ``tail`` is where the further
    words of a phrase such as رفض التعليق begin. An ``anonymous`` one only tells that a source is not
    to be named (طلب عدم ذكر اسمه): it ends a noun phrase and attributes nothing.
    """

    first: int
    word: int
    last: int
    start: int
    senses: tuple[Sense, ...]
    joined: bool
    negated: bool = False
    withholds: Entry | None = None
    tail: int = 0
    anonymous: bool = False

    @property
    def aimed(self) -> bool:
        """Whether it is a verb behind an attached ل: عاد ليؤكد."""
        return self.senses[0].part is Part.VERB and _AIM in self.senses[0].before

    @property
    def is_withheld(self) -> bool:
        """Whether دون أن stands before it: دون أن يوضح."""
        return self.negated and self.word - self.first > 1

    @property
    def is_noun(self) -> bool:
        """Whether it can be read as a noun alone."""
        return self.senses[0].part is Part.NOUN


class Accord(msgspec.Struct, frozen=True):
    """An adverbial of attribution such as بحسب; ``last`` is the first token of what follows it."""

    first: int
    last: int
    start: int
    end: int
    according: According


class Silence(msgspec.Struct, frozen=True):
    """A phrase of withholding; ``last`` is the first token of what follows it.

    It begins at the character ``start``; an ``impersonal`` one is nobody's (من غير الواضح).
    """

    first: int
    last: int
    start: int
    impersonal: bool = False


def find_cues(scene: Scene, sentence: Sentence) -> list[Cue]:
    """The candidates of one sentence in order; none inside quotations of some length."""
    found: list[Cue] = []
    known, forms, quoted = scene.speech.known, scene.forms, scene.quoted
    aside = sentence.first
    for i in range(sentence.first, sentence.last):
        if i < aside:
            continue
        senses = known[forms[i]]
        if senses and quoted[i] < 0:
            cue = _cue(scene, sentence, i, senses)
            if cue:
                found.append(cue)
                aside = cue.last if cue.anonymous else aside
    return found


def find_accords(scene: Scene, sentence: Sentence) -> list[Accord]:
    """The adverbials of attribution of one sentence in order."""
    table = scene.speech.according
    tried = (
        _accord(scene, i, sentence.last, table[scene.forms[i]])
        for i in _places(scene, sentence, table.keys())
    )
    return [accord for accord in tried if accord]


def find_silences(scene: Scene, sentence: Sentence) -> list[Silence]:
    """The phrases of withholding of one sentence: دون الاعتراف، دون تحديد، من غير الواضح."""
    left_out = (_left_out(scene, i, sentence.last) for i in _places(scene, sentence, _WITHOUT))
    unclear = (
        _unclear(scene, i, sentence.last) for i in _places(scene, sentence, scene.phrases.unclear.keys())
    )
    return [silence for silence in (*left_out, *unclear) if silence]


def _places(scene: Scene, sentence: Sentence, words: frozenset[str] | KeysView[str]) -> list[int]:
    """The tokens of a sentence outside quotations that are one of ``words``; mostly there are none."""
    forms, quoted = scene.forms, scene.quoted
    if words.isdisjoint(forms[sentence.first : sentence.last]):
        return []
    return [i for i in range(sentence.first, sentence.last) if forms[i] in words and quoted[i] < 0]


def _left_out(scene: Scene, i: int, limit: int) -> Silence | None:
    said = scene.starts_with(i + 1, scene.phrases.withheld, limit)
    return Silence(i, i + 1 + said, scene.starts[i]) if said else None


def _unclear(scene: Scene, i: int, limit: int) -> Silence | None:
    said = scene.starts_with(i, scene.phrases.unclear, limit)
    if not said or i + said >= limit - 1:
        return None
    lead = scene.forms[i][:1] in _CONJUNCTIONS
    return Silence(i, i + said, scene.starts[i] + lead, impersonal=True)


def _cue(scene: Scene, sentence: Sentence, i: int, senses: tuple[Sense, ...]) -> Cue | None:
    before = scene.forms[i - 1] if i > sentence.first else ""
    if i in scene.covered or (before and not before[0].isalnum() and _stands_alone_in_marks(scene, i)):
        return None
    without = _without(scene, sentence, i)
    negation = scene.forms[without] if without >= 0 else _negation(scene, before)
    unless = before == negation and i - 2 >= sentence.first and scene.forms[i - 2] == _WHAT
    if unless and not any(sense.pronoun for sense in senses):
        return None
    phrase = _phrase(scene, sentence, i, senses[0].lead)
    kept = tuple(sense for sense in senses if _stands(scene, sentence, i, sense, before, negation))
    if phrase and bool(phrase[0].only) == bool(negation):
        first = without if without >= 0 else i - bool(negation)
        lead = _lead_of_negation(scene, first, negation) if negation else _lead(senses[0])
        named = _own_name(scene, phrase[2], sentence.last)
        return Cue(
            first,
            i,
            named or phrase[2],
            scene.starts[first] + lead,
            senses[:1],
            lead > 0,
            negated=bool(negation),
            withholds=phrase[0],
            tail=phrase[1],
            anonymous=bool(named),
        )
    kept = tuple(sense for sense in kept if not sense.phrasal)
    if not kept:
        return None
    joined = kept[0].joined or before in _CONJUNCTIONS
    if not negation:
        return Cue(i, i, i + 1, scene.starts[i] + _lead(kept[0]), kept, joined)
    first = without if without >= 0 else i - 1
    lead = _lead_of_negation(scene, first, negation)
    return Cue(first, i, i + 1, scene.starts[first] + lead, kept, lead > 0, negated=True)


def _stands_alone_in_marks(scene: Scene, i: int) -> bool:
    """(آفاد)، «أعلن»: a single word between brackets or marks is a name."""
    if scene.forms[i - 1 : i] == ["("]:
        return scene.forms[i + 1 : i + 2] == [")"]
    quotation = scene.opened.get(i - 1)
    return quotation is not None and quotation.closed and quotation.last == i + 1


def _own_name(scene: Scene, i: int, limit: int) -> int:
    """Past the name that is not to be told, which begins at token i (عن هويته), or 0 for another thing."""
    i += i < limit and scene.forms[i] in scene.words.prepositions
    return i + 1 if i < limit and scene.forms[i] in scene.words.own_names else 0


def _lead(sense: Sense) -> int:
    return 1 if sense.joined and sense.part is not Part.NOUN else sense.lead


def _lead_of_negation(scene: Scene, first: int, negation: str) -> int:
    return len(scene.forms[first]) - len(negation)


def _without(scene: Scene, sentence: Sentence, i: int) -> int:
    """The دون of دون أن يوضح, whose أن stands right before token i, or -1."""
    apart = i - 2 >= sentence.first and scene.forms[i - 1] == _THAT and scene.forms[i - 2] in _WITHOUT
    return i - 2 if apart else -1


def _negation(scene: Scene, before: str) -> str:
    """The negation that ``before`` is or ends with, without a conjunction; empty for none."""
    negations = scene.words.negations
    if before in negations:
        return before
    return before[1:] if before[:1] in ("و", "ف") and before[1:] in negations else ""


def _stands(scene: Scene, sentence: Sentence, i: int, sense: Sense, before: str, negation: str) -> bool:
    """Whether a reading is possible after the word before it."""
    words = scene.speech.words
    if sense.part is Part.NOUN:
        return True
    if sense.form.person == 1 or _FUTURE in sense.before:
        return False
    other = sense.form.short or scene.forms[i] in scene.speech.tellers
    if sense.part is Part.PARTICIPLE and other and before not in COMMAS:
        return False
    if sense.part is Part.PARTICIPLE:
        predicate = before in words.was or before in _NOT or _is_counted(scene, sentence, i, before)
        return before not in words.prepositions and not predicate and not negation
    if (sense.entry.only == "negated" or sense.form.short) and not negation:
        return False
    if before == _THAT and sense.form.present:
        return bool(negation) or (i - 2 >= sentence.first and scene.forms[i - 2] == _BEFORE)
    unreal = before in words.unreal and before != _THAT
    return before not in words.prepositions and not unreal


def _is_counted(scene: Scene, sentence: Sentence, i: int, before: str) -> bool:
    """555 طالبا، 3 متهمين: people behind a figure, and no participle with its clause or preposition."""
    after = scene.forms[i + 1] if i + 1 < sentence.last else ""
    governs = after in scene.words.complementisers or after in scene.words.prepositions
    return before[-1:].isdigit() and scene.is_teller(scene.forms[i]) and not governs


def _phrase(scene: Scene, sentence: Sentence, i: int, lead: int) -> tuple[Entry, int, int] | None:
    """The phrase of withholding that begins at token i, and where its further words begin and end.

    A subject may stand between the verb and the words: لم يدل المتحدث بتفاصيل.
    """
    phrases = scene.speech.phrases.get(scene.forms[i][lead:])
    for first in range(i + 1, min(i + _GAP, sentence.last)) if phrases else ():
        if not scene.forms[first][0].isalnum() or scene.forms[first] in scene.words.complementisers:
            return None
        for entry, words in phrases or ():
            last = first + len(words)
            loose = words[0].startswith(ARTICLE) or words[0] in scene.words.prepositions or len(words) > 1
            apart = first > i + 1 and not entry.only and not loose
            if not apart and last <= sentence.last and tuple(scene.forms[first:last]) == words:
                return entry, first, last
    return None


def _accord(scene: Scene, i: int, limit: int, rows: tuple[According, ...]) -> Accord | None:
    forms = scene.forms
    lead = 0 if forms[i] == rows[0].words[0] else 1
    for row in rows:
        last = i + len(row.words)
        if last >= limit or tuple(forms[i + 1 : last]) != row.words[1:]:
            continue
        if row.attached and not forms[last].startswith(row.attached):
            continue
        end = scene.starts[last] + 1 if row.attached else scene.ends[last - 1]
        return Accord(i, last, scene.starts[i] + lead, end, row)
    return None
