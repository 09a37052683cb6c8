"""The whole batch on one page: read the parts, find copies, names and ties, gather stories, compare them."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import msgspec

from tawatur.cluster.comparing import compare_group
from tawatur.cluster.copying import Copies, compare_pairs, pair_up, sort_shared
from tawatur.cluster.linking import gather_stories
from tawatur.cluster.naming import link_names, sort_names
from tawatur.cluster.output import Output
from tawatur.cluster.parts import BLOCK, Part, plan_parts
from tawatur.cluster.reading import Shelf, read_part
from tawatur.cluster.repeats import find_repeats, write_without
from tawatur.cluster.shuffling import Shuffled
from tawatur.cluster.sketching import Tied, sketch_shelf, tie_sketches
from tawatur.errors import RequestError

Step = Callable[[str, int], None]


class Summary(msgspec.Struct, frozen=True):
    """What a batch came to; of its ``tasks``, ``reused`` had been finished by an earlier run."""

    articles: int
    stories: int
    refused: tuple[tuple[str, str], ...]
    tasks: int
    reused: int


def silent(what: str, done: int) -> None:
    """A step that tells nobody."""


def batch(
    inputs: Sequence[str], out: str, scheduler: str | None = None, step: Step = silent, block: int = BLOCK
) -> Summary:
    """Read, link and compare the articles of ``inputs``; every table as Parquet under ``out``.

    ``inputs`` are files, folders or globs of JSON Lines, Parquet, WARC or CSV, on disk or at the
    address of an object store; ``out`` is a folder likewise. ``scheduler`` is the address of a
    dask scheduler; without one the cores of this machine are used. JSON Lines are read ``block``
    bytes a task. Each table becomes a folder: ``pandas.read_parquet(f"{out}/statements")``. What
    an earlier run into the same folder finished from the same content is not done again.

    Raises SourceError where an input leads to no file, RequestError where dask is missing.
    """
    parts = plan_parts(inputs, block)
    with connected(scheduler) as client:
        return run(client, parts, Output(out), step)


def run(client: Any, parts: Sequence[Part], output: Output, step: Step = silent) -> Summary:
    """The same for planned parts, on a ``distributed.Client`` that is connected already."""
    shelves = _all(client, step, "parts", read_part, [(part, output) for part in parts])
    repeats = find_repeats(shelves)
    cleaned = _all(
        client, step, "repeats", write_without, [(shelves[i], gone, output) for i, gone in repeats]
    )
    for (i, _), shelf in zip(repeats, cleaned, strict=True):
        shelves[i] = shelf
    copies = _find_copies(client, step, shelves, output)
    meant = _link_names(client, step, shelves, output)
    sketches = _sketch(client, step, shelves, meant, output)
    ties = _tie(client, step, sketches, output)
    gathered = (shelves, _keys(sketches), _keys(ties), _keys(copies), output)
    (linked,) = _all(client, step, "links", gather_stories, [gathered])
    compared = _all(client, step, "stories", compare_group, [(group, output) for group in linked.groups])
    made = [*shelves, *copies, *meant, *sketches, *ties, linked, *compared]
    output.keep_only({task.key for task in made})
    return Summary(
        articles=sum(len(shelf.articles) for shelf in shelves),
        stories=linked.stories,
        refused=tuple(refusal for shelf in shelves for refusal in shelf.refused),
        tasks=len(made),
        reused=sum(task.reused for task in made),
    )


def _find_copies(client: Any, step: Step, shelves: Sequence[Shelf], output: Output) -> list[Copies]:
    """The copies by shelf: fingerprints shuffled into buckets, the pairs of each bucket back to shelves."""
    count, places = len(shelves), tuple(shelf.key for shelf in shelves)
    sort = [(shelf, count, output) for shelf in shelves]
    shared = _keys(_all(client, step, "fingerprints", sort_shared, sort))
    pair = [(bucket, shared, output) for bucket in range(count)]
    pairs = _keys(_all(client, step, "pairs", pair_up, pair))
    compare = [(number, places, pairs, output) for number in range(count)]
    return _all(client, step, "copies", compare_pairs, compare)


def _link_names(client: Any, step: Step, shelves: Sequence[Shelf], output: Output) -> list[Shuffled]:
    """The identities by bucket: names shuffled by what they share, the identities back to shelves."""
    sort = [(shelf, len(shelves), output) for shelf in shelves]
    names = _keys(_all(client, step, "names", sort_names, sort))
    return _all(client, step, "identities", link_names, [(i, names, output) for i in range(len(shelves))])


def _sketch(
    client: Any, step: Step, shelves: Sequence[Shelf], meant: Sequence[Shuffled], output: Output
) -> list[Shuffled]:
    """The sketches by shelf, now that it is known who is meant in its articles."""
    each = [(number, shelf, _keys(meant), output) for number, shelf in enumerate(shelves)]
    return _all(client, step, "sketches", sketch_shelf, each)


def _tie(client: Any, step: Step, sketches: Sequence[Shuffled], output: Output) -> list[Tied]:
    """The ties by bucket: sketches shuffled by their days."""
    each = [(bucket, _keys(sketches), output) for bucket in range(len(sketches))]
    return _all(client, step, "ties", tie_sketches, each)


def _keys(made: Sequence[Any]) -> tuple[str, ...]:
    return tuple(one.key for one in made)


@contextmanager
def connected(scheduler: str | None) -> Iterator[Any]:
    """A client of the scheduler at an address, or of one process for each core of this machine."""
    try:
        from distributed import Client, LocalCluster
    except ImportError as error:
        raise RequestError("a batch needs dask: pip install 'tawatur[cluster]'") from error
    if scheduler:
        with Client(scheduler) as client:
            yield client
        return
    with (
        LocalCluster(threads_per_worker=1, processes=True, dashboard_address=":0") as cluster,
        Client(cluster) as client,
    ):
        yield client


def _all(
    client: Any, step: Step, what: str, task: Callable[..., Any], arguments: Sequence[tuple[Any, ...]]
) -> list[Any]:
    """What ``task`` gives for each of ``arguments``, in their order; done wherever there is room.

    A task is tried again where its worker dies or its storage fails for a moment.
    """
    from distributed import as_completed

    futures = [client.submit(task, *each, pure=False, retries=2) for each in arguments]
    for done, _ in enumerate(as_completed(futures), 1):
        step(what, done)
    return list(client.gather(futures))
