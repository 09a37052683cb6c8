"""Who may retell whom: the holders of fingerprints, the takers of agencies, the copies found."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from tawatur.ledger.ledger import Ledger
from tawatur.ledger.lists import json_list
from tawatur.model import Copy

Pair = tuple[str, str]


def holders(ledger: Ledger, prints: Iterable[int]) -> dict[int, list[str]]:
    """The articles that hold each of some fingerprints, as far as any do."""
    rows = ledger.store.rows(
        "SELECT print, holders FROM prints WHERE print IN (SELECT CAST(value AS BIGINT) FROM json_each(?))",
        (json_list(prints),),
    )
    return {int(one): msgspec.json.decode(held, type=list[str]) for one, held in rows}


def keep_holders(ledger: Ledger, held: Mapping[int, Sequence[str]]) -> None:
    """Keep who holds some fingerprints."""
    ledger.store.run_many(
        "INSERT INTO prints VALUES (?, ?) ON CONFLICT (print) DO UPDATE SET holders = excluded.holders",
        [(one, json_list(articles)) for one, articles in held.items()],
    )


def takers(ledger: Ledger, agency: str, first: str, last: str) -> list[tuple[str, str]]:
    """The day and id of articles that owe an agency, from one day to another."""
    rows = ledger.store.rows(
        "SELECT day, article FROM takers WHERE agency = ? AND day BETWEEN ? AND ?", (agency, first, last)
    )
    return [(str(day), str(article)) for day, article in rows]


def keep_takers(ledger: Ledger, rows: Iterable[tuple[str, str, str]]) -> None:
    """Keep ``(agency, day, article)``."""
    ledger.store.run_many("INSERT INTO takers VALUES (?, ?, ?) ON CONFLICT DO NOTHING", list(rows))


def copies_between(ledger: Ledger, articles: Iterable[str]) -> dict[Pair, str]:
    """The ids of the copies in which two of some articles take part, by those two, the lesser first."""
    rows = ledger.store.rows(
        "SELECT a.article, b.article, a.copy FROM copy_members a"
        " JOIN copy_members b ON b.copy = a.copy AND a.article < b.article"
        " WHERE a.article IN (SELECT value FROM json_each(?1))"
        " AND b.article IN (SELECT value FROM json_each(?1))",
        (json_list(articles),),
    )
    return {(str(one), str(other)): str(copy) for one, other, copy in rows}


def copied_pairs(ledger: Ledger, articles: Iterable[str]) -> list[Pair]:
    """All copies that some articles take part in, as pairs, the lesser first."""
    rows = ledger.store.rows(
        "SELECT DISTINCT a.article, b.article FROM copy_members m JOIN copy_members a ON a.copy = m.copy"
        " JOIN copy_members b ON b.copy = m.copy AND a.article < b.article"
        " WHERE m.article IN (SELECT value FROM json_each(?))",
        (json_list(articles),),
    )
    return [(str(one), str(other)) for one, other in rows]


def keep_copies(ledger: Ledger, copies: Sequence[Copy]) -> None:
    """Keep copies that have been found."""
    ledger.store.run_many(
        "INSERT INTO copies VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        [(copy.id, copy.kind.value, msgspec.json.encode(copy).decode()) for copy in copies],
    )
    ledger.store.run_many(
        "INSERT INTO copy_members VALUES (?, ?) ON CONFLICT DO NOTHING",
        [(article, copy.id) for copy in copies for article in copy.articles],
    )


def drop_copies(ledger: Ledger, ids: Iterable[str]) -> None:
    """Forget copies."""
    rows = [(one,) for one in ids]
    ledger.store.run_many("DELETE FROM copies WHERE id = ?", rows)
    ledger.store.run_many("DELETE FROM copy_members WHERE copy = ?", rows)
