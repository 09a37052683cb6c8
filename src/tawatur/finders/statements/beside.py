"""Beside an adverbial: what it is about, before it, behind it, or on both sides of it."""

import msgspec

from tawatur.finders.statements.cues import Accord
from tawatur.finders.statements.drafts import Draft, Frame, Stretch
from tawatur.finders.statements.leads import Leads
from tawatur.finders.statements.objects import without_pronoun
from tawatur.finders.statements.own_words import past_then
from tawatur.finders.statements.phrases import Phrase
from tawatur.finders.statements.scene import COMMAS, Scene
from tawatur.lexicon.speech import Teller

_AND_THAT = "وذلك"
_BEFORE = COMMAS | {"(", "-", "–"}
_HEAD = 3
_FAR = 400
_TO = "ل"


def beside(frame: Frame, found: Accord, source: Phrase, earlier: list[Draft]) -> tuple[Stretch, ...]:
    """What an adverbial is about: what stands before it, after it, or on both sides of it."""
    scene, sentence, after = frame.scene, frame.sentence, source[1]
    end = found.first
    while end > sentence.first and (scene.forms[end - 1] in _BEFORE or scene.forms[end - 1] == _AND_THAT):
        end -= 1
    that = _that(frame, after)
    if that:
        return (Stretch(that, sentence.last, scene.starts[that]),)
    then = past_then(frame, after)
    told_from = _told_from(scene, source, earlier, end)
    far = end - frame.opening_word > _FAR
    first = end - _FAR if far else frame.opening_word
    before = Stretch(first, end, scene.starts[first] if far else frame.opening_start)
    if told_from:
        before = msgspec.structs.replace(told_from, last=end)
    told = end - frame.opening_word
    joined = scene.starts[found.first] < found.start
    if told <= 1 or joined or then > after + 1:
        rest = max(then, _past_time(frame, after))
        while rest < sentence.last and scene.forms[rest] in COMMAS:
            rest += 1
        return (Stretch(rest, sentence.last, scene.starts[rest]),) if rest < sentence.last - 1 else ()
    comma = after < sentence.last and scene.forms[after] in COMMAS
    if told <= _HEAD and after + 1 < sentence.last and (comma or after in scene.opened):
        return before, Stretch(after + comma, sentence.last, scene.starts[after + comma])
    return (before,)


def _told_from(scene: Scene, source: Phrase, earlier: list[Draft], end: int) -> Stretch | None:
    """What the same sentence has told so far, if that is what the adverbial is about.

    بحسب الوكالة، تراجع السعر وفقا للبنك: two adverbials tell one thing; قال الوزير إن السعر تراجع،
    وفقا لبيانات البنك: data tell what he said, not that he said it.
    """
    data = _is_data(scene, source)
    told = (
        draft.content[-1]
        for draft in earlier
        if (draft.aside and draft.open) or (data and draft.leads is Leads.CLAUSE)
    )
    return max((piece for piece in told if piece.first < end), key=_first, default=None)


def _is_data(scene: Scene, source: Phrase) -> bool:
    """Whether a source is a text and no outlet's report: an outlet tells that somebody said something."""
    words = [form.removeprefix(_TO) for form in scene.forms[source[0] : source[1]]]
    told = any(Teller.MEDIUM in scene.tellers(form) or form in scene.words.outlets for form in words)
    return not told and Teller.DOCUMENT in scene.tellers(without_pronoun(words[0]))


def _first(piece: Stretch) -> int:
    return piece.first


def _that(frame: Frame, after: int) -> int:
    """Past the أن behind a source and what little belongs to it (مصادر خاصة بها) or a sign, or 0."""
    scene = frame.scene
    apart = after < frame.sentence.last and scene.forms[after] in _BEFORE
    reach = after + 2 if apart else after + _HEAD
    for i in range(after + apart, min(reach, frame.sentence.last - 1)):
        if scene.forms[i] in scene.words.complementisers:
            return i + 1
        if not scene.forms[i][0].isalpha() or i in frame.words:
            return 0
    return 0


def _past_time(frame: Frame, i: int) -> int:
    """Past a time that stands between the source and a comma, as in بحسب الإذاعة صباح اليوم."""
    scene = frame.scene
    end = i
    while end < frame.sentence.last and (end in scene.times or scene.forms[end] in scene.words.asides):
        end = scene.times.get(end, end + 1)
    return end if end < frame.sentence.last and scene.forms[end] in COMMAS else i
