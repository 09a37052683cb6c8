"""Rows of every table, and their Arrow schema."""

import pyarrow as pa
import pytest
from floods import FIRST, SECOND, sample_readings, sample_situation

from tawatur.model import Reading, Situation
from tawatur.rows import READING_TABLES, TABLES, all_rows, reading_rows, situation_rows
from tawatur.rows.arrow import arrow_table


def test_every_table_has_rows_of_its_type() -> None:
    rows = all_rows(sample_situation(), sample_readings())
    assert list(rows) == list(TABLES)
    for name, found in rows.items():
        assert found, name
        assert all(type(row) is TABLES[name] for row in found)


def test_words_of_a_row_stand_at_its_place() -> None:
    texts = {article.id: article.text for article in (FIRST, SECOND)}
    rows = all_rows(sample_situation(), sample_readings())
    placed = [row for name in ("mentions", "facts", "times", "quantities", "events") for row in rows[name]]
    placed += [*rows["measures"], *rows["findings"]]
    assert len(placed) >= 10
    for row in placed:
        assert texts[row.article][row.start : row.end] == row.text  # type: ignore[attr-defined]


def test_a_statement_row_cuts_cue_source_and_content_from_the_text() -> None:
    said, added = reading_rows(sample_readings()[0])["statements"]
    assert (said.cue, said.source) == ("قال", "الوزير سامي الخطيب")  # type: ignore[attr-defined]
    assert said.chain == ("per:sami", "org:agency", "صحيفة الضفة")  # type: ignore[attr-defined]
    assert (added.source, added.content) == (None, "الوضع تحت السيطرة")  # type: ignore[attr-defined]


def test_a_claim_has_a_row_for_each_stance() -> None:
    stances = [row.stance for row in situation_rows(sample_situation())["claims"]]  # type: ignore[attr-defined]
    assert stances == ["affirms", "denies"]


@pytest.mark.parametrize("name", TABLES)
def test_arrow_keeps_values_and_columns(name: str) -> None:
    rows = all_rows(sample_situation(), sample_readings())[name]
    table = arrow_table(rows, TABLES[name])
    assert table.column_names == list(TABLES[name].__struct_fields__)
    kept = [tuple(tuple(v) if isinstance(v, list) else v for v in row.values()) for row in table.to_pylist()]
    assert kept == [tuple(getattr(row, field) for field in row.__struct_fields__) for row in rows]


def test_an_empty_table_has_the_same_schema_as_a_full_one() -> None:
    full = arrow_table(all_rows(sample_situation(), sample_readings())["quantities"], TABLES["quantities"])
    empty = arrow_table([], TABLES["quantities"])
    assert empty.num_rows == 0
    assert empty.schema == full.schema
    assert empty.schema.field("low").type == pa.float64()


def test_nothing_gives_no_rows() -> None:
    assert not any(all_rows(Situation(), ()).values())
    bare = reading_rows(Reading(SECOND))
    assert [name for name in READING_TABLES if bare[name]] == ["articles"]
