"""CSV, JSON Lines and Parquet, each read back by the readers people use."""

import builtins
import csv
import json
import zipfile
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from floods import FIRST, sample_readings, sample_situation

from tawatur.errors import RequestError
from tawatur.export.tabular import write_csv, write_jsonl, write_parquet
from tawatur.rows import TABLES


def test_csv_reads_back_with_every_table_and_column(tmp_path: Path) -> None:
    write_csv(sample_situation(), sample_readings(), tmp_path / "tables")
    assert {file.stem for file in (tmp_path / "tables").iterdir()} == set(TABLES)
    for name, shape in TABLES.items():
        with (tmp_path / f"tables/{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        assert rows, name
        assert list(rows[0]) == list(shape.__struct_fields__)


def test_csv_keeps_lines_commas_and_lists(tmp_path: Path) -> None:
    write_csv(sample_situation(), sample_readings(), tmp_path)
    with (tmp_path / "articles.csv").open(encoding="utf-8-sig", newline="") as file:
        assert next(csv.DictReader(file))["text"] == FIRST.text
    with (tmp_path / "statements.csv").open(encoding="utf-8-sig", newline="") as file:
        assert json.loads(next(csv.DictReader(file))["chain"]) == ["per:sami", "org:agency", "صحيفة الضفة"]


def test_csv_begins_with_a_byte_order_mark(tmp_path: Path) -> None:
    write_csv(sample_situation(), sample_readings(), tmp_path)
    assert (tmp_path / "claims.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_zip_holds_the_same_files_as_a_folder(tmp_path: Path) -> None:
    write_csv(sample_situation(), sample_readings(), tmp_path / "tables")
    write_csv(sample_situation(), sample_readings(), tmp_path / "tables.v1.zip")
    with zipfile.ZipFile(tmp_path / "tables.v1.zip") as archive:
        assert {Path(name).stem for name in archive.namelist()} == set(TABLES)
        assert archive.read("claims.csv") == (tmp_path / "tables/claims.csv").read_bytes()


def test_json_lines_are_one_object_a_row(tmp_path: Path) -> None:
    write_jsonl(sample_situation(), sample_readings(), tmp_path)
    lines = [json.loads(line) for line in (tmp_path / "statements.jsonl").read_text("utf-8").splitlines()]
    assert [line["act"] for line in lines] == ["say", "say", "deny"]
    assert lines[1]["source"] is None


def test_parquet_reads_back(tmp_path: Path) -> None:
    write_parquet(sample_situation(), sample_readings(), tmp_path)
    for name in TABLES:
        table = pq.read_table(tmp_path / f"{name}.parquet")
        assert table.num_rows > 0
        assert table.column_names == list(TABLES[name].__struct_fields__)
    quantities = pq.read_table(tmp_path / "quantities.parquet").to_pylist()
    assert [(row["text"], row["low"]) for row in quantities] == [("نحو 300 أسرة", 300.0), ("450 أسرة", 450.0)]


def test_without_pyarrow_the_error_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without_pyarrow(name: str, *rest: Any, **more: Any) -> Any:
        if name.partition(".")[0] == "pyarrow":
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without_pyarrow)
    with pytest.raises(RequestError, match=r"tawatur\[data\]"):
        write_parquet(sample_situation(), sample_readings(), tmp_path / "never")
    assert not (tmp_path / "never").exists()
