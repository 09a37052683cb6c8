"""Dates that stand only on the page, by the times finder."""

import pytest
from written_pages import page

from tawatur.flow import dated_page, dated_page_fast
from tawatur.intake import PageReader
from tawatur.reading import find_date


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("الأربعاء 23 تشرين الأول 2024", "2024-10-23"),
        ("نُشر في 3 أكتوبر/تشرين الأول 2024 الساعة 14:05", "2024-10-03"),
        ("السبت 12 فيفري 2022", "2022-02-12"),
        ("23/10/2024", "2024-10-23"),
        ("آخر تحديث: ٢٣ أكتوبر ٢٠٢٤", "2024-10-23"),
        ("أمس", None),
        ("أكتوبر 2024", None),
        ("الرئيسية", None),
        ("", None),
    ],
)
def test_a_full_date_in_words_is_a_day(line: str, day: str | None) -> None:
    assert find_date(line) == day


@pytest.mark.parametrize("reader", [dated_page, dated_page_fast])
def test_a_page_without_metadata_is_dated_by_its_dateline(reader: PageReader) -> None:
    data = page(dateline="آخر تحديث: الأربعاء 23 تشرين الأول 2024 - 10:15")
    assert reader(data, "p.html").published == "2024-10-23"
