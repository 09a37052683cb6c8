"""What people decided: rows that are added and taken back, never rewritten."""

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime

import msgspec

from tawatur.errors import RequestError
from tawatur.ledger.ledger import Ledger
from tawatur.ledger.lists import json_list
from tawatur.model import Judgement, Verdict

_COLUMNS = "id, about, verdict, by, at, other, note"
_PAIRED = frozenset({Verdict.SAME, Verdict.DIFFERENT})


def judge(
    ledger: Ledger, about: str, verdict: Verdict, by: str, other: str | None = None, note: str | None = None
) -> Judgement:
    """Keep a decision about a finding or an identity.

    ``same`` and ``different`` need the ``other`` identity. Raises RequestError otherwise.
    """
    if (verdict in _PAIRED) != (other is not None):
        needs = "needs the other id" if verdict in _PAIRED else "takes one id"
        raise RequestError(f"`{verdict}` {needs}")
    at = datetime.now(UTC).isoformat(timespec="microseconds")
    key = "\x1f".join((about, verdict, other or "", by, at))
    judgement = Judgement(hashlib.sha256(key.encode()).hexdigest()[:12], about, verdict, by, at, other, note)
    keep(ledger, judgement)
    return judgement


def keep(ledger: Ledger, judgement: Judgement) -> None:
    """Write a judgement as it is, as when one is replayed from an export; a second time changes nothing."""
    ledger.store.run(
        f"INSERT INTO judgements ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",  # noqa: S608
        (
            judgement.id,
            judgement.about,
            judgement.verdict,
            judgement.by,
            judgement.at,
            judgement.other,
            judgement.note,
        ),
    )


def withdraw(ledger: Ledger, judgement_id: str) -> None:
    """Take a judgement back; it stays on record. Raises RequestError where there is none to take back."""
    at = datetime.now(UTC).isoformat(timespec="seconds")
    changed = ledger.store.run(
        "UPDATE judgements SET withdrawn = ? WHERE id = ? AND withdrawn IS NULL", (at, judgement_id)
    )
    if not changed:
        raise RequestError(f"no standing judgement {judgement_id!r}")


def judgements(ledger: Ledger) -> tuple[Judgement, ...]:
    """The judgements that stand, in the order they were made."""
    return _found(ledger, "withdrawn IS NULL")


def made(ledger: Ledger, ids: Iterable[str]) -> tuple[Judgement, ...]:
    """Some judgements, whether they stand or have been taken back."""
    return _found(ledger, "id IN (SELECT value FROM json_each(?))", json_list(ids))


def _found(ledger: Ledger, which: str, *values: str) -> tuple[Judgement, ...]:
    rows = ledger.store.rows(
        f"SELECT {_COLUMNS} FROM judgements WHERE {which} ORDER BY at, id",  # noqa: S608
        values,
    )
    names = _COLUMNS.split(", ")
    return tuple(msgspec.convert(dict(zip(names, row, strict=True)), Judgement) for row in rows)
