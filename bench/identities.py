"""Score which mentions of all gold documents together are taken for one entity.

    python bench/identities.py [--errors] [--speed]

Pairs of mentions in one document or two, as ``score_cross.py --docs`` counts them, for the open
documents, those kept aside, and all. ``--errors`` lists open pairs of spellings only. ``--speed`` links the
names of 30,000 articles, the corpus three times over, and prints seconds of one core.
"""

import argparse
import json
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import msgspec
from corpus import articles
from evaluate import SHARED, article, is_aside

from tawatur.finders.mentions import find_mentions
from tawatur.lexicon import Lexicon, load_lexicon
from tawatur.linking.entities import link_entities
from tawatur.model import Article, Reading
from tawatur.reading import read_article
from tawatur.text import segment

Groups = dict[str, list[tuple[str, int, int]]]


def main() -> None:
    """Print precision, recall and F1 of the three sets of documents."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--errors", action="store_true")
    options.add_argument("--speed", action="store_true")
    asked = options.parse_args()
    if asked.speed:
        measure(30_000)
        return
    sys.path.insert(0, str(SHARED / "score"))
    from score import load  # type: ignore[import-not-found]

    gold = load(SHARED / "gold/dev")
    lines = (SHARED / "gold/dev-corpus.jsonl").read_text(encoding="utf-8").splitlines()
    records = {record["id"]: record for record in map(json.loads, lines)}
    for name, ids in {
        "open": [i for i in gold if not is_aside(i)],
        "aside": [i for i in gold if is_aside(i)],
        "all": list(gold),
    }.items():
        score(
            {i: gold[i] for i in ids},
            {i: records[i] for i in ids},
            name,
            errors=asked.errors and name == "open",
        )


def score(gold: dict[str, Any], records: dict[str, Any], name: str, *, errors: bool) -> None:
    """Link the entities of some documents and count right pairs."""
    from score_cross import pair_f1  # type: ignore[import-not-found]

    wanted: Groups = {}
    for document in gold.values():
        for entity in document["entities"]:
            wanted.setdefault(entity["id"], []).extend(
                (document["id"], m["start"], m["end"]) for m in entity["mentions"]
            )
    readings = [read_article(article(record)) for record in records.values()]
    found = link_entities(readings, load_lexicon().names)
    groups = [[(p.article, p.start, p.end) for p in identity.mentions] for identity in found]
    universe = [place for group in wanted.values() for place in group]
    (p, r, f), missed, extra = pair_f1(list(wanted.values()), groups, universe)
    print(f"{name:8}p {p:.3f}  r {r:.3f}  f1 {f:.3f}")
    for label, pairs in (("missed", missed), ("extra", extra)) if errors else ():
        spelt = Counter(tuple(records[d]["text"][s:e] for d, s, e in pair) for pair in pairs)
        for spellings, count in spelt.most_common(40):
            print(label, count, *spellings, sep="\t")


def measure(count: int) -> None:
    """Print how long linking the names of ``count`` articles takes."""
    lexicon = load_lexicon()
    readings = [reading(one, lexicon) for one in articles(10_000)]
    times = -(-count // len(readings))
    copies = [renamed(one, i) for i in range(times) for one in readings][:count]
    start = time.process_time()
    found = link_entities(copies, lexicon.names)
    seconds = time.process_time() - start
    entities = sum(len(one.entities) for one in copies)
    print(f"{count} articles, {entities} entities, {len(found)} identities: {seconds:.1f} s of one core")


def reading(one: Article, lexicon: Lexicon) -> Reading:
    """The names of an article and nothing else."""
    return Reading(one, entities=find_mentions(segment(one), lexicon.names))


def renamed(one: Reading, i: int) -> Reading:
    """The reading as of another article."""
    article = msgspec.structs.replace(one.article, id=f"{one.article.id}-{i}")
    return msgspec.structs.replace(one, article=article)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    main()
