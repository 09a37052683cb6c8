"""Articles that wait to be linked, and the traits that linking knows them by."""

from collections.abc import Iterable, Iterator

from tawatur.ledger.ledger import Ledger, TraitsRecord
from tawatur.ledger.lists import json_list

_MADE_BY_LINKING = (
    "traits",
    "prints",
    "takers",
    "nodes",
    "identities",
    "identity_members",
    "copies",
    "copy_members",
    "sketches",
    "features",
    "ties",
    "stories",
    "story_members",
    "comparisons",
    "marks",
)


def next_waiting(ledger: Ledger, most: int) -> list[str]:
    """The articles that have been published first of those that wait."""
    rows = ledger.store.rows(
        "SELECT w.article FROM waiting w JOIN articles a ON a.id = w.article"
        " ORDER BY a.published NULLS FIRST, a.id LIMIT ?",
        (most,),
    )
    return [str(row[0]) for row in rows]


def count_waiting(ledger: Ledger) -> int:
    """How many articles wait."""
    return int(ledger.store.rows("SELECT count(*) FROM waiting")[0][0])


def have_been_linked(ledger: Ledger, articles: Iterable[str]) -> None:
    """Let articles wait no longer."""
    ledger.store.run_many("DELETE FROM waiting WHERE article = ?", [(article,) for article in articles])


def start_over(ledger: Ledger) -> None:
    """Forget all that was linked and let every article wait; readings and judgements stay."""
    for table in _MADE_BY_LINKING:
        ledger.store.run(f"DELETE FROM {table}")  # noqa: S608
    ledger.store.run("INSERT INTO waiting SELECT id FROM articles WHERE true ON CONFLICT DO NOTHING")


def keep_traits(ledger: Ledger, article: str, found: TraitsRecord) -> None:
    """Keep the traits of an article that has none yet."""
    ledger.store.run("INSERT INTO traits VALUES (?, ?, ?) ON CONFLICT DO NOTHING", (article, *found))


def traits(ledger: Ledger, articles: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The traits of some articles, by id; of those that have any."""
    yield from _column(ledger, "record", articles)


def words(ledger: Ledger, articles: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The words of some articles, by id; of those that have traits."""
    yield from _column(ledger, "words", articles)


def _column(ledger: Ledger, column: str, articles: Iterable[str]) -> Iterator[tuple[str, str]]:
    rows = ledger.store.rows(
        f"SELECT article, {column} FROM traits WHERE article IN"  # noqa: S608
        " (SELECT value FROM json_each(?)) ORDER BY article",
        (json_list(articles),),
    )
    yield from ((str(article), str(value)) for article, value in rows)
