"""What a shelf keeps of each of its articles, read back by the place where it stands.

One file for each shelf and kind, a row for each article in the order of the shelf, so that what a
task needs of a few articles costs it a few short reads.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

import msgspec

from tawatur.cluster.output import Output

T = TypeVar("T")

CHUNK = 200
"""Values in memory at once, and in a row group of the file they are kept in."""


class Place(msgspec.Struct, frozen=True, order=True, array_like=True):
    """Where something of an article is kept: the key of its shelf and its number there."""

    shelf: str
    number: int


@contextmanager
def keeper(kind: str, shelf: str, output: Output) -> Iterator[Callable[[Sequence[object]], None]]:
    """A function that keeps the values of the next ``CHUNK`` articles of a shelf."""
    import pyarrow
    from pyarrow import parquet

    schema = pyarrow.schema([("value", pyarrow.binary())])
    with (
        output.open(_file(kind, shelf), "wb") as stream,
        parquet.ParquetWriter(stream, schema, compression="zstd") as writer,
    ):
        yield lambda chunk: writer.write_table(
            pyarrow.table({"value": [msgspec.msgpack.encode(value) for value in chunk]}, schema=schema)
        )


def fetch(kind: str, places: Iterable[Place], shape: type[T], output: Output) -> Iterator[T]:
    """The values of a kind kept at some places, in order of the places; little else is read."""
    wanted: dict[str, dict[int, set[int]]] = {}
    for place in places:
        group, row = divmod(place.number, CHUNK)
        wanted.setdefault(place.shelf, {}).setdefault(group, set()).add(row)
    for shelf, groups in sorted(wanted.items()):
        yield from _fetch_from(_file(kind, shelf), groups, shape, output)


def _fetch_from(name: str, groups: dict[int, set[int]], shape: type[T], output: Output) -> Iterator[T]:
    from pyarrow import parquet

    with output.open(name, "rb") as stream:
        file = parquet.ParquetFile(stream)
        for group, rows in sorted(groups.items()):
            records = file.read_row_group(group).column(0)
            for row in sorted(rows):
                yield msgspec.msgpack.decode(records[row].as_py(), type=shape)


def _file(kind: str, shelf: str) -> str:
    return f"_batch/{kind}/{shelf}.parquet"
