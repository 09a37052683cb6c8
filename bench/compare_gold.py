"""Score what is compared across articles when the readings are the answer key's own.

    python bench/compare_gold.py [SET …] [--errors]

Separates errors of comparison from errors of the finders: entities, quantities, times and
statements come from the development gold, everything across articles from Tawatur. Gold holds no
events and no facts, so dates and identities are not judged here.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import msgspec
from evaluate import SHARED, article
from evaluate_across import OPEN

from tawatur.export.situation import situation_record
from tawatur.lexicon import load_lexicon
from tawatur.model import (
    Block,
    BlockKind,
    Entity,
    EntityType,
    Identity,
    Mention,
    Pointer,
    Quantity,
    Reading,
    Situation,
    Spelling,
    Statement,
    Story,
    Time,
)
from tawatur.situation import Links, combine, compare, link

Record = dict[str, Any]


def gold_reading(record: Record, gold: Record) -> Reading:
    """The answer key of one article as a reading; optional items are left out."""
    return Reading(
        article=article(record),
        blocks=tuple(
            Block(b["start"], b["end"], BlockKind(b["kind"]), "gold") for b in _sure(gold["blocks"])
        ),
        entities=tuple(_entity(entity) for entity in gold["entities"]),
        times=tuple(msgspec.convert({**t, "rule": "gold"}, Time) for t in _sure(gold["times"])),
        quantities=tuple(msgspec.convert({**q, "rule": "gold"}, Quantity) for q in _sure(gold["quantities"])),
        statements=tuple(_statement(s) for s in _sure(gold["statements"])),
    )


def _sure(items: list[Record]) -> list[Record]:
    return [item for item in items if not item.get("optional")]


def _entity(entity: Record) -> Entity:
    mentions = tuple(Mention(m["start"], m["end"], "gold") for m in entity["mentions"])
    return Entity(entity["id"], EntityType(entity["type"]), entity["name"], mentions, known=entity["id"])


def _statement(s: Record) -> Statement:
    return msgspec.convert(
        {**s, "cue": s["cue"], "content": s["content"], "rule": "gold", "via": s.get("via", [])}, Statement
    )


def gold_readings(name: str) -> list[Reading]:
    """The readings of one set of articles, made from their answer keys."""
    lines = (SHARED / f"gold/dev-cross/{name}.corpus.jsonl").read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines if line]
    return [gold_reading(record, _gold(record["id"])) for record in records]


def _gold(document: str) -> Record:
    found: Record = json.loads((SHARED / f"gold/dev/{document}.json").read_text(encoding="utf-8"))
    return found


def gold_situation(name: str) -> Situation:
    """What is compared when names and stories are the answer key's as well."""
    readings = gold_readings(name)
    lexicon = load_lexicon()
    key: Record = json.loads((SHARED / f"gold/dev-cross/{name}.json").read_text(encoding="utf-8"))
    by_id = {reading.article.id: reading for reading in readings}
    told = {article for articles in key.get("stories", []) for article in articles}
    alone = [[article] for article in by_id if article not in told]
    stories = [Story(group[0], tuple(group), group[0]) for group in [*key.get("stories", []), *alone]]
    links = Links(gold_identities(readings), link(readings, lexicon).copies, tuple(stories))
    parts = [compare([by_id[article] for article in story.articles], links, lexicon) for story in stories]
    return combine(parts, Situation(tuple(reading.article for reading in readings), *links_of(links)))


def links_of(links: Links) -> tuple[Any, Any, Any]:
    """The fields of links in order."""
    return links.identities, links.copies, links.stories


def gold_identities(readings: list[Reading]) -> tuple[Identity, ...]:
    """One identity for every entity id of the answer key, the same in every article."""
    found: dict[str, list[tuple[str, Entity]]] = {}
    for reading in readings:
        for entity in reading.entities:
            found.setdefault(entity.id, []).append((reading.article.id, entity))
    return tuple(
        Identity(
            id=key,
            type=named[0][1].type,
            name=named[0][1].name,
            names=(Spelling(named[0][1].name, 1),),
            members=tuple((article, entity.id) for article, entity in named),
            mentions=tuple(Pointer(a, m.start, m.end) for a, entity in named for m in entity.mentions),
        )
        for key, named in sorted(found.items())
    )


def main() -> None:
    """Print the figures of each set."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("sets", nargs="*", default=OPEN)
    options.add_argument("--errors", action="store_true")
    asked = options.parse_args()
    for name in asked.sets:
        print(f"== {name}", flush=True)
        record = situation_record(gold_situation(name))
        with tempfile.TemporaryDirectory() as folder:
            ledger = Path(folder) / "ledger.json"
            ledger.write_bytes(msgspec.json.encode(record))
            scorer = [sys.executable, SHARED / "score/score_cross.py", SHARED / f"gold/dev-cross/{name}.json"]
            more = ["--errors"] if asked.errors else []
            subprocess.run([*map(str, scorer), str(ledger), *more], check=True)


if __name__ == "__main__":
    main()
