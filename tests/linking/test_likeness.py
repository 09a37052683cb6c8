"""How much speaks for two articles telling of one happening."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs
from papers import FLOOD, OTHER_FLOOD, paper

from tawatur.lexicon.rarity import load_rarity
from tawatur.linking.features import Sketch, sketch
from tawatur.linking.likeness import alike

RARITY = load_rarity()


def outlined(
    article: str,
    day: int = 10,
    outlet: str | None = "إذاعة التلة",
    telling: dict[str, int] | None = None,
    named: tuple[str, ...] = (),
) -> Sketch:
    """An article of which only the likeness of its words to the others' is fixed."""
    return Sketch(article, outlet, date(2024, 3, day), {"إضراب": 1.0}, telling or {}, frozenset(named))


def test_articles_of_one_outlet_must_be_more_alike() -> None:
    one, same = sketch(paper("a", FLOOD), {}, RARITY), sketch(paper("b", OTHER_FLOOD), {}, RARITY)
    other = sketch(paper("b", OTHER_FLOOD, outlet="صحيفة التلة"), {}, RARITY)
    assert 0 < alike(one, same) < alike(one, other)


def test_in_one_outlet_a_kind_of_event_is_less_than_a_happening() -> None:
    particular = {"منجم": 1, "#340 عامل": 1, "@قرية": 1}
    of_a_kind = alike(outlined("a"), outlined("b"))
    assert of_a_kind < alike(outlined("a", telling=particular), outlined("b", telling=particular))


def test_one_person_tells_more_than_one_place() -> None:
    person, place = {"@طارق": 2}, {"@قرية": 1}
    same_place = alike(outlined("a", telling=place), outlined("b", telling=place))
    assert same_place < alike(outlined("a", telling=person), outlined("b", telling=person))


def test_in_one_outlet_others_at_other_places_speak_against_it() -> None:
    here = outlined("a", named=("@منجم", "@قرية"))
    assert alike(here, outlined("b", named=("@ميناء", "@جزيرة"))) < alike(here, outlined("b"))
    assert alike(here, outlined("b", named=("@منجم", "@جزيرة"))) == alike(here, outlined("b"))


def test_between_outlets_neither_speaks_against_it() -> None:
    here = outlined("a", named=("@منجم",), outlet="صحيفة الوادي")
    assert alike(here, outlined("b", named=("@ميناء",))) == 1.0


@pytest.mark.parametrize("outlet", ["إذاعة التلة", "صحيفة الوادي", None])
def test_likeness_fades_and_soonest_within_an_outlet(outlet: str | None) -> None:
    today, days_later = outlined("a"), outlined("b", day=15, outlet=outlet)
    kept = alike(today, days_later) / alike(today, outlined("b", outlet=outlet))
    assert kept < 0.3 if outlet == today.outlet else 0.7 < kept < 1.0


SKETCHES = st.builds(
    Sketch,
    article=st.just("a"),
    outlet=st.sampled_from([None, "إذاعة التلة", "صحيفة الوادي"]),
    day=st.none() | st.dates(date(2024, 3, 1), date(2024, 3, 9)),
    weights=st.dictionaries(st.sampled_from("أبتثجح"), st.floats(0.1, 0.4)),
    telling=st.dictionaries(st.sampled_from("أبتثجح"), st.integers(1, 2)),
    named=st.frozensets(st.sampled_from("أبت")),
)


@given(SKETCHES, SKETCHES)
def test_likeness_is_the_same_both_ways_and_a_share(one: Sketch, other: Sketch) -> None:
    assert alike(one, other) == alike(other, one)
    assert 0.0 <= alike(one, other) <= 1.0


def test_articles_that_name_only_each_other_s_absent_places_are_less_alike() -> None:
    here, there = outlined("a"), outlined("b", outlet="صحيفة الضفة")
    placed = [structs.replace(one, places=frozenset({"كسلا"})) for one in (here, there)]
    elsewhere = structs.replace(there, places=frozenset({"رمادية"}))
    assert alike(placed[0], elsewhere) < alike(placed[0], there)
    spoken_of = structs.replace(elsewhere, weights={**elsewhere.weights, "كسلا": 0.1})
    assert alike(placed[0], spoken_of) == alike(placed[0], there)
