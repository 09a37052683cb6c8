"""Every form of a verb from its principal parts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.lexicon.inflection import active_participle, conjugate, has_damma, nouns, participles

LETTERS = "بتثجحخدذرزسشصضطظعغفقكلمنه"


def forms(past: str, present: str) -> set[str]:
    return {form.text for form in conjugate(past, present)}


@pytest.mark.parametrize(
    ("past", "present", "expected"),
    [
        ("أكّد", "يؤكد", {"أكد", "أكدت", "أكدا", "أكدتا", "أكدوا", "أكدن", "يؤكدون", "تؤكدان", "يؤكدن"}),
        ("قال", "يقول", {"قالت", "قالتا", "قلن", "يقولون", "يقل", "تقل", "يقلن", "قيل", "يقال"}),
        ("أضاف", "يضيف", {"أضافت", "أضفن", "يضيفان", "يضف", "أضيف", "يضاف"}),
        ("نفى", "ينفي", {"نفت", "نفيا", "نفتا", "نفوا", "نفين", "ينف", "ينفون"}),
        ("دعا", "يدعو", {"دعت", "دعوا", "دعتا", "يدعون", "يدع", "يدعى"}),
        ("خشي", "يخشى", {"خشيت", "خشيا", "خشوا", "يخش", "يخشون", "يخشيان"}),
        ("رأى", "يرى", {"رأت", "رأيا", "رأوا", "ير", "يرون", "ترى"}),
        ("ردّ", "يرد", {"رد", "ردت", "ردوا", "يردون"}),
    ],
)
def test_a_verb_has_all_its_persons(past: str, present: str, expected: set[str]) -> None:
    assert expected <= forms(past, present)


def test_a_passive_is_written_apart_only_where_its_letters_differ() -> None:
    assert {form.text for form in conjugate("أشار", "يشير") if form.passive} >= {"أشير", "يشار", "تشار"}
    assert not any(form.passive for form in conjugate("ذكر", "يذكر"))


def test_short_forms_are_marked_for_the_negation_they_need() -> None:
    assert {form.text for form in conjugate("قال", "يقول") if form.short} == {"يقل", "تقل", "أقل", "نقل"}


@pytest.mark.parametrize(
    ("past", "present", "participle"),
    [
        ("قال", "يقول", "قائل"),
        ("ذكر", "يذكر", "ذاكر"),
        ("أضاف", "يضيف", "مضيف"),
        ("أكّد", "يؤكد", "مؤكد"),
        ("دعا", "يدعو", "داعي"),
        ("ادّعى", "يدعي", "مدعي"),
        ("ناشد", "يناشد", "مناشد"),
        ("أمل", "يأمل", "آمل"),
        ("ردّ", "يرد", "راد"),
    ],
)
def test_the_participle_follows_the_pattern_of_its_verb(past: str, present: str, participle: str) -> None:
    assert active_participle(past, present) == participle


def test_a_participle_stands_in_every_gender_and_number() -> None:
    assert [form.text for form in participles("نفى", "ينفي")] == [
        "نافيا",
        "نافية",
        "نافين",
        "نافيتين",
        "نافي",
    ]


def test_a_noun_changes_before_a_pronoun() -> None:
    assert [(form.text, form.bound) for form in nouns("ادعاء")] == [
        ("ادعاء", False),
        ("ادعائ", True),
        ("ادعاؤ", True),
    ]


@given(st.text(alphabet=LETTERS, min_size=3, max_size=5))
def test_any_sound_verb_agrees_with_its_subject_by_its_ending(root: str) -> None:
    by_text = {form.text: form for form in conjugate(root, "ي" + root)}
    assert by_text[root + "ت"].gender == "female"
    assert by_text[root + "وا"].number == "many"
    assert by_text["ي" + root].present


@pytest.mark.parametrize(
    ("verb", "has"),
    [
        ("أعلن", True),
        ("أكّد", True),
        ("طالب", True),
        ("اعتقد", False),
        ("توقّع", False),
        ("زعم", False),
        ("قال", False),
    ],
)
def test_a_damma_begins_the_active_present_of_some_patterns_only(verb: str, has: bool) -> None:
    assert has_damma(verb) is has
