"""The summary that `report` prints: what a reader wants to know before opening the dossier."""

from pathlib import Path

from tawatur.flow import Report, Tally
from tawatur.model import Finding, FindingKind

_ORDER = (
    FindingKind.DISPUTED,
    FindingKind.CONFLICTING,
    FindingKind.REVISED,
    FindingKind.IDENTITY,
    FindingKind.DATE,
)
_SHOWN = 3


def print_summary(tally: Tally, made: Report, out: Path) -> None:
    """Print counts, the foremost findings of each kind and where the dossier is."""
    situation = made.situation
    articles, stories = len(situation.articles), len(situation.stories)
    print(f"{_count(articles, 'article')} in {_count(stories, 'story', 'stories')}")
    for story in situation.stories[:_SHOWN]:
        print(f"  {story.id}  {_count(len(story.articles), 'article')}  {story.name}")
    print(
        f"{_count(len(situation.measures), 'measure')}, {_count(len(situation.claims), 'claim')}, "
        f"{_count(len(situation.timeline), 'dated event')}"
    )
    for kind in _ORDER:
        _print_findings(kind, [finding for finding in situation.findings if finding.kind is kind])
    agreed = [finding for finding in situation.findings if finding.kind is FindingKind.CORROBORATED]
    _print_findings("corroborated", [finding for finding in agreed if finding.independent_origins != 1])
    _print_findings("repeated", [finding for finding in agreed if finding.independent_origins == 1])
    if made.left_out:
        print(
            f"{_count(len(made.left_out), 'smaller story', 'smaller stories')} left out; see `tawatur serve`"
        )
    if tally.refused:
        print(f"{len(tally.refused)} set aside, listed above")
    print(f"dossier: {out}")


def _print_findings(label: str, findings: list[Finding]) -> None:
    if not findings:
        return
    print(f"{label} ({len(findings)})")
    for finding in sorted(findings, key=lambda finding: -(finding.independent_origins or 0))[:_SHOWN]:
        agrees = finding.kind is FindingKind.CORROBORATED and finding.independent_origins
        counted = f"  [{_count(agrees, 'independent origin')}]" if agrees else ""
        print(f"  {finding.id}  {_shortened(finding.what)}{counted}")


def _shortened(text: str, most: int = 100) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
