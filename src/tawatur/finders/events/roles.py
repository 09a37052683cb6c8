"""Roles: who does it, to whom, and where."""

import msgspec

from tawatur.finders.events.scene import Named, Scene
from tawatur.finders.events.triggers import Trigger
from tawatur.lexicon.happenings import Surroundings
from tawatur.model import EntityType
from tawatur.text import peel, peel_endings

_WHERE = (EntityType.POLITY, EntityType.PLACE)
_ATTACHED = ("ب", "ل", "ك")


class Roles(msgspec.Struct, frozen=True):
    """Entity ids, or ``anon:`` and words for an actor without a name."""

    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    place: str | None = None


def cast(scene: Scene, around: Surroundings, trigger: Trigger) -> Roles:
    """The roles of one event from the names of its clause.

    After a verb the first name without a preposition is the subject and the next the object, but
    behind الذي the subject is what that refers back to: «الهجوم الذي استهدف المطار»;
    unless the verb's own preposition marks whom it is done to; the speaker of a statement is the
    actor of its cue; a name after في, قرب or مدينة is the place.
    """
    after = [name for i in range(trigger.at, trigger.last) if (name := scene.names.get(i))]
    before = [name for i in range(trigger.first, trigger.at) if (name := scene.names.get(i))]
    place = next((name for name in [*after, *before] if _is_place(scene, around, name)), None)
    marked = [name for name in after if _marked(scene, name, trigger)]
    free = [
        name
        for name in after
        if name not in marked and name is not place and not _governed(scene, around, name)
    ]
    actors, recipients = _sides(scene, around, trigger, free, before)
    return Roles(
        actors=actors,
        recipients=_ids(marked) or recipients,
        place=place.entity.id if place else None,
    )


def _sides(
    scene: Scene, around: Surroundings, trigger: Trigger, free: list[Named], before: list[Named]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if _is_relative(scene, around, trigger):
        return (), _ids(free[:1])
    statement = scene.statements[trigger.cue] if trigger.cue is not None else scene.statement(trigger.at)
    speaker = statement.speaker if statement and trigger.sense.speech else None
    if speaker:
        return (speaker,), _ids([name for name in free if name.entity.id != speaker][:1])
    if trigger.verb and trigger.verb.passive:
        return (), _ids(free[:1])
    leading = [name for name in before if not _governed(scene, around, name)]
    if trigger.verb and not free and leading:
        return _ids(leading[-1:]), ()
    return _ids(free[:1]), _ids(free[1:2])


def _is_relative(scene: Scene, around: Surroundings, trigger: Trigger) -> bool:
    """Whether a verb that has an object stands in a relative clause, and no pronoun on it is that object."""
    if trigger.verb is None or trigger.cue is not None or trigger.sense.to or trigger.at == 0:
        return False
    relative = scene.forms[trigger.at - 1] in around.relatives
    return relative and not any(pronoun for _, pronoun in peel_endings(scene.forms[trigger.at]))


def _ids(names: list[Named]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.entity.id for name in names))


def _is_place(scene: Scene, around: Surroundings, name: Named) -> bool:
    if name.entity.type not in _WHERE or name.first == 0:
        return False
    before = scene.forms[name.first - 1]
    return "ب" in _particles(scene, name) or any(reading.stem in around.places for reading in peel(before))


def _marked(scene: Scene, name: Named, trigger: Trigger) -> bool:
    """Whether the trigger's own preposition stands before a name."""
    if any(particle in trigger.sense.to for particle in _particles(scene, name)):
        return True
    return name.first > trigger.at + 1 and _bare(scene.forms[name.first - 1]) in trigger.sense.to


def _governed(scene: Scene, around: Surroundings, name: Named) -> bool:
    """Whether some preposition stands before a name."""
    if any(particle in _ATTACHED for particle in _particles(scene, name)):
        return True
    return name.first > 0 and _bare(scene.forms[name.first - 1]) in around.prepositions


def _particles(scene: Scene, name: Named) -> tuple[str, ...]:
    """The particles written on the first word of a name."""
    tokens = scene.document.tokens
    mention = next(
        (m for m in name.entity.mentions if tokens.starts[name.first] <= m.start < tokens.ends[name.first]),
        None,
    )
    if mention is None:
        return ()
    lead = mention.start - tokens.starts[name.first]
    form = scene.forms[name.first]
    return next((p.before for p in peel(form) if p.lead == lead and p.before), tuple(form[:lead]))


def _bare(form: str) -> str:
    """A preposition without a conjunction before it."""
    return form[1:] if form[:1] == "و" and len(form) > 2 else form
