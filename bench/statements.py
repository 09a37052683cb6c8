"""How fast statements are found: megabytes of text a second on one core, statements alone.

python bench/statements.py [CORPUS.jsonl[.gz]] [--megabytes N]
"""

import argparse
import gzip
import json
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from tawatur.finders.blocks import find_blocks
from tawatur.finders.mentions import find_mentions
from tawatur.finders.statements import find_statements
from tawatur.finders.times import find_times
from tawatur.lexicon import load_lexicon
from tawatur.model import Article
from tawatur.text import segment

CORPUS = Path(__file__).resolve().parents[2] / "shared/corpora/antcorpus.jsonl.gz"


def main() -> None:
    """Print megabytes, statements and megabytes a second."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("corpus", nargs="?", type=Path, default=CORPUS)
    options.add_argument("--megabytes", type=float, default=3.0)
    asked = options.parse_args()
    lexicon = load_lexicon()
    prepared, size = [], 0
    for article in articles(asked.corpus):
        document = segment(article)
        body = document.body(find_blocks(document, lexicon.page))
        prepared.append((body, find_mentions(body, lexicon.names), find_times(body, lexicon.calendar)))
        size += len(article.text.encode())
        if size > asked.megabytes * 1e6:
            break
    find_all(prepared[:50], lexicon.speech)
    began = time.process_time()
    found = find_all(prepared, lexicon.speech)
    took = time.process_time() - began
    print(f"{size / 1e6:.2f} MB, {found} statements, {took:.2f} s, {size / 1e6 / took:.2f} MB/s")


def find_all(prepared: list, speech) -> int:  # type: ignore[no-untyped-def, type-arg]
    """How many statements all documents hold."""
    return sum(len(find_statements(body, speech, entities, times)) for body, entities, times in prepared)


def articles(corpus: Path) -> Iterator[Article]:
    """The articles of a corpus file, gzipped or not."""
    with gzip.open(corpus, "rt") if corpus.suffix == ".gz" else corpus.open(encoding="utf-8") as lines:
        for number, line in enumerate(islice(lines, 20_000)):
            record = json.loads(line)
            yield Article(id=str(number), text=record["text"], published=record.get("published"))


if __name__ == "__main__":
    main()
