"""Lists of values: as one parameter of a query, read there by ``json_each``, and in batches."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

import msgspec

T = TypeVar("T")


def json_list(values: Iterable[object]) -> str:
    """The values as a JSON array."""
    return msgspec.json.encode(list(values)).decode()


def batched(values: Iterable[T], size: int) -> Iterator[list[T]]:
    """The values in lists of ``size``, the last one maybe shorter."""
    values = iter(values)
    while batch := list(islice(values, size)):
        yield batch
