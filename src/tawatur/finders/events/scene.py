"""The scene of the events of one article: what stands at each token."""

from bisect import bisect_left

import msgspec

from tawatur.model import Entity, Span, Statement, Time, TimeType
from tawatur.text import Document

OUTLET = -1
_VAGUE = ("PAST_REF", "FUTURE_REF")


class Named(msgspec.Struct, frozen=True):
    """A name in the text: the entity and the tokens of its mention (half open)."""

    entity: Entity
    first: int
    last: int


class Dated(msgspec.Struct, frozen=True):
    """A time expression that names a day or a longer stretch, and the tokens it takes."""

    time: Time
    first: int
    last: int

    @property
    def is_vague(self) -> bool:
        """Whether it names no day at all, as مؤخراً does."""
        return not self.time.value[:1].isdigit()


class Scene(msgspec.Struct, frozen=True):
    """What the finder of events asks about tokens; built once for an article, linear in its length.

    ``scopes[i]`` is the number of the innermost statement whose content holds token i, ``OUTLET``
    where the article itself speaks; ``cues`` maps the tokens of cues to their statements;
    ``taken`` are the tokens of names and of time expressions.
    """

    document: Document
    forms: list[str]
    statements: tuple[Statement, ...]
    scopes: list[int]
    cues: dict[int, int]
    names: dict[int, Named]
    taken: frozenset[int]
    dates: tuple[Dated, ...]

    def span(self, first: int, last: int) -> Span:
        """The place of tokens ``first`` up to ``last`` in the article."""
        tokens = self.document.tokens
        return Span(tokens.starts[first], tokens.ends[last - 1])

    def dates_between(self, first: int, last: int) -> tuple[Dated, ...]:
        """The dates that begin at tokens ``first`` up to ``last``."""
        start = bisect_left(self.dates, first, key=lambda dated: dated.first)
        return self.dates[start : bisect_left(self.dates, last, key=lambda dated: dated.first)]

    def statement(self, i: int) -> Statement | None:
        """The statement whose content holds token ``i``."""
        return None if self.scopes[i] == OUTLET else self.statements[self.scopes[i]]


def set_scene(
    document: Document,
    entities: tuple[Entity, ...],
    times: tuple[Time, ...],
    statements: tuple[Statement, ...],
) -> Scene:
    """The scene of one article."""
    starts = document.tokens.starts
    names: dict[int, Named] = {}
    for entity in entities:
        for mention in entity.mentions:
            first, last = _covering(document, mention.start, mention.end)
            if first < last:
                names[first] = Named(entity, first, last)
    dates = tuple(
        Dated(time, *_covering(document, time.start, time.end))
        for time in sorted(times, key=lambda time: time.start)
        if (time.value[:1].isdigit() or time.value in _VAGUE) and time.type in (TimeType.DATE, TimeType.TIME)
    )
    cues = {
        i: number
        for number, statement in enumerate(statements)
        for i in range(*_covering(document, statement.cue.start, statement.cue.end))
    }
    scopes = _scopes(starts, statements)
    taken = {i for name in names.values() for i in range(name.first, name.last)}
    taken.update(i for time in times for i in range(*_covering(document, time.start, time.end)))
    return Scene(document, document.tokens.forms, statements, scopes, cues, names, frozenset(taken), dates)


def _scopes(starts: list[int], statements: tuple[Statement, ...]) -> list[int]:
    """The innermost statement over each token: longer contents are painted first."""
    scopes = [OUTLET] * len(starts)
    contents = [
        (span.end - span.start, number, span)
        for number, statement in enumerate(statements)
        for span in statement.content
    ]
    for _, number, span in sorted(contents, key=lambda content: (-content[0], content[1])):
        for i in range(bisect_left(starts, span.start), bisect_left(starts, span.end)):
            scopes[i] = number
    return scopes


def _covering(document: Document, start: int, end: int) -> tuple[int, int]:
    """The tokens that a span touches (half open)."""
    tokens = document.tokens
    first = bisect_left(tokens.ends, start + 1)
    return first, max(first, bisect_left(tokens.starts, end))
