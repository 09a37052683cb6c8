"""Who said what."""

import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tawatur.export.readings import reading_record
from tawatur.finders.statements import find_statements
from tawatur.lexicon.speech import load_speech
from tawatur.model import Article, Form, Statement
from tawatur.reading import read_article
from tawatur.rules import rule_book
from tawatur.text import segment

TABLE = yaml.safe_load((Path(__file__).parents[1] / "cases/statements.yaml").read_text(encoding="utf-8"))
SPEECH = load_speech()
_SAID = "قال وقال قالت إن أن أنه الوزير الوزارة مضيفا مؤكدة بحسب وفقا لم يؤكد وهو ما نفته نقلت عن قوله"
_TOLD = "كما ذكرت دون الكشف الجسر جديد في على إلى ذلك اتهم بتأخير حمّلت المسؤولية أعلن وفاة"
WORDS = [*_SAID.split(), *_TOLD.split(), *'«»":،.()', "\n"]


def statements_of(text: str) -> tuple[Statement, ...]:
    return find_statements(segment(Article(id="a", text=text)), SPEECH, (), ())


def words(value: Any) -> Any:
    if isinstance(value, dict):
        return value["text"]
    if isinstance(value, list):
        return " | ".join(part if isinstance(part, str) else part["text"] for part in value)
    return value


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["note"])
def test_a_text_says_who_said_what(case: dict[str, Any]) -> None:
    found = reading_record(read_article(Article(id="a", text=case["text"])))["statements"]
    for wanted in case["finds"]:
        shown = [{key: words(item[key]) for key in wanted} for item in found]
        assert wanted in shown, shown


@pytest.mark.parametrize("case", TABLE["none"], ids=lambda case: case["note"])
def test_a_text_in_which_nobody_says_anything_has_no_statement(case: dict[str, Any]) -> None:
    assert not read_article(Article(id="a", text=case["text"])).statements


@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
def test_every_span_lies_in_the_text_and_every_rule_in_the_book(text: str) -> None:
    for statement in statements_of(text):
        spans = (statement.cue, *statement.content, *statement.hedges)
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert statement.source is None or statement.source.start < statement.source.end
        assert statement.rule in rule_book("statements")
        assert statement.because


@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
def test_statements_stand_in_the_order_of_their_cues(text: str) -> None:
    found = statements_of(text)
    assert [statement.cue.start for statement in found] == sorted(statement.cue.start for statement in found)
    assert [statement.id for statement in found] == [f"s{i + 1}" for i in range(len(found))]


@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
def test_a_chain_begins_with_the_speaker_and_goes_on_with_those_it_came_through(text: str) -> None:
    for statement in statements_of(text):
        tellers = [link.teller for link in statement.chain]
        assert tellers == ([statement.speaker, *statement.via] if statement.speaker else [])


@given(st.text(alphabet=st.sampled_from('قالإنأ و"«»:.،\n()ب'), max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    statements_of(text)


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_a_direct_content_holds_no_word_outside_its_marks(text: str) -> None:
    for statement in statements_of(text):
        if statement.form is Form.DIRECT:
            quotations = segment(Article(id="a", text=text)).quotations
            assert all(
                any(q.start <= span.start and span.end <= q.end + 1 for q in quotations)
                for span in statement.content
            )


def test_nothing_is_said_in_an_empty_text() -> None:
    assert statements_of("") == ()


def test_a_content_in_marks_needs_no_source() -> None:
    (found,) = statements_of("وأضاف: «سنعود إلى بيوتنا في الربيع المقبل».")
    assert (found.source, found.speaker) == (None, None)
    assert found.because[0].what == "no speaker found"


HOSTILE = [
    "قال إن ",
    "وقال الوزير إن ",
    "مضيفا أن ",
    "بحسب الوزارة ",
    '"',
    "«",
    "قال: ",
    "لم يؤكد ",
    "وهو ما نفته الشركة ",
    "قال «",
    "نقلت الصحيفة عن ",
    "الذي قال إن ",
    "(",
    "الوزير ",
    "، ",
    "حمّل ",
    "اتهم الوزير الوزير ب",
    "جاء في ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_the_work_grows_with_the_length_of_a_hostile_line(piece: str) -> None:
    """Counted in function calls, not seconds: four times the text takes about four times the work."""
    short, long = work(piece * 300), work(piece * 1200)
    assert long < 6 * short + 2000


def work(text: str) -> int:
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    document = segment(Article(id="a", text=text))
    sys.setprofile(count)
    try:
        find_statements(document, SPEECH, (), ())
    finally:
        sys.setprofile(None)
    return calls


def test_a_byline_claims_nothing() -> None:
    text = "عودة القطارات إلى الخدمة\n\nكتبت: سعاد الراوي\n\nقالت الشركة إن القطارات عادت إلى الخدمة."
    assert [text[s.cue.start : s.cue.end] for s in read_article(Article(id="a", text=text)).statements] == [
        "قالت"
    ]
