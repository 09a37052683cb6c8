"""What claims show: corroborated by several, or asserted by one and denied by another."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tawatur.comparison.findings.credibility import credibility
from tawatur.comparison.ids import content_id
from tawatur.model import Claim, Finding, FindingKind, Origin, Pointer, Reading, Why


def findings_of_claims(
    claims: Sequence[Claim], origins: Sequence[Origin], readings: Sequence[Reading]
) -> Iterator[Finding]:
    """A disputed finding for a claim with two sides, a corroborated one where two tellers agree."""
    origin_of = {origin.statement: origin for origin in origins}
    speaker_of = {
        Pointer(reading.article.id, statement.cue.start, statement.cue.end): statement.speaker
        for reading in readings
        for statement in reading.statements
    }
    for claim in claims:
        against = claim.denies + claim.withholds
        if claim.affirms and against:
            yield _disputed(claim, against, origin_of)
        if len(claim.affirms) > 1 and _tellers(claim.affirms, speaker_of) > 1:
            yield _corroborated(claim, origin_of)


def _tellers(cues: Iterable[Pointer], speaker_of: Mapping[Pointer, str | None]) -> int:
    """How many different voices in different articles; one speaker repeating himself is one."""
    return len({(cue.article, speaker_of.get(cue)) for cue in cues})


def _disputed(claim: Claim, against: tuple[Pointer, ...], origin_of: Mapping[Pointer, Origin]) -> Finding:
    how = "denied" if claim.denies else "withheld"
    says = {
        "denied": "one side affirms what the other denies",
        "withheld": "one side affirms what the other does not confirm",
    }
    affirming, denying = _principals(claim.affirms, origin_of), _principals(against, origin_of)
    return Finding(
        id=content_id("finding-disputed", (*claim.affirms, *against)),
        kind=FindingKind.DISPUTED,
        what=claim.what,
        sides=(claim.affirms, against),
        about=claim.id,
        independent_origins=len(affirming),
        origins=tuple(sorted(affirming | denying)),
        credibility=credibility(affirming, denying if claim.denies else frozenset()),
        reasons=(Why(how, says[how], (claim.affirms[0], against[0])), *claim.reasons),
    )


def _corroborated(claim: Claim, origin_of: Mapping[Pointer, Origin]) -> Finding:
    affirming = _principals(claim.affirms, origin_of)
    denying = _principals(claim.denies, origin_of)
    articles = len({cue.article for cue in claim.affirms})
    note = f"{len(claim.affirms)} statements in {articles} articles, {len(affirming)} independent origins"
    return Finding(
        id=content_id("finding-corroborated", claim.affirms),
        kind=FindingKind.CORROBORATED,
        what=claim.what,
        sides=(claim.affirms,),
        about=claim.id,
        independent_origins=len(affirming),
        origins=tuple(sorted(affirming)),
        credibility=credibility(affirming, denying),
        reasons=(Why("origins", note, claim.affirms), *claim.reasons),
    )


def _principals(cues: Iterable[Pointer], origin_of: Mapping[Pointer, Origin]) -> frozenset[str]:
    """The principals behind statements; a statement without one stands for its article's outlet."""
    return frozenset(
        origin_of[cue].principal if cue in origin_of else f"outlet:{cue.article}" for cue in cues
    )
