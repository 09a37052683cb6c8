"""A real browser, where there is one."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

playwright = pytest.importorskip("playwright.sync_api", reason="the browser tests need playwright")

CHROMIUM = shutil.which("chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--headless=new",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Debian's Chromium without a window."""
    if CHROMIUM is None:
        pytest.skip("the browser tests need Chromium (`apt install chromium`)")
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield opened
        opened.close()


Tab = Callable[..., Any]


@pytest.fixture
def tab(browser: Any) -> Iterator[Tab]:
    """Opens a page and fails afterwards if it complained or reached outside.

    A complaint is anything on the console, an exception, or a request to another place.
    """
    complaints: list[str] = []
    contexts = []

    def open_tab(address: str | Path, **options: Any) -> Any:
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        url = address.as_uri() if isinstance(address, Path) else address
        home = url.split("/", 3)[2]
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: complaints.extend(_outside(request.url, home)))
        page.goto(url)
        return page

    yield open_tab
    for context in contexts:
        context.close()
    assert complaints == []


def _outside(url: str, home: str) -> list[str]:
    scheme, _, rest = url.partition(":")
    if scheme == "data" or (scheme == "file" and not home):
        return []
    return [] if home and rest.startswith(f"//{home}") else [f"request to {url}"]
