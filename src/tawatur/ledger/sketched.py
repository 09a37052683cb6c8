"""What articles speak of: their sketches, and under every feature who holds it around a day."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tawatur.ledger.ledger import Ledger
from tawatur.ledger.lists import json_list

_ASKED = (
    "CREATE TEMPORARY TABLE IF NOT EXISTS asked (asker INTEGER NOT NULL, feature BIGINT NOT NULL,"
    " outlet BIGINT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,"
    " own_first INTEGER NOT NULL, own_last INTEGER NOT NULL, weight DOUBLE PRECISION NOT NULL)"
)
_SUMS = (
    "SELECT a.asker, f.sketch, MIN(f.day), MIN(f.outlet), SUM(a.weight * f.weight)"
    " FROM asked a CROSS JOIN features f WHERE f.feature = a.feature AND {around} AND f.sketch <> a.asker"
    " GROUP BY a.asker, f.sketch HAVING SUM(a.weight * f.weight) >= ?1"
)
_NEAR = " UNION ALL ".join(
    (
        _SUMS.format(
            around="f.day BETWEEN a.first AND a.last"
            " AND (f.outlet <> a.outlet OR f.outlet = 0 OR f.day BETWEEN a.own_first AND a.own_last)"
        ),
        _SUMS.format(around="f.day = 0 AND a.first > 0"),
    )
)


class FeatureRow(NamedTuple):
    """One feature of one article, by numbers: the feature, the day or 0, the sketch, the outlet or 0."""

    feature: int
    day: int
    sketch: int
    outlet: int
    weight: float


class Asked(NamedTuple):
    """A feature of a sketch, looked for from one day to another, and where the day is unknown.

    In articles of its own outlet it is looked for from ``own_first`` to ``own_last`` alone.
    """

    sketch: int
    feature: int
    outlet: int
    first: int
    last: int
    own_first: int
    own_last: int
    weight: float


class Near(NamedTuple):
    """Two sketches with the cosine of what they share, and day and outlet of the second."""

    sketch: int
    other: int
    day: int
    outlet: int
    cosine: float


def numbers(ledger: Ledger, articles: Iterable[str]) -> dict[str, int]:
    """The numbers of the sketches of some articles; new ones get the next."""
    wanted = sorted(articles)
    rows = ledger.store.rows(
        "SELECT article, number FROM sketches WHERE article IN (SELECT value FROM json_each(?))",
        (json_list(wanted),),
    )
    known = {str(article): int(number) for article, number in rows}
    next_number = int(ledger.store.rows("SELECT coalesce(max(number), 0) + 1 FROM sketches")[0][0])
    return known | {a: n for n, a in enumerate((a for a in wanted if a not in known), next_number)}


def keep_sketches(ledger: Ledger, rows: Sequence[tuple[str, int, str]]) -> None:
    """Keep ``(article, number, record)``, each in place of the one of its article."""
    ledger.store.run_many(
        "INSERT INTO sketches VALUES (?, ?, ?) ON CONFLICT (article) DO UPDATE SET record = excluded.record",
        rows,
    )


def sketches(ledger: Ledger, articles: Iterable[str]) -> Iterator[str]:
    """The sketches of some articles, as JSON."""
    rows = ledger.store.stream(
        "SELECT record FROM sketches WHERE article IN (SELECT value FROM json_each(?))",
        (json_list(articles),),
    )
    yield from (str(row[0]) for row in rows)


def numbered_sketches(ledger: Ledger, wanted: Iterable[int]) -> Iterator[tuple[int, str]]:
    """The sketches of some numbers, as JSON."""
    rows = ledger.store.stream(
        "SELECT number, record FROM sketches WHERE number IN"
        " (SELECT CAST(value AS INTEGER) FROM json_each(?))",
        (json_list(wanted),),
    )
    yield from ((int(number), str(record)) for number, record in rows)


def keep_features(ledger: Ledger, rows: Sequence[FeatureRow]) -> None:
    """Put the features of sketches under their numbers."""
    ledger.store.run_many("INSERT INTO features VALUES (?, ?, ?, ?, ?)", rows)


def drop_features(ledger: Ledger, rows: Sequence[FeatureRow]) -> None:
    """Take features away again."""
    ledger.store.run_many(
        "DELETE FROM features WHERE feature = ? AND day = ? AND sketch = ?", [row[:3] for row in rows]
    )


def near(ledger: Ledger, asked: Sequence[Asked], at_least: float) -> list[Near]:
    """The sketches whose shared features come to a cosine of ``at_least`` so much, with each asker."""
    ledger.store.run(_ASKED)
    ledger.store.run("DELETE FROM asked")
    ledger.store.run_many("INSERT INTO asked VALUES (?, ?, ?, ?, ?, ?, ?, ?)", asked)
    return [Near(*row) for row in ledger.store.rows(_NEAR, (at_least,))]
