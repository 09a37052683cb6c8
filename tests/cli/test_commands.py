"""The commands as a user types them."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

READING = ("stories", "claims", "numbers", "timeline", "who")
ALL = (
    "report",
    "annotate",
    "add",
    "export",
    "explain",
    "judge",
    "trust",
    "learn",
    "search",
    "check",
    "backup",
    *READING,
)


def tawatur(*words: object, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run the program as its own process."""
    return subprocess.run(
        [sys.executable, "-m", "tawatur", *map(str, words)],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "COLUMNS": "100"},
    )


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory, samples: Path) -> Path:
    """A ledger of the samples."""
    folder = tmp_path_factory.mktemp("samples") / "ledger"
    done = tawatur("add", samples, "--ledger", folder)
    assert done.returncode == 0, done.stderr
    return folder


def exported(ledger: Path) -> dict[str, Any]:
    """What `export --format json` writes."""
    record: dict[str, Any] = json.loads(tawatur("export", "--ledger", ledger, "--format", "json").stdout)
    return record


@pytest.mark.parametrize("command", ALL)
def test_help_has_an_example(command: str) -> None:
    shown = tawatur(command, "--help")
    assert shown.returncode == 0
    assert f"Example: tawatur {command}" in shown.stdout


def test_help_lists_every_command() -> None:
    shown = tawatur("--help").stdout
    assert all(command in shown for command in ALL)


def test_help_imports_nothing_heavy() -> None:
    script = "import sys, tawatur.cli.main; print(*[m for m in sys.modules])"
    loaded = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    ).stdout.split()
    heavy = {
        "babel",
        "trafilatura",
        "lxml",
        "rapidfuzz",
        "numpy",
        "pyarrow",
        "dask",
        "jinja2",
        "sqlite3",
        "yaml",
    }
    assert not heavy & set(loaded)


