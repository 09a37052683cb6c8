"""What an article costs as the ledger grows; each size in a process of its own, for its memory.

python bench/growth.py SIZE WORKERS     prints one JSON object
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import msgspec
from corpus import articles, write_corpus


class Growth(msgspec.Struct, frozen=True):
    """Seconds and megabytes for a ledger of ``size`` articles built by ``workers`` processes."""

    size: int
    workers: int
    adding: float
    linking: float
    report: float
    again: float
    search: float
    peak: float
    peak_workers: float
    disk: float


def measure_growth(size: int, workers: int) -> Growth:
    """Build a ledger of that size in a fresh process."""
    command = [sys.executable, __file__, str(size), str(workers)]
    done = subprocess.run(command, capture_output=True, check=True)
    return msgspec.json.decode(done.stdout.splitlines()[-1], type=Growth)


def build(size: int, workers: int, folder: Path) -> Growth:
    """Add, link, report, add again, search; the clock around each."""
    from tawatur.flow import add, bring_up_to_date, report
    from tawatur.ledger import Ledger, links

    write_corpus(articles(size), folder / "corpus.jsonl.gz")
    articles.cache_clear()
    seconds = {}

    def timed(name: str, run: object) -> None:
        start = time.perf_counter()
        run()  # type: ignore[operator]
        seconds[name] = time.perf_counter() - start

    with Ledger(folder / "ledger") as ledger:
        timed("adding", lambda: add(ledger, [str(folder / "corpus.jsonl.gz")], workers=workers))
        timed("linking", lambda: bring_up_to_date(ledger))
        largest = links.stories(ledger, limit=1)[0]
        timed("report", lambda: report(ledger, folder / "dossier.html", largest.id))
        timed("again", lambda: add(ledger, [str(folder / "corpus.jsonl.gz")], workers=workers))
        timed("search", lambda: _search(ledger))
    return Growth(
        size=size,
        workers=workers,
        **seconds,
        peak=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        peak_workers=resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024,
        disk=sum(file.stat().st_size for file in (folder / "ledger").rglob("*")) / 2**20,
    )


def _search(ledger: object) -> None:
    """Replaced by the search index where there is one."""


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        print(json.dumps(msgspec.to_builtins(build(int(sys.argv[1]), int(sys.argv[2]), Path(place)))))
