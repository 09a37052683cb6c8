"""Score the stories made of the development articles against their silver labels.

    python bench/stories.py [--errors]

An article without a label is its own story, so whatever is put beside it counts as wrong.
"""

import argparse
import json
from collections import defaultdict
from itertools import combinations

from evaluate import SHARED, article

from tawatur.lexicon import load_lexicon
from tawatur.model import Reading, Story
from tawatur.reading import read_article
from tawatur.situation import link

Pair = tuple[str, str]


def main() -> None:
    """Print precision, recall and F1 over pairs of articles, and what went wrong when asked."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--errors", action="store_true")
    asked = options.parse_args()
    lines = (SHARED / "corpora/dev-articles.jsonl").read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines if line]
    readings = [read_article(article(record)) for record in records]
    gold, found = labelled(records), together(link(readings, load_lexicon()).stories)
    right = len(gold & found)
    precision, recall = right / len(found), right / len(gold)
    if asked.errors:
        show(gold, found, readings)
    print(f"stories.p {precision:.3f}\nstories.r {recall:.3f}")
    print(f"stories.f1 {2 * precision * recall / (precision + recall):.3f}")


def labelled(records: list[dict[str, str]]) -> set[Pair]:
    """The pairs of articles whose label is the same."""
    stories: defaultdict[str, list[str]] = defaultdict(list)
    for record in records:
        if record.get("story"):
            stories[record["story"]].append(record["id"])
    return {pair for articles in stories.values() for pair in combinations(sorted(articles), 2)}


def together(stories: tuple[Story, ...]) -> set[Pair]:
    """The pairs of articles that stand in one story."""
    return {pair for story in stories for pair in combinations(sorted(story.articles), 2)}


def show(gold: set[Pair], found: set[Pair], readings: list[Reading]) -> None:
    """Print the pairs that were missed and those that should not be."""
    titles = {reading.article.id: reading.article.title for reading in readings}
    for what, pairs in (("missed", gold - found), ("extra", found - gold)):
        for one, other in sorted(pairs):
            print(what, one, other, titles[one], titles[other], sep="\t")


if __name__ == "__main__":
    main()
