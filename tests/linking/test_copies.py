"""Which articles retell one text."""

from itertools import permutations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from papers import FLOOD, MARKET, RESCUE, entity, paper

from tawatur.lexicon.agencies import load_agencies
from tawatur.lexicon.rarity import load_rarity
from tawatur.linking.copies import compare, link_copies, may_be_partial, may_be_whole, tell
from tawatur.linking.credits import Strength, find_credits
from tawatur.linking.fingerprints import (
    FingerprintIndex,
    body_words,
    fingerprints,
    shingle_keys,
)
from tawatur.linking.passages import align
from tawatur.model import Copy, CopyKind, Modifier, Quantity, Reading

AGENCIES, RARITY = load_agencies(), load_rarity()


def copies_of(*readings: Reading) -> tuple[Copy, ...]:
    return link_copies(readings, AGENCIES, RARITY)


def test_a_text_printed_twice_is_a_whole_copy_of_the_earlier() -> None:
    later = paper("b", f"{FLOOD}\n{RESCUE}", "2024-03-11")
    [copy] = copies_of(later, paper("a", f"{FLOOD}\n{RESCUE}"))
    assert (copy.kind, copy.articles) == (CopyKind.WHOLE, ("a", "b"))


def test_a_retold_paragraph_in_a_longer_article_is_a_partial_copy_with_its_places() -> None:
    one, other = paper("a", f"{FLOOD}\n{MARKET}"), paper("b", f"{RESCUE}\n{FLOOD}")
    [copy] = copies_of(one, other)
    [(there, here)] = copy.passages
    assert copy.kind is CopyKind.PARTIAL
    texts = {"a": one.article.text, "b": other.article.text}
    assert texts[there.article][there.start : there.end] == texts[here.article][here.start : here.end]
    assert texts[here.article][here.start : here.end] == FLOOD.rstrip(".")


def test_an_editor_s_spelling_and_a_changed_word_do_not_hide_a_copy() -> None:
    edited = FLOOD.replace("مساء الأحد", "ليلة الاحد").replace("جسراً", "جسرا").replace("مياه", "ميآه")
    assert [copy.kind for copy in copies_of(paper("a", FLOOD), paper("b", edited))] == [CopyKind.WHOLE]


def test_a_formula_of_the_trade_is_no_copy() -> None:
    formula = "وفق ما صرح به مصدر أمني اليوم في تصريح خاص"
    assert copies_of(paper("a", f"{FLOOD} {formula}"), paper("b", f"{MARKET} {formula}")) == ()


def test_one_outlet_must_retell_more_than_its_daily_formulas() -> None:
    words = FLOOD.split()
    opening = " ".join(words[:13])
    one, other = f"{opening} {MARKET}", f"{RESCUE} {opening}"
    assert copies_of(paper("a", one), paper("b", other)) == ()
    assert [copy.kind for copy in copies_of(paper("a", one), paper("b", other, outlet="التلة"))] == [
        CopyKind.PARTIAL
    ]


def test_passages_retold_after_weeks_are_background_unless_the_whole_is() -> None:
    partly = paper("a", f"{FLOOD}\n{MARKET}"), paper("b", f"{FLOOD}\n{RESCUE}", "2024-05-01")
    assert copies_of(*partly) == ()
    whole = paper("a", FLOOD), paper("b", FLOOD, "2024-05-01")
    assert [copy.kind for copy in copies_of(*whole)] == [CopyKind.WHOLE]


def test_the_agency_both_credit_is_the_origin() -> None:
    one = paper("a", f"رمادية - (رويترز) {FLOOD}")
    other = paper("b", f"{FLOOD} وقال الحارس لرويترز إنه نجا.")
    assert copies_of(one, other)[0].origin == "رويترز"


def test_of_two_papers_of_one_day_the_one_that_signs_an_agency_is_the_source() -> None:
    signed = paper("z", f"رمادية - (رويترز) {FLOOD}")
    assert copies_of(paper("a", f"{FLOOD}\n{RESCUE}"), signed)[0].articles == ("z", "a")


