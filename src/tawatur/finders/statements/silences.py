"""Silences: what a speaker declines to say or leaves unsaid."""

import msgspec

from tawatur.finders.statements.cues import Cue, Silence
from tawatur.finders.statements.drafting import draft_of
from tawatur.finders.statements.drafts import Draft, Frame, Stretch
from tawatur.finders.statements.phrases import phrase_after
from tawatur.finders.statements.scene import Scene
from tawatur.finders.statements.sources import phrase_before
from tawatur.finders.statements.subjects import is_holder
from tawatur.lexicon.speech import Part
from tawatur.model import Act, Span

_ANY = "اي"
_GIVEN = frozenset(("تفاصيل", "معلومات", "ادلة"))
_FROM = "من"
_ON = "عن"
_NEAR = 3


def silence(frame: Frame, quiet: Silence) -> Draft:
    """دون الاعتراف بوجود …: what is not said stands after the adverbial."""
    scene, last = frame.scene, frame.sentence.last
    first = quiet.last
    words = scene.words
    passing = words.adverbs | words.prepositions | words.manner | words.about | words.complementisers
    while first < last - 1 and scene.forms[first] in passing:
        first += 1
    first = min(first, last - 1)
    attached = scene.forms[first][:1] == "ب" and not scene.is_teller(scene.forms[first])
    return Draft(
        rule="not said" if quiet.impersonal else "without saying",
        cue=Span(quiet.start, scene.ends[quiet.last - 1]),
        token=quiet.first,
        act=Act.WITHHOLD,
        sentence=frame.number,
        source=None,
        content=(Stretch(first, last, scene.starts[first] + attached),),
        begins=quiet.first,
        peer=True,
        negated=True,
        impersonal=quiet.impersonal,
        part=Part.VERB if quiet.impersonal else Part.PARTICIPLE,
    )


def withholding(frame: Frame, cue: Cue) -> Draft | None:
    """رفض التعليق على الخبر: what is kept back stands after the phrase, a subject may stand inside it."""
    scene = frame.scene
    apart = cue.tail > cue.word + 1
    right = phrase_after(scene, cue.word + 1, cue.tail, frame.words) if apart else None
    if _is_anybody(scene, cue):
        right = cue.tail, cue.last
    left = None if cue.joined or right else phrase_before(scene, cue.first, frame.floor, frame.words)
    first = _kept_back(frame, cue)
    shown = msgspec.structs.replace(cue, last=cue.word + 1) if apart or right else cue
    return draft_of(
        frame,
        shown,
        cue.senses[0],
        None,
        "declines to say",
        right or left,
        (Stretch(first, frame.sentence.last, scene.starts[first] + _is_attached(frame, cue, first)),),
        cue.first,
        act=Act.WITHHOLD,
        peer=cue.is_withheld or scene.forms[cue.first - 1] in scene.words.clause_heads,
        relative=not (left or right),
    )


def _is_anybody(scene: Scene, cue: Cue) -> bool:
    """لم تعلن أي جهة: whether it is the subject that أي leads, and no details that are kept back."""
    if scene.forms[cue.tail] != _ANY:
        return False
    return scene.forms[cue.last - 1] not in _GIVEN


def _kept_back(frame: Frame, cue: Cue) -> int:
    """The token at which begins what is kept back: behind its preposition, else details by themselves."""
    scene, last = frame.scene, frame.sentence.last
    first = cue.last
    if first < last and scene.forms[first] == _FROM:
        told = phrase_after(scene, first + 1, last, frame.words)
        first = told[1] if told and is_holder(scene, told) else first
    while first < last and scene.forms[first] in scene.words.prepositions | scene.words.about:
        first += 1
    ends = first >= last or not scene.forms[first][0].isalnum()
    alone = first == cue.last and scene.forms[first - 1] in scene.words.details
    about = next((i for i in range(first, min(first + _NEAR, last - 1)) if _is_about(frame, i)), 0)
    if alone and about:
        return about + 1
    return cue.last - 1 if ends or alone else first


def _is_about(frame: Frame, i: int) -> bool:
    """أي تقارير فورية عن أضرار: whether a preposition behind what is kept back tells about what."""
    form = frame.scene.forms[i]
    return form == _ON or form in frame.scene.words.about


def _is_attached(frame: Frame, cue: Cue, first: int) -> bool:
    """Whether what is kept back begins with the ب of its verbal noun: الإدلاء بمعلومات."""
    form = frame.scene.forms[first]
    return first == cue.last and form[:1] == "ب" and not frame.scene.is_teller(form)
