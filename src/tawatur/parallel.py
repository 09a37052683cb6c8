"""Reading many articles on all cores, in order, a bounded number at a time."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context

from tawatur.finders.repeats import NO_REPEATS, Repeats
from tawatur.intake import Refusal
from tawatur.lexicon import load_lexicon
from tawatur.model import Article, Reading
from tawatur.reading import read_article

BATCH = 24
"""Articles a worker is handed at once."""


def read_many(
    articles: Iterable[Article | Refusal], workers: int | None = None, repeats: Repeats = NO_REPEATS
) -> Iterator[Reading | Refusal]:
    """The readings of ``articles`` in their order; what was refused passes through.

    ``workers`` processes share the work, by default one a core; few articles are read here,
    without any. ``repeats`` are the lines that outlets were learned to repeat. An article whose
    reading fails is refused, and the run goes on.
    """
    workers = workers or os.cpu_count() or 1
    articles = iter(articles)
    head = list(islice(articles, BATCH))
    if workers == 1 or len(head) < BATCH:
        yield from _read_batch(head, repeats)
        yield from (reading for batch in _batches(articles) for reading in _read_batch(batch, repeats))
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=load_lexicon) as pool:
        try:
            yield from _in_order(
                lambda batch: pool.submit(_read_batch, batch, repeats), head, articles, ahead=2 * workers
            )
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _in_order(
    read: Callable[[list[Article | Refusal]], Future[list[Reading | Refusal]]],
    head: list[Article | Refusal],
    articles: Iterator[Article | Refusal],
    ahead: int,
) -> Iterator[Reading | Refusal]:
    waiting: deque[Future[list[Reading | Refusal]]] = deque([read(head)])
    for batch in _batches(articles):
        waiting.append(read(batch))
        if len(waiting) > ahead:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


def _read_batch(batch: list[Article | Refusal], repeats: Repeats) -> list[Reading | Refusal]:
    return [item if isinstance(item, Refusal) else _read(item, repeats) for item in batch]


def _read(article: Article, repeats: Repeats) -> Reading | Refusal:
    try:
        return read_article(article, repeats)
    except Exception as error:  # one article must not stop the others, whatever is wrong with it
        return Refusal(article.place or article.id, f"cannot be read: {type(error).__name__}: {error}")


def _batches(articles: Iterator[Article | Refusal]) -> Iterator[list[Article | Refusal]]:
    while batch := list(islice(articles, BATCH)):
        yield batch
