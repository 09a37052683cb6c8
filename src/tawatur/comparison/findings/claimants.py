"""Claimants: one deed that two claim as their own."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tawatur.comparison.contents import Told
from tawatur.comparison.ids import content_id
from tawatur.comparison.propositions import Proposition, propositions
from tawatur.comparison.wording import wording
from tawatur.model import Act, Finding, FindingKind, Why

_CLAIMING = (Act.SAY, Act.ANNOUNCE, Act.AFFIRM)
_ENOUGH = 2
_ATTACK = "attack"


def findings_of_claimants(told: Sequence[Told]) -> Iterator[Finding]:
    """A finding where the articles of one story let two claim one deed.

    "تبنى التنظيم الهجوم على المحطة" in one article, "أعلنت الحركة مسؤوليتها عن الهجوم على المحطة" in
    another. What each says of the deed must share two words at least, or the attack, of which all tell.
    """
    owned = [claim for article in told for claim in propositions(article) if _is_claimed(claim)]
    by_claimant: dict[str, list[Proposition]] = defaultdict(list)
    for claim in owned:
        rivals = (other for other in owned if _of_one_deed(claim, other))
        if claim.speaker and any(rivals):
            by_claimant[claim.speaker].append(claim)
    if len(by_claimant) > 1:
        yield _finding(by_claimant, {article.id: article for article in told})


def _is_claimed(claim: Proposition) -> bool:
    return claim.owned and claim.statement.act in _CLAIMING and not claim.borrowed


def _of_one_deed(one: Proposition, other: Proposition) -> bool:
    """Whether two speakers each claim what is told in the same words."""
    if one.speaker == other.speaker or one.teller & other.teller:
        return False
    alike = (one.keys & other.keys) - one.attitude - other.attitude
    here, there = one.content.places, other.content.places
    elsewhere = bool(here and there) and here.isdisjoint(there)
    return len(alike) >= _ENOUGH or (_ATTACK in alike and not elsewhere)


def _finding(by_claimant: dict[str, list[Proposition]], told: dict[str, Told]) -> Finding:
    sides = tuple(tuple(sorted({claim.cue for claim in claims})) for _, claims in sorted(by_claimant.items()))
    first = next(iter(by_claimant.values()))[0]
    article = told[first.cue.article]
    return Finding(
        id=content_id("claimants", (cue for side in sides for cue in side)),
        kind=FindingKind.IDENTITY,
        what=wording(article, article.sentence(first.cue.start)),
        sides=sides,
        origins=tuple(sorted(by_claimant)),
        reasons=(Why("claimants", "two claim one deed as their own", tuple(side[0] for side in sides)),),
    )
