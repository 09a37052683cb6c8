"""Folding: one spelling for what Arabic writes in several ways, with a way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.text import fold, fold_with_way_back

ARABIC = st.text(
    st.sampled_from(
        "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئپچگ٠١٢۳ـ\u064b\u064e\u0651\u0654\u0655\u200f\ufefb\ufdfa \n"
    )
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("أَكَّـدَ", "اكد"),
        ("إلى", "الي"),
        ("آلاف", "الاف"),
        ("مسؤول", "مسؤول"),
        ("وٴ", "وٴ"),
        ("مسو\u0654ول", "مسؤول"),
        ("هيي\u0654ة", "هيئة"),
        ("ﻻ", "لا"),
        ("ﷺ", "صلي الله عليه وسلم"),
        ("١٢٫٥", "12٫5"),
        ("۳۴", "34"),
        ("وزارة", "وزارة"),
        ("CNN", "CNN"),
        ("کوریا", "كوريا"),
        ("نص\u200fوص", "نصوص"),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.one_of(st.text(), ARABIC))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.one_of(st.text(), ARABIC))
def test_folding_piecewise_is_folding_whole(text: str) -> None:
    assert fold_with_way_back(text).text == fold(text)


@given(st.one_of(st.text(), ARABIC), st.data())
def test_every_folded_stretch_leads_home(text: str, data: st.DataObject) -> None:
    folded = fold_with_way_back(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    home_start, home_end = folded.home(start, end)
    assert 0 <= home_start <= home_end <= len(text)
    assert folded.text[start:end] in fold(text[home_start:home_end]) or start == end


def test_a_ligature_leads_home_to_one_place() -> None:
    folded = fold_with_way_back("قال ﷺ إن")
    start = folded.text.index("صلي")
    assert folded.home(start, start + 5) == (4, 5)
