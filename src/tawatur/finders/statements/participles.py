"""Participles: مضيفا، مشيرة إلى beside another statement carry on with the same speaker."""

from tawatur.finders.statements.cues import Cue
from tawatur.finders.statements.drafting import content_of, draft_of
from tawatur.finders.statements.drafts import Draft, Frame
from tawatur.finders.statements.extents import subject_end
from tawatur.finders.statements.leads import Leads, Opening
from tawatur.finders.statements.phrases import Phrase, phrase_after
from tawatur.finders.statements.scene import ARTICLE, COMMAS, is_definite
from tawatur.finders.statements.subjects import (
    is_holder,
)
from tawatur.lexicon.speech import Part, Sense

_QUOTE = "quote"
_ACCUSATIVE = "ا"
_LONG = 5


def participle(frame: Frame, cue: Cue, sense: Sense, opening: Opening) -> Draft | None:
    """The attribution of a participle beside another statement or behind a definite word: مضيفا أن."""
    nominal = opening.leads in (Leads.PHRASE, Leads.OBJECT)
    doubtful = frame.scene.forms[cue.word] in frame.scene.words.doubtful and opening.leads is not Leads.CLAUSE
    if doubtful and (sense.entry.predicate or not _goes_on(frame, cue, opening)):
        return None
    if sense.form.short and (nominal or opening.at > cue.last):
        return None
    if nominal and not (cue.joined or _hangs_on(frame, cue) or _has_its_object(frame, cue, sense)):
        return None
    if sense.entry.whole and nominal and opening.at == cue.last:
        return None
    if nominal and _leads_to_a_quotation(frame, cue, opening):
        return None
    if not nominal and sense.entry.verb != "قال" and _is_beside_a_verb(frame, cue):
        return None
    content = content_of(frame, sense, opening, cue.last)
    subject = _subject_of_host(frame, cue)
    return draft_of(
        frame, cue, sense, opening, "participle", None, content, cue.first, peer=True, subject=subject
    )


def _goes_on(frame: Frame, cue: Cue, opening: Opening) -> bool:
    """قال كذا، واعدا بكذا: what may be an adjective stands behind a comma or a verb that says something."""
    says = any(other.senses[0].part is Part.VERB for other in frame.cues_before(cue))
    apart = cue.first > frame.sentence.first and frame.scene.forms[cue.first - 1] in COMMAS
    apart = apart or frame.scene.forms[cue.word].endswith(_ACCUSATIVE) or _is_definite(frame, cue.first - 1)
    return opening.at == cue.last and ((says and apart) or _tells_how(frame, cue))


def _is_beside_a_verb(frame: Frame, cue: Cue) -> bool:
    """قالت المنظمة محذرة إن: the verb right before governs the clause, the participle tells how."""
    host = next(iter(frame.cues_before(cue)[-1:]), None)
    if not host or not _is_verb(frame, host):
        return False
    entry = host.senses[0].entry
    between = frame.scene.forms[host.last : cue.first]
    plain = all(form[0].isalnum() and form not in frame.scene.words.complementisers for form in between)
    return _QUOTE in entry.takes and not entry.predicate and len(between) < _LONG * 2 and plain


def _is_verb(frame: Frame, cue: Cue) -> bool:
    """Whether a cue is a verb and no preposition that is written alike (عبر)."""
    return cue.senses[0].part is Part.VERB and frame.scene.forms[cue.word] not in frame.scene.words.asides


def _leads_to_a_quotation(frame: Frame, cue: Cue, opening: Opening) -> bool:
    """قال مشيرا إلى الحكم: «…»: the participle only tells how; the quotation is what is said."""
    scene = frame.scene
    if scene.forms[cue.first - 1] in COMMAS:
        return False
    return any(
        i in scene.opened and scene.opened[i].last - i > _LONG
        for i in range(opening.first + 1, min(opening.first + _LONG, frame.sentence.last))
    )


def _subject_of_host(frame: Frame, cue: Cue) -> Phrase | None:
    """The subject of the verb of saying that a participle stands beside."""
    hosts = [other for other in frame.cues_before(cue) if _is_verb(frame, other)]
    subject = phrase_after(frame.scene, hosts[-1].last, cue.first, frame.words) if hosts else None
    if not subject or not is_holder(frame.scene, subject):
        return None
    return subject[0], subject_end(frame.scene, subject)


def _hangs_on(frame: Frame, cue: Cue) -> bool:
    """Whether a participle stands after a comma or beside a verb of saying before it."""
    before = cue.first - 1
    if before >= frame.sentence.first and frame.scene.forms[before] in COMMAS:
        return True
    return _tells_how(frame, cue) or any(not other.is_noun for other in frame.cues_before(cue))


def _has_its_object(frame: Frame, cue: Cue, sense: Sense) -> bool:
    """متهمة الوزارة بالتقصير: a participle with the person it is about right behind it is no adjective."""
    after = cue.last
    if not sense.entry.whole or after >= frame.sentence.last:
        return False
    return after in frame.scene.names or frame.scene.forms[after].startswith(ARTICLE)


def _tells_how(frame: Frame, cue: Cue) -> bool:
    """غادر القاعة متهما: an accusative participle behind a definite word is said of the subject."""
    return frame.scene.forms[cue.word].endswith(_ACCUSATIVE) and _is_definite(frame, cue.first - 1)


def _is_definite(frame: Frame, i: int) -> bool:
    """Whether token i of the sentence ends a name or is a definite word."""
    return i >= frame.sentence.first and (i in frame.scene.covered or is_definite(frame.scene.forms[i]))
