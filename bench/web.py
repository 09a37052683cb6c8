"""How quickly the app answers, side by side with SQLite's own full-text search.

    python bench/web.py LEDGER [--rounds N]

The app runs in a process of its own over a ledger that stands already (`tawatur add … --ledger
LEDGER`); requests go over loopback one after the other. The same words are asked of an FTS5 table
of the same texts in this process, without a server in between, so the comparison favours FTS5.
"""

import argparse
import json
import os
import random
import sqlite3
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from tawatur.ledger import Ledger, links
from tawatur.web.addresses import key_of

_PERCENTILE = 0.95


def main() -> None:
    """Measure and print one table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("ledger", type=Path)
    options.add_argument("--rounds", type=int, default=200)
    asked = options.parse_args()
    chance = random.Random(7)
    with Ledger(asked.ledger) as ledger:
        texts = [article.text for article in ledger.articles()]
    queries = [words(chance, texts) for _ in range(asked.rounds)]
    with serving(asked.ledger) as (address, server):
        with Ledger(asked.ledger) as ledger:
            stories = links.stories(ledger, 50)
            some = chance.sample([article.id for article in ledger.articles()], 50)
        print(f"{len(texts):,} articles, the largest story of {len(stories[0].articles)}")
        print(f"{'milliseconds':28} {'median':>9} {'95 %':>9} {'processor':>10}")
        compare_searches(address, server, texts, queries)
        pages = {
            "story page, first time": [f"{address}/stories/{story.id}" for story in stories],
            "story page, again": [f"{address}/stories/{story.id}" for story in stories] * 2,
            "article page": [f"{address}/articles/{key_of(key)}" for key in some],
            "list of stories": [f"{address}/?page={number}" for number in range(1, 50)],
        }
        for name, addresses in pages.items():
            before = processor_time(server)
            times = [timed(lambda a=a: fetch(a)) for a in addresses]  # type: ignore[misc]
            report(name, times, processor_time(server) - before)


def compare_searches(address: str, server: int, texts: list[str], queries: list[str]) -> None:
    """Each query as JSON, as a page and of FTS5, one after the other, so that all meet the same machine."""
    ask = fts5(texts)
    asked: dict[str, Callable[[str], int]] = {
        "search, JSON": lambda q: int(json.loads(fetch(f"{address}/api/search?words={quote(q)}"))["total"]),
        "search, page": lambda q: len(fetch(f"{address}/search?words={quote(q)}")),
        "search, FTS5 in process": ask,
    }
    times: dict[str, list[float]] = {name: [] for name in asked}
    answers = dict.fromkeys(asked, 0)
    before = processor_time(server)
    for query in queries:
        for name, find in asked.items():
            start = time.perf_counter()
            answers[name] += find(query)
            times[name].append((time.perf_counter() - start) * 1000)
    for name, taken in times.items():
        report(name, taken)
    used = (processor_time(server) - before) / len(queries) / 2
    print(f"the server used {used:.1f} ms of processor a search; answers to {len(queries)} queries:", end=" ")
    print(f"{answers['search, JSON']:,} here, {answers['search, FTS5 in process']:,} in FTS5")


def words(chance: random.Random, texts: list[str]) -> str:
    """One to three words of a text."""
    found = [word for word in chance.choice(texts).split() if len(word) > 3 and word.isalpha()] or ["خبر"]
    return " ".join(chance.sample(found, min(len(found), chance.randint(1, 3))))


def fts5(texts: list[str]) -> Callable[[str], int]:
    """Asks an FTS5 table of the texts for twenty answers in order of bm25, and counts all there are."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE articles USING fts5(text, tokenize = 'unicode61')")
    database.executemany("INSERT INTO articles VALUES (?)", [(text,) for text in texts])
    best = "SELECT rowid FROM articles WHERE articles MATCH ? ORDER BY rank LIMIT 20"
    total = "SELECT count(*) FROM articles WHERE articles MATCH ?"

    def ask(query: str) -> int:
        quoted = " ".join(f'"{word}"' for word in query.split())
        database.execute(best, (quoted,)).fetchall()
        return int(database.execute(total, (quoted,)).fetchone()[0])

    return ask


def timed(work: Callable[[], object]) -> float:
    """How many milliseconds some work takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def fetch(address: str) -> bytes:
    """What stands at an address of the app."""
    with urllib.request.urlopen(address, timeout=120) as answer:
        content: bytes = answer.read()
    return content


def report(name: str, times: list[float], processor: float | None = None) -> None:
    """One row of the table; ``processor`` is what the server used for all of them."""
    ordered = sorted(times)
    high = ordered[min(len(ordered) - 1, int(len(ordered) * _PERCENTILE))]
    used = f"{processor / len(times):10.1f}" if processor is not None else " " * 10
    print(f"{name:28} {statistics.median(ordered):9.1f} {high:9.1f} {used}   n={len(ordered)}", flush=True)


def processor_time(process: int) -> float:
    """The milliseconds of processor that a process has used; 0 where the system does not say."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


@contextmanager
def serving(ledger: Path) -> Iterator[tuple[str, int]]:
    """The address of the app once it is up to date, and the number of the process it runs in."""
    command = [sys.executable, "-m", "tawatur", "serve", "--ledger", str(ledger), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        address = server.stdout.readline().rsplit(" at ", 1)[1].strip().rstrip("/")
        started = time.perf_counter()
        while not is_current(address):
            time.sleep(1)
        print(f"up to date after {time.perf_counter() - started:.0f} s", flush=True)
        try:
            yield address, server.pid
        finally:
            server.terminate()


def is_current(address: str) -> bool:
    """Whether the app has linked, indexed and compared everything."""
    try:
        state = json.loads(fetch(f"{address}/api/state"))
        return bool(state["current"] and not state["busy"])
    except OSError:
        return False


if __name__ == "__main__":
    main()
