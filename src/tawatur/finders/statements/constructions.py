"""Constructions: how cue, source and content stand together in a sentence."""

import msgspec

from tawatur.finders.statements.cues import Cue
from tawatur.finders.statements.drafts import Draft, Frame, Stretch
from tawatur.finders.statements.openings import Leads, Opening, find_opening
from tawatur.finders.statements.scene import Scene
from tawatur.finders.statements.sources import (
    Phrase,
    agrees,
    phrase_after,
    phrase_before,
    subject_end,
)
from tawatur.lexicon.inflection import Number
from tawatur.lexicon.speech import Part, Sense, Teller
from tawatur.model import Act, Span

_CLOSING = frozenset('"»”')
_COMMAS = frozenset("،,")
_AS = frozenset(("كما", "وكما", "مثلما", "حسبما", "وحسبما"))
_WHAT = "ما"
_FROM = "عن"
_IMPERSONAL = frozenset(
    ("ذكر", "اعتقد", "توقّع", "رجّح", "قدّر", "افترض", "ظنّ", "خشي", "زعم", "أشار", "قال", "أفاد", "لاحظ", "أدرك")
)


def attribute(frame: Frame, cue: Cue, earlier: list[Draft]) -> Draft | None:
    """The attribution of one cue, by the first of its readings that fits, or None."""
    if cue.withholds:
        return _withholding(frame, cue)
    for sense in cue.senses:
        draft = _by_part(frame, cue, sense, earlier)
        if draft:
            return draft
    return None


def _by_part(frame: Frame, cue: Cue, sense: Sense, earlier: list[Draft]) -> Draft | None:
    if sense.entry.relays:
        return _relay(frame, cue, sense) if sense.part is Part.VERB else None
    opening = find_opening(frame.scene, cue, sense, frame.sentence, frame.blockers - {cue.word})
    if sense.part is Part.NOUN:
        return _noun(frame, cue, sense, opening) if opening else None
    if sense.part is Part.PARTICIPLE:
        return _participle(frame, cue, sense, opening) if opening else None
    if opening:
        return _verb(frame, cue, sense, opening)
    return _told_before(frame, cue, sense, earlier)


def _verb(frame: Frame, cue: Cue, sense: Sense, opening: Opening) -> Draft | None:
    scene, after = frame.scene, (cue.last, opening.at)
    relative = _is_relative(frame, cue.first - 1)
    right = _subject_right(frame, cue, sense, opening)
    left = None if right or cue.joined else phrase_before(scene, cue.first, frame.floor, frame.words)
    source = right or left
    impersonal = source is None and _is_impersonal(frame, cue, sense, opening)
    if source is None and not impersonal and not _may_imply(frame, cue, relative):
        return None
    if sense.entry.speaker == "document" and not _is_document(scene, source):
        return None
    if sense.entry.impersonal and source and opening.leads is not Leads.CLAUSE:
        source = None
    begins = min(left[0], cue.first) if left else cue.first
    content = _content(frame, sense, opening, (right[1] if right else after[0]))
    rule = _rule(sense, cue, right, left, opening)
    return _draft(
        frame, cue, sense, opening, rule, source, content, begins, relative=relative, impersonal=impersonal
    )


def _rule(sense: Sense, cue: Cue, right: Phrase | None, left: Phrase | None, opening: Opening) -> str:
    if cue.negated and sense.entry.negated is Act.WITHHOLD:
        return "not said"
    order = "verb, source" if right else "source, verb" if left else "verb alone"
    return f"{order}, {opening.leads.value}"


def _subject_right(frame: Frame, cue: Cue, sense: Sense, opening: Opening) -> Phrase | None:
    """The subject between a verb and its opening."""
    scene = frame.scene
    phrase = phrase_after(scene, cue.last, opening.at, frame.words)
    if not phrase or sense.form.passive or not agrees(scene, phrase[0], sense):
        return None
    if sense.entry.person and sense.pronoun == "":
        end = subject_end(scene, phrase, frame.words)
        return phrase[0], end
    return phrase