def test_of_two_papers_of_one_day_the_outlet_that_the_other_names_is_the_source() -> None:
    told = paper("a", f"رمادية - وكالات\n{FLOOD}\n{RESCUE} نقلاً عن وكالة الضفة.", outlet="صحيفة التلة")
    naming = msgspec.structs.replace(told, entities=(entity(told, "org:bank", "وكالة الضفة"),))
    agency = paper("b", FLOOD, outlet="وكالة الضفّة")
    assert copies_of(naming, agency)[0].articles == ("b", "a")


@pytest.mark.parametrize(
    ("text", "agency", "strength"),
    [
        ("القاهرة - (أ ش أ) افتتح المعرض.", "أنباء الشرق الأوسط", Strength.SIGNED),
        ("الرياض - واس افتتح المعرض.", "واس", Strength.SIGNED),
        ("قال المزارع لوكالة فرانس برس إن الحصاد تأخر كثيراً هذه المرة.", "فرانس برس", Strength.TOLD),
        ("وتأخر الحصاد بحسب ما نشرته أسوشيتد برس عن مزارعي الوادي الغربي.", "أسوشيتد برس", Strength.NAMED),
    ],
)
def test_a_credit_is_as_strong_as_its_place(text: str, agency: str, strength: Strength) -> None:
    [credit] = find_credits(paper("a", text), AGENCIES)
    assert (credit.agency, credit.strength) == (agency, strength)


@pytest.mark.parametrize("text", ["كنا معا في السوق.", "وقفنا وفا بالوعد.", "سبأ مملكة قديمة."])
def test_ordinary_words_are_no_credit(text: str) -> None:
    assert find_credits(paper("a", f"جلسنا أمام البيت القديم في آخر القرية. {text} ثم عدنا."), AGENCIES) == ()


def test_the_agency_given_with_the_article_signs_it() -> None:
    [credit] = find_credits(paper("a", FLOOD, agency="د ب أ"), AGENCIES)
    assert (credit.agency, credit.strength) == ("وكالة الأنباء الألمانية", Strength.SIGNED)


def agency_paper(
    name: str, text: str, figures: list[int], names: list[str], day: str = "2024-03-10"
) -> Reading:
    """An article with figures and names as the finders would find them."""
    reading = paper(name, text, day)
    return Reading(
        reading.article,
        reading.blocks,
        entities=tuple(entity(reading, f"gpe:{key}", key) for key in names),
        quantities=tuple(
            Quantity(0, 1, float(figure), float(figure), Modifier.EXACT, None, "test") for figure in figures
        ),
    )


def test_one_agency_told_in_other_words_is_known_by_figures_and_names() -> None:
    one = agency_paper("a", "جدة - (رويترز) غرق 40 بيتاً في جدة وينبع.", [40], ["جدة", "ينبع"])
    other = agency_paper(
        "b", "الماء أتى على 40 منزلاً بين جدة وينبع كما قال حارس لرويترز.", [40], ["جدة", "ينبع"]
    )
    [copy] = copies_of(one, other)
    assert (copy.kind, copy.origin, copy.passages) == (CopyKind.AGENCY, "رويترز", ())
    assert {place.article for why in copy.reasons for place in why.places} == {"a", "b"}


def test_one_agency_about_two_things_or_two_weeks_is_no_copy() -> None:
    one = agency_paper("a", "جدة - (رويترز) غرق 40 بيتاً في جدة وينبع.", [40], ["جدة", "ينبع"])
    far = agency_paper("b", "جدة - (رويترز) فاز 40 عداء.", [40], ["جدة"])
    late = agency_paper("c", "قيل لرويترز إن جدة وينبع بلا 40 بيتاً.", [40], ["جدة", "ينبع"], "2024-03-20")
    assert copies_of(one, far, late) == ()


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_order_of_articles_does_not_matter(order: tuple[int, ...]) -> None:
    papers = [paper("a", FLOOD), paper("b", f"{FLOOD}\n{RESCUE}"), paper("c", f"{RESCUE}\n{MARKET}")]
    assert copies_of(*(papers[i] for i in order)) == copies_of(*papers)


