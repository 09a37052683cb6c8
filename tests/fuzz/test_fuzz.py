"""Damaged inputs to every reader and finder; ``make fuzz`` runs a million of them."""

import importlib
import os
import random
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import cast

import fuzz
import fuzz_inputs
import hostile
import pytest

from tawatur.model import Article

INPUTS = int(os.environ.get("TAWATUR_FUZZ_INPUTS", "10000"))
SECONDS = 20


def test_no_damaged_input_breaks_a_reader_or_a_finder() -> None:
    failures = [found for _, batch in fuzz.run(INPUTS, 0, os.cpu_count() or 1, SECONDS) for found in batch]
    assert not failures, "\n".join(f"bench/fuzz.py --first {n} --inputs 1: {why}" for n, why in failures[:3])


def test_an_input_is_the_same_each_time() -> None:
    assert list(inputs(41)) == list(inputs(41))
    assert list(inputs(42)) == list(inputs(42))


def inputs(number: int) -> Iterator[Article]:
    random_ = random.Random(number)
    yield fuzz_inputs.text_input(random_)
    yield from fuzz_inputs.story_input(random_)
    yield from fuzz_inputs.file_input(random_)


def test_the_rules_and_the_lexicon_are_what_texts_are_made_of() -> None:
    assert len(hostile.rule_examples()) > 200
    assert "نفى" in hostile.lexicon_words()


def test_the_fuzzer_notices_what_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise IndexError("list index out of range")

    monkeypatch.setattr(fuzz_inputs, "annotate", broken)
    assert "IndexError" in (fuzz.failure(0, SECONDS) or "")


def test_the_fuzzer_notices_what_never_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(*_: object) -> None:
        while True:
            pass

    monkeypatch.setattr(fuzz_inputs, "annotate", endless)
    assert "longer than 1 seconds" in (fuzz.failure(0, 1) or "")


def test_the_fuzzer_notices_a_dead_interpreter_and_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def deadly(number: int) -> None:
        if number == 7:
            os._exit(1)

    monkeypatch.setattr(fuzz_inputs, "check", deadly)
    batches = list(fuzz.run(2 * fuzz.BATCH, 0, 2, SECONDS))
    assert [size for size, _ in batches] == [fuzz.BATCH, fuzz.BATCH]
    assert [found for _, failures in batches for found in failures] == [(7, "the interpreter died")]


def test_an_interrupted_run_goes_on_with_its_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran: list[int] = []

    def interrupted(inputs: int, first: int, *_: int) -> Iterator[tuple[int, fuzz.Failures]]:
        ran.append(first)
        yield 3, [(first + 1, "a failure")]
        if len(ran) == 1:
            raise KeyboardInterrupt
        yield inputs - 3, []

    monkeypatch.setattr(fuzz, "run", interrupted)
    monkeypatch.setattr(sys, "argv", ["fuzz.py", "--inputs", "10", "--keep", str(tmp_path)])
    assert fuzz.main() == fuzz.main() == 1
    assert ran == [0, 3]
    assert "10 inputs" in capsys.readouterr().out
    assert {path.name for path in tmp_path.glob("*.txt")} == {"1.txt", "4.txt"}


def test_the_guided_fuzzer_begins_with_a_seed_for_every_reader_and_rule(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stub = SimpleNamespace(instrument_imports=lambda **_: nullcontext())
    monkeypatch.setitem(sys.modules, "atheris", cast(ModuleType, stub))
    guided = importlib.import_module("fuzz_guided")
    read: list[str] = []
    monkeypatch.setattr(fuzz_inputs, "check_reading", lambda reading: read.append(reading.article.text))
    guided.sow(tmp_path)
    for seed in tmp_path.iterdir():
        guided.check(seed.read_bytes())
    assert set(hostile.rule_examples()) <= set(read)
    assert len(read) > len(hostile.rule_examples())
