"""Score which spellings are taken for one name against the peers' pairs.

python bench/names.py [--errors KIND]
"""

import argparse
import json
from collections import Counter
from pathlib import Path

from tawatur.lexicon import load_lexicon
from tawatur.text.name_key import is_same_name

PAIRS = Path(__file__).resolve().parents[2] / "shared/peers/names/pairs.jsonl"


def main() -> None:
    """Print the share of right answers, whole and by kind of pair."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--errors", default="")
    asked = options.parse_args()
    native = load_lexicon().names.native
    right: Counter[str] = Counter()
    count: Counter[str] = Counter()
    for line in PAIRS.read_text(encoding="utf-8").splitlines():
        pair = json.loads(line)
        kind = f"{'same' if pair['same'] else 'different'} {pair['kind']}"
        count[kind] += 1
        if is_same_name(pair["a"], pair["b"], native) == pair["same"]:
            right[kind] += 1
        elif pair["kind"] == asked.errors:
            print(pair["a"], pair["b"], pair["same"], sep="\t")
    print(f"accuracy {right.total() / count.total():.3f}")
    for kind, many in count.most_common():
        print(f"{kind:24}{many:6}{right[kind] / many:8.3f}")


if __name__ == "__main__":
    main()
