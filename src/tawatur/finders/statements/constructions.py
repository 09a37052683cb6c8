"""Constructions: how cue, source and content stand together in a sentence."""

from collections.abc import Set

import msgspec

from tawatur.finders.statements.cues import Cue, Silence
from tawatur.finders.statements.drafts import Draft, Frame, Stretch
from tawatur.finders.statements.openings import Leads, Opening, find_opening
from tawatur.finders.statements.scene import COMMAS, Scene
from tawatur.finders.statements.sources import (
    Phrase,
    agrees,
    antecedent,
    is_addressed,
    phrase_after,
    phrase_before,
    subject_end,
)
from tawatur.lexicon.inflection import Number
from tawatur.lexicon.speech import Part, Sense, Teller
from tawatur.model import Act, Span
from tawatur.text import fold

_CLOSING = frozenset('"»”')
_WHAT = "ما"
_TOLD = "ذكر"
_QUOTE = "quote"
_IN = "في"
_NEAR = 14
_SAYING = "قول"
_ANY = "اي"
_SURE = frozenset((Leads.CLAUSE, Leads.COLON, Leads.QUOTE))
_MARKED = frozenset((Leads.COLON, Leads.QUOTE))
_UNDENIED = frozenset((Act.ACCUSE, Act.DEMAND, Act.PLEDGE, Act.WARN))
_LONG = 5
_REACH = 80


def attribute(frame: Frame, cue: Cue, blockers: Set[int]) -> Draft | None:
    """The attribution of one cue with its content after it, by the first reading that fits.

    ``blockers`` are the tokens of later cues that have found their own content.
    """
    if cue.first > frame.sentence.first and frame.scene.forms[cue.first - 1] == _WHAT:
        return None
    if cue.withholds:
        return _withholding(frame, cue)
    for sense in cue.senses:
        draft = _by_part(frame, cue, sense, blockers)
        if draft:
            return draft
    return None


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


def silence(frame: Frame, quiet: Silence) -> Draft:
    """دون الاعتراف بوجود …: what is not said stands after the adverbial."""
    scene, last = frame.scene, frame.sentence.last
    first = quiet.last
    passing = scene.words.adverbs | scene.words.prepositions | scene.words.manner | scene.words.about
    while first < last - 1 and scene.forms[first] in passing:
        first += 1
    first = min(first, last - 1)
    attached = scene.forms[first][:1] == "ب" and not scene.is_teller(scene.forms[first])
    return Draft(
        rule="without saying",
        cue=scene.span(quiet.first, quiet.last),
        token=quiet.first,
        act=Act.WITHHOLD,
        sentence=frame.number,
        source=None,
        content=(Stretch(first, last, scene.starts[first] + attached),),
        begins=quiet.first,
        peer=True,
        negated=True,
        part=Part.PARTICIPLE,
    )


def _by_part(frame: Frame, cue: Cue, sense: Sense, blockers: Set[int]) -> Draft | None:
    if sense.entry.relays:
        return _relay(frame, cue, sense) if sense.part is Part.VERB else None
    opening = find_opening(frame.scene, cue, sense, frame.sentence, blockers)
    if not opening and sense.entry.deeds and sense.part is Part.VERB:
        opening = _object_after(frame, cue, sense)
    if not opening:
        return None
    if sense.part is Part.NOUN:
        return _noun(frame, cue, sense, opening)
    if sense.part is Part.PARTICIPLE:
        return _participle(frame, cue, sense, opening)
    return _verb(frame, cue, sense, opening)


def _object_after(frame: Frame, cue: Cue, sense: Sense) -> Opening | None:
    """The definite noun behind the subject of a verb of judging: انتقد النائب الحكومة."""
    scene = frame.scene
    phrase = phrase_after(scene, cue.last, frame.sentence.last, frame.words)
    if not phrase or not _is_holder(scene, phrase) or not agrees(scene, phrase[0], sense):
        return None
    end = subject_end(scene, phrase, frame.words)
    if end >= phrase[1] or scene.forms[end] in COMMAS:
        return None
    return Opening(Leads.OBJECT, end, end, scene.starts[end])


