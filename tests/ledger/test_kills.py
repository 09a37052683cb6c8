"""Killed at any moment, a ledger loses nothing that was finished and doubles nothing."""

import json
import os
import random
import signal
import time
from pathlib import Path

import pytest
from kills import begin, ended_by_itself

from tawatur import flow
from tawatur.ledger import Ledger
from tawatur.ledger.checking import problems

KILLS = 300
ARTICLES = 60

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus of short articles, written for this test."""
    file = tmp_path_factory.mktemp("corpus") / "corpus.jsonl"
    lines = [
        {
            "id": f"a{n:02}",
            "outlet": "صحيفة العينة",
            "published": "2024-10-23",
            "text": f"قالت الوزارة إن {n + 3} شاحنات وصلت إلى المدينة.\nونفى المتحدث وقوع أي حادث.",
        }
        for n in range(ARTICLES)
    ]
    file.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    return file


def content(folder: Path) -> list[tuple[object, ...]]:
    """Everything a ledger holds, to compare two of them."""
    with Ledger(folder) as ledger:
        assert problems(ledger) == []
        return ledger.store.rows(
            "SELECT a.*, r.record FROM articles a JOIN readings r ON r.article = a.id ORDER BY a.id"
        )


def test_three_hundred_kills(corpus: Path, tmp_path: Path) -> None:
    with Ledger(tmp_path / "calm") as ledger:
        flow.add(ledger, [str(corpus)], workers=1)
    calm = content(tmp_path / "calm")
    assert len(calm) == ARTICLES
    chance = random.Random(20241023)
    rounds, killed, longest = 0, 0, 0.2
    while killed < KILLS:
        folder = tmp_path / f"round-{rounds}"
        finished_before = 0
        while True:
            started = time.perf_counter()
            if add_and_die(corpus, folder, chance.random() * longest):
                longest = max(0.02, 1.2 * (time.perf_counter() - started))
                break
            killed += 1
            finished_now = len(finished(folder))
            assert finished_now >= finished_before, "something that was finished is lost"
            finished_before = finished_now
        assert content(folder) == calm
        rounds += 1
    assert rounds > 1


def finished(folder: Path) -> list[str]:
    """The ids that stand in a ledger that may not even have been made yet."""
    if not (folder / "ledger.db").exists():
        return []
    with Ledger(folder) as ledger:
        return [reading.article.id for reading in ledger.readings()]


def add_and_die(corpus: Path, folder: Path, delay: float) -> bool:
    """Add the corpus in a process that is killed after ``delay`` seconds; whether it ended before."""

    def work() -> None:
        with Ledger(folder) as ledger:
            flow.add(ledger, [str(corpus)], workers=1)

    child = begin(work)
    time.sleep(delay)
    os.kill(child, signal.SIGKILL)
    return ended_by_itself(os.waitpid(child, 0)[1])
