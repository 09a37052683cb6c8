"""Reading in a notebook."""

from pathlib import Path

import pytest
from floods import sample_readings
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

import tawatur
from tawatur.errors import RequestError, SourceError
from tawatur.model import Article, Block, BlockKind, Entity, EntityType, Mention, Reading
from tawatur.notebook import Read, reading_html

TEXT = "قال الوزير سامي الخطيب إن السيول شردت نحو 300 أسرة يوم الأحد."


def test_a_text_is_read_with_what_is_known_of_it() -> None:
    found = tawatur.read(TEXT, outlet="صحيفة الضفة", published="2024-03-10")
    assert found.reading.article.text == TEXT
    assert found.reading.article.outlet == "صحيفة الضفة"
    assert found.reading == tawatur.read(TEXT, outlet="صحيفة الضفة", published="2024-03-10").reading


def test_a_path_is_the_file_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert tawatur.read(tmp_path / "a.txt").reading.article.text == TEXT
    with pytest.raises(SourceError, match=r"b\.txt"):
        tawatur.read(tmp_path / "b.txt")


def test_a_file_of_several_articles_is_read_by_read_all(tmp_path: Path) -> None:
    (tmp_path / "two.jsonl").write_text('{"text": "قال"}\n{"text": "قالت"}\n', encoding="utf-8")
    with pytest.raises(RequestError, match="read_all"):
        tawatur.read(tmp_path / "two.jsonl")
    assert [one.reading.article.text for one in tawatur.read_all([tmp_path / "two.jsonl"])] == ["قال", "قالت"]


def test_single_finders_take_a_text() -> None:
    (quantity,) = tawatur.find_quantities("أرسلت أكثر من 13 ألف حاوية عام 2023")
    assert (quantity.low, quantity.high) == (13000, None)
    (time,) = tawatur.find_times("وصل الوفد الأربعاء الماضي", published="2024-10-24")
    assert time.value == "2024-10-23"


def test_values_and_their_words_are_at_hand() -> None:
    found = Read(sample_readings()[0])
    assert found.statements == sample_readings()[0].statements
    assert [found.words(statement.source) for statement in found.statements] == ["الوزير سامي الخطيب", ""]
    assert found.words(found.quantities[0]) == "نحو 300 أسرة"


def test_the_shop_window_shows_what_it_promises() -> None:
    assert {name for name in tawatur.__all__ if not hasattr(tawatur, name)} == set()
    with pytest.raises(AttributeError, match="translate"):
        tawatur.translate  # noqa: B018


def test_tables_become_frames() -> None:
    quantities = Read(sample_readings()[0]).table("quantities")
    assert len(quantities) == 1
    assert quantities.to_pandas()["text"].tolist() == ["نحو 300 أسرة"]
    assert quantities.to_polars()["low"].to_list() == [300.0]
    assert "300" in quantities._repr_html_()
    with pytest.raises(RequestError, match="statements"):
        Read(sample_readings()[0]).table("opinions")


def test_a_notebook_shows_the_whole_text_with_its_marks() -> None:
    reading = sample_readings()[0]
    page = LexborHTMLParser(Read(reading)._repr_html_())
    shown = "\n".join(paragraph.text() for paragraph in page.css("p"))
    assert shown == reading.article.text
    assert [node.text() for node in page.css("p .tw-cue")] == ["قال", "أضاف"]
    assert "".join(node.text() for node in page.css("p .tw-quantity")) == "نحو 300 أسرة"


@given(st.text(max_size=60), st.data())
def test_hostile_text_is_escaped_and_kept(text: str, data: st.DataObject) -> None:
    text = f"<script>{text}&amp;"
    start = data.draw(st.integers(0, len(text) - 1))
    name = Entity(
        "x", EntityType.PERSON, '"><b>', (Mention(start, data.draw(st.integers(start + 1, len(text))), "r"),)
    )
    block = Block(0, len(text), BlockKind.PARAGRAPH, "r")
    page = reading_html(Reading(Article(id="x", text=text), (block,), (name,)))
    assert "<script>" not in page
    assert "<b>" not in page


def test_a_read_says_what_was_found() -> None:
    assert repr(Read(sample_readings()[1])).startswith("<Read a 2/ب: 1 blocks, 1 mentions")


def test_half_a_surrogate_pair_is_no_letter_of_the_text() -> None:
    assert tawatur.read("قال\ud800 الوزير إن الجسر مفتوح.").article.text == "قال\ufffd الوزير إن الجسر مفتوح."


def test_no_text_is_no_article() -> None:
    with pytest.raises(SourceError, match="no text"):
        tawatur.read(" \n")
