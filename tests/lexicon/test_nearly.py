"""Known names in a spelling that no gazetteer has."""

import pytest

from tawatur.lexicon.names import load_names
from tawatur.model import EntityType
from tawatur.text import fold

NAMES = load_names()


@pytest.mark.parametrize(
    ("spelt", "kind", "known"),
    [
        ("بروكسال", EntityType.POLITY, "gpe:brussels"),
        ("قازاخستان", EntityType.POLITY, "gpe:kazakhstan"),
        ("مانشستير يونايتد", EntityType.ORGANISATION, "org:manchester-united"),
        ("الأسوشيتد برس", EntityType.ORGANISATION, "org:ap"),
        ("مانشستر يونايتد", EntityType.ORGANISATION, "org:manchester-united"),
    ],
)
def test_a_foreign_name_is_known_by_another_vowel_or_letter(spelt: str, kind: EntityType, known: str) -> None:
    found = NAMES.nearly.find(tuple(fold(spelt).split()), kind)
    assert found is not None
    assert found.id == known


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("الحزب الدستوري", EntityType.ORGANISATION),
        ("البنك الإفريقي", EntityType.ORGANISATION),
        ("العين الإماراتية", EntityType.ORGANISATION),
        ("نيجر", EntityType.POLITY),
        ("بروكسال", EntityType.ORGANISATION),
        ("", EntityType.POLITY),
    ],
)
def test_common_words_short_ones_and_other_kinds_are_no_spellings(words: str, kind: EntityType) -> None:
    assert NAMES.nearly.find(tuple(fold(words).split()), kind) is None


@pytest.mark.parametrize("name", ["روسيا البيضاء", "الأمم المتحدة", "القاهرة", "يوفنتوس"])
def test_a_listed_spelling_is_nearest_to_itself(name: str) -> None:
    words = tuple(fold(name).split())
    listed = next(known for rest, known in NAMES.known[words[0]] if rest == words[1:] and not known.sport)
    found = NAMES.nearly.find(words, listed.type)
    assert found is not None
    assert found.id == listed.id
