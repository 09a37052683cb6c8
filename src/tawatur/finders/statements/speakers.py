"""Speakers: the one finally responsible for each content, found across sentences."""

import msgspec

from tawatur.finders.statements.drafts import Draft
from tawatur.finders.statements.roles import (
    Known,
    is_anybody,
    is_definite_phrase,
    known_roles,
    person_in_role,
)
from tawatur.finders.statements.scene import Named, Scene, bare
from tawatur.finders.statements.sources import Phrase, female_head, phrase_after
from tawatur.lexicon.inflection import Gender, Number
from tawatur.lexicon.speech import Part, Teller
from tawatur.model import Entity, EntityType, FactKind, Reason, Span
from tawatur.text import fold

UNNAMED = "anon:غير مذكور"
_MARKS = frozenset('"«“„')
_SAME = frozenset(("ذات", "نفس"))
_EACH = frozenset(("كل", "كلا", "كلتا", "اي"))
_PEOPLE_LIKE = frozenset((Teller.PEOPLE,))


class Voice(msgspec.Struct, frozen=True):
    """Who speaks in a draft, where the sentence names the source, and how that was found."""

    source: Span | None
    speaker: str | None
    because: tuple[Reason, ...] = ()


class Heard(msgspec.Struct, frozen=True):
    """A speaker heard before: who, where it was named, and what verbs agree with it."""

    speaker: str
    source: Span | None
    head: str
    sentence: int
    gender: Gender | None
    number: Number
    nested: bool
    part: Part


def find_speakers(scene: Scene, drafts: list[Draft], entities: tuple[Entity, ...]) -> list[Voice]:
    """The voice of each draft, in order."""
    known = known_roles(scene, entities)
    heard: list[Heard] = []
    voices: list[Voice] = []
    for i, draft in enumerate(drafts):
        voice = _voice(scene, draft, heard, known)
        voices.append(voice)
        if voice.speaker and voice.speaker != UNNAMED:
            heard.append(_as_heard(scene, draft, voice, heard, _is_nested(draft, drafts[max(0, i - 6) : i])))
    return voices


def _voice(scene: Scene, draft: Draft, heard: list[Heard], known: list[Known]) -> Voice:
    if draft.source:
        return _of_source(scene, draft.source, heard, known)
    if draft.impersonal:
        return Voice(None, UNNAMED, (Reason("the verb has no personal subject"),))
    return _of_agreement(scene, draft, heard, known)


def _of_source(scene: Scene, phrase: Phrase, heard: list[Heard], known: list[Known]) -> Voice:
    """The speaker that a source phrase names, describes or points back to."""
    span = scene.span(*phrase)
    form = scene.forms[phrase[0]]
    sorts = scene.tellers(form)
    named = _name_of(scene, phrase, sorts)
    if named:
        return Voice(span, named.entity.id, (Reason("the name in the source", _span(scene, named)),))
    if Teller.PERSON in sorts and is_definite_phrase(scene, phrase):
        role = person_in_role(scene, phrase, known)
        if role:
            return Voice(
                span, role.speaker, (Reason("the role told of this person", Span(role.at, role.at)),)
            )
    back = _pointed_back(scene, phrase, sorts, heard)
    if back:
        return Voice(span, back.speaker, (Reason("a definite noun points back", back.source),))
    found = _organisation(scene, phrase, sorts)
    if found:
        return Voice(span, found.entity.id, (Reason("the organisation of that name", _span(scene, found)),))
    return Voice(span, "anon:" + _words(scene, span), (Reason("described, not named", span),))


def _name_of(scene: Scene, phrase: Phrase, sorts: frozenset[Teller]) -> Named | None:
    """The mention in a phrase that is the speaker itself."""
    first, last = phrase
    if scene.forms[first] in _MARKS:
        first += 1
    named = [scene.names[i] for i in range(first, last) if i in scene.names]
    if not named:
        return None
    if named[0].first == first or scene.forms[first] in _EACH:
        return named[0]
    people = [n for n in named if n.entity.type is EntityType.PERSON and n.start == scene.starts[n.first]]
    if Teller.PEOPLE in sorts and Teller.DOCUMENT not in sorts:
        return None
    if Teller.PERSON in sorts or not sorts:
        return people[0] if people and not _is_beyond(scene, first, people[0]) else None
    own = [n for n in named if n.entity.type is EntityType.ORGANISATION]
    return own[0] if own else people[0] if people else None


def _is_beyond(scene: Scene, first: int, named: Named) -> bool:
    """Whether a name stands behind a preposition or a coordination, as another's."""
    return any(scene.forms[i] in ("من", "علي", "عن", "مع") for i in range(first + 1, named.first))


def _pointed_back(scene: Scene, phrase: Phrase, sorts: frozenset[Teller], heard: list[Heard]) -> Heard | None:
    """The speaker heard before that a definite noun without a name means."""
    first = phrase[0]
    if scene.forms[first] in _SAME and phrase[1] > first + 1:
        first += 1
    form = scene.forms[first]
    if not form.startswith(("ال", "لل")) or phrase[1] - phrase[0] > 3:
        return None
    head = form[2:]
    for back in reversed(heard):
        if back.head == head:
            return back
    if Teller.DOCUMENT in sorts or is_anybody(scene, phrase):
        return next((back for back in reversed(heard) if not back.nested), None)
    return None