def _content(frame: Frame, sense: Sense, opening: Opening, after: int) -> tuple[Stretch, ...]:
    """The pieces of content: what opens, and the person between where the verb is about one."""
    scene, last = frame.scene, frame.sentence.last
    main = Stretch(opening.first, last, opening.start)
    if not sense.entry.person or opening.leads not in (Leads.PHRASE, Leads.CLAUSE):
        return (main,)
    end = opening.at
    while end > after and scene.forms[end - 1] in _COMMAS:
        end -= 1
    while after < end and scene.forms[after] in _COMMAS:
        after += 1
    if sense.entry.whole and after < end:
        return (Stretch(after, last, scene.starts[after]),)
    if sense.entry.verb == "وصف" and after < end:
        return Stretch(after, end, scene.starts[after]), main
    return (main,)


def _participle(frame: Frame, cue: Cue, sense: Sense, opening: Opening) -> Draft:
    content = _content(frame, sense, opening, cue.last)
    rule = f"participle, {opening.leads.value}"
    return _draft(frame, cue, sense, opening, rule, None, content, cue.first, peer=True)


def _noun(frame: Frame, cue: Cue, sense: Sense, opening: Opening) -> Draft | None:
    scene = frame.scene
    if "ال" in sense.before:
        return None
    source = None
    if not sense.pronoun:
        source = phrase_after(scene, cue.last, opening.at, frame.words)
        if not source or not _is_holder(scene, source):
            return None
    elif opening.at - cue.last > 1:
        return None
    if sense.entry.whole and source:
        source = (source[0], subject_end(scene, source, frame.words))
    content = _content(frame, sense, opening, source[1] if source else cue.last)
    rule = f"noun, {opening.leads.value}"
    return _draft(frame, cue, sense, opening, rule, source, content, cue.first)


def _is_holder(scene: Scene, phrase: Phrase) -> bool:
    return phrase[0] in scene.names or scene.is_teller(scene.forms[phrase[0]])


def _withholding(frame: Frame, cue: Cue) -> Draft | None:
    """رفض التعليق على …: what is kept back stands after the phrase."""
    scene, first = frame.scene, cue.last
    last = frame.sentence.last
    if first < last and scene.forms[first] in ("عن", "علي", "حول", "بشان"):
        first += 1
    if first >= last or not scene.forms[first][0].isalnum():
        first = cue.last - 1
    left = None if cue.joined else phrase_before(scene, cue.first, frame.floor, frame.words)
    content = (Stretch(first, last, scene.starts[first]),)
    sense = cue.senses[0]
    return _draft(
        frame,
        cue,
        sense,
        None,
        "declines to say",
        left,
        content,
        cue.first,
        act=Act.WITHHOLD,
        relative=left is None,
    )


def _relay(frame: Frame, cue: Cue, sense: Sense) -> Draft | None:
    """نقلت الوكالة عن مسؤول قوله إن …: the one after عن speaks, the subject passes it on."""
    scene, last = frame.scene, frame.sentence.last
    for i in range(cue.last, min(last, cue.last + 14)):
        if scene.forms[i] == _FROM:
            break
    else:
        return None
    relay = phrase_after(scene, cue.last, i, frame.words)
    asked = msgspec.structs.replace(cue, last=i + 1)
    opening = find_opening(scene, asked, sense, frame.sentence, frame.words - {cue.word})
    saying = next((c for c in frame.cues if i < c.word < i + 25 and c.senses[-1].entry.noun == "قول"), None)
    if saying:
        asked = msgspec.structs.replace(saying, last=saying.word + 1)
        opening = find_opening(scene, asked, saying.senses[-1], frame.sentence, frozenset())
    if not opening:
        return None
    source = phrase_after(scene, i + 1, saying.word if saying else opening.at, frame.words)
    content = (Stretch(opening.first, last, opening.start),)
    return _draft(frame, cue, sense, opening, "relayed", source, content, cue.first, relay=relay)


