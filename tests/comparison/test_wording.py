"""How a clause is told where it stands alone."""

import pytest
from handmade import made_ready, reading, span_of

from tawatur.comparison.wording import stands_alone, wording


@pytest.mark.parametrize(
    ("clause", "told"),
    [
        ("الأحد، أن الشركة باعت المصنع", "الشركة باعت المصنع"),
        ("الأحد، الشركة باعت المصنع،", "الشركة باعت المصنع"),
        ("وأن الشركة باعت المصنع", "الشركة باعت المصنع"),
        ("«الشركة باعت المصنع»", "«الشركة باعت المصنع»"),
        ("الشركة باعت المصنع»", "الشركة باعت المصنع"),
        ("الشركة باعت المصنع الأحد", "الشركة باعت المصنع الأحد"),
        ("الأحد", "الأحد"),
    ],
)
def test_a_clause_is_told_from_its_proposition_on(clause: str, told: str) -> None:
    times = {"الأحد": "2024-03-10"} if "الأحد" in clause else {}
    one = reading(0, {"text": f"أعلن المدير {clause}.", "times": times})
    (ready,) = made_ready([one])
    assert wording(ready, span_of(one.article, clause)) == told


def test_a_clause_may_begin_inside_a_word() -> None:
    one = reading(0, {"text": "وأعلنت الشركة بيع المصنع."})
    (ready,) = made_ready([one])
    assert wording(ready, span_of(one.article, "أعلنت الشركة بيع المصنع")) == "أعلنت الشركة بيع المصنع"


@pytest.mark.parametrize(
    ("clause", "alone"),
    [
        ("الشركة باعت المصنع", True),
        ("بعد بيع المصنع", False),
        ("هذه الأنباء كاذبة", False),
        ("حيث بيع المصنع", False),
    ],
)
def test_some_clauses_lean_on_the_one_before(clause: str, alone: bool) -> None:
    one = reading(0, {"text": f"أعلن المدير {clause}."})
    (ready,) = made_ready([one])
    assert stands_alone(ready, ready.content(span_of(one.article, clause))) is alone
