"""A batch gives what one machine gives, whatever happens to its workers."""

import json
import os
import random
import signal
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tawatur.cluster import batch
from tawatur.cluster.batch import run
from tawatur.cluster.output import Output
from tawatur.cluster.parts import plan_parts
from tawatur.errors import SourceError
from tawatur.intake import Refusal, read_articles
from tawatur.ledger import Ledger
from tawatur.lexicon import load_lexicon
from tawatur.reading import read_article
from tawatur.rows import TABLES, all_rows
from tawatur.situation import situate

parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
distributed = pytest.importorskip("distributed", reason="dask is not installed")

TOWNS = ("الوادي", "الساحل", "الجبل", "الضفة", "البحيرة")
FIRST = "قالت وزارة الداخلية إن السيول في {town} شردت نحو {count} أسرة يوم الأحد، بحسب وكالة رويترز."
SECOND = "ونفى المتحدث باسم بلدية {town} سامي الخطيب ذلك، مؤكدا أن عدد الأسر لا يزيد على {half} أسرة."
HAPPENINGS = (
    "اصطدمت حافلة ركاب بشاحنة وقود قرب الجسر الساحلي فأصيب مسافرون بجروح ونقلوا جميعا",
    "افتتح الوزير مستشفى للأطفال وحضر رئيس البلدية سامي الخطيب ومهندسون وأطباء كثيرون",
    "فاز فريق النجوم بفارق ضئيل وتوج بكأس السلة أمام جمهور غفير وصفق المشجعون طويلا",
    "رفع المصرف المركزي سعر الفائدة بعد تضخم مقلق وحذر المحافظ مستوردين ومصارف وتجارا",
)
Rows = dict[str, list[dict[str, Any]]]


def records(number: int) -> list[dict[str, str]]:
    """Articles of five stories, some of them twice and one changed later."""
    made = [record(i) for i in range(number)]
    changed = {**made[3], "text": made[3]["text"] + "\nوأضاف أن الطرق فتحت."}
    return [*made, made[1], changed]


def record(i: int) -> dict[str, str]:
    town, count = TOWNS[i % len(TOWNS)], 100 + i
    lines = (FIRST.format(town=town, count=count), SECOND.format(town=town, half=count // 2))
    return {
        "id": f"a{i:03}",
        "outlet": f"صحيفة {i % 3}",
        "title": f"سيول في {town}",
        "published": f"2024-03-{10 + i % 9}",
        "text": "\n".join(lines),
    }


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    lines = [json.dumps(one, ensure_ascii=False) for one in records(40)]
    lines.insert(7, '{"text": ""}')
    (tmp_path / "in.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return tmp_path / "in.jsonl"


@pytest.fixture(scope="module")
def client() -> Iterator[Any]:
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0"
        ) as cluster,
        distributed.Client(cluster) as connected,
    ):
        yield connected


def on_one_machine(paths: Sequence[str]) -> Rows:
    """The tables that a ledger and ``situate`` give."""
    with Ledger(None) as ledger:
        for item in read_articles(paths):
            if not isinstance(item, Refusal):
                ledger.add(read_article(item))
        readings = list(ledger.readings())
    rows = all_rows(situate(readings, load_lexicon()), readings)
    return {name: in_order(json.loads(msgspec.json.encode(found))) for name, found in rows.items()}


def tables(out: Path) -> Rows:
    """The tables that a batch wrote."""
    return {
        name: in_order(row for file in (out / name).iterdir() for row in parquet.read_table(file).to_pylist())
        for name in TABLES
    }


def in_order(rows: Any) -> list[dict[str, Any]]:
    return sorted(rows, key=lambda row: json.dumps(row, sort_keys=True))


def test_a_batch_gives_what_one_machine_gives(client: Any, corpus: Path, tmp_path: Path) -> None:
    parts = plan_parts([str(corpus)], block=4000)
    assert len(parts) > 3
    summary = run(client, parts, Output(str(tmp_path / "out")))
    expected = on_one_machine([str(corpus)])
    assert summary.articles == len(expected["articles"]) == 41
    assert summary.reused == 0
    assert [problem for _, problem in summary.refused] == ['no text: a record needs a non-empty "text"']
    assert all(expected[name] for name in TABLES)
    found = tables(tmp_path / "out")
    for name in TABLES:
        assert found[name] == expected[name], name


def test_one_agency_told_in_other_words_is_found(client: Any, tmp_path: Path) -> None:
    told = (
        "بيروت (رويترز) - قالت الأمم المتحدة إن 4500 أسرة نزحت من طرابلس.",
        "بيروت (رويترز) - نزوح واسع: 4500 عائلة غادرت طرابلس كما أفادت الأمم المتحدة.",
    )
    lines = [
        {"id": f"r{i}", "outlet": f"صحيفة {i}", "published": "2024-03-10", "text": text}
        for i, text in enumerate(told)
    ]
    corpus = tmp_path / "in.jsonl"
    corpus.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8")
    run(client, plan_parts([str(corpus)], block=200), Output(str(tmp_path / "out")))
    expected = on_one_machine([str(corpus)])["copies"]
    assert {copy["kind"] for copy in expected} == {"agency"}
    assert tables(tmp_path / "out")["copies"] == expected


def in_any_order(text: str, seed: int) -> str:
    """The same words, so that articles are alike, and no run of them, so that none is a copy."""
    words = text.split()
    random.Random(seed).shuffle(words)
    return " ".join(words)


def test_days_over_years_and_unknown_days_meet_as_on_one_machine(client: Any, tmp_path: Path) -> None:
    days: list[str | None] = [(date(2023, 1, 5) + timedelta(3 * i)).isoformat() for i in range(60)]
    lines = [
        {"id": f"a{i:03}", "outlet": f"صحيفة {i // 4 % 2}", "text": in_any_order(HAPPENINGS[i % 4], i)}
        | ({"published": day} if day else {})
        for i, day in enumerate([*days, None, None, None])
    ]
    corpus = tmp_path / "in.jsonl"
    corpus.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8")
    parts = plan_parts([str(corpus)], block=1000)
    assert len(parts) > 5
    run(client, parts, Output(str(tmp_path / "out")))
    expected, found = on_one_machine([str(corpus)]), tables(tmp_path / "out")
    stories = Counter(row["story"] for row in expected["stories"])
    assert 1 < len(stories) < len(lines)
    for name in ("identities", "copies", "stories", "findings"):
        assert found[name] == expected[name], name


def test_a_killed_worker_changes_nothing(corpus: Path, tmp_path: Path) -> None:
    killed: list[int] = []
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0"
        ) as cluster,
        distributed.Client(cluster) as connected,
    ):

        def kill_one(what: str, done: int) -> None:
            if not killed:
                killed.extend(list(connected.run(os.getpid).values())[:1])
                os.kill(killed[0], signal.SIGKILL)

        parts = plan_parts([str(corpus)], block=1000)
        assert len(parts) > 12
        summary = run(connected, parts, Output(str(tmp_path / "out")), step=kill_one)
    assert len(killed) == 1
    assert summary.articles == 41
    assert tables(tmp_path / "out") == on_one_machine([str(corpus)])


