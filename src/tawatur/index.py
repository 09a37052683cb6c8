"""Finding the words and values that pointers point at."""

from collections.abc import Iterable, Mapping

from tawatur.errors import RequestError
from tawatur.model import (
    Article,
    Claim,
    Copy,
    Finding,
    Happening,
    Identity,
    Measure,
    Pointer,
    Quantity,
    Reading,
    Situation,
    Statement,
    Story,
)

Thing = Finding | Claim | Measure | Story | Copy | Identity | Happening
"""What a situation holds under an id."""


class Index:
    """The readings and identities of a situation by place and id."""

    def __init__(
        self, situation: Situation, readings: Iterable[Reading], grades: Mapping[str, str] | None = None
    ) -> None:
        self.grades = grades or {}
        self.readings = {reading.article.id: reading for reading in readings}
        self.identities = {identity.id: identity for identity in situation.identities}
        self._members = {member: identity for identity in situation.identities for member in identity.members}
        self._statements = {
            Pointer(name, s.cue.start, s.cue.end): s
            for name, reading in self.readings.items()
            for s in reading.statements
        }

    def article(self, pointer: Pointer) -> Article:
        """The article a pointer leads into."""
        return self.readings[pointer.article].article

    def outlet(self, pointer: Pointer) -> str | None:
        """The outlet of the article a pointer leads into, with its grade where a person gave one."""
        outlet = self.article(pointer).outlet
        grade = self.grades.get(outlet or "")
        return f"{outlet} ({grade})" if grade else outlet

    def text(self, pointer: Pointer) -> str:
        """The words at a pointer."""
        return self.article(pointer).text[pointer.start : pointer.end]

    def statement(self, cue: Pointer) -> Statement | None:
        """The statement whose cue stands at a pointer."""
        return self._statements.get(cue)

    def statements(self) -> Iterable[tuple[Pointer, Statement]]:
        """All statements with their cue pointers, by article and place."""
        return sorted(self._statements.items(), key=lambda pair: pair[0])

    def quantity(self, pointer: Pointer) -> Quantity | None:
        """The quantity at a pointer."""
        quantities = self.readings[pointer.article].quantities
        return next((q for q in quantities if (q.start, q.end) == (pointer.start, pointer.end)), None)

    def content(self, pointer: Pointer) -> str:
        """What the statement at a cue pointer says, its parts joined by an ellipsis."""
        statement = self.statement(pointer)
        text = self.article(pointer).text
        return " … ".join(text[span.start : span.end] for span in statement.content) if statement else ""

    def identity(self, article: str, entity: str | None) -> Identity | None:
        """Who or what an entity of one article is across articles."""
        return self._members.get((article, entity)) if entity else None

    def teller(self, article: str, teller: str | None) -> str | None:
        """The name of a speaker or intermediary as a person would write it; None where unknown."""
        if teller is None:
            return None
        identity = self.identity(article, teller)
        return identity.name if identity else teller.removeprefix("anon:")

    def speaker(self, pointer: Pointer) -> str | None:
        """The name of who makes the statement at a cue pointer."""
        statement = self.statement(pointer)
        return self.teller(pointer.article, statement.speaker) if statement else None


def thing_named(situation: Situation, key: str) -> Thing:
    """The finding, claim, measure, story, copy, identity or timeline line with an id or its beginning.

    Raises RequestError where that names nothing, or several things.
    """
    groups: tuple[Iterable[Thing], ...] = (
        situation.findings,
        situation.claims,
        situation.measures,
        situation.stories,
        situation.copies,
        situation.identities,
        situation.timeline,
    )
    matching = {thing.id: thing for group in groups for thing in group if thing.id.startswith(key)}
    if key not in matching and len(matching) != 1:
        raise RequestError(f"{'several things begin' if matching else 'nothing begins'} with {key!r}")
    return matching.get(key) or next(iter(matching.values()))
