"""What was linked and compared across the articles of a ledger, kept until it goes stale."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import msgspec

from tawatur.errors import RequestError
from tawatur.ledger.ledger import Ledger
from tawatur.model import Copy, Identity, Situation, Story

T = TypeVar("T", Identity, Copy)
_STANDING = ("SELECT id, about FROM judgements WHERE withdrawn IS NULL ORDER BY id", ())
_TABLES = ("identities", "identity_members", "copies", "copy_members", "stories", "story_members")


_READ = (
    "SELECT a.id, a.digest, r.reader FROM articles a JOIN readings r ON r.article = a.id ORDER BY a.id",
    (),
)


def state(ledger: Ledger) -> str:
    """A hash of everything the links rest on: the articles, their readers and the judgements."""
    return _hash_of(ledger, _READ, _STANDING)


def articles_state(ledger: Ledger) -> str:
    """A hash of the articles and their readers alone, which is what a search index rests on."""
    return _hash_of(ledger, _READ)


def story_state(ledger: Ledger, story: Story) -> str:
    """A hash of what the situation of one story rests on: its texts, their links, the judgements."""
    return _hash_of(ledger, *_compared(story), _STANDING)


def comparison_state(ledger: Ledger, story: Story) -> str:
    """A hash of what the comparison of one story rests on: its texts and their links."""
    return _hash_of(ledger, *_compared(story))


def _compared(story: Story) -> tuple[tuple[str, tuple[str, ...]], ...]:
    members = (_json_list(story.articles),)
    chosen = "IN (SELECT value FROM json_each(?1)) ORDER BY 1, 2"
    return (
        (f"SELECT id, digest FROM articles WHERE id {chosen}", members),  # noqa: S608
        (
            "SELECT m.article, m.entity, i.id, i.name FROM identity_members m"  # noqa: S608
            f" JOIN identities i ON i.id = m.identity WHERE m.article {chosen}",
            members,
        ),
        (f"SELECT article, copy FROM copy_members WHERE article {chosen}", members),  # noqa: S608
    )


def linked_state(ledger: Ledger) -> str | None:
    """The state in which the links were last saved."""
    rows = ledger.store.rows("SELECT value FROM marks WHERE name = 'linked'")
    return str(rows[0][0]) if rows else None


def save_links(
    ledger: Ledger,
    at: str,
    identities: Sequence[Identity],
    copies: Sequence[Copy],
    stories: Sequence[Story],
) -> None:
    """Replace all links in one transaction and mark the state ``at`` in which they were made."""
    store = ledger.store
    with store.transaction():
        for table in _TABLES:
            store.run(f"DELETE FROM {table}")  # noqa: S608
        store.run_many(
            "INSERT INTO identities VALUES (?, ?, ?, ?)",
            [(i.id, i.type, i.name, _json(i)) for i in identities],
        )
        store.run_many(
            "INSERT INTO identity_members VALUES (?, ?, ?)",
            [(article, entity, i.id) for i in identities for article, entity in i.members],
        )
        store.run_many("INSERT INTO copies VALUES (?, ?, ?)", [(c.id, c.kind, _json(c)) for c in copies])
        store.run_many(
            "INSERT INTO copy_members VALUES (?, ?) ON CONFLICT DO NOTHING",
            [(a, c.id) for c in copies for a in c.articles],
        )
        store.run_many(
            "INSERT INTO stories VALUES (?, ?, ?, ?, ?, ?)",
            [(s.id, s.name, len(s.articles), s.first, s.last, _json(s)) for s in stories],
        )
        store.run_many(
            "INSERT INTO story_members VALUES (?, ?)", [(a, s.id) for s in stories for a in s.articles]
        )
        store.run(
            "INSERT INTO marks VALUES ('linked', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (at,),
        )


def stories(ledger: Ledger, limit: int = -1, offset: int = 0) -> list[Story]:
    """The stories, the largest first."""
    rows = ledger.store.rows(
        "SELECT record FROM stories ORDER BY size DESC, last DESC NULLS LAST, id LIMIT ? OFFSET ?",
        (limit, offset),
    )
    return [msgspec.json.decode(row[0], type=Story) for row in rows]


def count_stories(ledger: Ledger) -> int:
    """How many stories there are."""
    return int(ledger.store.rows("SELECT count(*) FROM stories")[0][0])


def story(ledger: Ledger, story_id: str) -> Story:
    """One story by its id or the beginning of it; raises RequestError where there is none or several."""
    rows = ledger.store.rows("SELECT record FROM stories WHERE id = ?", (story_id,)) or ledger.store.rows(
        "SELECT record FROM stories WHERE substr(id, 1, length(?1)) = ?1 LIMIT 2", (story_id,)
    )
    if len(rows) != 1:
        known = "several stories begin" if rows else "no story begins"
        raise RequestError(f"{known} with {story_id!r}; `tawatur stories` lists them")
    return msgspec.json.decode(rows[0][0], type=Story)


def story_of(ledger: Ledger, article_id: str) -> str | None:
    """The id of the story an article belongs to."""
    rows = ledger.store.rows("SELECT story FROM story_members WHERE article = ?", (article_id,))
    return str(rows[0][0]) if rows else None


def identities(ledger: Ledger, articles: Iterable[str] | None = None) -> tuple[Identity, ...]:
    """The identities named in some articles, or all."""
    return _linked(ledger, Identity, "identities", "identity_members", "identity", articles)


def identity(ledger: Ledger, identity_id: str) -> Identity:
    """One identity by its id; raises RequestError where there is none."""
    rows = ledger.store.rows("SELECT record FROM identities WHERE id = ?", (identity_id,))
    if not rows:
        raise RequestError(f"no entity {identity_id!r} in this ledger")
    return msgspec.json.decode(rows[0][0], type=Identity)


def identity_names(ledger: Ledger, of_type: str) -> list[tuple[str, str]]:
    """The ids and names of all identities of one type."""
    rows = ledger.store.rows("SELECT id, name FROM identities WHERE type = ? ORDER BY id", (of_type,))
    return [(str(key), str(name)) for key, name in rows]


def copies(ledger: Ledger, articles: Iterable[str] | None = None) -> tuple[Copy, ...]:
    """The copies that some articles take part in, or all."""
    return _linked(ledger, Copy, "copies", "copy_members", "copy", articles)


def comparison(ledger: Ledger, story_id: str, at: str) -> Situation | None:
    """The comparison of a story as saved in the state ``at``, or None."""
    rows = ledger.store.rows("SELECT record FROM comparisons WHERE story = ? AND state = ?", (story_id, at))
    return msgspec.json.decode(rows[0][0], type=Situation) if rows else None


def comparisons_naming(ledger: Ledger, item: str) -> Iterator[Situation]:
    """The saved comparisons of standing stories in which an id occurs."""
    query = "SELECT c.record FROM comparisons c JOIN stories s ON s.id = c.story WHERE instr(c.record, ?) > 0"
    for row in ledger.store.stream(query, (msgspec.json.encode(item).decode(),)):
        yield msgspec.json.decode(row[0], type=Situation)


def save_comparison(ledger: Ledger, story_id: str, at: str, situation: Situation) -> None:
    """Keep the comparison of a story under the state it was made in."""
    ledger.store.run(
        "INSERT INTO comparisons VALUES (?, ?, ?)"
        " ON CONFLICT (story) DO UPDATE SET state = excluded.state, record = excluded.record",
        (story_id, at, _json(situation)),
    )


def _linked(
    ledger: Ledger, kind: type[T], table: str, members: str, key: str, articles: Iterable[str] | None
) -> tuple[T, ...]:
    if articles is None:
        rows = ledger.store.rows(f"SELECT record FROM {table} ORDER BY id")  # noqa: S608
    else:
        rows = ledger.store.rows(
            f"SELECT record FROM {table} WHERE id IN (SELECT {key} FROM {members} WHERE article IN"  # noqa: S608
            " (SELECT value FROM json_each(?))) ORDER BY id",
            (_json_list(articles),),
        )
    return tuple(msgspec.json.decode(row[0], type=kind) for row in rows)


def _hash_of(ledger: Ledger, *queries: tuple[str, tuple[str, ...]]) -> str:
    sums = hashlib.sha256()
    for query, values in queries:
        for row in ledger.store.stream(query, values):
            sums.update("\x1f".join(row).encode("utf-8", "surrogatepass") + b"\x1e")
    return sums.hexdigest()


def _json_list(values: Iterable[str]) -> str:
    return msgspec.json.encode(list(values)).decode()


def _json(value: msgspec.Struct) -> str:
    return msgspec.json.encode(value).decode()
