"""How a clause is told where it stands alone."""

import pytest
from handmade import made_ready, reading, span_of

from tawatur.comparison.wording import said_from, stands_alone, wording


@pytest.mark.parametrize(
    ("clause", "told"),
    [
        ("الأحد، أن الشركة باعت المصنع", "الشركة باعت المصنع"),
        ("الأحد، الشركة باعت المصنع،", "الشركة باعت المصنع"),
        ("وأن الشركة باعت المصنع", "الشركة باعت المصنع"),
        ("«الشركة باعت المصنع»", "«الشركة باعت المصنع»"),
        ("الشركة باعت المصنع»", "الشركة باعت المصنع"),
        ("الشركة باعت المصنع الأحد", "الشركة باعت المصنع الأحد"),
        ("و31 عاملا في المصنع", "31 عاملا في المصنع"),
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
        ("وفي هذا السياق بيع المصنع", False),
        ("إلى 31 عاملا", False),
    ],
)
def test_some_clauses_lean_on_the_one_before(clause: str, alone: bool) -> None:
    one = reading(0, {"text": f"أعلن المدير {clause}."})
    (ready,) = made_ready([one])
    assert stands_alone(ready, ready.content(span_of(one.article, clause))) is alone


@pytest.mark.parametrize(
    ("text", "content", "clause", "told"),
    [
        ("أعلنت الشركة اعتزامها بيع المصنع.", "اعتزامها بيع المصنع", "اعتزامها بيع المصنع", None),
        ("أعلنت الشركة أنها لن تبيع المصنع.", "لن تبيع المصنع", "لن تبيع المصنع", None),
        (
            "أعلنت الشركة أن العمال باعوا المصنع.",
            "العمال باعوا المصنع",
            "العمال باعوا المصنع",
            "العمال باعوا المصنع",
        ),
        (
            "أعلنت الشركة أن 300 عامل رحلوا، وأن أول دفعة منهم عادت.",
            "300 عامل رحلوا، وأن أول دفعة منهم عادت",
            "، وأن أول دفعة منهم عادت",
            "300 عامل رحلوا، وأن أول دفعة منهم عادت",
        ),
    ],
)
def test_a_clause_begins_where_it_can_be_read(text: str, content: str, clause: str, told: str | None) -> None:
    said = {
        "cue": "أعلنت",
        "speaker": "anon:الشركة",
        "source": "الشركة",
        "act": "announce",
        "content": [content],
    }
    one = reading(0, {"text": text, "statements": [said]})
    (ready,) = made_ready([one])
    start = said_from(ready, one.statements[0], span_of(one.article, clause))
    assert text[start:].startswith(told or "أعلنت الشركة")
