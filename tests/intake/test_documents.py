"""PDF files: letters in reading order."""

import io
import random
import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from small_pdfs import WIDE, Painted, line, pdf

from tawatur.errors import SourceError
from tawatur.intake import Limits, read_articles
from tawatur.intake.documents import in_reading_order, read_pdf
from tawatur.intake.visual import Glyph, logical
from tawatur.model import Article

DATA = Path(__file__).parent / "data"
MUSEUM = DATA / "museum.pdf"


def test_a_printed_page_reads_as_it_was_written() -> None:
    (article,) = read_articles([str(MUSEUM)])
    assert isinstance(article, Article)
    title, first, second = article.text.split("\n")
    assert title == "المتحف الوطني يفتح أبوابه"
    assert "أمام 1500 زائر بعد أعمال توسعة" in first
    assert "سامي الخطيب (52 عاماً): «نحن نرحب بالجميع في هذا المتحف الكبير»، مضيفاً" in first
    assert first.endswith("حتى 15/10/2024.")
    assert second.endswith("مساحتها 2,300 متر مربع وفق شركة ABC Design.")


def test_columns_lists_addresses_money_and_vowels_are_read() -> None:
    lines = read_pdf((DATA / "library.pdf").read_bytes(), "a.pdf").text.split("\n")
    assert lines[0] == "افتتاح مكتبة الحي الشرقي بعد عامين من العمل"
    assert "نحو 12,500 كتاب، بينها 1.5% بالإنجليزية، وإن «الدخول مجاني للجميع» حتى الساعة 18:30." in lines[1]
    assert lines[2].endswith("وفق ما نُشر على الموقع https://example.org/news.")
    assert [line.split()[1] for line in lines[4:6]] == ["فقرة", "فقرة"]
    assert "وإن مَدْرَسَةً قريبة ستنظم زيارة لإدارة المكتبة" in lines[6]


SAID = "قال المدير إن المكتبة الجديدة تضم 300 كتاب."
ADDED = "وأضاف أن الدخول مجاني."


def seen(text: str) -> str:
    """A line as it looks from left to right: letters turned round, numbers and Latin words not."""
    return re.sub(r"[0-9A-Za-z]+(?:[.,:/][0-9]+)*", lambda found: found[0][::-1], text[::-1])


def word_by_word(glyphs: list[Painted]) -> list[Painted]:
    """The words of a line in reading order, each painted from left to right."""
    words: list[list[Painted]] = [[]]
    for glyph in glyphs:
        if glyph.letters == " ":
            words.append([])
        else:
            words[-1].append(glyph)
    return [glyph for word in reversed(words) for glyph in word]


def at_random(glyphs: list[Painted]) -> list[Painted]:
    return random.Random(7).sample(glyphs, len(glyphs))


@pytest.mark.parametrize("order", [list, lambda glyphs: glyphs[::-1], word_by_word, at_random])
def test_a_line_is_read_whatever_order_it_was_painted_in(
    order: Callable[[list[Painted]], list[Painted]],
) -> None:
    indent = WIDE * (len(SAID) - len(ADDED))
    two = [*line(seen(SAID), y=700), *line(seen(ADDED), y=688, x=50 + indent)]
    assert read_pdf(pdf(order(two)), "a.pdf").text == f"{SAID} {ADDED}"


@pytest.mark.parametrize(
    "glyphs",
    [list("ﻡﻼﺳ"), list("مﻼس"), ["م", "لا", "س"], ["ﻡ", "ﻼ", "ﺳ"]],
)
def test_forms_letters_and_ligatures_become_the_same_word(glyphs: list[str]) -> None:
    assert read_pdf(pdf(line([*glyphs, " ", *"ﻢﻜﻴﻠﻋ"])), "a.pdf").text == "عليكم سلام"


def test_pages_follow_each_other() -> None:
    pages = pdf(line(seen(SAID)), [], line(seen(ADDED)))
    assert read_pdf(pages, "a.pdf").text == f"{SAID}\n{ADDED}"
    assert read_pdf(pages, "a.pdf", Limits(pages_of_pdf=1)).text == SAID


@pytest.mark.parametrize(
    ("glyphs", "text"),
    [
        ("%12.5 ﺖﻐﻠﺑ", "بلغت 12.5%"),
        ("12.5% ﺖﻐﻠﺑ", "بلغت 12.5%"),
        ("100$ ﻊﻓد", "دفع $100"),
        ("$100 ﻊﻓد", "دفع 100$"),
        ("ﺎﻌﻓد $100", "$100 دفعا"),
    ],
)
def test_signs_beside_numbers_stand_as_they_were_written(glyphs: str, text: str) -> None:
    assert read_pdf(pdf(line(glyphs)), "a.pdf").text == text


def test_brackets_open_before_they_close_however_their_glyphs_are_named() -> None:
    looks = "(ﺎﻣﺎﻋ 52) ﺐﻴﻄﺨﻟا ﻲﻣﺎﺳ"
    means = looks.translate(str.maketrans("()", ")("))
    for glyphs in (looks, means):
        assert read_pdf(pdf(line(glyphs)), "a.pdf").text == "سامي الخطيب (52 عاما)"


def test_letters_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(SourceError, match="letters of the PDF come in the wrong order"):
        read_pdf(pdf(line("قال المدير الجديد إن المكتبة الوطنية والمتحف الكبير في القاعة الأولى")), "a.pdf")


def test_glyphs_that_mean_nothing_are_refused() -> None:
    with pytest.raises(SourceError, match="does not tell which letters its glyphs are"):
        read_pdf(pdf(line(seen(SAID)), named=False), "a.pdf")


@pytest.mark.parametrize("font", [3, 42])
def test_what_matplotlib_prints_is_read(font: int) -> None:
    matplotlib = pytest.importorskip("matplotlib", minversion="3.11", reason="it shapes Arabic since 3.11")
    from matplotlib.figure import Figure

    told = "قال المدير إن المكتبة (الجديدة) تضم 12,500 كتاب و3% منها للأطفال."
    printed = io.BytesIO()
    with matplotlib.rc_context({"pdf.fonttype": font}):
        figure = Figure()
        figure.text(0.9, 0.8, told, ha="right")
        figure.savefig(printed, format="pdf")
    assert read_pdf(printed.getvalue(), "a.pdf").text == told


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
