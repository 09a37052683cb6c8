import pytest

from tawatur.lexicon.shapes import Shapes, load_shapes


@pytest.mark.parametrize("stem", ["هازار", "هوفمايستر", "جورجينسن", "ميكلوفيتش"])
def test_letters_of_foreign_names(stem: str) -> None:
    assert load_shapes().is_foreign(stem)


@pytest.mark.parametrize("stem", ["متتاليتين", "نسبيا", "استعمالها", "مؤكدين", "تتكون", "", "هاي"])
def test_letters_of_words(stem: str) -> None:
    assert not load_shapes().is_foreign(stem)


def test_weights_are_averaged_over_the_word() -> None:
    shapes = Shapes({"^اب": 1.0, "ابت": 1.0, "بتث": -1.0, "تث$": 1.0})
    assert shapes.is_foreign("ابتث")
    assert not Shapes({**shapes.weights, "تث$": 0.0}).is_foreign("ابتث")


@pytest.mark.parametrize("stem", ["هاتفيا", "متتاليتين", "ضدهم"])
def test_inflected_words_are_no_part_of_a_name(stem: str) -> None:
    assert load_shapes().is_inflected(stem)


@pytest.mark.parametrize("stem", ["جورجيفا", "كالامانيا", "كابيلو"])
def test_names_are_not_inflected(stem: str) -> None:
    assert not load_shapes().is_inflected(stem)
