"""Events: what an article reports to happen, who does it to whom, where, when, and on whose word."""

from collections.abc import Iterator

import msgspec

from tawatur.finders.events.dating import date_triggers, linked
from tawatur.finders.events.modality import modality_of
from tawatur.finders.events.roles import cast
from tawatur.finders.events.scene import Dated, Scene, set_scene
from tawatur.finders.events.triggers import Trigger, find_triggers
from tawatur.lexicon.happenings import Happenings, Surroundings
from tawatur.model import Act, BlockKind, Entity, Event, Quantity, Statement, Time
from tawatur.text import Document, Sentence

_READ = (BlockKind.PARAGRAPH, BlockKind.STANDFIRST)
_LEAD = 2
_YEAR = 4
_COERCE, _ASSAULT = "COERCE", "ASSAULT"
_OPENING = 4


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
    done by speaking (أدان، طالب), in the first two sentences, or as police news, happened on the day
    of the paper.
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
    opening = next((trigger.at for trigger in triggers if trigger.verb or trigger.says), sentence.last)
    for group in _groups(scene, around, triggers):
        number = _main(triggers, group)
        trigger = triggers[number]
        dated = next((dates[n] for n in (number, *group) if n in dates), None)
        event = _event(scene, around, [triggers[n] for n in group], trigger, dated)
        if dated is None and _is_news(
            scene,
            around,
            trigger,
            sentence,
            lead=trigger.at == opening and (lead or _is_police_news(trigger, sentence)),
        ):
            event = msgspec.structs.replace(event, date=_today(scene))
        if not trigger.says or (event.date and not _is_silence(scene, trigger)):
            yield event


def _is_police_news(trigger: Trigger, sentence: Sentence) -> bool:
    """Whether a sentence opens with an arrest or a seizure, which papers report the day it is made."""
    return trigger.sense.kind == _COERCE and trigger.at - sentence.first <= _OPENING


def _is_silence(scene: Scene, trigger: Trigger) -> bool:
    """Whether a cue says that nothing was said: what is withheld or unclear is no event."""
    statement = scene.statements[trigger.cue] if trigger.cue is not None else None
    return statement is not None and (statement.negated or statement.act is Act.WITHHOLD)


def _event(
    scene: Scene, around: Surroundings, group: list[Trigger], main: Trigger, dated: Dated | None
) -> Event:
    clause = scene.span(min(trigger.first for trigger in group), max(trigger.last for trigger in group))
    roles = cast(scene, around, main)
    statement = scene.statement(main.at)
    return Event(
        id="",
        start=clause.start,
        end=clause.end,
        trigger=scene.span(main.at, main.at + 1),
        kind=main.sense.kind,
        rule=_rule(main),
        actors=roles.actors,
        recipients=roles.recipients,
        place=roles.place,
        date=_date(main, dated),
        when=scene.span(dated.first, dated.last) if dated else None,
        modality=modality_of(scene, around, main, ahead=_is_ahead(scene, dated)),
        statement=statement.id if statement else None,
    )


def _date(trigger: Trigger, dated: Dated | None) -> str | None:
    """The day or longer of an event; deaths and accidents over a whole year are counted, not dated."""
    if dated is None or dated.is_vague:
        return None
    value = dated.time.value.partition("T")[0]
    return None if trigger.sense.kind is None and len(value) == _YEAR and not trigger.says else value


def _today(scene: Scene) -> str | None:
    """The day of publication."""
    published = scene.document.article.day
    return published.isoformat() if published else None


def _groups(scene: Scene, around: Surroundings, triggers: list[Trigger]) -> list[list[int]]:
    """Numbers of neighbouring triggers that are of one kind and tell of one event."""
    groups: list[list[int]] = []
    for number, trigger in enumerate(triggers):
        before = triggers[number - 1] if number else None
        if before and _of_one_kind(before, trigger) and linked(scene, around, before, trigger):
            groups[-1].append(number)
        else:
            groups.append([number])
    return groups


def _of_one_kind(one: Trigger, other: Trigger) -> bool:
    """Whether two triggers can name one event: who meets his death in an attack is killed by it."""
    return one.sense.kind == other.sense.kind or (one.sense.harm and other.sense.kind == _ASSAULT)


def _main(triggers: list[Trigger], group: list[int]) -> int:
    """The trigger that names the event: its first verb, else its first noun, of those with a class if any."""
    classed = [number for number in group if triggers[number].sense.kind] or group
    return next((number for number in classed if triggers[number].verb), classed[0])


def _is_news(scene: Scene, around: Surroundings, trigger: Trigger, sentence: Sentence, *, lead: bool) -> bool:
    """Whether an event without a time is of the day of publication.

    So is what the outlet tells in the past in a main clause, where it opens one of the first
    sentences or is done by speaking; what a statement does with its first words (أكد «تضامننا مع
    جيراننا»); and of statements without an act of their own, announcements that open the text.
    """
    if scene.statement(trigger.at) is not None:
        return trigger.sense.speech and _opens_content(scene, trigger)
    if trigger.says:
        return lead and trigger.cue is not None and scene.statements[trigger.cue].act is Act.ANNOUNCE
    verb = trigger.verb
    if verb is None or verb.present or trigger.is_future:
        return False
    before = scene.forms[max(trigger.at - 3, 0) : trigger.at]
    if any(form in around.relatives for form in before[-2:]) or any(form in around.had for form in before):
        return False
    if any(scene.forms[sentence.first] == particle + form for form in around.apart for particle in ("", "و")):
        return False
    return lead or trigger.sense.speech


def _opens_content(scene: Scene, trigger: Trigger) -> bool:
    """Whether a trigger is the first word of what a statement says."""
    statement = scene.statement(trigger.at)
    start = scene.span(trigger.at, trigger.at + 1).start
    return statement is not None and any(
        span.start <= start <= span.start + len(trigger.before) for span in statement.content
    )


def _is_ahead(scene: Scene, dated: Dated | None) -> bool:
    """Whether a time lies after the day of publication."""
    published = scene.document.article.day
    if dated is None or published is None or dated.is_vague:
        return dated is not None and dated.time.value == "FUTURE_REF"
    value = dated.time.value[:10]
    return value > published.isoformat()[: len(value)]


def _rule(trigger: Trigger) -> str:
    if trigger.says:
        return "statement"
    if trigger.verb is None:
        return "noun"
    if trigger.verb.participle:
        return "participle"
    return "verb with its noun" if trigger.sense.needs else "verb"
