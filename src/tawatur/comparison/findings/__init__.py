"""Findings: what two or more places set side by side show."""

from collections.abc import Sequence

from tawatur.comparison.contents import Told
from tawatur.comparison.findings.ages import findings_of_ages
from tawatur.comparison.findings.claimants import findings_of_claimants
from tawatur.comparison.findings.claims import findings_of_claims
from tawatur.comparison.findings.dates import findings_of_dates
from tawatur.comparison.findings.doers import findings_of_doers
from tawatur.comparison.findings.figures import findings_of_measures
from tawatur.comparison.findings.identities import findings_of_identities
from tawatur.comparison.findings.judged import keep_judged
from tawatur.comparison.findings.twins import without_twins
from tawatur.comparison.findings.voices import Voices
from tawatur.model import Claim, Finding, Identity, Judgement, Measure, Origin


def find_findings(
    told: Sequence[Told],
    identities: Sequence[Identity],
    origins: Sequence[Origin],
    measures: Sequence[Measure],
    claims: Sequence[Claim],
    judgements: Sequence[Judgement] = (),
) -> tuple[Finding, ...]:
    """Everything a careful reader of these articles wants flagged, in order of place.

    Every finding points at two places at least. What a person rejected is left out; what a person
    confirmed says so among its reasons.
    """
    voices = Voices(origins)
    found = (
        *findings_of_claims(claims, voices),
        *findings_of_measures(measures, voices),
        *findings_of_dates(told),
        *findings_of_doers(told),
        *findings_of_ages(told),
        *findings_of_claimants(told),
        *findings_of_identities(told, identities),
    )
    once = {finding.id: finding for finding in reversed(found)}
    kept = keep_judged(without_twins(tuple(once.values())), judgements)
    return tuple(sorted(kept, key=lambda finding: (min(min(side) for side in finding.sides), finding.id)))
