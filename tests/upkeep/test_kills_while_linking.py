"""Killed while linking, a ledger keeps links that fit together, and the next run makes them whole."""

import os
import random
import signal
import time
from pathlib import Path

import pytest
from kills import begin, ended_by_itself

from tawatur import flow, upkeep
from tawatur.intake import read_articles
from tawatur.ledger import Ledger, links
from tawatur.ledger.checking import problems
from tawatur.lexicon import load_lexicon
from tawatur.model import Article, Reading
from tawatur.reading import read_article

KILLS = 20

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


@pytest.fixture(scope="module")
def readings(samples: Path) -> list[Reading]:
    """The readings of the samples."""
    articles = read_articles([str(samples)])
    return [read_article(article) for article in articles if isinstance(article, Article)]


def test_kills_while_linking(
    readings: list[Reading], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upkeep, "CHUNK", 1)
    load_lexicon()
    calm = filled(tmp_path / "calm", readings)
    started = time.perf_counter()
    assert link_and_die(calm, 60)
    longest = time.perf_counter() - started
    chance, killed, rounds = random.Random(20241023), 0, 0
    while killed < KILLS:
        rounds += 1
        folder = filled(tmp_path / str(rounds), readings)
        while not link_and_die(folder, chance.random() * longest):
            killed += 1
            with Ledger(folder) as ledger:
                assert problems(ledger) == []
        assert linked(folder) == linked(calm)


def filled(folder: Path, readings: list[Reading]) -> Path:
    """A ledger with these readings, none of them linked."""
    with Ledger(folder) as ledger:
        for reading in readings:
            ledger.add(reading)
    return folder


def linked(folder: Path) -> tuple[object, ...]:
    """Everything that stands linked in a ledger."""
    with Ledger(folder) as ledger:
        assert upkeep.is_current(ledger)
        return links.identities(ledger), links.copies(ledger), links.stories(ledger)


def link_and_die(folder: Path, delay: float) -> bool:
    """Link in a process that is killed after ``delay`` seconds; whether it ended before."""

    def work() -> None:
        with Ledger(folder) as ledger:
            flow.bring_up_to_date(ledger)

    child = begin(work)
    until = time.monotonic() + delay
    done, status = os.waitpid(child, os.WNOHANG)
    while not done and time.monotonic() < until:
        time.sleep(0.002)
        done, status = os.waitpid(child, os.WNOHANG)
    if not done:
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
    return ended_by_itself(status)
