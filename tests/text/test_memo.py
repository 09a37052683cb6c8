"""The memo: each word asked once, and memory that does not grow without bound."""

import pytest

from tawatur.text import Memo


def test_a_word_is_worked_out_once() -> None:
    asked: list[str] = []

    def length(form: str) -> int:
        asked.append(form)
        return len(form)

    memo = Memo(length)
    assert [memo["كتاب"], memo["كتاب"], memo["باب"]] == [4, 4, 3]
    assert asked == ["كتاب", "باب"]


def test_all_is_forgotten_when_too_many_words_were_met(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tawatur.text.memo._LIMIT", 50)
    memo = Memo(str.upper)
    assert [memo[f"w{number}"] for number in range(500)] == [f"W{number}" for number in range(500)]
    assert len(memo) <= 51
