"""Which articles tell of one happening."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from papers import FLOOD, MARKET, OTHER_FLOOD, RESCUE, entity, identity, paper

from tawatur.lexicon.rarity import load_rarity
from tawatur.linking.features import sketch
from tawatur.linking.gathering import group
from tawatur.linking.likeness import alike
from tawatur.linking.stories import link_stories
from tawatur.linking.ties import FAINT, REACH, find_ties
from tawatur.model import Copy, CopyKind, Reading, Story
from tawatur.text import light_stem

RARITY = load_rarity()


def stories_of(*readings: Reading, copies: tuple[Copy, ...] = ()) -> tuple[Story, ...]:
    return link_stories(readings, (), copies, RARITY)


def groups(*readings: Reading) -> list[tuple[str, ...]]:
    return [story.articles for story in stories_of(*readings)]


def test_articles_of_one_happening_are_a_story_and_others_are_not() -> None:
    found = groups(paper("a", FLOOD), paper("b", OTHER_FLOOD, "2024-03-11"), paper("c", MARKET))
    assert found == [("a", "b"), ("c",)]


def test_the_same_words_a_year_later_are_another_story() -> None:
    assert groups(paper("a", FLOOD), paper("b", OTHER_FLOOD, "2025-03-11")) == [("a",), ("b",)]


def test_copies_are_one_story_whatever_their_days() -> None:
    copy = Copy("c", ("a", "b"), CopyKind.WHOLE)
    found = stories_of(paper("a", FLOOD), paper("b", FLOOD, "2025-03-11"), copies=(copy,))
    assert [story.articles for story in found] == [("a", "b")]


def test_articles_without_a_day_can_join_a_story() -> None:
    assert groups(paper("a", FLOOD), paper("b", FLOOD + RESCUE, None)) == [("a", "b")]


def test_a_story_has_the_headline_of_its_middle_and_the_days_it_ran() -> None:
    one = paper("a", FLOOD, "2024-03-10T08:00:00", title="الوادي يغرق حي النخيل")
    other = paper("b", OTHER_FLOOD, "2024-03-12", title="البحث عن مفقودين في رمادية الساحل")
    [story] = stories_of(one, other)
    assert story.name in (one.article.title, other.article.title)
    assert (story.first, story.last) == ("2024-03-10T08:00:00", "2024-03-12")
    assert "نخيل" in story.words


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_the_order_of_articles_does_not_matter(order: tuple[int, ...]) -> None:
    papers = [paper("a", FLOOD), paper("b", OTHER_FLOOD), paper("c", MARKET), paper("d", RESCUE, None)]
    assert stories_of(*(papers[i] for i in order)) == stories_of(*papers)


def test_a_named_identity_brings_differently_spelt_articles_closer() -> None:
    one, other = paper("a", f"{FLOOD} شانلي أورفا"), paper("b", f"{MARKET} شانليورفة")
    alone = alike(sketch(one, {}, RARITY), sketch(other, {}, RARITY))
    named = alike(sketch(one, {"gpe:x": "i1"}, RARITY), sketch(other, {"gpe:y": "i1"}, RARITY))
    assert named == alone  # an identity counts only where the article names it
    one = Reading(one.article, one.blocks, (entity(one, "gpe:x", "شانلي أورفا"),))
    other = Reading(other.article, other.blocks, (entity(other, "gpe:y", "شانليورفة"),))
    linked = identity("gpe:i1", "شانلي أورفا", [("a", "gpe:x"), ("b", "gpe:y")])
    sketches = [sketch(one, {"gpe:x": linked.id}, RARITY), sketch(other, {"gpe:y": linked.id}, RARITY)]
    assert alike(*sketches) > alone


def test_a_name_weighs_by_the_rarity_of_its_words() -> None:
    reading = paper("a", "في تونس التقى طارق الزعيتري")
    reading = Reading(
        reading.article,
        reading.blocks,
        (entity(reading, "gpe:tunis", "تونس"), entity(reading, "per:z", "طارق الزعيتري")),
    )
    weights = sketch(reading, {"gpe:tunis": "common", "per:z": "rare"}, RARITY).weights
    assert weights["@common"] < weights["@rare"]


def test_what_tells_a_happening_is_rare_exact_or_a_name() -> None:
    reading = paper("a", f"{RESCUE} وشكره طارق الزعيتري في تونس")
    reading = Reading(
        reading.article,
        reading.blocks,
        (entity(reading, "gpe:tunis", "تونس"), entity(reading, "per:z", "طارق الزعيتري")),
    )
    found = sketch(reading, {"gpe:tunis": "place", "per:z": "person"}, RARITY)
    assert (found.telling["@person"], found.telling["@place"]) == (2, 1)
    assert found.named == {"@person", "@place"}
    assert light_stem("الغواصين") in found.telling
    assert light_stem("وقال") not in found.telling


@given(st.lists(st.sampled_from([None, "2024-03-09", "2024-03-10", "2024-04-08", "2024-04-20"]), max_size=7))
def test_ties_are_those_of_all_pairs(days: list[str | None]) -> None:
    papers = [sketch(paper(f"n{i}", f"{FLOOD} رقم{i}", day), {}, RARITY) for i, day in enumerate(days)]
    assert find_ties(reversed(papers)) == {
        (one.article, other.article): alike(one, other)
        for i, one in enumerate(papers)
        for other in papers[i + 1 :]
        if not (one.day and other.day) or abs((one.day - other.day).days) <= REACH
        if alike(one, other) >= FAINT
    }


def test_a_chain_of_neighbours_is_no_group() -> None:
    ties = {("a", "b"): 0.5, ("b", "c"): 0.5, ("c", "d"): 0.5}
    assert group("abcd", ties, at_least=0.4) == [["a", "b"], ["c", "d"]]


@given(st.dictionaries(st.tuples(st.sampled_from("abc"), st.sampled_from("xyz")), st.floats(0.1, 1.0)))
def test_every_item_is_in_one_group(ties: dict[tuple[str, str], float]) -> None:
    found = group("abcxyz", ties, at_least=0.3)
    assert sorted(item for members in found for item in members) == list("abcxyz")


def test_no_articles_are_no_stories() -> None:
    assert stories_of() == ()


def test_texts_without_words_stand_alone() -> None:
    assert groups(paper("a", ""), paper("b", "؟!")) == [("a",), ("b",)]
