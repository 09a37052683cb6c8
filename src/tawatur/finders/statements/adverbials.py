"""Adverbials of attribution: بحسب، وفقا لـ، نقلا عن, and the headline with a colon."""

from tawatur.finders.statements.beside import beside
from tawatur.finders.statements.cues import Accord
from tawatur.finders.statements.drafts import Draft, Frame, Stretch
from tawatur.finders.statements.objects import without_pronoun
from tawatur.finders.statements.own_words import own_words_leading
from tawatur.finders.statements.phrases import Phrase, is_addressed, phrase_after
from tawatur.finders.statements.scene import COMMAS, Scene
from tawatur.finders.statements.sources import is_bare
from tawatur.lexicon.speech import Teller
from tawatur.model import Act, BlockKind, Span

_WHAT = "ما"
_STANDS = frozenset(("جاء", "ورد"))
_WITHIN = "في"
_MARKS = frozenset('"«“„')
_IN = "به"
_TO = "ل"
_WORDING = "نص"
_HEADS = 8


def accord(frame: Frame, found: Accord, earlier: list[Draft]) -> Draft | None:
    """The attribution of an adverbial: its source after it, its content beside it.

    ``earlier`` are those of the sentence so far.
    """
    scene, last = frame.scene, frame.sentence.last
    first = found.last
    what = scene.forms[first].removeprefix(found.according.attached) == _WHAT
    told = what or found.according.words[-1].endswith(_WHAT)
    if told:
        verb = first + what
        first = _after_verb(frame, verb)
        told = bool(scene.speech.senses(scene.forms[verb])) if verb < last else False
    if first >= last:
        return None
    if found.according.attached and not what:
        source = _attached_source(frame, first)
    else:
        source = phrase_after(scene, first, last, frame.words)
    said = scene.starts_with(found.first, scene.phrases.own_words, last)
    if source and found.according.words[-1] == _WITHIN and not _is_text(scene, source[0]):
        return None
    if said or not source or not (told or _can_tell(scene, source[0])):
        return own_words_leading(frame, found)
    source = _without_what_follows(scene, source)
    pieces = beside(frame, found, source, earlier)
    if not pieces:
        return None
    leading = pieces[-1].first > found.first
    return Draft(
        rule="according to, leading" if leading else "according to",
        cue=Span(found.start, found.end),
        token=found.first,
        act=found.according.act,
        sentence=frame.number,
        source=source,
        content=pieces,
        begins=found.first,
        peer=True,
        open=leading,
        aside=True,
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
    if i < frame.sentence.last and forms[i - 1] in _STANDS and forms[i] == _WITHIN:
        i += 1
    while i < frame.sentence.last and (
        forms[i] in (_IN, "بها", "عنه", "اليه") or _is_between(frame.scene, i)
    ):
        i = frame.scene.times.get(i, i + 1)
    return _past_addressed(frame, i)


def _past_addressed(frame: Frame, i: int) -> int:
    """Past those who were told and the comma behind them: حسب ما صرح به لوكالة الأنباء، المدير."""
    scene = frame.scene
    if i >= frame.sentence.last or not (is_addressed(scene, i) or _is_named_with_to(scene, i)):
        return i
    told = phrase_after(scene, i + 1, frame.sentence.last, frame.words)
    last = scene.names[i].last if i in scene.names else told[1] if told else i + 1
    comma = next((j for j in range(i + 1, min(last + 1, frame.sentence.last)) if scene.forms[j] in COMMAS), 0)
    return comma + 1 if comma else last


def _is_named_with_to(scene: Scene, i: int) -> bool:
    """للجوهرة: a name behind an attached ل."""
    named = scene.names.get(i)
    return bool(named) and scene.forms[i][0] == _TO and named.start > scene.starts[i] if named else False


def _is_between(scene: Scene, i: int) -> bool:
    """A time or a comma between a verb and its subject: بحسب ما أكده، الخميس، المدير."""
    return i in scene.times or scene.forms[i] in scene.words.days or scene.forms[i] in COMMAS


def _attached_source(frame: Frame, i: int) -> Phrase | None:
    """The phrase after وفقا لـ, whose first word carries the ل."""
    scene = frame.scene
    grown = (
        phrase_after(scene, i + 1, frame.sentence.last, frame.words) if i + 1 < frame.sentence.last else None
    )
    return (i, grown[1] if grown else i + 1)


def _is_text(scene: Scene, i: int) -> bool:
    pointed = scene.forms[i] in scene.words.pointers
    return Teller.DOCUMENT in scene.tellers(scene.forms[i + pointed])


def _can_tell(scene: Scene, i: int) -> bool:
    i += scene.forms[i] in scene.words.pointers and i + 1 < len(scene.forms)
    form = scene.forms[i]
    if i in scene.names or (
        form in _MARKS and (i + 1 in scene.names or scene.forms[i + 1] in scene.words.outlets)
    ):
        return True
    if form == _WORDING and i + 1 < len(scene.forms):
        return Teller.DOCUMENT in scene.tellers(scene.forms[i + 1])
    if scene.is_teller(form):
        return scene.tellers(form) != {Teller.LAW} and form not in scene.words.guides
    if form in scene.parts or Teller.DOCUMENT in scene.tellers(without_pronoun(form)):
        return True
    stem = form[2:] if form.startswith("لل") else form[1:] if form.startswith("ل") else ""
    return bool(stem) and bool(scene.tellers(stem) - {Teller.LAW})


def _without_what_follows(scene: Scene, source: Phrase) -> Phrase:
    """موقع «الغد» قامت الشركة: an outlet with its quoted name ends with it, unless an adjective follows."""
    quotation = scene.opened.get(source[0] + 1)
    if not quotation or not quotation.closed or Teller.MEDIUM not in scene.tellers(scene.forms[source[0]]):
        return source
    after = quotation.last + 1
    return (source[0], after) if after < source[1] and is_bare(scene, after) else source
