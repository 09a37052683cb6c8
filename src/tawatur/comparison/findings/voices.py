"""Who stands behind statements: the origins they come down to, counted once each."""

from collections.abc import Iterable, Sequence

from tawatur.comparison.findings.credibility import credibility
from tawatur.comparison.ids import content_id
from tawatur.model import Finding, FindingKind, Origin, Pointer, Why

_BODIES = ("gpe:", "org:")


class Voices:
    """The origin of every statement by its cue."""

    def __init__(self, origins: Sequence[Origin]) -> None:
        """Look up statements in ``origins``."""
        self._principal = {origin.statement: origin.principal for origin in origins}
        self._speaker = {origin.statement: (*origin.path, origin.principal)[0] for origin in origins}

    def principals(self, cues: Iterable[Pointer]) -> frozenset[str]:
        """The independent origins of statements; one that cannot be traced stands for its article."""
        return frozenset(self._principal.get(cue, f"article:{cue.article}") for cue in cues)

    def speakers(self, cues: Iterable[Pointer]) -> frozenset[str]:
        """Who says statements, whoever stands behind them."""
        return frozenset(self._speaker.get(cue, "") for cue in cues)

    def agree(self, cues: Sequence[Pointer]) -> bool:
        """Whether statements corroborate each other: told in two articles, or in one by two bodies.

        One article that lets a body and its people say the same thing twice only repeats itself.
        """
        if len({cue.article for cue in cues}) > 1:
            return True
        return len({speaker for speaker in self.speakers(cues) if speaker.startswith(_BODIES)}) > 1

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
        if not self.agree(affirming):
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
