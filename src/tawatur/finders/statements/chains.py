"""Chains: those through whom a statement reached the article, from the speaker outwards."""

from tawatur.finders.statements.drafts import Draft
from tawatur.finders.statements.phrases import is_addressed, phrase_after
from tawatur.finders.statements.scene import Scene
from tawatur.finders.statements.voices import Voice
from tawatur.model import Link, Span

_NEAR = 8
_REACH = 30


def find_chains(scene: Scene, drafts: list[Draft], voices: list[Voice]) -> list[tuple[Link, ...]]:
    """The chain of each draft: its speaker, then each intermediary, outermost last."""
    return [_chain(scene, i, drafts, voices) for i in range(len(drafts))]


def _chain(scene: Scene, i: int, drafts: list[Draft], voices: list[Voice]) -> tuple[Link, ...]:
    draft, voice = drafts[i], voices[i]
    if not voice.speaker:
        return ()
    links = [Link(voice.speaker, voice.source)]
    before = range(max(0, i - _NEAR), i)
    after = range(i + 1, min(len(drafts), i + _NEAR))
    for teller in (
        *_those_around(draft, drafts, voices, range(i - 1, before.start - 1, -1)),
        *_passers_on(scene, draft),
        *_those_around(draft, drafts, voices, after),
    ):
        if all(teller.teller != link.teller for link in links):
            links.append(teller)
    return tuple(links)


def _those_around(draft: Draft, drafts: list[Draft], voices: list[Voice], places: range) -> list[Link]:
    """The speakers inside whose content the cue of a draft stands: they report it."""
    found = []
    for j in places:
        other, voice = drafts[j], voices[j]
        inside = any(piece.first <= draft.token < piece.last for piece in other.content)
        if inside and other.copied is None and voice.speaker:
            found.append(Link(voice.speaker, voice.source))
    return found


def _passers_on(scene: Scene, draft: Draft) -> list[Link]:
    """Who passed it on: the subject of نقل, and the outlet that was spoken to (لوكالة …)."""
    found = [_teller(scene, *draft.relay)] if draft.relay else []
    first = draft.source[1] if draft.source and draft.source[1] > draft.token else draft.token + 1
    last = draft.content[0].first if draft.content else first
    for i in range(first, min(last, first + _REACH)):
        if is_addressed(scene, i):
            grown = phrase_after(scene, i + 1, last, frozenset())
            found.append(_teller(scene, i, grown[1] if grown and i not in scene.names else i + 1))
    return found


def _teller(scene: Scene, first: int, last: int) -> Link:
    named = next((scene.names[i] for i in range(first, last) if i in scene.names), None)
    if named:
        return Link(named.entity.id, scene.span(named.first, named.last))
    span = scene.span(first, last)
    words = scene.document.article.text[span.start : span.end]
    lead = 1 if words.startswith("ل") else 0
    return Link("anon:" + words[lead:], Span(span.start + lead, span.end))
