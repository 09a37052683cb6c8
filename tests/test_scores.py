"""How right Tawatur is, held to floors that only an explicit change of tests/floors.yaml lowers."""

import json
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "bench"))

from evaluate import is_aside, read, readings
from evaluate_across import figures_of
from own import load_own

FLOORS: dict[str, dict[str, float]] = yaml.safe_load(
    (Path(__file__).parent / "floors.yaml").read_text(encoding="utf-8")
)
READING_SETS = [name for name in FLOORS if not name.startswith("across/")]
ACROSS_SETS = [name.removeprefix("across/") for name in FLOORS if name.startswith("across/")]


@pytest.fixture(scope="session")
def scored(shared: Path) -> dict[str, dict[str, float]]:
    """The figures of the development gold, by slice, of our own key, and of the peers' suites."""
    sys.path.insert(0, str(shared / "score"))
    from score import load, score  # type: ignore[import-not-found]

    gold, found = load(shared / "gold/dev"), readings(shared / "gold/dev-corpus.jsonl")
    figures: dict[str, Any] = {
        "open": score({i: g for i, g in gold.items() if not is_aside(i)}, found)[0],
        "aside": score({i: g for i, g in gold.items() if is_aside(i)}, found)[0],
    }
    for name in READING_SETS:
        if name.startswith("own/"):
            documents, records = load_own(name.removeprefix("own/"))
            figures[name] = score(documents, read(records))[0]
        if name.startswith("peers/"):
            predicted = readings(shared / name / "corpus.jsonl")
            figures[name] = score(load(shared / name / "gold.jsonl"), predicted)[0]
    return figures


@pytest.mark.shared
@pytest.mark.parametrize("name", READING_SETS)
def test_readings_reach_their_floors(scored: dict[str, dict[str, float]], name: str) -> None:
    assert below(scored[name], FLOORS[name]) == {}


@pytest.mark.shared
@pytest.mark.parametrize("name", ACROSS_SETS)
def test_what_is_found_across_articles_reaches_its_floors(shared: Path, name: str) -> None:
    assert below(figures_of(name, shared), FLOORS[f"across/{name}"]) == {}


@pytest.mark.shared
def test_the_export_of_a_ledger_is_what_the_scorer_accepts(shared: Path, tmp_path: Path) -> None:
    from tawatur import flow
    from tawatur.export.situation import situation_record
    from tawatur.ledger import Ledger

    with Ledger(tmp_path) as ledger:
        flow.add(ledger, [str(shared / "gold/dev-cross/seeds-0-2.corpus.jsonl")])
    _, situation = flow.look_up(tmp_path)
    record = json.loads(msgspec.json.encode(situation_record(situation)))
    assert [article["id"] for article in record["articles"]] == ["seed-0", "seed-1", "seed-2"]
    sys.path.insert(0, str(shared / "score"))
    from score_cross import score as score_across  # type: ignore[import-not-found]

    gold = json.loads((shared / "gold/dev-cross/seeds-0-2.json").read_text(encoding="utf-8"))
    figures, _ = score_across(gold, record, [])
    assert below(figures, {k: v for k, v in FLOORS["across/seeds-0-2"].items() if "identity" not in k}) == {}


def below(figures: dict[str, float], floors: dict[str, float]) -> dict[str, float]:
    """The figures that do not reach their floor."""
    return {key: figures[key] for key, floor in floors.items() if figures[key] < floor}
