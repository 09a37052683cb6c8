"""Events: what an article reports to happen, who does it to whom, where, when, and on whose word."""

from collections.abc import Iterator

import msgspec

from tawatur.finders.events.dating import date_triggers, linked
from tawatur.finders.events.modality import modality_of
from tawatur.finders.events.roles import cast
from tawatur.finders.events.scene import Dated, Scene, set_scene
from tawatur.finders.events.triggers import Trigger, find_triggers
from tawatur.lexicon.happenings import Happenings, Surroundings
from tawatur.model import BlockKind, Entity, Event, Quantity, Statement, Time
from tawatur.text import Document, Sentence

_READ = (BlockKind.PARAGRAPH, BlockKind.STANDFIRST)
_LEAD = 2


def find_events(
    document: Document,
    happenings: Happenings,
    entities: tuple[Entity, ...],
    times: tuple[Time, ...],
    quantities: tuple[Quantity, ...],
    statements: tuple[Statement, ...],
) -> tuple[Event, ...]:
    """The events of an article, in order of their words.

    «قتل جنديان في هجوم على مدينة سبها أمس» is one ASSAULT with its place and the day before
    publication. An event's date is the time its sentence gives it; what is told without one as
    done by speaking (أدان، طالب), or in the first two sentences, happened on the day of the paper.
    """
    scene = set_scene(document, entities, times, statements)
    read = [sentence for sentence in document.sentences if sentence.kind in _READ]
    found = [
        event
        for number, sentence in enumerate(read)
        for event in _events(scene, happenings, sentence, lead=number < _LEAD)
    ]
    return tuple(msgspec.structs.replace(event, id=f"e{number}") for number, event in enumerate(found, 1))


def _events(scene: Scene, happenings: Happenings, sentence: Sentence, *, lead: bool) -> Iterator[Event]:
    """The events of one sentence, those whose triggers tell of one event as one."""
    around = happenings.around
    triggers = find_triggers(scene, happenings, sentence.first, sentence.last)
    dates = date_triggers(scene, around, triggers, sentence.first, sentence.last)
    for group in _groups(scene, around, triggers):
        number = _main(triggers, group)
        trigger = triggers[number]
        date = next((dates[n] for n in (number, *group) if n in dates), None)
        clause = scene.span(min(triggers[n].first for n in group), max(triggers[n].last for n in (*group,)))
        published = scene.document.article.day
        today = published.isoformat() if published and _is_news(scene, around, trigger, lead=lead) else None
        when = date.time.value.partition("T")[0] if date else today
        roles = cast(scene, around, trigger)
        statement = scene.statement(trigger.at)
        yield Event(
            id="",
            start=clause.start,
            end=clause.end,
            trigger=scene.span(trigger.at, trigger.at + 1),
            kind=trigger.sense.kind,
            rule=_rule(trigger),
            actors=roles.actors,
            recipients=roles.recipients,
            place=roles.place,
            date=when,
            when=scene.span(date.first, date.last) if date else None,
            modality=modality_of(scene, around, trigger, ahead=_is_ahead(scene, date)),
            statement=statement.id if statement else None,
        )


def _groups(scene: Scene, around: Surroundings, triggers: list[Trigger]) -> list[list[int]]:
    """Numbers of neighbouring triggers that are of one kind and tell of one event."""
    groups: list[list[int]] = []
    for number, trigger in enumerate(triggers):
        before = triggers[number - 1] if number else None
        if before and before.sense.kind == trigger.sense.kind and linked(scene, around, before, trigger):
            groups[-1].append(number)
        else:
            groups.append([number])
    return groups


def _main(triggers: list[Trigger], group: list[int]) -> int:
    """The trigger that names the event: its first verb, else its first noun."""
    return next((number for number in group if triggers[number].verb), group[0])


def _is_news(scene: Scene, around: Surroundings, trigger: Trigger, *, lead: bool) -> bool:
    """Whether an event without a time is of the day: told in the past, in the main clause, by the outlet."""
    verb = trigger.verb
    if verb is None or verb.present or trigger.is_future or scene.statement(trigger.at) is not None:
        return False
    before = scene.forms[max(trigger.first - 3, 0) : trigger.at]
    if any(form in around.relatives for form in before[-2:]) or any(form in around.had for form in before):
        return False
    return lead or trigger.sense.speech


def _is_ahead(scene: Scene, date: Dated | None) -> bool:
    """Whether a time lies after the day of publication."""
    published = scene.document.article.day
    return bool(date and published and date.time.value[:10] > published.isoformat()[: len(date.time.value)])


def _rule(trigger: Trigger) -> str:
    if trigger.verb is None:
        return "noun"
    if trigger.verb.participle:
        return "participle"
    return "verb with its noun" if trigger.sense.needs else "verb"
