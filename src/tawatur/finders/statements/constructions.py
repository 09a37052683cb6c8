"""Constructions: how cue, source and content stand together in a sentence."""

from collections.abc import Set

from tawatur.finders.statements.cues import Cue
from tawatur.finders.statements.drafting import draft_of, is_led
from tawatur.finders.statements.drafts import Draft, Frame, Stretch
from tawatur.finders.statements.extents import is_owned, subject_end
from tawatur.finders.statements.leads import Leads, Opening
from tawatur.finders.statements.openings import find_opening
from tawatur.finders.statements.preceding import takes_up
from tawatur.finders.statements.relays import relay
from tawatur.finders.statements.scene import ARTICLE, COMMAS, Scene, is_definite
from tawatur.finders.statements.silences import withholding
from tawatur.finders.statements.sources import (
    Phrase,
    agrees,
    is_joined_auxiliary,
    phrase_after,
    phrase_before,
)
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
    subject_beside,
    subject_left,
    subject_right,
    unknown_before,
)
from tawatur.lexicon.speech import Part, Sense
from tawatur.model import Act

_WHAT = "ما"
_QUOTE = "quote"
_ACCUSATIVE = "ا"
_ALREADY = "قد"
_MARKED = frozenset((Leads.COLON, Leads.QUOTE))
_UNDENIED = frozenset((Act.ACCUSE, Act.DEMAND, Act.PLEDGE, Act.WARN))
_LONG = 5
_NEAR = 10
_FEW = 9


def attribute(frame: Frame, cue: Cue, blockers: Set[int]) -> Draft | None:
    """The attribution of one cue with its content after it, by the first reading that fits.

    ``blockers`` are the tokens of later cues that have found their own content.
    """
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
        return _noun(frame, cue, sense, opening)
    if sense.part is Part.PARTICIPLE:
        return _participle(frame, cue, sense, opening)
    return _verb(frame, cue, sense, opening)


def _verb(frame: Frame, cue: Cue, sense: Sense, opening: Opening) -> Draft | None:
    scene, after = frame.scene, (cue.last, opening.at)
    relative = is_relative(frame, cue.first - 1)
    right = subject_right(frame, cue, sense, opening)
    if sense.entry.person and (relative or _follows_its_subject(frame, cue)):
        right = None
    if relative and opening.leads in _MARKED and opening.at > cue.last + _LONG:
        return None
    left = None if right or cue.joined else subject_left(frame, cue, relative=relative)
    source = right or left
    if sense.entry.near and not (is_plain(sense) or is_near(frame, cue, right, opening)):
        return None
    sure = is_sure(cue, opening)
    if cue.aimed and opening.leads not in SURE:
        return None
    quoted = opening.at == cue.last and opening.at in scene.opened
    if source is None and (sure or quoted) and not may_imply(frame, cue, relative):
        source = left = subject_beside(frame, cue)
    impersonal = source is None and is_impersonal(frame, cue, sense, opening)
    if source is None and not impersonal and not may_imply(frame, cue, relative):
        if not sure or sense.form.present:
            return None
        source = left = unknown_before(frame, cue)
    if sense.entry.person and right and _is_thing(scene, right):
        return None
    if sense.entry.needs and opening.leads is Leads.OBJECT and right and opening.at - right[1] > _FEW:
        return None
    if cue.negated and sense.entry.act in _UNDENIED:
        return None
    if sense.form.passive and opening.at - cue.last > 1:
        return None
    if sense.entry.predicate and opening.leads is Leads.OBJECT and not _is_judged(frame, cue, right, opening):
        return None
    if sense.entry.speaker == "document" and not _is_shown(frame, cue, source, opening):
        return None
    if sense.entry.impersonal and source and opening.leads is not Leads.CLAUSE:
        source = None
    begins = min(left[0], cue.first) if left else cue.first
    begins -= begins > frame.sentence.first and is_joined_auxiliary(scene.forms[begins - 1], scene.words)
    content = _content(frame, sense, opening, (right[1] if right else after[0]))
    rule = _rule(sense, cue, right, left, impersonal=impersonal)
    anew = bool(right) and not sense.form.present and scene.forms[cue.first - 1] in COMMAS
    return draft_of(
        frame,
        cue,
        sense,
        opening,
        rule,
        source,
        content,
        begins,
        peer=anew,
        relative=relative,
        impersonal=impersonal,
        doubtful=source is None and may_be_impersonal(frame, cue, sense, opening),
    )


def _is_shown(frame: Frame, cue: Cue, source: Phrase | None, opening: Opening) -> bool:
    """Whether a text or a body shows something, or whoever spoke before goes on with a clause."""
    if not source:
        return cue.joined and is_sure(cue, opening)
    named = source[0] in frame.scene.names and opening.leads is Leads.CLAUSE
    return named or is_document(frame.scene, source)


def _is_thing(scene: Scene, phrase: Phrase) -> bool:
    """وصفت حالتها بالحرجة: a noun with a pronoun that cannot speak is what is described."""
    return not is_holder(scene, phrase) and is_owned(scene.forms[phrase[0]])


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


def _rule(sense: Sense, cue: Cue, right: Phrase | None, left: Phrase | None, *, impersonal: bool) -> str:
    if cue.negated and sense.entry.negated is Act.WITHHOLD:
        return "not said"
    return (
        "verb, source" if right else "source, verb" if left else "nobody says" if impersonal else "verb alone"
    )


