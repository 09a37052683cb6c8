"""Rows as Arrow tables, with a schema taken from the row types."""

from collections.abc import Sequence
from types import ModuleType
from typing import Any, get_args, get_type_hints

import msgspec

from tawatur.errors import RequestError

_COLUMNS = {str: "string", int: "int64", float: "float64", bool: "bool_"}


def arrow_table(rows: Sequence[msgspec.Struct], shape: type[msgspec.Struct]) -> Any:
    """The ``pyarrow.Table`` of rows of one type; an empty one still has every column.

    Raises RequestError where pyarrow is not installed.
    """
    schema = arrow_schema(shape)
    columns = [[getattr(row, name) for row in rows] for name in schema.names]
    return load_pyarrow().table(dict(zip(schema.names, columns, strict=True)), schema=schema)


def arrow_schema(shape: type[msgspec.Struct]) -> Any:
    """The ``pyarrow.Schema`` of a row type: strings, numbers, and lists of strings for tuples."""
    arrow = load_pyarrow()
    hints = get_type_hints(shape)
    return arrow.schema([_field(arrow, name, hints[name]) for name in shape.__struct_fields__])


def load_pyarrow() -> ModuleType:
    """The pyarrow module; raises RequestError that names the extra where it is absent."""
    try:
        import pyarrow
    except ImportError as error:
        raise RequestError("Parquet and Arrow need pyarrow: pip install 'tawatur[data]'") from error
    return pyarrow  # type: ignore[no-any-return]


def _field(arrow: ModuleType, name: str, hint: Any) -> Any:
    kinds = get_args(hint)
    if Ellipsis in kinds:
        return arrow.field(name, arrow.list_(arrow.string()), nullable=False)
    kind = next((kind for kind in kinds if kind is not type(None)), hint)
    return arrow.field(name, getattr(arrow, _COLUMNS[kind])(), nullable=type(None) in kinds)
