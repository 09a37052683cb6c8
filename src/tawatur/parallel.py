"""Work on many things on all cores: in their order, a bounded number at a time."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from itertools import chain, islice
from multiprocessing import get_context
from typing import NamedTuple, TypeVar

from tawatur.finders.repeats import NO_REPEATS, Repeats
from tawatur.intake import Refusal
from tawatur.ledger.ledger import TraitsRecord
from tawatur.ledger.lists import batched
from tawatur.lexicon import load_lexicon
from tawatur.model import Article, Reading, Situation
from tawatur.reading import read_article
from tawatur.situation import Links, compare
from tawatur.upkeep.traits import traits_record

BATCH = 24
"""Things a worker is handed at once."""
MANY_STORIES = 500
"""Stories whose comparison is worth the start of other processes."""

T = TypeVar("T")
U = TypeVar("U")


class Prepared(NamedTuple):
    """A reading with the traits by which it will be linked."""

    reading: Reading
    traits: TraitsRecord


def read_many(
    articles: Iterable[Article | Refusal], workers: int | None = None, repeats: Repeats = NO_REPEATS
) -> Iterator[Reading | Refusal]:
    """The readings of ``articles`` in their order; what was refused passes through.

    ``workers`` processes share the work, by default one a core; few articles are read here,
    without any. ``repeats`` are the lines that outlets were learned to repeat. An article whose
    reading fails is refused, and the run goes on.
    """
    return on_all_cores(partial(_read, repeats=repeats), articles, workers)


def prepare_many(
    articles: Iterable[Article | Refusal], workers: int | None = None, repeats: Repeats = NO_REPEATS
) -> Iterator[Prepared | Refusal]:
    """The same with what linking needs to know of each article."""
    return on_all_cores(partial(_prepare, repeats=repeats), articles, workers)


def compare_many(
    stories: Iterable[tuple[list[Reading], Links]], workers: int | None = None
) -> Iterator[Situation]:
    """The comparisons of stories, given by their readings and links, in their order."""
    return on_all_cores(_compare, stories, workers, least=MANY_STORIES)


def on_all_cores(
    work: Callable[[T], U], things: Iterable[T], workers: int | None = None, least: int = BATCH
) -> Iterator[U]:
    """What ``work``, a function of a module, gives for each of ``things``; done here where they are few."""
    workers = workers or os.cpu_count() or 1
    things = iter(things)
    head = list(islice(things, least))
    if workers == 1 or len(head) < least:
        yield from map(work, chain(head, things))
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=load_lexicon) as pool:
        try:
            yield from _in_order(pool, work, batched(chain(head, things), BATCH), ahead=2 * workers)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _in_order(
    pool: ProcessPoolExecutor, work: Callable[[T], U], batches: Iterable[list[T]], ahead: int
) -> Iterator[U]:
    waiting: deque[Future[list[U]]] = deque()
    for batch in batches:
        waiting.append(pool.submit(_each, work, batch))
        if len(waiting) > ahead:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


def _each(work: Callable[[T], U], batch: list[T]) -> list[U]:
    return [work(thing) for thing in batch]


def _read(article: Article | Refusal, repeats: Repeats) -> Reading | Refusal:
    if isinstance(article, Refusal):
        return article
    try:
        return read_article(article, repeats)
    except Exception as error:  # one article must not stop the others, whatever is wrong with it
        return Refusal(article.place or article.id, f"cannot be read: {type(error).__name__}: {error}")


def _prepare(article: Article | Refusal, repeats: Repeats) -> Prepared | Refusal:
    reading = _read(article, repeats)
    return (
        reading if isinstance(reading, Refusal) else Prepared(reading, traits_record(reading, load_lexicon()))
    )


def _compare(story: tuple[list[Reading], Links]) -> Situation:
    return compare(*story, load_lexicon())
