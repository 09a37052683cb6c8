"""Descriptions: التي وصفها بأنها، ما اعتبره خطأ: what somebody calls a thing that was named before."""

from tawatur.finders.statements.cues import Cue
from tawatur.finders.statements.drafting import draft_of
from tawatur.finders.statements.drafts import Draft, Frame, Stretch
from tawatur.finders.statements.extents import subject_end
from tawatur.finders.statements.fronted import subject_left
from tawatur.finders.statements.leads import Leads, Opening
from tawatur.finders.statements.phrases import Phrase, phrase_after
from tawatur.finders.statements.scene import COMMAS, Scene, is_definite
from tawatur.finders.statements.sources import agrees
from tawatur.finders.statements.subjects import is_holder, is_relative
from tawatur.lexicon.speech import Part, Sense

_REACH = 14
_BY = "ب"
_BY_THAT = "بان"
_STOPS = frozenset((".", "!", "?", "؟", "؛", ":", ")"))


def description(frame: Frame, cue: Cue) -> Draft | None:
    """The attribution of a verb that calls the thing its pronoun stands for something: وصفها بالواهية."""
    sense = cue.senses[0]
    if not _describes(sense) or cue.negated:
        return None
    behind = _called_by(frame, cue)
    right = _subject(frame, cue, sense, behind.at if behind else frame.sentence.last)
    opening = behind if not sense.entry.predicate else _considered(frame, right[1] if right else cue.last)
    if not opening:
        return None
    relative = is_relative(frame, cue.first - 1)
    left = None if right or relative or cue.joined else subject_left(frame, cue, relative=False)
    clause = opening.leads is Leads.CLAUSE
    content = Stretch(opening.first, frame.sentence.last if clause else _end(frame, opening), opening.start)
    return draft_of(
        frame,
        cue,
        sense,
        opening,
        "description",
        right or left,
        (content,),
        cue.first,
        relative=not cue.joined,
        closed=not clause,
    )


def _describes(sense: Sense) -> bool:
    return sense.entry.describes and bool(sense.pronoun) and sense.part is Part.VERB


def _subject(frame: Frame, cue: Cue, sense: Sense, limit: int) -> Phrase | None:
    """Who describes, if he stands right behind the verb."""
    scene = frame.scene
    phrase = phrase_after(scene, cue.last, limit, frame.words)
    if not phrase or not is_holder(scene, phrase) or not agrees(scene, phrase[0], sense):
        return None
    return phrase[0], subject_end(scene, phrase)


def _called_by(frame: Frame, cue: Cue) -> Opening | None:
    """What the thing is called, behind the ب of the verb: بالواهية، بـ«الواهية»، بأنها واهية."""
    scene = frame.scene
    for i in range(cue.last, min(cue.last + _REACH, frame.sentence.last - 1)):
        form = scene.forms[i]
        if form.startswith(_BY_THAT) and form in scene.words.complementisers:
            return Opening(Leads.CLAUSE, i, i + 1, scene.starts[i + 1])
        if i in scene.opened and (i == cue.last or _is_by(scene, i + 1)):
            inside = _is_by(scene, i + 1)
            return Opening(Leads.PHRASE, i, i + inside, scene.starts[i + inside] + inside)
        if form == _BY:
            return Opening(Leads.PHRASE, i, i + 1, scene.starts[i + 1])
        if _is_by(scene, i):
            return Opening(Leads.PHRASE, i, i, scene.starts[i] + 1)
        if form in COMMAS or form in _STOPS:
            return None
    return None


def _is_by(scene: Scene, i: int) -> bool:
    """Whether the ب at the head of token i is a preposition."""
    form = scene.forms[i]
    own = form in scene.words.adverbs or scene.is_teller(form) or i in scene.covered
    return form[:1] == _BY and len(form) > 1 and not own


def _considered(frame: Frame, i: int) -> Opening | None:
    """What the thing is considered to be: a quotation or an indefinite word at token i."""
    scene, words = frame.scene, frame.scene.words
    if i + 1 >= frame.sentence.last:
        return None
    form = scene.forms[i]
    i += i + 1 in scene.opened and i not in scene.opened and form[0].isalpha()
    if i in scene.opened:
        return Opening(Leads.OBJECT, i, i, scene.starts[i])
    particle = form in words.asides or form in words.prepositions or form in words.complementisers
    other = particle or form in words.backward or i in scene.times or is_definite(form)
    return None if other or not form[0].isalpha() else Opening(Leads.OBJECT, i, i, scene.starts[i])


def _end(frame: Frame, opening: Opening) -> int:
    """Past the quotation, or before the first sign: a relative clause may end there."""
    scene = frame.scene
    quotation = scene.opened.get(opening.at) or scene.opened.get(opening.first)
    if quotation:
        return min(quotation.last, frame.sentence.last)
    for i in range(opening.first + 1, frame.sentence.last):
        form = scene.forms[i]
        if form in COMMAS or form in _STOPS or scene.starts_with(i, scene.phrases.cuts, frame.sentence.last):
            return i
    return frame.sentence.last
