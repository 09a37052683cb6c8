"""The folder a batch writes to: a folder of Parquet files for each table, and notes of what is done.

    out/statements/part-<key>.parquet      what people read
    out/_batch/<stage>/<key>               what the stages hand on, and what they finished

A note is written after everything it speaks of, so what is noted is whole.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any, TypeVar

import msgspec

from tawatur import __version__
from tawatur.rows import TABLES
from tawatur.rows.arrow import arrow_schema, arrow_table

T = TypeVar("T")
Rows = Mapping[str, Sequence[msgspec.Struct]]


def key_of(*parts: str | bytes) -> str:
    """The name of what is made from ``parts`` by this version: the same parts, the same name."""
    sums = hashlib.sha256(__version__.encode())
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        sums.update(f"{len(data)}:".encode())
        sums.update(data)
    return sums.hexdigest()[:24]


class Output(msgspec.Struct, frozen=True):
    """A folder on disk or in an object store, by its address."""

    url: str

    @contextmanager
    def open(self, name: str, mode: str) -> Iterator[Any]:
        """A file of the folder, for bytes."""
        files, root = self._files()
        path = f"{root}/{name}"
        if mode == "wb":
            files.makedirs(path.rpartition("/")[0], exist_ok=True)
        with files.open(path, mode) as stream:
            yield stream

    @contextmanager
    def tables(self, names: Iterable[str], key: str) -> Iterator["Tables"]:
        """Writers of one part of some tables; a table that gets no rows still gets a file."""
        from pyarrow import parquet

        with ExitStack() as stack:
            writers = {}
            for name in names:
                stream = stack.enter_context(self.open(part_name(name, key), "wb"))
                writer = parquet.ParquetWriter(stream, arrow_schema(TABLES[name]), compression="zstd")
                writers[name] = stack.enter_context(writer)
            yield Tables(writers)

    def note(self, stage: str, key: str, value: msgspec.Struct) -> None:
        """Keep a value under the name of what it was made from."""
        with self.open(f"_batch/{stage}/{key}", "wb") as stream:
            stream.write(msgspec.msgpack.encode(value))

    def noted(self, stage: str, key: str, shape: type[T]) -> T | None:
        """What was noted, or None."""
        try:
            with self.open(f"_batch/{stage}/{key}", "rb") as stream:
                return msgspec.msgpack.decode(stream.read(), type=shape)
        except FileNotFoundError:
            return None

    def keep_only(self, keys: set[str]) -> None:
        """Remove parts that are not made from this run's input (an earlier run's)."""
        files, root = self._files()
        for name in TABLES:
            for path in files.glob(f"{root}/{part_name(name, '*')}"):
                if path.rpartition("part-")[2].removesuffix(".parquet") not in keys:
                    files.rm_file(path)

    def _files(self) -> tuple[Any, str]:
        from fsspec.core import url_to_fs

        files, root = url_to_fs(self.url)
        return files, root.rstrip("/")


class Tables:
    """Open writers of one part of several tables."""

    def __init__(self, writers: Mapping[str, Any]) -> None:
        self._writers = writers

    def write(self, rows: Rows) -> None:
        """Add rows to their tables."""
        for name, found in rows.items():
            if found:
                self._writers[name].write_table(arrow_table(found, TABLES[name]))


def part_name(table: str, key: str) -> str:
    """The file of one part of a table, below the output folder."""
    return f"{table}/part-{key}.parquet"
