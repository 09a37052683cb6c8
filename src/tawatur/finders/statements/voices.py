"""Voices: what is known of those who speak, and what the grammar of a cue asks of them."""

import msgspec

from tawatur.finders.statements.drafts import Draft
from tawatur.finders.statements.phrases import Phrase
from tawatur.finders.statements.scene import Named, Scene, bare
from tawatur.finders.statements.sources import female_head
from tawatur.lexicon.inflection import Gender, Number
from tawatur.lexicon.speech import Part, Teller
from tawatur.model import Entity, EntityType, FactKind, Reason, Span
from tawatur.text import fold

_MEMORY = 60


class Voice(msgspec.Struct, frozen=True):
    """Who speaks in a draft, where its sentence names the source, and how that was found."""

    source: Span | None
    speaker: str | None
    because: tuple[Reason, ...] = ()


class Heard(msgspec.Struct, frozen=True):
    """A speaker heard before: ``source`` is where its own sentence names it, ``origin`` where any does.

    ``head`` is the head noun of the source; ``nested`` ones spoke inside another's content, ``aside``
    ones in an adverbial.
    """

    speaker: str
    source: Span | None
    origin: Span | None
    head: str
    words: frozenset[str]
    sentence: int
    gender: Gender | None
    number: Number
    nested: bool
    part: Part
    aside: bool


def as_heard(scene: Scene, draft: Draft, voice: Voice, earlier: list[Heard], *, nested: bool) -> Heard:
    """What later cues need to know of a voice."""
    speaker = voice.speaker or ""
    same = next((back for back in reversed(earlier[-_MEMORY:]) if back.speaker == speaker), None)
    origin = voice.source or (same.origin if same else None)
    if draft.source:
        gender, number = grammar(scene, draft.source)
        unknown = gender is None or not _tells_gender(scene, draft.source)
        woman = draft.gender is Gender.FEMALE and _names_person(scene, draft.source)
        if (unknown or woman) and draft.part is Part.VERB and draft.number is Number.ONE:
            gender = draft.gender
        head = bare(scene.forms[draft.source[0]])
        words = frozenset(map(bare, scene.forms[draft.source[0] : draft.source[1]]))
    elif same:
        gender, number, head, words = same.gender, same.number, same.head, same.words
    else:
        gender, number, head, words = draft.gender, draft.number, "", frozenset()
    return Heard(
        speaker,
        voice.source,
        origin,
        head,
        words,
        draft.sentence,
        gender,
        number,
        nested,
        draft.part,
        draft.aside,
    )


def _tells_gender(scene: Scene, phrase: Phrase) -> bool:
    """Whether the spelling of a source tells its gender: a name unknown to the lexicon does not."""
    form = scene.forms[phrase[0]]
    return phrase[0] in scene.names or scene.is_teller(form) or female_head(scene, phrase[0])


def _names_person(scene: Scene, phrase: Phrase) -> bool:
    """قالت الوزير ليلى: whether a person is named in a phrase, whose gender her title need not tell."""
    named = (scene.names[i] for i in range(*phrase) if i in scene.names)
    return any(name.entity.type is EntityType.PERSON for name in named)


def grammar(scene: Scene, phrase: Phrase) -> tuple[Gender | None, Number]:
    """Gender and number of a source phrase, as far as its head and its coordination tell."""
    first, last = phrase
    several = any(_is_another(scene, i, first) for i in range(first + 1, last))
    sorts = scene.tellers(scene.forms[first])
    many = several or (Teller.PEOPLE in sorts and Teller.PERSON not in sorts)
    number = Number.MANY if many else Number.ONE
    named = scene.names.get(first)
    if named:
        return _gender_of(named.entity), number
    return Gender.FEMALE if female_head(scene, first) else Gender.MALE, number


def _is_another(scene: Scene, i: int, first: int) -> bool:
    """Whether another speaker is joined at token i: سامي وليلى, no second title (سامي … والمتخصص في)."""
    form = scene.forms[i]
    if not form.startswith("و"):
        return False
    named, head = scene.names.get(i), scene.names.get(first)
    if named:
        place = named.entity.type not in (EntityType.PERSON, EntityType.ORGANISATION)
        alike = head.entity.type is named.entity.type if head else not place
        return alike and named.start > scene.starts[i]
    return first not in scene.names and scene.is_teller(form[1:])


def agree(draft: Draft, gender: Gender | None, number: Number) -> bool:
    """Whether a speaker of this gender and number can be the subject of a cue."""
    if draft.number is not Number.ONE:
        return number is not Number.ONE
    if number is Number.MANY and gender is Gender.MALE:
        return draft.gender is None
    return draft.gender is None or gender is None or draft.gender is gender


def is_nested(draft: Draft, earlier: list[Draft]) -> bool:
    """Whether a cue stands inside the content of an earlier one."""
    return any(
        piece.first <= draft.token < piece.last
        for other in earlier
        if other.copied is None and other.token < draft.token
        for piece in other.content
    )


def span_of(scene: Scene, named: Named) -> Span:
    """The characters of the tokens of a mention."""
    return scene.span(named.first, named.last)


def _gender_of(entity: Entity) -> Gender | None:
    for fact in entity.facts:
        if fact.kind is FactKind.GENDER:
            return Gender(fact.value)
    if entity.type is EntityType.ORGANISATION and fold(entity.name).split()[0].endswith("ة"):
        return Gender.FEMALE
    return None
