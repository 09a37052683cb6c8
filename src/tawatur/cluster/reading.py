"""Reading one part: its articles become rows of the tables and readings for the next stages."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice

import msgspec

from tawatur.cluster.output import Output
from tawatur.cluster.parts import Content, Part
from tawatur.intake import Refusal
from tawatur.ledger import digest
from tawatur.model import Reading
from tawatur.parallel import read_many
from tawatur.rows import READING_TABLES, reading_rows

CHUNK = 200
"""Readings in memory at once, and in a row group of the file they are kept in."""


class Shelf(msgspec.Struct, frozen=True):
    """The readings of one part, kept under ``key``; ``articles`` are ids and digests in order."""

    key: str
    articles: tuple[tuple[str, str], ...]
    refused: tuple[tuple[str, str], ...] = ()
    reused: bool = False


class Place(msgspec.Struct, frozen=True, order=True, array_like=True):
    """Where the reading of an article is kept: the key of its shelf and its number there."""

    shelf: str
    number: int


def read_part(part: Part, output: Output) -> Shelf:
    """The shelf of a part, from the notes of an earlier run where the same content was read then."""
    with Content(part) as content:
        noted = output.noted("shelves", content.key, Shelf)
        if noted:
            return msgspec.structs.replace(noted, reused=True)
        return write_shelf(content.key, read_many(content.articles(), workers=1), output)


def write_shelf(key: str, readings: Iterable[Reading | Refusal], output: Output) -> Shelf:
    """Write the tables and the readings of one shelf, a chunk in memory at a time."""
    refused: list[tuple[str, str]] = []
    articles: list[tuple[str, str]] = []
    with output.tables(READING_TABLES, key) as tables, _kept(output, key) as keep:
        for chunk in _chunks(_only_readings(readings, refused)):
            keep(chunk)
            articles += [(reading.article.id, digest(reading.article)) for reading in chunk]
            tables.write(_rows(chunk))
    shelf = Shelf(key, tuple(articles), tuple(refused))
    output.note("shelves", key, shelf)
    return shelf


def fetch(places: Iterable[Place], output: Output) -> Iterator[Reading]:
    """The readings kept at some places, in order of the places; only the row groups of these are read."""
    wanted: dict[str, dict[int, set[int]]] = {}
    for place in places:
        group, row = divmod(place.number, CHUNK)
        wanted.setdefault(place.shelf, {}).setdefault(group, set()).add(row)
    for shelf, groups in sorted(wanted.items()):
        yield from _fetch_from(shelf, groups, output)


def _fetch_from(shelf: str, groups: dict[int, set[int]], output: Output) -> Iterator[Reading]:
    from pyarrow import parquet

    with output.open(_file(shelf), "rb") as stream:
        file = parquet.ParquetFile(stream)
        for group, rows in sorted(groups.items()):
            records = file.read_row_group(group).column(0)
            for row in sorted(rows):
                yield msgspec.msgpack.decode(records[row].as_py(), type=Reading)


@contextmanager
def _kept(output: Output, key: str) -> Iterator[Callable[[Sequence[Reading]], None]]:
    """A function that keeps a chunk of readings as one row group of the shelf's file."""
    import pyarrow
    from pyarrow import parquet

    schema = pyarrow.schema([("reading", pyarrow.binary())])
    with (
        output.open(_file(key), "wb") as stream,
        parquet.ParquetWriter(stream, schema, compression="zstd") as writer,
    ):
        yield lambda chunk: writer.write_table(
            pyarrow.table({"reading": [msgspec.msgpack.encode(reading) for reading in chunk]}, schema=schema)
        )


def _only_readings(
    readings: Iterable[Reading | Refusal], refused: list[tuple[str, str]]
) -> Iterator[Reading]:
    for item in readings:
        if isinstance(item, Refusal):
            refused.append((item.place, item.problem))
        else:
            yield item


def _rows(chunk: Sequence[Reading]) -> dict[str, list[msgspec.Struct]]:
    rows: dict[str, list[msgspec.Struct]] = {name: [] for name in READING_TABLES}
    for reading in chunk:
        for name, found in reading_rows(reading).items():
            rows[name].extend(found)
    return rows


def _chunks(readings: Iterator[Reading]) -> Iterator[list[Reading]]:
    while chunk := list(islice(readings, CHUNK)):
        yield chunk


def _file(shelf: str) -> str:
    return f"_batch/readings/{shelf}.parquet"
