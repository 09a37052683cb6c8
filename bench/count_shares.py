"""Count in how many articles of a corpus each word stands, for ``lexicon/upstream/shares.txt``.

    python bench/count_shares.py CORPUS.jsonl.gz > src/tawatur/lexicon/upstream/shares.txt

Each line: a share of the articles and the light stems found in about that share of them
(within a factor of two), rarer ones left out.
"""

import gzip
import json
import sys
from collections import Counter, defaultdict

from tawatur.text import light_stem, tokenise

RAREST = 0.002


def main() -> None:
    """Print the shares, the largest first."""
    counts: Counter[str] = Counter()
    articles = 0
    with gzip.open(sys.argv[1], "rt", encoding="utf-8") as lines:
        for line in lines:
            articles += 1
            forms = set(tokenise(json.loads(line)["text"]).forms)
            counts.update({light_stem(form) for form in forms if len(form) > 1 and form[0].isalpha()})
    rows: defaultdict[float, list[str]] = defaultdict(list)
    for stem, count in counts.items():
        share = 0.5
        while share > count / articles:
            share /= 2
        if share >= RAREST / 2 and count / articles >= RAREST:
            rows[share].append(stem)
    for share in sorted(rows, reverse=True):
        print(f"{share:.4f}\t{' '.join(sorted(rows[share]))}")


if __name__ == "__main__":
    main()
