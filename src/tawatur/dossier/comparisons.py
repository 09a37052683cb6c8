"""Numbers, disputes, what is corroborated, the timeline: findings as a page shows them."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from tawatur.dossier.page import Agreed, Dispute, Moment, Number, Row, Said, Side, Who
from tawatur.dossier.sources import Sources, anchor
from tawatur.model import Claim, Figure, Finding, FindingKind, Happening, Measure, Pointer
from tawatur.text import fold, light_stem

_ABOUT_NUMBERS = (FindingKind.CONFLICTING, FindingKind.REVISED)
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT(\d\d:\d\d)")
_KIND_ORDER = {"conflicting": 0, "revised": 1, "corroborated": 2, "single": 3}


def show_numbers(
    measures: Sequence[Measure], findings: Sequence[Finding], sources: Sources
) -> tuple[Number, ...]:
    """Every measure with all its figures: those in conflict first, then those with most figures."""
    found = {finding.about: finding for finding in findings if is_about_number(finding)}
    numbers = [show_number(measure, found.get(measure.id), sources) for measure in measures]
    return tuple(sorted(numbers, key=lambda n: (_KIND_ORDER[n.kind], -len(n.rows), n.anchor)))


def is_about_number(finding: Finding) -> bool:
    """Whether a finding is shown with the figures of its measure."""
    return finding.kind in _ABOUT_NUMBERS and finding.about is not None


def show_number(measure: Measure, finding: Finding | None, sources: Sources) -> Number:
    """A measure with all its figures in order of time."""
    figures = measure.figures
    if finding:
        kind = finding.kind.value
    else:
        kind = "corroborated" if len({f.origin for f in figures}) > 1 else "single"
    reasons = [*(finding.reasons if finding else ()), *measure.reasons]
    return Number(
        id=measure.id,
        anchor=anchor("number", measure.id),
        what=measure.what,
        unit=measure.unit,
        kind=kind,
        rows=tuple(_rows(figures, sources)),
        reasons=sources.reasons(reasons),
        finding=finding.id if finding else None,
    )


def _rows(figures: Sequence[Figure], sources: Sources) -> Iterable[Row]:
    """One row a figure; the same figure from the same speaker in other articles shares a row."""
    alike: dict[tuple[object, ...], list[Figure]] = {}
    for figure in figures:
        key = (figure.low, figure.high, figure.modifier, figure.speaker or figure.place.article, figure.time)
        alike.setdefault(key, []).append(figure)
    shared = _shared_days(figures)
    for first, *others in alike.values():
        article = first.place.article
        when = first.time or sources.place(first.place).published
        yield Row(
            words=sources.words(first.place),
            low=first.low,
            high=first.high,
            modifier=first.modifier,
            who=sources.who(first.speaker, article) if first.speaker else _outlet(first.place, sources),
            origin=sources.who(first.origin, article).name,
            when=when,
            place=sources.place(first.place),
            hour=_hour(when) if when and when[:10] in shared else None,
            same=tuple(sources.place(other.place) for other in others),
        )


def _shared_days(figures: Sequence[Figure]) -> set[str]:
    """The days on which more than one figure is given, so that the hour tells which came first."""
    given = {(figure.time[:10], figure.low, figure.high) for figure in figures if figure.time}
    return {day for day, times in Counter(day for day, _, _ in given).items() if times > 1}


def _hour(when: str) -> str | None:
    """The hour and minute of an instant: ``08:39`` of ``2023-09-09T08:39:00+01:00``."""
    found = _INSTANT.match(when)
    return found[1] if found else None


def _outlet(place: Pointer, sources: Sources) -> Who:
    return Who(sources.place(place).outlet)


def show_disputes(
    findings: Sequence[Finding], claims: Sequence[Claim], sources: Sources
) -> tuple[Dispute, ...]:
    """Everything that stands against something else, denials first.

    Findings about a measure have their own part and are left out.
    """
    by_id = {claim.id: claim for claim in claims}
    disputes = [
        Dispute(
            id=finding.id,
            anchor=anchor("finding", finding.id),
            kind=finding.kind.value,
            what=finding.what,
            sides=tuple(_sides(finding, by_id.get(finding.about or ""), sources)),
            reasons=sources.reasons(finding.reasons),
        )
        for finding in findings
        if finding.kind is not FindingKind.CORROBORATED and not is_about_number(finding)
    ]
    return tuple(sorted(disputes, key=lambda d: (d.kind != "disputed", -_weight(d), d.anchor)))


def _weight(dispute: Dispute) -> int:
    return min((len(side.said) for side in dispute.sides), default=0)


def _sides(finding: Finding, claim: Claim | None, sources: Sources) -> Iterable[Side]:
    """Those who affirm a claim, who deny it and who hold back; without a claim the sides of the finding."""
    if claim is None:
        yield from (_side(None, places, finding.what, sources) for places in finding.sides)
        return
    for stance, places in claim.stands:
        if places:
            yield _side(stance.value, places, finding.what, sources)


def _side(stance: str | None, places: Sequence[Pointer], what: str, sources: Sources) -> Side:
    """One side: its statements, and the places that are none."""
    return Side(
        stance=stance,
        said=nearest_first(said_at(places, sources), what),
        places=tuple(sources.place(place) for place in places if sources.statement(place) is None),
    )


def said_at(places: Sequence[Pointer], sources: Sources) -> tuple[Said, ...]:
    """The statements whose cues stand at ``places``; other places are passed over."""
    return tuple(said for said in (sources.said(place) for place in places) if said)


def nearest_first(said: Sequence[Said], what: str) -> tuple[Said, ...]:
    """Statements in the order in which their contents hold the words of the heading ``what``.

    Nobody is quoted twice before everybody is quoted once.
    """
    heading = _stems([what])
    turns: Counter[str | None] = Counter()
    ranked = []
    for one in sorted(said, key=lambda one: -len(heading & _stems(one.words))):
        ranked.append((turns[one.who.name], one))
        turns[one.who.name] += 1
    return tuple(one for _, one in sorted(ranked, key=lambda turn: turn[0]))


def _stems(texts: Iterable[str]) -> set[str]:
    return {light_stem(fold(word)) for text in texts for word in text.split()}


def show_agreed(
    findings: Sequence[Finding], measures: Sequence[Measure], sources: Sources
) -> tuple[Agreed, ...]:
    """What is corroborated, most independent origins first; many articles on one origin are a warning.

    Of equals a claim goes before a bare figure.
    """
    counted = {measure.id for measure in measures}
    points = [
        (finding.about in counted, _agreed(finding, sources))
        for finding in findings
        if finding.kind is FindingKind.CORROBORATED
    ]
    points.sort(key=lambda found: _strength(found[1], bare=found[0]))
    return tuple(point for _, point in points)


def _strength(point: Agreed, *, bare: bool) -> tuple[bool, int, bool, int, str]:
    return point.warning, -(point.independent_origins or 0), bare, -point.articles, point.anchor


def _agreed(finding: Finding, sources: Sources) -> Agreed:
    places = [place for side in finding.sides for place in side]
    articles = len({place.article for place in places})
    origins = finding.independent_origins
    return Agreed(
        id=finding.id,
        anchor=anchor("finding", finding.id),
        what=finding.what,
        said=nearest_first(said_at(places, sources), finding.what),
        articles=articles,
        independent_origins=origins,
        origins=tuple(sources.who(origin) for origin in finding.origins),
        credibility=finding.credibility,
        warning=origins == 1 and articles > 1,
        reasons=sources.reasons(finding.reasons),
    )


def show_moments(timeline: Sequence[Happening], sources: Sources) -> tuple[Moment, ...]:
    """The timeline in order of date, what has no date last."""
    ordered = sorted(timeline, key=lambda happening: (happening.date is None, happening.date or ""))
    return tuple(
        Moment(
            anchor=anchor("happening", happening.id),
            date=happening.date,
            what=happening.what,
            event=happening.event,
            modality=happening.modality,
            places=tuple(sources.place(place) for place in happening.evidence),
            actors=tuple(sources.who(actor) for actor in happening.actors),
        )
        for happening in ordered
    )
