"""Dating: which of a sentence's times is the time of which of its events."""

from collections.abc import Sequence

from tawatur.finders.events.scene import Dated, Scene
from tawatur.finders.events.triggers import Trigger
from tawatur.lexicon.happenings import Surroundings

_STOPS = frozenset(".؟?!؛;:")
_NEAR = 3
_FAR = 12


def date_triggers(
    scene: Scene, around: Surroundings, triggers: Sequence[Trigger], first: int, last: int
) -> dict[int, Dated]:
    """The time of each trigger (by its number) that has one in the sentence.

    A time belongs to the nearest trigger before it that is told by the same teller, with no
    other speaker coming between; a time that opens a sentence, to its first verb as well. Then
    what happened in, during or because of an event has its time, and a noun that of the clause
    that describes it: «قتل جنديان في هجوم وقع أمس».
    """
    found: dict[int, Dated] = {}
    for date in scene.dates:
        if first <= date.first < last:
            for number in _owners(scene, triggers, date, first):
                found.setdefault(number, date)
    for number in _joined(scene, around, triggers):
        one, other = number, number + 1
        if one in found and other not in found:
            found[other] = found[one]
        elif other in found and one not in found:
            found[one] = found[other]
    return found


def linked(scene: Scene, around: Surroundings, one: Trigger, other: Trigger) -> bool:
    """Whether two neighbouring triggers tell of one event: by في, إثر, or as a clause about a noun."""
    if scene.scopes[one.at] != scene.scopes[other.at]:
        return False
    between = scene.forms[one.at + 1 : other.at]
    if any(form in _STOPS for form in between):
        return False
    if other.verb is None:
        before = scene.forms[other.at - 1]
        return before in around.through and len(between) <= _FAR
    if other.before or one.verb is not None:
        return False
    return len(between) < _NEAR or scene.forms[other.at - 1] in around.relatives


def _joined(scene: Scene, around: Surroundings, triggers: Sequence[Trigger]) -> list[int]:
    """The numbers of triggers that are one event with the next, last first, so that times travel up."""
    pairs = [
        number
        for number in range(len(triggers) - 1)
        if linked(scene, around, triggers[number], triggers[number + 1])
    ]
    return pairs[::-1]


def _owners(scene: Scene, triggers: Sequence[Trigger], date: Dated, first: int) -> list[int]:
    """The triggers a time belongs to: the nearest before it, and the first verb where it stands in front."""
    scope = scene.scopes[date.first]
    same = [number for number, trigger in enumerate(triggers) if scene.scopes[trigger.at] == scope]
    before = [n for n in same if triggers[n].at < date.first and _unbroken(scene, triggers[n].at, date.first)]
    after = [
        n for n in same if triggers[n].at > date.first and _unbroken(scene, date.last - 1, triggers[n].at)
    ]
    owners = before[-1:]
    verbs_before = [n for n in same if triggers[n].verb and first <= triggers[n].at < date.first]
    next_verb = next((n for n in after if triggers[n].verb), None)
    if next_verb is not None and not verbs_before:
        owners.append(next_verb)
    elif not owners and after:
        owners.append(after[0])
    return owners


def _unbroken(scene: Scene, start: int, end: int) -> bool:
    """Whether neither a stop nor another speaker's cue stands between two tokens."""
    return (
        not any(scene.forms[i] in _STOPS or (i in scene.cues and i != end) for i in range(start + 1, end))
        or start in scene.cues
    )