@given(st.lists(st.integers(1, 6), max_size=80), st.lists(st.integers(1, 6), max_size=80))
def test_passages_hold_the_same_words_and_lie_inside(one: list[int], other: list[int]) -> None:
    for passage in align(one, other):
        assert 0 <= passage.first < passage.last <= len(one)
        assert 0 <= passage.other_first < passage.other_last <= len(other)
        assert (
            8 <= passage.same <= min(passage.last - passage.first, passage.other_last - passage.other_first)
        )


@given(st.lists(st.integers(1, 9), max_size=30), st.lists(st.integers(10, 19), max_size=30))
def test_a_shared_run_of_eight_words_is_always_found(before: list[int], after: list[int]) -> None:
    run = [101, 102, 103, 104, 105, 106, 107, 108]
    assert any(passage.same >= 8 for passage in align(before + run, run + after))


@given(
    st.lists(st.sampled_from(FLOOD.split()), max_size=30),
    st.lists(st.sampled_from(MARKET.split()), max_size=30),
)
def test_articles_that_share_eight_words_are_candidates(before: list[str], after: list[str]) -> None:
    run = " ".join(RESCUE.split()[:8])
    words = [
        body_words(paper("a", " ".join([*before, run])), RARITY),
        body_words(paper("b", " ".join([run, *after])), RARITY),
    ]
    index = FingerprintIndex()
    index.add("a", fingerprints(words[0]))
    assert index.candidates("b", fingerprints(words[1])) == {"a"}


def test_what_forty_articles_share_brings_nobody_together() -> None:
    index = FingerprintIndex()
    for number in range(41):
        index.add(str(number), {7})
    assert list(index.pairs()) == []
    assert index.candidates("new", {7}) == set()


@given(st.lists(st.integers(0, 2**32), max_size=20))
def test_a_shingle_depends_on_its_five_words_alone(keys: list[int]) -> None:
    assert shingle_keys([1, 2, 3, *keys])[3:] == shingle_keys(keys)


def test_a_million_equal_words_take_one_pass() -> None:
    many = [7] * 1_000_000
    assert align(many, [7] * 12)[0].same == 12
    assert len(fingerprints(body_words(paper("a", "نعم " * 10_000), RARITY))) == 1


@pytest.mark.parametrize("text", ["", "كلمة", "١٢ ٣٤", "\u200f", "؟!"])
def test_texts_without_words_enough_are_copies_of_nothing(text: str) -> None:
    assert copies_of(paper("a", text), paper("b", text)) == ()


WORDS = [word for word in dict.fromkeys(f"{FLOOD} {MARKET}".split()) if word.isalpha()]


@given(st.lists(st.sampled_from(WORDS), max_size=12), st.lists(st.sampled_from(WORDS), max_size=30))
def test_no_copy_is_passed_over_for_its_words(before: list[str], after: list[str]) -> None:
    one, other = (
        tell(paper(name, text), AGENCIES, RARITY)
        for name, text in (("a", FLOOD), ("b", " ".join((*before, *FLOOD.split()[:20], *after))))
    )
    found = compare(one, other)
    words = one.words.keys, other.words.keys
    if found and found.kind is CopyKind.WHOLE:
        assert may_be_whole(*words)
    elif found and found.kind is CopyKind.PARTIAL:
        assert may_be_partial(*words)


def test_articles_with_no_words_in_common_are_not_read_again() -> None:
    one, other = (tell(paper("a", text), AGENCIES, RARITY).words.keys for text in (FLOOD, MARKET))
    assert not may_be_whole(one, other)
    assert not may_be_partial(one, other)