def _told_before(frame: Frame, cue: Cue, sense: Sense, earlier: list[Draft]) -> Draft | None:
    """A verb after its content: «…»، قال X; كما ذكرت X; وهو ما نفته X."""
    scene, first = frame.scene, frame.sentence.first
    before = cue.first - 1
    if before < first:
        return None
    as_told = scene.forms[before] in _AS
    end = before if as_told else cue.first
    while end > first and scene.forms[end - 1] in _COMMAS:
        end -= 1
    source = phrase_after(scene, cue.last, frame.sentence.last, frame.words)
    if scene.forms[before] == _WHAT or scene.forms[before - 1] == _WHAT:
        return _antecedent(frame, cue, sense, source, earlier)
    if not source or not _is_holder(scene, source) or end <= first:
        return None
    if "quote" not in sense.entry.takes or not agrees(scene, source[0], sense):
        return None
    if as_told:
        content = Stretch(frame.opening_word, end, scene.starts[frame.opening_word])
        rule = "as told"
    elif scene.forms[end - 1] in _CLOSING and end < cue.first + 1:
        opened = next((i for i in range(end - 2, first - 1, -1) if i in scene.opened), None)
        if opened is None or end - opened < 5:
            return None
        content, rule = Stretch(opened, end, scene.starts[opened]), "quotation, verb"
    else:
        return None
    return _draft(frame, cue, sense, None, rule, source, (content,), cue.first, closed=True)


def _antecedent(
    frame: Frame, cue: Cue, sense: Sense, source: Phrase | None, earlier: list[Draft]
) -> Draft | None:
    """وهو ما نفته موسكو: what was told just before is what is denied."""
    told = next((draft for draft in reversed(earlier) if draft.content), None)
    if not told or not (sense.pronoun or cue.negated) or not source:
        return None
    if sense.entry.act not in (Act.DENY, Act.AFFIRM, Act.WITHHOLD, Act.OPINE):
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
        peer=peer or (not relative and (cue.joined or _is_led(frame, begins))),
        open=not closed,
        negated=cue.negated,
        impersonal=impersonal,
        gender=sense.form.gender,
        number=sense.form.number,
        relay=relay,
        copied=copied,
        part=sense.part,
    )


def _is_led(frame: Frame, first: int) -> bool:
    """Whether a connective or a conjunction leads the clause that begins at token ``first``."""
    scene = frame.scene
    if first <= frame.sentence.first:
        return True
    before = first - 1
    return bool(
        scene.starts_with(before, scene.speech.connectives, first)
        or (
            before > frame.sentence.first
            and scene.starts_with(before - 1, scene.speech.connectives, first) == 2
        )
        or scene.starts_with(first, scene.speech.connectives, first + 3)
        or (scene.forms[first][:1] == "و" and first not in scene.names and scene.forms[before] in _COMMAS)
    )


def _may_imply(frame: Frame, cue: Cue, relative: bool) -> bool:
    return cue.joined or relative or _is_led(frame, cue.first) or cue.negated


def _is_relative(frame: Frame, i: int) -> bool:
    return i >= frame.sentence.first and frame.scene.forms[i] in frame.scene.speech.relatives


def _is_impersonal(frame: Frame, cue: Cue, sense: Sense, opening: Opening) -> bool:
    """يذكر أن، يعتقد أن: nobody is named as the subject and nobody is meant."""
    form = sense.form
    if form.passive or sense.entry.impersonal:
        return True
    plain = form.present and form.number is Number.ONE and not cue.negated
    return plain and sense.entry.verb in _IMPERSONAL and opening.at - cue.last <= 1 and sense.before == ()


def _is_document(scene: Scene, source: Phrase | None) -> bool:
    if source is None:
        return False
    return bool(scene.tellers(scene.forms[source[0]]) & {Teller.DOCUMENT, Teller.PEOPLE, Teller.MEDIUM}) or (
        source[0] in scene.names
    )
