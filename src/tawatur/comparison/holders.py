"""Holders: who some articles name in an office, for those that give the office alone."""

from collections.abc import Iterator, Sequence

from tawatur.comparison.lands import Meant
from tawatur.model import Entity, EntityType, Reading, Statement
from tawatur.text import tokenise

_OFFICE, _RANK = 2, 1


class Holders:
    """The persons named behind the words of an office, as the sources of statements give them."""

    def __init__(self, readings: Sequence[Reading], meant: Meant) -> None:
        """Look through ``readings``; ``meant`` maps (article id, entity id) to an identity."""
        self._held: dict[tuple[str, ...], set[str]] = {}
        for article, who, words in (found for reading in readings for found in _named(reading)):
            holder = meant[article, who].id
            for length in range(_OFFICE, len(words) + 1)[-_RANK - 1 :]:
                self._held.setdefault(words[:length], set()).add(holder)

    def of(self, office: Sequence[str]) -> str | None:
        """The one identity that is named in an office of two words or more, but for his rank."""
        held = self._held.get(tuple(office), set())
        return next(iter(held)) if len(held) == 1 else None


def _named(reading: Reading) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Who is named behind which words: "المتحدث باسم المرور العقيد | فهد الحازمي"."""
    persons = {entity.id: entity for entity in reading.entities if entity.type is EntityType.PERSON}
    for statement in reading.statements:
        who = persons.get(statement.speaker or "")
        if who and (words := _before_name(reading, who, statement)):
            yield reading.article.id, who.id, words


def _before_name(reading: Reading, who: Entity, statement: Statement) -> tuple[str, ...]:
    """The words of a source up to the name in it."""
    source = statement.source
    if source is None:
        return ()
    name = min((m.start for m in who.mentions if m.start >= source.start), default=source.end)
    return tuple(tokenise(reading.article.text[source.start : min(name, source.end)]).forms)
