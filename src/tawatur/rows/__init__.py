"""Flat rows of readings and situations: what CSV, Parquet, JSON Lines and the cluster share.

A table is a name and a row type; every row names its article and place, so any two tables can
be joined on ``article``, ``start`` and ``end`` or on the ids beside them.
"""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from tawatur.model import Reading, Situation
from tawatur.rows.readings import READING_TABLES, reading_rows
from tawatur.rows.situations import SITUATION_TABLES, situation_rows

TABLES: Mapping[str, type[msgspec.Struct]] = {**READING_TABLES, **SITUATION_TABLES}

__all__ = ["READING_TABLES", "SITUATION_TABLES", "TABLES", "all_rows", "reading_rows", "situation_rows"]


def all_rows(situation: Situation, readings: Iterable[Reading]) -> dict[str, Sequence[msgspec.Struct]]:
    """The rows of every table, those of empty tables too, in the order of ``readings``."""
    rows: dict[str, list[msgspec.Struct]] = {name: [] for name in TABLES}
    for reading in readings:
        for name, found in reading_rows(reading).items():
            rows[name].extend(found)
    for name, found in situation_rows(situation).items():
        rows[name].extend(found)
    return dict(rows)
