"""Reading one part: its articles become rows of the tables and readings for the next stages."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from tawatur.cluster.kept import CHUNK, Place, fetch, keeper
from tawatur.cluster.output import Output
from tawatur.cluster.parts import Content, Part
from tawatur.intake import Refusal
from tawatur.ledger import digest
from tawatur.ledger.lists import batched
from tawatur.model import Reading
from tawatur.parallel import read_many
from tawatur.rows import READING_TABLES, reading_rows

READINGS = "readings"


class Shelf(msgspec.Struct, frozen=True):
    """The readings of one part, kept under ``key``; ``articles`` are ids and digests in order."""

    key: str
    articles: tuple[tuple[str, str], ...]
    refused: tuple[tuple[str, str], ...] = ()
    reused: bool = False


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
    with output.tables(READING_TABLES, key) as tables, keeper(READINGS, key, output) as keep:
        for chunk in batched(_only_readings(readings, refused), CHUNK):
            keep(chunk)
            articles += [(reading.article.id, digest(reading.article)) for reading in chunk]
            tables.write(_rows(chunk))
    shelf = Shelf(key, tuple(articles), tuple(refused))
    output.note("shelves", key, shelf)
    return shelf


def readings_of(shelf: Shelf, output: Output) -> Iterator[Reading]:
    """All readings of a shelf, in order."""
    places = (Place(shelf.key, number) for number in range(len(shelf.articles)))
    return fetch(READINGS, places, Reading, output)


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
