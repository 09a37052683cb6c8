"""Circumstances: when a statement was made, and the words that hedge what it says."""

from tawatur.finders.statements.drafts import Draft
from tawatur.finders.statements.scene import Scene
from tawatur.model import Span, TimeType

_REACH = 30
_NEAR = 5
_WHEN = frozenset((TimeType.DATE, TimeType.TIME))


def time_of(scene: Scene, draft: Draft) -> str | None:
    """The TIMEX3 value of a time beside the cue and outside the content, or None."""
    first = draft.content[0].first if draft.content else draft.token
    after = range(draft.token + 1, min(first, draft.token + _REACH))
    before = range(
        draft.begins, max(scene.document.sentences[draft.sentence].first, draft.begins - _NEAR) - 1, -1
    )
    for i in (*after, *before):
        time = scene.when.get(i)
        if time and time.type in _WHEN:
            return time.value
    return None


def hedges_of(scene: Scene, draft: Draft) -> tuple[Span, ...]:
    """The hedging words inside a content, such as قد and ربما."""
    found: list[Span] = []
    hedges = scene.phrases.hedges
    for piece in draft.content:
        for i in range(piece.first, piece.last):
            if scene.forms[i] in hedges:
                length = scene.starts_with(i, hedges, piece.last)
                if length:
                    found.append(scene.span(i, i + length))
    return tuple(found)
