"""Timeline: the dated events of a story, each once, with every place that tells of it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b

from tawatur.comparison.happenings import Told, days_of, group_events, tell
from tawatur.comparison.lands import is_country
from tawatur.lexicon.happenings import Happenings
from tawatur.lexicon.rarity import Rarity
from tawatur.model import Happening, Identity, Modality, Origin, Pointer, Reading, Why

_SHOWN = (Modality.ASSERTED, Modality.FUTURE)
_SHORTEST = 60
_LONGEST = 240
_STOPS = (". ", ".\n", "\n", "؟", "!")


def build_timeline(
    readings: Sequence[Reading],
    identities: Sequence[Identity],
    origins: Sequence[Origin],
    rarity: Rarity,
    happenings: Happenings,
) -> tuple[Happening, ...]:
    """The happenings of some articles in order of their dates; the order of ``readings`` does not matter.

    Events of one class at one time that share who, where or their words are one happening, and so
    is what is told of it elsewhere without a date. The date is that of the event, never that of
    the statement or the article, unless the article gives none and tells of the day it came out.
    What is denied or only thought of, and what nobody dates, is no line of the timeline.
    """
    identity_of = {member: identity.id for identity in identities for member in identity.members}
    by_id = {reading.article.id: reading for reading in readings}
    countries = frozenset(
        identity_of.get((reading.article.id, entity.id), entity.id)
        for reading in readings
        for entity in reading.entities
        if is_country(entity)
    )
    tellers = _tellers(readings, origins)
    told = [
        tell(reading, event, identity_of, countries, rarity, happenings)
        for reading in readings
        for event in reading.events
        if event.modality in _SHOWN
    ]
    lines = (_happening(events, by_id, identity_of, tellers) for events in group_events(told))
    return tuple(sorted(lines, key=lambda happening: (happening.date or "", happening.evidence)))


def _tellers(readings: Sequence[Reading], origins: Sequence[Origin]) -> dict[tuple[str, str | None], str]:
    """On whose word: the principal of each statement, the outlet for what an article tells itself."""
    principal_of = {origin.statement: origin.principal for origin in origins}
    found: dict[tuple[str, str | None], str] = {}
    for reading in readings:
        article = reading.article
        found[article.id, None] = f"outlet:{article.outlet or article.id}"
        for statement in reading.statements:
            cue = Pointer(article.id, statement.cue.start, statement.cue.end)
            if cue in principal_of:
                found[article.id, statement.id] = principal_of[cue]
    return found


def _happening(
    events: Sequence[Told],
    readings: Mapping[str, Reading],
    identity_of: Mapping[tuple[str, str], str],
    tellers: Mapping[tuple[str, str | None], str],
) -> Happening:
    events = sorted(events, key=lambda one: (one.place, one.event.id))
    evidence = tuple(dict.fromkeys(one.place for one in events))
    date, first = _date(events), _first(events)

    def named(one: Told, entities: Iterable[str]) -> list[str]:
        return [identity_of.get((one.place.article, entity), entity) for entity in entities]

    return Happening(
        id="happening-" + blake2b(repr((first.event.kind, evidence)).encode(), digest_size=6).hexdigest(),
        date=date,
        what=_what(first, readings),
        event=first.event.kind,
        evidence=evidence,
        actors=_common(named(one, one.event.actors) for one in events),
        recipients=_common(named(one, one.event.recipients) for one in events),
        place=next(iter(_common(named(one, [one.event.place]) for one in events if one.event.place)), None),
        modality=_modality(events).value,
        told_by=_common(
            [teller] for one in events if (teller := tellers.get((one.place.article, one.event.statement)))
        ),
        reasons=tuple(_reasons(events)),
    )


def _date(events: Sequence[Told]) -> str | None:
    """The date most of the events give, the most exact of those that agree with it."""
    counts = Counter(one.event.date for one in events if one.event.date and one.days)
    explicit = Counter(one.event.date for one in events if one.event.date and one.days and one.event.when)
    dates = sorted(explicit or counts, key=lambda value: (-(explicit or counts)[value], _width(value), value))
    if not dates:
        return None
    finer = [value for value in dates if value and value.startswith(dates[0] or "")]
    return min(finer, key=lambda value: (_width(value), dates.index(value)))


def _width(value: str | None) -> int:
    days = days_of(value)
    return (days[1] - days[0]).days if days else 100_000


def _first(events: Sequence[Told]) -> Told:
    """The event that speaks for the others: dated in words, with its people, and early."""
    return min(
        events, key=lambda one: (one.event.when is None, one.event.date is None, not one.who, one.place)
    )


def _what(one: Told, readings: Mapping[str, Reading]) -> str:
    """The clause that tells it, on one line; a short one with what follows, a long one cut."""
    text = readings[one.place.article].article.text
    end = one.place.end
    if end - one.place.start < _SHORTEST:
        end = min((at for stop in _STOPS if (at := text.find(stop, end)) >= 0), default=len(text))
    line = " ".join(text[one.place.start : end].split())
    return line if len(line) <= _LONGEST else line[: line.rfind(" ", 0, _LONGEST)] + "…"


def _common(lists: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """Everything listed, the commonest first."""
    counts: Counter[str] = Counter()
    for names in lists:
        counts.update(set(names))
    return tuple(sorted(counts, key=lambda name: (-counts[name], name)))


def _modality(events: Sequence[Told]) -> Modality:
    """Asserted as soon as one article tells it as having happened."""
    asserted = any(one.event.modality is Modality.ASSERTED for one in events)
    return Modality.ASSERTED if asserted else Modality.FUTURE


def _reasons(events: Sequence[Told]) -> Iterator[Why]:
    """Every date that words give it with the places; then where only the day of the paper does."""
    dates: dict[str, list[Pointer]] = {}
    for one in events:
        if one.event.date and one.event.when:
            when = Pointer(one.place.article, one.event.when.start, one.event.when.end)
            dates.setdefault(one.event.date, []).append(when)
    for value, places in sorted(dates.items()):
        yield Why("dated", value, tuple(places))
    papers = [one.place for one in events if one.event.date and not one.event.when]
    if papers and not dates:
        yield Why("published", "told without a date on the day of publication", tuple(papers))
