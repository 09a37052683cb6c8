"""Input files cut into parts that one worker reads at a time."""

import tempfile
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Any

import msgspec

from tawatur.cluster.output import key_of
from tawatur.errors import SourceError
from tawatur.intake import Refusal, read_file
from tawatur.intake.languages import other_language
from tawatur.intake.lines import read_json_lines
from tawatur.intake.records import article_of
from tawatur.model import Article

BLOCK = 16 << 20
_LINES = (".jsonl", ".ndjson")
_BULK = (*_LINES, ".jsonl.gz", ".ndjson.gz", ".parquet", ".warc", ".warc.gz", ".csv", ".tsv")


class Part(msgspec.Struct, frozen=True):
    """A stretch of one file: bytes of JSON Lines, a row group of Parquet, or the whole (both None)."""

    url: str
    start: int | None = None
    size: int | None = None


def plan_parts(inputs: Sequence[str], block: int = BLOCK) -> list[Part]:
    """The parts of all inputs, in order; folders and globs in the order of their file names.

    JSON Lines are cut every ``block`` bytes, Parquet between row groups, other files not at all.

    Raises SourceError where an input leads to no file.
    """
    return [part for given in inputs for url in _files_of(given) for part in _cut(url, block)]


class Content:
    """What one part holds, at hand on the machine that reads it; a context manager."""

    def __init__(self, part: Part) -> None:
        self.part = part
        self._folder = tempfile.TemporaryDirectory()

    def __enter__(self) -> "Content":
        files, path = _open_place(self.part.url)
        if _is_lines(self.part.url):
            self.data = _block(files, path, self.part)
            self.key = key_of(self.data)
        else:
            self.file = Path(self._folder.name, PurePosixPath(path).name)
            files.get_file(path, str(self.file))
            self.key = key_of(_hash_file(self.file), str(self.part.start))
        return self

    def __exit__(self, *_: object) -> None:
        self._folder.cleanup()

    def articles(self) -> Iterator[Article | Refusal]:
        """The articles of the part; what cannot be read, and what is not Arabic, as Refusals."""
        for item in self._read():
            language = other_language(item.text) if isinstance(item, Article) else None
            place = getattr(item, "place", None) or self.part.url
            yield Refusal(place, f"not in Arabic but in {language}") if language else item

    def _read(self) -> Iterator[Article | Refusal]:
        url = self.part.url
        if _is_lines(url):
            yield from read_json_lines(BytesIO(self.data), f"{url}@{self.part.start}")
        elif url.endswith(".parquet"):
            yield from _rows(self.file, self.part)
        else:
            for item in read_file(self.file):
                place = (item.place or "").replace(str(self.file), url)
                yield msgspec.structs.replace(item, place=place)


def _files_of(given: str) -> list[str]:
    files, path = _open_place(given)
    if files.isdir(path):
        found = sorted(name for name in files.find(path) if name.endswith(_BULK))
    elif any(sign in path for sign in "*?["):
        found = sorted(files.glob(path))
    else:
        found = [path] if files.exists(path) else []
    if not found:
        raise SourceError(given, "there is no such file, or a folder without any of " + " ".join(_BULK))
    return [files.unstrip_protocol(name) for name in found]


def _cut(url: str, block: int) -> list[Part]:
    files, path = _open_place(url)
    if _is_lines(url):
        return [Part(url, start, block) for start in range(0, max(files.size(path), 1), block)]
    if url.endswith(".parquet"):
        from pyarrow import parquet

        with files.open(path, "rb") as stream:
            return [Part(url, group) for group in range(parquet.ParquetFile(stream).num_row_groups)]
    return [Part(url)]


def _block(files: Any, path: str, part: Part) -> bytes:
    """The lines that begin within the block."""
    from fsspec.utils import read_block

    with files.open(path, "rb") as stream:
        data: bytes = read_block(stream, part.start, part.size, delimiter=b"\n")
    return data


def _rows(file: Path, part: Part) -> Iterator[Article | Refusal]:
    from pyarrow import parquet

    rows = parquet.ParquetFile(file).read_row_group(part.start).to_pylist()
    for number, row in enumerate(rows, 1):
        place = f"{part.url}#{part.start}:{number}"
        try:
            yield article_of({**row, "id": row.get("id") or row.get("article")}, place)
        except SourceError as error:
            yield Refusal(error.place, error.problem)


def _open_place(url: str) -> tuple[Any, str]:
    from fsspec.core import url_to_fs

    files, path = url_to_fs(url)
    return files, path


def _is_lines(url: str) -> bool:
    return url.endswith(_LINES)


def _hash_file(file: Path) -> str:
    import hashlib

    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
