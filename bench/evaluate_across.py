"""Score what is found across articles against the development keys.

    python bench/evaluate_across.py [SET …] [--errors]

The set ``floods`` is kept aside: give it by name only to report its figures.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import msgspec
from evaluate import SHARED, article

from tawatur.export.situation import situation_record
from tawatur.lexicon import load_lexicon
from tawatur.reading import read_article
from tawatur.situation import situate

OPEN = ("seeds-0-2", "articles", "bombing")


def main() -> None:
    """Print the figures of each set."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("sets", nargs="*", default=OPEN)
    options.add_argument("--errors", action="store_true")
    asked = options.parse_args()
    for name in asked.sets:
        figures, errors = scored(name, SHARED)
        print(f"== {name}")
        for row in errors if asked.errors and name != "floods" else ():
            print(*row, sep="\t")
        for key, value in figures.items():
            print(f"{key:20s} {value:.3f}")


def figures_of(name: str, shared: Path) -> dict[str, float]:
    """The figures of one set by name."""
    return scored(name, shared)[0]


def scored(name: str, shared: Path) -> tuple[dict[str, float], list[Any]]:
    """The figures of one set, and the scorer's list of errors."""
    sys.path.insert(0, str(shared / "score"))
    from score_cross import score  # type: ignore[import-not-found]

    lines = (shared / f"gold/dev-cross/{name}.corpus.jsonl").read_text(encoding="utf-8").splitlines()
    readings = [read_article(article(json.loads(line))) for line in lines if line]
    record = json.loads(msgspec.json.encode(situation_record(situate(readings, load_lexicon()))))
    gold = json.loads((shared / f"gold/dev-cross/{name}.json").read_text(encoding="utf-8"))
    held = {reading.article.id for reading in readings}
    documents = [json.loads(file.read_bytes()) for file in sorted((shared / "gold/dev").glob("*.json"))]
    figures, errors = score(gold, record, [document for document in documents if document["id"] in held])
    return figures, errors


if __name__ == "__main__":
    main()
