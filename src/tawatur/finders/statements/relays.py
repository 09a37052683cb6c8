"""Relays: one tells what another says, or a text says it."""

import msgspec

from tawatur.finders.statements.cues import Cue
from tawatur.finders.statements.drafting import draft_of
from tawatur.finders.statements.drafts import Draft, Frame, Stretch
from tawatur.finders.statements.openings import find_opening
from tawatur.finders.statements.phrases import Phrase, phrase_after, with_clause
from tawatur.finders.statements.scene import Scene
from tawatur.lexicon.speech import Part, Sense, Teller
from tawatur.text import fold

_IN = "في"
_IN_IT = frozenset(("فيه", "فيها", "فيهما"))
_NEAR = 14
_BACK = 6
_TITLE = 5


def relay(frame: Frame, cue: Cue, sense: Sense) -> Draft | None:
    """نقلت الوكالة عن مسؤول قوله إن: the one after عن speaks, the subject passes it on.

    جاء في بيان أن: the text after في says it.
    """
    scene, last = frame.scene, frame.sentence.last
    if cue.last + 1 < last and scene.forms[cue.last] in _IN_IT:
        return _told_in_it(frame, cue, sense)
    at = _preposition_of(frame, cue, fold(sense.entry.relays))
    if at < 0:
        return None
    saying = next(
        (c for c in frame.cues_after(cue) if c.word > at and c.senses[-1].entry.noun == "قول"), None
    )
    behind = msgspec.structs.replace(
        cue, last=saying.word + 1 if saying else _past_quoted_name(frame, at + 1)
    )
    tellers = {other.word for other in frame.cues_after(cue) if _is_another(other)}
    opening = find_opening(scene, behind, saying.senses[-1] if saying else sense, frame.sentence, tellers)
    if not opening:
        return None
    source = _source_after(frame, at + 1, saying.word if saying else opening.at)
    relay = phrase_after(scene, cue.last, at, frame.words)
    if (
        relay is None
        and at == cue.last
        and (not source or (scene.forms[at] == _IN and not _is_text(scene, source[0])))
    ):
        return None
    content = (Stretch(opening.first, last, opening.start),)
    return draft_of(frame, cue, sense, opening, "relayed", source, content, cue.first, relay=relay)


def _source_after(frame: Frame, first: int, limit: int) -> Phrase | None:
    """The one who speaks behind the preposition, with the clause that tells of him."""
    source = phrase_after(frame.scene, first, limit, frame.words)
    return with_clause(frame.scene, source, limit, frame.words) if source else None


def _past_quoted_name(frame: Frame, i: int) -> int:
    """عن «نافذة تواصل» أنه: past the quoted name of a source that more words of the sentence follow, or i."""
    quotation = frame.scene.opened.get(i)
    if not quotation or not quotation.closed or quotation.last - quotation.first > _TITLE:
        return i
    return quotation.last + 1 if quotation.last + 2 < frame.sentence.last else i


def _is_another(cue: Cue) -> bool:
    """Whether a cue behind a relaying verb begins a saying of its own."""
    part = cue.senses[0].part
    return part is Part.PARTICIPLE or (part is Part.VERB and cue.joined)


def _told_in_it(frame: Frame, cue: Cue, sense: Sense) -> Draft | None:
    """أصدرت الوزارة بيانا جاء فيه أن: the text before the verb says it."""
    scene = frame.scene
    source = next(
        (
            (i, i + 1)
            for i in range(cue.first - 1, max(frame.floor, cue.first - _BACK) - 1, -1)
            if _is_text(scene, i)
        ),
        None,
    )
    behind = msgspec.structs.replace(cue, last=cue.last + 1)
    opening = find_opening(scene, behind, sense, frame.sentence, frozenset())
    if not opening or not (source or cue.joined):
        return None
    content = (Stretch(opening.first, frame.sentence.last, opening.start),)
    return draft_of(frame, cue, sense, opening, "relayed", source, content, cue.first, relative=True)


def _preposition_of(frame: Frame, cue: Cue, preposition: str) -> int:
    """The token of the preposition that belongs to a relaying verb, or -1; في stands right after its verb."""
    reach = 1 if preposition == _IN else _NEAR
    for i in range(cue.last, min(frame.sentence.last, cue.last + reach)):
        if frame.scene.forms[i] in frame.scene.words.complementisers:
            return -1
        if frame.scene.forms[i] == preposition:
            return i
    return -1


def _is_text(scene: Scene, i: int) -> bool:
    form = scene.forms[i]
    noun = form.removeprefix("ال")
    return Teller.DOCUMENT in scene.tellers(form) or noun in scene.words.occasions
