"""The ledger: articles with their readings, kept for good."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

import msgspec

from tawatur.errors import LedgerError, RequestError
from tawatur.ledger.lists import batched
from tawatur.ledger.postgres import PostgresStore, address_of
from tawatur.ledger.store import FILE, Store
from tawatur.model import Article, Reading
from tawatur.rows import READING_TABLES, reading_rows
from tawatur.rows.frames import Frame

_FIELDS = ("id", "outlet", "url", "title", "published", "author", "agency", "place")
_COLUMNS = ", ".join(f"a.{field}" for field in (*_FIELDS, "text"))
_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Reading).decode


class Added(NamedTuple):
    """What became of an article that was added: the id it stands under, and whether it is new."""

    id: str
    new: bool


class TraitsRecord(NamedTuple):
    """What linking knows an article by: its traits, and its words as numbers, both as JSON."""

    traits: str
    words: str


class Ledger:
    """A database of articles and readings in a folder, or in memory where no folder is given.

    In place of a folder stands the address of a PostgreSQL database, ``postgresql://…``, where
    several people share one.

    >>> with Ledger(None) as ledger:
    ...     ledger.add(Reading(Article(id="a", text="قالت الوزارة إن الطريق مفتوح.")))
    Added(id='a', new=True)

    Raises LedgerError wherever the file cannot be opened, read or written.
    """

    def __init__(self, folder: Path | str | None) -> None:
        self.folder = Path(folder) if folder else None
        address = address_of(folder)
        self.store: Store | PostgresStore = PostgresStore(address) if address else Store(self.folder)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the database."""
        self.store.close()

    def holds(self, article: Article) -> str | None:
        """The id under which this very text already stands, or None."""
        rows = self.store.rows(
            "SELECT id FROM articles WHERE digest = ? AND (id = ? OR version_of = ?)",
            (digest(article), article.id, article.id),
        )
        return str(rows[0][0]) if rows else None

    def add(self, reading: Reading, reader: str = "", traits: TraitsRecord | None = None) -> Added:
        """Keep an article and its reading in one transaction; adding it again changes nothing.

        Another text under the same id, or from the same url, is kept as a further version of that
        article. What is new waits to be linked by its ``traits``, which are found then if not given.
        """
        with self.store.transaction():
            held = self.holds(reading.article)
            if held:
                return Added(held, new=False)
            first = self._first_version(reading.article)
            version = self._next_version(first)
            kept = _as_version(reading, version) if first == reading.article.id else reading
            self._insert(kept, version, first if version > 1 else None, reader)
            if traits and kept is reading:
                self.store.run("INSERT INTO traits VALUES (?, ?, ?)", (kept.article.id, *traits))
        return Added(kept.article.id, new=True)

    def replace(self, reading: Reading, reader: str = "") -> None:
        """Keep another reading of an article in place of the one it has; its text must be the same.

        Raises RequestError where the article does not stand here.
        """
        record = _record(reading)
        changed = self.store.run(
            "UPDATE readings SET reader = ?, record = ?, digest = ? WHERE article = ?"
            " AND article IN (SELECT id FROM articles WHERE text = ?)",
            (reader, record, record_digest(record), reading.article.id, reading.article.text),
        )
        if not changed:
            raise RequestError(f"no article {reading.article.id!r} with this text in this ledger")

    def __len__(self) -> int:
        return int(self.store.rows("SELECT count(*) FROM articles")[0][0])

    def article(self, article_id: str) -> Article:
        """One article by its id; raises RequestError where there is none."""
        rows = self.store.rows(f"SELECT {_COLUMNS} FROM articles a WHERE a.id = ?", (article_id,))  # noqa: S608
        if not rows:
            raise RequestError(f"no article {article_id!r} in this ledger")
        return _article(rows[0])

    def articles(self, limit: int = -1, offset: int = 0) -> list[Article]:
        """The articles, newest first."""
        query = (
            f"SELECT {_COLUMNS} FROM articles a ORDER BY a.published DESC NULLS LAST, a.id LIMIT ? OFFSET ?"  # noqa: S608
        )
        return [_article(row) for row in self.store.rows(query, (limit, offset))]

    def reading(self, article_id: str) -> Reading:
        """The reading of one article; raises RequestError where there is none."""
        for reading in self.readings([article_id]):
            return reading
        raise RequestError(f"no article {article_id!r} in this ledger")

    def readings(self, article_ids: Iterable[str] | None = None) -> Iterator[Reading]:
        """The readings of some articles, or of all, in order of their ids."""
        query = f"SELECT r.record, {_COLUMNS} FROM readings r JOIN articles a ON a.id = r.article"  # noqa: S608
        if article_ids is None:
            yield from (_reading(row) for row in self.store.stream(f"{query} ORDER BY a.id"))
            return
        for wanted in batched(sorted(set(article_ids)), 500):
            marks = ",".join("?" * len(wanted))
            rows = self.store.rows(f"{query} WHERE a.id IN ({marks}) ORDER BY a.id", wanted)
            yield from (_reading(row) for row in rows)

    def table(self, name: str) -> Frame:
        """One table of all that was read, as rows, Arrow, pandas or polars; see the reference of tables.

        Raises RequestError for a table there is none of.
        """
        if name not in READING_TABLES:
            raise RequestError(f"no table {name!r}; there are {', '.join(READING_TABLES)}")
        rows = [row for reading in self.readings() for row in reading_rows(reading)[name]]
        return Frame(rows, READING_TABLES[name])

    def statements(self) -> Frame:
        """All statements, ``ledger.statements().to_pandas()``."""
        return self.table("statements")

    def quantities(self) -> Frame:
        """All quantities."""
        return self.table("quantities")

    def times(self) -> Frame:
        """All time expressions."""
        return self.table("times")

    def mentions(self) -> Frame:
        """All mentions."""
        return self.table("mentions")

    def events(self) -> Frame:
        """All events."""
        return self.table("events")

    def versions(self, article_id: str) -> list[str]:
        """The ids of all versions of an article, the first kept first."""
        rows = self.store.rows(
            "SELECT id FROM articles WHERE id = ?1 OR version_of = ?1 ORDER BY version", (article_id,)
        )
        return [str(row[0]) for row in rows]

    def refuse(self, place: str, problem: str) -> None:
        """Remember what was set aside and why."""
        self.store.run(
            "INSERT INTO refusals (place, problem) VALUES (?, ?) ON CONFLICT DO NOTHING", (place, problem)
        )

    def refusals(self) -> list[tuple[str, str]]:
        """What was set aside so far: places and problems."""
        return [(str(place), str(problem)) for place, problem in self.store.rows("SELECT * FROM refusals")]

    def _first_version(self, article: Article) -> str:
        """The id of the article that this one is a version of; its own where there is none."""
        rows = self.store.rows(
            "SELECT coalesce(version_of, id) FROM articles WHERE id = ? OR (url = ? AND digest <> ?)"
            " ORDER BY id <> ?, version LIMIT 1",
            (article.id, article.url, digest(article), article.id),
        )
        first = str(rows[0][0]) if rows else article.id
        same = "SELECT 1 FROM articles WHERE digest = ? AND (id = ? OR version_of = ?)"
        return article.id if self.store.rows(same, (digest(article), first, first)) else first

    def _next_version(self, article_id: str) -> int:
        rows = self.store.rows(
            "SELECT coalesce(max(version), 0) + 1 FROM articles WHERE id = ?1 OR version_of = ?1",
            (article_id,),
        )
        return int(rows[0][0])

    def _insert(self, reading: Reading, version: int, version_of: str | None, reader: str) -> None:
        article = reading.article
        record = _record(reading)
        values = [getattr(article, field) for field in _FIELDS]
        self.store.run(
            f"INSERT INTO articles ({', '.join(_FIELDS)}, digest, version, version_of, text)"  # noqa: S608
            f" VALUES ({','.join('?' * (len(_FIELDS) + 4))})",
            [*values, digest(article), version, version_of, article.text],
        )
        self.store.run(
            "INSERT INTO readings (article, reader, record, digest) VALUES (?, ?, ?, ?)",
            (article.id, reader, record, record_digest(record)),
        )
        self.store.run("INSERT INTO waiting VALUES (?)", (article.id,))


