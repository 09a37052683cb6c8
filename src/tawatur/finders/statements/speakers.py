"""Speakers: the one finally responsible for each content, found across sentences."""

import msgspec

from tawatur.finders.statements.drafts import Draft
from tawatur.finders.statements.scene import Scene
from tawatur.lexicon.inflection import Gender, Number
from tawatur.model import EntityType, Reason, Span

UNNAMED = "anon:غير مذكور"


class Voice(msgspec.Struct, frozen=True):
    """Who speaks in a draft, where the sentence names the source, through whom, and why."""

    source: Span | None
    speaker: str | None
    via: tuple[str, ...] = ()
    because: tuple[Reason, ...] = ()


class Heard(msgspec.Struct, frozen=True):
    """A speaker heard before, with the source phrase that named it and the grammar of its cue."""

    speaker: str
    source: Span | None
    phrase: tuple[int, int] | None
    sentence: int
    gender: Gender | None
    number: Number


def find_speakers(scene: Scene, drafts: list[Draft]) -> list[Voice]:
    """The voice of each draft, in order."""
    heard: list[Heard] = []
    voices: list[Voice] = []
    for draft in drafts:
        voice = _voice(scene, draft, heard)
        voices.append(voice)
        if voice.speaker and voice.speaker != UNNAMED:
            heard.append(
                Heard(voice.speaker, voice.source, draft.source, draft.sentence, draft.gender, draft.number)
            )
    return voices


def _voice(scene: Scene, draft: Draft, heard: list[Heard]) -> Voice:
    if draft.source:
        span = scene.span(*draft.source)
        return Voice(span, _named(scene, draft.source) or "anon:" + _words(scene, span))
    if draft.impersonal:
        return Voice(None, UNNAMED)
    if heard:
        last = heard[-1]
        same = last.source if last.sentence == draft.sentence else None
        return Voice(same, last.speaker)
    return Voice(None, None)


def _words(scene: Scene, span: Span) -> str:
    return scene.document.article.text[span.start : span.end]


def _named(scene: Scene, phrase: tuple[int, int]) -> str | None:
    first, last = phrase
    named = [scene.names[i] for i in range(first, last) if i in scene.names]
    for name in named:
        if name.entity.type is EntityType.PERSON:
            return name.entity.id
    return named[0].entity.id if named else None
