"""English names of the bodies that every state has."""

import pytest

from tawatur.lexicon import load_lexicon
from tawatur.lexicon.english import english_body

CASES = (
    ("وزارة الزراعة الأردنية", "Agriculture Ministry of Jordan"),
    ("وزارة الخارجية الكورية الشمالية", "Foreign Ministry of North Korea"),
    ("وزارة الدفاع في كوريا الجنوبية", "Defence Ministry of South Korea"),
    ("الاستخبارات العسكرية الأوكرانية", "Military Intelligence of Ukraine"),
    ("الجيش اللبناني", "Army of Lebanon"),
    ("الدفاع المدني", "Civil Defence"),
    ("وزارة السعادة", None),
    ("وزارة الصحة والشاي", None),
    ("الجيش الذي", None),
    ("في", None),
    ("", None),
)


@pytest.mark.parametrize(("name", "english"), CASES)
def test_a_body_of_a_state_has_its_english_name(name: str, english: str | None) -> None:
    assert english_body(name, load_lexicon().names) == english
