"""Retellings: texts of one agency told in other words, as translators and editors tell them."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import msgspec

from tawatur.linking.credits import Credit, Strength
from tawatur.model import Reading

DAYS = 2
NEIGHBOURS = 40
FIGURES = 1
NAMES = 2
_TELLING = 13


class Facts(msgspec.Struct, frozen=True, gc=False):
    """What survives a translation: figures above a dozen, and the names of known people and places."""

    figures: frozenset[float]
    names: frozenset[str]

    def shared(self, other: "Facts") -> bool:
        """Whether two articles share figures and names enough to tell of one thing."""
        return len(self.figures & other.figures) >= FIGURES and len(self.names & other.names) >= NAMES


def facts(reading: Reading) -> Facts:
    """The figures and names of an article."""
    bounds = (quantity.low if quantity.low is not None else quantity.high for quantity in reading.quantities)
    return Facts(
        figures=frozenset(bound for bound in bounds if bound is not None and bound >= _TELLING),
        names=frozenset(entity.known or entity.id for entity in reading.entities),
    )


def owed(given: Iterable[Credit]) -> frozenset[str]:
    """The agencies an article owes its text to, not just a word of it."""
    return frozenset(credit.agency for credit in given if credit.strength > Strength.NAMED)


class AgencyIndex:
    """Which articles of the same days owe their text to one agency; rebuilt by ``add`` in any order."""

    def __init__(self) -> None:
        self._takers: defaultdict[str, list[tuple[date, str]]] = defaultdict(list)

    def add(self, article: str, day: date | None, agencies: Iterable[str]) -> None:
        """Note an article not added before; one without a day owes nothing that could be found."""
        for agency in agencies if day else ():
            takers = self._takers[agency]
            takers.insert(bisect_left(takers, (day or date.min, article)), (day or date.min, article))

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Pairs that owe one agency within two days, each with its forty next at most."""
        for takers in self._takers.values():
            for at, (day, one) in enumerate(takers):
                for other_day, other in takers[at + 1 : at + 1 + NEIGHBOURS]:
                    if other_day - day > timedelta(DAYS):
                        break
                    yield min(one, other), max(one, other)
