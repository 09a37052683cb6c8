from collections.abc import Sequence

from tawatur.model import Claim, Finding, Happening, Identity, Judgement, Measure, Origin, Reading


def find_findings(
    readings: Sequence[Reading],
    identities: Sequence[Identity],
    origins: Sequence[Origin],
    measures: Sequence[Measure],
    claims: Sequence[Claim],
    timeline: Sequence[Happening],
    judgements: Sequence[Judgement] = (),
) -> tuple[Finding, ...]:
    return ()
