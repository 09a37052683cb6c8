"""Which spellings may be of one name."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tawatur.text.name_key import is_same_name, name_key, spelling_distance

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases/names.yaml").read_text(encoding="utf-8"))
NATIVE = {"حسن", "حسين", "سعد", "سعيد"}
NAMES = st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويةىئؤءأإآ پڤ", max_size=14)


@pytest.mark.parametrize(("one", "other"), CASES["same"])
def test_these_are_spellings_of_one_name(one: str, other: str) -> None:
    assert is_same_name(one, other, NATIVE)


@pytest.mark.parametrize(("one", "other"), CASES["different"])
def test_these_are_two_names(one: str, other: str) -> None:
    assert not is_same_name(one, other, NATIVE)


@given(NAMES, NAMES)
def test_likeness_is_mutual_and_a_name_is_like_itself(one: str, other: str) -> None:
    assert is_same_name(one, one)
    assert is_same_name(one, other) == is_same_name(other, one)
    assert spelling_distance(one, other) == spelling_distance(other, one)


@given(NAMES)
def test_the_key_of_a_key_is_itself(name: str) -> None:
    assert name_key(name_key(name)) == name_key(name)
