"""Contents that stand before their cue: quoted, told by somebody, or taken up again."""

from tawatur.finders.statements.cues import Cue
from tawatur.finders.statements.drafting import draft_of
from tawatur.finders.statements.drafts import Draft, Frame, Stretch
from tawatur.finders.statements.phrases import Phrase, phrase_after
from tawatur.finders.statements.scene import COMMAS, Scene, is_definite
from tawatur.finders.statements.sources import agrees, phrase_before
from tawatur.finders.statements.subjects import is_holder, is_relative
from tawatur.lexicon.speech import Part, Sense
from tawatur.model import Act

_CLOSING = frozenset('"»”')
_WHAT = "ما"
_CLAUSE = "أن"
_QUOTE = "quote"
_NEVER = "لن"
_LONG = 5
_REACH = 80
_FAR = 400


def told_before(frame: Frame, cue: Cue, earlier: list[Draft]) -> Draft | None:
    """The attribution of one cue whose content stands before it.

    A quotation (قال X after it), what is told as X told it (كما ذكرت X), or what an earlier
    statement said (وهو ما نفته X); ``earlier`` are the drafts of the sentence so far.
    """
    for sense in cue.senses:
        draft = None if cue.withholds or sense.entry.relays else _told_before(frame, cue, sense, earlier)
        if draft:
            return draft
    return None


def _told_before(frame: Frame, cue: Cue, sense: Sense, earlier: list[Draft]) -> Draft | None:
    scene, first = frame.scene, frame.sentence.first
    before = cue.first - 1
    if sense.part is Part.NOUN:
        return _denial(frame, cue, sense, earlier)
    if takes_up(frame, cue):
        return _told_by(frame, cue, sense, earlier)
    if before < first:
        return None
    if _is_not_known(cue, sense):
        return _unknown(frame, cue, sense)
    source = phrase_after(scene, cue.last + _points_back(scene, cue), frame.sentence.last, frame.words)
    upon = _is_upon_what(frame, cue)
    if (scene.forms[before] == _WHAT and not upon) or _points_back(scene, cue):
        return _antecedent(frame, cue, sense, source, earlier)
    if sense.pronoun and is_relative(frame, before):
        return _claimed(frame, cue, sense, source)
    if not source or not agrees(scene, source[0], sense):
        return None
    if not is_holder(scene, source) and not _is_unknown_name(frame, cue, source):
        return None
    return _beside_its_content(frame, cue, sense, source)


def _is_unknown_name(frame: Frame, cue: Cue, source: Phrase) -> bool:
    """كما أنذرت إيمي فارس: a few words without the article that end the sentence behind an as-told verb."""
    scene = frame.scene
    told = scene.forms[cue.first - 1] in scene.words.as_told
    ends = source[1] >= frame.sentence.last - 1 and source[1] - source[0] > 1
    return told and ends and not is_definite(scene.forms[source[0]]) and not cue.joined


def _beside_its_content(frame: Frame, cue: Cue, sense: Sense, source: Phrase) -> Draft | None:
    """«…»، قال X and كما ذكرت X."""
    scene, first = frame.scene, frame.sentence.first
    as_told = scene.forms[cue.first - 1] in scene.words.as_told or _is_upon_what(frame, cue)
    end = cue.first - (2 if _is_upon_what(frame, cue) else 1 if as_told else 0)
    while end > first and scene.forms[end - 1] in COMMAS:
        end -= 1
    if end <= first or _QUOTE not in sense.entry.takes:
        return None
    if as_told:
        opened, rule = frame.opening_word, "as told"
    else:
        opened, rule = _quotation_before(frame, end), "quotation, verb"
    if opened < 0 or opened >= end:
        return None
    start = frame.opening_start if as_told else scene.starts[opened]
    content = Stretch(opened, end, start)
    return draft_of(frame, cue, sense, None, rule, source, (content,), cue.first, closed=True)


def _is_upon_what(frame: Frame, cue: Cue) -> bool:
    """…، على ما أكد X: as X said."""
    first = cue.first
    forms = frame.scene.forms
    return first - 2 > frame.sentence.first and forms[first - 1] == _WHAT and forms[first - 2] == "علي"


def _quotation_before(frame: Frame, end: int) -> int:
    """The mark that opens the quotation that ends before token ``end``, or -1."""
    scene = frame.scene
    if scene.forms[end - 1] not in _CLOSING:
        return -1
    for i in range(end - _LONG, max(frame.sentence.first, end - _REACH) - 1, -1):
        if i in scene.opened:
            return i
    return -1


def _points_back(scene: Scene, cue: Cue) -> bool:
    """لم يشر إليه: a negated verb whose preposition carries the pronoun of what was told."""
    return cue.negated and cue.last < len(scene.forms) and scene.forms[cue.last] in scene.words.backward


