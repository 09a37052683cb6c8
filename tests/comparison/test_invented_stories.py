"""Whole short stories, from their texts to what is set side by side, by the keys of tests/cases/across.

An item marked ``open`` is known to be missed and only watched; one marked ``optional`` is neither asked for
nor wrong.
"""

from typing import Any

import msgspec
import pytest
from invented import NAMES, articles, key

from tawatur.export.situation import situation_record
from tawatur.lexicon import load_lexicon
from tawatur.reading import read_article
from tawatur.situation import situate

Record = dict[str, Any]
every_story = pytest.mark.parametrize("name", NAMES)


@pytest.fixture(scope="module")
def found() -> Record:
    """All stories read and compared in one pile, so that they have to be told apart as well."""
    readings = [read_article(article) for name in NAMES for article in articles(name)]
    record: Record = msgspec.to_builtins(situation_record(situate(readings, load_lexicon())))
    return record


@every_story
def test_each_story_is_a_story_of_its_own(found: Record, name: str) -> None:
    assert key(name)["stories"][0] in found["stories"] or key(name).get("months_apart")


def test_every_claim_measure_and_finding_has_an_id_of_its_own() -> None:
    readings = [read_article(article) for name in NAMES for article in articles(name)]
    situation = situate(readings, load_lexicon())
    for told in (situation.claims, situation.measures, situation.findings):
        ids = [one.id for one in told]
        assert len(set(ids)) == len(ids) > 0


@every_story
def test_conflicts_are_found_between_their_sides(found: Record, name: str) -> None:
    missed = [
        gold["what"]
        for gold in asked(key(name)["conflicts"])
        if not any(sides_met(gold, conflict) > 1 for conflict in found["conflicts"])
    ]
    assert missed == []


@every_story
def test_no_conflict_is_told_that_the_key_does_not_have(found: Record, name: str) -> None:
    gold = key(name)["conflicts"]
    ids = {article.id for article in articles(name)}
    here = [c for c in found["conflicts"] if any(place[0] in ids for side in c["sides"] for place in side)]
    assert [c["what"] for c in here if all(sides_met(g, c) < 2 for g in gold)] == []


@every_story
def test_what_is_corroborated_comes_down_to_its_origins(found: Record, name: str) -> None:
    missed = [
        gold["what"]
        for gold in asked(key(name)["corroborated"])
        if not any(
            touched(gold["statements"], finding["statements"]) > 1
            and finding["independent_origins"] in origins(gold)
            for finding in found["corroborated"]
        )
    ]
    assert missed == []


@every_story
def test_figures_of_one_thing_stand_together_and_of_two_apart(found: Record, name: str) -> None:
    golds = [gold["quantities"] for gold in asked(key(name)["same_measure"])]
    for measure in found["same_measure"]:
        assert sum(touched(gold, measure["quantities"]) > 0 for gold in golds) < 2, measure["what"]
    for gold in golds:
        most = max((touched(gold, measure["quantities"]) for measure in found["same_measure"]), default=0)
        assert len(gold) < 2 or 2 * most > len(gold), gold


@every_story
def test_what_happened_stands_on_its_day(found: Record, name: str) -> None:
    missed = [
        gold["what"]
        for gold in asked(key(name)["timeline"])
        if not any(
            touched(gold["evidence"], line["evidence"]) and line["date"] == gold["date"]
            for line in found["timeline"]
        )
    ]
    assert missed == []


def asked(items: list[Record]) -> list[Record]:
    """The items that must be found."""
    return [item for item in items if not item.get("open") and not item.get("optional")]


def origins(gold: Record) -> set[int]:
    """The numbers of independent origins that are right."""
    return {gold["independent_origins"], *gold.get("independent_origins_alt", [])}


def sides_met(gold: Record, conflict: Record) -> int:
    """How many sides of a conflict of the key one that was found touches."""
    places = [place for side in conflict["sides"] for place in side]
    return sum(touched(side, places) > 0 for side in gold["sides"])


def touched(golds: list[Any], places: list[Any]) -> int:
    """How many places of the key some place found overlaps."""
    return sum(any(_touch(gold, place) for place in places) for gold in golds)


def _touch(one: Any, other: Any) -> bool:
    return bool(one[0] == other[0] and one[1] < other[2] and other[1] < one[2])
