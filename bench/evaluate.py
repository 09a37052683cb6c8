"""Score the readings of the development gold, the slice kept aside apart from the open one.

    python bench/evaluate.py [--errors LAYER] [--own] [--peers] [--json]

``--own`` scores the articles annotated by ourselves too (see own/README.md). ``--errors`` lists what
went wrong in the open slices only: the rest is for figures, never for
reading while rules are written.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec
from own import PARTS, load_own

from tawatur.export.readings import reading_record
from tawatur.model import Article
from tawatur.reading import read_article

SHARED = Path(__file__).resolve().parents[2] / "shared"
FIELDS = ("id", "text", "outlet", "url", "title", "published")
READABLE = {"open", "own open"}
PEERS = ("numbers", "times", "spans", "entities")


def is_aside(document_id: str) -> bool:
    """Whether a gold document belongs to the third that is kept aside."""
    return not document_id.startswith("seed-") and hashlib.sha256(document_id.encode()).digest()[0] % 3 == 0


def readings(corpus: Path) -> dict[str, Any]:
    """The readings of a corpus file by document id."""
    return read(json.loads(line) for line in corpus.read_text(encoding="utf-8").splitlines() if line)


def read(records: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """The readings of corpus records by document id."""
    return {record["id"]: reading_record(read_article(article(record))) for record in records}


def article(record: dict[str, Any]) -> Article:
    """The article of one corpus line."""
    return msgspec.convert({key: record.get(key) for key in FIELDS}, Article)


def main() -> None:
    """Print the figures of both slices side by side, and of the peers' suites when asked."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--errors", default="")
    options.add_argument("--own", action="store_true")
    options.add_argument("--peers", action="store_true")
    options.add_argument("--json", action="store_true")
    asked = options.parse_args()
    sys.path.insert(0, str(SHARED / "score"))
    from score import load, score  # type: ignore[import-not-found]

    gold, found = load(SHARED / "gold/dev"), readings(SHARED / "gold/dev-corpus.jsonl")
    slices = {
        "open": {i: g for i, g in gold.items() if not is_aside(i)},
        "aside": {i: g for i, g in gold.items() if is_aside(i)},
        "all": gold,
    }
    scored = {name: score(documents, found) for name, documents in slices.items()}
    for part in PARTS if asked.own else ():
        documents, records = load_own(part)
        scored[f"own {part}"] = score(documents, read(records))
    for name in READABLE & scored.keys():
        for layer, rows in scored[name][1].items():
            for row in rows if asked.errors in (layer, "all") else ():
                print(layer, *row, sep="\t")
    figures = {name: result[0] for name, result in scored.items()}
    if asked.peers:
        for peer in PEERS:
            predicted = readings(SHARED / f"peers/{peer}/corpus.jsonl")
            figures[f"peers/{peer}"] = score(load(SHARED / f"peers/{peer}/gold.jsonl"), predicted)[0]
    if asked.json:
        print(json.dumps(figures, indent=1))
        return
    print(f"{'':24}" + "".join(f"{name:>10}" for name in scored))
    for key in figures["all"]:
        print(f"{key:24}" + "".join(f"{figures[name][key]:10.3f}" for name in scored))
    for peer in PEERS if asked.peers else ():
        print(f"peers/{peer}", {key: round(value, 3) for key, value in figures[f"peers/{peer}"].items()})


if __name__ == "__main__":
    main()
