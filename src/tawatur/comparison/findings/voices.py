"""Who stands behind statements: their speakers, and the origins these come down to."""

from collections.abc import Iterable, Sequence

from tawatur.comparison.findings.credibility import credibility
from tawatur.comparison.ids import content_id
from tawatur.model import Finding, FindingKind, Origin, Pointer, Reading, Why


class Voices:
    """The speaker and the origin of every statement by its cue."""

    def __init__(self, readings: Sequence[Reading], origins: Sequence[Origin]) -> None:
        """Look up the statements of ``readings`` in ``origins``."""
        self._principal = {origin.statement: origin.principal for origin in origins}
        self._speaker = {
            Pointer(reading.article.id, statement.cue.start, statement.cue.end): statement.speaker
            for reading in readings
            for statement in reading.statements
        }

    def principals(self, cues: Iterable[Pointer]) -> frozenset[str]:
        """The independent origins of statements; one that cannot be traced stands for its article."""
        return frozenset(self._principal.get(cue, f"article:{cue.article}") for cue in cues)

    def tellers(self, cues: Iterable[Pointer]) -> int:
        """How many speakers in how many articles: one who repeats himself in one article is one."""
        return len({(cue.article, self._speaker.get(cue)) for cue in cues})

    def corroborated(
        self,
        what: str,
        about: str,
        affirming: tuple[Pointer, ...],
        denying: tuple[Pointer, ...] = (),
        reasons: tuple[Why, ...] = (),
    ) -> Finding | None:
        """The finding that several tellers agree, with how many origins they come down to.

        Three articles with one origin are found as well: that they are one is what a reader
        should know.
        """
        if self.tellers(affirming) < 2:
            return None
        origins = self.principals(affirming)
        articles = len({cue.article for cue in affirming})
        note = f"{len(affirming)} statements in {articles} articles, {len(origins)} independent origins"
        return Finding(
            id=content_id("corroborated", affirming),
            kind=FindingKind.CORROBORATED,
            what=what,
            sides=(affirming,),
            about=about,
            independent_origins=len(origins),
            origins=tuple(sorted(origins)),
            credibility=credibility(origins, self.principals(denying)),
            reasons=(Why("origins", note, affirming), *reasons),
        )
