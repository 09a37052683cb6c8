"""Small pieces of pages: long lists are cut, and say how much was left out."""

from typing import Any

import pytest

from tawatur.dossier.interface import Interface
from tawatur.dossier.page import Place, Said, Who
from tawatur.dossier.render import templates

AR = Interface(languages=("ar",))


@pytest.fixture(scope="module")
def parts() -> Any:
    return templates().get_template("parts.html").make_module()


def said(number: int) -> Said:
    place = Place(f"#at-{number}", "صحيفة الجسر", "2025-03-01", "قال")
    return Said("a", Who("البلدية"), "say", "indirect", ("فتحت الحديقة",), place, "rule", f"said-{number}")


@pytest.mark.parametrize(
    ("statements", "linked", "left"), [(3, 3, None), (20, 20, None), (31, 20, "و11 أخرى")]
)
def test_the_first_twenty_statements_are_linked(
    parts: Any, statements: int, linked: int, left: str | None
) -> None:
    html = str(parts.quotes(tuple(map(said, range(statements))), 2, AR))
    assert len({number for number in range(statements) if f'"#at-{number}"' in html}) == linked
    assert html.count("<figure") == 2
    assert (left in html) if left else ('class="tally"' not in html)


def test_sources_are_told_until_there_are_too_many(parts: Any) -> None:
    places = tuple(Place(f"#at-{number}", "صحيفة الجسر", None, "قال") for number in range(9))
    assert str(parts.sources(places, 6, AR)).count("<a") == 6
    assert "و3 أخرى" in str(parts.sources(places, 6, AR))
    assert "أخرى" not in str(parts.sources(places, 9, AR))
