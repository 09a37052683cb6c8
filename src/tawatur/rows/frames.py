"""A table of rows that turns into whatever data frame a person works with."""

from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Any

import msgspec

from tawatur.errors import RequestError
from tawatur.rows.arrow import arrow_table


class Frame:
    """The rows of one table.

    >>> read("قال الوزير إن الطريق مفتوح.").table("statements").to_pandas()  # doctest: +SKIP
    """

    def __init__(self, rows: Sequence[msgspec.Struct], shape: type[msgspec.Struct]) -> None:
        self.rows = rows
        self.shape = shape

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[msgspec.Struct]:
        return iter(self.rows)

    def to_arrow(self) -> Any:
        """A ``pyarrow.Table``; raises RequestError where pyarrow is not installed."""
        return arrow_table(self.rows, self.shape)

    def to_pandas(self) -> Any:
        """A ``pandas.DataFrame``; raises RequestError where pandas or pyarrow is not installed."""
        _module("pandas")
        return self.to_arrow().to_pandas()

    def to_polars(self) -> Any:
        """A ``polars.DataFrame``; raises RequestError where polars or pyarrow is not installed."""
        return _module("polars").from_arrow(self.to_arrow())

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        return str(self.to_pandas()._repr_html_())


def _module(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        raise RequestError(f"to_{name} needs {name}: pip install {name}") from error
