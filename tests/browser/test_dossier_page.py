"""The dossier in a real browser, opened from disk."""

from pathlib import Path
from typing import Any

import pytest
from flights import EVENING, HARM, MORNING, TURNED, at, flights

from tawatur.dossier import render_dossier
from tawatur.dossier.sources import anchor, place_anchor

pytest_plugins = ["browsing"]
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("dossier") / "dossier.html"
    file.write_text(render_dossier(*flights()), encoding="utf-8")
    return file


def colour(page: Any, selector: str, name: str = "backgroundColor") -> str:
    return str(page.eval_on_selector(selector, f"e => getComputedStyle(e).{name}"))


def test_a_click_on_a_number_opens_its_words(tab: Any, dossier: Path) -> None:
    page = tab(dossier)
    place = place_anchor(at(EVENING, "أكثر من 20 رحلة"))
    page.locator(f".number tbody a[href='#{place}']").first.click()
    words = page.locator(f"#{place}")
    assert words.inner_text() == "أكثر من 20 رحلة"
    assert words.evaluate("e => e.matches(':target')")
    page.wait_for_function(
        "id => { const r = document.getElementById(id).getBoundingClientRect();"
        " return r.top > 0 && r.bottom < innerHeight }",
        arg=place,
    )
    assert page.evaluate("document.activeElement.id") == place


def test_the_way_back(tab: Any, dossier: Path) -> None:
    page = tab(dossier)
    page.locator(".number tbody a").first.click()
    page.get_by_role("button", name="العودة").click()
    page.wait_for_function("location.hash === ''")


def test_a_highlight_leads_back_to_its_number_by_keyboard(tab: Any, dossier: Path) -> None:
    page = tab(dossier)
    page.locator(f"#{place_anchor(at(MORNING, '12 رحلة'))}").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("hash => location.hash === hash", arg=f"#{anchor('number', 'measure:1')}")


def test_layers_are_switched_off_and_on(tab: Any, dossier: Path) -> None:
    page = tab(dossier)
    cue = f"#{place_anchor(at(MORNING, 'قال'))}"
    before = colour(page, cue, "color")
    page.locator("#layer-statement").uncheck()
    assert colour(page, cue, "color") != before
    page.locator("#layer-statement").check()
    assert colour(page, cue, "color") == before
    assert not page.locator(".kind").first.is_visible()
    page.locator("#layer-block").check()
    assert page.locator(".kind").first.is_visible()


def test_the_language_is_switched(tab: Any, dossier: Path) -> None:
    page = tab(dossier)
    assert page.get_by_role("heading", name="المختلف فيه").is_visible()
    page.get_by_label("English").check(force=True)
    assert page.get_by_role("heading", name="Disputed").is_visible()
    assert not page.get_by_role("heading", name="المختلف فيه").is_visible()
    assert page.evaluate("document.documentElement.dir") == "ltr"


def test_digits_are_switched_in_counts_and_not_in_articles(tab: Any, dossier: Path) -> None:
    page = tab(dossier)
    page.get_by_label("١٢٣").check(force=True)
    assert page.locator(".counts").inner_text().startswith("٤ مقالات")
    assert "12 رحلة" in page.locator(".text").first.text_content()


def test_hover_and_focus_tell_speaker_act_and_rule(tab: Any, dossier: Path) -> None:
    page = tab(dossier)
    page.locator(f"#{place_anchor(at(EVENING, 'نفت'))}").hover()
    told = page.locator("#card").inner_text()
    assert all(words in told for words in ("النقابة", "نفي", "verb, source, that"))
    page.keyboard.press("Escape")
    assert not page.locator("#card").is_visible()
    page.locator(f"#{place_anchor(at(MORNING, '12 رحلة'))}").focus()
    assert "12" in page.locator("#card").inner_text()


CHARTS = {
    "figures": "tbody th a",
    "matrix": ".matrix td a",
    "positions": ".turns ol a",
    "moments": ".timeline div > p:first-child a",
    "chain": "li a.open",
}


