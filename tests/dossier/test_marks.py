"""Highlights nest, cross and touch; the text comes out whole and the elements well formed."""

import re
from html import unescape
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from tawatur.dossier.marks import Mark, highlight

TEXT = "قال <الوزير> & أضاف «12» رحلة"
marks = st.builds(
    lambda start, length, layer, link: Mark(
        start, start + length, layer, f"at-{layer}-{start}-{length}", "#x" if link else None
    ),
    st.integers(0, len(TEXT)),
    st.integers(0, 12),
    st.sampled_from(["cue", "content", "entity"]),
    st.booleans(),
)


class Nesting(HTMLParser):
    """Fails where elements cross or a link stands in a link."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag != "a" or "a" not in self.open
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@given(st.lists(marks, max_size=12), st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
def test_the_text_comes_out_whole(found: list[Mark], one: int, other: int) -> None:
    start, end = sorted((one, other))
    html = str(highlight(TEXT, start, end, found))
    assert unescape(re.sub(r"<[^>]*>", "", html)) == TEXT[start:end]
    Nesting(html)


@given(st.lists(marks, max_size=12, unique_by=lambda mark: mark.anchor))
def test_a_mark_bears_its_id_once(found: list[Mark]) -> None:
    html = str(highlight(TEXT, 0, len(TEXT), found))
    ids = re.findall(r"id=([\w-]+)", html)
    assert sorted(ids) == sorted(mark.anchor or "" for mark in found if mark.start < min(mark.end, len(TEXT)))


def test_marks_that_cross_are_cut() -> None:
    crossing = [Mark(0, 6, "content", "one"), Mark(4, 10, "source", "two")]
    assert str(highlight("0123456789", 0, 10, crossing)) == (
        "<span class=content id=one>0123<span class=source id=two>45</span></span>"
        "<span class=source>6789</span>"
    )


def test_a_link_inside_a_link_is_only_a_highlight() -> None:
    nested = [Mark(0, 6, "quantity", href="#a"), Mark(2, 4, "entity", href="#b")]
    assert str(highlight("012345", 0, 6, nested)).count("<a ") == 1


def test_a_mark_from_the_line_before_goes_on_without_its_id() -> None:
    html = str(highlight("سطر\nسطر", 4, 7, [Mark(0, 7, "content", "one")]))
    assert html == "<span class=content>سطر</span>"
