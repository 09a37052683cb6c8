"""The time to read hostile text grows with its length, not with its square."""

import time

import pytest

from tawatur.lexicon import load_lexicon
from tawatur.model import Article, Reading
from tawatur.reading import annotate
from tawatur.rules import Rule, rule_book
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
FINDERS = ("blocks", "mentions", "times", "quantities", "statements", "events")
RULES = [
    pytest.param(finder, rule, id=f"{finder}-{rule.name}")
    for finder in FINDERS
    for rule in rule_book(finder).values()
    if rule.examples
]
SHORT, LONG = 1_000, 8_000
SLACK = 3.0


@pytest.mark.parametrize("pattern", PATTERNS)
def test_eight_times_the_text_takes_about_eight_times_as_long(pattern: str) -> None:
    short = max(seconds(repeated(pattern, SHORT)), 0.01)
    assert seconds(repeated(pattern, LONG)) < LONG / SHORT * SLACK * short


@pytest.mark.parametrize(("finder", "rule"), RULES)
def test_every_rule_takes_time_in_step_with_the_text_it_applies_to(finder: str, rule: Rule) -> None:
    pattern = "".join(f"{example.text}\n" for example in rule.examples)
    text = repeated(pattern, SHORT // 2)
    assert rule.name in stamped(finder, read(text))
    assert seconds(repeated(pattern, LONG // 2)) < LONG / SHORT * SLACK * max(seconds(text), 0.01)


def repeated(pattern: str, words: int) -> str:
    """A text of about so many words of one pattern."""
    return pattern * max(1, words // max(1, len(pattern.split())))


def seconds(text: str) -> float:
    """The least time of two readings of a text."""
    times = []
    for _ in range(2):
        begun = time.process_time()
        read(text)
        times.append(time.process_time() - begun)
    return min(times)


def read(text: str) -> Reading:
    return annotate(segment(Article(id="a", text=text, published="2024-10-23")), load_lexicon())


def stamped(finder: str, reading: Reading) -> set[str]:
    """The rules that found something, of one finder."""
    if finder == "mentions":
        return {mention.rule for entity in reading.entities for mention in entity.mentions}
    return {item.rule for item in getattr(reading, finder)}
