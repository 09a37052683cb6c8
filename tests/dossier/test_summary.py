"""The five lines: words of articles, set against each other where they are in conflict."""

import pytest

from tawatur.dossier.page import Line, Moment, Number, Place, Row, Who
from tawatur.dossier.summary import five_lines


def place(words: str) -> Place:
    return Place(f"#{words}", "صحيفة الجسر", "2025-03-01", words)


def row(words: str, value: float) -> Row:
    return Row(words, value, value, "exact", Who("البلدية"), None, None, place(words))


def lines(numbers: tuple[Number, ...] = (), moments: tuple[Moment, ...] = ()) -> dict[str, Line]:
    return {line.label: line for line in five_lines("", (), (), (), numbers, moments, ())}


@pytest.mark.parametrize(
    ("kind", "against", "more"), [("conflicting", "40 شجرة", 0), ("revised", None, 1), ("single", None, 1)]
)
def test_a_figure_stands_against_the_one_it_is_in_conflict_with(
    kind: str, against: str | None, more: int
) -> None:
    number = Number("m", "number-m", "الأشجار", "شجرة", kind, (row("40 شجرة", 40), row("90 شجرة", 90)))
    line = lines((number,))["line_number"]
    assert line.words == "90 شجرة"
    assert (line.against.words if line.against else None, line.more) == (against, more)


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("افتتحت البلدية حديقة النهر أمام الزوار", "افتتحت البلدية حديقة النهر أمام الزوار"),
        ("زار الوفد الحديقة", "افتتحت البلدية"),
    ],
)
def test_what_happened_last_is_told_in_full_where_it_begins_with_its_place(what: str, words: str) -> None:
    moment = Moment("h", "2025-03-01", what, None, "asserted", (place("افتتحت البلدية"),))
    assert lines(moments=(moment,))["line_latest"].words == words


def test_the_headline_that_names_the_story_stands_first() -> None:
    early, naming = place("افتتاح السوق"), place("افتتاح حديقة النهر")
    named, unnamed = (
        five_lines(name, (early, naming), (), (), (), (), ())[0].words for name in ("افتتاح حديقة النهر", "")
    )
    assert (named, unnamed) == ("افتتاح حديقة النهر", "افتتاح السوق")
