"""One row for each place that a finding across articles rests on.

What stands in several places (a claim, a measure, a finding) has as many rows as places and
repeats its id, so that a spreadsheet can filter and a data frame can group.
"""

from collections.abc import Mapping, Sequence

import msgspec

from tawatur.model import Pointer, Situation


class IdentityRow(msgspec.Struct, frozen=True):
    """One entity of one article that belongs to an identity."""

    identity: str
    type: str
    name: str
    english: str | None
    principal: str | None
    article: str
    entity: str


class CopyRow(msgspec.Struct, frozen=True):
    """One article of a copy; the probable source has ``place`` 0."""

    copy: str
    kind: str
    origin: str | None
    place: int
    article: str


class StoryRow(msgspec.Struct, frozen=True):
    """One article of a story."""

    story: str
    name: str
    first: str | None
    last: str | None
    article: str


class OriginRow(msgspec.Struct, frozen=True):
    """The principal a statement finally comes from; the place is the statement's cue."""

    article: str
    start: int
    end: int
    principal: str
    name: str
    path: tuple[str, ...]


class MeasureRow(msgspec.Struct, frozen=True):
    """One figure of a measure."""

    measure: str
    what: str
    unit: str | None
    article: str
    start: int
    end: int
    text: str
    low: float | None
    high: float | None
    modifier: str
    speaker: str | None
    origin: str | None
    time: str | None


class ClaimRow(msgspec.Struct, frozen=True):
    """One statement that affirms, denies or withholds a claim."""

    claim: str
    what: str
    stance: str
    article: str
    start: int
    end: int


class FindingRow(msgspec.Struct, frozen=True):
    """One place of one side of a finding."""

    finding: str
    kind: str
    what: str
    about: str | None
    independent_origins: int | None
    credibility: int | None
    side: int
    article: str
    start: int
    end: int
    text: str
    reasons: tuple[str, ...]


class HappeningRow(msgspec.Struct, frozen=True):
    """One place that tells a dated event of the timeline."""

    happening: str
    date: str | None
    what: str
    event: str | None
    modality: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    article: str
    start: int
    end: int


class PositionRow(msgspec.Struct, frozen=True):
    """One step of what a speaker said of one claim over time."""

    who: str
    claim: str
    changed: bool
    time: str
    stance: str
    article: str
    start: int
    end: int


SITUATION_TABLES: Mapping[str, type[msgspec.Struct]] = {
    "identities": IdentityRow,
    "copies": CopyRow,
    "stories": StoryRow,
    "origins": OriginRow,
    "measures": MeasureRow,
    "claims": ClaimRow,
    "findings": FindingRow,
    "timeline": HappeningRow,
    "positions": PositionRow,
}


def situation_rows(situation: Situation) -> dict[str, Sequence[msgspec.Struct]]:
    """The rows of a situation by table; ``situation.articles`` gives the words of the places."""
    texts = {article.id: article.text for article in situation.articles}
    return {
        "identities": _identities(situation),
        "copies": [
            CopyRow(copy.id, copy.kind.value, copy.origin, place, article)
            for copy in situation.copies
            for place, article in enumerate(copy.articles)
        ],
        "stories": [
            StoryRow(story.id, story.name, story.first, story.last, article)
            for story in situation.stories
            for article in story.articles
        ],
        "origins": [
            OriginRow(*_place(origin.statement), origin.principal, origin.name, origin.path)
            for origin in situation.origins
        ],
        "measures": _measures(situation),
        "claims": _claims(situation),
        "findings": _findings(situation, texts),
        "timeline": _timeline(situation),
        "positions": _positions(situation),
    }


def _identities(situation: Situation) -> list[IdentityRow]:
    return [
        IdentityRow(
            identity.id,
            identity.type.value,
            identity.name,
            identity.english,
            identity.principal,
            article,
            entity,
        )
        for identity in situation.identities
        for article, entity in identity.members
    ]


def _measures(situation: Situation) -> list[MeasureRow]:
    return [
        MeasureRow(
            measure.id,
            measure.what,
            measure.unit,
            *_place(figure.place),
            figure.text,
            figure.low,
            figure.high,
            figure.modifier,
            figure.speaker,
            figure.origin,
            figure.time,
        )
        for measure in situation.measures
        for figure in measure.figures
    ]


def _claims(situation: Situation) -> list[ClaimRow]:
    return [
        ClaimRow(claim.id, claim.what, stance.value, *_place(pointer))
        for claim in situation.claims
        for stance, pointers in claim.stands
        for pointer in pointers
    ]


def _findings(situation: Situation, texts: Mapping[str, str]) -> list[FindingRow]:
    return [
        FindingRow(
            finding.id,
            finding.kind.value,
            finding.what,
            finding.about,
            finding.independent_origins,
            finding.credibility,
            side,
            *_place(pointer),
            texts.get(pointer.article, "")[pointer.start : pointer.end],
            tuple(why.note for why in finding.reasons),
        )
        for finding in situation.findings
        for side, pointers in enumerate(finding.sides)
        for pointer in pointers
    ]


def _timeline(situation: Situation) -> list[HappeningRow]:
    return [
        HappeningRow(
            happening.id,
            happening.date,
            happening.what,
            happening.event,
            happening.modality,
            happening.actors,
            happening.recipients,
            happening.place,
            *_place(pointer),
        )
        for happening in situation.timeline
        for pointer in happening.evidence
    ]


def _positions(situation: Situation) -> list[PositionRow]:
    return [
        PositionRow(position.who, position.claim, position.changed, time, stance, *_place(pointer))
        for position in situation.positions
        for time, stance, pointer in position.steps
    ]


def _place(pointer: Pointer) -> tuple[str, int, int]:
    return pointer.article, pointer.start, pointer.end
