"""Constructions: how cue, source and content stand together in a sentence."""

from collections.abc import Set

from tawatur.finders.statements.cues import Cue
from tawatur.finders.statements.descriptions import description
from tawatur.finders.statements.drafting import content_of, draft_of, is_led
from tawatur.finders.statements.drafts import Draft, Frame
from tawatur.finders.statements.extents import is_owned, subject_end
from tawatur.finders.statements.fronted import subject_beside, subject_described, subject_left, unknown_before
from tawatur.finders.statements.leads import Leads, Opening
from tawatur.finders.statements.nouns import noun
from tawatur.finders.statements.openings import find_opening
from tawatur.finders.statements.participles import participle
from tawatur.finders.statements.phrases import Phrase, phrase_after
from tawatur.finders.statements.preceding import takes_up
from tawatur.finders.statements.relays import relay
from tawatur.finders.statements.scene import ARTICLE, COMMAS, Scene, is_definite
from tawatur.finders.statements.silences import withholding
from tawatur.finders.statements.sources import agrees, is_joined_auxiliary
from tawatur.finders.statements.subjects import (
    SURE,
    is_document,
    is_holder,
    is_impersonal,
    is_near,
    is_plain,
    is_relative,
    is_rule,
    is_sure,
    may_be_impersonal,
    may_imply,
    subject_right,
)
from tawatur.lexicon.inflection import SHADDA
from tawatur.lexicon.speech import Part, Sense
from tawatur.model import Act

_WHAT = "ما"
_ACCUSATIVE = "ا"
_ALREADY = "قد"
_BUT = "الا"
_MARKED = frozenset((Leads.COLON, Leads.QUOTE))
_UNDENIED = frozenset((Act.ACCUSE, Act.DEMAND, Act.PLEDGE, Act.WARN))
_INDEFINITE = ("ات", "ة", "ا")
_LONG = 5
_FEW = 9


def attribute(frame: Frame, cue: Cue, blockers: Set[int]) -> Draft | None:
    """The attribution of one cue with its content after it, by the first reading that fits.

    ``blockers`` are the tokens of later cues that have found their own content.
    """
    described = description(frame, cue)
    if described:
        return described
    if cue.first > frame.sentence.first and frame.scene.forms[cue.first - 1] == _WHAT:
        return None
    if takes_up(frame, cue):
        return None
    if cue.withholds:
        return withholding(frame, cue)
    for sense in cue.senses:
        draft = _by_part(frame, cue, sense, blockers)
        if draft:
            return draft
    return None


def _by_part(frame: Frame, cue: Cue, sense: Sense, blockers: Set[int]) -> Draft | None:
    if sense.entry.relays:
        return relay(frame, cue, sense) if sense.part is Part.VERB else None
    opening = find_opening(frame.scene, cue, sense, frame.sentence, blockers)
    if sense.part is Part.VERB and sense.entry.predicate and (not opening or opening.leads is Leads.OBJECT):
        opening = _object_at_once(frame, cue, sense) or opening or _object_after(frame, cue, sense)
    elif sense.part is Part.VERB and sense.entry.deeds and not opening:
        opening = _object_after(frame, cue, sense)
    if not opening:
        return None
    if sense.part is Part.NOUN:
        return noun(frame, cue, sense, opening)
    if sense.part is Part.PARTICIPLE:
        return participle(frame, cue, sense, opening)
    return _verb(frame, cue, sense, opening)


