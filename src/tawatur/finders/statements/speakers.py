"""Speakers: the one finally responsible for each content, found across sentences."""

import msgspec

from tawatur.finders.statements.drafts import Draft
from tawatur.finders.statements.roles import (
    Known,
    is_anybody,
    is_definite_phrase,
    is_text,
    known_roles,
    person_in_role,
)
from tawatur.finders.statements.scene import ARTICLE, Named, Scene, bare
from tawatur.finders.statements.sources import Phrase, subject_at
from tawatur.finders.statements.voices import Heard, Voice, agree, as_heard, grammar, is_nested, span_of
from tawatur.lexicon.inflection import Gender
from tawatur.lexicon.speech import Part, Teller
from tawatur.model import Entity, EntityType, Reason, Span
from tawatur.text import fold

UNNAMED = "anon:غير مذكور"
_NESTS = 6
_AHEAD = 4
_REACH = 8
_MEMORY = 40
_SHORT = 3
_BODIES = frozenset((Teller.INSTITUTION, Teller.MEDIUM, Teller.PEOPLE))
_WITHIN = frozenset(("في", "لدي"))
_MINISTRY = "وزارة"
_MARKS = frozenset('"«“„')


def find_speakers(scene: Scene, drafts: list[Draft], entities: tuple[Entity, ...]) -> list[Voice]:
    """The voice of each draft, in order."""
    known = known_roles(scene, entities)
    heard: list[Heard] = []
    voices: list[Voice] = []
    for i, draft in enumerate(drafts):
        nested = is_nested(draft, drafts[max(0, i - _NESTS) : i])
        voice = _voice(scene, draft, heard, known, nested=nested)
        voices.append(voice)
        if voice.speaker and voice.speaker != UNNAMED:
            heard.append(as_heard(scene, draft, voice, heard, nested=nested))
    return _name_later(scene, drafts, voices, known)


def _voice(scene: Scene, draft: Draft, heard: list[Heard], known: list[Known], *, nested: bool) -> Voice:
    if draft.source:
        return _of_source(scene, draft.source, heard, known)
    if draft.impersonal:
        return _of_nobody(draft, heard, nested=nested)
    return _of_agreement(scene, draft, heard, known)


def _of_nobody(draft: Draft, heard: list[Heard], *, nested: bool) -> Voice:
    """An impersonal verb: what is not clear is the surrounding speaker's, what is thought is nobody's."""
    if draft.negated and nested and heard:
        return Voice(
            heard[-1].source, heard[-1].speaker, (Reason("inside what this one says", heard[-1].origin),)
        )
    return Voice(None, UNNAMED, (Reason("the verb has no personal subject"),))


def _of_source(scene: Scene, phrase: Phrase, heard: list[Heard], known: list[Known]) -> Voice:
    """The speaker that a source phrase names, describes or points back to."""
    span = scene.span(*phrase)
    sorts = scene.tellers(_head(scene, phrase))
    named = _name_of(scene, phrase, sorts)
    if named:
        return Voice(span, named.entity.id, (Reason("the name in the source", span_of(scene, named)),))
    partly = _part_of_name(scene, phrase)
    if partly:
        return Voice(
            span, partly.entity.id, (Reason("a part of a name told before", span_of(scene, partly)),)
        )
    if Teller.PERSON in sorts and is_definite_phrase(scene, phrase):
        role = person_in_role(scene, phrase, known)
        if role:
            return Voice(
                span, role.speaker, (Reason("the role told of this person", Span(role.at, role.at)),)
            )
    back = _pointed_back(scene, phrase, heard)
    if back:
        return Voice(span, back.speaker, (Reason("a definite noun points back", back.origin),))
    found = _organisation(scene, phrase, sorts)
    if found:
        return Voice(span, found.entity.id, (Reason("the organisation of that name", span_of(scene, found)),))
    meant = _meant(scene, phrase, sorts, heard)
    if meant:
        return Voice(span, meant[0], (Reason("a definite noun means the last of its kind", meant[1]),))
    return Voice(span, "anon:" + _words(scene, span), (Reason("described, not named", span),))


def _head(scene: Scene, phrase: Phrase) -> str:
    """The first word of a source without the ل that وفقا لـ governs it by."""
    form = scene.forms[phrase[0]]
    if scene.is_teller(form) or not form.startswith("ل"):
        return form
    stem = ARTICLE + form[2:] if form.startswith("لل") else form[1:]
    return stem if scene.is_teller(stem) else form


