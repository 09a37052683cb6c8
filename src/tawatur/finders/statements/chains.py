"""Chains: those through whom a statement reached the article, from the speaker outwards."""

from tawatur.finders.statements.drafts import Draft
from tawatur.finders.statements.phrases import is_addressed, phrase_after
from tawatur.finders.statements.scene import ARTICLE, COMMAS, Scene
from tawatur.finders.statements.voices import Voice
from tawatur.lexicon.speech import Teller
from tawatur.model import EntityType, Link, Span

UNNAMED = "anon:غير مذكور"
"""The speaker of what an impersonal verb tells: يذكر أن."""

_NEAR = 8
_MARKS = frozenset('"«“')
_TO = "ل"
_TO_THE = "لل"
_WITH = "مع"
_IN = "في"
_FEW = 2
_LEAD = 14
_UPON = "علي"
_TONGUE = "لسان"
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
        inside = inside or _quotes(draft, other)
        if inside and other.copied is None and voice.speaker and voice.speaker != UNNAMED:
            found.append(Link(voice.speaker, voice.source))
    return found


def _quotes(draft: Draft, teller: Draft) -> bool:
    """ذكرت الوكالة نقلا عن مسؤول أن: the one who tells the same content and names where it is from."""
    same = draft.aside and teller.token < draft.token and draft.content and teller.content
    return bool(same) and draft.content[0].first == teller.content[0].first


def _passers_on(scene: Scene, draft: Draft) -> list[Link]:
    """Who passed it on: the subject of نقل, and those that stand between the cue and its content."""
    found = [_teller(scene, *draft.relay)] if draft.relay else []
    for i in (*_before(scene, draft), *_between(scene, draft)):
        passed = _passed_at(scene, i)
        if passed:
            found.append(_teller(scene, *passed))
    return found


def _before(scene: Scene, draft: Draft) -> range:
    """The tokens of an occasion that leads to the cue: وفي تصريح لرويترز، قال."""
    first = scene.document.sentences[draft.sentence].first
    near = 1 < draft.begins - first < _LEAD and scene.forms[draft.begins - 1] in COMMAS
    led = (
        near
        and scene.forms[first].removeprefix("و") == _IN
        and scene.forms[first + 1] in scene.words.occasions
    )
    return range(first + _FEW, draft.begins) if led else range(0)


def _between(scene: Scene, draft: Draft) -> range:
    """The tokens behind the cue and its source, up to the content or the end of the sentence."""
    behind = draft.source is not None and draft.source[1] > draft.token
    first = draft.source[1] if draft.source and behind else draft.token + 1
    if draft.source and scene.tellers(scene.forms[draft.source[0]]) & {Teller.MEDIUM}:
        first = draft.source[0] + 1
    last = draft.content[0].first if draft.content else first
    if last <= first and behind:
        last = scene.document.sentences[draft.sentence].last
    return range(first, min(last, first + _REACH))


def _passed_at(scene: Scene, i: int) -> tuple[int, int] | None:
    """Who is told at token i to have passed it on: لوكالة …, لـ«…», على تويتر, على لسان …, نقلتها …."""
    form, limit = scene.forms[i], min(i + _REACH, len(scene.forms))
    if i in scene.names and form in scene.words.networks:
        return i, scene.names[i].last
    if is_addressed(scene, i) and form[1:] not in scene.words.listeners:
        grown = phrase_after(scene, i + 1, limit, frozenset())
        return i, grown[1] if grown and i not in scene.names else i + 1
    if i + 2 < limit and form in _MARKS and scene.opened.get(i) and _speaks_to(scene, i):
        return i + 1, scene.opened[i].last
    if form == _WITH and _talks(scene, i):
        return phrase_after(scene, i + 1, limit, frozenset())
    if form in scene.words.passed_on or (form == _TONGUE and scene.forms[i - 1] == _UPON):
        return phrase_after(scene, i + 1, limit, frozenset())
    return None


def _talks(scene: Scene, i: int) -> bool:
    """Whether مع at token i joins a talk and an outlet: في مقابلة خاصة مع قناة …."""
    after = scene.forms[i + 1] if i + 1 < len(scene.forms) else ""
    outlet = Teller.MEDIUM in scene.tellers(after) or after in scene.words.outlets
    return outlet and any(form in scene.words.talks for form in scene.forms[max(0, i - _FEW) : i])


def _speaks_to(scene: Scene, i: int) -> bool:
    """Whether a quoted outlet stands behind ل, before the mark or inside it: لـ«الوطن»، «للجزيرة»."""
    first = i + 1
    if scene.forms[i - 1] == _TO:
        return True
    named = scene.names.get(first)
    if not named or named.entity.type is not EntityType.ORGANISATION:
        return False
    return named.start > scene.starts[first]


def _teller(scene: Scene, first: int, last: int) -> Link:
    named = next((scene.names[i] for i in range(first, last) if i in scene.names), None)
    if named:
        return Link(named.entity.id, scene.span(named.first, named.last))
    span = scene.span(first, last)
    words = scene.document.article.text[span.start : span.end]
    if words.startswith(_TO_THE):
        return Link(f"anon:{ARTICLE}{words[2:]}", Span(span.start + 2, span.end))
    lead = 1 if words.startswith(_TO) else 0
    return Link("anon:" + words[lead:], Span(span.start + lead, span.end))
