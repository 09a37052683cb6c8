"""Nouns of saying: تأكيد الوزارة أن, قوله إن, اكتفى بالقول إن."""

from tawatur.finders.statements.cues import Cue
from tawatur.finders.statements.drafting import content_of, draft_of
from tawatur.finders.statements.drafts import Draft, Frame, Stretch
from tawatur.finders.statements.extents import subject_end
from tawatur.finders.statements.leads import Leads, Opening
from tawatur.finders.statements.objects import is_deed
from tawatur.finders.statements.phrases import Phrase, phrase_after
from tawatur.finders.statements.scene import ARTICLE, COMMAS
from tawatur.finders.statements.sources import phrase_before
from tawatur.finders.statements.subjects import (
    is_holder,
)
from tawatur.lexicon.speech import Sense, Teller

_NEAR = 14
_PAIR = 2


def noun(frame: Frame, cue: Cue, sense: Sense, opening: Opening) -> Draft | None:
    """The attribution of a noun of saying that somebody holds: تأكيد الوزارة أن، قوله إن."""
    scene = frame.scene
    main = Stretch(opening.first, frame.sentence.last, opening.start)
    if _is_unheld(cue, sense, opening):
        return draft_of(frame, cue, sense, opening, "noun", (cue.word, cue.last), (main,), cue.first)
    if ARTICLE in sense.before:
        return _in_a_manner(frame, cue, sense, opening)
    source = None
    if not sense.pronoun:
        source = phrase_after(scene, cue.last, opening.at, frame.words)
        if not source or not is_holder(scene, source):
            return None
        if opening.leads is Leads.OBJECT and not _has_its_object(frame, source, opening):
            return None
    elif opening.at - cue.last > 1 or (
        opening.leads in (Leads.PHRASE, Leads.OBJECT) and not sense.entry.bound
    ):
        return None
    if cue.first > frame.sentence.first and scene.forms[cue.first - 1] in ("في", "خلال"):
        return None
    if sense.entry.clause_only and opening.at > (source[1] if source else cue.last) + 1:
        return None
    if sense.entry.whole and source:
        source = (source[0], subject_end(scene, source))
    content = content_of(frame, sense, opening, source[1] if source else cue.last)
    return draft_of(frame, cue, sense, opening, "noun", source, content, cue.first)


def _has_its_object(frame: Frame, source: Phrase, opening: Opening) -> bool:
    """إعلان الشركة إفلاسها: a deed right behind its holder; إعلان نتائج الاقتراع tells nothing."""
    scene = frame.scene
    text = Teller.DOCUMENT in scene.tellers(scene.forms[source[0]])
    return opening.at == subject_end(scene, source) and is_deed(scene, scene.forms[opening.at]) and not text


def _in_a_manner(frame: Frame, cue: Cue, sense: Sense, opening: Opening) -> Draft | None:
    """اكتفى المتحدث بالقول إن: a verb before the noun tells how it was said, and by whom."""
    host = _manner_before(frame, cue)
    if host < 0 or opening.at > cue.last:
        return None
    scene = frame.scene
    right = phrase_after(scene, host + 1, cue.first, frame.words)
    source = (
        right if right and is_holder(scene, right) else phrase_before(scene, host, frame.floor, frame.words)
    )
    if source and right == source:
        source = source[0], subject_end(scene, source)
    main = Stretch(opening.first, frame.sentence.last, opening.start)
    return draft_of(frame, cue, sense, opening, "noun", source, (main,), host, peer=True)


def _manner_before(frame: Frame, cue: Cue) -> int:
    """The token of the verb of manner that governs a noun of saying with the article, or -1.

    A name between two commas may stand between.
    """
    scene, pauses = frame.scene, 0
    for i in range(cue.first - 1, max(frame.sentence.first, cue.first - _NEAR) - 1, -1):
        form = scene.forms[i]
        pauses += form in COMMAS
        if pauses > _PAIR or form in scene.words.complementisers:
            return -1
        if form in scene.words.manners or (form[:1] in ("و", "ف") and form[1:] in scene.words.manners):
            return i
    return -1


def _is_unheld(cue: Cue, sense: Sense, opening: Opening) -> bool:
    """مخاوف من أن: a noun that stands for those who say or feel it, its clause right behind it."""
    return (
        sense.entry.unheld
        and not sense.pronoun
        and opening.leads is Leads.CLAUSE
        and opening.at - cue.last <= (2 if "ال" in sense.before else 1)
    )
