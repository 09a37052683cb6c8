"""The formats of ``tawatur export`` by name."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import BinaryIO

import msgspec

from tawatur.errors import RequestError, SourceError
from tawatur.export.follow_the_money import write_ftm
from tawatur.export.graph import write_gexf
from tawatur.export.provenance import write_prov
from tawatur.export.schema_org import write_jsonld
from tawatur.export.situation import situation_record
from tawatur.export.tabular import write_csv, write_jsonl, write_parquet
from tawatur.export.web_annotations import write_annotations
from tawatur.model import Reading, Situation

WriteDocument = Callable[[Situation, Iterable[Reading], BinaryIO], None]
WriteTables = Callable[[Situation, Iterable[Reading], Path], None]


def write_json(situation: Situation, readings: Iterable[Reading], out: BinaryIO) -> None:
    """Write the interchange format of a ledger, indented."""
    del readings
    record = msgspec.json.encode(situation_record(situation))
    out.write(msgspec.json.format(record, indent=2) + b"\n")


DOCUMENTS: Mapping[str, WriteDocument] = {
    "json": write_json,
    "jsonld": write_jsonld,
    "annotations": write_annotations,
    "prov": write_prov,
    "ftm": write_ftm,
    "gexf": write_gexf,
}
"""Formats of one file."""

TABLES: Mapping[str, WriteTables] = {"csv": write_csv, "parquet": write_parquet, "jsonl": write_jsonl}
"""Formats of several files, one for each table, in a folder or a zip archive."""

FORMATS: Mapping[str, str] = {
    "json": "everything across articles as one JSON object",
    "csv": "tables for spreadsheets",
    "parquet": "tables for pandas, polars and DuckDB",
    "jsonl": "tables of one JSON object a row",
    "jsonld": "NewsArticle, Quotation and Claim of schema.org",
    "annotations": "W3C Web Annotations of every span",
    "prov": "PROV-O: where every statement and finding comes from",
    "ftm": "FollowTheMoney entities, for Aleph",
    "gexf": "the graph of speakers and chains, for Gephi",
}
"""What each format is for."""


def check_format(name: str, out: str) -> None:
    """Raises RequestError where there is no such format, or ``out`` cannot hold it."""
    if name not in FORMATS:
        raise RequestError(f"no format {name!r}; there are {', '.join(FORMATS)}")
    if name in TABLES and out == "-":
        raise RequestError(f"{name} gives several files; name a folder or a .zip with -o")


def write_tables(name: str, situation: Situation, readings: Iterable[Reading], out: Path) -> None:
    """Write a format of several files; raises SourceError where ``out`` cannot be written."""
    try:
        TABLES[name](situation, readings, out)
    except OSError as error:
        raise SourceError(str(out), f"cannot be written: {error.strerror}") from error
