"""Quantities that count the same thing, by the cases of tests/cases/measures.yaml."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from handmade import made_ready, origins, place, readings

from tawatur.comparison.findings.figures import findings_of_measures
from tawatur.comparison.findings.voices import Voices
from tawatur.comparison.measures import compare_measures
from tawatur.model import Article, Measure, Pointer
from tawatur.reading import read_article

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases/measures.yaml").read_text(encoding="utf-8"))
case = pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])


def compared(case: dict[str, Any]) -> tuple[Measure, ...]:
    told = readings(case)
    return compare_measures(made_ready(told), origins(told))


def groups(measures: tuple[Measure, ...]) -> set[frozenset[Pointer]]:
    return {frozenset(figure.place for figure in measure.figures) for measure in measures}


@case
def test_what_counts_the_same_thing(case: dict[str, Any]) -> None:
    told = readings(case)
    expected = {frozenset(place(told, words) for words in group) for group in case["measures"]}
    assert groups(compared(case)) == expected


@case
def test_what_the_figures_show(case: dict[str, Any]) -> None:
    found = findings_of_measures(compared(case), Voices(origins(readings(case))))
    kinds = [finding.kind.value for finding in found if finding.kind.value != "corroborated"]
    assert kinds == ([] if case["finding"] == "none" else [case["finding"]])


@case
def test_the_order_of_articles_does_not_matter(case: dict[str, Any]) -> None:
    told = readings(case)[::-1]
    assert compare_measures(made_ready(told), origins(told)) == compared(case)


def test_every_measure_says_why_and_where() -> None:
    for measure in (measure for case in CASES for measure in compared(case)):
        assert len(measure.figures) > 1
        assert measure.reasons
        assert all(len(why.places) == 2 for why in measure.reasons)


def test_no_quantities_give_no_measures() -> None:
    assert compare_measures((), ()) == ()


def test_a_figure_may_be_the_last_word_of_its_article() -> None:
    article = Article(id="a", published="2024-03-10", text="وجاءت النتيجة النهائية بعد الاستراحة : 67 56")
    told = [read_article(article)]
    assert told[0].quantities
    assert compare_measures(made_ready(told), origins(told)) == ()


def test_a_measure_is_named_by_a_clause_that_names_what_it_counts() -> None:
    texts = (
        "بلغ عدد الوفيات في الفيضان 40 بإقليم الرمال، و12 بإقليم التلال.",
        "أودى الفيضان بحياة 30 شخصا بإقليم الرمال، و11 شخصا بإقليم التلال.",
    )
    told = [
        read_article(Article(id=f"a{i}", published=f"2024-03-1{2 - i}", text=text))
        for i, text in enumerate(texts)
    ]
    named = {measure.what for measure in compare_measures(made_ready(told), origins(told))}
    assert "11 شخصا بإقليم التلال" in named
