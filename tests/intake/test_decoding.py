"""Bytes to text, whatever the encoding."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.errors import SourceError
from tawatur.intake.decoding import decode

SENTENCE = "قال رئيس البلدية إن الجسر الجديد فوق النهر سيفتح أمام المشاة في نهاية هذا الأسبوع."
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "windows-1256", "iso-8859-6"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("text", [SENTENCE, SENTENCE * 400, "الجسر\r\nوالنهر 123\n"])
def test_arabic_is_decoded_from_any_of_its_encodings(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), "a") == text


def test_quotation_marks_and_latin_words_of_windows_1256_survive() -> None:
    text = "وقال «نعم» لـ\u200cABC، وسأل: “متى؟” وأجاب… ثم أضاف إن الأمر في يد اللجنة"
    assert decode(text.encode("windows-1256"), "a") == text


def test_a_declared_encoding_is_tried_before_guessing() -> None:
    assert decode("déjà vu à Genève".encode("latin-1"), "a", "iso-8859-1") == "déjà vu à Genève"
    assert decode(SENTENCE.encode("windows-1256"), "a", "utf-8") == SENTENCE
    assert decode(SENTENCE.encode("windows-1256"), "a", "no-such-encoding") == SENTENCE


def test_the_encoding_declared_first_goes_before_the_second() -> None:
    data = SENTENCE.encode("iso-8859-6")
    assert decode(data, "a", "iso-8859-6", "windows-1256") == SENTENCE
    assert decode(SENTENCE.encode("windows-1256"), "a", "cp1256", "iso-8859-6") == SENTENCE


def test_a_declared_encoding_that_yields_no_arabic_is_left_for_one_that_does() -> None:
    data = SENTENCE.encode("windows-1256")
    assert decode(data, "a", "iso-8859-1", "windows-1256") == SENTENCE
    assert decode(data, "a", "iso-8859-1") == SENTENCE


def test_good_utf8_is_utf8_and_a_mark_is_a_mark_whatever_is_declared() -> None:
    assert decode(SENTENCE.encode(), "a", "windows-1256") == SENTENCE
    assert decode(SENTENCE.encode("utf-16"), "a", "windows-1256") == SENTENCE


@pytest.mark.parametrize("name", ["undefined", "punycode", "idna", "unicode_escape", "hex", "\0", "ü"])
def test_a_declared_name_that_is_no_code_page_changes_nothing(name: str) -> None:
    assert decode(SENTENCE.encode("windows-1256"), "a", name) == SENTENCE


def test_a_broken_byte_in_utf8_keeps_its_place() -> None:
    data = SENTENCE.encode()[:-1] + b"\xd9"
    assert decode(data, "a") == SENTENCE[:-1] + "\N{REPLACEMENT CHARACTER}"


@pytest.mark.parametrize(
    "data", [bytes(range(256)), b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"\x00" * 100, b"a\x00b" * 99]
)
def test_what_is_no_text_is_refused_with_its_place(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"^x: this looks like a binary file"):
        decode(data, "x")


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_a_source_error(data: bytes) -> None:
    with suppress(SourceError):
        assert isinstance(decode(data, "x"), str)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0"), max_size=200))
def test_utf8_is_never_mistaken_for_anything_else(text: str) -> None:
    assert decode(text.encode(), "x") == text.removeprefix("\ufeff")
