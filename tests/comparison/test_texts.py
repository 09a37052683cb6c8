"""Two headlines against each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.comparison.texts import Relation, compare_texts
from tawatur.lexicon import load_lexicon

AGREE = [
    ("ارتفاع أسعار القمح في الأسواق", "أسعار القمح ترتفع في الأسواق"),
    ("مقتل عاملين في انهيار منجم", "وفاة عاملين بانهيار منجم"),
    ("لم ينسحب الوفد من المحادثات", "لم ينسحب وفد من محادثات"),
]
DISAGREE = [
    ("ارتفاع أسعار القمح في الأسواق", "أسعار القمح تنخفض في الأسواق", "contrary"),
    ("المدرب يقبل عرض النادي", "المدرب لم يقبل عرض النادي", "negated on one side"),
    ("البرلمان يناقش قانون الموانئ", "البرلمان يرفض قانون الموانئ", "undone on one side"),
    ("مقتل 12 عاملاً في انهيار منجم", "مقتل 20 عاملاً في انهيار منجم", "other figure"),
    ("مصر تستضيف بطولة كرة اليد للشباب", "تونس تستضيف بطولة كرة اليد للشباب", "other name"),
    ("الذهب يصعد مع هبوط الدولار", "هبوط الذهب مع صعود الدولار", "contrary"),
]
UNRELATED = [("افتتاح متحف الخزف", "أمطار غزيرة على الساحل"), ("", "أمطار"), ("", "")]


def relation(one: str, other: str) -> Relation:
    return compare_texts(one, other, load_lexicon()).relation


@pytest.mark.parametrize(("one", "other"), AGREE)
def test_texts_that_agree(one: str, other: str) -> None:
    assert relation(one, other) is Relation.AGREE


@pytest.mark.parametrize(("one", "other", "why"), DISAGREE)
def test_texts_that_disagree_say_in_what(one: str, other: str, why: str) -> None:
    compared = compare_texts(one, other, load_lexicon())
    assert compared.relation is Relation.DISAGREE
    assert why in {reason.what for reason, _ in compared.reasons}


@pytest.mark.parametrize(("one", "other"), UNRELATED)
def test_texts_of_different_things(one: str, other: str) -> None:
    assert relation(one, other) is Relation.UNRELATED


sentences = st.sampled_from([text for pair in AGREE + UNRELATED for text in pair] + [d[0] for d in DISAGREE])


@given(sentences | st.text(max_size=60), sentences | st.text(max_size=60))
def test_the_second_text_stands_to_the_first_as_the_first_to_the_second(one: str, other: str) -> None:
    there, back = (compare_texts(*pair, load_lexicon()) for pair in ((one, other), (other, one)))
    assert there.relation is back.relation
    assert there.likeness == pytest.approx(back.likeness)
    assert len(there.reasons) == len(back.reasons)


@given(st.text(max_size=80))
def test_a_text_does_not_disagree_with_itself(text: str) -> None:
    assert relation(text, text) is not Relation.DISAGREE
