"""Words beside a figure that say what it is of, whether it is the last, and where what it counts happened."""

from functools import cache

import msgspec

from tawatur.tables import load_table
from tawatur.text import fold


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
    among: tuple[str, ...]
    of_sums: tuple[str, ...]
    regions: tuple[str, ...]
    elsewhere: tuple[str, ...]
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
    among: frozenset[str]
    of_sums: frozenset[str]
    regions: frozenset[str]
    elsewhere: frozenset[str]
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
        running=frozenset(table.running),
        ordinals=frozenset(table.ordinals),
        series=_series(table.series),
        of_amounts=frozenset(series.name for series in table.series if series.amounts),
        totals=_folded(table.totals),
        updating=_folded(table.updating),
        early=_folded(table.early),
        former=_folded(table.former),
        supposing=_folded(table.supposing),
        would_reach=_folded(table.would_reach),
        comparing=_folded(table.comparing),
        lives=_folded(table.lives),
        among=_folded(table.among),
        of_sums=_folded(table.of_sums),
        regions=_folded(table.regions),
        elsewhere=_folded(table.elsewhere),
        where=_folded(table.where),
        resuming=_folded(table.resuming),
    )


def _series(table: tuple[Series, ...]) -> dict[str, tuple[str, str]]:
    return {
        fold(word): (series.name, member[0])
        for series in table
        for member in series.members
        for word in member
    }


def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)
