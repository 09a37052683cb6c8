"""Claims, measures, events and statements as lines for a terminal."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from tawatur.index import Index
from tawatur.model import Claim, Figure, Happening, Measure, Pointer, Statement
from tawatur.text import fold


class Said(NamedTuple):
    """One statement with its speaker named and its words cut out."""

    speaker: str
    act: str
    content: str
    article: str
    statement: str
    start: int
    end: int
    time: str | None


def claim_lines(claim: Claim, index: Index) -> Iterator[str]:
    """The claim, then a line for each statement that affirms, denies or withholds it."""
    yield f"{claim.id}  {claim.what}"
    for stance, cues in claim.stands:
        for cue in cues:
            yield f"    {stance:9}  {index.speaker(cue) or '?'}  {_at(cue)}"


def measure_lines(measure: Measure, index: Index) -> Iterator[str]:
    """The measure, then a line for each figure."""
    yield f"{measure.id}  {measure.what}"
    for figure in measure.figures:
        speaker = index.teller(figure.place.article, figure.speaker)
        given = f"{figure.time or '?':12}  {speaker or '?'}  «{figure.text}»"
        yield f"    {bounds(figure):>22}  {given}  {_at(figure.place)}"


def bounds(figure: Figure) -> str:
    """The bounds of a figure as signs: ``= 1,500``, ``> 13,000``, ``8,000–10,000``."""
    low, high = (_number(bound) for bound in (figure.low, figure.high))
    signs = {
        "about": f"≈ {low}",
        "more_than": f"> {low}",
        "at_least": f"≥ {low}",
        "vague": f"≥ {low}",
        "less_than": f"< {high}",
        "at_most": f"≤ {high}",
        "range": f"{low}–{high}",
    }
    return signs.get(figure.modifier, f"= {low}")


def happening_line(happening: Happening) -> str:
    """Date, class, what happened and in how many places it is told."""
    told = f"[{len(happening.evidence)}]"
    mood = "" if happening.modality == "asserted" else f" ({happening.modality})"
    return f"{happening.date or '?':21}  {happening.event or '':10}  {happening.what}{mood}  {told}"


def speaker_counts(index: Index) -> list[tuple[str, int]]:
    """Each speaker with how many statements, the busiest first."""
    counts = Counter(index.speaker(cue) or "?" for cue, _ in index.statements())
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def statements_of(index: Index, name: str) -> list[Said]:
    """All statements of the speakers whose name holds ``name``, however it is spelt."""
    wanted = fold(name)
    return [
        _said(index, cue, statement)
        for cue, statement in index.statements()
        if wanted in fold(_names(index, cue, statement))
    ]


def statement_lines(said: Said) -> Iterator[str]:
    """A statement as two lines: speaker, act and place; then its content."""
    yield f"{said.speaker} · {said.act} · {said.time or ''}  {said.article}/{said.statement}"
    yield f"    {said.content}"


def _said(index: Index, cue: Pointer, statement: Statement) -> Said:
    return Said(
        index.speaker(cue) or "?",
        statement.act.value,
        index.content(cue),
        cue.article,
        statement.id,
        cue.start,
        cue.end,
        statement.time or index.article(cue).published,
    )


def _names(index: Index, cue: Pointer, statement: Statement) -> str:
    identity = index.identity(cue.article, statement.speaker)
    return " | ".join(spelling.text for spelling in identity.names) if identity else statement.speaker or ""


def _number(bound: float | None) -> str:
    if bound is None:
        return ""
    return f"{bound:,.0f}" if bound == int(bound) else f"{bound:,}"


def _at(pointer: Pointer) -> str:
    return f"[{pointer.article}:{pointer.start}–{pointer.end}]"
