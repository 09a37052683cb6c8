"""The formats of ``tawatur export`` by name."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import msgspec

from tawatur.export.follow_the_money import write_ftm
from tawatur.export.graph import write_gexf
from tawatur.export.provenance import write_prov
from tawatur.export.schema_org import write_jsonld
from tawatur.export.tabular import write_csv, write_jsonl, write_parquet
from tawatur.export.web_annotations import write_annotations
from tawatur.model import Reading, Situation

Write = Callable[[Situation, Iterable[Reading], Path], None]


class Format(msgspec.Struct, frozen=True):
    """One way out: ``write(situation, readings, out)``; ``folder`` where it gives several files."""

    write: Write
    about: str
    suffix: str = ""
    folder: bool = False


FORMATS: Mapping[str, Format] = {
    "csv": Format(write_csv, "one CSV file for each table, for spreadsheets", folder=True),
    "parquet": Format(write_parquet, "one Parquet file for each table, for pandas and DuckDB", folder=True),
    "jsonl": Format(write_jsonl, "one JSON Lines file for each table", folder=True),
    "jsonld": Format(write_jsonld, "NewsArticle, Quotation and Claim of schema.org", ".jsonld"),
    "annotations": Format(write_annotations, "W3C Web Annotations of every span", ".jsonld"),
    "prov": Format(write_prov, "PROV-O: where every statement and finding comes from", ".jsonld"),
    "ftm": Format(write_ftm, "FollowTheMoney entities, for Aleph", ".ftm.json"),
    "gexf": Format(write_gexf, "the graph of speakers and chains, for Gephi", ".gexf"),
}
