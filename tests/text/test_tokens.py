"""Tokens, lines, sentences and quotations lie where the reader sees them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.model import Article, Block, BlockKind
from tawatur.text import Document, peel, peel_endings, segment, tokenise

MESSY = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from('ابتكلمن وقال إن «» ""“”„.،:!؟\n\r\u2028\u0640\u064e\u200f0123٤٫,٬-'),
    )
)


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("قال: 12,000 جندي.", ["قال", ":", "12,000", "جندي", "."]),
        ("10و12 ألف", ["10", "و", "12", "الف"]),
        ("و12,5%", ["و", "12,5", "%"]),
        ("طائرة F-16 من U.S.A", ["طائرة", "F-16", "من", "U.S.A"]),
        ("تشوي سون-هوي", ["تشوي", "سون", "-", "هوي"]),
        ("خَبَرَيْن", ["خبرين"]),
        ("١٫٥ مليون", ["1٫5", "مليون"]),
        ("3.\u200f1 مليار", ["1.3", "مليار"]),
        ("3. \u200f1", ["3", ".", "1"]),
        ("24/10/2024", ["24", "/", "10", "/", "2024"]),
        ("«نعم»", ["«", "نعم", "»"]),
        ("3 ـ 1 ثم 2ــ0", ["3", "-", "1", "ثم", "2", "-", "0"]),
        ("الـ24 ولـ«نعم»", ["ال", "24", "ول", "«", "نعم", "»"]),
        ("\u200f\u200e", []),
    ],
)
def test_tokens(text: str, forms: list[str]) -> None:
    assert [form for form in tokenise(text).forms if form.strip("\u200f\u200e")] == forms


@given(MESSY)
def test_everything_lies_inside_the_text(text: str) -> None:
    document = segment(Article(id="x", text=text))
    tokens = document.tokens
    assert all(0 <= s < e <= len(text) for s, e in zip(tokens.starts, tokens.ends, strict=True))
    assert tokens.starts == sorted(tokens.starts)
    for line in document.lines:
        assert text[line.start : line.end] == text[line.start : line.end].strip() != ""
    for sentence in document.sentences:
        line = document.lines[sentence.line]
        assert line.start <= sentence.start < sentence.end <= line.end
    for quotation in document.quotations:
        assert quotation.first < quotation.last <= len(tokens)
        assert 0 <= quotation.start < quotation.end <= len(text)


@given(MESSY)
def test_the_lines_hold_every_visible_letter(text: str) -> None:
    document = segment(Article(id="x", text=text))
    held = {i for line in document.lines for i in range(line.start, line.end)}
    assert all(i in held for i, letter in enumerate(text) if letter.isalnum())


def sentences(text: str) -> list[str]:
    document = segment(Article(id="x", text=text))
    return [text[s.start : s.end] for s in document.sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصل الوفد. وغادر الوزير.", ["وصل الوفد.", "وغادر الوزير."]),
        ("قال: «انتهى الأمر.» ثم مضى", ["قال: «انتهى الأمر.»", "ثم مضى"]),
        ("بلغ 3.5 مليون طن", ["بلغ 3.5 مليون طن"]),
        ("سنرى.. ثم نقرر", ["سنرى.. ثم نقرر"]),
        ("هل وصلوا؟ لا نعرف!", ["هل وصلوا؟", "لا نعرف!"]),
        ("سطر أول\nسطر ثان", ["سطر أول", "سطر ثان"]),
        ("نما 3% .وتبلغ حصتنا", ["نما 3% .", "وتبلغ حصتنا"]),
        ("خفضوها في 2017.وقال المدير ذلك", ["خفضوها في 2017.", "وقال المدير ذلك"]),
        ("وصل أمس.وغادر", ["وصل أمس.", "وغادر"]),
        ("قالت سي.إن.إن وكيو.إيه ود.سامي في أ.ش.أ", ["قالت سي.إن.إن وكيو.إيه ود.سامي في أ.ش.أ"]),
        ("ربح 3.5 مليون د.ك. فقط", ["ربح 3.5 مليون د.ك. فقط"]),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def quotations(text: str) -> list[tuple[str, bool]]:
    document = segment(Article(id="x", text=text))
    return [(text[q.start : q.end], q.closed) for q in document.quotations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال «نحن هنا» ثم خرج", [("نحن هنا", True)]),
        ('قال "نحن هنا" ثم قال "نعم"', [("نحن هنا", True), ("نعم", True)]),
        ("قال “نحن “هنا” الآن” ثم", [("نحن “هنا” الآن", True)]),
        ("قال «نحن لم نغلق", [("نحن لم نغلق", False)]),
        ("قال «سطر أول\nوسطر ثان» ثم", [("سطر أول\nوسطر ثان", True)]),
        ("قال «سطر أول\nوقال «ثان»", [("سطر أول", False), ("ثان", True)]),
        ("« » فارغ", []),
        ("أغلق» بلا فتح", []),
    ],
)
def test_quotations(text: str, expected: list[tuple[str, bool]]) -> None:
    assert quotations(text) == expected


def test_the_body_leaves_clutter_out() -> None:
    text = "قالت الوزارة «إن الطريق مفتوح»\nشارك «الخبر» مع أصدقائك"
    document = segment(Article(id="x", text=text))
    kinds = (BlockKind.PARAGRAPH, BlockKind.BOILERPLATE)
    blocks = tuple(
        Block(line.start, line.end, kind, "test") for line, kind in zip(document.lines, kinds, strict=True)
    )
    body: Document = document.body(blocks)
    assert [sentence.line for sentence in body.sentences] == [0]
    assert [text[q.start : q.end] for q in body.quotations] == ["إن الطريق مفتوح"]


@pytest.mark.parametrize(
    ("form", "stem", "lead"),
    [
        ("وللبنتاغون", "بنتاغون", 3),
        ("لروسيا", "روسيا", 1),
        ("وبالصواريخ", "صواريخ", 4),
        ("فقال", "قال", 1),
        ("واشنطن", "واشنطن", 0),
        ("وسيكون", "يكون", 2),
    ],
)
def test_every_reading_of_attached_particles_is_offered(form: str, stem: str, lead: int) -> None:
    assert (stem, lead) in [(peeled.stem, peeled.lead) for peeled in peel(form)]


@given(st.text(st.sampled_from("وفبلكسالهمنتي"), min_size=2, max_size=8))
def test_peeling_only_takes_letters_off(form: str) -> None:
    for peeled in peel(form):
        assert form.endswith(peeled.stem)
        assert len(form) - len(peeled.stem) == peeled.lead


def test_endings() -> None:
    assert ("قول", "ه") in peel_endings("قوله")
    assert ("تاكيد", "هم") in peel_endings("تاكيدهم")