def _name_of(scene: Scene, phrase: Phrase, sorts: frozenset[Teller]) -> Named | None:
    """The mention in a phrase that is the speaker itself."""
    first, last = phrase
    if scene.forms[first] in _MARKS:
        first += 1
    named = [scene.names[i] for i in range(first, last) if i in scene.names]
    if not named:
        return None
    if named[0].first == first or scene.forms[first] in scene.words.each:
        return named[0]
    people = [n for n in named if n.entity.type is EntityType.PERSON and n.start == scene.starts[n.first]]
    if Teller.PEOPLE in sorts and Teller.DOCUMENT not in sorts:
        return None
    if Teller.PERSON in sorts or not sorts:
        return people[0] if people else None
    own = [n for n in named if n.entity.type is EntityType.ORGANISATION and not _is_inside(scene, n)]
    return own[0] if own else people[0] if people else None


def _part_of_name(scene: Scene, phrase: Phrase) -> Named | None:
    """The person named before whose name has all the words of a short source: تيم for تيم كارتر."""
    words = {form for form in scene.forms[phrase[0] : phrase[1]] if not scene.is_teller(form)}
    if not words or phrase[1] - phrase[0] > _SHORT or not all(word[0].isalpha() for word in words):
        return None
    for named in scene.mentions_before(phrase[0]):
        if named.entity.type is EntityType.PERSON and words <= set(fold(named.entity.name).split()):
            return named
    return None


def _is_inside(scene: Scene, named: Named) -> bool:
    """Whether a name stands behind في or لدى: the body that another is a part of or is sent to."""
    return scene.forms[named.first - 1] in _WITHIN


def _pointed_back(scene: Scene, phrase: Phrase, heard: list[Heard]) -> Heard | None:
    """The speaker heard before that a definite noun without a name means."""
    first = phrase[0]
    if scene.forms[first] in scene.words.same and phrase[1] > first + 1:
        first += 1
    form = scene.forms[first]
    if not form.startswith(("ال", "لل")) or phrase[1] - phrase[0] > 3:
        return None
    for back in reversed(heard[-_MEMORY:]):
        if back.head == form[2:]:
            return back
    if is_text(scene, phrase) or is_anybody(scene, (first, phrase[1])):
        return next((back for back in reversed(heard[-_MEMORY:]) if not back.nested), None)
    return None


def _organisation(scene: Scene, phrase: Phrase, sorts: frozenset[Teller]) -> Named | None:
    """The organisation named before whose name begins with the same noun, as الهيئة may be."""
    form = _head(scene, phrase)
    if not sorts & _BODIES or not form.startswith("ال"):
        return None
    for named in scene.mentions_before(phrase[0]):
        words = fold(named.entity.name).split()
        ministry = words[0] == _MINISTRY and words[1:2] == [form]
        if named.entity.type is EntityType.ORGANISATION and (ministry or bare(words[0]) == form[2:]):
            return named
    return None


def _meant(
    scene: Scene, phrase: Phrase, sorts: frozenset[Teller], heard: list[Heard]
) -> tuple[str, Span | None] | None:
    """The last person or organisation that a short definite noun can mean: المدرب، الشركة."""
    form = _head(scene, phrase)
    if not form.startswith("ال") or phrase[1] - phrase[0] > _SHORT:
        return None
    if Teller.PERSON in sorts and not is_anybody(scene, phrase):
        kind = EntityType.PERSON
    elif bare(form) in scene.words.generic:
        kind = EntityType.ORGANISATION
    else:
        return None
    gender, _ = grammar(scene, phrase)
    prefix = f"{kind.value.lower()}:"
    for back in reversed(heard[-_MEMORY:]):
        if back.speaker.startswith(prefix) and (
            kind is EntityType.ORGANISATION or back.gender in (gender, None)
        ):
            return back.speaker, back.origin
    for named in scene.mentions_before(phrase[0]):
        if named.entity.type is kind:
            return named.entity.id, span_of(scene, named)
    return None


