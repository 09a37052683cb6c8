"""Who stands with whom: the ties between articles, and their stories."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from tawatur.ledger.ledger import Ledger
from tawatur.ledger.lists import json_list
from tawatur.model import Story

Ties = dict[tuple[str, str], float]


def keep_ties(ledger: Ledger, ties: Mapping[tuple[str, str], float]) -> None:
    """Keep ties that are not kept yet."""
    ledger.store.run_many(
        "INSERT INTO ties VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        [row for (a, b), strength in ties.items() for row in ((a, b, strength), (b, a, strength))],
    )


def drop_ties_of(ledger: Ledger, articles: Sequence[str]) -> None:
    """Forget all ties of some articles."""
    gone = ledger.store.rows(
        "SELECT one, other FROM ties WHERE one IN (SELECT value FROM json_each(?))", (json_list(articles),)
    )
    pairs = [pair for one, other in gone for pair in ((one, other), (other, one))]
    ledger.store.run_many("DELETE FROM ties WHERE one = ? AND other = ?", pairs)


def tied_to(ledger: Ledger, articles: Iterable[str], at_least: float) -> set[str]:
    """The articles that are tied strongly enough to any of some articles."""
    rows = ledger.store.rows(
        "SELECT DISTINCT other FROM ties WHERE strength >= ? AND one IN (SELECT value FROM json_each(?))",
        (at_least, json_list(articles)),
    )
    return {str(row[0]) for row in rows}


def ties_within(ledger: Ledger, articles: Iterable[str]) -> Ties:
    """The ties among some articles, the lesser id first."""
    among = set(articles)
    rows = ledger.store.rows(
        "SELECT one, other, strength FROM ties WHERE one < other AND one IN (SELECT value FROM json_each(?))",
        (json_list(among),),
    )
    return {(str(one), str(other)): float(much) for one, other, much in rows if other in among}


def stories_of(ledger: Ledger, articles: Iterable[str]) -> set[str]:
    """The ids of the stories that some articles stand in."""
    rows = ledger.store.rows(
        "SELECT DISTINCT story FROM story_members WHERE article IN (SELECT value FROM json_each(?))",
        (json_list(articles),),
    )
    return {str(row[0]) for row in rows}


def keep_stories(ledger: Ledger, stories: Sequence[Story]) -> None:
    """Keep stories whose articles stand in no other one."""
    ledger.store.run_many(
        "INSERT INTO stories VALUES (?, ?, ?, ?, ?, ?)",
        [(s.id, s.name, len(s.articles), s.first, s.last, msgspec.json.encode(s).decode()) for s in stories],
    )
    ledger.store.run_many(
        "INSERT INTO story_members VALUES (?, ?)",
        [(article, s.id) for s in stories for article in s.articles],
    )


def drop_stories(ledger: Ledger, ids: Iterable[str]) -> None:
    """Forget stories with their comparisons."""
    rows = [(one,) for one in ids]
    ledger.store.run_many("DELETE FROM stories WHERE id = ?", rows)
    ledger.store.run_many("DELETE FROM story_members WHERE story = ?", rows)
    ledger.store.run_many("DELETE FROM comparisons WHERE story = ?", rows)
