"""Millions of articles on many machines: the same stages, the same result, spread by dask.

    input files → parts → readings of a part → links over all → comparison of a few stories → Parquet

Everything a task makes is a file named after what it was made from, so a run that was broken
off goes on where it stopped, a worker that dies costs only its own task, and no order of events
changes the result. Needs the extra ``cluster``.
"""

from tawatur.cluster.batch import Summary, batch

__all__ = ["Summary", "batch"]
