"""The lexicon of attribution."""

import pytest

from tawatur.lexicon.speech import Part, Teller, load_speech
from tawatur.model import Act
from tawatur.text import fold

SPEECH = load_speech()


@pytest.mark.parametrize(
    ("form", "verb", "part"),
    [
        ("وأضاف", "أضاف", Part.VERB),
        ("نفته", "نفى", Part.VERB),
        ("زعمتا", "زعم", Part.VERB),
        ("مؤكدتين", "أكّد", Part.PARTICIPLE),
        ("واصفاً", "وصف", Part.PARTICIPLE),
    ],
)
def test_a_written_form_is_read_as_its_verb(form: str, verb: str, part: Part) -> None:
    assert (verb, part) in [(sense.entry.verb, sense.part) for sense in SPEECH.senses(fold(form))]


@pytest.mark.parametrize("form", ["قالب", "مدينة", "يجب", "الطاولة", "", "قائلك"])
def test_another_word_is_no_cue(form: str) -> None:
    assert SPEECH.senses(fold(form)) == ()


def test_a_conjunction_is_told_from_a_letter_of_the_word() -> None:
    (joined,) = (sense for sense in SPEECH.senses(fold("وقال")) if sense.entry.verb == "قال")
    (plain,) = (sense for sense in SPEECH.senses(fold("وصف")) if sense.entry.verb == "وصف")
    assert joined.joined
    assert not plain.joined


def test_every_act_is_somebodys() -> None:
    entries = {entry for readings in SPEECH.forms.values() for entry, _, _ in readings}
    assert {entry.act for entry in entries} == set(Act)


def test_every_entry_has_a_gloss_and_an_example() -> None:
    entries = [entry for readings in SPEECH.forms.values() for entry, _, _ in readings]
    assert all(entry.gloss and entry.example for entry in entries)


def test_a_source_is_of_a_sort() -> None:
    assert SPEECH.tellers[fold("مسؤولون")] == {Teller.PEOPLE}
    assert Teller.INSTITUTION in SPEECH.tellers[fold("وزارة")]
