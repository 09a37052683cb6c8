"""Feed damaged and hostile inputs to every reader and finder, and see that nothing breaks.

    python bench/fuzz.py [--inputs N] [--first I] [--workers W] [--seconds S] [--keep DIR]

Input number i is always the same bytes, so ``--first i --inputs 1`` runs a finding again. An
input fails when something other than an error of Tawatur comes out, when what is found does not
fit the text, or when it takes longer than ``--seconds``. Failing inputs are kept in ``--keep``.
"""

import argparse
import io
import json
import os
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import hostile
import msgspec

from tawatur.errors import TawaturError
from tawatur.export.readings import reading_record
from tawatur.intake import Limits, Refusal, read_page, read_page_fast
from tawatur.intake.archives import read_archive
from tawatur.intake.contents import read_contents
from tawatur.intake.documents import read_pdf
from tawatur.intake.feeds import is_listing, read_listing
from tawatur.intake.lines import read_json_lines
from tawatur.intake.robots import parse_robots
from tawatur.intake.sheets import read_sheet
from tawatur.intake.texts import read_text
from tawatur.intake.web import entry_article
from tawatur.lexicon import load_lexicon
from tawatur.model import Article, Reading
from tawatur.reading import annotate
from tawatur.text import segment

LIMITS = Limits(article_bytes=1_000_000, page_bytes=1_000_000, letters=200_000)
BATCH = 500
LONGEST = 4_000
Read = Callable[[bytes], Iterator[Article | Refusal]]


def readings_of(number: int) -> Iterator[Reading]:
    """Whatever can be read from input ``number``, read by every finder."""
    random_ = random.Random(number)
    shape = SHAPES[number % len(SHAPES)]
    for article in shape(random_):
        yield annotate(segment(article), load_lexicon())


def text_input(random_: random.Random) -> Iterator[Article]:
    """Text of sentences, hostile pieces and random letters, straight to the finders."""
    text = hostile.mangled_text(random_)
    yield Article(id="f", text=text, title=random_.choice([None, text[:40]]), published="2024-10-23")


def file_input(random_: random.Random) -> Iterator[Article]:
    """Damaged bytes of some kind of file, to the reader of that kind or to another."""
    make = random_.choice(FILES)
    data = hostile.damaged(make(random_), random_)
    read = random_.choice([READERS[make], READERS[make], *READERS.values()])
    try:
        for item in read(data):
            if isinstance(item, Article):
                yield msgspec.structs.replace(item, text=item.text[:LONGEST])
            elif not isinstance(item, Refusal):
                raise AssertionError(f"a reader gave {type(item)}")
    except TawaturError:
        return


def read_feed(data: bytes) -> Iterator[Article]:
    if is_listing(data):
        for entry in read_listing(data, "f", LIMITS).entries:
            yield entry_article(entry, "f", LIMITS)


def read_robots(data: bytes) -> Iterator[Article]:
    parse_robots(data.decode("utf-8", errors="replace"), "tawatur").allows("/aab?b")
    yield from ()


def read_pages(data: bytes) -> Iterator[Article]:
    yield read_page(data, "f", "http://a.b/2024/10/23/", LIMITS)
    yield read_page_fast(data, "f", None, LIMITS)


READERS: dict[Callable[[random.Random], bytes], Read] = {
    hostile.plain_file: lambda data: iter([read_text(data, "f", LIMITS)]),
    hostile.lines_file: lambda data: read_json_lines(io.BytesIO(data), "f", LIMITS),
    hostile.table_file: lambda data: read_sheet(io.BytesIO(data), "f", LIMITS),
    hostile.page_file: read_pages,
    hostile.feed_file: read_feed,
    hostile.sitemap_file: read_feed,
    hostile.archive_file: lambda data: read_archive(io.BytesIO(data), "f", LIMITS),
    hostile.robots_file: read_robots,
    hostile.pdf_file: lambda data: iter([read_pdf(data, "f", LIMITS)]),
    hostile.packed_file: lambda data: read_contents(io.BytesIO(data), "f", LIMITS),
}
FILES = tuple(READERS)
SHAPES = (text_input, file_input)


def check(number: int) -> None:
    """Run one input; raises AssertionError where a reading does not fit its text."""
    for reading in readings_of(number):
        text = reading.article.text
        for block in reading.blocks:
            assert text[block.start : block.end].strip(), "a block is blank"
        spans = [
            *((item.start, item.end) for item in reading.times),
            *((item.start, item.end) for item in reading.quantities),
            *((item.start, item.end) for item in reading.events),
            *((span.start, span.end) for one in reading.statements for span in (one.cue, *one.content)),
        ]
        for start, end in spans:
            assert 0 <= start < end <= len(text), f"{start}-{end} lies outside the text"
        ids = {entity.id for entity in reading.entities}
        assert len(ids) == len(reading.entities), "two entities have one id"
        json.dumps(reading_record(reading), allow_nan=False)


def failure(number: int, seconds: int) -> str | None:
    """What went wrong with one input, None if nothing did."""
    try:
        with time_limit(seconds):
            check(number)
    except Exception:
        return traceback.format_exc()
    except BaseException as error:
        return f"{type(error).__name__}: {error}"
    return None


@contextmanager
def time_limit(seconds: int) -> Iterator[None]:
    """Raises TimeoutError inside the block once it has run so long."""

    def stop(_: int, __: FrameType | None) -> None:
        raise TimeoutError(f"took longer than {seconds} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def batch(first: int, count: int, seconds: int) -> list[tuple[int, str]]:
    """The failures among ``count`` inputs."""
    return [
        (number, problem) for number in range(first, first + count) if (problem := failure(number, seconds))
    ]


def run(inputs: int, first: int, workers: int, seconds: int) -> Iterator[tuple[int, list[tuple[int, str]]]]:
    """How many inputs are done, and the failures among the last of them, batch after batch."""
    starts = range(first, first + inputs, BATCH)
    sizes = [min(BATCH, first + inputs - start) for start in starts]
    done = 0
    with ProcessPoolExecutor(workers) as pool:
        for size, failures in zip(sizes, pool.map(batch, starts, sizes, [seconds] * len(sizes)), strict=True):
            done += size
            yield done, failures


def main() -> int:
    """Run the inputs and tell of the failures; exit status 1 if there are any."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--inputs", type=int, default=10_000)
    options.add_argument("--first", type=int, default=0)
    options.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    options.add_argument("--seconds", type=int, default=10)
    options.add_argument("--keep", type=Path, default=Path("build/fuzz"))
    asked = options.parse_args()
    begun, failed = time.monotonic(), 0
    for done, failures in run(asked.inputs, asked.first, asked.workers, asked.seconds):
        failed += len(failures)
        for number, problem in failures:
            asked.keep.mkdir(parents=True, exist_ok=True)
            (asked.keep / f"{number}.txt").write_text(problem, encoding="utf-8", errors="replace")
            print(f"input {number}: {problem.strip().splitlines()[-1]}", file=sys.stderr)
        if sys.stderr.isatty():
            print(f"\r{done:,} inputs, {failed} failed", end="", file=sys.stderr)
    print(f"{asked.inputs:,} inputs in {time.monotonic() - begun:,.0f} s, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