def _verb(frame: Frame, cue: Cue, sense: Sense, opening: Opening) -> Draft | None:
    scene = frame.scene
    relative = is_relative(frame, cue.first - 1)
    if relative and opening.leads in _MARKED and opening.at > cue.last + _LONG:
        return None
    if sense.pronoun and not sense.entry.person and relative and scene.forms[cue.first - 1][0] == ARTICLE[0]:
        return None
    right, left = _subjects(frame, cue, sense, opening, relative=relative)
    impersonal = not (right or left) and is_impersonal(frame, cue, sense, opening)
    if not (right or left or impersonal or may_imply(frame, cue, relative)):
        if not is_sure(cue, opening) or sense.form.present:
            return None
        left = unknown_before(frame, cue)
    if not _can_be_said(frame, cue, sense, opening, right) or not _can_say(
        frame, cue, sense, opening, right or left
    ):
        return None
    source = right or left
    if sense.entry.impersonal and source and opening.leads is not Leads.CLAUSE:
        source = None
    begins = min(left[0], cue.first) if left else cue.first
    begins -= begins > frame.sentence.first and is_joined_auxiliary(scene.forms[begins - 1], scene.words)
    return draft_of(
        frame,
        cue,
        sense,
        opening,
        _rule(sense, cue, right, left, impersonal=impersonal),
        source,
        content_of(frame, sense, opening, right[1] if right else cue.last),
        begins,
        peer=cue.is_withheld
        or (bool(right) and not sense.form.present and scene.forms[cue.first - 1] in COMMAS),
        relative=relative,
        impersonal=impersonal,
        doubtful=source is None and may_be_impersonal(frame, cue, sense, opening),
    )


def _subjects(
    frame: Frame, cue: Cue, sense: Sense, opening: Opening, *, relative: bool
) -> tuple[Phrase | None, Phrase | None]:
    """The subject behind a verb, or the one before it."""
    scene = frame.scene
    right = subject_right(frame, cue, sense, opening)
    of_pronoun = scene.tells_of_subject(cue.first - 1)
    if sense.entry.person and (
        of_pronoun or relative or _follows_its_subject(frame, cue) or _describes(frame, cue, sense)
    ):
        right = None
    left = None if right or cue.joined or cue.is_withheld else subject_left(frame, cue, relative=relative)
    quoted = opening.at == cue.last and opening.at in frame.scene.opened
    alone = not (right or left or may_imply(frame, cue, relative))
    if alone and (quoted or is_sure(cue, opening)):
        left = subject_beside(frame, cue)
    elif alone:
        left = subject_described(frame, cue, sense)
    return right, left


def _can_be_said(frame: Frame, cue: Cue, sense: Sense, opening: Opening, right: Phrase | None) -> bool:
    """Whether the verb with this opening is one of saying and no other word or deed."""
    entry = sense.entry
    if entry.near and not (
        is_plain(sense) or _is_spelt_out(frame.scene, cue, sense) or is_near(frame, cue, right, opening)
    ):
        return False
    if cue.aimed and opening.leads not in SURE:
        return False
    spared = entry.act is Act.ACCUSE and opening.leads is Leads.PHRASE
    if cue.negated and ((entry.act in _UNDENIED and not spared) or _is_but(frame, cue)):
        return False
    if sense.form.passive and opening.at - cue.last > 1:
        return False
    if sense.pronoun and not entry.person and _is_apart(frame.scene, cue, opening):
        return False
    far = right is not None and opening.at - right[1] > _FEW
    return not (entry.needs and opening.leads is Leads.OBJECT and far)


def _is_spelt_out(scene: Scene, cue: Cue, sense: Sense) -> bool:
    """بيّن، عبّر: a verb that has its shadda in print is no other word, if it is no accusative (حيّا)."""
    other = scene.forms[cue.word].endswith(_ACCUSATIVE)
    return SHADDA in sense.entry.verb and SHADDA in scene.raw(cue.word) and not other


def _is_but(frame: Frame, cue: Cue) -> bool:
    """لم يشر إليه إلا بإيجاز: what is denied and taken back was told."""
    return _BUT in frame.scene.forms[cue.last : cue.last + 2]


def _is_apart(scene: Scene, cue: Cue, opening: Opening) -> bool:
    """أخبار تداولتها المواقع، أن: a clause behind a sign or لكن is not what a verb with an object says."""
    between = scene.forms[cue.last : opening.at]
    return opening.leads is Leads.CLAUSE and any(
        form in COMMAS or scene.is_connective(form) for form in between
    )


