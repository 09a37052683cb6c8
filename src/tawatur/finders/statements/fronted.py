"""Fronted subjects: those that stand before their verb, beside it or before its relative pronoun."""

from functools import partial

from tawatur.finders.statements.cues import Cue
from tawatur.finders.statements.drafts import Frame
from tawatur.finders.statements.phrases import Phrase, phrase_after
from tawatur.finders.statements.scene import ARTICLE, Scene, is_definite
from tawatur.finders.statements.sources import agrees, antecedent, may_be_meant, phrase_before
from tawatur.lexicon.inflection import Gender
from tawatur.lexicon.speech import Sense, Teller
from tawatur.text import fold

_RELATIVES = {"التي": Gender.FEMALE, "الذي": Gender.MALE}
_ADJECTIVES = ("ي", "ية")
_LONE = ("هم", "ها", "ه", "ا")
_LONG = 5
_FEW = 3


def subject_left(frame: Frame, cue: Cue, *, relative: bool) -> Phrase | None:
    """The subject before a verb, or the antecedent of its relative clause."""
    scene, before = frame.scene, cue.first - 1
    if scene.forms[before] in scene.words.clause_heads:
        return None
    if not relative:
        return phrase_before(scene, cue.first, frame.floor, frame.words)
    after = scene.forms[cue.last] if cue.last < frame.sentence.last else ""
    if after in scene.words.in_it:
        return antecedent(scene, before, frame.floor, frame.words, partial(_may_own_text, scene))
    if any(sense.pronoun for sense in cue.senses) or after in scene.words.backward:
        return None
    if _is_of_other_gender(scene.forms[before], cue):
        return None
    fits = partial(may_be_meant, scene, scene.forms[before])
    return antecedent(scene, before, frame.floor, frame.words, fits)


def _is_of_other_gender(relative: str, cue: Cue) -> bool:
    """تونس، التي قال إنها: whether a verb cannot have the noun before its relative pronoun as subject."""
    gender = next((gender for word, gender in _RELATIVES.items() if relative.endswith(word)), None)
    return gender is not None and all(sense.form.gender not in (gender, None) for sense in cue.senses)


def _may_own_text(scene: Scene, i: int) -> bool:
    """تصريحات الوزير التي قال فيها: whether a name or noun is whose text it is, not the text."""
    return i in scene.names or bool(scene.tellers(scene.forms[i]) - {Teller.DOCUMENT, Teller.LAW})


def subject_beside(frame: Frame, cue: Cue) -> Phrase | None:
    """ظهر الوزير يؤكد أن، معلومات تفيد بأن: the noun before a verb that only tells what goes on.

    A single phrase with a preposition may stand between: ظهر الوزير في شريط يؤكد أن.
    """
    if cue.joined or cue.negated:
        return None
    scene = frame.scene
    fits = partial(_agrees_at, scene, cue.senses[0])
    found = antecedent(scene, cue.first, frame.floor, frame.words, fits)
    if found and _is_described(scene, found):
        return None if _may_mean_nobody(scene, cue) else found
    if found and scene.forms[found[0] - 1] in scene.words.prepositions:
        found = antecedent(scene, found[0] - 1, frame.floor, frame.words, fits)
    if not found or scene.forms[found[0] - 1] in scene.words.prepositions:
        return None
    return None if _may_mean_nobody(scene, cue) and found[1] - found[0] > _FEW else found


def _agrees_at(scene: Scene, sense: Sense, i: int) -> bool:
    return agrees(scene, i, sense)


def subject_described(frame: Frame, cue: Cue, sense: Sense) -> Phrase | None:
    """ناشط دعا إلى، بيانات رسمية تظهر تراجعا: the indefinite one whom the verb right behind describes.

    Of a text only a present tells what it shows; an adjective may stand between.
    """
    scene, before = frame.scene, cue.first - 1
    if cue.joined or cue.negated or sense.pronoun or sense.entry.whole or before < frame.floor:
        return None
    adjective = before > frame.floor and scene.forms[before].endswith(_ADJECTIVES)
    head = before if scene.is_teller(scene.forms[before]) else before - adjective
    form = scene.forms[head]
    if head in scene.covered or is_definite(form) or is_definite(scene.forms[before]):
        return None
    sorts = scene.tellers(form)
    told = Teller.PERSON in sorts or (Teller.DOCUMENT in sorts and sense.form.present)
    return (head, cue.first) if told and not form.endswith(_LONE) else None


def _is_described(scene: Scene, phrase: Phrase) -> bool:
    """على شخص ادعى أنه: an indefinite person whom the verb behind describes."""
    form = scene.forms[phrase[0]]
    person = Teller.PERSON in scene.tellers(form) and phrase[0] not in scene.names
    return person and phrase[1] - phrase[0] <= _FEW and not form.startswith(ARTICLE)


def _may_mean_nobody(scene: Scene, cue: Cue) -> bool:
    return any(
        sense.form.present and fold(sense.entry.verb) in scene.words.impersonal for sense in cue.senses
    )


def unknown_before(frame: Frame, cue: Cue) -> Phrase | None:
    """The few words before a verb at the head of a sentence: a name that nothing tells to be one."""
    first = frame.opening_word
    if not 0 < cue.first - first < _LONG:
        return None
    phrase = phrase_after(frame.scene, first, cue.first, frame.words)
    return phrase if phrase and phrase[1] == cue.first else None
