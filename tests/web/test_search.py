"""The search: words in all their forms, filters, phrases, whatever is typed."""

from pathlib import Path

import pytest
from flights import EVENING, MORNING, RETOLD, flights
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytest.importorskip("tantivy")

from tawatur.web.keys import lemmas
from tawatur.web.search import Search, Wanted


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> Search:
    made = Search(tmp_path_factory.mktemp("index") / "search")
    made.rebuild(flights()[1], "one")
    return made


def found(search: Search, wanted: Wanted) -> list[str]:
    return sorted(
        hit.article + (f"/{hit.statement}" if hit.statement else "") for hit in search.find(wanted).hits
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("الصواريخ", "بالصواريخ"),
        ("الصواريخ", "صاروخ"),
        ("رحلات", "رحلة"),
        ("والجنود", "جندي"),
        ("اسلحة", "سلاح"),
        ("ووزارته", "وزارة"),
    ],
)
def test_forms_of_one_word_share_a_key(one: str, other: str) -> None:
    assert set(lemmas(one)) & set(lemmas(other))


@pytest.mark.parametrize(
    ("wanted", "articles"),
    [
        (Wanted("الرحلات"), [EVENING.id, MORNING.id, RETOLD.id]),
        (Wanted("للرحلة بالضباب"), [EVENING.id, MORNING.id, RETOLD.id]),
        (Wanted('"مدير المطار"'), [MORNING.id, RETOLD.id]),
        (Wanted("«المطار مدير»"), []),
        (Wanted(outlet="إذاعة التل"), [EVENING.id]),
        (Wanted(first="2025-02-04", last="2025-02-04"), [EVENING.id, RETOLD.id]),
        (Wanted("رحلات", last="2025-02-03"), [MORNING.id]),
        (Wanted(entity=("سليم الحداد", "الحداد")), [MORNING.id, RETOLD.id]),
        (Wanted(act="deny"), [f"{EVENING.id}/s2"]),
        (Wanted(who="الحداد"), [f"{RETOLD.id}/s1", f"{MORNING.id}/s1", f"{MORNING.id}/s2"]),
        (Wanted(who="الحداد", about="المدرج"), [f"{MORNING.id}/s2"]),
        (Wanted("كلمة لا وجود لها هنا"), []),
    ],
)
def test_what_is_found(search: Search, wanted: Wanted, articles: list[str]) -> None:
    assert found(search, wanted) == sorted(articles)


def test_pages_do_not_overlap(search: Search) -> None:
    first, second = search.find(Wanted(), 2, 0), search.find(Wanted(), 2, 2)
    assert (first.total, second.total) == (4, 4)
    assert len({hit.article for hit in (*first.hits, *second.hits)}) == 4


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=80), st.text(max_size=20))
def test_whatever_is_typed_is_answered(search: Search, words: str, who: str) -> None:
    assert search.find(Wanted(words, who=who)).total >= 0


def test_a_damaged_index_is_thrown_away(tmp_path: Path) -> None:
    folder = tmp_path / "search"
    Search(folder).rebuild(flights()[1], "one")
    (folder / "meta.json").write_text("{", encoding="utf-8")
    again = Search(folder)
    assert again.stamp is None
    again.rebuild(flights()[1], "two")
    assert again.stamp == "two"
    assert again.find(Wanted("الرحلات")).total == 3


@pytest.mark.parametrize("name", ["layout", "stamp", "meta.json"])
def test_an_index_with_a_damaged_file_is_made_anew(tmp_path: Path, name: str) -> None:
    readings = flights()[1]
    Search(tmp_path / "search").rebuild(readings, "one")
    (tmp_path / "search" / name).write_bytes(b"\xff\xfe damaged")
    again = Search(tmp_path / "search")
    assert again.stamp != "one"
    again.rebuild(readings, "one")
    assert found(again, Wanted("الرحلات")) == sorted([EVENING.id, MORNING.id, RETOLD.id])
