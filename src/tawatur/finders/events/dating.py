"""Dating: which of a sentence's times is the time of which of its events."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date

from tawatur.finders.events.scene import Dated, Scene
from tawatur.finders.events.triggers import LONGEST, Trigger, is_needed
from tawatur.lexicon.happenings import Surroundings

_STOPS = frozenset(".؟?!؛;")
_SIGNS = _STOPS | {"،", ","}
_NEAR = 3
_FAR = 12
_CLOSE = 30
_YEAR = 4
_FROM, _SPAN = frozenset({"من", "علي"}), 5


def date_triggers(
    scene: Scene, around: Surroundings, triggers: Sequence[Trigger], first: int, last: int
) -> dict[int, Dated]:
    """The time of each trigger (by its number) that has one in the sentence.

    A time belongs to the nearest trigger before it in the words of the same teller; one that
    opens a sentence to its first verb as well. Then what happened in, during or because of an
    event has its time, and a noun that of the clause about it: «قتل جنديان في هجوم وقع أمس».
    """
    found: dict[int, Dated] = {}
    ahead: list[tuple[int, Dated]] = []
    for dated in sorted(_times_of_events(scene, around, first, last), key=lambda dated: dated.is_vague):
        before, after = _owners(scene, around, triggers, dated)
        for number in before:
            found.setdefault(number, dated)
        ahead += [(number, dated) for number in after]
    for number, dated in sorted(ahead, key=lambda pair: pair[1].is_vague):
        found.setdefault(number, dated)
    for one in reversed(range(len(triggers) - 1)):
        other = one + 1
        if not linked(scene, around, triggers[one], triggers[other]):
            continue
        if one in found and other not in found:
            found[other] = found[one]
        elif other in found and one not in found:
            found[one] = found[other]
    _date_participles(scene, triggers, found)
    return found


def _date_participles(scene: Scene, triggers: Sequence[Trigger], found: dict[int, Dated]) -> None:
    """A participle goes with the verb or cue before it: دعا أمس إلى …، محذراً من …."""
    leading: dict[int, int] = {}
    for number, trigger in enumerate(triggers):
        scope = scene.scopes[trigger.at]
        if trigger.verb and trigger.verb.participle:
            if scope in leading and leading[scope] in found:
                found.setdefault(number, found[leading[scope]])
        elif trigger.verb or trigger.says:
            leading[scope] = number


def linked(scene: Scene, around: Surroundings, one: Trigger, other: Trigger) -> bool:
    """Whether two neighbouring triggers tell of one event: verb and noun, by في or إثر, or a clause."""
    if one.says or other.says or scene.scopes[one.at] != scene.scopes[other.at]:
        return False
    between = scene.forms[one.at + 1 : other.at]
    if any(form in _STOPS for form in between):
        return False
    before = scene.forms[other.at - 1]
    if other.verb is None:
        completes = _completes(scene, one, other, len(between))
        return completes or (before in around.through and len(between) <= _FAR)
    if other.before or one.verb is not None:
        return False
    return len(between) < _NEAR or before in around.relatives


def _completes(scene: Scene, one: Trigger, other: Trigger, apart: int) -> bool:
    """Whether a noun completes a verb: the one it needs however far, another of its kind close behind."""
    if one.verb is None or not one.sense.needs:
        return False
    close = one.sense.kind == other.sense.kind and apart < _NEAR
    return close or is_needed(one.sense, scene.forms[other.at])


def _times_of_events(scene: Scene, around: Surroundings, first: int, last: int) -> Iterator[Dated]:
    """The times of a sentence that can be when something happened.

    What goes on with a time that cannot is no such time either: "إلى حدود الساعة العاشرة من صباح السبت".
    """
    left_out = -_FAR
    for dated in scene.dates_between(first, last):
        before = scene.forms[left_out : dated.first] if left_out >= 0 else []
        goes_on = left_out >= 0 and len(before) <= _NEAR and not set(before) & _SIGNS
        if goes_on or not _dates_events(scene, around, dated):
            left_out = dated.last
        else:
            yield dated


def _dates_events(scene: Scene, around: Surroundings, dated: Dated) -> bool:
    """Whether a time can be when something happened.

    Not what follows بعد or قبل, not a day or bare year that is part of a name, and not a year that is
    still running, over which things are counted rather than dated.
    """
    before = _bare(scene.forms[dated.first - 1]) if dated.first else ""
    if before in around.apart or before in around.named:
        return False
    value = dated.time.value
    alone = dated.last == dated.first + 1 and scene.forms[dated.first].isdigit()
    if len(value) == _YEAR and alone and before not in around.years:
        return False
    published = scene.document.article.day
    return published is None or not _still_running(value, published)


def _still_running(value: str, published: date) -> bool:
    """Whether a year, or years, of a value reach over the day of publication."""
    first, _, last = value.partition("/")
    years = (first, last or first)
    known = all(len(year) == _YEAR and year.isdigit() for year in years)
    return known and int(years[0]) <= published.year <= int(years[1])


def _owners(
    scene: Scene, around: Surroundings, triggers: Sequence[Trigger], dated: Dated
) -> tuple[list[int], list[int]]:
    """The triggers a time belongs to: the nearest before it, and the one after it that may have it.

    That is the next where none stands before, and the sentence's first verb where the time
    stands in front of it: «في اجتماع يوم الأحد، رفض الوزير».
    """
    scope = scene.scopes[dated.first]
    near = range(
        bisect_left(triggers, dated.first - LONGEST, key=lambda trigger: trigger.at),
        bisect_left(triggers, dated.first + LONGEST, key=lambda trigger: trigger.at),
    )
    same = [
        n
        for n in near
        if scene.scopes[triggers[n].at] == scope and _reaches(scene, around, triggers[n], dated)
    ]
    before = [n for n in same if triggers[n].at < dated.first]
    after = [n for n in same if triggers[n].at > dated.first]
    if not before:
        return [], after[:1]
    turns = [n for n in same if triggers[n].verb or triggers[n].says]
    front = not any(triggers[n].at < dated.first for n in turns)
    return before[-1:], [n for n in after if n in turns][:1] if front else []


def _reaches(scene: Scene, around: Surroundings, trigger: Trigger, dated: Dated) -> bool:
    """Whether a time can be that of a trigger: no stop between them, nor غداة before the trigger."""
    start, end = sorted((trigger.at, dated.first))
    between = scene.forms[start + 1 : end]
    if any(form in _STOPS for form in between):
        return False
    if trigger.at > dated.first:
        return not _is_apart(scene, around, trigger.at)
    if not trigger.says or trigger.cue is None:
        return True
    elsewhere = around.relatives | around.meanwhile
    return not any(form in elsewhere for form in between) and _dates_saying(scene, trigger.cue, dated)


def _is_apart(scene: Scene, around: Surroundings, at: int) -> bool:
    """Whether a word is what something else came before or after: "بعد الحريق", "بعد يومين من الحريق"."""
    if scene.forms[at - 1] in around.apart:
        return True
    return scene.forms[at - 1] in _FROM and not around.apart.isdisjoint(
        scene.forms[max(0, at - _SPAN) : at - 1]
    )


def _dates_saying(scene: Scene, cue: int, dated: Dated) -> bool:
    """Whether a time after a cue stands before its content, or close behind a cue that comes last."""
    statement = scene.statements[cue]
    if any(span.start >= dated.time.end for span in statement.content):
        return True
    behind = all(span.end <= statement.cue.start for span in statement.content)
    return behind and dated.time.start - statement.cue.end <= _CLOSE


def _bare(form: str) -> str:
    """A word without a conjunction before it."""
    return form[1:] if form[:1] == "و" and len(form) > 2 else form
