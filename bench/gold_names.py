"""Statements as they would be with the answer key's own names: what they lose by themselves.

    python bench/gold_names.py [FOLDER]

FOLDER holds `gold/` and `corpus.jsonl`; without it the development gold is read, its open slice
apart from the one kept aside.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from evaluate import SHARED, article, is_aside

from tawatur.export.readings import reading_record
from tawatur.finders.blocks import find_blocks
from tawatur.finders.mentions import find_mentions
from tawatur.finders.statements import find_statements
from tawatur.finders.times import find_times
from tawatur.lexicon import load_lexicon
from tawatur.model import Article, Entity, EntityType, Mention, Reading
from tawatur.text import segment


def main() -> None:
    """Print the figures of statements with the names of the key."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", nargs="?", type=Path)
    folder = options.parse_args().folder
    sys.path.insert(0, str(SHARED / "score"))
    from score import load, score  # type: ignore[import-not-found]

    gold = load(folder / "gold" if folder else SHARED / "gold/dev")
    corpus = folder / "corpus.jsonl" if folder else SHARED / "gold/dev-corpus.jsonl"
    lines = corpus.read_text(encoding="utf-8").splitlines()
    articles = [article(json.loads(line)) for line in lines if line]
    found = {item.id: reading_with(item, gold[item.id]) for item in articles if item.id in gold}
    slices = {
        "open": {i: key for i, key in gold.items() if not is_aside(i)},
        "aside": {i: key for i, key in gold.items() if is_aside(i)},
        "all": gold,
    }
    figures = {
        name: score(keys, found)[0] for name, keys in slices.items() if (keys and not folder) or name == "all"
    }
    print(f"{'':24}" + "".join(f"{name:>8}" for name in figures))
    for key in figures["all"]:
        if key.startswith("statements"):
            print(f"{key:24}" + "".join(f"{figures[name][key]:8.3f}" for name in figures))


def reading_with(item: Article, key: dict[str, Any]) -> dict[str, Any]:
    """The statements of an article with the key's names, each with the facts found at its places."""
    lexicon = load_lexicon()
    document = segment(item)
    blocks = find_blocks(document, lexicon.page)
    body = document.body(blocks)
    told = find_mentions(body, lexicon.names)
    entities = tuple(entity_of(named, told) for named in key["entities"])
    times = find_times(body, lexicon.calendar)
    statements = find_statements(body, lexicon.speech, entities, times)
    return reading_record(Reading(item, blocks, entities, times, (), statements, ()))


def entity_of(key: dict[str, Any], told: tuple[Entity, ...]) -> Entity:
    """An entity of the key with the facts of those found at one of its mentions."""
    mentions = tuple(Mention(m["start"], m["end"], "gold") for m in key["mentions"])
    places = {(m.start, m.end) for m in mentions}
    facts = {
        fact
        for entity in told
        if any((mention.start, mention.end) in places for mention in entity.mentions)
        for fact in entity.facts
    }
    return Entity(key["id"], EntityType(key["type"]), key["name"], mentions, facts=tuple(facts))


if __name__ == "__main__":
    main()
