"""Speakers: the one finally responsible for each content, found across sentences."""

import msgspec

from tawatur.finders.statements.chains import UNNAMED
from tawatur.finders.statements.definites import ANONYMOUS
from tawatur.finders.statements.drafts import Draft
from tawatur.finders.statements.implied import implied
from tawatur.finders.statements.references import DESCRIBED, of_source
from tawatur.finders.statements.roles import Known, is_definite_phrase, known_roles
from tawatur.finders.statements.scene import Scene
from tawatur.finders.statements.voices import Heard, Voice, as_heard, is_nested
from tawatur.lexicon.inflection import Gender
from tawatur.lexicon.speech import Part, Teller
from tawatur.model import Entity, Reason, Span

_NESTS = 6
_AHEAD = 4
_LEAD = 4
_TO_THE = "لل"


def find_speakers(scene: Scene, drafts: list[Draft], entities: tuple[Entity, ...]) -> list[Voice]:
    """The voice of each draft, in order."""
    known = known_roles(scene, entities)
    heard: list[Heard] = []
    voices: list[Voice] = []
    for i, draft in enumerate(drafts):
        nested = is_nested(draft, drafts[max(0, i - _NESTS) : i])
        voice = _of_host_ahead(scene, drafts[i : i + 2], heard, known) or _voice(
            scene, draft, heard, known, nested=nested
        )
        voices.append(voice)
        if voice.speaker and voice.speaker != UNNAMED:
            heard.append(as_heard(scene, draft, voice, heard, nested=nested))
    return _name_later(scene, drafts, voices, known)


def _voice(scene: Scene, draft: Draft, heard: list[Heard], known: list[Known], *, nested: bool) -> Voice:
    if draft.source:
        return _behind_the_cue(scene, draft, of_source(scene, draft.source, heard, known))
    if draft.impersonal or (draft.doubtful and not _has_just_spoken(draft, heard)):
        return _of_nobody(draft, heard, nested=nested)
    return implied(scene, draft, heard, known)


def _of_host_ahead(scene: Scene, drafts: list[Draft], heard: list[Heard], known: list[Known]) -> Voice | None:
    """ورغم إعرابه عن أسفه قال سامي: a noun of saying that leads a sentence has the subject of its verb."""
    draft, host = drafts[0], drafts[1] if drafts[1:] else None
    if draft.part is not Part.NOUN or draft.source or not host or not host.source:
        return None
    leads = draft.token - scene.document.sentences[draft.sentence].first < _LEAD
    main = host.sentence == draft.sentence and host.part is Part.VERB and not is_nested(host, [draft])
    if not leads or not main:
        return None
    found = of_source(scene, host.source, heard, known)
    return Voice(found.source, found.speaker, (Reason("the subject of the main verb", found.source),))


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


def _name_later(scene: Scene, drafts: list[Draft], voices: list[Voice], known: list[Known]) -> list[Voice]:
    """A definite role that nobody holds so far is held by the next speaker who comes without one.

    رئيس الوزراء قال كذا. وقال أوغلو كذا.
    """
    holders = {role.speaker for role in known}
    names: dict[str, str] = {}
    for i, (draft, voice) in enumerate(zip(drafts, voices, strict=True)):
        if not draft.source or not (voice.speaker or "").startswith("anon:") or voice.speaker in names:
            continue
        head = scene.forms[draft.source[0]]
        sorts = frozenset() if head in scene.words.kin else scene.tellers(head)
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