def _organisation(scene: Scene, phrase: Phrase, sorts: frozenset[Teller]) -> Named | None:
    """The organisation named before whose name begins with the same noun, as الهيئة may be."""
    if not sorts & {Teller.INSTITUTION, Teller.MEDIUM} or not scene.forms[phrase[0]].startswith("ال"):
        return None
    head = bare(scene.forms[phrase[0]])
    for named in scene.mentions_before(phrase[0]):
        if named.entity.type is EntityType.ORGANISATION and bare(fold(named.entity.name).split()[0]) == head:
            return named
    return None


def _of_agreement(scene: Scene, draft: Draft, heard: list[Heard], known: list[Known]) -> Voice:
    """The subject left out: whoever spoke last and agrees with the verb in gender and number."""
    here = [back for back in heard if back.sentence == draft.sentence]
    for back in reversed(here):
        if back.part is Part.NOUN and draft.part is Part.PARTICIPLE:
            continue
        if _agree(draft, back) and (not back.nested or draft.part is not Part.VERB):
            return Voice(
                back.source, back.speaker, (Reason("the same subject in this sentence", back.source),)
            )
    if draft.part is not Part.VERB or not here:
        subject = _subject_here(scene, draft)
        if subject and (draft.part is not Part.VERB or not heard):
            return _of_source(scene, subject, heard, known)
    for wanted in (False, True):
        for back in reversed(heard):
            if back.nested is wanted and _agree(draft, back):
                source = back.source if back.sentence == draft.sentence else None
                return Voice(source, back.speaker, (Reason("the last speaker that agrees", back.source),))
    return _last_person(scene, draft)


def _subject_here(scene: Scene, draft: Draft) -> Phrase | None:
    """The first name or teller of the sentence, where it agrees with the cue."""
    sentence = scene.document.sentences[draft.sentence]
    for i in range(sentence.first, draft.token):
        found = scene.names.get(i)
        if found and found.start - scene.starts[i] > 1:
            continue
        if found or (scene.is_teller(scene.forms[i]) and scene.quoted[i] < 0):
            phrase = phrase_after(scene, i, draft.token, frozenset())
            if phrase and _head_agrees(scene, draft, phrase):
                return phrase
    return None


def _head_agrees(scene: Scene, draft: Draft, phrase: Phrase) -> bool:
    gender, number = _grammar(scene, phrase)
    return (draft.gender is None or gender is None or gender is draft.gender) and (
        draft.number is Number.ONE or number is not Number.ONE
    )


def _last_person(scene: Scene, draft: Draft) -> Voice:
    """The person or organisation named last before the cue, where nobody has spoken yet."""
    for named in scene.mentions_before(draft.token):
        if named.entity.type in (EntityType.PERSON, EntityType.ORGANISATION):
            reason = Reason("the last one named before", _span(scene, named))
            return Voice(None, named.entity.id, (reason,))
    return Voice(None, None, (Reason("no speaker found"),))


def _as_heard(scene: Scene, draft: Draft, voice: Voice, heard: list[Heard], nested: bool) -> Heard:
    """What later cues need to know of a voice."""
    speaker = voice.speaker or ""
    if draft.source:
        gender, number = _grammar(scene, draft.source)
        head = bare(scene.forms[draft.source[0]])
        if draft.part is Part.VERB and draft.gender and draft.number is Number.ONE and gender is None:
            gender = draft.gender
        return Heard(speaker, voice.source, head, draft.sentence, gender, number, nested, draft.part)
    same = next((back for back in reversed(heard) if back.speaker == speaker), None)
    if same:
        source = voice.source or same.source
        return Heard(speaker, source, same.head, draft.sentence, same.gender, same.number, nested, draft.part)
    return Heard(speaker, voice.source, "", draft.sentence, draft.gender, draft.number, nested, draft.part)


def _grammar(scene: Scene, phrase: Phrase) -> tuple[Gender | None, Number]:
    """Gender and number of a source phrase, as far as its head tells."""
    first, last = phrase
    named = scene.names.get(first)
    several = any(
        scene.forms[i].startswith("و") and (i in scene.names or scene.is_teller(scene.forms[i][1:]))
        for i in range(first + 1, last)
    )
    number = Number.MANY if several or Teller.PEOPLE in scene.tellers(scene.forms[first]) else Number.ONE
    if named:
        return _gender_of(named.entity), number
    return Gender.FEMALE if female_head(scene, first) else Gender.MALE, number


def _gender_of(entity: Entity) -> Gender | None:
    for fact in entity.facts:
        if fact.kind is FactKind.GENDER:
            return Gender(fact.value)
    name = fold(entity.name).split()[0]
    if entity.type is EntityType.ORGANISATION:
        return Gender.FEMALE if name.endswith("ة") else None
    return None


def _agree(draft: Draft, back: Heard) -> bool:
    if draft.number is not Number.ONE and back.number is Number.ONE:
        return False
    if draft.number is not Number.ONE:
        return True
    if back.number is Number.MANY and back.gender is Gender.MALE:
        return draft.gender is Gender.FEMALE or back.nested is False
    return draft.gender is None or back.gender is None or draft.gender is back.gender


def _is_nested(draft: Draft, earlier: list[Draft]) -> bool:
    """Whether a cue stands inside the content of an earlier one."""
    return any(
        piece.first <= draft.token < piece.last
        for other in earlier
        if other.copied is None and other.token < draft.token
        for piece in other.content
    )


def _span(scene: Scene, named: Named) -> Span:
    return scene.span(named.first, named.last)


def _words(scene: Scene, span: Span) -> str:
    return scene.document.article.text[span.start : span.end]
