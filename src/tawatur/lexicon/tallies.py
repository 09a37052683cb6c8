"""Words beside a figure that say what it is of, whether it is the last, and where what it counts happened."""

from functools import cache

import msgspec

from tawatur.tables import load_table
from tawatur.text import fold, fold_all


class Series(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of which one excludes the others: "التضخم الأساسي" is not "التضخم العام".

    Each of ``members`` is given with its synonyms; ``amounts`` says that only amounts are told apart and
    no people are ("الأمين العام").
    """

    name: str
    gloss: str
    members: tuple[tuple[str, ...], ...]
    amounts: bool = False


class TalliesTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of ``arabic/tallies.yaml``."""

    totals: tuple[str, ...]
    running: tuple[str, ...]
    updating: tuple[str, ...]
    early: tuple[str, ...]
    former: tuple[str, ...]
    supposing: tuple[str, ...]
    would_reach: tuple[str, ...]
    comparing: tuple[str, ...]
    lives: tuple[str, ...]
    added: tuple[str, ...]
    passengers: tuple[str, ...]
    some_people: tuple[str, ...]
    grave: tuple[str, ...]
    who: tuple[str, ...]
    among: tuple[str, ...]
    of_sums: tuple[str, ...]
    regions: tuple[str, ...]
    elsewhere: tuple[str, ...]
    locating: tuple[str, ...]
    since: tuple[str, ...]
    where: tuple[str, ...]
    resuming: tuple[str, ...]
    ordinals: tuple[str, ...]
    series: tuple[Series, ...]


class Tallies(msgspec.Struct, frozen=True):
    """Folded words by what they say of a figure; what each set holds is said in ``arabic/tallies.yaml``.

    ``running`` and ``ordinals`` hold concepts. ``series`` maps a word to its series and the member it
    stands for, ``of_amounts`` are the names of the series that tell only amounts apart.
    """

    totals: frozenset[str]
    running: frozenset[str]
    updating: frozenset[str]
    early: frozenset[str]
    former: frozenset[str]
    supposing: frozenset[str]
    would_reach: frozenset[str]
    comparing: frozenset[str]
    lives: frozenset[str]
    added: frozenset[str]
    passengers: frozenset[str]
    some_people: frozenset[str]
    grave: frozenset[str]
    who: frozenset[str]
    among: frozenset[str]
    of_sums: frozenset[str]
    regions: frozenset[str]
    elsewhere: frozenset[str]
    locating: frozenset[str]
    since: frozenset[str]
    where: frozenset[str]
    resuming: frozenset[str]
    ordinals: frozenset[str]
    series: dict[str, tuple[str, str]]
    of_amounts: frozenset[str]


@cache
def load_tallies() -> Tallies:
    """The words about figures that ship with Tawatur."""
    table = load_table("tawatur.lexicon.arabic", "tallies", TalliesTable)
    return Tallies(
        series=_series(table.series),
        of_amounts=frozenset(series.name for series in table.series if series.amounts),
        **{name: frozenset(getattr(table, name)) for name in _LISTS_OF_CONCEPTS},
        **{name: fold_all(getattr(table, name)) for name in _LISTS_OF_WORDS},
    )


_LISTS_OF_CONCEPTS = ("running", "ordinals")
_LISTS_OF_WORDS = [
    name
    for name, kind in TalliesTable.__annotations__.items()
    if kind == tuple[str, ...] and name not in _LISTS_OF_CONCEPTS
]


def _series(table: tuple[Series, ...]) -> dict[str, tuple[str, str]]:
    return {
        fold(word): (series.name, member[0])
        for series in table
        for member in series.members
        for word in member
    }
