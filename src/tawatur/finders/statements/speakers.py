"""Speakers: the one finally responsible for each content, found across sentences."""

import msgspec

from tawatur.finders.statements.chains import UNNAMED
from tawatur.finders.statements.drafts import Draft
from tawatur.finders.statements.phrases import Phrase
from tawatur.finders.statements.references import ANONYMOUS, DESCRIBED, MEMORY, of_source
from tawatur.finders.statements.roles import Known, is_definite_phrase, known_roles
from tawatur.finders.statements.scene import Scene
from tawatur.finders.statements.sources import is_object, subject_at
from tawatur.finders.statements.voices import Heard, Voice, agree, as_heard, grammar, is_nested, span_of
from tawatur.lexicon.inflection import Gender
from tawatur.lexicon.speech import Part, Teller
from tawatur.model import Entity, EntityType, Reason, Span

_NESTS = 6
_AHEAD = 4
_REACH = 8
_FAR = 14
_TEXT = 3
_ON = "عن"
_TO_THE = "لل"


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
        return _behind_the_cue(scene, draft, of_source(scene, draft.source, heard, known))
    if draft.impersonal or (draft.doubtful and not _has_just_spoken(draft, heard)):
        return _of_nobody(draft, heard, nested=nested)
    return _of_agreement(scene, draft, heard, known)


def _behind_the_cue(scene: Scene, draft: Draft, voice: Voice) -> Voice:
    """وفقا لبيان، وفقا للوزارة: the source without the ل of the cue and what hides its article."""
    source = voice.source
    if not draft.source or not source or not source.start < draft.cue.end < source.end:
        return voice
    source = Span(draft.cue.end + scene.forms[draft.source[0]].startswith(_TO_THE), source.end)
    words = scene.document.article.text[source.start : source.end]
    unnamed = (voice.speaker or "").startswith(ANONYMOUS) and voice.because[0].what == DESCRIBED
    return Voice(source, ANONYMOUS + words if unnamed else voice.speaker, voice.because)


def _has_just_spoken(draft: Draft, heard: list[Heard]) -> bool:
    """Whether somebody spoke in this sentence or the one before, who may go on with ويعتقد أن."""
    return bool(heard) and draft.sentence - heard[-1].sentence <= 1


def _of_nobody(draft: Draft, heard: list[Heard], *, nested: bool) -> Voice:
    """An impersonal verb: what is not clear is the surrounding speaker's, what is thought is nobody's."""
    if draft.negated and nested and heard:
        return Voice(
            heard[-1].source, heard[-1].speaker, (Reason("inside what this one says", heard[-1].origin),)
        )
    return Voice(None, UNNAMED, (Reason("the verb has no personal subject"),))


def _of_agreement(scene: Scene, draft: Draft, heard: list[Heard], known: list[Known]) -> Voice:
    """The subject left out: whoever stands or spoke last and agrees with the verb."""
    here = _host_here(draft, heard)
    if here:
        return Voice(here.source, here.speaker, (Reason("the same subject in this sentence", here.origin),))
    subject = draft.subject or _subject_of_text(scene, draft) or _subject_here(scene, draft)
    inside = draft.part is not Part.VERB or draft.begins > scene.document.sentences[draft.sentence].first
    if subject and (inside or not heard):
        return of_source(scene, subject, heard, known)
    agreeing = [back for back in reversed(heard[-MEMORY:]) if agree(draft, back.gender, back.number)]
    back = next((back for back in agreeing if not back.nested), None) or next(iter(agreeing), None)
    if back:
        back = _beside_its_aside(back, agreeing)
        return Voice(None, back.speaker, (Reason("the last speaker that agrees", back.origin),))
    return _last_named(scene, draft)


def _beside_its_aside(back: Heard, agreeing: list[Heard]) -> Heard:
    """قالت الوزيرة كذا، بحسب تقديرات البنك. وأضافت: who spoke, before whom the adverbial names."""
    beside = (
        other for other in agreeing if other.sentence == back.sentence and not (other.aside or other.nested)
    )
    return next(beside, back) if back.aside else back


def _host_here(draft: Draft, heard: list[Heard]) -> Heard | None:
    """The last speaker of the same sentence that agrees; a verb does not go on with a nested one."""
    for back in reversed(heard[-MEMORY:]):
        if back.sentence != draft.sentence:
            return None
        if back.aside or (back.part is Part.NOUN and draft.part is Part.PARTICIPLE):
            continue
        if agree(draft, back.gender, back.number) and (not back.nested or draft.part is not Part.VERB):
            return back
    return None


def _subject_of_text(scene: Scene, draft: Draft) -> Phrase | None:
    """ألقى الوزير كلمة أكد فيها: the subject right before the text in which something is said."""
    after = scene.forms[draft.token + 1] if draft.token + 1 < len(scene.forms) else ""
    if after not in scene.words.in_it:
        return None
    first = scene.document.sentences[draft.sentence].first
    for i in range(max(first, draft.token - _FAR), draft.token - 1):
        if (i in scene.names or scene.is_teller(scene.forms[i])) and not _is_governed(scene, i):
            phrase = subject_at(scene, i, draft.token)
            if phrase and _is_text_at(scene, phrase[1], draft.token):
                return phrase if agree(draft, *grammar(scene, phrase)) else None
    return None


def _is_text_at(scene: Scene, i: int, last: int) -> bool:
    """Whether a text or an occasion of speaking stands at token i, an adjective at most behind it."""
    return last - _TEXT <= i < last and (is_object(scene, i) or scene.forms[i] in scene.words.occasions)


def _subject_here(scene: Scene, draft: Draft) -> Phrase | None:
    """The first name or teller of the sentence that agrees with the cue."""
    return _subject_from(scene, draft, scene.document.sentences[draft.sentence].first)


def _subject_from(scene: Scene, draft: Draft, first: int) -> Phrase | None:
    if _is_topic(scene, first):
        return None
    for i in range(first, min(draft.token, first + _REACH)):
        found = scene.names.get(i)
        if (found and found.start - scene.starts[i] > 1) or _is_governed(scene, i) or is_object(scene, i):
            continue
        if found or (scene.is_teller(scene.forms[i]) and scene.quoted[i] < 0):
            phrase = subject_at(scene, i, draft.token)
            if phrase and agree(draft, *grammar(scene, phrase)):
                return phrase
    return None


def _is_topic(scene: Scene, first: int) -> bool:
    """وعن الأسعار، قال: what stands first in the sentence is what is spoken of."""
    form = scene.forms[first]
    stem = form[1:] if form.startswith("و") else form
    return stem in scene.words.about or stem == _ON


def _is_governed(scene: Scene, i: int) -> bool:
    """Whether a word stands behind a preposition, or as an adjective behind a definite noun."""
    before = scene.forms[i - 1] if i else ""
    adjective = before.startswith("ال") and scene.forms[i].endswith(("ي", "ية")) and i not in scene.names
    if i > 1 and before in scene.words.pointers:
        before = scene.forms[i - 2]
    stem = before[1:] if before[:1] == "و" else before
    return before in scene.words.prepositions or stem in scene.words.before_nouns or adjective


def _last_named(scene: Scene, draft: Draft) -> Voice:
    """The one named first in the sentence before, else last before the cue, where nobody has spoken yet."""
    first = scene.document.sentences[max(0, draft.sentence - 1)].first
    subject = _subject_from(scene, draft, first)
    if subject:
        found = of_source(scene, subject, [], [])
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
