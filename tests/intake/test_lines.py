"""JSON Lines: what is a record, what is set aside, and how much is read at once."""

import io
import json
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.intake import Limits, Refusal
from tawatur.intake.limits import ORDINARY
from tawatur.intake.lines import bounded_lines, read_json_lines
from tawatur.intake.records import identity
from tawatur.model import Article


def read(data: bytes, limits: Limits = ORDINARY) -> list[Article | Refusal]:
    return list(read_json_lines(io.BytesIO(data), "c.jsonl", limits))


def test_only_the_text_is_required_and_the_rest_is_kept() -> None:
    full = {
        "id": "7",
        "outlet": "الضفة",
        "url": "http://example.org/7",
        "title": "عنوان",
        "published": "2024-10-23",
        "text": " نص\n",
        "author": "رنا",
        "agency": "وكالة",
    }
    first, second = read((json.dumps(full) + "\n\n" + '{"text": "نص"}').encode())
    assert first == Article(**full, place="c.jsonl:1")
    assert second == Article(id=identity("نص", None), text="نص", place="c.jsonl:3")


def test_the_same_text_and_url_have_the_same_id_and_others_another() -> None:
    assert identity("نص", None) == identity("نص", None) != identity("نص", "http://example.org/")
    assert len(identity("نص", None)) == 16


BAD = [
    (b"{", "not JSON"),
    (b"[1, 2]", "not a JSON object"),
    (b'"text"', "not a JSON object"),
    (b'{"title": "a"}', "no text"),
    (b'{"text": null}', "no text"),
    (b'{"text": " \\n "}', "no text"),
    (b'{"text": ["a"]}', "no text"),
    (b"[" * 100_000, "nested too deeply"),
    (b"\x00\x01\x02", "binary"),
]


@pytest.mark.parametrize(("line", "problem"), BAD)
def test_a_bad_line_is_set_aside_with_its_place_and_the_run_goes_on(line: bytes, problem: str) -> None:
    good = '{"text": "نص"}'.encode()
    found = read(good + b"\n" + line + b"\n" + good)
    assert [type(item) for item in found] == [Article, Refusal, Article]
    refusal = found[1]
    assert isinstance(refusal, Refusal)
    assert refusal.place == "c.jsonl:2"
    assert problem in refusal.problem


def test_half_a_surrogate_pair_becomes_one_replacement_character() -> None:
    (article,) = read(b'{"text": "a\\ud83db"}')
    assert isinstance(article, Article)
    assert article.text == "a\N{REPLACEMENT CHARACTER}b"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1256"])
def test_lines_of_other_encodings_are_read(encoding: str) -> None:
    lines = '{"text": "قال الوزير إن الأمر انتهى"}\n{"text": "ولم يضف المتحدث شيئاً"}\n'
    assert [item.text for item in read(lines.encode(encoding)) if isinstance(item, Article)] == [
        "قال الوزير إن الأمر انتهى",
        "ولم يضف المتحدث شيئاً",
    ]


def test_too_long_a_line_is_refused_without_being_held() -> None:
    class Endless(io.RawIOBase):
        """A line of a hundred million letters that exists only as it is read."""

        left = 100_000_000
        largest = 0

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            self.largest = max(self.largest, len(buffer))
            count = min(len(buffer), self.left)
            buffer[:count] = b"a" * count
            self.left -= count
            return count

    source = Endless()
    (found,) = read_json_lines(io.BufferedReader(source), "c", Limits(line_bytes=1000))
    assert found == Refusal("c:1", "the line is longer than the 1,000 bytes allowed")
    assert source.largest <= 1 << 20


def test_too_long_a_text_is_refused() -> None:
    (found,) = read(('{"text": "' + "ن" * 50 + '"}').encode(), Limits(letters=49))
    assert isinstance(found, Refusal)
    assert "50 characters" in found.problem


@given(
    st.lists(st.binary(max_size=30).filter(lambda line: b"\n" not in line), max_size=8), st.integers(1, 20)
)
def test_lines_keep_their_numbers_whatever_their_length(lines: list[bytes], most: int) -> None:
    data = b"\n".join([b"x", *lines])
    found = list(bounded_lines(io.BytesIO(data), most))
    expected: Iterator[tuple[int, bytes]] = enumerate(io.BytesIO(data), 1)
    for (number, got), (line_number, line) in zip(found, expected, strict=True):
        assert number == line_number
        assert got == (line if len(line.rstrip(b"\n")) <= most else None)


@given(st.binary(max_size=400))
def test_any_bytes_give_articles_or_refusals(data: bytes) -> None:
    for item in read(data):
        assert isinstance(item, Article | Refusal)
