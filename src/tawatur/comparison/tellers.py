"""Who tells a statement inside an article: its teller, what encloses it, what it only passes on."""

from collections.abc import Sequence

from tawatur.model import Act, Statement

ANONYMOUS = "anon:"
BODY = "org:"


def teller_of(statement: Statement) -> str | None:
    """The speaker, or where none is known the nearest through whom it came."""
    return statement.speaker or next(iter(statement.via), None)


def passes_on(outer: Statement, inner: Statement) -> bool:
    """Whether a body only tells that another said something: the inner statement came through it."""
    speaker = outer.speaker or ""
    return outer.act is Act.SAY and speaker.startswith(BODY) and speaker in inner.via


def named_before(statements: Sequence[Statement]) -> dict[str, str]:
    """For the id of each statement the named speaker of the nearest one before it."""
    found: dict[str, str] = {}
    last: str | None = None
    for statement in sorted(statements, key=lambda statement: statement.cue):
        if last:
            found[statement.id] = last
        if statement.speaker and not statement.speaker.startswith(ANONYMOUS):
            last = statement.speaker
    return found


def enclosing(statements: Sequence[Statement]) -> dict[str, Statement]:
    """For the id of each statement that stands in another's content, the innermost such other."""
    found: dict[str, Statement] = {}
    opened: list[tuple[int, Statement]] = []
    contents = [(span.start, -span.end, 1, s) for s in statements for span in s.content]
    cues = [(s.cue.start, -s.cue.end, 0, s) for s in statements]
    for start, end, opens, statement in sorted([*contents, *cues], key=lambda item: item[:3]):
        while opened and opened[-1][0] <= start:
            opened.pop()
        if opens:
            opened.append((-end, statement))
        elif opened and opened[-1][1] is not statement:
            found[statement.id] = opened[-1][1]
    return found
