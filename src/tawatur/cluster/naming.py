"""Identities behind the names of all shelves, found without any machine seeing all of them.

1. For each shelf: the names of its articles, sorted into buckets by the block that they share.
2. For each bucket: the names of each block linked, the identities sorted by the shelves of their members.

The same identities as ``link_entities`` gives, because no rule reaches beyond a block.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar
from zlib import crc32

import msgspec

from tawatur.cluster.output import Output, key_of
from tawatur.cluster.reading import Shelf, readings_of
from tawatur.cluster.shuffling import Shuffled, gather, scatter
from tawatur.lexicon import load_lexicon
from tawatur.linking.entities import link_nodes
from tawatur.linking.nodes import Node, nodes_of
from tawatur.linking.units import units_of
from tawatur.model import Identity, Pointer, Situation
from tawatur.rows import situation_rows

T = TypeVar("T")

TABLES = ("identities",)


def sort_names(shelf: Shelf, buckets: int, output: Output) -> Shuffled:
    """Step 1 for one shelf."""
    key = key_of("names", shelf.key, str(buckets))
    if output.noted("names", key, Shuffled):
        return Shuffled(key, reused=True)
    names: list[list[Node]] = [[] for _ in range(buckets)]
    for reading in readings_of(shelf, output):
        for node in nodes_of(reading):
            names[crc32(node.block.encode()) % buckets].append(node)
    scatter("names", key, names, output)
    output.note("names", key, Shuffled(key))
    return Shuffled(key)


def link_names(bucket: int, sorted_names: Sequence[str], output: Output) -> Shuffled:
    """Step 2 for one bucket of what was written under the keys ``sorted_names``, one for each shelf."""
    key = key_of("meant", str(bucket), *sorted_names)
    if output.noted("meant", key, Shuffled):
        return Shuffled(key, reused=True)
    shelf_of: dict[str, int] = {}
    nodes: list[Node] = []
    for shelf, found in enumerate(gather("names", sorted_names, bucket, list[Node], output)):
        nodes += found
        shelf_of.update((node.article, shelf) for node in found)
    names = load_lexicon().names
    identities = [one for unit in units_of(nodes, ()) for one in link_nodes(*unit, names)]
    with output.tables(TABLES, key) as tables:
        rows = situation_rows(Situation(identities=tuple(identities)))
        tables.write({name: rows[name] for name in TABLES})
    scatter("meant", key, _by_shelf(identities, shelf_of, len(sorted_names)), output)
    output.note("meant", key, Shuffled(key))
    return Shuffled(key)


def split(identity: Identity, part_of: Callable[[str], T]) -> dict[T, Identity]:
    """An identity cut into parts by its articles: a country has millions of mentions."""
    members: defaultdict[T, list[tuple[str, str]]] = defaultdict(list)
    mentions: defaultdict[T, list[Pointer]] = defaultdict(list)
    for member in identity.members:
        members[part_of(member[0])].append(member)
    for mention in identity.mentions:
        mentions[part_of(mention.article)].append(mention)
    return {
        part: msgspec.structs.replace(identity, members=tuple(own), mentions=tuple(mentions[part]))
        for part, own in members.items()
    }


def _by_shelf(
    identities: Iterable[Identity], shelf_of: Mapping[str, int], shelves: int
) -> list[list[Identity]]:
    found: list[list[Identity]] = [[] for _ in range(shelves)]
    for identity in identities:
        for shelf, part in split(identity, shelf_of.__getitem__).items():
            found[shelf].append(part)
    return found
