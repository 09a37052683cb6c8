"""The same store on a PostgreSQL server, where several people work on one ledger.

The queries are those of the SQLite store; what differs between the two (the sign for a
parameter, ``json_each``, the order of letters) is settled here and nowhere else.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

from tawatur.errors import LedgerError, RequestError
from tawatur.ledger.store import commands_of, migrations

_PARAMETER = re.compile(r"\?(\d*)")
_LIMIT = re.compile(r"LIMIT \?")
_JSON_EACH = """
CREATE OR REPLACE FUNCTION json_each(list text) RETURNS TABLE (value text)
LANGUAGE sql IMMUTABLE AS 'SELECT json_array_elements_text(list::json)'
"""


def address_of(place: Path | str | None) -> str | None:
    """The address of a server, or None where ``place`` is a folder.

    A path on the command line has lost one slash of ``postgresql://``; it gets it back.
    """
    scheme, colon, rest = str(place).partition(":/")
    return f"{scheme}://{rest.lstrip('/')}" if colon and scheme in ("postgresql", "postgres") else None


class PostgresStore:
    """One open connection; the same methods as ``Store``. Raises LedgerError for all that goes wrong.

    Raises RequestError where psycopg is not installed.
    """

    def __init__(self, address: str) -> None:
        try:
            import psycopg
        except ImportError as error:
            raise RequestError("a shared ledger needs psycopg: pip install 'tawatur[postgres]'") from error
        self.place = re.sub(r"//[^@/]*@", "//", address)
        self._errors = psycopg.Error
        with self._told():
            self._connection = psycopg.connect(address, autocommit=True)
            self._prepare()

    def __enter__(self) -> "PostgresStore":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def rows(self, query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        with self._told():
            return self._connection.execute(_translated(query), _named(values)).fetchall()

    def stream(self, query: str, values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of a query one by one, for results that should not stand in memory at once."""
        with self._told(), self._connection.cursor(name="tawatur", withhold=True) as cursor:
            cursor.execute(_translated(query), _named(values))
            yield from cursor

    def run(self, command: str, values: Sequence[Any] = ()) -> int:
        """Execute one command; how many rows it changed."""
        with self._told():
            return self._connection.execute(_translated(command), _named(values)).rowcount

    def run_many(self, command: str, rows: Sequence[Sequence[Any]]) -> None:
        """Execute one command for each row of values."""
        with self._told(), self._connection.cursor() as cursor:
            cursor.executemany(_translated(command), [_named(row) for row in rows])

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing; writers wait for each other, readers for nobody."""
        with self._told(), self._connection.transaction():
            self._connection.execute("LOCK TABLE articles IN SHARE ROW EXCLUSIVE MODE")
            yield

    @contextmanager
    def without_waiting(self) -> Iterator[None]:
        """Commits inside do not wait for the server's disk one by one."""
        self.run("SET synchronous_commit = off")
        try:
            yield
        finally:
            self.run("SET synchronous_commit = on")

    def backup(self, target: Path) -> None:
        """Always raises: a server has its own way to back up."""
        raise LedgerError(f"{self.place}: back this ledger up with pg_dump, not into {target}")

    def problems(self) -> list[str]:
        """Nothing: the server checks its own files."""
        return []

    def _prepare(self) -> None:
        steps = migrations()
        with self._connection.transaction():
            self._connection.execute("SELECT pg_advisory_xact_lock(2053587284)")
            self._connection.execute("CREATE TABLE IF NOT EXISTS ledger_schema (step integer PRIMARY KEY)")
            row = self._connection.execute("SELECT count(*) FROM ledger_schema").fetchone()
            done = int(row[0]) if row else 0
            if done > len(steps):
                raise LedgerError(f"{self.place}: written by a newer Tawatur; update Tawatur")
            for number, step in enumerate(steps[done:], done):
                for command in _tables_of(step):
                    self._connection.execute(command)
                self._connection.execute("INSERT INTO ledger_schema VALUES (%s)", (number,))
            self._connection.execute(_JSON_EACH)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except self._errors as error:
            raise LedgerError(f"{self.place}: {str(error).strip().splitlines()[0]}") from error


@lru_cache(maxsize=500)
def _translated(query: str) -> str:
    """A query with PostgreSQL's parameters; no limit is written -1 in SQLite."""
    counted = iter(range(1, 1000))
    query = _LIMIT.sub("LIMIT NULLIF(?::bigint, -1)", query.replace("%", "%%"))
    return _PARAMETER.sub(lambda found: f"%(p{found[1] or next(counted)})s", query)


def _named(values: Sequence[Any]) -> dict[str, Any]:
    return {f"p{number}": str(v) if isinstance(v, str) else v for number, v in enumerate(values, 1)}


def _tables_of(step: str) -> Iterator[str]:
    """The tables and indexes of a step, ordered by code point as in SQLite; its views are SQLite's own."""
    for command in commands_of(step):
        bare = re.sub(r"--[^\n]*", "", command).strip()
        if not bare.startswith("CREATE VIEW"):
            yield re.sub(r"\bTEXT\b", 'TEXT COLLATE "C"', bare.replace("WITHOUT ROWID", ""))
