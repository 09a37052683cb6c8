"""Tables: one article a row, the columns named in the first row."""

import csv
from collections.abc import Iterator
from typing import BinaryIO

from tawatur.errors import SourceError
from tawatur.intake.decoding import decode
from tawatur.intake.limits import ORDINARY, Limits, Refusal
from tawatur.intake.lines import bounded_lines
from tawatur.intake.records import article_of, other_names
from tawatur.model import Article

_SEPARATORS = ",;\t|"


def read_sheet(stream: BinaryIO, place: str, limits: Limits = ORDINARY) -> Iterator[Article | Refusal]:
    """The article of each row of a CSV or TSV table, or a Refusal naming ``place:line``.

    The separator is the sign among , ; tab and | that is most frequent in the first row.
    Raises SourceError where no column is called text (or content, body, article).
    """
    lines = _texts(stream, place, limits)
    head = next(lines, "")
    separator = max(_SEPARATORS, key=head.count)
    names = _names(head, separator, place)
    csv.field_size_limit(limits.line_bytes)
    rows = csv.reader(lines, delimiter=separator)
    while True:
        where = f"{place}:{rows.line_num + 2}"
        try:
            row = next(rows, None)
            if row is None:
                return
            if row:
                yield article_of(dict(zip(names, row, strict=False)), where, limits)
        except csv.Error as error:
            yield Refusal(where, f"not a row of a table: {error}")
        except SourceError as error:
            yield Refusal(error.place, error.problem)


def _names(head: str, separator: str, place: str) -> list[str]:
    """The names of the columns, in lower case; raises SourceError where none holds the text."""
    try:
        names = [name.strip().lower() for name in next(csv.reader([head], delimiter=separator), [])]
    except csv.Error as error:
        raise SourceError(f"{place}:1", f"not the first row of a table: {error}") from error
    if not {"text", *other_names("text")} & set(names):
        raise SourceError(place, 'no column is called "text"; name the columns in the first row')
    return names


def _texts(stream: BinaryIO, place: str, limits: Limits) -> Iterator[str]:
    for number, line in bounded_lines(stream, limits.line_bytes):
        if line is None:
            raise SourceError(
                f"{place}:{number}", f"the line is longer than the {limits.line_bytes:,} bytes allowed"
            )
        yield decode(line, f"{place}:{number}")