def drawn(page: Any, kind: str) -> Any:
    """The first chart of a kind, once the page has come near it."""
    box = page.locator(f".chart-box[data-chart={kind}]").first
    box.evaluate("e => e.scrollIntoView({ block: 'center' })")
    box.locator("svg").wait_for()
    return box


def addresses(links: Any) -> set[str]:
    return set(links.evaluate_all("list => list.map(a => a.getAttribute('href'))"))


@pytest.mark.parametrize("kind", CHARTS)
def test_the_marks_of_a_chart_open_what_its_table_opens(tab: Any, dossier: Path, kind: str) -> None:
    page = tab(dossier)
    box = drawn(page, kind)
    beside = box.locator("xpath=..")
    assert addresses(box.locator("svg a")) == addresses(beside.locator(CHARTS[kind])) != set()


@pytest.mark.parametrize("kind", CHARTS)
def test_a_mark_of_a_chart_tells_and_opens_by_keyboard(tab: Any, dossier: Path, kind: str) -> None:
    page = tab(dossier)
    mark = drawn(page, kind).locator("svg a").first
    mark.focus()
    assert page.locator("#card").inner_text() == mark.locator("title").text_content()
    page.keyboard.press("Enter")
    page.wait_for_function("hash => location.hash === hash", arg=mark.get_attribute("href"))
    assert page.locator(":target").count() == 1


def test_a_chart_is_drawn_in_the_language_and_digits_of_the_page(tab: Any, dossier: Path) -> None:
    page = tab(dossier)
    words = drawn(page, "moments").locator("svg").text_content
    assert "فبراير 2025" in words()
    page.get_by_label("١٢٣").check(force=True)
    assert "٢٠٢٥" in words()
    page.get_by_label("English").check(force=True)
    assert "February" in words()


def test_a_chart_takes_the_place_of_its_table_and_leaves_it_to_who_asks(tab: Any, dossier: Path) -> None:
    page = tab(dossier)
    drawn(page, "matrix")
    table = page.locator("details.as-table").filter(has=page.locator(".matrix"))
    assert not table.locator("table").is_visible()
    table.locator("summary").click()
    assert table.locator("table").is_visible()


def test_what_an_article_holds_runs_nothing(tab: Any, dossier: Path) -> None:
    page = tab(dossier)
    text = page.locator("main").text_content()
    assert HARM in text
    assert TURNED in text
    assert page.title() == MORNING.title
    assert page.evaluate("document.querySelectorAll('main script, main img').length") == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_all_but_charts_works_without_scripts(tab: Any, dossier: Path) -> None:
    page = tab(dossier, java_script_enabled=False)
    page.get_by_label("English").check(force=True)
    assert page.get_by_role("heading", name="Disputed").is_visible()
    page.locator(".number tbody a").first.click()
    assert page.url.endswith(place_anchor(at(MORNING, "12 رحلة")))
    assert page.locator(".number table").first.is_visible()
    page.locator(".contents a[href$=matrix]").click()
    assert page.locator("table.matrix").is_visible()
    assert page.locator("details.as-table:not([open])").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_no_violation(tab: Any, dossier: Path, scheme: str, language: str, width: int) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-playwright-python")
    page = tab(dossier, color_scheme=scheme, viewport={"width": width, "height": 800}, bypass_csp=True)
    page.locator(f"#language-{language}").check(force=True)
    page.add_style_tag(content="*{content-visibility:visible!important}")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    results = axe.Axe().run(page)
    assert [
        (found["id"], [(node["html"][:150], node.get("any", [{}])[:1]) for node in found["nodes"]][:3])
        for found in results.response["violations"]
    ] == []


def test_the_page_prints_whole(tab: Any, dossier: Path) -> None:
    page = tab(dossier)
    page.emulate_media(media="print")
    assert not page.locator(".bar").is_visible()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".why li").first.is_visible()
    assert page.locator(".chart-box:not(:has(svg))").count() == 0
    assert page.pdf().startswith(b"%PDF-")
