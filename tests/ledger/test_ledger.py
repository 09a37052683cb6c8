"""The ledger keeps what it was given, once, and says clearly when it cannot."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.errors import LedgerError, RequestError
from tawatur.ledger import Added, Ledger, links, require
from tawatur.ledger.checking import problems
from tawatur.ledger.gathered import drop_stories, keep_stories
from tawatur.ledger.judgements import judge, judgements, keep, withdraw
from tawatur.ledger.named import MemberRow, keep_identities, keep_members
from tawatur.ledger.waiting import count_waiting, have_been_linked, next_waiting, start_over
from tawatur.model import (
    Act,
    Article,
    Block,
    BlockKind,
    EntityType,
    Form,
    Identity,
    Pointer,
    Reading,
    Reason,
    Span,
    Spelling,
    Statement,
    Story,
    Verdict,
)

TEXT = "قالت الوزارة إن الطريق مفتوح."


def reading(name: str = "a", text: str = TEXT) -> Reading:
    statement = Statement(
        id="s1",
        cue=Span(0, 4),
        source=Span(5, 12),
        speaker="anon:الوزارة",
        content=(Span(16, 28),),
        form=Form.INDIRECT,
        act=Act.SAY,
        rule="verb, source, complementiser",
        because=(Reason("the source names the speaker", Span(5, 12)),),
    )
    return Reading(
        Article(id=name, text=text, outlet="صحيفة", published="2024-10-23"),
        blocks=(Block(0, len(text), BlockKind.PARAGRAPH, "default"),),
        statements=(statement,),
    )


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path)


def test_what_is_written_comes_back_equal(ledger: Ledger) -> None:
    ledger.add(reading())
    assert ledger.reading("a") == reading()
    assert ledger.article("a") == reading().article


@given(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1),
    st.none() | st.text(st.characters(exclude_categories=["Cs"])),
)
def test_any_text_comes_back_equal(text: str, outlet: str | None) -> None:
    with Ledger(None) as kept:
        article = Article(id="a", text=text, outlet=outlet)
        kept.add(Reading(article))
        assert kept.article("a") == article
        assert problems(kept) == []


def test_adding_again_changes_nothing(ledger: Ledger) -> None:
    assert ledger.add(reading()) == Added("a", new=True)
    have_been_linked(ledger, ["a"])
    assert ledger.add(reading()) == Added("a", new=False)
    assert (len(ledger), count_waiting(ledger)) == (1, 0)


def test_a_revised_text_is_kept_as_a_version(ledger: Ledger) -> None:
    ledger.add(reading())
    revised = reading(text=TEXT + " وقالت إن الجسر مغلق.")
    assert ledger.add(revised) == Added("a~2", new=True)
    assert ledger.add(revised) == Added("a~2", new=False)
    assert ledger.versions("a") == ["a", "a~2"]
    assert ledger.article("a").text == TEXT


def test_a_revised_page_is_a_version_of_the_page_at_its_url(ledger: Ledger) -> None:
    def at_url(name: str, text: str) -> Reading:
        return Reading(Article(id=name, text=text, url="https://sample.example/1"))

    assert ledger.add(at_url("a", TEXT)) == Added("a", new=True)
    assert ledger.add(at_url("b", TEXT + " وقالت إن الجسر مغلق.")) == Added("b", new=True)
    assert ledger.add(at_url("b", TEXT + " وقالت إن الجسر مغلق.")) == Added("b", new=False)
    assert ledger.add(at_url("c", TEXT)) == Added("c", new=True)
    assert ledger.versions("a") == ["a", "b"]


def test_what_is_not_there_is_told(ledger: Ledger) -> None:
    with pytest.raises(RequestError, match="no article 'b'"):
        ledger.reading("b")
    with pytest.raises(RequestError, match="no story begins"):
        links.story(ledger, "zz")


def test_readings_come_in_order_of_their_ids(ledger: Ledger) -> None:
    for name in ("c", "a", "b"):
        ledger.add(reading(name))
    assert [r.article.id for r in ledger.readings()] == ["a", "b", "c"]
    assert [r.article.id for r in ledger.readings(["c", "b", "c", "x"])] == ["b", "c"]


def test_links_come_back_and_go(ledger: Ledger) -> None:
    ledger.add(reading())
    identity = Identity(
        "i1",
        EntityType.ORGANISATION,
        "الوزارة",
        (Spelling("الوزارة", 1),),
        (("a", "org:x"),),
        (Pointer("a", 5, 12),),
    )
    story = Story("s1", ("a",), "الطريق")
    keep_identities(ledger, "org وزر", [identity])
    keep_members(ledger, [MemberRow("a", "org:x", "i1", "[[5,12]]")])
    keep_stories(ledger, [story])
    assert links.identities(ledger) == links.identities(ledger, ["a"]) == (identity,)
    assert links.stories(ledger) == [story] == [links.story(ledger, "s")]
    assert links.story_of(ledger, "a") == "s1"
    drop_stories(ledger, ["s1"])
    assert links.story_of(ledger, "a") is None


def test_new_articles_wait_the_first_published_first(ledger: Ledger) -> None:
    for name, published in (("a", None), ("b", "2024-10-24"), ("c", "2024-10-23")):
        ledger.add(Reading(Article(id=name, text=TEXT, published=published)))
    assert next_waiting(ledger, 2) == ["a", "c"]
    have_been_linked(ledger, ["a", "c"])
    assert next_waiting(ledger, 2) == ["b"]
    start_over(ledger)
    assert count_waiting(ledger) == 3


def test_judgements_stand_until_they_are_taken_back(ledger: Ledger) -> None:
    made = judge(ledger, "f1", Verdict.REJECT, by="منى", note="زيارتان")
    keep(ledger, made)
    assert judgements(ledger) == (made,)
    withdraw(ledger, made.id)
    assert judgements(ledger) == ()
    with pytest.raises(RequestError):
        withdraw(ledger, made.id)


@pytest.mark.parametrize(("verdict", "other"), [(Verdict.SAME, None), (Verdict.CONFIRM, "i2")])
def test_a_judgement_must_make_sense(ledger: Ledger, verdict: Verdict, other: str | None) -> None:
    with pytest.raises(RequestError):
        judge(ledger, "i1", verdict, by="منى", other=other)
    assert judgements(ledger) == ()


def test_the_views_open_readings_for_sql(ledger: Ledger) -> None:
    ledger.add(reading())
    row = ledger.store.rows("SELECT article, id, act, cue, source, content FROM statements")
    assert row == [("a", "s1", "say", "قالت", "الوزارة", "الطريق مفتوح")]


def test_a_backup_is_a_ledger(ledger: Ledger, tmp_path: Path) -> None:
    ledger.add(reading())
    (tmp_path / "copy").mkdir()
    target = tmp_path / "copy" / "ledger.db"
    ledger.store.backup(target)
    with Ledger(target.parent) as copy:
        assert copy.reading("a") == reading()
    with pytest.raises(LedgerError, match="exists already"):
        ledger.store.backup(target)


class TestBreakage:
    """What can be wrong with the file is told in a line, and nothing is lost."""

    def test_no_ledger(self, tmp_path: Path) -> None:
        with pytest.raises(LedgerError, match="no ledger here"):
            require(tmp_path)

    def test_not_a_database(self, tmp_path: Path) -> None:
        (tmp_path / "ledger.db").write_bytes(b"not a database at all" * 100)
        with pytest.raises(LedgerError, match="not a ledger"):
            Ledger(tmp_path)
        assert (tmp_path / "ledger.db").read_bytes().startswith(b"not a database")

    def test_a_database_of_another_program(self, tmp_path: Path) -> None:
        other = sqlite3.connect(tmp_path / "ledger.db")
        other.execute("PRAGMA user_version = 7")
        other.execute("CREATE TABLE things (x)")
        other.close()
        with pytest.raises(LedgerError, match="another program"):
            Ledger(tmp_path)

    def test_a_newer_schema(self, ledger: Ledger, tmp_path: Path) -> None:
        ledger.store.run("PRAGMA user_version = 99")
        ledger.close()
        with pytest.raises(LedgerError, match="newer Tawatur"):
            Ledger(tmp_path)

    def test_a_damaged_file(self, ledger: Ledger, tmp_path: Path) -> None:
        for number in range(200):
            ledger.add(reading(f"a{number}"))
        ledger.store.run("PRAGMA wal_checkpoint(TRUNCATE)")
        ledger.close()
        file = tmp_path / "ledger.db"
        content = bytearray(file.read_bytes())
        content[8192:40960] = os.urandom(32768)
        file.write_bytes(content)
        with Ledger(tmp_path) as broken:
            assert problems(broken)

    def test_a_changed_text_is_noticed(self, ledger: Ledger) -> None:
        ledger.add(reading())
        ledger.store.run("UPDATE articles SET text = 'قال'")
        found = problems(ledger)
        assert any("not the one that was added" in line for line in found)
        assert any("outside the text" in line for line in found)

    def test_a_file_in_place_of_the_folder(self, tmp_path: Path) -> None:
        (tmp_path / "f").write_text("x")
        with pytest.raises(LedgerError, match="a file stands where its folder should be"):
            Ledger(tmp_path / "f")

    def test_a_full_disk(self, ledger: Ledger) -> None:
        ledger.add(reading())
        pages = ledger.store.rows("PRAGMA page_count")[0][0]
        ledger.store.run(f"PRAGMA max_page_count = {pages + 4}")
        with pytest.raises(LedgerError, match="disk is full"):
            for number in range(200):
                ledger.add(reading(f"b{number}", TEXT * 50))
        kept = len(ledger)
        ledger.store.run("PRAGMA max_page_count = 1000000")
        assert problems(ledger) == []
        assert ledger.reading("a") == reading()
        assert len(ledger) == kept >= 1


def test_two_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    Ledger(tmp_path).close()
    script = (
        "import sys; from pathlib import Path; from tawatur.ledger import Ledger\n"
        "from tawatur.model import Article, Reading\n"
        "with Ledger(Path(sys.argv[1])) as ledger:\n"
        "    for n in range(60):\n"
        "        ledger.add(Reading(Article(id=f'{sys.argv[2]}-{n}', text=f'نص {n}')))\n"
        "        ledger.add(Reading(Article(id=f'both-{n}', text=f'نص {n}')))\n"
    )
    writers = [subprocess.Popen([sys.executable, "-c", script, str(tmp_path), name]) for name in ("x", "y")]
    assert [writer.wait(120) for writer in writers] == [0, 0]
    with Ledger(tmp_path) as ledger:
        assert len(ledger) == 180
        assert problems(ledger) == []
