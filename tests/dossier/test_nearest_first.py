"""The statement whose content comes nearest to a heading stands first under it."""

from tawatur.dossier.comparisons import nearest_first
from tawatur.dossier.page import Place, Said, Who

HEADING = "إغلاق الجسر القديم أمام الشاحنات"


def said(*words: str, by: str = "البلدية") -> Said:
    place = Place("#at", "صحيفة الجسر", "2025-03-01", "قال")
    return Said("a", Who(by), "say", "indirect", words, place, "rule", "said")


def test_the_words_of_the_heading_count_however_they_are_inflected() -> None:
    far, near = (
        said("أعمال الصيانة تبدأ في الصيف"),
        said("الجسر القديم أغلق", "وإغلاقه أمام شاحنات النقل مؤقت"),
    )
    assert nearest_first((far, near), HEADING) == (near, far)


def test_what_is_equally_near_keeps_its_order() -> None:
    first, second = said("الجسر مغلق"), said("الجسر مفتوح")
    assert nearest_first((first, second), HEADING) == (first, second)
    assert nearest_first((), HEADING) == ()


def test_everybody_is_quoted_before_anybody_is_quoted_again() -> None:
    near, nearer = said("الجسر القديم مغلق"), said("إغلاق الجسر القديم أمام الشاحنات")
    other = said("الجسر مغلق", by="السائقون")
    assert nearest_first((other, near, nearer), HEADING) == (nearer, other, near)
