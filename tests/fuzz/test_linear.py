"""The time to read hostile text grows with its length, not with its square."""

import time

import pytest

from tawatur.lexicon import load_lexicon
from tawatur.model import Article
from tawatur.reading import annotate
from tawatur.text import segment

PATTERNS = [
    *(
        '"',
        "«",
        "»",
        "«»",
        "(",
        "()",
        ". ",
        ".",
        "، ",
        "\n",
        "«\n",
        "- ",
        "_",
        "%",
        "\u200f",
        " ",
        "ـ",
        "َ",
        "ﷺ",
    ),
    *("ا", "A", "A ", "1", "1 ", "1,", "1 و", "http://a ", "و", "و ", "ال", "في ", "الذي "),
    *(
        "قال ",
        "قال إن ",
        "إن ",
        'قال "',
        '"قال ',
        'قال محمد: "',
        "أضاف ",
        "وأضاف أن ",
        "لم ",
        "لم يؤكد ",
        "بحسب ",
    ),
    *("وفقا ل", "نقلت رويترز عن ", "اتهم محمد عليا ب", "أعلن وزير الدفاع أن "),
    *("محمد ", "وزير ", "رئيس وزير ", "وزير الدفاع محمد ", "روسيا ", "روسيا وأوكرانيا و", "شركة ", "مدينة "),
    *(
        "مليون ",
        "نحو مليون ",
        "مئة ",
        "مئات ",
        "عشرات الآلاف ",
        "خمسة وعشرون ",
        "أكثر من ",
        "بين ",
        "من 1 إلى ",
    ),
    *("يوم ", "الأربعاء ", "عام ", "2024 ", "2024-10-23 ", "12:30 ", "الأسبوع الماضي ", "5 يناير ", "ماضي "),
    *("شاهد أيضا: ", "مشاركة\n", "أخبار ذات صلة\n", "قال الوزير محمد علي إن «الأمر» انتهى. "),
]
SHORT, LONG = 1_000, 8_000
SLACK = 3.0


def seconds(pattern: str, words: int) -> float:
    """The least time of two runs over a text of about so many words of one pattern."""
    text = pattern * max(1, words // max(1, len(pattern.split())))
    document_time = []
    for _ in range(2):
        begun = time.process_time()
        annotate(segment(Article(id="a", text=text, published="2024-10-23")), load_lexicon())
        document_time.append(time.process_time() - begun)
    return min(document_time)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_eight_times_the_text_takes_about_eight_times_as_long(pattern: str) -> None:
    short = max(seconds(pattern, SHORT), 0.01)
    assert seconds(pattern, LONG) < LONG / SHORT * SLACK * short