def _verb(frame: Frame, cue: Cue, sense: Sense, opening: Opening) -> Draft | None:
    scene, after = frame.scene, (cue.last, opening.at)
    relative = _is_relative(frame, cue.first - 1)
    right = _subject_right(frame, cue, sense, opening)
    if relative and sense.entry.person:
        right = None
    if relative and opening.leads in _MARKED and opening.at > cue.last + _LONG:
        return None
    left = None if right or cue.joined else _subject_left(frame, cue, relative=relative)
    source = right or left
    if sense.entry.near and not _is_near(frame, cue, right, opening):
        return None
    impersonal = source is None and _is_impersonal(frame, cue, sense, opening)
    if source is None and not impersonal and not _may_imply(frame, cue, relative):
        if not _is_sure(sense, cue, opening):
            return None
        source = left = _unknown_before(frame, cue)
    if cue.negated and sense.entry.act in _UNDENIED:
        return None
    if sense.form.passive and opening.at - cue.last > 1:
        return None
    if sense.entry.predicate and opening.leads is Leads.OBJECT and not (right and _is_holder(scene, right)):
        return None
    if sense.entry.speaker == "document" and not _is_document(scene, source):
        return None
    if sense.entry.impersonal and source and opening.leads is not Leads.CLAUSE:
        source = None
    begins = min(left[0], cue.first) if left else cue.first
    content = _content(frame, sense, opening, (right[1] if right else after[0]))
    rule = _rule(sense, cue, right, left, impersonal=impersonal)
    anew = bool(right) and not sense.form.present and scene.forms[cue.first - 1] in COMMAS
    return _draft(
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
    )


def _subject_left(frame: Frame, cue: Cue, *, relative: bool) -> Phrase | None:
    """The subject before a verb, or the antecedent of its relative clause."""
    if relative:
        return antecedent(frame.scene, cue.first - 1, frame.floor, frame.words)
    return phrase_before(frame.scene, cue.first, frame.floor, frame.words)


def _is_sure(sense: Sense, cue: Cue, opening: Opening) -> bool:
    """Whether a past verb with its opening right behind it must be one of saying."""
    return not sense.form.present and opening.at == cue.last and opening.leads in _SURE


def _unknown_before(frame: Frame, cue: Cue) -> Phrase | None:
    """The few words before a verb at the head of a sentence: a name that nothing tells to be one."""
    first = frame.opening_word
    if not 0 < cue.first - first < _LONG:
        return None
    phrase = phrase_after(frame.scene, first, cue.first, frame.words)
    return phrase if phrase and phrase[1] == cue.first else None


def _is_near(frame: Frame, cue: Cue, right: Phrase | None, opening: Opening) -> bool:
    """Whether nothing but a proper source stands before the opening of a verb that is often no verb."""
    if opening.at == cue.last:
        return True
    led = cue.joined or _is_led(frame, cue.first)
    if led and right and right[1] == opening.at and opening.leads is Leads.CLAUSE:
        return True
    if led and _is_occasion(frame, cue.last) and opening.leads is Leads.CLAUSE:
        return True
    return bool(right and _is_holder(frame.scene, right)) and (cue.joined or _is_led(frame, cue.first))


def _is_occasion(frame: Frame, i: int) -> bool:
    forms = frame.scene.forms
    return forms[i] == "في" and i + 1 < frame.sentence.last and forms[i + 1] in frame.scene.words.occasions


def _rule(sense: Sense, cue: Cue, right: Phrase | None, left: Phrase | None, *, impersonal: bool) -> str:
    if cue.negated and sense.entry.negated is Act.WITHHOLD:
        return "not said"
    return (
        "verb, source" if right else "source, verb" if left else "nobody says" if impersonal else "verb alone"
    )


def _subject_right(frame: Frame, cue: Cue, sense: Sense, opening: Opening) -> Phrase | None:
    """The subject between a verb and its opening."""
    scene = frame.scene
    phrase = phrase_after(scene, _subject_start(frame, cue), opening.at, frame.words)
    if not phrase or sense.form.passive or not agrees(scene, phrase[0], sense):
        return None
    if not sense.entry.person or sense.pronoun:
        return phrase
    if cue.joined and not _is_holder(scene, phrase) and phrase[1] == opening.at:
        return None
    end = subject_end(scene, phrase, frame.words)
    if sense.entry.whole and end == opening.at:
        return None
    return phrase[0], end


