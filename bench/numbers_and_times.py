"""Quantities and times against dateparser's search and a plain regex of figures, on the same texts.

    python bench/numbers_and_times.py [--kilobytes N]

Prints how right each is on the documents of the development gold and how fast each reads them,
one core, one run. dateparser comes with ``pip install tawatur[bench]``; where it is absent its
rows are left out. It is handed the day of publication and told the language, as a user would.
"""

import argparse
import json
import re
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tawatur.finders.quantities import find_quantities
from tawatur.finders.times import find_times
from tawatur.lexicon import load_lexicon
from tawatur.model import Article
from tawatur.text import Document, segment

SHARED = Path(__file__).resolve().parents[2] / "shared"
FIGURES = re.compile(r"\d+(?:[.,٫٬]\d+)*")
THOUSANDS = re.compile(r"[,٬](?=\d{3})")
POINTS = str.maketrans(",٫", "..")
Records = list[dict[str, Any]]


def by_tawatur(record: dict[str, Any], document: Document) -> tuple[Records, Records]:
    """The times and the quantities that Tawatur finds."""
    lexicon = load_lexicon()
    times = find_times(document, lexicon.calendar)
    quantities = find_quantities(document, lexicon.numbers, outside=times)
    return (
        [{"start": t.start, "end": t.end, "type": t.type.value, "value": t.value} for t in times],
        [
            {"start": q.start, "end": q.end, "low": q.low, "high": q.high, "modifier": q.modifier.value}
            | {"unit": q.unit}
            for q in quantities
        ],
    )


def by_figures(record: dict[str, Any], document: Document) -> tuple[Records, Records]:
    """Every run of figures as a number with the word after it as its unit."""
    text = record["text"]
    found = []
    for match in FIGURES.finditer(text):
        plain = THOUSANDS.sub("", match[0]).translate(POINTS)
        value = float(plain) if plain.count(".") < 2 else None
        following = text[match.end() :].split(maxsplit=1)[:1]
        item = {"low": value, "high": value, "modifier": "exact", "unit": following[0] if following else None}
        found.append({"start": match.start(), "end": match.end(), **item})
    return [], found


def by_dateparser(record: dict[str, Any], document: Document) -> tuple[Records, Records]:
    """What ``dateparser.search`` finds, each at its first place after the one before."""
    search_dates = import_module("dateparser.search").search_dates
    text = record["text"]
    settings: dict[str, Any] = {"RELATIVE_BASE": datetime.fromisoformat(record["published"][:10])}
    found, at = [], 0
    for words, moment in search_dates(text, languages=["ar"], settings=settings) or []:
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            found.append({"start": start, "end": at, "type": "DATE", "value": moment.date().isoformat()})
    return found, []


Reader = Callable[[dict[str, Any], Document], tuple[Records, Records]]
READERS: dict[str, Reader] = {"tawatur": by_tawatur, "figures only": by_figures}
if find_spec("dateparser"):
    READERS["dateparser search"] = by_dateparser


def main() -> None:
    """Print one row a reader: quality on the whole gold, speed on the first kilobytes of it."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--kilobytes", type=int, default=200)
    asked = options.parse_args()
    sys.path.insert(0, str(SHARED / "score"))
    from score import load, score  # type: ignore[import-not-found]

    gold = {
        doc_id: {**document, "layers": ["times", "quantities"]}
        for doc_id, document in load(SHARED / "gold/dev").items()
        if document.get("published")
    }
    records = [record for record in corpus() if record["id"] in gold]
    documents = [segment(Article(**article(record))) for record in records]
    columns = ["times.found.f1", "times.value.f1", "quantities.found.f1", "quantities.value.f1"]
    print(f"{'':20}" + "".join(f"{column:>21}" for column in columns) + f"{'MB/s':>8}")
    for name, reader in READERS.items():
        predicted = {}
        for record, document in zip(records, documents, strict=True):
            times, quantities = reader(record, document)
            predicted[record["id"]] = {"id": record["id"], "times": times, "quantities": quantities}
        figures = score(gold, predicted)[0]
        speed = megabytes_per_second(reader, records, documents, asked.kilobytes * 1000)
        print(f"{name:20}" + "".join(f"{figures[column]:21.3f}" for column in columns) + f"{speed:8.2f}")


def corpus() -> Iterator[dict[str, Any]]:
    """The documents of the development gold."""
    for line in (SHARED / "gold/dev-corpus.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def article(record: dict[str, Any]) -> dict[str, Any]:
    """What an Article takes of a corpus line."""
    return {key: record.get(key) for key in ("id", "text", "outlet", "url", "title", "published")}


def megabytes_per_second(reader: Reader, records: Records, documents: list[Document], most: int) -> float:
    """Megabytes of UTF-8 text a second of processor time, segmentation not counted."""
    size, begun = 0, time.process_time()
    for record, document in zip(records, documents, strict=True):
        reader(record, document)
        size += len(record["text"].encode())
        if size >= most:
            break
    return size / 1e6 / max(time.process_time() - begun, 1e-9)


if __name__ == "__main__":
    main()