def _content(frame: Frame, sense: Sense, opening: Opening, after: int) -> tuple[Stretch, ...]:
    """The pieces of content: what opens, and the person between where the verb is about one."""
    scene, last = frame.scene, frame.sentence.last
    main = Stretch(opening.first, last, opening.start)
    if not sense.entry.person or (
        opening.leads not in (Leads.PHRASE, Leads.CLAUSE) and not sense.entry.needs
    ):
        return (main,)
    end = opening.at
    while end > after and scene.forms[end - 1] in COMMAS:
        end -= 1
    while after < end and scene.forms[after] in COMMAS:
        after += 1
    if sense.entry.whole and after < end:
        return (Stretch(after, last, scene.starts[after]),)
    if sense.entry.verb == "وصف" and after < end:
        return Stretch(after, end, scene.starts[after]), main
    return (main,)


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


def _participle(frame: Frame, cue: Cue, sense: Sense, opening: Opening) -> Draft | None:
    nominal = opening.leads in (Leads.PHRASE, Leads.OBJECT)
    if frame.scene.forms[cue.word] in frame.scene.words.doubtful and not _goes_on(frame, cue, opening):
        return None
    if sense.form.short and (nominal or opening.at > cue.last):
        return None
    if nominal and not (cue.joined or _hangs_on(frame, cue) or _has_its_object(frame, cue, sense)):
        return None
    if sense.entry.whole and nominal and opening.at == cue.last:
        return None
    if nominal and _leads_to_a_quotation(frame, opening):
        return None
    if not nominal and sense.entry.verb != "قال" and _is_beside_a_verb(frame, cue):
        return None
    content = _content(frame, sense, opening, cue.last)
    subject = _subject_of_host(frame, cue)
    return draft_of(
        frame, cue, sense, opening, "participle", None, content, cue.first, peer=True, subject=subject
    )


def _goes_on(frame: Frame, cue: Cue, opening: Opening) -> bool:
    """قال كذا، واعدا بكذا: what may be an adjective stands behind a comma or a verb that says something."""
    says = any(other.senses[0].part is Part.VERB for other in frame.cues_before(cue))
    apart = cue.first > frame.sentence.first and frame.scene.forms[cue.first - 1] in COMMAS
    apart = apart or frame.scene.forms[cue.word].endswith(_ACCUSATIVE)
    return opening.at == cue.last and ((says and apart) or _tells_how(frame, cue))


def _is_beside_a_verb(frame: Frame, cue: Cue) -> bool:
    """قالت المنظمة محذرة إن: the verb right before governs the clause, the participle tells how."""
    host = next(iter(frame.cues_before(cue)[-1:]), None)
    if not host or host.senses[0].part is not Part.VERB:
        return False
    entry = host.senses[0].entry
    between = frame.scene.forms[host.last : cue.first]
    plain = all(form[0].isalnum() and form not in frame.scene.words.complementisers for form in between)
    return _QUOTE in entry.takes and not entry.predicate and len(between) < _LONG * 2 and plain


def _leads_to_a_quotation(frame: Frame, opening: Opening) -> bool:
    """قال مشيرا إلى الحكم: «…»: the participle only tells how; the quotation is what is said."""
    scene = frame.scene
    return any(
        i in scene.opened and scene.opened[i].last - i > _LONG
        for i in range(opening.first + 1, min(opening.first + _LONG, frame.sentence.last))
    )


def _subject_of_host(frame: Frame, cue: Cue) -> Phrase | None:
    """The subject of the verb of saying that a participle stands beside."""
    hosts = [other for other in frame.cues_before(cue) if other.senses[0].part is Part.VERB]
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
    before = cue.first - 1
    if before < frame.sentence.first or not frame.scene.forms[cue.word].endswith(_ACCUSATIVE):
        return False
    return before in frame.scene.covered or is_definite(frame.scene.forms[before])


def _noun(frame: Frame, cue: Cue, sense: Sense, opening: Opening) -> Draft | None:
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
    content = _content(frame, sense, opening, source[1] if source else cue.last)
    return draft_of(frame, cue, sense, opening, "noun", source, content, cue.first)


def _in_a_manner(frame: Frame, cue: Cue, sense: Sense, opening: Opening) -> Draft | None:
    """اكتفى المتحدث بالقول إن: a verb before the noun tells how it was said, and by whom."""
    host = manner_before(frame, cue)
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


def manner_before(frame: Frame, cue: Cue) -> int:
    """The token of the verb of manner that governs a noun of saying with the article, or -1."""
    scene = frame.scene
    for i in range(cue.first - 1, max(frame.sentence.first, cue.first - _NEAR) - 1, -1):
        form = scene.forms[i]
        if form in scene.words.manners or (form[:1] in ("و", "ف") and form[1:] in scene.words.manners):
            return i
        if form in COMMAS or form in scene.words.complementisers:
            return -1
    return -1


def _is_unheld(cue: Cue, sense: Sense, opening: Opening) -> bool:
    """مخاوف من أن: a noun that stands for those who say or feel it, its clause right behind it."""
    return (
        sense.entry.unheld
        and not sense.pronoun
        and opening.leads is Leads.CLAUSE
        and opening.at - cue.last <= (2 if "ال" in sense.before else 1)
    )
