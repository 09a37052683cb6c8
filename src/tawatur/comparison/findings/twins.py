"""Agreement told once: not again for some of the same statements."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tawatur.model import Finding, FindingKind, Pointer


def without_twins(findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings without agreement among some of the statements that agree in another of the same origins.

    "98 ألف مهاجر في إيطاليا" of three articles that copy one body is not told again of two of them.
    """
    agreeing = [finding for finding in findings if finding.kind is FindingKind.CORROBORATED]
    of_place: defaultdict[Pointer, list[Finding]] = defaultdict(list)
    for finding in agreeing:
        for place in finding.sides[0]:
            of_place[place].append(finding)
    for finding in findings:
        if finding.kind is not FindingKind.CORROBORATED or not _is_inside_another(finding, of_place):
            yield finding


def _is_inside_another(finding: Finding, of_place: dict[Pointer, list[Finding]]) -> bool:
    places = set(finding.sides[0])
    return any(
        places < set(other.sides[0]) and finding.origins == other.origins
        for other in of_place[finding.sides[0][0]]
    )
