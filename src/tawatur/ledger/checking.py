"""Whether a ledger is in order: the file, its references, every span."""

from typing import Protocol

from tawatur.errors import LedgerError
from tawatur.ledger.ledger import Ledger, digest, record_digest
from tawatur.model import Reading


def problems(ledger: Ledger) -> list[str]:
    """Everything that is wrong, one line each; empty where all is well."""
    found = [f"database: {line}" for line in ledger.store.problems()]
    if found:
        return found
    return [*_references(ledger), *_records(ledger), *_articles(ledger)]


_OF_ARTICLES = (
    "readings",
    "waiting",
    "traits",
    "nodes",
    "sketches",
    "takers",
    "identity_members",
    "copy_members",
    "story_members",
)
_MEMBERS = (
    ("identity_members", "identity", "identities"),
    ("copy_members", "copy", "copies"),
    ("story_members", "story", "stories"),
)


def _references(ledger: Ledger) -> list[str]:
    """Rows that point at what is not there; the tables and columns are those of the schema."""
    lost = ledger.store.rows(
        "SELECT a.id FROM articles a LEFT JOIN readings r ON r.article = a.id WHERE r.article IS NULL"
    )
    found = [f"{row[0]}: an article without a reading" for row in lost]
    pointers = [*((table, "article", "articles") for table in _OF_ARTICLES), *_MEMBERS]
    for table, column, target in pointers:
        dangling = ledger.store.rows(
            f"SELECT DISTINCT {column} FROM {table} WHERE {column} NOT IN (SELECT id FROM {target})"  # noqa: S608
        )
        found += [f"{row[0]}: {table} names it, but {target} have no such row" for row in dangling]
    return found


def _records(ledger: Ledger) -> list[str]:
    """Readings whose record is not the one that was kept."""
    kept = "SELECT article, record, digest FROM readings WHERE digest IS NOT NULL ORDER BY article"
    try:
        return [
            f"{article}: the reading is not the one that was kept"
            for article, record, digest_of in ledger.store.stream(kept)
            if record_digest(record) != digest_of
        ]
    except LedgerError as error:
        return [f"a reading cannot be decoded: {error}"]


def _articles(ledger: Ledger) -> list[str]:
    digests = dict(ledger.store.rows("SELECT id, digest FROM articles"))
    found: list[str] = []
    try:
        for reading in ledger.readings():
            if digest(reading.article) != digests[reading.article.id]:
                found.append(f"{reading.article.id}: the text is not the one that was added")
            found.extend(f"{reading.article.id}: {line}" for line in misplaced(reading))
    except (LedgerError, ValueError) as error:
        found.append(f"a reading cannot be decoded: {error}")
    return found


class Spanned(Protocol):
    """Anything with a place in a text."""

    @property
    def start(self) -> int:
        """The first code point."""

    @property
    def end(self) -> int:
        """The code point after the last."""


def misplaced(reading: Reading) -> list[str]:
    """The spans of a reading that do not lie inside its text."""
    length = len(reading.article.text)
    spans: list[tuple[str, Spanned]] = [
        *((block.kind.value, block) for block in reading.blocks),
        *((entity.id, mention) for entity in reading.entities for mention in entity.mentions),
        *(("time", time) for time in reading.times),
        *(("quantity", quantity) for quantity in reading.quantities),
        *((s.id, span) for s in reading.statements for span in (s.cue, *s.content, *s.hedges)),
        *((s.id, s.source) for s in reading.statements if s.source),
        *((event.id, event) for event in reading.events),
    ]
    return [
        f"{name} at {span.start}–{span.end} lies outside the text"
        for name, span in spans
        if not 0 <= span.start < span.end <= length
    ]
