"""The one door: files, folders, standard input and addresses to articles."""

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from tawatur.errors import SourceError
from tawatur.intake.dates import iso_date
from tawatur.intake.languages import other_language
from tawatur.intake.limits import ORDINARY, Limits, Refusal
from tawatur.intake.lines import read_json_lines, record_of
from tawatur.intake.packed import buffered, open_file
from tawatur.intake.pages import PageReader, read_page
from tawatur.intake.records import article_of, identity, record_field
from tawatur.intake.sheets import read_sheet
from tawatur.intake.texts import read_text
from tawatur.model import Article

STANDARD_INPUT = "-"
_LINES = frozenset({".jsonl", ".ndjson"})
_SHEETS = frozenset({".csv", ".tsv"})
_PAGES = frozenset({".html", ".htm", ".xhtml"})
_TEXTS = frozenset({".txt", ".text", ".md"})
_RECORDS = frozenset({".json"})
_KNOWN = _LINES | _SHEETS | _PAGES | _TEXTS | _RECORDS
_ALONE = _TEXTS | _PAGES
_PEEK = 4096
_BLANK = b"\xef\xbb\xbf \t\r\n"
_FIELDS = ("id", "url", "outlet", "title", "published", "author", "agency")


def read_articles(
    paths: Sequence[str],
    *,
    limits: Limits = ORDINARY,
    page: PageReader = read_page,
    stdin: BinaryIO | None = None,
) -> Iterator[Article | Refusal]:
    """The articles of files, folders and standard input (``-``), in the order of ``paths``.

    A folder is read with its sub-folders in sorted order. What cannot be read, and what is not
    Arabic, comes as a Refusal with its place, and the reading goes on. ``page`` turns a page
    into an article (``read_page_fast`` for bulk). Raises SourceError at once where a path does
    not exist or a folder holds nothing that can be read.
    """
    for path in paths:
        _check(path)
    return _each(paths, limits, page, stdin)


def _check(path: str) -> None:
    if path == STANDARD_INPUT:
        return
    place = Path(path)
    if not place.exists():
        raise SourceError(path, "there is no such file or folder")
    if place.is_dir() and next(_files(place), None) is None:
        raise SourceError(path, f"the folder holds no articles ({' '.join(sorted(_KNOWN))})")


def _each(
    paths: Sequence[str], limits: Limits, page: PageReader, stdin: BinaryIO | None
) -> Iterator[Article | Refusal]:
    for path in paths:
        if path == STANDARD_INPUT:
            found = _guarded(
                "standard input", _unnamed(stdin or sys.stdin.buffer, "standard input", limits, page)
            )
        elif Path(path).is_dir():
            found = (
                item for file in _files(Path(path)) for item in read_file(file, limits=limits, page=page)
            )
        else:
            found = read_file(Path(path), limits=limits, page=page)
        yield from map(_in_arabic, found)


def read_file(
    file: Path, *, limits: Limits = ORDINARY, page: PageReader = read_page
) -> Iterator[Article | Refusal]:
    """The articles of one file, told by its ending, or by its first bytes where that says nothing."""
    return _guarded(str(file), _by_ending(file, limits, page))


def _by_ending(file: Path, limits: Limits, page: PageReader) -> Iterator[Article | Refusal]:
    place = str(file)
    ending = _ending(file)
    with open_file(file, limits) as stream:
        if ending in _LINES:
            yield from read_json_lines(stream, place, limits)
        elif ending in _SHEETS:
            yield from read_sheet(stream, place, limits)
        elif ending in _RECORDS:
            yield from _records(_whole(stream, place, limits), place, limits)
        elif ending in _PAGES:
            yield _with_record(page(_whole(stream, place, limits), place, None, limits), _beside(file))
        elif ending in _TEXTS:
            yield read_text(_whole(stream, place, limits), place, limits, _beside(file))
        else:
            yield from _unnamed(stream, place, limits, page)


def _guarded(place: str, found: Iterator[Article | Refusal]) -> Iterator[Article | Refusal]:
    """The same, with what breaks off the reading as the last Refusal."""
    try:
        yield from found
    except SourceError as error:
        yield Refusal(error.place, error.problem)
    except (OSError, EOFError) as error:
        yield Refusal(place, f"cannot be read: {getattr(error, 'strerror', None) or error}")


def _in_arabic(item: Article | Refusal) -> Article | Refusal:
    if isinstance(item, Refusal) or not (language := other_language(item.text)):
        return item
    return Refusal(item.place or item.id, f"not in Arabic but in {language}")


def _unnamed(stream: BinaryIO, place: str, limits: Limits, page: PageReader) -> Iterator[Article | Refusal]:
    """What a stream without a telling name holds: JSON Lines, a page or a text."""
    ahead = buffered(stream)
    start = ahead.peek(_PEEK)[:_PEEK].lstrip(_BLANK).lower()
    if start.startswith(b"{"):
        yield from read_json_lines(ahead, place, limits)
    elif start.startswith(b"["):
        yield from _records(_whole(ahead, place, limits), place, limits)
    elif start.startswith((b"<!doctype html", b"<html")):
        yield page(_whole(ahead, place, limits), place, None, limits)
    else:
        yield read_text(_whole(ahead, place, limits), place, limits)


def _records(data: bytes, place: str, limits: Limits) -> Iterator[Article | Refusal]:
    """One JSON record, or a list of them."""
    listed = b'{"records":' + data + b"}" if data.lstrip(_BLANK).startswith(b"[") else data
    record = record_of(listed, place)
    records = record["records"] if "records" in record and "text" not in record else [record]
    for number, one in enumerate(records, 1):
        where = f"{place}#{number}"
        try:
            if not isinstance(one, dict):
                raise SourceError(where, "not a JSON object")
            yield article_of(one, where, limits)
        except SourceError as error:
            yield Refusal(error.place, error.problem)


def _with_record(article: Article, record: dict[str, Any]) -> Article:
    """An article with what the record beside it says, which goes before what the page says."""
    given = {name: value for name in _FIELDS if (value := record_field(record, name, strip=True))}
    if "published" in given:
        given["published"] = iso_date(given["published"]) or article.published or given["published"]
    if "url" in given and "id" not in given:
        given["id"] = identity(article.text, given["url"])
    return msgspec.structs.replace(article, **given)


def _beside(file: Path) -> dict[str, Any]:
    """The record in the .json file of the same name, empty where there is none."""
    beside = file.with_suffix(".json")
    return record_of(beside.read_bytes(), str(beside)) if beside.is_file() else {}


def _whole(stream: BinaryIO, place: str, limits: Limits) -> bytes:
    data = stream.read(limits.article_bytes + 1)
    if len(data) > limits.article_bytes:
        raise SourceError(place, f"larger than the {limits.article_bytes:,} bytes allowed for one article")
    if not data.strip():
        raise SourceError(place, "empty")
    return data


def _ending(file: Path) -> str:
    """The ending that tells what a file holds, in lower case, without a final .gz."""
    name = file.with_suffix("") if file.suffix.lower() == ".gz" else file
    return name.suffix.lower()


def _files(folder: Path) -> Iterator[Path]:
    """The files of a folder and its sub-folders that can hold articles, in sorted order."""
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        present = set(names)
        for name in sorted(present):
            file = Path(root, name)
            if not name.startswith(".") and _ending(file) in _KNOWN and not _is_record_beside(file, present):
                yield file


def _is_record_beside(file: Path, present: set[str]) -> bool:
    return file.suffix.lower() in _RECORDS and any(file.stem + ending in present for ending in _ALONE)
