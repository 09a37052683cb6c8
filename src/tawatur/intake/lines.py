"""JSON Lines: one record a line, a bad line set aside, no line longer than allowed."""

import io
import json
from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from tawatur.errors import SourceError
from tawatur.intake.decoding import decode
from tawatur.intake.limits import ORDINARY, Limits, Refusal
from tawatur.intake.packed import buffered
from tawatur.intake.records import article_of
from tawatur.model import Article

_UTF8_MARK = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_CHUNK = 1 << 20
_quick = msgspec.json.Decoder()


def read_json_lines(stream: BinaryIO, place: str, limits: Limits = ORDINARY) -> Iterator[Article | Refusal]:
    """The article of each line, or a Refusal naming ``place:line``; blank lines are passed over.

    At most one line is in memory; a line over ``limits.line_bytes`` is refused unread.
    """
    for number, line in bounded_lines(stream, limits.line_bytes):
        where = f"{place}:{number}"
        try:
            if line is None:
                raise SourceError(where, f"the line is longer than the {limits.line_bytes:,} bytes allowed")
            if line.strip():
                yield article_of(record_of(line, where), where, limits)
        except SourceError as error:
            yield Refusal(error.place, error.problem)


def record_of(line: bytes, place: str) -> dict[str, Any]:
    """The JSON object of one line, in any encoding that ``decode`` knows; raises SourceError."""
    try:
        found = _quick.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        found = _patiently(line, place)
    if not isinstance(found, dict):
        raise SourceError(place, "not a JSON object; a line holds one record in braces")
    return found


def bounded_lines(stream: BinaryIO, most: int) -> Iterator[tuple[int, bytes | None]]:
    """Numbered lines of a byte stream, None for one longer than ``most`` bytes, which is skipped."""
    source = _as_utf8(buffered(stream))
    number = 0
    while line := source.readline(most + 1):
        number += 1
        if number == 1:
            line = line.removeprefix(_UTF8_MARK)
        if len(line) <= most or line.endswith(b"\n"):
            yield number, line
            continue
        while (rest := source.readline(_CHUNK)) and not rest.endswith(b"\n"):
            pass
        yield number, None


def _patiently(line: bytes, place: str) -> Any:
    """What the quick decoder refuses and other programs write: other encodings, halved surrogates."""
    try:
        return json.loads(decode(line, place))
    except json.JSONDecodeError as error:
        raise SourceError(place, f"not JSON: {error.msg} at character {error.pos}") from error
    except RecursionError as error:
        raise SourceError(place, "the JSON is nested too deeply") from error


def _as_utf8(stream: io.BufferedReader) -> "io.BufferedReader | _Recoded":
    """The stream itself, or the lines of a UTF-16 one as UTF-8."""
    if stream.peek(2)[:2] not in _UTF16_MARKS:
        return stream
    return _Recoded(io.TextIOWrapper(stream, encoding="utf-16", errors="replace", newline="\n"))


class _Recoded:
    """The one method of a byte stream that reading by lines needs, over decoded text."""

    def __init__(self, text: io.TextIOWrapper) -> None:
        self._text = text

    def readline(self, most: int) -> bytes:
        return self._text.readline(most).encode("utf-8", errors="replace")
