"""The same article in two parts: kept once, as a ledger keeps it."""

from collections.abc import Iterator, Sequence

import msgspec

from tawatur.cluster.kept import Place, fetch
from tawatur.cluster.output import Output, key_of
from tawatur.cluster.reading import READINGS, Shelf, write_shelf
from tawatur.model import Reading

Changes = dict[int, str | None]
"""What becomes of an article by its number on a shelf: another id, or nothing."""


def find_repeats(shelves: Sequence[Shelf]) -> list[tuple[int, Changes]]:
    """The shelves, by number, that hold an article again, and what to do with it.

    The same text under the same id is dropped, another text gets the next version's id, in
    the order of the input, as ``Ledger.add`` does one article after another.
    """
    versions: dict[str, list[str]] = {}
    found: list[tuple[int, Changes]] = []
    for number, shelf in enumerate(shelves):
        changes = dict(_changes(shelf, versions))
        if changes:
            found.append((number, changes))
    return found


def write_without(shelf: Shelf, changes: Changes, output: Output) -> Shelf:
    """The shelf with its changes made, under a name of its own."""
    key = key_of(shelf.key, repr(sorted(changes.items())))
    noted = output.noted("shelves", key, Shelf)
    if noted:
        return msgspec.structs.replace(noted, reused=True, refused=shelf.refused)
    kept = [number for number in range(len(shelf.articles)) if changes.get(number, "") is not None]
    readings = fetch(READINGS, [Place(shelf.key, number) for number in kept], Reading, output)
    named = (_named(reading, changes.get(number)) for number, reading in zip(kept, readings, strict=True))
    return msgspec.structs.replace(write_shelf(key, named, output), refused=shelf.refused)


def _changes(shelf: Shelf, versions: dict[str, list[str]]) -> Iterator[tuple[int, str | None]]:
    for number, (article, digest) in enumerate(shelf.articles):
        known = versions.setdefault(article, [])
        if digest in known:
            yield number, None
            continue
        known.append(digest)
        if len(known) > 1:
            yield number, f"{article}~{len(known)}"


def _named(reading: Reading, name: str | None) -> Reading:
    if name is None:
        return reading
    return msgspec.structs.replace(reading, article=msgspec.structs.replace(reading.article, id=name))
