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
    among: tuple[str, ...]
    of_sums: tuple[str, ...]
    regions: tuple[str, ...]
    elsewhere: tuple[str, ...]
    locating: tuple[str, ...]
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
    among: frozenset[str]
    of_sums: frozenset[str]
    regions: frozenset[str]
    elsewhere: frozenset[str]
    locating: frozenset[str]
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
        totals=fold_all(table.totals),
        updating=fold_all(table.updating),
        early=fold_all(table.early),
        former=fold_all(table.former),
        supposing=fold_all(table.supposing),
        would_reach=fold_all(table.would_reach),
        comparing=fold_all(table.comparing),
        lives=fold_all(table.lives),
        added=fold_all(table.added),
        passengers=fold_all(table.passengers),
        among=fold_all(table.among),
        of_sums=fold_all(table.of_sums),
        regions=fold_all(table.regions),
        elsewhere=fold_all(table.elsewhere),
        locating=fold_all(table.locating),
        where=fold_all(table.where),
        resuming=fold_all(table.resuming),
    )


def _series(table: tuple[Series, ...]) -> dict[str, tuple[str, str]]:
    return {
        fold(word): (series.name, member[0])
        for series in table
        for member in series.members
        for word in member
    }
