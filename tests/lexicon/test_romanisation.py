"""Names in Latin letters where nobody told their English form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.lexicon.romanisation import romanise

CASES = (
    ("محمد بن سالم الكعبي", "Muhammad bin Salim al-Kʿbi"),
    ("عبد الفتاح", "ʿAbd al-Fattah"),
    ("لافروف", "Lafruf"),
    ("مُراد", "Murad"),
    ("وائل", "Waʾil"),
    ("ويليام", "Wilyam"),
    ("تشونغ", "Chung"),
    ("إيمانويل", "Imanwil"),
    ("الوزان", "al-Wzan"),
    ("ابن زيد", "Ibn Zayd"),
    ("CNN", "CNN"),
    ("", ""),
)


@pytest.mark.parametrize(("name", "latin"), CASES)
def test_names_are_written_in_latin_letters(name: str, latin: str) -> None:
    assert romanise(name) == latin


@given(st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئ َُِّ", max_size=30))
def test_no_arabic_letter_is_left(name: str) -> None:
    assert not any("\u0600" <= letter <= "\u06ff" for letter in romanise(name))
