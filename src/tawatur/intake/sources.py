"""The one door: files, folders, standard input and addresses to articles."""

import os
import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from tawatur.errors import RequestError, SourceError
from tawatur.intake.answers import Fetches
from tawatur.intake.archives import read_archive
from tawatur.intake.contents import pdf_article, read_contents, read_json, whole
from tawatur.intake.dates import iso_date
from tawatur.intake.extras import needs
from tawatur.intake.languages import other_language
from tawatur.intake.limits import ORDINARY, Limits, Refusal
from tawatur.intake.lines import read_json_lines, record_of
from tawatur.intake.packed import open_file
from tawatur.intake.pages import PageReader, read_page
from tawatur.intake.records import identity, record_field
from tawatur.intake.sheets import read_sheet
from tawatur.intake.texts import read_text
from tawatur.model import Article

STANDARD_INPUT = "-"
_LINES = frozenset({".jsonl", ".ndjson"})
_SHEETS = frozenset({".csv", ".tsv"})
_PAGES = frozenset({".html", ".htm", ".xhtml"})
_TEXTS = frozenset({".txt", ".text", ".md"})
_RECORDS = frozenset({".json"})
_ARCHIVES = frozenset({".warc"})
_LISTINGS = frozenset({".xml", ".rss", ".atom", ".opml"})
_DOCUMENTS = frozenset({".pdf"})
_KNOWN = _LINES | _SHEETS | _PAGES | _TEXTS | _RECORDS | _ARCHIVES | _LISTINGS | _DOCUMENTS
_ALONE = _TEXTS | _PAGES | _DOCUMENTS
_FIELDS = ("id", "url", "outlet", "title", "published", "author", "agency")


def read_articles(
    paths: Sequence[str],
    *,
    limits: Limits = ORDINARY,
    page: PageReader = read_page,
    fetcher: Fetches | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Article | Refusal]:
    """The articles of files, folders, http(s) addresses and standard input (``-``), in the order given.

    A folder is read with its sub-folders in sorted order; the address of a feed or sitemap, and
    an OPML file, mean the articles they name. What cannot be read, and what is not Arabic,
    comes as a Refusal with its place, and the reading goes on. ``page`` turns a page into an
    article (``read_page_fast`` for bulk); addresses go through ``fetcher``, or through one
    with ordinary manners. Raises SourceError at once where a path does not exist or a folder
    holds nothing that can be read.
    """
    for path in paths:
        _check(path)
    read = _Readers(limits, page, fetcher)
    return map(_in_arabic, chain.from_iterable(read.source(path, stdin) for path in paths))


def is_address(path: str) -> bool:
    """Whether a path is an http(s) address."""
    return path.startswith(("http://", "https://"))


def _check(path: str) -> None:
    if path == STANDARD_INPUT or is_address(path):
        return
    place = Path(path)
    if not place.exists():
        raise SourceError(path, "there is no such file or folder")
    if place.is_dir() and next(_files(place), None) is None:
        raise SourceError(path, f"the folder holds no articles ({' '.join(sorted(_KNOWN))})")


def _in_arabic(item: Article | Refusal) -> Article | Refusal:
    if isinstance(item, Refusal) or not (language := other_language(item.text)):
        return item
    return Refusal(item.place or item.id, f"not in Arabic but in {language}")


def read_file(
    file: Path, *, limits: Limits = ORDINARY, page: PageReader = read_page
) -> Iterator[Article | Refusal]:
    """The articles of one file in whatever language; what cannot be read comes as a Refusal."""
    return _guarded(str(file), _Readers(limits, page, None).file(file))


class _Readers:
    """What every source is read with."""

    def __init__(self, limits: Limits, page: PageReader, fetcher: Fetches | None) -> None:
        self._limits = limits
        self._page = page
        self._fetcher = fetcher

    def source(self, path: str, stdin: BinaryIO | None) -> Iterator[Article | Refusal]:
        """The articles of one path."""
        if path == STANDARD_INPUT:
            stream = stdin or sys.stdin.buffer
            return _guarded(
                "standard input", read_contents(stream, "standard input", self._limits, self._page)
            )
        if is_address(path):
            return _guarded(path, self._address(path))
        place = Path(path)
        files = _files(place) if place.is_dir() else iter([place])
        return chain.from_iterable(_guarded(str(file), self.file(file)) for file in files)

    def _address(self, url: str) -> Iterator[Article | Refusal]:
        with needs("fetch", "Fetching addresses"):
            from tawatur.intake.web import read_address
        yield from read_address(url, self._open_fetcher(), self._limits, self._page)

    def file(self, file: Path) -> Iterator[Article | Refusal]:
        """The articles of one file, told by its ending, or by its first bytes where that says nothing."""
        place, limits, ending = str(file), self._limits, _ending(file)
        with open_file(file, limits) as stream:
            if ending in _LINES:
                yield from read_json_lines(stream, place, limits)
            elif ending in _SHEETS:
                yield from read_sheet(stream, place, limits)
            elif ending in _RECORDS:
                yield from read_json(whole(stream, place, limits), place, limits)
            elif ending in _PAGES:
                found = self._page(whole(stream, place, limits), place, None, limits)
                yield _with_record(found, _beside(file))
            elif ending in _TEXTS:
                yield read_text(whole(stream, place, limits), place, limits, _beside(file))
            elif ending in _DOCUMENTS:
                yield _with_record(pdf_article(whole(stream, place, limits), place, limits), _beside(file))
            elif ending in _ARCHIVES:
                yield from read_archive(stream, place, limits, self._page)
            elif ending in _LISTINGS:
                yield from self._listing(whole(stream, place, limits), place)
            else:
                yield from read_contents(stream, place, limits, self._page)

    def _listing(self, data: bytes, place: str) -> Iterator[Article | Refusal]:
        """The articles a saved feed carries; those that a sitemap or OPML file names are fetched."""
        with needs("fetch", "Reading feeds"):
            from tawatur.intake.feeds import read_listing
            from tawatur.intake.web import entry_article, read_listed
        listing = read_listing(data, place, self._limits)
        carried = [entry for entry in listing.entries if entry.html]
        for number, entry in enumerate(carried, 1):
            try:
                yield entry_article(entry, f"{place}#{number}", self._limits)
            except SourceError as error:
                yield Refusal(error.place, error.problem)
        if not carried:
            yield from read_listed(listing, self._open_fetcher(), self._limits, self._page)

    def _open_fetcher(self) -> Fetches:
        if self._fetcher is None:
            with needs("fetch", "Fetching addresses"):
                from tawatur.intake.fetching import Fetcher
            self._fetcher = Fetcher(limits=self._limits)
        return self._fetcher


def _guarded(place: str, found: Iterator[Article | Refusal]) -> Iterator[Article | Refusal]:
    """The same, with what breaks off the reading as the last Refusal."""
    try:
        yield from found
    except SourceError as error:
        yield Refusal(error.place, error.problem)
    except RequestError as error:
        yield Refusal(place, str(error))
    except (OSError, EOFError) as error:
        yield Refusal(place, f"cannot be read: {getattr(error, 'strerror', None) or error}")


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
    return file.suffix.lower() in _RECORDS and any(
        file.stem + ending in present for ending in _ALONE | _DOCUMENTS
    )
