"""Which place every claim, measure and finding stood at first, so that its address stays good."""

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

from tawatur.model import Pointer, Situation

KINDS = ("claim", "measure", "finding")
_TABLE = """CREATE TABLE IF NOT EXISTS places (
    kind TEXT, id TEXT, article TEXT, start INTEGER, "end" INTEGER, PRIMARY KEY (kind, id)
) WITHOUT ROWID"""


class Register:
    """A small database beside the ledger; ids are remembered when a page first shows them."""

    def __init__(self, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        self._lock = threading.Lock()
        self._connection = sqlite3.connect(file, isolation_level=None, check_same_thread=False, timeout=30)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")
        self._connection.execute(_TABLE)

    def close(self) -> None:
        """Close the database."""
        self._connection.close()

    def remember(self, situation: Situation) -> None:
        """Keep the first place of everything in a situation that is not kept yet."""
        rows = [
            (kind, item, places[0].article, places[0].start, places[0].end)
            for kind in KINDS
            for item, places in places_of(situation, kind)
            if places
        ]
        with self._lock:
            self._connection.execute("BEGIN")
            self._connection.executemany("INSERT OR IGNORE INTO places VALUES (?, ?, ?, ?, ?)", rows)
            self._connection.execute("COMMIT")

    def place(self, kind: str, item: str) -> Pointer | None:
        """The place a thing stood at first, or None where no page has shown it."""
        with self._lock:
            row = self._connection.execute(
                'SELECT article, start, "end" FROM places WHERE kind = ? AND id = ?', (kind, item)
            ).fetchone()
        return Pointer(*row) if row else None


def places_of(situation: Situation, kind: str) -> Iterator[tuple[str, tuple[Pointer, ...]]]:
    """The ids of one kind with the places each rests on."""
    if kind == "claim":
        yield from ((c.id, c.statements) for c in situation.claims)
    elif kind == "measure":
        yield from ((m.id, tuple(figure.place for figure in m.figures)) for m in situation.measures)
    else:
        yield from ((f.id, tuple(p for side in f.sides for p in side)) for f in situation.findings)
