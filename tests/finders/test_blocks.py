"""What each line of an article is."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tawatur.finders.blocks import find_blocks
from tawatur.finders.repeats import learn_repeats
from tawatur.lexicon import load_lexicon
from tawatur.model import Article, Block, BlockKind
from tawatur.rules import rule_book
from tawatur.text import segment

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases/blocks.yaml").read_text(encoding="utf-8"))
PAGE = load_lexicon().page
PARAGRAPH = "افتتحت البلدية الجسر الجديد أمام حركة السيارات بعد عامين من العمل في الموقع."
LINES = [line for case in CASES for _, line in case["lines"]]


def blocks_of(text: str, title: str | None = None, outlet: str | None = None) -> tuple[Block, ...]:
    return find_blocks(segment(Article(id="a", text=text, title=title, outlet=outlet)), PAGE)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_each_line_of_a_scraped_text_gets_its_kind(case: dict[str, Any]) -> None:
    text = "\n".join(line for _, line in case["lines"])
    found = [(block.kind.value, text[block.start : block.end]) for block in blocks_of(text)]
    assert found == [(kind, line) for kind, line in case["lines"]]


def test_the_known_title_is_found_wherever_it_stands() -> None:
    text = f"مشاركة\nالجسر الجديد: افتتاح بعد عامين\n{PARAGRAPH}"
    assert blocks_of(text, title="الجسر الجديد - افتتاح بعد عامين")[1].rule == "title of the article"


def test_a_text_without_its_known_title_begins_with_its_article() -> None:
    text = f"الجسر يفتح غداً أمام السيارات\n{PARAGRAPH}"
    assert blocks_of(text)[0].kind is BlockKind.TITLE
    assert blocks_of(text, title="انتهاء أعمال البناء فوق النهر")[0].kind is BlockKind.PARAGRAPH


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("رنا حداد", BlockKind.BYLINE),
        ("د. سامي الخطيب", BlockKind.BYLINE),
        ("كتب / سامي الخطيب", BlockKind.BYLINE),
        ("بقلم سامي الخطيب", BlockKind.BYLINE),
        ("(أ ف ب)", BlockKind.BYLINE),
        ("الضفة - المنامة:", BlockKind.DATELINE),
        ("أ ف ب - باريس", BlockKind.DATELINE),
        ("الأربعاء 23 أكتوبر 2024 - 20 ربيع الآخر 1446 هـ", BlockKind.DATELINE),
        ("23-10-2024 | 14:05", BlockKind.DATELINE),
        ("نشر في: 23 تشرين الأول 2024", BlockKind.DATELINE),
        ("آخر تحديث 14:05 بتوقيت غرينتش", BlockKind.DATELINE),
        ("القاهرة (رويترز) - قال رئيس الوزراء يوم الأحد إن الحكومة ستطرح المشروع قريباً", BlockKind.PARAGRAPH),
    ],
)
def test_lines_above_an_article_whose_title_is_known(line: str, kind: BlockKind) -> None:
    assert blocks_of(f"{line}\n{PARAGRAPH}", title="انتهاء أعمال البناء فوق النهر")[0].kind is kind


def test_lines_that_an_outlet_repeats_are_learned() -> None:
    articles = [
        Article(id=str(n), outlet="الشاطئ", text=f"{n} {PARAGRAPH}\nموعدنا معكم كل مساء\nخاتمة كل خبر.")
        for n in range(12)
    ]
    page = PAGE.with_repeats(learn_repeats(articles))
    kinds = [block.kind for block in find_blocks(segment(articles[0]), page)]
    assert kinds == [BlockKind.PARAGRAPH, BlockKind.BOILERPLATE, BlockKind.PARAGRAPH]
    other = Article(id="x", outlet="الميناء", text=articles[0].text)
    assert find_blocks(segment(other), page)[1].rule != "learned from the outlet"


@pytest.mark.parametrize("count", [1, 9])
def test_few_articles_teach_nothing(count: int) -> None:
    articles = [Article(id=str(n), outlet="الشاطئ", text=f"{n}\nموعدنا معكم") for n in range(count)]
    assert learn_repeats(articles) == {}


def test_copies_of_one_article_teach_nothing() -> None:
    article = Article(id="a", outlet="الشاطئ", text=f"{PARAGRAPH}\nموعدنا معكم")
    assert learn_repeats([article] * 50) == {}


def test_every_rule_that_is_stamped_has_a_row() -> None:
    stamped = {
        block.rule for case in CASES for block in blocks_of("\n".join(line for _, line in case["lines"]))
    }
    assert stamped <= rule_book("blocks").keys()
    assert len(stamped) > 10


@given(st.lists(st.sampled_from([*LINES, "", " ", "\u200f", "***", "1", "قال:"]), max_size=30))
def test_every_line_is_one_block_in_order(lines: list[str]) -> None:
    text = "\n".join(lines)
    document = segment(Article(id="a", text=text))
    found = find_blocks(document, PAGE)
    assert [(block.start, block.end) for block in found] == [
        (line.start, line.end) for line in document.lines
    ]


@given(st.permutations(LINES), st.integers(0, 3))
def test_a_long_sentence_is_never_dropped(lines: list[str], at: int) -> None:
    """Whatever clutter stands around it, a paragraph of the article stays."""
    text = "\n".join([*lines[:at], PARAGRAPH, *lines[at : at + 4], PARAGRAPH + " ثم أغلقته."])
    kept = [text[b.start : b.end] for b in blocks_of(text) if b.kind is not BlockKind.BOILERPLATE]
    assert PARAGRAPH in kept


@pytest.mark.shared
def test_no_paragraph_of_real_articles_is_dropped(shared: Path) -> None:
    """Lines marked as clutter in the development articles are short or links."""
    import msgspec

    for raw in (shared / "corpora/dev-articles.jsonl").read_bytes().splitlines():
        record = msgspec.json.decode(raw)
        article = Article(
            id=record["id"], text=record["text"], title=record["title"], outlet=record["outlet"]
        )
        for block in find_blocks(segment(article), PAGE):
            if block.kind is BlockKind.BOILERPLATE:
                line = article.text[block.start : block.end]
                assert len(line.split()) < 25, line
                assert not line.endswith("."), line
