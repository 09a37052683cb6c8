"""Every Arabic page of the corpus: its date, and its body from the first paragraph to the last."""

from pathlib import Path

import pytest

from tawatur.flow import dated_page, dated_page_fast
from tawatur.intake import PageReader
from tawatur.model import BlockKind
from tawatur.reading import read_article

PAGES = {
    "htmldate_1550981615.html": ("2020-03-17", 10, "أعلنت وزارة الصحة", "المصابين بشكل كبير."),
    "htmldate_1623715966.html": ("2020-06-03", 3, "ثمّن أحمد ساير", "انتشاره والقضاء عليه."),
    "htmldate_1691196862.html": ("2020-08-24", 6, "شهد الدكتور محمد", "بالمرحلة الثانية للدراسة."),
    "newspaper4k_cnn_arabic.html": ("2013-08-28", 7, "دمشق، سوريا (CNN)", "سوريا بشكل مستقل."),
    "trafilatura_assabah.html": ("2019-02-08", 24, "- الجيل الذي", "الخرطوم وتل ابيب."),
}

pytestmark = pytest.mark.shared


def test_no_page_of_the_corpus_is_left_out(shared: Path) -> None:
    assert {file.name for file in (shared / "corpora/html").glob("*.html")} == PAGES.keys()


@pytest.mark.parametrize("reader", [dated_page, dated_page_fast])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_its_date_and_its_whole_body(name: str, reader: PageReader, shared: Path) -> None:
    day, paragraphs, begins, ends = PAGES[name]
    article = reader((shared / "corpora/html" / name).read_bytes(), name)
    blocks = read_article(article).blocks
    body = [article.text[b.start : b.end] for b in blocks if b.kind is BlockKind.PARAGRAPH]
    assert (article.published or "")[:10] == day
    assert len(body) == paragraphs
    assert body[0].startswith(begins)
    assert body[-1].endswith(ends)
