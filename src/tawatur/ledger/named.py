"""Who is named: the names of all articles by block, and the identities behind them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from tawatur.ledger.ledger import Ledger
from tawatur.ledger.lists import json_list
from tawatur.model import Identity

Member = tuple[str, str]
"""An article's id and the id of an entity there."""


class NodeRow(NamedTuple):
    """One name of one article: its block, whose it is, and its record as JSON."""

    block: str
    article: str
    entity: str
    record: str


class MemberRow(NamedTuple):
    """Who is meant by one name of one article, and where it stands there: JSON of ``[start, end]``."""

    article: str
    entity: str
    identity: str
    mentions: str


def keep_nodes(ledger: Ledger, rows: Sequence[NodeRow]) -> None:
    """Keep the names of new articles."""
    ledger.store.run_many("INSERT INTO nodes VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING", rows)


def nodes_in(ledger: Ledger, blocks: Iterable[str]) -> list[str]:
    """The records of all names in some blocks."""
    rows = ledger.store.rows(
        "SELECT record FROM nodes WHERE block IN (SELECT value FROM json_each(?))", (json_list(blocks),)
    )
    return [str(row[0]) for row in rows]


def block_of(ledger: Ledger, member: str) -> str | None:
    """The block of a member written ``article#entity``; None where there is no such member."""
    article, _, entity = member.rpartition("#")
    rows = ledger.store.rows("SELECT block FROM nodes WHERE article = ? AND entity = ?", (article, entity))
    return str(rows[0][0]) if rows else None


def identities_in(ledger: Ledger, blocks: Iterable[str]) -> dict[str, Identity]:
    """The identities kept under some blocks, by id, without their members."""
    rows = ledger.store.rows(
        "SELECT record FROM identities WHERE block IN (SELECT value FROM json_each(?))", (json_list(blocks),)
    )
    found = (msgspec.json.decode(row[0], type=Identity) for row in rows)
    return {identity.id: identity for identity in found}


def meant_by(ledger: Ledger, identities: Iterable[str]) -> dict[Member, str]:
    """The identity of each member of some identities."""
    rows = ledger.store.rows(
        "SELECT article, entity, identity FROM identity_members WHERE identity IN"
        " (SELECT value FROM json_each(?))",
        (json_list(identities),),
    )
    return {(str(article), str(entity)): str(identity) for article, entity, identity in rows}


def meant_in(ledger: Ledger, articles: Iterable[str]) -> dict[str, dict[str, str]]:
    """The identity of each entity of some articles, by article."""
    wanted = list(articles)
    found: dict[str, dict[str, str]] = {article: {} for article in wanted}
    rows = ledger.store.rows(
        "SELECT article, entity, identity FROM identity_members WHERE article IN"
        " (SELECT value FROM json_each(?))",
        (json_list(wanted),),
    )
    for article, entity, identity in rows:
        found[str(article)][str(entity)] = str(identity)
    return found


def keep_identities(ledger: Ledger, block: str, identities: Sequence[Identity]) -> None:
    """Keep identities under a block, each in place of the one of its id; members are kept apart."""
    ledger.store.run_many(
        "INSERT INTO identities VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
        " block = excluded.block, type = excluded.type, name = excluded.name, record = excluded.record",
        [(i.id, block, i.type.value, i.name, msgspec.json.encode(bare(i)).decode()) for i in identities],
    )


def drop_identities(ledger: Ledger, ids: Iterable[str]) -> None:
    """Forget identities; their members have others by now."""
    ledger.store.run_many("DELETE FROM identities WHERE id = ?", [(one,) for one in ids])


def keep_members(ledger: Ledger, rows: Sequence[MemberRow]) -> None:
    """Keep who is meant by some names, in place of whoever was."""
    ledger.store.run_many(
        "INSERT INTO identity_members VALUES (?, ?, ?, ?) ON CONFLICT (article, entity) DO UPDATE SET"
        " identity = excluded.identity, mentions = excluded.mentions",
        rows,
    )


def bare(identity: Identity) -> Identity:
    """An identity without its members and mentions."""
    return msgspec.structs.replace(identity, members=(), mentions=())