def _of_agreement(scene: Scene, draft: Draft, heard: list[Heard], known: list[Known]) -> Voice:
    """The subject left out: whoever stands or spoke last and agrees with the verb."""
    here = _host_here(draft, heard)
    if here:
        return Voice(here.source, here.speaker, (Reason("the same subject in this sentence", here.origin),))
    subject = draft.subject or _subject_here(scene, draft)
    inside = draft.part is not Part.VERB or draft.begins > scene.document.sentences[draft.sentence].first
    if subject and (inside or not heard):
        return _of_source(scene, subject, heard, known)
    for wanted in (False, True):
        for back in reversed(heard[-_MEMORY:]):
            if back.nested is wanted and agree(draft, back.gender, back.number):
                return Voice(None, back.speaker, (Reason("the last speaker that agrees", back.origin),))
    return _last_named(scene, draft)


def _host_here(draft: Draft, heard: list[Heard]) -> Heard | None:
    """The last speaker of the same sentence that agrees; a verb does not go on with a nested one."""
    for back in reversed(heard[-_MEMORY:]):
        if back.sentence != draft.sentence:
            return None
        if back.aside or (back.part is Part.NOUN and draft.part is Part.PARTICIPLE):
            continue
        if agree(draft, back.gender, back.number) and (not back.nested or draft.part is not Part.VERB):
            return back
    return None


def _subject_here(scene: Scene, draft: Draft) -> Phrase | None:
    """The first name or teller of the sentence that agrees with the cue."""
    return _subject_from(scene, draft, scene.document.sentences[draft.sentence].first)


def _subject_from(scene: Scene, draft: Draft, first: int) -> Phrase | None:
    for i in range(first, min(draft.token, first + _REACH)):
        found = scene.names.get(i)
        if (found and found.start - scene.starts[i] > 1) or _is_governed(scene, i):
            continue
        if found or (scene.is_teller(scene.forms[i]) and scene.quoted[i] < 0):
            phrase = subject_at(scene, i, draft.token)
            if phrase and agree(draft, *grammar(scene, phrase)):
                return phrase
    return None


def _is_governed(scene: Scene, i: int) -> bool:
    """Whether a word stands behind a preposition, or as an adjective behind a definite noun."""
    before = scene.forms[i - 1] if i else ""
    adjective = before.startswith("ال") and scene.forms[i].endswith(("ي", "ية")) and i not in scene.names
    return before in scene.words.prepositions or adjective


def _last_named(scene: Scene, draft: Draft) -> Voice:
    """The one named first in the sentence before, else last before the cue, where nobody has spoken yet."""
    first = scene.document.sentences[max(0, draft.sentence - 1)].first
    subject = _subject_from(scene, draft, first)
    if subject:
        found = _of_source(scene, subject, [], [])
        return Voice(None, found.speaker, (Reason("the subject of the sentence before", found.source),))
    for named in scene.mentions_before(draft.token):
        if named.entity.type in (EntityType.PERSON, EntityType.ORGANISATION):
            return Voice(None, named.entity.id, (Reason("the last one named before", span_of(scene, named)),))
    return Voice(None, None, (Reason("no speaker found"),))


def _name_later(scene: Scene, drafts: list[Draft], voices: list[Voice], known: list[Known]) -> list[Voice]:
    """A definite role that nobody holds so far is held by the next speaker who comes without one.

    رئيس الوزراء قال كذا. وقال أوغلو كذا.
    """
    holders = {role.speaker for role in known}
    names: dict[str, str] = {}
    for i, (draft, voice) in enumerate(zip(drafts, voices, strict=True)):
        if not draft.source or not (voice.speaker or "").startswith("anon:") or voice.speaker in names:
            continue
        sorts = scene.tellers(scene.forms[draft.source[0]])
        if Teller.PERSON not in sorts or not is_definite_phrase(scene, draft.source):
            continue
        later = _named_without_role(
            drafts[i + 1 : i + _AHEAD], voices[i + 1 : i + _AHEAD], draft.gender, holders
        )
        if later:
            names[voice.speaker or ""] = later
    return [
        msgspec.structs.replace(
            voice,
            speaker=names[voice.speaker],
            because=(Reason("the next speaker is named without a role", voice.source),),
        )
        if voice.speaker in names
        else voice
        for voice in voices
    ]


def _named_without_role(
    drafts: list[Draft], voices: list[Voice], gender: Gender | None, holders: set[str]
) -> str | None:
    for draft, voice in zip(drafts, voices, strict=True):
        speaker = voice.speaker or ""
        if draft.source and speaker.startswith("per:"):
            return speaker if speaker not in holders and draft.gender in (gender, None) else None
    return None


def _words(scene: Scene, span: Span) -> str:
    return scene.document.article.text[span.start : span.end]
