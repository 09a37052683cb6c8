"""The benchmark runs, and its tables say what was measured."""

import json
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "bench"))

import corpus  # noqa: E402
import growth  # noqa: E402
import performance  # noqa: E402
import speed  # noqa: E402
from timing import Timing, race  # noqa: E402

from tawatur.intake import read_page  # noqa: E402
from tawatur.model import Article  # noqa: E402


@pytest.fixture(autouse=True)
def samples_only(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The sample articles, whatever lies beside the repository."""
    monkeypatch.setattr(corpus, "CORPUS", tmp_path / "none.jsonl.gz")
    corpus.articles.cache_clear()


def test_the_first_round_does_not_count() -> None:
    ran: list[str] = []
    timings = race([{"a": lambda: ran.append("a"), "b": lambda: ran.append("b")}] * 4)
    assert ran == ["a", "b"] * 4
    assert all(len(timing.rounds) == 3 for timing in timings.values())


def test_median_and_spread_of_a_timing() -> None:
    timing = Timing((1.0, 2.0, 3.0, 4.0, 100.0))
    assert timing.median == 3.0
    assert timing.spread == pytest.approx(1 / 3)


def test_few_samples_are_repeated_under_other_ids() -> None:
    chosen = corpus.articles(25)
    assert len({article.id for article in chosen}) == 25


def test_an_article_can_be_taken_out_of_its_page() -> None:
    article = Article(
        id="a",
        title="سيول <الوادي>",
        published="2024-03-10",
        text="شردت السيول مئات الأسر في قرى الوادي، وقطعت الطرق.\nوقالت البلدية إن العمل مستمر لفتحها.",
    )
    read = read_page(corpus.page(article, corpus.articles(10)), "page")
    assert article.text.splitlines()[1] in read.text
    assert read.published == "2024-03-10"
    assert "الأسر" in read.text


def test_reading_and_stages_are_measured_on_the_samples() -> None:
    rounds = [corpus.articles(3)] * 3
    timings = speed.measure_reading(rounds) | speed.measure_stages(rounds)
    assert {speed.FLOOR, speed.PAGE, speed.READING, "mentions", "events"} <= set(timings)
    table = performance.reading_table(timings, 3, 3000)
    assert table.count("\n") == len(timings) + 1
    assert "| 1.00 |" in table


def test_a_ledger_is_built_in_its_stages(tmp_path: Path) -> None:
    pytest.importorskip("tantivy", reason="tantivy is not installed")
    found = growth.build(12, 1, tmp_path)
    assert (
        min(found.adding, found.linking, found.further, found.judging, found.report, found.search, found.disk)
        > 0
    )
    table = performance.growth_table([found])
    assert table.splitlines()[2].startswith("| 12 | ")


def test_a_corpus_file_reads_back(tmp_path: Path) -> None:
    corpus.write_corpus(corpus.articles(2), tmp_path / "c.jsonl")
    lines = [json.loads(line) for line in (tmp_path / "c.jsonl").read_text("utf-8").splitlines()]
    assert [line["text"] for line in lines] == [article.text for article in corpus.articles(2)]


def test_only_what_is_between_the_marks_is_replaced(tmp_path: Path) -> None:
    file = tmp_path / "p.md"
    file.write_text(f"# A\n\n{performance.BEGIN}\nold\n{performance.END}\n\nrest\n", encoding="utf-8")
    for told in ("new", "newer"):
        performance.put_into(file, told)
    kept = file.read_text(encoding="utf-8")
    assert "old" not in kept
    assert "newer" in kept
    assert kept.startswith("# A\n\n")
    assert kept.endswith("\n\nrest\n")
