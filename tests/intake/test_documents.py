"""PDF files: letters in reading order."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from tawatur.errors import SourceError
from tawatur.intake import read_articles
from tawatur.intake.documents import in_reading_order, read_pdf
from tawatur.intake.visual import Glyph, logical
from tawatur.model import Article

MUSEUM = Path(__file__).parent / "data/museum.pdf"


def test_a_printed_page_reads_as_it_was_written() -> None:
    (article,) = read_articles([str(MUSEUM)])
    assert isinstance(article, Article)
    title, first, second = article.text.split("\n")
    assert title == "المتحف الوطني يفتح أبوابه"
    assert "أمام 1500 زائر بعد أعمال توسعة" in first
    assert "سامي الخطيب (52 عاماً): «نحن نرحب بالجميع في هذا المتحف الكبير»، مضيفاً" in first
    assert first.endswith("حتى 15/10/2024.")
    assert second.endswith("مساحتها 2,300 متر مربع وفق شركة ABC Design.")


@pytest.mark.parametrize(
    ("seen", "read"),
    [
        ("ﻞﺒﺟ", "جبل"),
        ("ﺮﺋاز 1500 مﺎﻣأ", "أمام 1500 زائر"),
        ("(ﺎﻣﺎﻋ 52)", "(52 عاما)"),
        ("«ﻢﻌﻧ» لﺎﻗ", "قال «نعم»"),
        (".15/10/2024 ﻰﺘﺣ", "حتى 15/10/2024."),
        (".ABC Design ﺔﻛﺮﺷ", "شركة ABC Design."),
        ("12.5%و 3-4", "3-4 و12.5%"),
        ("ﻡﻼﺳ", "سلام"),
        ("", ""),
        ("   ", ""),
    ],
)
def test_a_line_as_it_is_seen_is_read_from_the_right(seen: str, read: str) -> None:
    glyphs = [Glyph(sign, place, place + 1) for place, sign in enumerate(seen)]
    assert logical(glyphs, right_to_left=True) == read
    assert logical(glyphs[::-1], right_to_left=True) == read


def test_gaps_are_spaces_and_marks_stay_with_their_letter() -> None:
    glyphs = [Glyph("ب", 0, 5), Glyph("َ", 1, 4), Glyph("أ", 5, 8), Glyph("ج", 12, 17)]
    assert logical(glyphs, right_to_left=True) == "ج أبَ"


def test_columns_are_read_from_the_right_under_a_common_headline() -> None:
    def box(name: str, x0: float, x1: float, y0: float, y1: float) -> SimpleNamespace:
        return SimpleNamespace(name=name, x0=x0, x1=x1, y0=y0, y1=y1)

    boxes = [
        box("left top", 0, 45, 50, 80),
        box("right bottom", 55, 100, 10, 45),
        box("headline", 0, 100, 90, 100),
        box("right top", 55, 100, 50, 80),
        box("left bottom", 0, 45, 10, 45),
    ]
    assert [one.name for one in in_reading_order(boxes)] == [
        "headline",
        "right top",
        "right bottom",
        "left top",
        "left bottom",
    ]


def test_damaged_and_empty_files_are_refused() -> None:
    whole = MUSEUM.read_bytes()
    for data in (
        b"%PDF-1.4\n",
        whole[:2000],
        b"%PDF-1.4\n%%EOF",
        whole.replace(b"FlateDecode", b"FlateDecodx"),
    ):
        with pytest.raises(SourceError, match="PDF"):
            read_pdf(data, "a.pdf")


def test_a_stream_that_grows_beyond_bounds_is_refused() -> None:
    import zlib

    bomb = b"%PDF-1.4\n1 0 obj\n<<>>\nstream\n" + zlib.compress(b"a" * 250_000_000) + b"\nendstream"
    with pytest.raises(SourceError, match="grows beyond"):
        read_pdf(bomb, "a.pdf")
