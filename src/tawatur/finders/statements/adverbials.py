"""Adverbials of attribution: بحسب، وفقا لـ، نقلا عن, and the headline with a colon."""

from tawatur.finders.statements.cues import Accord
from tawatur.finders.statements.drafts import Draft, Frame, Stretch
from tawatur.finders.statements.scene import Scene
from tawatur.finders.statements.sources import phrase_after
from tawatur.lexicon.speech import Teller
from tawatur.model import Act, BlockKind, Span

_COMMAS = frozenset("،,")
_WHAT = "ما"
_THEN = frozenset(("فان", "فقد", "ان", "فانه", "فانها"))
_IN = "به"
_HEADS = 8


def accord(frame: Frame, found: Accord) -> Draft | None:
    """The attribution of an adverbial: its source after it, its content beside it."""
    scene, last = frame.scene, frame.sentence.last
    first = found.last
    if scene.forms[first] == _WHAT or found.according.words[-1].endswith(_WHAT):
        first = _after_verb(frame, first + (scene.forms[first] == _WHAT))
    if first >= last:
        return None
    source = phrase_after(scene, first, last, frame.words) if not found.according.attached else None
    if found.according.attached:
        source = _attached_source(frame, found.last)
    if not source or not _can_tell(scene, source[0]):
        return None
    content = _beside(frame, found.first, source[1])
    if content is None:
        return None
    leading = content.first > found.first
    return Draft(
        rule="according to, leading" if leading else "according to",
        cue=Span(found.start, found.end),
        token=found.first,
        act=found.according.act,
        sentence=frame.number,
        source=source,
        content=(content,),
        begins=found.first,
        peer=True,
        open=leading,
    )


def headline(frame: Frame) -> Draft | None:
    """الوزير: الجسر آمن. A short source, a colon, what it says."""
    scene, sentence = frame.scene, frame.sentence
    if sentence.kind not in (BlockKind.TITLE, BlockKind.SUBHEADING):
        return None
    for i in range(sentence.first + 1, min(sentence.last - 2, sentence.first + _HEADS)):
        if scene.forms[i] != ":":
            continue
        source = phrase_after(scene, sentence.first, i, frame.words)
        if (
            not source
            or not _can_tell(scene, source[0])
            or Teller.LAW in scene.tellers(scene.forms[source[0]])
        ):
            return None
        return Draft(
            rule="headline colon",
            cue=Span(scene.starts[i], scene.ends[i]),
            token=i,
            act=Act.SAY,
            sentence=frame.number,
            source=source,
            content=(Stretch(i + 1, sentence.last, scene.starts[i + 1]),),
            begins=i,
        )
    return None


def _after_verb(frame: Frame, i: int) -> int:
    """Past the verb of بحسب ما أفادت به and its به."""
    forms = frame.scene.forms
    i += 1
    while i < frame.sentence.last and forms[i] in (_IN, "بها", "عنه", "اليه"):
        i += 1
    return i


def _attached_source(frame: Frame, i: int) -> tuple[int, int] | None:
    """The phrase after وفقا لـ, whose first word carries the ل."""
    scene = frame.scene
    grown = (
        phrase_after(scene, i + 1, frame.sentence.last, frame.words) if i + 1 < frame.sentence.last else None
    )
    return (i, grown[1] if grown else i + 1)


def _can_tell(scene: Scene, i: int) -> bool:
    form = scene.forms[i]
    if i in scene.names:
        return True
    if scene.is_teller(form):
        return scene.tellers(form) != {Teller.LAW}
    stem = form[2:] if form.startswith("لل") else form[1:] if form.startswith("ل") else ""
    return bool(stem) and scene.is_teller(stem)


def _beside(frame: Frame, first: int, after: int) -> Stretch | None:
    """What an adverbial is about: what stands before it, or after it where nothing does."""
    scene, sentence = frame.scene, frame.sentence
    end = first
    while end > sentence.first and scene.forms[end - 1] in _COMMAS | {"(", "-", "–"}:
        end -= 1
    if end > frame.opening_word + 1:
        return Stretch(frame.opening_word, end, frame.opening_start)
    while after < sentence.last and (scene.forms[after] in _COMMAS or scene.forms[after] in _THEN):
        after += 1
    if after >= sentence.last - 1:
        return None
    return Stretch(after, sentence.last, scene.starts[after])
