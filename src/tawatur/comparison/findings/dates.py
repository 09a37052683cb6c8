"""The same event dated differently."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from tawatur.comparison.clusters import gather
from tawatur.comparison.contents import Content, Told, background
from tawatur.comparison.ids import content_id
from tawatur.comparison.reasons import Clue, reasons, weigh
from tawatur.comparison.weights import Weights, partners
from tawatur.comparison.wording import wording
from tawatur.model import Event, Finding, FindingKind, Modality, Pointer, Span, Time, TimeType, Why
from tawatur.model.reading import within

_DAY = re.compile(r"\d{4}-\d{2}(-\d{2})?$")
_SAME_EVENT = 1.8
_MONTHS_APART = 2
_DATES = (TimeType.DATE, TimeType.TIME)
_A_DAY = "2024-10-23"
_DAYS = 3
_VISITS = frozenset({"arrive", "visit"})


class Dated(msgspec.Struct, frozen=True):
    """An event that its clause dates to a day or a month: where it says so, and what happened."""

    when: Pointer
    words: str
    date: str
    event: Event
    trigger: str
    content: Content
    befalls: bool
    ordinals: frozenset[str] = frozenset()


def findings_of_dates(told: Sequence[Told]) -> Iterator[Finding]:
    """A finding for every event that the articles put on different days.

    "طردوا التنظيم من البلدة الشهر الماضي" in an article of July against "في يناير" in another.
    """
    found = [dated for article in told for dated in _dated(article)]
    weights = Weights([dated.content.keys for dated in found], background(told))
    clues = clues_of_same_event(weights)
    pairs = {
        (i, j): weighed.score
        for i, j in partners({i: dated.content.keys for i, dated in enumerate(found)}, weights)
        if (weighed := weigh(clues, found[i], found[j])).score >= _SAME_EVENT
    }
    for group in gather(pairs, lambda i, j: weigh(clues, found[i], found[j]).score, _SAME_EVENT, 0.0):
        events = [found[i] for i in group]
        if any(_apart(one, other) for one in events for other in events):
            yield _finding(events, told, clues)


def clues_of_same_event(weights: Weights) -> tuple[Clue[Dated], ...]:
    """The reasons for and against two dated clauses telling of one event."""

    def alike(one: Dated, other: Dated) -> float:
        return weights.likeness(one.content.keys, other.content.keys)

    return (
        Clue("same_words", 2.0, "they share their words", alike),
        Clue("same_trigger", 0.4, "the same word names the event", lambda a, b: a.trigger == b.trigger),
        Clue("same_deed", 0.8, "the same happens to somebody, told of days close together", _same_deed),
        Clue("same_visit", 1.0, "the same visitor arrives, told of days close together", _same_visit),
        Clue("same_place", 0.3, "they name the same place", _same_place),
        Clue("other_place", -0.6, "they name other places", _other_place),
        Clue("same_figure", 0.3, "they give the same figure", _same_figure),
        Clue("other_figure", -0.6, "they give other figures", _other_figure),
        Clue(
            "other_of_several", -9.0, "one is the first of several, the other the second", _other_of_several
        ),
        Clue("other_kind", -9.0, "they are events of other kinds", _other_kind),
        Clue("long_apart", -9.0, "the dates are too far apart for one event", _long_apart),
    )


def _dated(article: Told) -> Iterator[Dated]:
    """The events whose clause holds one date, and that date is theirs."""
    for event in article.reading.events:
        term = next((t for i in article.range(event.trigger) if (t := article.term(i))), None)
        when = event.when
        if term is None or when is None or not event.date or not _DAY.match(event.date):
            continue
        clause = Span(event.start, event.end)
        dates = [time for time in within(article.reading.times, clause) if _dates(article, time)]
        alone = len(dates) == 1 and within((when,), clause)
        if alone and event.modality is Modality.ASSERTED:
            place, words = article.pointer(when), article.text(when)
            befalls = term.concept in article.terms.meaning.states
            numbered = article.content(article.sentence(event.start)).concepts
            ordinals = numbered & article.terms.meaning.tallies.ordinals
            yield Dated(place, words, event.date, event, term.key, article.content(clause), befalls, ordinals)


def _dates(article: Told, time: Time) -> bool:
    """Whether a time dates something, rather than say when it was not: "مساء الجمعة لا صباح السبت"."""
    before = article.range(Span(time.start, time.end)).start - 1
    return time.type in _DATES and not (before >= 0 and article.negates(before))


def _apart(one: Dated, other: Dated) -> bool:
    """Whether two dates differ as far as both tell: a month does not differ from one of its days.

    The same words for two days, as "اليوم" in a text printed again the day after, date nothing anew.
    """
    a, b = one.date, other.date
    return one.words != other.words and not (a.startswith(b) or b.startswith(a))


def _same_deed(one: Dated, other: Dated) -> float:
    """Whether one word for what befalls people or things names both: a boat sinks, thirty are killed."""
    return float(one.trigger == other.trigger and one.befalls and other.befalls and _close(one, other))


def _same_visit(one: Dated, other: Dated) -> float:
    """Whether both tell of an arrival or a visit, at the same place and of the same somebody."""
    a, b = one.content, other.content
    visits = bool(a.concepts & _VISITS and b.concepts & _VISITS)
    return float(visits and bool(a.places & b.places) and bool(_who(a) & _who(b)) and _close(one, other))


def _who(content: Content) -> frozenset[str]:
    return content.entities - content.places


def _close(one: Dated, other: Dated) -> bool:
    if len(one.date) < len(_A_DAY) or len(other.date) < len(_A_DAY):
        return False
    return abs((date.fromisoformat(one.date) - date.fromisoformat(other.date)).days) <= _DAYS


def _same_place(one: Dated, other: Dated) -> float:
    return float(bool(one.content.places & other.content.places))


def _other_place(one: Dated, other: Dated) -> float:
    a, b = one.content.places, other.content.places
    return float(bool(a and b and not a & b))


def _figures(dated: Dated) -> set[tuple[float | None, float | None]]:
    return {(quantity.low, quantity.high) for quantity in dated.content.quantities}


def _same_figure(one: Dated, other: Dated) -> float:
    return float(bool(_figures(one) & _figures(other)))


def _other_figure(one: Dated, other: Dated) -> float:
    a, b = _figures(one), _figures(other)
    return float(bool(a and b and not a & b))


def _other_of_several(one: Dated, other: Dated) -> float:
    """Whether their sentences number what they tell of: "المركب الأول", "المركب الثاني"."""
    return float(bool(one.ordinals and other.ordinals and not one.ordinals & other.ordinals))


def _other_kind(one: Dated, other: Dated) -> float:
    return float(bool(one.event.kind and other.event.kind and one.event.kind != other.event.kind))


def _long_apart(one: Dated, other: Dated) -> float:
    a, b = (date.fromisoformat(f"{dated.date}-01"[:10]) for dated in (one, other))
    return float(abs((a.year - b.year) * 12 + a.month - b.month) > _MONTHS_APART)


def _finding(events: list[Dated], told: Sequence[Told], clues: Sequence[Clue[Dated]]) -> Finding:
    by_id = {article.id: article for article in told}
    sides: dict[str, list[Pointer]] = defaultdict(list)
    for dated in events:
        sides[dated.date].append(dated.when)
    one, other = next((a, b) for a in events for b in events if _apart(a, b))
    places = (one.when, other.when)
    article = by_id[one.when.article]
    return Finding(
        id=content_id("date", (dated.when for dated in events)),
        kind=FindingKind.DATE,
        what=wording(article, Span(one.event.start, one.event.end)),
        sides=tuple(tuple(side) for _, side in sorted(sides.items())),
        reasons=(
            Why("dates", f"{one.date} ≠ {other.date}", places),
            *reasons(clues, weigh(clues, one, other), places),
        ),
    )
