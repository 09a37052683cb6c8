"""What was linked and compared across the articles of a ledger."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

import msgspec

from tawatur.errors import RequestError
from tawatur.ledger.judgements import judgements
from tawatur.ledger.ledger import Ledger
from tawatur.ledger.lists import json_list
from tawatur.model import Copy, Identity, Pointer, Situation, Story

LINKED, JUDGED = "linked", "judged"
_STANDING = ("SELECT id, about FROM judgements WHERE withdrawn IS NULL ORDER BY id", ())
_READ = (
    "SELECT a.id, a.digest, r.reader FROM articles a JOIN readings r ON r.article = a.id ORDER BY a.id",
    (),
)


def marks(ledger: Ledger) -> dict[str, str]:
    """In what state the links are: by which version and after which judgements they were made."""
    return {str(name): str(value) for name, value in ledger.store.rows("SELECT name, value FROM marks")}


def mark(ledger: Ledger, name: str, value: str) -> None:
    """Set a mark, in place of the one of that name."""
    ledger.store.run(
        "INSERT INTO marks VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (name, value),
    )


def judged(ledger: Ledger) -> str:
    """The ids of the judgements of identities that stand, as JSON."""
    return json_list(judgement.id for judgement in judgements(ledger) if judgement.other)


def articles_state(ledger: Ledger) -> str:
    """A hash of the articles and their readers, which is what a search index rests on."""
    return _hash_of(ledger, _READ)


def story_state(ledger: Ledger, story: Story) -> str:
    """A hash of what the situation of one story rests on: its texts, their links, the judgements."""
    return _hash_of(ledger, *_compared(story), _STANDING)


def comparison_state(ledger: Ledger, story: Story) -> str:
    """A hash of what the comparison of one story rests on: its texts and their links."""
    return _hash_of(ledger, *_compared(story))


def _compared(story: Story) -> tuple[tuple[str, tuple[str, ...]], ...]:
    members = (json_list(story.articles),)
    chosen = "IN (SELECT value FROM json_each(?1)) ORDER BY 1, 2"
    return (
        (
            "SELECT a.id, a.digest, r.reader FROM articles a JOIN readings r ON r.article = a.id"  # noqa: S608
            f" WHERE a.id {chosen}",
            members,
        ),
        (
            "SELECT m.article, m.entity, i.id, i.name FROM identity_members m"  # noqa: S608
            f" JOIN identities i ON i.id = m.identity WHERE m.article {chosen}",
            members,
        ),
        (f"SELECT article, copy FROM copy_members WHERE article {chosen}", members),  # noqa: S608
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
    """The identities named in all articles, or in some: these with the members and mentions there alone."""
    query = (
        "SELECT i.record, m.article, m.entity, m.mentions FROM identity_members m"
        " JOIN identities i ON i.id = m.identity"
    )
    if articles is None:
        rows = ledger.store.stream(f"{query} ORDER BY i.id, m.article, m.entity")
    else:
        query += " WHERE m.article IN (SELECT value FROM json_each(?)) ORDER BY i.id, m.article, m.entity"
        rows = ledger.store.stream(query, (json_list(articles),))
    return tuple(_whole(record, list(members)) for record, members in groupby(rows, itemgetter(0)))


def identity(ledger: Ledger, identity_id: str) -> Identity:
    """One identity by its id; raises RequestError where there is none."""
    rows = ledger.store.rows(
        "SELECT i.record, m.article, m.entity, m.mentions FROM identities i"
        " JOIN identity_members m ON m.identity = i.id WHERE i.id = ? ORDER BY m.article, m.entity",
        (identity_id,),
    )
    if not rows:
        raise RequestError(f"no entity {identity_id!r} in this ledger")
    return _whole(rows[0][0], rows)


def identity_names(ledger: Ledger, of_type: str) -> list[tuple[str, str]]:
    """The ids and names of all identities of one type."""
    rows = ledger.store.rows("SELECT id, name FROM identities WHERE type = ? ORDER BY id", (of_type,))
    return [(str(key), str(name)) for key, name in rows]


def copies(ledger: Ledger, articles: Iterable[str] | None = None) -> tuple[Copy, ...]:
    """The copies that some articles take part in, or all."""
    if articles is None:
        rows = ledger.store.rows("SELECT record FROM copies ORDER BY id")
    else:
        rows = ledger.store.rows(
            "SELECT record FROM copies WHERE id IN (SELECT copy FROM copy_members WHERE article IN"
            " (SELECT value FROM json_each(?))) ORDER BY id",
            (json_list(articles),),
        )
    return tuple(msgspec.json.decode(row[0], type=Copy) for row in rows)


def is_compared(ledger: Ledger, story_id: str, at: str) -> bool:
    """Whether the comparison of a story as of the state ``at`` is kept."""
    rows = ledger.store.rows("SELECT 1 FROM comparisons WHERE story = ? AND state = ?", (story_id, at))
    return bool(rows)


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


def _whole(record: str, members: Sequence[tuple[str, str, str, str]]) -> Identity:
    """An identity with its members, in their order, and all their mentions."""
    places = (
        Pointer(article, start, end)
        for _, article, _, mentions in members
        for start, end in msgspec.json.decode(mentions, type=list[tuple[int, int]])
    )
    return msgspec.structs.replace(
        msgspec.json.decode(record, type=Identity),
        members=tuple((article, entity) for _, article, entity, _ in members),
        mentions=tuple(sorted(places)),
    )


def _hash_of(ledger: Ledger, *queries: tuple[str, tuple[str, ...]]) -> str:
    sums = hashlib.sha256()
    for query, values in queries:
        for row in ledger.store.stream(query, values):
            sums.update("\x1f".join(row).encode("utf-8", "surrogatepass") + b"\x1e")
    return sums.hexdigest()


def _json(value: msgspec.Struct) -> str:
    return msgspec.json.encode(value).decode()
