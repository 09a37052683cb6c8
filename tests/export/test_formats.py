"""Every format by name, and what holds for all of them."""

from pathlib import Path

import pytest
from floods import bytes_of, sample_readings, sample_situation

from tawatur.errors import RequestError, SourceError
from tawatur.export.formats import DOCUMENTS, FORMATS, TABLES, check_format, write_tables


def written(name: str, out: Path) -> dict[str, bytes]:
    write_tables(name, sample_situation(), iter(sample_readings()), out)
    return {file.name: file.read_bytes() for file in out.iterdir()}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_same_input_gives_the_same_document(name: str) -> None:
    assert bytes_of(DOCUMENTS[name])
    assert bytes_of(DOCUMENTS[name]) == bytes_of(DOCUMENTS[name])


@pytest.mark.parametrize("name", TABLES)
def test_the_same_input_gives_the_same_tables(name: str, tmp_path: Path) -> None:
    first = written(name, tmp_path / "first")
    assert all(first.values())
    assert written(name, tmp_path / "second") == first


def test_every_format_is_a_document_or_tables_and_says_what_it_is_for() -> None:
    assert {*DOCUMENTS, *TABLES} == set(FORMATS)
    assert not set(DOCUMENTS) & set(TABLES)
    assert all(FORMATS.values())


def test_what_cannot_be_written_is_told_first() -> None:
    check_format("json", "-")
    with pytest.raises(RequestError, match="there are json, csv"):
        check_format("xlsx", "out")
    with pytest.raises(RequestError, match=r"folder or a \.zip"):
        check_format("parquet", "-")


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(SourceError, match=r"file.*cannot be written"):
        write_tables("csv", sample_situation(), (), tmp_path / "file/tables")
