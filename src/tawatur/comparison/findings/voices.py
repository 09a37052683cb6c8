"""Who stands behind statements: the origins they come down to, counted once each."""

from collections.abc import Iterable, Sequence

from tawatur.comparison.findings.credibility import credibility
from tawatur.comparison.ids import content_id
from tawatur.model import Finding, FindingKind, Origin, Pointer, Why


class Voices:
    """The origin of every statement by its cue, and the name it goes back to first."""

    def __init__(self, origins: Sequence[Origin]) -> None:
        """Look up statements in ``origins``."""
        self._principal = {origin.statement: origin.principal for origin in origins}
        self._named = {
            origin.statement: origin.path[0]
            for origin in origins
            if origin.path and not origin.path[0].startswith("anon:")
        }

    def principals(self, cues: Iterable[Pointer]) -> frozenset[str]:
        """The independent origins of statements; one that cannot be traced stands for its article."""
        return frozenset(self._principal.get(cue, f"article:{cue.article}") for cue in cues)

    def tellers(self, cues: Iterable[Pointer]) -> int:
        """How many voices in how many articles: one that repeats itself in one article is one.

        Two named speakers of one side are two voices of one origin, unnamed ones of it are one.
        """
        return len({(cue.article, self._principal.get(cue), self._named.get(cue)) for cue in cues})

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