def _subject_start(frame: Frame, cue: Cue) -> int:
    """Where a subject may begin: behind فيه, or behind a comma before a name (قال، سامي، …)."""
    scene, i = frame.scene, cue.last
    while i < frame.sentence.last and (i in scene.times or scene.forms[i] in scene.words.days):
        i = scene.times.get(i, i + 1)
    if i + 1 >= frame.sentence.last:
        return i
    if scene.forms[i] == "ل" and i + 1 in scene.opened:
        return scene.opened[i + 1].last + 1
    if is_addressed(scene, i):
        spoken_to = phrase_after(scene, i + 1, frame.sentence.last, frame.words)
        return spoken_to[1] if spoken_to and i not in scene.names else i + 1
    named = scene.forms[i] in COMMAS and i + 1 in scene.names
    return i + 1 if named or scene.forms[i] in scene.words.backward else i


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


def _participle(frame: Frame, cue: Cue, sense: Sense, opening: Opening) -> Draft | None:
    nominal = opening.leads in (Leads.PHRASE, Leads.OBJECT)
    if sense.form.short and (nominal or opening.at > cue.last):
        return None
    if nominal and not cue.joined and not _hangs_on(frame, cue):
        return None
    if sense.entry.whole and nominal and opening.at == cue.last:
        return None
    if nominal and _leads_to_a_quotation(frame, opening):
        return None
    if not nominal and sense.entry.verb != "قال" and _is_beside_a_verb(frame, cue):
        return None
    content = _content(frame, sense, opening, cue.last)
    subject = _subject_of_host(frame, cue)
    return _draft(
        frame, cue, sense, opening, "participle", None, content, cue.first, peer=True, subject=subject
    )


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
    return subject if subject and _is_holder(frame.scene, subject) else None


def _hangs_on(frame: Frame, cue: Cue) -> bool:
    """Whether a participle stands after a comma or beside a verb of saying before it."""
    before = cue.first - 1
    if before >= frame.sentence.first and frame.scene.forms[before] in COMMAS:
        return True
    return any(not other.is_noun for other in frame.cues_before(cue))


def _is_unheld(cue: Cue, sense: Sense, opening: Opening) -> bool:
    """مخاوف من أن: a noun that stands for those who say or feel it, its clause right behind it."""
    return (
        sense.entry.unheld
        and not sense.pronoun
        and opening.leads is Leads.CLAUSE
        and opening.at - cue.last <= (2 if "ال" in sense.before else 1)
    )


def _noun(frame: Frame, cue: Cue, sense: Sense, opening: Opening) -> Draft | None:
    scene = frame.scene
    main = Stretch(opening.first, frame.sentence.last, opening.start)
    if _is_unheld(cue, sense, opening):
        return _draft(frame, cue, sense, opening, "noun", (cue.word, cue.last), (main,), cue.first)
    if "ال" in sense.before:
        return None
    source = None
    if not sense.pronoun:
        source = phrase_after(scene, cue.last, opening.at, frame.words)
        if not source or not _is_holder(scene, source):
            return None
    elif opening.at - cue.last > 1 or (
        opening.leads in (Leads.PHRASE, Leads.OBJECT) and not sense.entry.bound
    ):
        return None
    if cue.first > frame.sentence.first and scene.forms[cue.first - 1] in ("في", "خلال"):
        return None
    if sense.entry.whole and source:
        source = (source[0], subject_end(scene, source, frame.words))
    content = _content(frame, sense, opening, source[1] if source else cue.last)
    return _draft(frame, cue, sense, opening, "noun", source, content, cue.first)


def _is_holder(scene: Scene, phrase: Phrase) -> bool:
    return phrase[0] in scene.names or scene.is_teller(scene.forms[phrase[0]])


