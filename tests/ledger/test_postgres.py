"""A ledger on a real PostgreSQL server, started for the test and gone after it."""

import glob
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from floods import sample_readings, sample_situation

from tawatur import flow
from tawatur.errors import LedgerError
from tawatur.intake import read_articles
from tawatur.ledger import Ledger, judgements, links, require
from tawatur.ledger.postgres import address_of
from tawatur.ledger.waiting import next_waiting
from tawatur.model import Article, Reading, Verdict
from tawatur.reading import read_article

psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed")
SERVER = shutil.which("postgres") or next(iter(sorted(glob.glob("/usr/lib/postgresql/*/bin/postgres"))), "")  # noqa: PTH207
USER = "nobody" if os.getuid() == 0 else pwd.getpwuid(os.getuid()).pw_name


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a server of our own, on a free port of this machine."""
    if not SERVER:
        pytest.skip("no PostgreSQL server is installed")
    folder = Path(tempfile.mkdtemp(prefix="tawatur-pg-"))
    shutil.chown(folder, USER)
    programs = Path(SERVER).resolve().parent
    make = [str(programs / "initdb"), "-D", str(folder / "data"), "-U", "tawatur", "--no-sync", "-E", "UTF8"]
    made = subprocess.run(make, user=USER, capture_output=True, text=True, check=False, cwd=folder)
    if made.returncode:
        pytest.skip(f"no PostgreSQL server can be set up here: {made.stderr.strip()[-200:]}")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    start = [SERVER, "-D", str(folder / "data"), "-p", str(port), "-k", str(folder), "-h", "127.0.0.1", "-F"]
    running = subprocess.Popen(
        start, user=USER, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder
    )
    address = f"postgresql://tawatur@127.0.0.1:{port}/"
    try:
        wait_for(address + "postgres")
        yield address
    finally:
        running.terminate()
        running.wait(20)
        shutil.rmtree(folder, ignore_errors=True)


def wait_for(address: str) -> None:
    import time

    for _ in range(100):
        try:
            psycopg.connect(address).close()
        except psycopg.OperationalError:
            time.sleep(0.1)
        else:
            return
    pytest.skip("the PostgreSQL server does not start")


@pytest.fixture
def address(server: str, request: pytest.FixtureRequest) -> str:
    """The address of a fresh database."""
    name = f"t{abs(hash(request.node.name)) % 10**9}"
    with psycopg.connect(server + "postgres", autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name}")
        connection.execute(f"CREATE DATABASE {name}")
    return server + name


def filled(place: Path | str | None) -> Ledger:
    ledger = Ledger(place)
    for reading in sample_readings():
        ledger.add(reading)
    return ledger


def test_it_keeps_what_a_file_keeps(address: str) -> None:
    with filled(None) as file, filled(address) as shared:
        assert (
            list(shared.readings())
            == list(file.readings())
            == sorted(sample_readings(), key=lambda reading: reading.article.id)
        )
        assert shared.articles(limit=1) == file.articles(limit=1)
        assert shared.articles() == file.articles()
        assert next_waiting(shared, 9) == next_waiting(file, 9)
        assert len(shared) == 2


def test_adding_again_changes_nothing_and_changed_text_is_a_version(address: str) -> None:
    with filled(address) as ledger:
        first = sample_readings()[0]
        assert not ledger.add(first).new
        changed = Reading(Article(id=first.article.id, text="نص آخر"))
        assert ledger.add(changed).id == f"{first.article.id}~2"
        assert ledger.versions(first.article.id) == [first.article.id, f"{first.article.id}~2"]
        ledger.refuse("x", "empty")
        ledger.refuse("x", "empty")
        assert ledger.refusals() == [("x", "empty")]


def test_links_comparisons_and_judgements_are_kept(address: str) -> None:
    situation = sample_situation()
    with filled(None) as file, filled(address) as shared:
        for ledger in (file, shared):
            for at in ("before", "now"):
                links.save_comparison(ledger, "story:1", at, situation)
            made = judgements.judge(ledger, "finding:1", Verdict.CONFIRM, "منى")
            judgements.keep(ledger, made)
            assert judgements.judgements(ledger) == (made,)
            judgements.withdraw(ledger, made.id)
            assert judgements.judgements(ledger) == ()
            assert links.comparison(ledger, "story:1", "before") is None
            assert links.comparison(ledger, "story:1", "now") == situation


def test_articles_are_linked_as_in_a_file(address: str, samples: Path) -> None:
    with Ledger(None) as file, Ledger(address) as shared:
        for ledger in (file, shared):
            articles = read_articles([str(samples)])
            for reading in [read_article(article) for article in articles if isinstance(article, Article)]:
                ledger.add(reading)
                flow.bring_up_to_date(ledger)
            identity = links.identities(ledger)[0]
            judgements.judge(ledger, identity.id, Verdict.SAME, "منى", links.identities(ledger)[1].id)
            flow.bring_up_to_date(ledger)
        assert links.identities(shared) == links.identities(file)
        assert links.copies(shared) == links.copies(file) != ()
        assert links.stories(shared, limit=5) == links.stories(file, limit=5) != []
        assert links.story(shared, "story") == links.story(file, "story")
        assert links.story_state(shared, links.stories(file)[0]) != ""


def test_two_people_may_add_at_once(address: str) -> None:
    Ledger(address).close()

    def add_all(who: int) -> int:
        with Ledger(address) as ledger, ledger.store.without_waiting():
            new = [ledger.add(Reading(Article(id=str(n), text=f"خبر {n}"))).new for n in range(30)]
        return sum(new)

    with ThreadPoolExecutor(2) as pool:
        assert sum(pool.map(add_all, range(2))) == 30
    with Ledger(address) as ledger:
        assert len(ledger) == 30


def test_what_goes_wrong_is_told_in_one_line_without_the_password(address: str) -> None:
    with Ledger(address) as ledger:
        with pytest.raises(LedgerError, match="pg_dump"):
            ledger.store.backup(Path("x"))
        with pytest.raises(LedgerError, match="nowhere"):
            ledger.store.rows("SELECT * FROM nowhere")
    with pytest.raises(LedgerError) as told:
        Ledger("postgresql://mona:secret@127.0.0.1:1/none")
    assert "secret" not in str(told.value)
    assert "\n" not in str(told.value)


def test_an_address_survives_the_command_line() -> None:
    assert address_of(Path("postgresql://mona@host/north")) == "postgresql://mona@host/north"
    assert address_of("postgresql://host/north") == "postgresql://host/north"
    assert address_of(Path("north")) is None
    assert address_of(None) is None
    assert require(Path("postgresql://host/north"))