def _can_say(frame: Frame, cue: Cue, sense: Sense, opening: Opening, source: Phrase | None) -> bool:
    """Whether this source can be the subject of the verb."""
    entry, behind = sense.entry, source if source and source[0] > cue.word else None
    if entry.person and behind and _is_thing(frame.scene, behind):
        return False
    if entry.predicate and opening.leads is Leads.OBJECT and not _is_judged(frame, cue, behind, opening):
        return False
    if entry.predicate and entry.near and sense.form.present and opening.leads is Leads.OBJECT:
        return False
    return entry.speaker != "document" or _is_shown(frame, cue, source, opening)


def _is_shown(frame: Frame, cue: Cue, source: Phrase | None, opening: Opening) -> bool:
    """Whether a text or a body shows something, or whoever spoke before goes on with a clause."""
    if not source:
        return cue.joined and is_sure(cue, opening)
    named = source[0] in frame.scene.names and opening.leads is Leads.CLAUSE
    return named or is_document(frame.scene, source)


def _is_thing(scene: Scene, phrase: Phrase) -> bool:
    """وصفت حالتها بالحرجة، وصفت حالة الجريح: a noun that cannot speak is what is described."""
    form = scene.forms[phrase[0]]
    return not is_holder(scene, phrase) and (is_owned(form) or form in scene.words.deeds)


def _is_judged(frame: Frame, cue: Cue, right: Phrase | None, opening: Opening) -> bool:
    """Whether somebody considers a thing to be something: اعتبر النائب القرار خطأ، واعتبر القرار خطأ."""
    if right:
        return is_holder(frame.scene, right) and not is_rule(frame.scene, right)
    past = not any(sense.form.present for sense in cue.senses)
    return past and cue.joined and opening.at == cue.last


def _follows_its_subject(frame: Frame, cue: Cue) -> bool:
    """الرئيس دعا الأحزاب إلى: a verb right behind a possible subject has its object behind it."""
    already = cue.first > frame.sentence.first and frame.scene.forms[cue.first - 1] == _ALREADY
    if cue.joined or (is_led(frame, cue.first) and not already):
        return False
    return subject_left(frame, cue, relative=False) is not None


def _describes(frame: Frame, cue: Cue, sense: Sense) -> bool:
    """مظاهرات تطالب الحكومة بكذا: a present right behind an indefinite noun has its object behind it."""
    scene, before = frame.scene, cue.first - 1
    if cue.joined or cue.negated or not sense.form.present or is_led(frame, cue.first):
        return False
    form = scene.forms[before]
    named = before in scene.covered or before in scene.times or is_definite(form) or is_owned(form)
    return not named and form.endswith(_INDEFINITE)


def _rule(sense: Sense, cue: Cue, right: Phrase | None, left: Phrase | None, *, impersonal: bool) -> str:
    if cue.negated and sense.entry.negated is Act.WITHHOLD:
        return "not said"
    return (
        "verb, source" if right else "source, verb" if left else "nobody says" if impersonal else "verb alone"
    )


def _object_after(frame: Frame, cue: Cue, sense: Sense) -> Opening | None:
    """The definite noun behind the subject of a verb of judging: انتقد النائب الحكومة."""
    scene = frame.scene
    phrase = phrase_after(scene, cue.last, frame.sentence.last, frame.words)
    if not phrase or not is_holder(scene, phrase) or not agrees(scene, phrase[0], sense):
        return None
    end = subject_end(scene, phrase)
    if end >= phrase[1] or scene.forms[end] in COMMAS:
        return None
    return Opening(Leads.OBJECT, end, end, scene.starts[end])


def _object_at_once(frame: Frame, cue: Cue, sense: Sense) -> Opening | None:
    """واعتبر القرار خطأ: the definite noun right behind a joined past verb of judging."""
    scene, i = frame.scene, cue.last
    if not cue.joined or sense.form.present or sense.pronoun or i >= frame.sentence.last:
        return None
    if not scene.forms[i].startswith(ARTICLE) or (
        is_holder(scene, (i, i + 1)) and not is_rule(scene, (i, i + 1))
    ):
        return None
    return Opening(Leads.OBJECT, i, i, scene.starts[i])
