"""How quickly the app answers, side by side with SQLite's own full-text search.

    python bench/web.py LEDGER [--rounds N]

The app runs in a process of its own over a ledger that stands already (`tawatur add … --ledger
LEDGER`); requests go over loopback one after the other. The same words are asked of an FTS5 table
of the same texts in this process, without a server in between, so the comparison favours FTS5.
"""

import argparse
import json
import random
import sqlite3
import statistics
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

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
    with serving(asked.ledger) as address:
        with Ledger(asked.ledger) as ledger:
            stories = links.stories(ledger, 50)
            some = chance.sample([article.id for article in ledger.articles()], 50)
        rows = {
            "search, JSON": [
                f"{address}/api/search?words={query}" for query in map(urllib.parse.quote, queries)
            ],
            "search, page": [f"{address}/search?words={query}" for query in map(urllib.parse.quote, queries)],
            "story page, first time": [f"{address}/stories/{story.id}" for story in stories],
            "story page, again": [f"{address}/stories/{story.id}" for story in stories] * 2,
            "article page": [f"{address}/articles/{key_of(key)}" for key in some],
            "list of stories": [f"{address}/?page={number}" for number in range(1, 50)],
        }
        print(f"{len(texts):,} articles; milliseconds, median and 95th percentile")
        for name, addresses in rows.items():
            report(name, [timed(lambda a=a: fetch(a)) for a in addresses])  # type: ignore[misc]
    report("search, FTS5 in process", fts5(texts, queries))


def words(chance: random.Random, texts: list[str]) -> str:
    """One to three words of a text."""
    found = [word for word in chance.choice(texts).split() if len(word) > 3 and word.isalpha()] or ["خبر"]
    return " ".join(chance.sample(found, min(len(found), chance.randint(1, 3))))


def fts5(texts: list[str], queries: list[str]) -> list[float]:
    """The same queries asked of FTS5, twenty answers each in order of bm25."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE articles USING fts5(text, tokenize = 'unicode61')")
    database.executemany("INSERT INTO articles VALUES (?)", [(text,) for text in texts])
    ask = "SELECT rowid FROM articles WHERE articles MATCH ? ORDER BY rank LIMIT 20"
    quoted = [" ".join(f'"{word}"' for word in query.split()) for query in queries]
    return [timed(lambda q=q: database.execute(ask, (q,)).fetchall()) for q in quoted]  # type: ignore[misc]


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


def report(name: str, times: list[float]) -> None:
    """One row of the table."""
    ordered = sorted(times)
    high = ordered[min(len(ordered) - 1, int(len(ordered) * _PERCENTILE))]
    print(f"{name:28} {statistics.median(ordered):9.1f} {high:9.1f}   n={len(ordered)}", flush=True)


@contextmanager
def serving(ledger: Path) -> Iterator[str]:
    """The address of the app in a process of its own, once it is up to date."""
    command = [sys.executable, "-m", "tawatur", "serve", "--ledger", str(ledger), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        address = server.stdout.readline().rsplit(" at ", 1)[1].strip().rstrip("/")
        started = time.perf_counter()
        while not is_current(address):
            time.sleep(1)
        print(f"up to date after {time.perf_counter() - started:.0f} s", flush=True)
        try:
            yield address
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
