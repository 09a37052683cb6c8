"""The index on disk: opened, made anew, added to, asked.

It bears a stamp of the articles it was made from. Where the stamp differs from the ledger, as
after a crash between the two, the index is made anew; deleting its folder is safe.
"""

import shutil
import threading
from collections.abc import Iterable
from pathlib import Path

import msgspec
import tantivy

from tawatur.model import Reading
from tawatur.web.search.documents import documents, schema
from tawatur.web.search.queries import Wanted, query

_LAYOUT = "1"
_WRITER_BYTES = 64_000_000


class Hit(msgspec.Struct, frozen=True):
    """An article that answers, or one statement of it."""

    article: str
    statement: str | None = None


class Hits(msgspec.Struct, frozen=True):
    """One page of answers, the best first, and how many there are in all."""

    hits: tuple[Hit, ...]
    total: int


class Search:
    """The index in a folder; one writer at a time, any number of readers."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._writing = threading.Lock()
        self._index = _opened(folder)

    @property
    def stamp(self) -> str | None:
        """The stamp of the articles the index was made from; None where it is not complete."""
        return _noted(self._folder / "stamp")

    def rebuild(self, readings: Iterable[Reading], stamp: str) -> None:
        """Make the index anew; the old one answers until the new one is complete."""
        self._write(readings, stamp, anew=True)

    def extend(self, readings: Iterable[Reading], stamp: str) -> None:
        """Add articles that are not in the index yet."""
        self._write(readings, stamp, anew=False)

    def find(self, wanted: Wanted, limit: int = 20, offset: int = 0) -> Hits:
        """The articles, or the statements where ``wanted`` asks for a speaker, topic or act."""
        searcher = self._index.searcher()
        found = searcher.search(query(wanted, self._index.schema), limit, offset=offset)
        return Hits(tuple(_hit(searcher.doc(address)) for _, address in found.hits), found.count or 0)  # type: ignore[attr-defined]  # missing in the stubs

    def _write(self, readings: Iterable[Reading], stamp: str, *, anew: bool) -> None:
        with self._writing:
            (self._folder / "stamp").unlink(missing_ok=True)
            writer = self._index.writer(_WRITER_BYTES, 1)
            if anew:
                writer.delete_all_documents()
            for reading in readings:
                for document in documents(reading):
                    writer.add_document(document)
            writer.commit()
            writer.wait_merging_threads()
            self._index.reload()
            (self._folder / "stamp").write_text(stamp, encoding="utf-8")


def _hit(document: tantivy.Document) -> Hit:
    return Hit(str(document.get_first("article")), document.get_first("statement"))


def _noted(file: Path) -> str | None:
    """What a small file of the index says, damaged or not; None where it is missing."""
    return file.read_text(encoding="utf-8", errors="replace") if file.exists() else None


def _opened(folder: Path) -> tantivy.Index:
    """The index of a folder; one that is damaged or of another layout is thrown away."""
    layout = folder / "layout"
    if folder.exists() and _noted(layout) != _LAYOUT:
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    try:
        index = tantivy.Index(schema(), path=str(folder))
    except ValueError:
        shutil.rmtree(folder)
        folder.mkdir(parents=True)
        index = tantivy.Index(schema(), path=str(folder))
    layout.write_text(_LAYOUT, encoding="utf-8")
    index.register_tokenizer("words", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
    return index
