"""Which of the events that articles tell of are one and the same happening."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from math import sqrt

import msgspec

from tawatur.comparison.clusters import gather
from tawatur.lexicon.happenings import Happenings
from tawatur.lexicon.rarity import Rarity
from tawatur.model import Event, Pointer, Reading
from tawatur.text import light_stem, tokenise

SAME = 0.5
RECALLED = 0.4
ADJOINING = 0.9
SPEECH = frozenset({"AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
SAYING = "statement"
UNCLASSED = "None"
ATTACK = "ASSAULT"
_WHO = 0.4
_WHERE = 0.3
_ELSEWHERE = -0.3
_MAIN = 0.2
_MONTH = 31
_MEMBERS = 0.6
_EXCLUDED = -1.0


class Told(msgspec.Struct, frozen=True):
    """An event as one article tells it, with what it is compared by.

    ``who`` holds the identities of actors and recipients, ``where`` that of a place smaller than
    a country, ``words`` the stems of its clause with their weights, of length one; ``days`` its
    date as first and last day. ``sort`` is its class, ``statement`` for what is only said; ``nature``
    names what nature did where a noun says so: "الزلزال" and "الهزة" are one.
    """

    event: Event
    place: Pointer
    sort: str
    who: frozenset[str]
    where: str | None
    words: dict[str, float]
    days: tuple[date, date] | None
    nature: str | None = None


def tell(
    reading: Reading,
    event: Event,
    identity_of: Mapping[tuple[str, str], str],
    countries: frozenset[str],
    rarity: Rarity,
    happenings: Happenings,
) -> Told:
    """One event of an article made ready for comparison; ``countries`` are identities of countries."""
    article = reading.article.id
    sides = (*event.actors, *event.recipients)
    where = identity_of.get((article, event.place or ""), event.place)
    return Told(
        event=event,
        place=Pointer(article, event.start, event.end),
        sort=SAYING if event.rule == SAYING else str(event.kind),
        who=frozenset(identity_of.get((article, side), side) for side in sides),
        where=None if where in countries else where,
        words=_words(reading.article.text[event.start : event.end], rarity),
        days=days_of(event.date),
        nature=_nature(reading.article.text[event.trigger.start : event.trigger.end], happenings),
    )


def _nature(trigger: str, happenings: Happenings) -> str | None:
    """What nature did by the noun that names an event, as the lexicon calls it."""
    senses = (
        sense
        for form in tokenise(trigger).forms
        for word in happenings.read(form)
        for sense in word.nouns
        if sense.nature
    )
    return next((sense.gloss for sense in senses), None)


def group_events(told: Sequence[Told]) -> list[list[Told]]:
    """Groups of events that are one happening, every dated event in one; the order does not matter.

    Events of one class at one time are compared by who, where and the words. An attack of which
    an article gives nothing but the day is the one the others tell of; what is told without a
    date joins the dated happening it is most like, the main one of its class first, or none.
    """
    dated: defaultdict[str, list[Told]] = defaultdict(list)
    undated: defaultdict[str, list[Told]] = defaultdict(list)
    for one in sorted(told, key=lambda one: (one.place, one.event.id)):
        (dated if one.days else undated)[one.sort].append(one)
    groups: list[list[Told]] = []
    for sort, events in dated.items():
        together = _together(events)
        if sort == ATTACK:
            together = _with_the_vague(together)
        main = max(together, key=len) if sort == ATTACK else []
        for one in undated[sort]:
            best = max(together, key=lambda group: _recall(one, group, main))
            if _recall(one, best, main) >= RECALLED:
                best.append(one)
        groups.extend(together)
    return groups


def _recall(one: Told, group: list[Told], main: list[Told]) -> float:
    """How much an undated event sounds like a happening; the main attack of a story is recalled most."""
    return max(likeness(one, other) for other in group) + (_MAIN if group is main else 0.0)


def _with_the_vague(groups: list[list[Told]]) -> list[list[Told]]:
    """Groups of one class, those without names or places put to the largest of their day."""
    largest: dict[tuple[date, date] | None, list[Told]] = {}
    kept: list[list[Told]] = []
    for group in sorted(groups, key=lambda group: (_is_vague(group), -len(group))):
        main = largest.setdefault(group[0].days, group)
        if main is not group and _is_vague(group):
            main.extend(group)
        else:
            kept.append(group)
    return kept


def _is_vague(group: list[Told]) -> bool:
    return not any(one.who or one.where for one in group)


def likeness(one: Told, other: Told) -> float:
    """How alike two events are apart from their dates: words 0 to 1, the same people and place on top.

    Names count half where no class says what happened: much can happen to one team on one day.
    """
    if len(one.words) > len(other.words):
        one, other = other, one
    alike = sum([weight * other.words[stem] for stem, weight in one.words.items() if stem in other.words])
    named = 0.0
    if one.who & other.who:
        named += _WHO
    if _in_one_place(one, other):
        named += _WHERE
    elif _elsewhere(one, other):
        named += _ELSEWHERE
    return alike + (named / 2 if one.sort == UNCLASSED else named)


def _in_one_place(one: Told, other: Told) -> bool:
    """Whether the place of the one is that of the other, or among those it befell."""
    return bool(one.where and one.where in {other.where, *other.who}) or bool(
        other.where and other.where in one.who
    )


def _elsewhere(one: Told, other: Told) -> bool:
    return bool(one.where and other.where) and not _in_one_place(one, other)


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
    """The likeness of two dated events; excluded where their dates or their speakers differ.

    Neighbouring days may be one event dated differently, but only if all else is alike.
    """
    if one.days is None or other.days is None:
        return _EXCLUDED
    apart = (max(one.days[0], other.days[0]) - min(one.days[1], other.days[1])).days
    lengths = sorted((_length(one.days), _length(other.days)))
    if apart > 1 or lengths[0] != lengths[1] > _MONTH:
        return _EXCLUDED
    speaks = one.sort in SPEECH or one.sort == SAYING
    if speaks and one.event.actors and other.event.actors and not one.who & other.who:
        return _EXCLUDED
    alike = likeness(one, other)
    if one.nature and one.nature == other.nature and not _elsewhere(one, other):
        return max(alike, SAME)
    if apart == 1:
        return alike - (ADJOINING - SAME)
    return max(alike, SAME) if one.sort in SPEECH and one.who & other.who else alike


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
