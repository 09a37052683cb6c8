"""What an article reports to happen."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.lexicon import load_lexicon
from tawatur.lexicon.happenings import KINDS, load_happenings
from tawatur.model import Article, Event
from tawatur.reading import annotate, read_article
from tawatur.rules import rule_book
from tawatur.text import segment

ARABIC = Path(__file__).parents[2] / "src/tawatur/lexicon/arabic"
ROWS = yaml.safe_load((ARABIC / "happenings.yaml").read_text(encoding="utf-8"))
CASES = yaml.safe_load((Path(__file__).parents[1] / "cases/events.yaml").read_text(encoding="utf-8"))
PUBLISHED = "2024-05-10"


def events_of(text: str, published: str | None = PUBLISHED) -> tuple[Event, ...]:
    return read_article(Article(id="a", text=text, published=published)).events


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['kind']}-{row['gloss']}")
def test_the_example_of_every_word_is_an_event_of_its_class(row: dict[str, Any]) -> None:
    assert row["kind"] in [event.kind for event in events_of(row["example"])], row["example"]


@pytest.mark.parametrize("case", CASES["found"], ids=lambda case: case["text"][:40])
def test_an_event_is_found_with_its_class_its_day_and_its_modality(case: dict[str, Any]) -> None:
    text = case["text"]
    found = [
        {
            "trigger": text[event.trigger.start : event.trigger.end],
            "kind": event.kind,
            "date": event.date,
            "modality": event.modality.value,
            "place": event.place,
            "actors": list(event.actors),
            "recipients": list(event.recipients),
        }
        for event in events_of(text, case.get("published", PUBLISHED))
    ]
    wanted = {key: value for key, value in case.items() if key not in ("text", "published", "note")}
    assert any(wanted.items() <= event.items() for event in found), found


@pytest.mark.parametrize("text", CASES["nothing"])
def test_where_nothing_happens_nothing_is_found(text: str) -> None:
    assert events_of(text) == ()


def test_a_verb_and_the_noun_it_needs_are_one_event_however_far_apart() -> None:
    text = "أجرى وزير الزراعة سامي الخطيب، اليوم، محادثات مع مدير البنك شملت القرض الممنوح في مارس الماضي."
    assert [event.date for event in events_of(text)] == ["2024-05-10"]


def test_an_event_told_by_somebody_belongs_to_the_statement() -> None:
    text = "قال الوزير سامي الخطيب إن الطائرات قصفت الجسر أمس."
    reading = read_article(Article(id="a", text=text, published=PUBLISHED))
    [bombing] = [event for event in reading.events if event.kind == "ASSAULT"]
    assert bombing.statement == reading.statements[0].id


def test_every_class_is_plover_s() -> None:
    assert {row["kind"] for row in ROWS} - {None} == KINDS


def test_every_rule_that_is_stamped_has_its_row() -> None:
    stamped = {event.rule for row in ROWS for event in events_of(row["example"])}
    assert stamped <= set(rule_book("events"))


def test_a_verb_and_a_noun_written_alike_are_told_apart_by_their_place() -> None:
    assert [event.rule for event in events_of("قصف الجيش الجسر.")] == ["verb"]
    assert [event.rule for event in events_of("تحدث الشهود عن قصف الجسر.")] == ["noun"]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from([*load_happenings().verbs, "أمس", "،", "الذي", "في", ".", "«", "»", "قد"]),
        max_size=40,
    )
)
def test_spans_lie_inside_the_text_and_triggers_inside_their_clause(words: list[str]) -> None:
    text = " ".join(words)
    for event in events_of(text):
        assert 0 <= event.start <= event.trigger.start < event.trigger.end <= event.end <= len(text)


@pytest.mark.parametrize("text", ["", " ", "\u200f", "؟!", "«»", "أمس"])
def test_texts_without_words_have_no_events(text: str) -> None:
    assert events_of(text) == ()


@pytest.mark.parametrize("word", ["هاجم", "هجوم", "أمس هجوم", "قال هاجم أمس"])
def test_a_sentence_of_thousands_of_events_has_clauses_of_bounded_length(word: str) -> None:
    text = f"{word} " * 5_000
    reading = read_article(Article(id="a", text=text, published=PUBLISHED))
    events = [event for event in reading.events if event.kind == "ASSAULT"]
    assert len(events) == 5_000
    assert max(event.end - event.start for event in events) < 2_000


def test_an_article_without_a_day_dates_nothing_by_it() -> None:
    assert [event.date for event in events_of("أدانت النقابة حرق المكتبة.", None)] == [None, None]


def test_annotating_twice_gives_the_same_events() -> None:
    document = segment(Article(id="a", text=ROWS[0]["example"], published=PUBLISHED))
    assert annotate(document, load_lexicon()).events == annotate(document, load_lexicon()).events
