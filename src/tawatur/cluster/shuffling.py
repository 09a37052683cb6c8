"""Shuffling: what many tasks sort into buckets, other tasks take up bucket by bucket.

Each sender writes one file with a row group for each bucket, so a bucket costs its receiver one
short read from each file, and there are as many files as senders, not senders times buckets.
"""

from collections.abc import Iterator, Sequence
from typing import TypeVar

import msgspec

from tawatur.cluster.output import Output

T = TypeVar("T")


class Shuffled(msgspec.Struct, frozen=True):
    """That one step of the shuffle has been written under ``key``."""

    key: str
    reused: bool = False


def scatter(stage: str, key: str, buckets: Sequence[object], output: Output) -> None:
    """Write what one sender has for each bucket."""
    import pyarrow
    from pyarrow import parquet

    table = pyarrow.table(
        {"bucket": pyarrow.array([msgspec.msgpack.encode(b) for b in buckets], pyarrow.binary())}
    )
    with output.open(_file(stage, key), "wb") as stream:
        parquet.write_table(table, stream, row_group_size=1, compression="zstd")


def gather(stage: str, keys: Sequence[str], bucket: int, shape: type[T], output: Output) -> Iterator[T]:
    """What each sender has for one bucket, in the order of ``keys``."""
    from pyarrow import parquet

    for key in keys:
        with output.open(_file(stage, key), "rb") as stream:
            column = parquet.ParquetFile(stream).read_row_group(bucket).column(0)
        yield msgspec.msgpack.decode(column[0].as_py(), type=shape)


def _file(stage: str, key: str) -> str:
    return f"_batch/{stage}/{key}.parquet"
