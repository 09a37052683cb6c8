"""Which of the events that articles tell of are one and the same happening."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from math import sqrt

import msgspec

from tawatur.comparison.clusters import gather
from tawatur.lexicon.rarity import Rarity
from tawatur.model import Event, Pointer, Reading
from tawatur.text import light_stem, tokenise

SAME = 0.5
RECALLED = 0.4
ADJOINING = 0.9
SPEECH = frozenset({"AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
_WHO = 0.4
_WHERE = 0.3
_ELSEWHERE = -0.3
_NEXT_DAYS = 1
_MEMBERS = 0.6
_EXCLUDED = -1.0


class Told(msgspec.Struct, frozen=True):
    """An event as one article tells it, with what it is compared by.

    ``who`` holds the identities of actors and recipients, ``words`` the stems of its clause with
    their weights, of length one; ``days`` its date as first and last day.
    """

    event: Event
    place: Pointer
    who: frozenset[str]
    where: str | None
    words: dict[str, float]
    days: tuple[date, date] | None


def tell(reading: Reading, event: Event, identity_of: Mapping[tuple[str, str], str], rarity: Rarity) -> Told:
    """One event of an article made ready for comparison."""
    article = reading.article.id
    sides = (*event.actors, *event.recipients)
    return Told(
        event=event,
        place=Pointer(article, event.start, event.end),
        who=frozenset(identity_of.get((article, side), side) for side in sides),
        where=identity_of.get((article, event.place or ""), event.place),
        words=_words(reading.article.text[event.start : event.end], rarity),
        days=days_of(event.date),
    )


def group_events(told: Sequence[Told]) -> list[list[Told]]:
    """Groups of events that are one happening, every dated event in one; the order does not matter.

    Events of one class at one time are compared by who, where and the words; those told without
    a date join the dated happening they are most like, or none.
    """
    dated: defaultdict[str, list[Told]] = defaultdict(list)
    undated: defaultdict[str, list[Told]] = defaultdict(list)
    for one in sorted(told, key=lambda one: (one.place, one.event.id)):
        (dated if one.days else undated)[str(one.event.kind)].append(one)
    groups: list[list[Told]] = []
    for kind, events in dated.items():
        together = _together(events)
        for one in undated[kind]:
            best = max(together, key=lambda group: likeness_to_group(one, group))
            if likeness_to_group(one, best) >= RECALLED:
                best.append(one)
        groups.extend(together)
    return groups


def likeness(one: Told, other: Told) -> float:
    """How alike two events are apart from their dates: words 0 to 1, the same people and place on top."""
    if len(one.words) > len(other.words):
        one, other = other, one
    alike = sum([weight * other.words[stem] for stem, weight in one.words.items() if stem in other.words])
    if one.who & other.who:
        alike += _WHO
    if one.where and other.where:
        alike += _WHERE if one.where == other.where else _ELSEWHERE
    return alike


def likeness_to_group(one: Told, group: Sequence[Told]) -> float:
    """How alike an event is to the most alike of some, the same however they are ordered."""
    return max(likeness(one, other) for other in group)


def days_of(value: str | None) -> tuple[date, date] | None:
    """The first and last day of an ISO value: a day, month, year, week, or two of them with a slash."""
    if value is None:
        return None
    first, _, last = value.partition("/")
    start, end = _period(first), _period(last or first)
    return (start[0], end[1]) if start and end else None


def _together(events: Sequence[Told]) -> list[list[Told]]:
    """Dated events of one class in groups."""

    def score(i: int, j: int) -> float:
        return _alike_at_one_time(events[i], events[j])

    pairs = {
        (i, j): alike
        for i in range(len(events))
        for j in range(i + 1, len(events))
        if (alike := score(i, j)) >= SAME
    }
    groups = gather(pairs, score, SAME * _MEMBERS, _EXCLUDED)
    grouped = {number for group in groups for number in group}
    alone = [(number,) for number in range(len(events)) if number not in grouped]
    return [[events[number] for number in group] for group in sorted([*groups, *alone])]


def _alike_at_one_time(one: Told, other: Told) -> float:
    """The likeness of two dated events; below nothing where their dates exclude each other."""
    if one.days is None or other.days is None:
        return _EXCLUDED
    gap = max(one.days[0], other.days[0]) - min(one.days[1], other.days[1])
    if gap > timedelta(_NEXT_DAYS) or _length(one.days) > 31 < _length(other.days) != _length(one.days):
        return _EXCLUDED
    alike = likeness(one, other)
    if one.event.kind in SPEECH and one.event.actors and other.event.actors and not one.who & other.who:
        return _EXCLUDED
    if gap > timedelta(0):
        return alike - (ADJOINING - SAME)
    return alike


def _length(days: tuple[date, date]) -> int:
    return (days[1] - days[0]).days + 1


def _words(text: str, rarity: Rarity) -> dict[str, float]:
    stems = Counter(light_stem(form) for form in tokenise(text).forms if len(form) > 1 and form[0].isalpha())
    weights = {stem: rarity.weight(stem) for stem in stems}
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {stem: weight / length for stem, weight in sorted(weights.items())}


def _period(value: str) -> tuple[date, date] | None:
    try:
        return next(read(value) for matches, read in _PERIODS if matches(value))
    except (ValueError, StopIteration):
        return None


def _week(value: str) -> tuple[date, date]:
    monday = date.fromisocalendar(int(value[:4]), int(value[6:8]), 1)
    return monday, monday + timedelta(6)


def _day(value: str) -> tuple[date, date]:
    day = date.fromisoformat(value[:10])
    return day, day


def _month(value: str) -> tuple[date, date]:
    first = date.fromisoformat(f"{value}-01")
    following = first.replace(day=28) + timedelta(4)
    return first, following - timedelta(following.day)


def _year(value: str) -> tuple[date, date]:
    return date(int(value), 1, 1), date(int(value), 12, 31)


_PERIODS: tuple[tuple[Callable[[str], bool], Callable[[str], tuple[date, date]]], ...] = (
    (lambda value: value[5:6] == "W", _week),
    (lambda value: len(value) >= 10, _day),
    (lambda value: len(value) == 7, _month),
    (lambda value: len(value) == 4, _year),
)
