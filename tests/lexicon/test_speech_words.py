"""The small sets of words beside the verbs of saying."""

import pytest

from tawatur.lexicon.speech import load_speech
from tawatur.text import fold

SPEECH = load_speech()


@pytest.mark.parametrize("form", ["وصل", "وصلت", "وافقا", "وقعوا", "وفاة"])
def test_a_first_letter_is_told_from_a_conjunction(form: str) -> None:
    assert fold(form) in SPEECH.words.rooted


@pytest.mark.parametrize("form", ["وضعف", "وقعد", "وصلاحيات"])
def test_a_conjunction_is_no_first_letter(form: str) -> None:
    assert fold(form) not in SPEECH.words.rooted


@pytest.mark.parametrize("phrase", ["على حد قوله", "وفق تقديرها", "وفقا لرأيهم", "بحسب روايتها"])
def test_own_words_stand_with_every_lead_and_pronoun(phrase: str) -> None:
    words = tuple(fold(phrase).split())
    assert words in SPEECH.sequences.own_words[words[0]]


@pytest.mark.parametrize("form", ["اكتفى", "يكتفي", "اكتفت", "سارعوا", "يعيدان"])
def test_a_verb_of_manner_is_known_in_every_form(form: str) -> None:
    assert fold(form) in SPEECH.words.manners


@pytest.mark.parametrize("form", ["المسؤولون", "مدربين", "الباحثان", "مراسلنا", "وزيرها", "بيانا"])
def test_a_teller_is_known_in_number_case_and_with_a_pronoun(form: str) -> None:
    assert SPEECH.sorts(fold(form))


@pytest.mark.parametrize("form", ["الطاولة", "لبنان", "سكين", "كتابة"])
def test_another_word_heads_no_source(form: str) -> None:
    assert not SPEECH.sorts(fold(form))
