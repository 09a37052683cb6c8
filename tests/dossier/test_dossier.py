"""The dossier: complete, closed, and harmless whatever the articles hold."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from flights import EVENING, HARM, MORNING, TURNED, at, flights
from floods import sample_readings, sample_situation
from msgspec.structs import replace

from tawatur.dossier import render_dossier, show_dossier
from tawatur.dossier.interface import Interface
from tawatur.dossier.sources import anchor, place_anchor
from tawatur.intake import read_articles
from tawatur.lexicon import load_lexicon
from tawatur.model import Article, Reading, Situation
from tawatur.reading import read_article
from tawatur.situation import situate

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
VOID = {"meta", "input", "img", "br", "hr", "link"}
FOREIGN = {"script", "style"}


class Page(HTMLParser):
    """Every element of a page with its attributes; fails where elements cross."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not FOREIGN.intersection(self.open):
            self.words.append(data)

    def all(self, attribute: str) -> list[str]:
        return [value for _, attributes in self.elements if (value := attributes.get(attribute))]


@pytest.fixture(scope="module")
def html() -> str:
    return render_dossier(*flights())


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    return Page(html)


def test_every_link_leads_to_an_element_of_the_page(page: Page) -> None:
    links = [link for tag, a in page.elements if tag == "a" and (link := a["href"]) and link.startswith("#")]
    assert len(links) > 40
    assert {link[1:] for link in links} <= set(page.all("id"))


def test_no_id_is_given_twice(page: Page) -> None:
    ids = page.all("id")
    assert len(ids) == len(set(ids))


def test_nothing_is_fetched_from_anywhere(page: Page, html: str) -> None:
    assert page.all("src") == []
    assert [tag for tag, _ in page.elements if tag in {"link", "img", "iframe", "object"}] == []
    style = html[html.index("<style>") : html.index("</style>")]
    assert re.findall(r"url\((?!data:)|@import", style) == []


def test_what_an_article_holds_is_shown_as_text(page: Page, html: str) -> None:
    shown = "".join(page.words)
    assert HARM in shown
    assert TURNED in shown
    assert len([tag for tag, _ in page.elements if tag == "script"]) == 5
    assert page.all("onerror") == []


def test_only_the_pages_own_blocks_may_run(html: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
    assert policy
    assert policy[1].startswith("default-src &#39;none&#39;")
    assert "unsafe" not in policy[1]
    assert policy[1].count("sha256-") == 5


def test_labels_stand_in_both_languages(page: Page) -> None:
    labels = [
        attributes.get("lang")
        for tag, attributes in page.elements
        if tag == "i" and "class" not in attributes
    ]
    assert labels.count(None) == labels.count("en") > 50


def test_numbers_show_every_figure_once_a_speaker() -> None:
    story = show_dossier(*flights()).stories[0]
    (number,) = story.numbers
    assert number.kind == "revised"
    assert [(row.low, row.high, len(row.same)) for row in number.rows] == [(12, 12, 1), (20, None, 0)]


@pytest.mark.parametrize(
    ("times", "hours"),
    [
        (("2025-02-03T08:05:00+02:00", "2025-02-03T19:40:00+02:00"), ["08:05", "19:40"]),
        (("2025-02-03T08:05:00+02:00", "2025-02-03TEV"), ["08:05", None]),
        (("2025-02-03T08:05:00+02:00", "2025-02-04T19:40:00+02:00"), [None, None]),
    ],
)
def test_the_hour_is_told_where_figures_share_their_day(
    times: tuple[str, str], hours: list[str | None]
) -> None:
    situation, readings = flights()
    (measure,) = situation.measures
    first, *_, last = measure.figures
    figures = tuple(replace(one, time=time) for one, time in zip((first, last), times, strict=True))
    changed = replace(situation, measures=(replace(measure, figures=figures),))
    (number,) = show_dossier(changed, readings).stories[0].numbers
    assert [row.hour for row in number.rows] == hours


def test_disputes_set_denial_beside_assertion() -> None:
    (dispute,) = show_dossier(*flights()).stories[0].disputes
    assert [side.stance for side in dispute.sides] == ["affirms", "denies"]
    assert [side.said[0].words for side in dispute.sides] == [("المدرج مفتوح",), ("يكون المدرج مفتوحاً",)]


def test_one_origin_in_many_articles_is_a_warning_and_comes_last() -> None:
    strong, weak = show_dossier(*flights()).stories[0].agreed
    assert (strong.independent_origins, strong.warning) == (2, False)
    assert (weak.independent_origins, weak.articles, weak.warning) == (1, 2, True)


def test_the_five_lines_are_words_of_articles() -> None:
    situation, readings = flights()
    story = show_dossier(situation, readings).stories[0]
    assert [line.label for line in story.lines] == [
        "line_about",
        "line_agreed",
        "line_disputed",
        "line_number",
        "line_latest",
    ]
    texts = [article.text for article in situation.articles]
    for line in story.lines:
        assert any(line.words in text for text in texts)


def test_chains_show_only_words_that_were_carried() -> None:
    story = show_dossier(*flights()).stories[0]
    assert [chain.principal.name for chain in story.chains] == ["سليم الحداد"]
    assert story.chains[0].articles == 2


def test_a_highlight_leads_back_to_where_it_is_used(html: str) -> None:
    place = place_anchor(at(MORNING, "12 رحلة"))
    assert f"id={place} href=#{anchor('number', 'measure:1')}" in html
    denial = place_anchor(at(EVENING, "نفت"))
    assert f"id={denial} href=#{anchor('finding', 'finding:2')}" in html


def test_the_same_input_gives_the_same_page(html: str) -> None:
    assert render_dossier(*flights()) == html


def test_any_situation_can_be_shown() -> None:
    assert Page(render_dossier(sample_situation(), sample_readings()))
    assert Page(render_dossier(Situation(), []))
    bare = Article(id="bare", text="")
    assert Page(render_dossier(Situation(articles=(bare,)), [Reading(bare)]))


def test_a_page_in_one_language_has_no_other() -> None:
    html = render_dossier(*flights(), Interface(languages=("en",), digits="arab"))
    assert "<i lang=" not in html
    assert "١ dispute" in "".join(Page(html).words)


def test_each_side_of_a_claim_has_a_speaker_in_the_matrix() -> None:
    articles = [article for article in read_articles([str(SAMPLES)]) if isinstance(article, Article)]
    readings = [read_article(article) for article in articles]
    situation = situate(readings, load_lexicon())
    matrix = show_dossier(situation, readings).stories[0].matrix
    assert matrix is not None
    sides = [
        (claim.what, {stance.value for stance, places in claim.stands if places})
        for claim in situation.claims
    ]
    for column, claim in enumerate(matrix.claims):
        shown = {cell.stance for row in matrix.cells for cell in row[column]}
        assert (claim.words, shown) in sides