def test_report_writes_the_dossier_and_a_summary(samples: Path, tmp_path: Path) -> None:
    done = tawatur("report", samples, "-o", tmp_path / "d.html")
    assert done.returncode == 0, done.stderr
    assert "10 articles" in done.stdout
    assert done.stderr == ""
    assert (tmp_path / "d.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_report_without_a_path_is_of_the_ledger(ledger: Path, tmp_path: Path) -> None:
    listed = json.loads(tawatur("stories", "--ledger", ledger, "--json").stdout)
    done = tawatur("report", "--ledger", ledger, "--story", listed[0]["id"], "-o", tmp_path / "d.html")
    assert (done.returncode, done.stderr) == (0, "")
    assert f"{len(listed[0]['articles'])} articles in 1 story" in done.stdout


def test_what_has_one_origin_is_told_as_repeated(samples: Path, tmp_path: Path) -> None:
    told = tawatur("report", samples, "-o", tmp_path / "d.html").stdout
    agreed, repeated = told.split("corroborated (")[1].split("repeated (")
    assert "[1 independent origin]" not in agreed
    assert "independent origins]" not in repeated


def test_figures_that_differ_are_told_in_order_of_time(samples: Path, tmp_path: Path) -> None:
    told = tawatur("report", samples, "-o", tmp_path / "d.html").stdout
    assert "[≈ 8,000 ≠ 11,000]" in told
    assert "→ ≈ 10,000]" in told


def test_annotate_writes_one_line_an_article_in_order(tmp_path: Path) -> None:
    corpus = tmp_path / "c.jsonl"
    texts = [{"id": str(n), "text": f"قالت الوزارة إن {n} شاحنات وصلت."} for n in range(40)]
    corpus.write_text("\n".join(json.dumps(text) for text in texts), encoding="utf-8")
    done = tawatur("annotate", corpus, "-o", tmp_path / "out.jsonl")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    lines = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == [str(n) for n in range(40)]
    for line in lines:
        record = json.loads(line)
        assert {"id", "blocks", "entities", "times", "quantities", "statements", "events"} <= record.keys()


def test_annotate_reads_standard_input() -> None:
    done = tawatur("annotate", "-", stdin=json.dumps({"id": "x", "text": "قال الوزير إن الطريق مفتوح."}))
    assert json.loads(done.stdout)["id"] == "x"


def test_adding_again_changes_nothing(ledger: Path, samples: Path) -> None:
    before = exported(ledger)
    again = tawatur("add", samples, "--ledger", ledger, "--json")
    assert json.loads(again.stdout) == {"added": 0, "known": 10, "set_aside": 0, "articles": 10}
    assert exported(ledger) == before


@pytest.mark.parametrize("command", READING)
def test_reading_commands_print_for_people_and_for_programs(ledger: Path, command: str) -> None:
    for_people = tawatur(command, "--ledger", ledger)
    assert for_people.returncode == 0, for_people.stderr
    assert for_people.stdout.strip()
    for_programs = json.loads(tawatur(command, "--ledger", ledger, "--json").stdout)
    assert isinstance(for_programs, list)
    assert for_programs


def test_export_holds_the_fixed_keys(ledger: Path) -> None:
    keys = {
        "articles",
        "entities",
        "stories",
        "copies",
        "claims",
        "same_measure",
        "conflicts",
        "corroborated",
        "timeline",
    }
    assert keys <= exported(ledger).keys()


def test_everything_that_has_an_id_can_be_explained(ledger: Path) -> None:
    record = exported(ledger)
    for key in ("claims", "same_measure", "conflicts", "corroborated", "timeline", "entities"):
        shown = tawatur("explain", record[key][0]["id"], "--ledger", ledger)
        assert shown.returncode == 0, shown.stderr
        assert record[key][0]["id"] in shown.stdout


def test_a_rejected_finding_is_gone_and_the_judgement_is_kept(samples: Path, tmp_path: Path) -> None:
    folder = tmp_path / "ledger"
    tawatur("add", samples, "--ledger", folder)
    conflict = exported(folder)["conflicts"][0]["id"]
    done = tawatur("judge", conflict, "reject", "--by", "منى", "--note", "زيارتان", "--ledger", folder)
    assert done.returncode == 0, done.stderr
    assert conflict not in [finding["id"] for finding in exported(folder)["conflicts"]]
    assert tawatur("check", "--ledger", folder).returncode == 0


def test_a_grade_stands_beside_what_the_outlet_tells(samples: Path, tmp_path: Path) -> None:
    folder = tmp_path / "ledger"
    tawatur("add", samples, "--ledger", folder)
    assert tawatur("trust", "--ledger", folder).stdout == "no outlet has a grade yet\n"
    assert tawatur("trust", "موقع المثال", "B", "--ledger", folder).stdout == "B  موقع المثال\n"
    disputed = exported(folder)["conflicts"][0]["id"]
    assert tawatur("explain", disputed, "--ledger", folder).returncode == 0
    assert tawatur("trust", "موقع المثال", "--ledger", folder).returncode == 1


class TestBadInput:
    """A clear message, the right status, nothing lost."""

    @pytest.mark.parametrize(
        ("words", "says"),
        [
            (("report", "no-such-file.txt"), "no-such-file.txt"),
            (("stories", "--ledger", "no-such-ledger"), "no ledger here"),
            (("report", "--ledger", "no-such-ledger"), "no ledger here"),
            (("judge", "x", "reject", "--ledger", "no-such-ledger", "--by", "x"), "no ledger here"),
        ],
    )
    def test_errors_are_one_line(self, words: tuple[str, ...], says: str) -> None:
        done = tawatur(*words)
        assert done.returncode == 1
        assert done.stdout == ""
        assert done.stderr.startswith("tawatur: ")
        assert says in done.stderr
        assert done.stderr.count("\n") == 1

    def test_wrong_use(self) -> None:
        assert tawatur("reprot").returncode == 2
        assert tawatur("report").returncode == 2

    def test_an_unknown_id(self, ledger: Path) -> None:
        done = tawatur("explain", "nothing-like-this", "--ledger", ledger)
        assert (done.returncode, done.stderr) == (1, "tawatur: nothing begins with 'nothing-like-this'\n")

    def test_bad_articles_are_set_aside_and_listed(self, tmp_path: Path) -> None:
        folder = tmp_path / "in"
        folder.mkdir()
        (folder / "good.txt").write_text("قالت الوزارة إن الطريق مفتوح.", encoding="utf-8")
        (folder / "empty.txt").write_bytes(b"")
        (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
        (folder / "lines.jsonl").write_text(
            '{"id": "a", "text": "قال الوزير نعم."}\n{broken\n', encoding="utf-8"
        )
        done = tawatur("add", folder, "--ledger", tmp_path / "ledger", "--json")
        assert done.returncode == 0
        assert json.loads(done.stdout) == {"added": 2, "known": 0, "set_aside": 3, "articles": 2}
        assert "3 set aside" in done.stderr
        assert "lines.jsonl:2" in done.stderr

    def test_a_folder_without_articles(self, tmp_path: Path) -> None:
        done = tawatur("report", tmp_path, "-o", tmp_path / "d.html")
        assert done.returncode == 1
        assert str(tmp_path) in done.stderr
        assert not (tmp_path / "d.html").exists()

    def test_a_ledger_of_another_version(self, tmp_path: Path, ledger: Path) -> None:
        copy = tmp_path / "ledger"
        copy.mkdir()
        tawatur("backup", copy / "ledger.db", "--ledger", ledger)
        database = sqlite3.connect(copy / "ledger.db")
        database.execute("PRAGMA user_version = 99")
        database.close()
        done = tawatur("stories", "--ledger", copy)
        assert done.returncode == 1
        assert "newer Tawatur" in done.stderr
