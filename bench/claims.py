"""Tell headlines that agree from headlines that disagree (ANS, one half), by kind of difference.

    python bench/claims.py [--errors KIND]

A pair counts under the kind of the first reason found against it, under ``nothing`` where no word
stands against; ``other`` pairs are left out, as too few to tell.
"""

import argparse
import json
from collections import Counter, defaultdict

from evaluate import SHARED

from tawatur.comparison.texts import Relation, compare_texts
from tawatur.lexicon import load_lexicon


def main() -> None:
    """Print accuracy overall and by kind."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--errors", default="")
    asked = options.parse_args()
    lexicon = load_lexicon()
    lines = (SHARED / "peers/claims/pairs.jsonl").read_text(encoding="utf-8").splitlines()
    right: dict[str, Counter[bool]] = defaultdict(Counter)
    for pair in map(json.loads, lines):
        if pair["label"] == "other":
            continue
        compared = compare_texts(pair["a"], pair["b"], lexicon)
        disagree = compared.relation is Relation.DISAGREE
        kind = compared.reasons[0][0].what if compared.reasons else "nothing"
        holds = disagree == (pair["label"] == "disagree")
        for row in ("all", pair["label"], kind):
            right[row][holds] += 1
        if asked.errors == kind and not holds:
            print(pair["label"], pair["a"], pair["b"], sep="\t")
    for row, counts in right.items():
        print(f"{row:24} {counts[True] / counts.total():.3f} of {counts.total()}")


if __name__ == "__main__":
    main()
