"""The app in a real browser: add, search, open, judge, undo, export."""

import re
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from apps import filled, wait_until_current
from flights import HARM

pytest_plugins = ["browsing"]
pytestmark = pytest.mark.browser
uvicorn = pytest.importorskip("uvicorn", reason="the app needs tawatur[web]")

PASTED = "أعلنت وزيرة الثقافة ريم العلي أن المتحف يستقبل 300 زائر يوم الجمعة."


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an app over a ledger of the made-up story."""
    from tawatur.web import create_app

    folder = filled(tmp_path_factory.mktemp("ledger"))
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(folder), log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=10)


def open_current(tab: Any, address: str, **options: Any) -> Any:
    """The first page, once everything is linked."""
    page = tab(address, locale="ar", **options)
    for _ in range(100):
        if not page.locator(".notice").count():
            return page
        page.wait_for_timeout(200)
        page.reload()
    raise AssertionError("the ledger was not brought up to date")


def test_a_story_is_opened_down_to_the_words(tab: Any, address: str) -> None:
    page = open_current(tab, address)
    page.locator(".rows h2 a").first.click()
    page.locator(".chart-box svg").first.wait_for()
    page.locator(".number tbody a").first.click()
    page.wait_for_url("**/articles/**")
    target = page.locator(":target")
    assert "رحلة" in target.inner_text()
    target.hover()
    assert page.locator("#card").is_visible()


def test_a_text_is_added_found_and_opened(tab: Any, address: str) -> None:
    page = open_current(tab, address)
    page.get_by_role("link", name="إضافة").click()
    page.get_by_label("أو الصق نصاً").fill(PASTED)
    page.get_by_label("الوسيلة").fill("مجلة السور")
    page.get_by_role("button", name="اقرأ وأضف").click()
    page.get_by_role("heading", name="انتهى العمل").wait_for()
    assert "أضيفت مقالة واحدة" in page.locator("#job").inner_text()
    page.get_by_label("كلمات").first.fill("المتاحف")
    page.locator(".quick button").click()
    page.locator(".rows h2 a").first.click()
    assert "مجلة السور" in page.locator(".reading").inner_text()


def test_a_finding_is_judged_and_the_judgement_undone(tab: Any, address: str) -> None:
    page = open_current(tab, address)
    page.locator(".rows h2 a").first.click()
    card = page.locator(".agreement").first
    card.locator(".judge summary").click()
    card.get_by_label("اسمك").fill("منى")
    card.get_by_role("button", name="أثبت").click()
    page.locator(".standing").first.wait_for()
    assert "منى" in page.locator(".standing").first.inner_text()
    page.goto(f"{address}/judgements")
    page.get_by_role("button", name="تراجع").click()
    page.wait_for_load_state()
    assert page.locator(".standing").count() == 0


def test_a_story_is_exported_as_a_dossier(tab: Any, address: str, tmp_path: Path) -> None:
    page = open_current(tab, address)
    page.locator(".rows h2 a").first.click()
    with page.expect_download() as download:
        page.get_by_role("link", name="ملف القصة").click()
    file = tmp_path / "dossier.html"
    download.value.save_as(file)
    assert tab(file).locator("h1").first.is_visible()


def test_a_hostile_article_runs_nothing(tab: Any, address: str) -> None:
    page = open_current(tab, address)
    page.goto(f"{address}/search?words=onerror")
    page.locator(".rows h2 a").first.click()
    assert HARM in page.locator(".text").inner_text()
    assert page.title() not in {"harmed", "1"}
    assert page.locator("main img, main script").count() == 0


def test_pages_work_without_scripts(tab: Any, address: str) -> None:
    page = open_current(tab, address, java_script_enabled=False)
    page.get_by_role("link", name="إضافة").click()
    page.get_by_label("أو الصق نصاً").fill(PASTED.replace("300", "400"))
    page.get_by_role("button", name="اقرأ وأضف").click()
    page.get_by_role("heading", name="انتهى العمل").wait_for(timeout=30_000)
    page.get_by_role("link", name="English").click()
    page.get_by_role("heading", name="Done").wait_for()


@pytest.fixture(scope="module")
def pages(address: str) -> dict[str, str]:
    """The path of a page of every kind there is; a job that has ended is among them."""
    httpx = pytest.importorskip("httpx", reason="needs httpx")
    with httpx.Client(base_url=address, follow_redirects=True) as client:
        wait_until_current(client)
        story = client.get("/api/stories").json()["items"][0]["href"]
        linked = re.findall(r'href="?(/[^"#> ]*)', client.get(story).text)
        token = re.search(r'_csrf_token" value="(\w+)"', client.get("/add").text)
        assert token
        fields = {"_csrf_token": token[1], "text": PASTED}
        job = client.post("/add", data=fields, files={"files": ("", b"")}).url.path
        wait_until_current(client)
    first = {kind: next(path for path in linked if path.startswith(f"/{kind}/")) for kind in LINKED}
    return {
        "stories": "/",
        "story": story,
        **first,
        "statement": f"{first['articles']}/statements/s1",
        "list of articles": "/articles",
        "articles of a story": f"/articles?story={story.rsplit('/', 1)[1]}",
        "search": "/search?words=رحلات",
        "search of statements": "/search?who=الحداد",
        "search without answers": "/search?words=سمرقند",
        "add": "/add",
        "job": job,
        "judgements": "/judgements",
        "nothing there": "/stories/none",
        "refused": "/articles?page=0",
    }


LINKED = ("articles", "claims", "measures", "findings", "entities")
WITH_STATUS = {"nothing there": 404, "refused": 400}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_no_violation_on_any_page(
    browser: Any, address: str, pages: dict[str, str], scheme: str, language: str, width: int
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-playwright-python")
    viewport = {"width": width, "height": 800}
    context = browser.new_context(color_scheme=scheme, locale=language, viewport=viewport, bypass_csp=True)
    page = context.new_page()
    found: dict[str, Any] = {}
    for kind, path in pages.items():
        page.goto(address + path)
        assert page.evaluate("document.documentElement.lang") == language
        page.add_style_tag(content="*{content-visibility:visible!important}")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        violations = axe.Axe().run(page).response["violations"]
        found[kind] = [(v["id"], [node["html"][:200] for node in v["nodes"]][:2]) for v in violations]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), kind
    context.close()
    assert {kind: violations for kind, violations in found.items() if violations} == {}


def test_every_page_says_the_same_without_scripts(browser: Any, address: str, pages: dict[str, str]) -> None:
    read = {}
    for scripted in (True, False):
        context = browser.new_context(locale="ar", java_script_enabled=scripted)
        page = context.new_page()
        for kind, path in pages.items():
            answer = page.goto(address + path)
            assert answer.status == WITH_STATUS.get(kind, 200), kind
            read[kind, scripted] = {word for word in page.locator("main").text_content().split() if word}
        context.close()
    assert {kind for kind in pages if not read[kind, False]} == set()
    only_without = {kind: read[kind, False] - read[kind, True] for kind in pages}
    assert [kind for kind, words in only_without.items() if words] == []
