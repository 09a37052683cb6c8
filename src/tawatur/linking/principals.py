"""Whom a person or body speaks for: two spokesmen of one government are one origin."""

from collections import Counter

from tawatur.lexicon.names import Names
from tawatur.linking.nodes import Node
from tawatur.model import EntityType, FactKind


def principal_of(members: list[Node], names: Names) -> str | None:
    """The id of the government or body that an identity belongs to; its own for a country.

    A capital and the ministries, palaces and officials of a country have the country's id, as have the
    police and the hospitals of its cities.
    """
    for node in members:
        known = names.by_id.get(node.id) if node.known else None
        if known:
            return known.principal or (known.id if _speaks_for_itself(known.type, known.key) else None)
    owners = Counter(
        fact.value for node in members for fact in node.facts if fact.kind is FactKind.AFFILIATION
    )
    if not owners:
        return None
    owner = max(owners, key=lambda value: (owners[value], value))
    known = names.by_id.get(owner)
    return (known.principal or known.land or known.id) if known else owner


def _speaks_for_itself(kind: EntityType, key: str) -> bool:
    return kind is EntityType.ORGANISATION or (kind is EntityType.POLITY and key.isupper())
