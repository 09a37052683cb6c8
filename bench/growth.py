"""What an article costs as the ledger grows; each size in a process of its own, for its memory.

python bench/growth.py SIZE WORKERS     prints one JSON object
"""

import json
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

import msgspec
from corpus import articles, write_corpus
from timing import spent, timed

from tawatur.flow import add, bring_up_to_date, report
from tawatur.ledger import Ledger, links
from tawatur.ledger.judgements import judge
from tawatur.model import EntityType, Verdict
from tawatur.web.search import Search, Wanted

WORDS = ("الوزارة", "رئيس الحكومة", "ارتفاع الأسعار", "مباراة", "حادث مرور")


FURTHER = 100


class Growth(msgspec.Struct, frozen=True):
    """Seconds and megabytes for a ledger of ``size`` articles built by ``workers`` processes.

    ``further`` is what each of the next hundred costs, added and linked by one process, in seconds
    of its processor; ``judging`` what it takes to merge two persons.
    """

    size: int
    workers: int
    adding: float
    linking: float
    further: float
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
    corpus, more = folder / "corpus.jsonl.gz", folder / "more.jsonl"
    chosen = articles(size + FURTHER)
    write_corpus(chosen[:size], corpus)
    write_corpus(chosen[size:], more)
    del chosen
    articles.cache_clear()
    with Ledger(folder / "ledger") as ledger:
        adding = timed(lambda: add(ledger, [str(corpus)], workers=workers))
        linking = timed(lambda: bring_up_to_date(ledger))
        further = spent(lambda: add_and_link(ledger, more))
        judging = timed(lambda: merge_two(ledger))
        largest = links.stories(ledger, limit=1)[0]
        reporting = timed(lambda: report(ledger, largest.id))
        again = timed(lambda: add(ledger, [str(corpus)], workers=workers))
        search = Search(folder / "index")
        indexing = timed(lambda: search.rebuild(ledger.readings(), "bench"))
    asking = timed(lambda: [search.find(Wanted(words=words)) for words in WORDS]) / len(WORDS)
    return Growth(
        size=size,
        workers=workers,
        adding=adding,
        linking=linking,
        further=further / FURTHER,
        judging=judging,
        report=reporting,
        again=again,
        indexing=indexing,
        search=asking,
        peak=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        peak_workers=resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024,
        disk=sum(file.stat().st_size for file in (folder / "ledger").rglob("*")) / 2**20,
    )


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