def takes_up(frame: Frame, cue: Cue) -> bool:
    """صرح بذلك المدير: the verb points to what was told, its source stands behind."""
    forms, after = frame.scene.forms, cue.last + 1
    if after >= frame.sentence.last or forms[cue.last] not in frame.scene.words.by_this:
        return False
    source = phrase_after(frame.scene, after, frame.sentence.last, frame.words)
    return bool(source and is_holder(frame.scene, source))


def _told_by(frame: Frame, cue: Cue, sense: Sense, earlier: list[Draft]) -> Draft | None:
    """What was told before in the sentence, or the sentence before, told by the source behind صرح بذلك."""
    scene = frame.scene
    source = phrase_after(scene, cue.last + 1, frame.sentence.last, frame.words)
    if earlier and scene.forms[cue.first - 1] in scene.words.as_told:
        main, begins = earlier[-1].content[-1], cue.first - 1
        told = (Stretch(main.first, begins, main.start),)
        return draft_of(frame, cue, sense, None, "antecedent", source, told, begins, peer=True, closed=True)
    if not frame.number or _CLAUSE not in sense.entry.takes:
        return None
    before = scene.document.sentences[frame.number - 1]
    first = max(before.first, before.last - _FAR)
    content = (Stretch(first, before.last, scene.starts[first]),)
    return draft_of(frame, cue, sense, None, "antecedent", source, content, cue.first, closed=True)


def _is_not_known(cue: Cue, sense: Sense) -> bool:
    return cue.negated and sense.entry.impersonal and sense.part is Part.VERB


def _unknown(frame: Frame, cue: Cue, sense: Sense) -> Draft | None:
    """سبب الحريق لم يعرف بعد: what is not known stands before the verb."""
    left = phrase_before(frame.scene, cue.first, frame.floor, frame.words)
    if not left:
        left = _noun_before(frame, cue)
    if not left:
        return None
    content = (Stretch(left[0], left[1], frame.scene.starts[left[0]]),)
    return draft_of(frame, cue, sense, None, "not said", None, content, cue.first, closed=True, relative=True)


def _noun_before(frame: Frame, cue: Cue) -> Phrase | None:
    """The words between the last complementiser and the verb, if they are few."""
    scene = frame.scene
    for first in range(cue.first - 1, max(frame.floor, cue.first - _LONG) - 1, -1):
        if scene.forms[first] in scene.words.complementisers:
            return (first + 1, cue.first) if first + 1 < cue.first else None
    return None


def _claimed(frame: Frame, cue: Cue, sense: Sense, source: Phrase | None) -> Draft | None:
    """الهجوم الذي تبناه التنظيم: the noun before the relative is what is claimed or denied."""
    if sense.entry.act not in (Act.ANNOUNCE, Act.DENY) or not source:
        return None
    scene, last = frame.scene, cue.first - 1
    for first in range(last - 1, max(frame.sentence.first, last - _LONG) - 1, -1):
        if scene.forms[first] in scene.words.deeds:
            content = (Stretch(first, last, scene.starts[first]),)
            return draft_of(
                frame, cue, sense, None, "antecedent", source, content, cue.first, closed=True, relative=True
            )
    return None


def _denial(frame: Frame, cue: Cue, sense: Sense, earlier: list[Draft]) -> Draft | None:
    """على الرغم من نفي موسكو: a denial without a content of its own denies what was told."""
    if sense.entry.act is not Act.DENY or "ال" in sense.before or sense.pronoun:
        return None
    source = phrase_after(frame.scene, cue.last, frame.sentence.last, frame.words)
    if not source or not is_holder(frame.scene, source):
        return None
    return _antecedent(frame, cue, sense, source, earlier)


def _antecedent(
    frame: Frame, cue: Cue, sense: Sense, source: Phrase | None, earlier: list[Draft]
) -> Draft | None:
    """وهو ما نفته موسكو: what was told just before is what is denied."""
    told = next((draft for draft in reversed(earlier) if draft.content), None)
    if not told or not (sense.pronoun or cue.negated or sense.part is Part.NOUN) or not source:
        return None
    if cue.negated and (
        sense.entry.negated is not Act.WITHHOLD or frame.scene.forms[cue.first].endswith(_NEVER)
    ):
        return None
    if cue.negated and not is_holder(frame.scene, source):
        return None
    if not cue.negated and sense.entry.act not in (Act.DENY, Act.AFFIRM, Act.WITHHOLD, Act.OPINE):
        return None
    begins = cue.first
    return draft_of(
        frame, cue, sense, None, "antecedent", source, told.content[-1:], begins, peer=True, copied=told.token
    )
