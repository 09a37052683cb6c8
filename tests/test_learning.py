"""Lines that outlets repeat are learned from a ledger; when, and in which order, makes no difference."""

import itertools
import os
import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur import flow, upkeep
from tawatur.errors import RequestError
from tawatur.finders.repeats import learn_repeats
from tawatur.learning import learn
from tawatur.ledger import Ledger
from tawatur.ledger.checking import problems
from tawatur.ledger.repeats import repeats
from tawatur.model import Article, BlockKind, Reading

PARAGRAPH = "قال رئيس البلدية سامي الخطيب إن الجسر رقم {} سيفتح أمام السيارات في نهاية الشهر المقبل."
LINE = "موعدنا معكم كل مساء على شاشة الضفة"
ENDING = "وانتهى الخبر رقم واحد هنا."


def told(number: int, outlet: str = "الضفة", line: str = LINE) -> Article:
    text = f"{PARAGRAPH.format(number)}\n{line}\n{ENDING}"
    return Article(id=f"{outlet}-{number}", outlet=outlet, text=text, published="2024-10-23")


TWELVE = [told(number) for number in range(12)]
ALPHABET = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
OTHERS = [told(number, "الميناء", f"سطر وحيد {letter * 3}") for number, letter in enumerate(ALPHABET[:12])]

MANY = list(itertools.product(ALPHABET, ("جديد", "قديم")))


def add(ledger: Ledger, articles: Sequence[Article]) -> None:
    flow.take_in(ledger, articles, flow.Tally(), workers=1)


def content(ledger: Ledger) -> list[tuple[object, ...]]:
    flow.bring_up_to_date(ledger)
    tables = ("SELECT * FROM readings ORDER BY article", "SELECT * FROM stories ORDER BY id")
    members = "SELECT article, entity, mentions FROM identity_members ORDER BY article, entity"
    return [row for query in (*tables, members) for row in ledger.store.rows(query)]


def kinds(reading: Reading) -> list[BlockKind]:
    return [block.kind for block in reading.blocks]


def test_a_line_of_many_articles_is_clutter_from_then_on_and_a_sentence_never_is() -> None:
    with Ledger(None) as ledger:
        add(ledger, TWELVE)
        before = kinds(ledger.reading("الضفة-3"))
        assert BlockKind.BOILERPLATE not in before
        found = learn(ledger, flow.silent, workers=1)
        assert found.lines == {"الضفة": ("موعدنا معكم كل مساء علي شاشة الضفة",)}
        assert found.read_again == 12
        assert kinds(ledger.reading("الضفة-3")) == [before[0], BlockKind.BOILERPLATE, before[2]]
        add(ledger, [told(99)])
        assert kinds(ledger.reading("الضفة-99"))[1] is BlockKind.BOILERPLATE


def test_other_outlets_keep_their_lines() -> None:
    with Ledger(None) as ledger:
        add(ledger, [*TWELVE, *OTHERS, told(1, "المرفأ")])
        assert learn(ledger, flow.silent, workers=1).read_again == 12
        assert BlockKind.BOILERPLATE not in kinds(ledger.reading("المرفأ-1"))


def test_learning_again_changes_nothing() -> None:
    with Ledger(None) as ledger:
        add(ledger, [*TWELVE, *OTHERS])
        learn(ledger, flow.silent, workers=1)
        once = content(ledger)
        assert upkeep.is_current(ledger)
        assert learn(ledger, flow.silent, workers=1).read_again == 0
        assert upkeep.is_current(ledger)
        assert content(ledger) == once


@settings(max_examples=8, deadline=None)
@given(st.permutations([*TWELVE, *OTHERS]), st.integers(0, 24), st.integers(0, 24))
def test_neither_the_order_nor_when_it_was_learned_before_makes_a_difference(
    order: list[Article], first: int, second: int
) -> None:
    with Ledger(None) as calm, Ledger(None) as ledger:
        add(calm, [*TWELVE, *OTHERS])
        learn(calm, flow.silent, workers=1)
        for until in sorted((first, second)):
            add(ledger, order[:until])
            learn(ledger, flow.silent, workers=1)
            flow.bring_up_to_date(ledger)
        add(ledger, order)
        learn(ledger, flow.silent, workers=1)
        assert content(ledger) == content(calm)


def test_what_is_no_longer_repeated_is_unlearned() -> None:
    with Ledger(None) as ledger:
        add(ledger, TWELVE)
        calm = content(ledger)
        learn(ledger, flow.silent, workers=1)
        add(ledger, [told(100 + number, line=f"سطر {one} {two}") for number, (one, two) in enumerate(MANY)])
        assert learn(ledger, flow.silent, workers=1).lines == {}
        assert [row for row in content(ledger) if row in calm and "الضفة" in str(row[0])]
        assert kinds(ledger.reading("الضفة-3")).count(BlockKind.BOILERPLATE) == 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_learning_that_was_cut_short_is_made_good_by_the_next(tmp_path: Path) -> None:
    with Ledger(tmp_path / "calm") as ledger:
        add(ledger, TWELVE)
        flow.bring_up_to_date(ledger)
        learn(ledger, flow.silent, workers=1)
        calm = content(ledger)
    for number in range(1, 12, 3):
        folder = tmp_path / str(number)
        with Ledger(folder) as ledger:
            add(ledger, TWELVE)
            flow.bring_up_to_date(ledger)
        child = os.fork()
        if child == 0:
            with Ledger(folder) as ledger:
                learn(ledger, lambda _, done, last=number: done < last or os._exit(0), workers=1)  # type: ignore[misc]
            os._exit(1)
        assert os.WEXITSTATUS(os.waitpid(child, 0)[1]) == 0
        with Ledger(folder) as ledger:
            assert repeats(ledger) == {}
            flow.bring_up_to_date(ledger)
            assert problems(ledger) == []
            learn(ledger, flow.silent, workers=1)
            assert content(ledger) == calm


def test_the_order_of_articles_teaches_nothing() -> None:
    shuffled = random.Random(3).sample(TWELVE, 12)
    assert learn_repeats(shuffled) == learn_repeats(TWELVE) == learn_repeats(TWELVE * 2)


def test_only_the_reading_of_the_same_text_can_be_replaced() -> None:
    with Ledger(None) as ledger:
        add(ledger, TWELVE)
        with pytest.raises(RequestError, match="no article"):
            ledger.replace(Reading(Article(id="الضفة-3", text="نص آخر")))
        with pytest.raises(RequestError, match="no article"):
            ledger.replace(Reading(Article(id="غائب", text=TWELVE[0].text)))
