"""Words of the interface: complete in both languages, plural forms, digits, dates."""

from collections.abc import Callable
from typing import Any

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from tawatur.comparison.findings.dates import clues_of_same_event
from tawatur.comparison.same_claim import clues_of_same_claim
from tawatur.comparison.same_measure import clues_of_same_count
from tawatur.comparison.weights import Weights
from tawatur.dossier.interface import Interface, isolated, words
from tawatur.model import Act, BlockKind, CopyKind, EntityType, FindingKind, Form, Modifier, Stance, TimeType

AR = Interface(languages=("ar",))
EN = Interface(languages=("en",))


def test_both_languages_have_the_same_words() -> None:
    assert words("ar").keys() == words("en").keys()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_plural_has_the_forms_its_language_needs(language: str) -> None:
    needed = {Locale.parse(language).plural_form(n) for n in (0, 1, 2, 3, 11, 100, 101, 1000)}
    for key, word in words(language).items():
        if isinstance(word, dict):
            assert needed <= word.keys() | {"zero"}, key
            assert language != "ar" or needed <= word.keys(), key


@pytest.mark.parametrize(
    ("kinds", "prefix"),
    [
        (Act, "act_"),
        (Form, "form_"),
        (Modifier, "bound_"),
        (Stance, "stance_"),
        (EntityType, "type_"),
        (BlockKind, "block_"),
        (TimeType, "time_"),
        (CopyKind, "copy_"),
        (FindingKind, "kind_"),
    ],
)
def test_every_value_of_the_model_has_a_label(kinds: type[Act], prefix: str) -> None:
    assert [kind for kind in kinds if prefix + kind.value not in words("ar")] == []


@pytest.mark.parametrize("clues_of", [clues_of_same_count, clues_of_same_claim, clues_of_same_event])
def test_every_reason_that_may_stand_beside_others_has_words(clues_of: Callable[[Weights], Any]) -> None:
    hardly_against = [clue.name for clue in clues_of(Weights([], {}, frozenset())) if clue.weight > -1.5]
    assert [name for name in hardly_against if not AR.has(f"reason_{name}")] == []


@pytest.mark.parametrize(
    ("count", "label"),
    [
        (0, "لا مقالات"),
        (1, "مقالة واحدة"),
        (2, "مقالتان"),
        (7, "7 مقالات"),
        (11, "11 مقالة"),
        (100, "100 مقالة"),
        (103, "103 مقالات"),
    ],
)
def test_arabic_counts_take_their_forms(count: int, label: str) -> None:
    assert AR.word("articles", count).striptags() == label


@pytest.mark.parametrize(
    ("value", "arabic", "english"),
    [
        ("2024-10-23", "23 أكتوبر 2024", "23 October 2024"),
        ("2024-10-23T09:00", "23 أكتوبر 2024", "23 October 2024"),
        ("2024-10", "أكتوبر 2024", "October 2024"),
        ("2024", "2024", "2024"),
        ("2024-W42", "أسبوع 14 أكتوبر 2024", "week of 14 October 2024"),
        ("2024-10-23/2024-10-28", "23 أكتوبر 2024 – 28 أكتوبر 2024", "23 October 2024 – 28 October 2024"),
        ("XXXX-WXX-3", "XXXX-WXX-3", "XXXX-WXX-3"),
        ("2024-13-40", "2024-13-40", "2024-13-40"),
        (None, "بلا تاريخ", "undated"),
    ],
)
def test_days_are_written_out(value: str | None, arabic: str, english: str) -> None:
    assert AR.day(value).striptags() == arabic
    assert EN.day(value).striptags() == english


@pytest.mark.parametrize(
    ("low", "high", "modifier", "label"),
    [
        (1500, None, "more_than", "أكثر من 1,500"),
        (None, 12000, "at_most", "12,000 على الأكثر"),
        (10000, 12000, "range", "من 10,000 إلى 12,000"),
        (0.5, 0.5, "exact", "0.5"),
        (None, None, "vague", "غير معروف"),
    ],
)
def test_bounds_are_said_in_words(low: float | None, high: float | None, modifier: str, label: str) -> None:
    assert AR.bounds(low, high, modifier).striptags() == label


def test_digits_are_as_the_reader_likes() -> None:
    assert Interface(languages=("ar",), digits="arab").number(12500.5).striptags() == "١٢٬٥٠٠٫٥"


@given(st.text())
def test_whatever_comes_from_outside_is_escaped_and_isolated(value: str) -> None:
    html = isolated(value)
    assert html.startswith("<bdi")
    assert "<" not in html.removesuffix("</bdi>")[1:]
    assert isinstance(html, Markup)