def _withholding(frame: Frame, cue: Cue) -> Draft | None:
    """رفض التعليق على الخبر: what is kept back stands after the phrase, a subject may stand inside it."""
    scene, first, last = frame.scene, cue.last, frame.sentence.last
    apart = cue.tail > cue.word + 1
    right = phrase_after(scene, cue.word + 1, cue.tail, frame.words) if apart else None
    if scene.forms[cue.tail] == _ANY:
        right = cue.tail, cue.last
    left = None if cue.joined or right else phrase_before(scene, cue.first, frame.floor, frame.words)
    while first < last and scene.forms[first] in scene.words.prepositions | scene.words.about:
        first += 1
    if first >= last or not scene.forms[first][0].isalnum():
        first = cue.last - 1
    shown = msgspec.structs.replace(cue, last=cue.word + 1) if apart or right else cue
    return _draft(
        frame,
        shown,
        cue.senses[0],
        None,
        "declines to say",
        right or left,
        (Stretch(first, last, scene.starts[first]),),
        cue.first,
        act=Act.WITHHOLD,
        relative=not (left or right),
    )


def _relay(frame: Frame, cue: Cue, sense: Sense) -> Draft | None:
    """نقلت الوكالة عن مسؤول قوله إن: the one after عن speaks, the subject passes it on.

    جاء في بيان أن: the text after في says it.
    """
    scene, last = frame.scene, frame.sentence.last
    at = _preposition_of(frame, cue, fold(sense.entry.relays))
    if at < 0:
        return None
    saying = next(
        (c for c in frame.cues_after(cue) if c.word > at and c.senses[-1].entry.noun == "قول"), None
    )
    behind = msgspec.structs.replace(cue, last=saying.word + 1 if saying else at + 1)
    opening = find_opening(scene, behind, saying.senses[-1] if saying else sense, frame.sentence, frozenset())
    if not opening:
        return None
    source = phrase_after(scene, at + 1, saying.word if saying else opening.at, frame.words)
    relay = phrase_after(scene, cue.last, at, frame.words)
    if (
        relay is None
        and at == cue.last
        and (not source or (scene.forms[at] == _IN and not _is_text(scene, source)))
    ):
        return None
    content = (Stretch(opening.first, last, opening.start),)
    return _draft(frame, cue, sense, opening, "relayed", source, content, cue.first, relay=relay)


def _preposition_of(frame: Frame, cue: Cue, preposition: str) -> int:
    """The token of the preposition that belongs to a relaying verb, or -1; في stands right after its verb."""
    reach = 1 if preposition == _IN else _NEAR
    for i in range(cue.last, min(frame.sentence.last, cue.last + reach)):
        if frame.scene.forms[i] == preposition:
            return i
    return -1


def _is_text(scene: Scene, phrase: Phrase) -> bool:
    form = scene.forms[phrase[0]]
    noun = form.removeprefix("ال")
    return Teller.DOCUMENT in scene.tellers(form) or noun in scene.words.occasions


def _told_before(frame: Frame, cue: Cue, sense: Sense, earlier: list[Draft]) -> Draft | None:
    scene, first = frame.scene, frame.sentence.first
    before = cue.first - 1
    if sense.part is Part.NOUN:
        return _denial(frame, cue, sense, earlier)
    if before < first:
        return None
    if _is_not_known(cue, sense):
        return _unknown(frame, cue, sense)
    source = phrase_after(scene, cue.last + _points_back(scene, cue), frame.sentence.last, frame.words)
    upon = _is_upon_what(frame, cue)
    if (scene.forms[before] == _WHAT and not upon) or _points_back(scene, cue):
        return _antecedent(frame, cue, sense, source, earlier)
    if sense.pronoun and _is_relative(frame, before):
        return _claimed(frame, cue, sense, source)
    if not source or not _is_holder(scene, source) or not agrees(scene, source[0], sense):
        return None
    return _beside_its_content(frame, cue, sense, source)


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
    return _draft(frame, cue, sense, None, rule, source, (content,), cue.first, closed=True)


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
    return _draft(frame, cue, sense, None, "not said", None, content, cue.first, closed=True, relative=True)


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
            return _draft(
                frame, cue, sense, None, "antecedent", source, content, cue.first, closed=True, relative=True
            )
    return None


def _denial(frame: Frame, cue: Cue, sense: Sense, earlier: list[Draft]) -> Draft | None:
    """على الرغم من نفي موسكو: a denial without a content of its own denies what was told."""
    if sense.entry.act is not Act.DENY or "ال" in sense.before:
        return None
    source = phrase_after(frame.scene, cue.last, frame.sentence.last, frame.words)
    if not source or not _is_holder(frame.scene, source):
        return None
    return _antecedent(frame, cue, sense, source, earlier)