def test_a_second_run_does_nothing_again(client: Any, corpus: Path, tmp_path: Path) -> None:
    parts, output = plan_parts([str(corpus)], block=4000), Output(str(tmp_path / "out"))
    first = run(client, parts, output)
    before = {file: file.stat().st_mtime_ns for file in (tmp_path / "out").rglob("*.parquet")}
    second = run(client, parts, output)
    assert second.reused == second.tasks == first.tasks
    assert {file: file.stat().st_mtime_ns for file in (tmp_path / "out").rglob("*.parquet")} == before


def test_a_run_that_broke_off_goes_on(client: Any, corpus: Path, tmp_path: Path) -> None:
    parts, output = plan_parts([str(corpus)], block=4000), Output(str(tmp_path / "out"))

    def break_off(what: str, done: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(client, parts, output, step=break_off)
    assert run(client, parts, output).reused >= 2
    assert tables(tmp_path / "out") == on_one_machine([str(corpus)])


def test_more_input_is_added_and_less_is_taken_away(client: Any, corpus: Path, tmp_path: Path) -> None:
    more = tmp_path / "more.jsonl"
    more.write_text(json.dumps({**record(50), "id": "new"}, ensure_ascii=False), encoding="utf-8")
    out = tmp_path / "out"
    run(client, plan_parts([str(corpus)]), Output(str(out)))
    added = run(client, plan_parts([str(corpus), str(more)]), Output(str(out)))
    assert added.articles == 42
    assert added.reused >= 1
    assert tables(out) == on_one_machine([str(corpus), str(more)])
    run(client, plan_parts([str(more)]), Output(str(out)))
    assert tables(out) == on_one_machine([str(more)])


def test_parquet_and_zipped_lines_give_the_same_as_lines(client: Any, corpus: Path, tmp_path: Path) -> None:
    import gzip

    import pyarrow as pa

    rows = [json.loads(line) for line in corpus.read_text("utf-8").splitlines()]
    (tmp_path / "zipped").mkdir()
    (tmp_path / "zipped/in.jsonl.gz").write_bytes(gzip.compress(corpus.read_bytes()))
    table = pa.Table.from_pylist([row for row in rows if row["text"]])
    parquet.write_table(table, tmp_path / "in.parquet", row_group_size=11)
    expected = on_one_machine([str(corpus)])
    for number, given in enumerate([str(tmp_path / "zipped"), str(tmp_path / "*.parquet")]):
        out = tmp_path / f"out{number}"
        run(client, plan_parts([given]), Output(str(out)))
        assert tables(out) == expected, given


def test_an_input_that_is_not_there_is_told_before_any_work(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"nothing-here"):
        batch([str(tmp_path / "nothing-here.jsonl")], str(tmp_path / "out"))
    assert not (tmp_path / "out").exists()


def test_a_store_in_memory_works_like_a_disk(corpus: Path) -> None:
    import fsspec

    files = fsspec.filesystem("memory")
    files.pipe("/corpus/in.jsonl", corpus.read_bytes())
    with distributed.Client(processes=False, dashboard_address=":0") as connected:
        summary = run(connected, plan_parts(["memory://corpus"], 4000), Output("memory://out"))
    assert summary.articles == 41
    with files.open(files.glob("/out/statements/*.parquet")[0]) as stream:
        assert parquet.read_table(stream).column_names == list(TABLES["statements"].__struct_fields__)
