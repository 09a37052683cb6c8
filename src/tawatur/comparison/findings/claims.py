"""What claims show: corroborated by several, or asserted by one and denied by another."""

from collections.abc import Iterator, Sequence

from tawatur.comparison.findings.credibility import credibility
from tawatur.comparison.findings.voices import Voices
from tawatur.comparison.ids import content_id
from tawatur.model import Claim, Finding, FindingKind, Pointer, Why

_LEAST_WORDS = 3
_SAYS = {
    "denied": "one side affirms what the other denies",
    "withheld": "one side affirms what the other does not confirm",
}


def findings_of_claims(claims: Sequence[Claim], voices: Voices) -> Iterator[Finding]:
    """A disputed finding for a claim with two sides, a corroborated one where two tellers agree.

    A dispute is told of the widest claim only: who denies that soldiers were sent denies that 1500 were.
    Agreement is told of the narrower claim where the wider one adds next to nothing. A claim may
    entail one that is not among them, because another says the same.
    """
    by_id = {claim.id: claim for claim in claims}
    disputed = {claim.id for claim in claims if _has_two_sides(claim, voices)}
    told_closer = {
        wider
        for claim in claims
        for wider in claim.entails
        if wider in by_id and _agreed(claim, voices) and _adds_little(by_id[wider], claim, voices)
    }
    for claim in claims:
        if claim.id in disputed and disputed.isdisjoint(claim.entails):
            yield _disputed(claim, voices)
        agreed = _agreed(claim, voices)
        if agreed and claim.id not in told_closer:
            yield agreed


def _has_two_sides(claim: Claim, voices: Voices) -> bool:
    """Whether one side affirms what another does not; nobody disputes with himself in one article."""
    against = claim.denies + claim.withholds
    one_article = len({cue.article for cue in claim.affirms + against}) == 1
    himself = voices.speakers(claim.affirms) == voices.speakers(against)
    return bool(claim.affirms and against) and not (one_article and himself)


def _adds_little(wider: Claim, claim: Claim, voices: Voices) -> bool:
    """Whether the wider claim has no other origin, and no other article or not twice the statements."""
    same_origins = voices.principals(claim.affirms) == voices.principals(wider.affirms)
    same_articles = _articles(claim.affirms) == _articles(wider.affirms)
    return same_origins and (same_articles or len(wider.affirms) < 2 * len(claim.affirms))


def _articles(cues: tuple[Pointer, ...]) -> set[str]:
    return {cue.article for cue in cues}


def _agreed(claim: Claim, voices: Voices) -> Finding | None:
    """The agreement on a claim; that one origin says two words twice is none: "ألعاب رائعة"."""
    if len(claim.what.split()) < _LEAST_WORDS and len(voices.principals(claim.affirms)) == 1:
        return None
    return voices.corroborated(claim.what, claim.id, claim.affirms, claim.denies, claim.reasons)


def _disputed(claim: Claim, voices: Voices) -> Finding:
    against = claim.denies + claim.withholds
    how = "denied" if claim.denies else "withheld"
    affirming, denying = voices.principals(claim.affirms), voices.principals(claim.denies)
    return Finding(
        id=content_id("disputed", (*claim.affirms, *against)),
        kind=FindingKind.DISPUTED,
        what=claim.what,
        sides=(claim.affirms, against),
        about=claim.id,
        independent_origins=len(affirming),
        origins=tuple(sorted(affirming | voices.principals(against))),
        credibility=credibility(affirming, denying),
        reasons=(Why(how, _SAYS[how], (claim.affirms[0], against[0])), *claim.reasons),
    )