def _antecedent(
    frame: Frame, cue: Cue, sense: Sense, source: Phrase | None, earlier: list[Draft]
) -> Draft | None:
    """وهو ما نفته موسكو: what was told just before is what is denied."""
    told = next((draft for draft in reversed(earlier) if draft.content), None)
    if not told or not (sense.pronoun or cue.negated or sense.part is Part.NOUN) or not source:
        return None
    if not cue.negated and sense.entry.act not in (Act.DENY, Act.AFFIRM, Act.WITHHOLD, Act.OPINE):
        return None
    begins = cue.first
    return _draft(
        frame, cue, sense, None, "antecedent", source, told.content[-1:], begins, peer=True, copied=told.token
    )


def _draft(
    frame: Frame,
    cue: Cue,
    sense: Sense,
    opening: Opening | None,
    rule: str,
    source: Phrase | None,
    content: tuple[Stretch, ...],
    begins: int,
    *,
    act: Act | None = None,
    peer: bool = False,
    relative: bool = False,
    impersonal: bool = False,
    closed: bool = False,
    relay: Phrase | None = None,
    copied: int | None = None,
    subject: Phrase | None = None,
) -> Draft:
    scene, entry = frame.scene, sense.entry
    negated_act = entry.negated if entry.only != "negated" else entry.act
    return Draft(
        rule=rule,
        cue=Span(cue.start, scene.ends[cue.last - 1]),
        token=cue.word,
        act=act or (negated_act if cue.negated else entry.act),
        sentence=frame.number,
        source=source,
        content=content,
        begins=begins,
        leads=opening.leads if opening else None,
        opener=scene.span(opening.at, opening.at + 1) if opening else None,
        peer=peer or (not relative and (cue.joined or _is_led(frame, begins))),
        open=not closed,
        negated=cue.negated,
        impersonal=impersonal,
        gender=sense.form.gender,
        number=sense.form.number,
        relay=relay,
        copied=copied,
        part=sense.part,
        subject=subject,
    )


def _is_led(frame: Frame, first: int) -> bool:
    """Whether a connective or a conjunction leads the clause that begins at token ``first``."""
    scene = frame.scene
    if first <= frame.sentence.first:
        return True
    before = first - 1
    return bool(
        scene.starts_with(before, scene.phrases.connectives, first)
        or (
            before > frame.sentence.first
            and scene.starts_with(before - 1, scene.phrases.connectives, first) == 2
        )
        or scene.starts_with(first, scene.phrases.connectives, first + 3)
        or (scene.forms[first][:1] == "و" and first not in scene.names and scene.forms[before] in COMMAS)
    )


def _may_imply(frame: Frame, cue: Cue, relative: bool) -> bool:
    forms, before = frame.scene.forms, cue.first - 1
    if cue.joined or relative or cue.negated or _is_led(frame, cue.first):
        return True
    return not forms[before][0].isalnum() or (
        cue.last < len(forms) and forms[cue.last] in frame.scene.words.backward
    )


def _is_relative(frame: Frame, i: int) -> bool:
    return i >= frame.sentence.first and frame.scene.forms[i] in frame.scene.words.relatives


def _is_impersonal(frame: Frame, cue: Cue, sense: Sense, opening: Opening) -> bool:
    """يذكر أن، يعتقد أن: nobody is named as the subject and nobody is meant."""
    form = sense.form
    if form.passive or sense.entry.impersonal:
        return True
    plain = form.present and form.number is Number.ONE and not cue.negated
    told = not sense.before or sense.entry.verb == _TOLD
    known = fold(sense.entry.verb) in frame.scene.words.impersonal
    return plain and told and known and opening.at - cue.last <= 1


def _is_document(scene: Scene, source: Phrase | None) -> bool:
    if source is None:
        return False
    return bool(
        scene.tellers(scene.forms[source[0]])
        & {Teller.DOCUMENT, Teller.LAW, Teller.PEOPLE, Teller.INSTITUTION, Teller.MEDIUM}
    ) or (source[0] in scene.names)
