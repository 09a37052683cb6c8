"""Every number that counts something, with its bounds and what it counts."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tawatur import find_quantities
from tawatur.finders import quantities
from tawatur.finders.times import find_times
from tawatur.lexicon.calendar import load_calendar
from tawatur.lexicon.numbers import Numbers, load_numbers
from tawatur.lexicon.numerals import Numeral, read_numeral
from tawatur.model import Article, Quantity
from tawatur.rules import rule_book
from tawatur.text import segment, tokenise

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases/quantities.yaml").read_text(encoding="utf-8"))
NUMBERS = load_numbers()
CALENDAR = load_calendar(NUMBERS)
PIECES = [
    "بين", "من", "إلى", "و", "ألف", "آلاف", "مئات", "3", "12,000", "٪", "$", "جندي",
    "المناطق", "الـ", "-", "/", "نحو", "أكثر من", "على الأقل", "ثلاثة", "وعشرون",
    "نصف", "واحد", "ر", "(", ")", "«", "»", ".", "سنة", "دولار", "على", "صفر", "1.5",
    "٠", "F-16", "عشر", "مليون", "ونصف", "أخماس", "تحت الصفر", "\n", "\u200f",
]  # fmt: skip
MESSY = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join) | st.text(max_size=80)
ONES = ["", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"]
TENS = ["", "عشرة", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"]
TEENS = ["عشرة", "أحد عشر", "اثنا عشر", *(f"{one} عشر" for one in ONES[3:])]
HUNDREDS = ["", "مئة", "مئتان", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_each_text_has_just_these_quantities(case: dict[str, Any]) -> None:
    text = case["text"]
    found = [described(quantity, text) for quantity in find_quantities(text)]
    assert len(found) == len(case["finds"]), found
    for quantity, expected in zip(found, case["finds"], strict=True):
        assert quantity["rule"] in rule_book("quantities")
        assert {key: quantity[key] for key in expected} == expected


def described(quantity: Quantity, text: str) -> dict[str, Any]:
    """A quantity as plain values, its spans as the words they cover."""
    noun = text[quantity.noun.start : quantity.noun.end] if quantity.noun else None
    return {**msgspec.to_builtins(quantity), "text": text[quantity.start : quantity.end], "noun": noun}


@given(MESSY)
def test_quantities_lie_in_their_text_in_order_and_apart(text: str) -> None:
    end = 0
    for quantity in find_quantities(text):
        assert end <= quantity.start < quantity.end <= len(text)
        end = quantity.end
        assert quantity.low is not None or quantity.high is not None
        if quantity.low is not None and quantity.high is not None:
            assert quantity.low <= quantity.high
        if quantity.noun is not None:
            assert 0 <= quantity.noun.start < quantity.noun.end <= len(text)


@given(MESSY)
def test_no_quantity_lies_in_a_time(text: str) -> None:
    document = segment(Article(id="a", text=text))
    times = find_times(document, CALENDAR)
    for quantity in quantities.find_quantities(document, NUMBERS, outside=times):
        assert not any(time.start < quantity.end and quantity.start < time.end for time in times)


@given(st.integers(1, 999_999_999))
def test_a_number_written_out_is_read_back(number: int) -> None:
    assert value_of(written(number)) == number


@given(st.integers(0, 10**12), st.sampled_from([",", "٬", " "]))
def test_grouped_figures_are_read_back(number: int, separator: str) -> None:
    assert value_of(f"{number:,}".replace(",", separator)) == number


@given(st.integers(3, 999), st.sampled_from(["و", "ب", "ل", "ول", "ف"]))
def test_an_attached_particle_changes_no_value(number: int, particle: str) -> None:
    numeral = numeral_of(particle + written(number))
    assert numeral is not None
    assert (numeral.low, numeral.start) == (number, len(particle))


def written(number: int) -> str:
    """A number in Arabic words, the way a newspaper spells it."""
    for size, one, two, few in ((10**6, "مليون", "مليونان", "ملايين"), (10**3, "ألف", "ألفان", "آلاف")):
        if number >= size:
            count, rest = divmod(number, size)
            head = (
                one
                if count == 1
                else two
                if count == 2
                else f"{written(count)} {few if count <= 10 else one}"
            )
            return head + (f" و{written(rest)}" if rest else "")
    hundreds, below = divmod(number, 100)
    parts = [HUNDREDS[hundreds]] if hundreds else []
    if 10 <= below < 20:
        parts.append(TEENS[below - 10])
    else:
        parts += [word for word in (ONES[below % 10], TENS[below // 10]) if word]
    return " و".join(parts)


def value_of(text: str) -> float | None:
    numeral = numeral_of(text)
    return numeral.low if numeral else None


def numeral_of(text: str) -> Numeral | None:
    tokens = tokenise(text)
    numeral = read_numeral(tokens, 0, len(tokens), NUMBERS)
    assert numeral is None or numeral.last == len(tokens)
    return numeral


@pytest.mark.parametrize(
    "piece", ["3 ", "ألف و", "بين 3 و", "12,000", "«(", "من 5 إلى ", "مليون ونصف ", "على 3 "]
)
def test_work_grows_no_faster_than_the_text(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = 0
    word = Numbers.word

    def counting(numbers: Numbers, form: str) -> Any:
        nonlocal asked
        asked += 1
        return word(numbers, form)

    monkeypatch.setattr(Numbers, "word", counting)

    def work(copies: int) -> int:
        nonlocal asked
        asked = 0
        find_quantities(piece * copies)
        return asked

    assert work(4000) <= 2.5 * work(2000) + 1000


def test_empty_and_strange_texts_have_no_quantities() -> None:
    for text in ("", " ", "\n\n", "\u200f\u200f", "«»", "ـــ", "9" * 50, "1.2.3.4.5"):
        assert all(quantity.end <= len(text) for quantity in find_quantities(text))
    assert find_quantities("") == ()


def test_endless_groups_of_figures_are_no_endless_number() -> None:
    found = find_quantities("193 " * 500)
    assert found
    assert all(quantity.high is not None and quantity.high < 1e40 for quantity in found)
