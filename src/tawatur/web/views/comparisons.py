"""Claims, measures and findings, each on a page of its own."""

from tawatur.dossier.comparisons import show_agreed, show_disputes, show_numbers
from tawatur.dossier.page import Number
from tawatur.dossier.sources import Sources
from tawatur.model import Claim, Finding, Measure, Situation
from tawatur.web.desk import Desk
from tawatur.web.shown import ClaimView, FindingView, MeasureView
from tawatur.web.views.stories import row_of, sources_of


def view_claim(desk: Desk, claim_id: str) -> ClaimView:
    """A claim; raises RequestError where there is none."""
    with desk.ledger() as ledger:
        story, situation, now = desk.holding(ledger, "claim", claim_id)
        sources = sources_of(ledger, story, situation)
    claim = next(claim for claim in situation.claims if claim.id == now)
    places = set(claim.statements)
    about = [
        finding
        for finding in situation.findings
        if finding.about == now or places.intersection(p for side in finding.sides for p in side)
    ]
    return ClaimView(
        id=now,
        what=claim.what,
        said=tuple(
            said
            for stance, at in claim.stands
            for said in (sources.said(place, stance) for place in at)
            if said
        ),
        disputes=show_disputes(about, situation.claims, sources),
        agreed=show_agreed(about, situation.measures, sources),
        story=row_of(story),
    )


def view_measure(desk: Desk, measure_id: str) -> MeasureView:
    """A measure; raises RequestError where there is none."""
    with desk.ledger() as ledger:
        story, situation, now = desk.holding(ledger, "measure", measure_id)
        sources = sources_of(ledger, story, situation)
    return MeasureView(_number(situation, sources, now), row_of(story))


def view_finding(desk: Desk, finding_id: str) -> FindingView:
    """A finding; raises RequestError where there is none."""
    with desk.ledger() as ledger:
        story, situation, now = desk.holding(ledger, "finding", finding_id)
        sources = sources_of(ledger, story, situation)
    finding = next(finding for finding in situation.findings if finding.id == now)
    return _show_finding(finding, situation, sources, FindingView(now, row_of(story)))


def find_claim(desk: Desk, claim_id: str) -> Claim:
    """A claim as a value; raises RequestError where there is none."""
    with desk.ledger() as ledger:
        _, situation, now = desk.holding(ledger, "claim", claim_id)
    return next(claim for claim in situation.claims if claim.id == now)


def find_measure(desk: Desk, measure_id: str) -> Measure:
    """A measure as a value; raises RequestError where there is none."""
    with desk.ledger() as ledger:
        _, situation, now = desk.holding(ledger, "measure", measure_id)
    return next(measure for measure in situation.measures if measure.id == now)


def find_finding(desk: Desk, finding_id: str) -> Finding:
    """A finding as a value; raises RequestError where there is none."""
    with desk.ledger() as ledger:
        _, situation, now = desk.holding(ledger, "finding", finding_id)
    return next(finding for finding in situation.findings if finding.id == now)


def _show_finding(finding: Finding, situation: Situation, sources: Sources, view: FindingView) -> FindingView:
    disputes = show_disputes([finding], situation.claims, sources)
    agreed = show_agreed([finding], situation.measures, sources)
    about_number = not disputes and not agreed and finding.about
    return FindingView(
        view.id,
        view.story,
        dispute=disputes[0] if disputes else None,
        agreed=agreed[0] if agreed else None,
        number=_number(situation, sources, about_number) if about_number else None,
    )


def _number(situation: Situation, sources: Sources, measure_id: str) -> Number:
    measures = [measure for measure in situation.measures if measure.id == measure_id]
    return show_numbers(measures, situation.findings, sources)[0]
