"""Judgements outrank the machine: what a person rejected is dropped, what was confirmed says so."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from tawatur.model import Finding, Judgement, Verdict, Why


def keep_judged(findings: Iterable[Finding], judgements: Sequence[Judgement]) -> Iterator[Finding]:
    """The findings that stand after judgement; of several judgements the latest holds.

    A rejected finding is left out here and kept in the judgements; ``same`` and ``different`` are
    about identities and are heeded where names are linked.
    """
    latest: dict[str, Judgement] = {}
    for judgement in sorted(judgements, key=lambda judgement: (judgement.at, judgement.id)):
        if judgement.verdict in (Verdict.CONFIRM, Verdict.REJECT):
            latest[judgement.about] = judgement
    for finding in findings:
        judged = latest.get(finding.id)
        if judged is None:
            yield finding
        elif judged.verdict is Verdict.CONFIRM:
            why = Why("judged", f"{judged.by}: {judged.note or 'confirmed'}")
            yield msgspec.structs.replace(finding, reasons=(why, *finding.reasons))
