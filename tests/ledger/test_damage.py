"""A damaged file, a full disk, one that may not be written, other writers, other schemas: nothing is lost."""

import os
import random
import resource
import shutil
import signal
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tawatur.errors import LedgerError
from tawatur.ledger import Ledger, store
from tawatur.ledger.checking import problems
from tawatur.model import Article, Reading
from tawatur.reading import read_article

TEXT = "قالت الوزارة إن الطريق مفتوح."
NOBODY = 65534
SECTOR = 512
DAMAGES = 200
posix = pytest.mark.skipif(os.name != "posix", reason="needs users and limits as POSIX has them")


def filled(folder: Path, articles: int) -> Path:
    """A ledger of so many articles, all of it in its one file."""
    with Ledger(folder) as ledger:
        for number in range(articles):
            ledger.add(Reading(Article(id=f"a{number}", text=f"{TEXT} {number}")))
        ledger.store.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    return folder


def content(folder: Path) -> list[Reading]:
    with Ledger(folder) as ledger:
        return list(ledger.readings())


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody can reach."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@contextmanager
def as_nobody(folder: Path) -> Iterator[None]:
    """Inside, ``folder`` can be read and not written, also where the tests run as root."""
    if os.geteuid() == 0:
        os.seteuid(NOBODY)
        try:
            yield
        finally:
            os.seteuid(0)
    else:
        (folder / "ledger.db").chmod(0o400)
        folder.chmod(0o500)
        try:
            yield
        finally:
            folder.chmod(0o755)
            (folder / "ledger.db").chmod(0o600)


