"""Every time expression, resolved against the day of publication."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tawatur import find_times
from tawatur.finders import times
from tawatur.lexicon import load_lexicon
from tawatur.lexicon.calendar import Calendar
from tawatur.model import Article, Block, BlockKind, TimeType
from tawatur.rules import rule_book
from tawatur.text import segment

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases/times.yaml").read_text(encoding="utf-8"))
PUBLISHED = "2024-10-30"
PIECES = [
    "بين", "من", "إلى", "و", "يوم", "الأربعاء", "الماضي", "المقبل", "أكتوبر",
    "تشرين", "الأول", "3", "2024", "-", "/", "الساعة", "8:30", "مساء", "قبل", "بعد",
    "منذ", "عامين", "أيام", "السنوات", "الخمس", "كل", "شهر", "رمضان", "هـ", "الربع",
    "نهاية", "الأسبوع", "صيف", "اليوم", "أمس", "غدا", "القرن", "عشر", "،", ".", "(",
    "1446", "31", "ليل", "عيد الفطر", "مليار", "سنة", "العشرين", "وقت سابق", "حتى",
    "إلا", "ربع", "ص", "\n",
]  # fmt: skip
MESSY = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join) | st.text(max_size=80)
DAYS = st.none() | st.dates().map(str) | st.sampled_from(["2015-08-11T05:30:00Z", "not a date", ""])
MONTHS = ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو"]
MONTHS += ["يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"]
CLOCK = r"T\d\d:\d\d(:\d\d)?"
PART = r"T(MO|AF|EV|NI)"
WEEK = r"[\dX]{4}-W[\dX]{2}(-(\d|WE))?"
YEAR = r"[\dX]{4}(-[\dX]{2}|-(Q[\dX]|H\d|SP|SU|FA|WI))?"
DAY = rf"([\dX]{{4}}-[\dX]{{2}}-\d\d|XXXX-XX-XX|{WEEK}|{YEAR})({CLOCK}|{PART})?"
VALUE = re.compile(
    r"(PAST|PRESENT|FUTURE)_REF|P[\dX.]+(DE)?[YMWD]?[\dXYMWDTHS.]*|PT[\dX.]+[HMS][\dXHMS.]*"
    rf"|{CLOCK}|{PART}|{DAY}|\d{{1,3}}X|\d{{2,4}}"
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_each_text_has_just_these_times(case: dict[str, Any]) -> None:
    text = case["text"]
    found = [
        {**msgspec.to_builtins(time), "text": text[time.start : time.end]}
        for time in find_times(text, case.get("published", PUBLISHED))
    ]
    assert len(found) == len(case["finds"]), found
    for time, expected in zip(found, case["finds"], strict=True):
        assert time["rule"] in rule_book("times")
        assert {key: time[key] for key in expected} == expected


@given(MESSY, DAYS)
def test_times_lie_in_their_text_in_order_and_apart(text: str, published: str | None) -> None:
    end = 0
    for time in find_times(text, published):
        assert end <= time.start < time.end <= len(text)
        end = time.end


@given(MESSY, DAYS)
def test_values_are_written_as_timex3_writes_them(text: str, published: str | None) -> None:
    for time in find_times(text, published):
        for side in time.value.split("/"):
            assert VALUE.fullmatch(side), (text, time)


@given(st.dates(date(1900, 1, 1), date(2059, 12, 31)))
def test_a_date_in_figures_or_words_is_read_back(day: date) -> None:
    figures = f"{day.day}/{day.month}/{day.year}"
    for text in (figures, f"{day.day} {MONTHS[day.month - 1]} {day.year}", str(day)):
        assert [time.value for time in find_times(text)] == [str(day)]


def test_a_document_without_a_day_takes_that_of_its_dateline() -> None:
    text = "30 أكتوبر 2024\nوصل الوفد أمس"
    document = segment(Article(id="a", text=text))
    kinds = (BlockKind.DATELINE, BlockKind.PARAGRAPH)
    blocks = tuple(
        Block(line.start, line.end, kind, "given") for line, kind in zip(document.lines, kinds, strict=True)
    )
    found = times.find_times(document.body(blocks), load_lexicon().calendar)
    assert [time.value for time in found] == ["2024-10-30", "2024-10-29"]


def test_without_any_day_what_hangs_on_it_keeps_x() -> None:
    assert [time.value for time in find_times("وصل أمس وغادر الثلاثاء")] == ["XXXX-XX-XX", "XXXX-WXX-2"]


def test_types_are_those_of_timex3() -> None:
    text = "كل يوم، وأمس، والساعة 8:30 مساء، ولمدة عامين"
    kinds = [time.type for time in find_times(text, PUBLISHED)]
    assert kinds == [TimeType.SET, TimeType.DATE, TimeType.TIME, TimeType.DURATION]


@pytest.mark.parametrize(
    "piece",
    ["من ", "بين 3 و", "الأربعاء ", "قبل ", "كل ", "2024/", "أوائل ", "3 أيام و", "8:30 ", "من الأول من "],
)
def test_work_grows_no_faster_than_the_text(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = 0
    find = Calendar.find

    def counting(*given: Any) -> Any:
        nonlocal asked
        asked += 1
        return find(*given)

    monkeypatch.setattr(Calendar, "find", counting)

    def work(copies: int) -> int:
        nonlocal asked
        asked = 0
        find_times(piece * copies, PUBLISHED)
        return asked

    assert work(2000) <= 2.5 * work(1000) + 1000
