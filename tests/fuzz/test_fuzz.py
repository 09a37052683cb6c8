"""Damaged inputs to every reader and finder; ``make fuzz`` runs a million of them."""

import os

import fuzz
import pytest

INPUTS = int(os.environ.get("TAWATUR_FUZZ_INPUTS", "10000"))
SECONDS = 20


def test_no_damaged_input_breaks_a_reader_or_a_finder() -> None:
    failures = [found for _, batch in fuzz.run(INPUTS, 0, os.cpu_count() or 1, SECONDS) for found in batch]
    assert not failures, "\n".join(f"bench/fuzz.py --first {n} --inputs 1: {why}" for n, why in failures[:3])


def test_an_input_is_the_same_each_time() -> None:
    assert list(fuzz.readings_of(42)) == list(fuzz.readings_of(42))


def test_the_fuzzer_notices_what_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise IndexError("list index out of range")

    monkeypatch.setattr(fuzz, "annotate", broken)
    assert "IndexError" in (fuzz.failure(0, SECONDS) or "")


def test_the_fuzzer_notices_what_never_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(*_: object) -> None:
        while True:
            pass

    monkeypatch.setattr(fuzz, "annotate", endless)
    assert "longer than 1 seconds" in (fuzz.failure(0, 1) or "")
