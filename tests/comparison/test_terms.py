"""Words reduced to what they mean, whatever their endings and particles."""

import msgspec
import pytest
from handmade import MEANING, RARITY
from hypothesis import given
from hypothesis import strategies as st

from tawatur.comparison.terms import Terms
from tawatur.errors import LexiconError
from tawatur.lexicon.meaning import Concept, MeaningTable, _both_ways, _check_names, _words_by_meaning
from tawatur.tables import load_table
from tawatur.text import fold

TERMS = Terms(MEANING, RARITY)
TABLE = load_table("tawatur.lexicon.arabic", "meaning", MeaningTable)


def key(word: str) -> str | None:
    term = TERMS.of(fold(word))
    return term.key if term else None


@pytest.mark.parametrize(
    "words",
    [
        "أرسلت والإرسال سيرسل أرسلوا مرسلة",
        "قتلوا القتلى مقتل وفاة ضحاياها استشهد",
        "وأصيب المصابين بجروح جرحى",
        "الروسية روسيا روسي",
        "تركيا الأتراك التركي",
        "صاروخ الصواريخ صاروخية",
        "بنك والبنوك",
        "مهاجرين لاجئ اللاجئون",
        "توفوا يتوفى الوفيات",
        "أجلوا إجلاء",
        "ستزيد يزيد زادت",
        "إصابات إصابة تصيب",
        "تقل يقل",
        "لعائلات عائلات",
    ],
)
def test_words_of_one_thing_have_one_key(words: str) -> None:
    assert len({key(word) for word in words.split()}) == 1


@pytest.mark.parametrize("pair", ["وصلوا مواصلة", "قتال قتيل", "ارتفاع انخفاض", "روسيا أوكرانيا"])
def test_words_of_different_things_have_different_keys(pair: str) -> None:
    one, other = pair.split()
    assert key(one) != key(other)


@pytest.mark.parametrize("word", ["في", "والتي", "لم", "12", "،", "و", "كانت", "تعرضها", "بعضهم"])
def test_signs_digits_and_common_words_have_none(word: str) -> None:
    assert key(word) is None


@given(st.text(min_size=1, max_size=20))
def test_any_word_can_be_read(word: str) -> None:
    folded = fold(word)
    if folded:
        assert TERMS.of(folded) == TERMS.of(folded)


@pytest.mark.parametrize("concept", TABLE.concepts, ids=[concept.name for concept in TABLE.concepts])
def test_the_example_of_a_concept_shows_it(concept: Concept) -> None:
    assert concept.name in {key(word) for word in concept.example.split()}


def test_a_word_of_two_meanings_is_refused() -> None:
    rise = Concept("rise", "up", ("صعد",), "صعد")
    with pytest.raises(LexiconError, match="means both rise and fall"):
        _words_by_meaning((rise, Concept("fall", "down", ("صعد",), "هبط")))
    with pytest.raises(LexiconError, match="opposes fall, which is not listed"):
        _both_ways((Concept("rise", "up", ("صعد",), "صعد", ("fall",)),))


def test_a_list_of_concepts_names_only_what_there_is() -> None:
    with pytest.raises(LexiconError, match="states names flying, which is no concept"):
        _check_names(msgspec.structs.replace(TABLE, states=("flying",)))
