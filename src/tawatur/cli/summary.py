"""The summary that `report` prints: what a reader wants to know before opening the dossier."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tawatur.cli.lines import bounds
from tawatur.flow import Report, Tally
from tawatur.model import Figure, Finding, FindingKind

_ORDER = (
    FindingKind.DISPUTED,
    FindingKind.CONFLICTING,
    FindingKind.REVISED,
    FindingKind.IDENTITY,
    FindingKind.DATE,
)
_OF_FIGURES = {FindingKind.CONFLICTING: " ≠ ", FindingKind.REVISED: " → "}
_SHOWN, _FIGURES = 3, 6


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
    figures = {measure.id: measure.figures for measure in situation.measures}
    for label, findings in _by_label(situation.findings):
        _print_findings(label, findings, figures)
    if made.left_out:
        print(
            f"{_count(len(made.left_out), 'smaller story', 'smaller stories')} left out; see `tawatur serve`"
        )
    if tally.refused:
        print(f"{len(tally.refused)} set aside, listed above")
    print(f"dossier: {out}")


def _by_label(findings: Sequence[Finding]) -> Iterator[tuple[str, list[Finding]]]:
    """The findings of each kind; agreement is corroborated by two origins, else only repeated."""
    for kind in _ORDER:
        yield kind, [finding for finding in findings if finding.kind is kind]
    agreed = [finding for finding in findings if finding.kind is FindingKind.CORROBORATED]
    yield "corroborated", [finding for finding in agreed if finding.independent_origins != 1]
    yield "repeated", [finding for finding in agreed if finding.independent_origins == 1]


def _print_findings(label: str, findings: list[Finding], figures: Mapping[str, Sequence[Figure]]) -> None:
    if not findings:
        return
    print(f"{label} ({len(findings)})")
    for finding in sorted(findings, key=lambda finding: -(finding.independent_origins or 0))[:_SHOWN]:
        print(f"  {finding.id}  {_shortened(finding.what)}{_counted(finding, figures)}")


def _counted(finding: Finding, figures: Mapping[str, Sequence[Figure]]) -> str:
    """What is behind a finding: how many origins agree, or the figures that differ, in order of time."""
    if finding.kind is FindingKind.CORROBORATED:
        origins = finding.independent_origins
        return f"  [{_count(origins, 'independent origin')}]" if origins else ""
    if finding.kind not in _OF_FIGURES:
        return ""
    given = dict.fromkeys(
        bounds(figure).removeprefix("= ") for figure in figures.get(finding.about or "", ())
    )
    shown = [*given][:_FIGURES] + ["…"] * (len(given) > _FIGURES)
    return f"  [{_OF_FIGURES[finding.kind].join(shown)}]" if given else ""


def _shortened(text: str, most: int = 100) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
