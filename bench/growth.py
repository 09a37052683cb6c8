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
from timing import timed

from tawatur.flow import add, bring_up_to_date, report
from tawatur.ledger import Ledger, links
from tawatur.web.search import Search, Wanted

WORDS = ("الوزارة", "رئيس الحكومة", "ارتفاع الأسعار", "مباراة", "حادث مرور")


class Growth(msgspec.Struct, frozen=True):
    """Seconds and megabytes for a ledger of ``size`` articles built by ``workers`` processes."""

    size: int
    workers: int
    adding: float
    linking: float
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
    corpus = folder / "corpus.jsonl.gz"
    write_corpus(articles(size), corpus)
    articles.cache_clear()
    with Ledger(folder / "ledger") as ledger:
        adding = timed(lambda: add(ledger, [str(corpus)], workers=workers))
        linking = timed(lambda: bring_up_to_date(ledger))
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
        report=reporting,
        again=again,
        indexing=indexing,
        search=asking,
        peak=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        peak_workers=resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024,
        disk=sum(file.stat().st_size for file in (folder / "ledger").rglob("*")) / 2**20,
    )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        print(json.dumps(msgspec.to_builtins(build(int(sys.argv[1]), int(sys.argv[2]), Path(place)))))
