"""CSV, Parquet and JSON Lines: one file for each table, in a folder or a zip archive."""

import csv
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import msgspec

from tawatur.model import Reading, Situation
from tawatur.rows import TABLES, all_rows
from tawatur.rows.arrow import arrow_table, load_pyarrow


def write_csv(situation: Situation, readings: Iterable[Reading], out: Path) -> None:
    """Write ``<out>/<table>.csv`` for every table; ``out`` may end in ``.zip``.

    UTF-8 with a byte order mark, without which spreadsheets take Arabic for Latin letters; an
    empty field is an unknown value, lists are JSON.
    """
    with folder_or_zip(out) as folder:
        for name, rows in all_rows(situation, readings).items():
            with (folder / f"{name}.csv").open("w", encoding="utf-8-sig", newline="") as file:
                lines = csv.writer(file)
                lines.writerow(TABLES[name].__struct_fields__)
                lines.writerows(_cells(row) for row in rows)


def write_jsonl(situation: Situation, readings: Iterable[Reading], out: Path) -> None:
    """Write ``<out>/<table>.jsonl`` for every table, one row a line; ``out`` may end in ``.zip``."""
    encode = msgspec.json.Encoder().encode_lines
    with folder_or_zip(out) as folder:
        for name, rows in all_rows(situation, readings).items():
            (folder / f"{name}.jsonl").write_bytes(encode(rows))


def write_parquet(situation: Situation, readings: Iterable[Reading], out: Path) -> None:
    """Write ``<out>/<table>.parquet`` for every table; ``out`` may end in ``.zip``.

    Raises RequestError where pyarrow is not installed.
    """
    load_pyarrow()
    from pyarrow import parquet

    with folder_or_zip(out) as folder:
        for name, rows in all_rows(situation, readings).items():
            parquet.write_table(
                arrow_table(rows, TABLES[name]), folder / f"{name}.parquet", compression="zstd"
            )


@contextmanager
def folder_or_zip(out: Path) -> Iterator[Path]:
    """A folder to write into: ``out`` itself, or one that becomes the archive ``out`` when done."""
    if out.suffix != ".zip":
        out.mkdir(parents=True, exist_ok=True)
        yield out
        return
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)
        shutil.make_archive(str(out.with_suffix("")), "zip", folder)


def _cells(row: msgspec.Struct) -> Sequence[object]:
    return [_cell(value) for value in msgspec.structs.astuple(row)]


def _cell(value: object) -> object:
    return msgspec.json.encode(value).decode() if isinstance(value, tuple) else value
