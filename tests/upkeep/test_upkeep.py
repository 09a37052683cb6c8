"""Links kept in step with a ledger: whatever comes in, in whatever order, it is as if linked at once."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from papers import FLOOD, MARKET, OTHER_FLOOD, RESCUE, paper

from tawatur import flow, upkeep
from tawatur.intake import read_articles
from tawatur.ledger import Ledger, links
from tawatur.ledger.judgements import judge, judgements, withdraw
from tawatur.lexicon import load_lexicon
from tawatur.linking.fingerprints import FORMULA
from tawatur.model import Article, Copy, Identity, Judgement, Reading, Story, Verdict
from tawatur.reading import read_article
from tawatur.situation import link

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
SENTENCE = (
    "وصلت ثلاث قوافل إغاثة من الهلال الأحمر إلى بلدة رمادية الساحل بعد انقطاع طريق الوادي أربعة أيام متتالية"
)

Linked = tuple[tuple[Identity, ...], tuple[Copy, ...], tuple[Story, ...]]


@cache
def pile() -> tuple[Reading, ...]:
    """The samples and some articles more: retold, undated, of one outlet, of one agency, years later."""
    articles = [article for article in read_articles([str(SAMPLES)]) if isinstance(article, Article)]
    more = [
        paper("flood-1", FLOOD, "2024-03-10"),
        paper("flood-2", OTHER_FLOOD, "2024-03-11"),
        paper("flood-3", f"{FLOOD} {RESCUE}", None),
        paper("flood-4", FLOOD, "2026-03-10"),
        paper("market", MARKET, "2024-03-12"),
        paper("rescue", RESCUE, "2024-04-08"),
    ]
    return (*map(read_article, articles), *(read_article(reading.article) for reading in more))


def linked(ledger: Ledger) -> Linked:
    """The links of a ledger, up to date."""
    flow.bring_up_to_date(ledger)
    return in_order(links.identities(ledger), links.copies(ledger), links.stories(ledger))


def at_once(readings: Sequence[Reading], judged: Sequence[Judgement] = ()) -> Linked:
    """The links that the same articles have where they are linked without a ledger."""
    found = link(readings, load_lexicon(), judged)
    return in_order(found.identities, found.copies, found.stories)


def in_order(identities: Sequence[Identity], copies: Sequence[Copy], stories: Sequence[Story]) -> Linked:
    return (
        tuple(sorted(identities, key=lambda identity: identity.id)),
        tuple(sorted(copies, key=lambda copy: copy.id)),
        tuple(sorted(stories, key=lambda story: story.id)),
    )


@settings(max_examples=10, deadline=None)
@given(st.data())
def test_any_order_in_any_batches_gives_what_one_run_gives(data: st.DataObject) -> None:
    readings = data.draw(st.permutations(pile()))
    chunk = data.draw(st.integers(1, 9))
    with Ledger(None) as ledger, pytest.MonkeyPatch.context() as patch:
        patch.setattr(upkeep, "CHUNK", chunk)
        while readings:
            size = data.draw(st.integers(1, len(readings)))
            for reading in readings[:size]:
                ledger.add(reading)
            readings = readings[size:]
            flow.bring_up_to_date(ledger)
        assert linked(ledger) == at_once(pile())


@settings(max_examples=10, deadline=None)
@given(st.data())
def test_judgements_made_and_taken_back_between_batches_give_what_one_run_gives(data: st.DataObject) -> None:
    with Ledger(None) as ledger:
        for reading in data.draw(st.permutations(pile())):
            ledger.add(reading)
            if data.draw(st.integers(0, 3)) == 0:
                identities, _, _ = linked(ledger)
                _judge_something(ledger, identities, data)
        assert linked(ledger) == at_once(pile(), judgements(ledger))


def _judge_something(ledger: Ledger, identities: Sequence[Identity], data: st.DataObject) -> None:
    standing = judgements(ledger)
    if len(standing) > data.draw(st.integers(0, 3)):
        withdraw(ledger, data.draw(st.sampled_from(standing)).id)
        return
    names = [*(identity.id for identity in identities)]
    names += [f"{article}#{entity}" for identity in identities for article, entity in identity.members]
    if not names:
        return
    about, other = data.draw(st.sampled_from(names)), data.draw(st.sampled_from(names))
    judge(ledger, about, data.draw(st.sampled_from((Verdict.SAME, Verdict.DIFFERENT))), "منى", other)


def _seen_by(number: int) -> str:
    return f"وقال الساكن رقم {number + 20} من حي {number + 90} إنه رأى {number + 50} شاحنة."


def numbered(count: int, **given: str) -> list[Reading]:
    """Articles that share one sentence, and each of them something else with its neighbour."""
    return [
        read_article(
            Article(
                id=f"n{i:03}",
                outlet=f"صحيفة {i}",
                published=(date(2024, 3, 10) + timedelta(i % 3)).isoformat(),
                text=f"{SENTENCE}.\n{_seen_by(i // 2)}",
                **given,
            )
        )
        for i in range(count)
    ]


def test_a_sentence_that_has_become_a_formula_parts_those_it_brought_together() -> None:
    readings = numbered(FORMULA + 5)
    with Ledger(None) as ledger:
        for reading in readings[:FORMULA]:
            ledger.add(reading)
        assert len(linked(ledger)[1]) == FORMULA * (FORMULA - 1) // 2
        for reading in readings[FORMULA:]:
            ledger.add(reading)
        assert linked(ledger) == at_once(readings)
        assert len(linked(ledger)[1]) < FORMULA


def test_articles_that_come_between_two_of_one_agency_part_them() -> None:
    readings = numbered(70, agency="رويترز")
    with Ledger(None) as ledger:
        for reading in (*readings[::5], *readings[1::5]):
            ledger.add(reading)
        before = linked(ledger)[1]
        for reading in readings:
            ledger.add(reading)
        assert linked(ledger) == at_once(readings)
        assert {copy.id for copy in before} - {copy.id for copy in linked(ledger)[1]}


def test_what_is_broken_off_leaves_the_old_links_and_is_made_good(monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger(None) as ledger:
        for reading in pile()[:8]:
            ledger.add(reading)
        before = linked(ledger)
        for reading in pile()[8:]:
            ledger.add(reading)
        with monkeypatch.context() as patch:
            patch.setattr(upkeep, "link_new_stories", lambda *_: 1 / 0)
            with pytest.raises(ZeroDivisionError):
                flow.bring_up_to_date(ledger)
        assert not upkeep.is_current(ledger)
        assert in_order(links.identities(ledger), links.copies(ledger), links.stories(ledger)) == before
        assert linked(ledger) == at_once(pile())


def test_a_new_version_links_everything_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger(None) as ledger:
        for reading in pile():
            ledger.add(reading)
        before = linked(ledger)
        monkeypatch.setattr(upkeep, "__version__", "999")
        assert not upkeep.is_current(ledger)
        assert linked(ledger) == before
        assert upkeep.is_current(ledger)


def test_a_judgement_needs_no_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger(None) as ledger:
        for reading in pile():
            ledger.add(reading)
        identities, _, _ = linked(ledger)
        judge(ledger, identities[0].id, Verdict.SAME, "منى", identities[-1].id)
        monkeypatch.setattr(ledger, "readings", lambda *_: pytest.fail("read again"))
        assert len(linked(ledger)[0]) == len(identities) - 1


def test_a_judged_finding_leaves_the_links_current() -> None:
    with Ledger(None) as ledger:
        ledger.add(pile()[0])
        flow.bring_up_to_date(ledger)
        judge(ledger, "disputed-1", Verdict.REJECT, "منى")
        assert upkeep.is_current(ledger)