def require(folder: Path) -> Path:
    """``folder``, where a ledger already stands in it; raises LedgerError otherwise."""
    if not address_of(folder) and not (folder / FILE).is_file():
        raise LedgerError(f"{folder}: no ledger here; `tawatur add PATH… --ledger {folder}` makes one")
    return folder


def digest(article: Article) -> str:
    """The content hash of an article: its text and when and where it was published."""
    parts = (article.text, article.outlet, article.url, article.title, article.published)
    return hashlib.sha256(msgspec.json.encode(parts)).hexdigest()


def record_digest(record: str) -> str:
    """The hash of a reading as it is kept."""
    return hashlib.sha256(record.encode()).hexdigest()


def _as_version(reading: Reading, version: int) -> Reading:
    if version == 1:
        return reading
    article = msgspec.structs.replace(reading.article, id=f"{reading.article.id}~{version}")
    return msgspec.structs.replace(reading, article=article)


def _record(reading: Reading) -> str:
    bare = Article(id=reading.article.id, text="")
    return _encode(msgspec.structs.replace(reading, article=bare)).decode()


def _article(row: Sequence[str]) -> Article:
    return Article(**dict(zip((*_FIELDS, "text"), row, strict=True)))


def _reading(row: Sequence[str]) -> Reading:
    return msgspec.structs.replace(_decode(row[0]), article=_article(row[1:]))