def test_a_damaged_sector_is_told_or_noticed_or_does_no_harm(tmp_path: Path) -> None:
    whole = filled(tmp_path / "whole", 150)
    calm = content(whole)
    data = (whole / "ledger.db").read_bytes()
    chance = random.Random(20241023)
    told: list[str] = []
    noticed = 0
    for number in range(DAMAGES):
        folder = tmp_path / f"damaged-{number}"
        folder.mkdir()
        at = SECTOR * chance.randrange(len(data) // SECTOR)
        (folder / "ledger.db").write_bytes(data[:at] + chance.randbytes(SECTOR) + data[at + SECTOR :])
        try:
            with Ledger(folder) as ledger:
                found = problems(ledger)
                noticed += bool(found)
                assert found or list(ledger.readings()) == calm, f"damage at {at} goes unnoticed"
        except LedgerError as error:
            told.append(str(error))
    assert noticed > len(told) > 0
    assert [message for message in told if "restore a backup" not in message] == []


def test_a_flipped_bit_is_told_or_noticed_or_does_no_harm(tmp_path: Path) -> None:
    with Ledger(tmp_path / "whole") as ledger:
        for number in range(30):
            ledger.add(
                read_article(Article(id=f"a{number}", text=f"{TEXT} وغادر {number + 3} أشخاص يوم الأحد."))
            )
        ledger.store.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    calm = content(tmp_path / "whole")
    data = (tmp_path / "whole/ledger.db").read_bytes()
    chance = random.Random(20241023)
    for number in range(DAMAGES):
        folder = tmp_path / f"flipped-{number}"
        folder.mkdir()
        flipped = bytearray(data)
        flipped[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        (folder / "ledger.db").write_bytes(flipped)
        with suppress(LedgerError), Ledger(folder) as ledger:
            assert problems(ledger) or list(ledger.readings()) == calm


def test_a_file_that_breaks_off_is_told_or_noticed(tmp_path: Path) -> None:
    whole = filled(tmp_path / "whole", 150)
    data = (whole / "ledger.db").read_bytes()
    for tenth in range(1, 10):
        folder = tmp_path / f"broken-{tenth}"
        folder.mkdir()
        (folder / "ledger.db").write_bytes(data[: len(data) * tenth // 10])
        with suppress(LedgerError), Ledger(folder) as ledger:
            assert problems(ledger)


@posix
def test_a_disk_that_may_not_be_written(open_folder: Path) -> None:
    calm = content(filled(open_folder, 3))
    with as_nobody(open_folder):
        with pytest.raises(LedgerError, match="cannot be written; check the permissions"):
            Ledger(open_folder).add(Reading(Article(id="b", text=TEXT)))
        with pytest.raises(LedgerError, match="cannot be written; check the permissions"):
            Ledger(open_folder / "new")
    assert content(open_folder) == calm


@posix
def test_a_disk_with_no_room_left(tmp_path: Path) -> None:
    folder = filled(tmp_path / "ledger", 3)
    child = os.fork()
    if child == 0:
        os._exit(_add_until_it_fails(folder))
    assert os.WEXITSTATUS(os.waitpid(child, 0)[1]) == 0, "the message names neither the disk nor what to do"
    with Ledger(folder) as ledger:
        assert problems(ledger) == []
        assert len(ledger) > 3
        assert ledger.add(Reading(Article(id="z", text=TEXT))).new


def _add_until_it_fails(folder: Path) -> int:
    """Add articles until files may not grow any more; 0 where the message says so."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, 500_000))
    try:
        with Ledger(folder) as ledger:
            for number in range(1_000):
                ledger.add(Reading(Article(id=f"b{number}", text=f"{TEXT * 40} {number}")))
    except LedgerError as error:
        return 0 if "disk" in str(error) and "free some space" in str(error) else 1
    except BaseException:
        return 2
    return 3


def test_who_must_wait_too_long_for_another_writer_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "WAIT_SECONDS", 0.1)
    filled(tmp_path, 1)
    other = sqlite3.connect(tmp_path / "ledger.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Ledger(tmp_path) as ledger:
        assert len(ledger) == 1, "reading goes on meanwhile"
        with pytest.raises(LedgerError, match="another process is writing to it"):
            ledger.add(Reading(Article(id="b", text=TEXT)))
        other.execute("COMMIT")
        assert ledger.add(Reading(Article(id="b", text=TEXT))).new
    other.close()


def test_an_older_schema_is_brought_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calm = content(filled(tmp_path, 3))
    steps = store.migrations()
    monkeypatch.setattr(store, "migrations", lambda: [*steps, "CREATE TABLE further (x TEXT);\n"])
    with Ledger(tmp_path) as ledger:
        assert ledger.store.rows("PRAGMA user_version") == [(len(steps) + 1,)]
        assert ledger.store.rows("SELECT * FROM further") == []
        assert list(ledger.readings()) == calm
        assert problems(ledger) == []


def test_a_schema_that_cannot_be_brought_up_to_date_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calm = content(filled(tmp_path, 3))
    steps = store.migrations()
    with monkeypatch.context() as patched:
        broken = "CREATE TABLE further (x TEXT);\nDROP TABLE nothing_of_that_name;\n"
        patched.setattr(store, "migrations", lambda: [*steps, broken])
        with pytest.raises(LedgerError, match="nothing_of_that_name"):
            Ledger(tmp_path)
    assert content(tmp_path) == calm


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("DELETE FROM readings WHERE article = 'a1'", "a1: an article without a reading"),
        ("INSERT INTO waiting VALUES ('gone')", "gone: waiting names it, but articles have no such row"),
        ("INSERT INTO story_members VALUES ('a1', 's')", "s: story_members names it, but stories have no"),
        ("INSERT INTO copy_members VALUES ('a1', 'c')", "c: copy_members names it, but copies have no"),
    ],
)
def test_a_row_that_points_at_nothing_is_noticed(tmp_path: Path, command: str, said: str) -> None:
    with Ledger(filled(tmp_path, 3)) as ledger:
        assert problems(ledger) == []
        ledger.store.run(command)
        (found,) = problems(ledger)
        assert found.startswith(said)
