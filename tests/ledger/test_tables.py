"""Everything that was read, as data frames."""

from pathlib import Path

import pytest
from floods import sample_readings

from tawatur.errors import RequestError
from tawatur.ledger import Ledger
from tawatur.model import Situation
from tawatur.rows import READING_TABLES, all_rows


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    ledger = Ledger(tmp_path)
    for reading in sample_readings():
        ledger.add(reading)
    return ledger


@pytest.mark.parametrize("name", READING_TABLES)
def test_a_table_has_the_rows_of_all_readings(ledger: Ledger, name: str) -> None:
    expected = all_rows(Situation(), ledger.readings())[name]
    assert list(ledger.table(name)) == expected
    assert expected


def test_tables_become_data_frames(ledger: Ledger) -> None:
    assert ledger.statements().to_pandas()["act"].tolist() == ["deny", "say", "say"]
    assert ledger.quantities().to_polars()["low"].to_list() == [450.0, 300.0]
    assert ledger.times().to_arrow().column("value").to_pylist() == ["2024-03-10"]
    assert len(ledger.mentions()) == 2
    assert len(ledger.events()) == 1


def test_a_table_there_is_none_of_is_told(ledger: Ledger) -> None:
    with pytest.raises(RequestError, match="statements"):
        ledger.table("opinions")
