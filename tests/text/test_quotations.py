"""Quotations under the marks people really type."""

import pytest

from tawatur.model import Article
from tawatur.text import segment


def quotations(text: str) -> list[tuple[str, bool]]:
    return [(text[q.start : q.end], q.closed) for q in segment(Article(id="q", text=text)).quotations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('قال "نعم" ثم "لا"', [("نعم", True), ("لا", True)]),
        (
            'قال "إنها صغيرة. وأضاف "لكنها لنا". وختم "كفى"',
            [("إنها صغيرة. وأضاف", False), ("لكنها لنا", True), ("كفى", True)],
        ),
        ('قال "هذه "كلمة" في نص" فقط', [('هذه "كلمة" في نص', True)]),
        ("قال «هذه «كلمة» في نص» فقط", [("هذه «كلمة» في نص", True)]),
        ('صحيفة "النور"أمس أن "البحر هادئ"', [("النور", True), ("البحر هادئ", True)]),
    ],
)
def test_straight_marks_are_read_by_what_stands_beside_them(
    text: str, expected: list[tuple[str, bool]]
) -> None:
    assert quotations(text) == expected


def test_a_million_marks_take_no_more_than_their_time() -> None:
    assert len(quotations('"' * 200_000)) <= 200_000
