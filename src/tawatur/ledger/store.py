"""The database file: opened, migrated, and every failure of it told in one line."""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from typing import Any

from tawatur.errors import LedgerError

FILE = "ledger.db"
WAIT_SECONDS = 30.0
CACHE_KILOBYTES = 64 << 10
_APPLICATION = 0x7A57_4154  # marks the file as a ledger, see PRAGMA application_id

_DAMAGED = "it is damaged; run `tawatur check`, restore a backup or add the articles again"
_REMEDIES = (
    ("locked", "another process is writing to it; try again when it has finished"),
    ("disk is full", "the disk is full; what was finished is safe, free some space and run again"),
    (
        "disk I/O error",
        "the disk gives an error; what was finished is safe, free some space or check the disk",
    ),
    ("No space left", "the disk is full; what was finished is safe, free some space and run again"),
    ("readonly", "it cannot be written; check the permissions of the folder and the file"),
    ("Permission denied", "it cannot be written; check the permissions of the folder and the file"),
    ("Read-only file system", "it lies on a disk that cannot be written; copy it to one that can"),
    ("File exists", "a file stands where its folder should be; name another folder"),
    ("Not a directory", "a file stands where its folder should be; name another folder"),
    ("unable to open", "it cannot be opened; check that the folder exists and can be written"),
    ("not a database", "it is not a ledger, or it is damaged; restore a backup"),
    ("unsupported file format", "it is not a ledger, or it is damaged; restore a backup"),
    ("malformed", _DAMAGED),
    ("too big", _DAMAGED),
    ("decode to UTF-8", _DAMAGED),
    ("can't decode", _DAMAGED),
)


class Store:
    """One open database; use as a context manager. Raises LedgerError for all that SQLite refuses."""

    def __init__(self, folder: Path | None) -> None:
        self.place = str(folder / FILE) if folder else ":memory:"
        with self._told():
            if folder:
                folder.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(
                self.place, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False
            )
            try:
                self._prepare()
            except BaseException:
                self._connection.close()
                raise

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the database; what was committed stays."""
        self._connection.close()

    def rows(self, query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        with self._told():
            return self._connection.execute(query, values).fetchall()

    def stream(self, query: str, values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of a query one by one, for results that should not stand in memory at once."""
        with self._told():
            yield from self._connection.execute(query, values)

    def run(self, command: str, values: Sequence[Any] = ()) -> int:
        """Execute one command; how many rows it changed."""
        with self._told():
            return self._connection.execute(command, values).rowcount

    def run_many(self, command: str, rows: Sequence[Sequence[Any]]) -> None:
        """Execute one command for each row of values."""
        with self._told():
            self._connection.executemany(command, rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing: committed at the end, rolled back on any exception."""
        self.run("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._connection.rollback()
            raise
        self.run("COMMIT")

    @contextmanager
    def without_waiting(self) -> Iterator[None]:
        """Commits inside do not wait for the disk one by one, but all together at the end.

        When the program dies nothing is lost; when the power fails the last of them may be, but
        never the file or their order. For what can be done again, such as adding articles.
        """
        self.run("PRAGMA synchronous = NORMAL")
        try:
            yield
        finally:
            self.run("PRAGMA synchronous = FULL")
            self.rows("PRAGMA wal_checkpoint")

    def backup(self, target: Path) -> None:
        """Copy the whole database to a file while others may go on reading and writing."""
        with self._told():
            if target.exists():
                raise LedgerError(f"{target}: exists already; name a new file for the backup")
            copy = sqlite3.connect(target)
            try:
                self._connection.backup(copy)
            finally:
                copy.close()

    def problems(self) -> list[str]:
        """What SQLite's own check of the file finds wrong; empty where all is well."""
        try:
            found = [str(row[0]) for row in self._connection.execute("PRAGMA integrity_check(20)")]
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            return [str(error)]
        return [line for line in found if line != "ok"]

    def _prepare(self) -> None:
        connection = self._connection
        connection.execute("PRAGMA foreign_keys = ON")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        if application not in (0, _APPLICATION) or (version and application != _APPLICATION):
            raise LedgerError(f"{self.place}: a database of another program; name another folder")
        steps = migrations()
        if version > len(steps):
            raise LedgerError(
                f"{self.place}: written by a newer Tawatur (schema {version}, this one knows {len(steps)}); "
                "update Tawatur"
            )
        if version < len(steps):
            connection.execute("PRAGMA journal_mode = WAL")
            self._migrate(steps)
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute(f"PRAGMA cache_size = -{CACHE_KILOBYTES}")

    def _migrate(self, steps: list[str]) -> None:
        with self.transaction():
            version = self.rows("PRAGMA user_version")[0][0]
            for step in steps[version:]:
                for command in commands_of(step):
                    self.run(command)
            self.run(f"PRAGMA application_id = {_APPLICATION}")
            self.run(f"PRAGMA user_version = {len(steps)}")

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError, UnicodeDecodeError) as error:
            raise LedgerError(f"{self.place}: {_remedy(error)}") from error


def migrations() -> list[str]:
    """The scripts that make the schema, each the next version of it."""
    files = [f for f in resources.files("tawatur.ledger.migrations").iterdir() if f.name.endswith(".sql")]
    return [file.read_text(encoding="utf-8") for file in sorted(files, key=lambda file: file.name)]


def commands_of(script: str) -> list[str]:
    """The commands of a script; a semicolon at the end of a line ends one."""
    return [command for command in re.split(r";[ ]*\n", script) if command.strip()]


def _remedy(error: Exception) -> str:
    said = str(error)
    return next((remedy for sign, remedy in _REMEDIES if sign in said), said)
