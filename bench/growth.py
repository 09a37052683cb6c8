"""What an article costs as the ledger grows; each size in a process of its own, for its memory.

python bench/growth.py SIZE WORKERS     prints one JSON object
"""

import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
from corpus import articles, write_corpus
from timing import spent, timed

from tawatur.flow import add, bring_up_to_date, report
from tawatur.ledger import Ledger, links
from tawatur.ledger.judgements import judge
from tawatur.model import Article, EntityType, Verdict
from tawatur.web.search import Search, Wanted

WORDS = ("الوزارة", "رئيس الحكومة", "ارتفاع الأسعار", "مباراة", "حادث مرور")
FURTHER = 100
LARGEST = 10_000
"""Articles out of which the ledgers of all sizes are filled, so that the same hundred can follow."""


class Stream(NamedTuple):
    """Files of articles: those a ledger holds, and the hundred that come next."""

    held: Path
    next: Path


class Growth(msgspec.Struct, frozen=True):
    """Seconds and megabytes for a ledger of ``size`` articles built by ``workers`` processes.

    ``further`` is what each of the next hundred costs, added and linked by one process, in seconds
    of its processor, where articles come in any order; ``in_order`` the same where they come in the
    order of their days; ``judging`` what it takes to merge two persons.
    """

    size: int
    workers: int
    adding: float
    linking: float
    further: float
    in_order: float
    judging: float
    report: float
    again: float
    indexing: float
    search: float
    peak: float
    peak_workers: float
    disk: float


def measure_growth(size: int, workers: int) -> Growth:
    """Build a ledger of that size in a fresh process."""
    command = [sys.executable, __file__, str(size), str(workers)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    return msgspec.json.decode(done.stdout.splitlines()[-1], type=Growth)


def build(size: int, workers: int, folder: Path) -> Growth:
    """Add, link, report, add again, index, search; the clock around each."""
    drawn, by_day = streams(size, folder)
    with Ledger(folder / "ledger") as ledger:
        adding = timed(lambda: add(ledger, [str(drawn.held)], workers=workers))
        linking = timed(lambda: bring_up_to_date(ledger))
        further = spent(lambda: add_and_link(ledger, drawn.next)) / FURTHER
        judging = timed(lambda: merge_two(ledger))
        largest = links.stories(ledger, limit=1)[0]
        reporting = timed(lambda: report(ledger, largest.id))
        again = timed(lambda: add(ledger, [str(drawn.held)], workers=workers))
        search = Search(folder / "index")
        indexing = timed(lambda: search.rebuild(ledger.readings(), "bench"))
    asking = timed(lambda: [search.find(Wanted(words=words)) for words in WORDS]) / len(WORDS)
    peak, peak_workers = (
        resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return Growth(
        size=size,
        workers=workers,
        adding=adding,
        linking=linking,
        further=further,
        in_order=next_in_order(by_day, workers, folder / "by_day"),
        judging=judging,
        report=reporting,
        again=again,
        indexing=indexing,
        search=asking,
        peak=peak,
        peak_workers=peak_workers,
        disk=sum(file.stat().st_size for file in (folder / "ledger").rglob("*")) / 2**20,
    )


def streams(size: int, folder: Path) -> tuple[Stream, Stream]:
    """Articles drawn at random, and those of the last days; the same next hundred whatever the size."""
    drawn = articles(max(size, LARGEST) + FURTHER)
    by_day = sorted(drawn, key=lambda article: (article.published or "", article.id))
    written = (
        _written(drawn[:size], drawn[-FURTHER:], folder / "drawn"),
        _written(by_day[-size - FURTHER : -FURTHER], by_day[-FURTHER:], folder / "by_day"),
    )
    articles.cache_clear()
    return written


def _written(held: Sequence[Article], following: Sequence[Article], folder: Path) -> Stream:
    folder.mkdir()
    stream = Stream(folder / "held.jsonl.gz", folder / "next.jsonl")
    write_corpus(held, stream.held)
    write_corpus(following, stream.next)
    return stream


def next_in_order(stream: Stream, workers: int, folder: Path) -> float:
    """What each of the next hundred costs a ledger that has been filled in the order of days."""
    with Ledger(folder / "ledger") as ledger:
        add(ledger, [str(stream.held)], workers=workers)
        bring_up_to_date(ledger)
        return spent(lambda: add_and_link(ledger, stream.next)) / FURTHER


def add_and_link(ledger: Ledger, corpus: Path) -> None:
    """Add a corpus by one process and link it."""
    add(ledger, [str(corpus)], workers=1)
    bring_up_to_date(ledger)


def merge_two(ledger: Ledger) -> None:
    """Judge two persons the same and bring the links up to date."""
    (one, _), (other, _) = links.identity_names(ledger, EntityType.PERSON)[:2]
    judge(ledger, one, Verdict.SAME, by="bench", other=other)
    bring_up_to_date(ledger)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        print(json.dumps(msgspec.to_builtins(build(int(sys.argv[1]), int(sys.argv[2]), Path(place)))))
