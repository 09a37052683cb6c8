"""Score what is found across articles against the development keys.

    python bench/evaluate_across.py [SET …] [--errors]

The set ``floods`` is kept aside: give it by name only to report its figures.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

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
        print(f"== {name}", flush=True)
        score_set(name, errors=asked.errors and name != "floods")


def score_set(name: str, *, errors: bool) -> None:
    """Build the situation of one set in memory and hand it to the scorer."""
    lines = (SHARED / f"gold/dev-cross/{name}.corpus.jsonl").read_text(encoding="utf-8").splitlines()
    readings = [read_article(article(json.loads(line))) for line in lines if line]
    record = situation_record(situate(readings, load_lexicon()))
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "ledger.json"
        ledger.write_bytes(msgspec.json.encode(record))
        scorer = [sys.executable, SHARED / "score/score_cross.py", SHARED / f"gold/dev-cross/{name}.json"]
        more = ["--docs", SHARED / "gold/dev"] + (["--errors"] if errors else [])
        subprocess.run([*map(str, scorer), str(ledger), *map(str, more)], check=True)


if __name__ == "__main__":
    main()
