"""Take the pictures of the README: the dossier of the samples and the app over them.

    python bench/screenshots.py

Needs Chromium and playwright; writes docs/images/*.png.
"""

import shutil
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uvicorn
from playwright.sync_api import Browser, sync_playwright

from tawatur import flow
from tawatur.ledger import Ledger
from tawatur.web import create_app

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs/images"
WIDE, NARROW = {"width": 1280, "height": 860}, {"width": 400, "height": 860}
ARGUMENTS = ["--no-sandbox", "--headless=new", "--disable-gpu", "--disable-background-networking"]


def main() -> None:
    """Take them all."""
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("the pictures need Chromium (`apt install chromium`)")
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        dossier = write_dossier(Path(folder))
        take_dossier(browser, dossier.as_uri())
        with serving(Path(folder) / "ledger") as address:
            take_app(browser, address)
        browser.close()


def write_dossier(folder: Path) -> Path:
    """The dossier of the samples, from a ledger that stays for the app."""
    file = folder / "dossier.html"
    with Ledger(folder / "ledger") as ledger:
        flow.add(ledger, [str(ROOT / "samples")])
        file.write_text(flow.report(ledger).page, encoding="utf-8")
    return file


def take_dossier(browser: Browser, address: str) -> None:
    """Arabic and English, light and dark, wide and narrow, two charts, an article with its highlights."""
    shots = {
        "dossier": {"viewport": WIDE, "color_scheme": "light"},
        "dossier-dark": {"viewport": WIDE, "color_scheme": "dark"},
        "dossier-narrow": {"viewport": NARROW, "color_scheme": "light"},
    }
    for name, options in shots.items():
        with page_at(browser, address, **options) as page:
            page.screenshot(path=IMAGES / f"{name}.png")
    with page_at(browser, address, viewport=WIDE, color_scheme="light") as page:
        page.locator("#language-en").check(force=True)
        page.screenshot(path=IMAGES / "dossier-english.png")
    with page_at(browser, address, viewport=WIDE, color_scheme="light") as page:
        for kind, card in (("matrix", "section.part > .card"), ("chain", ".card.chain")):
            box = page.locator(f"{card}:has(> .chart-box[data-chart={kind}])").first
            box.scroll_into_view_if_needed()
            box.locator("svg").wait_for()
            box.screenshot(path=IMAGES / f"{kind}.png")
    with page_at(browser, address, viewport=WIDE, color_scheme="light") as page:
        page.locator(".number tbody a").first.click()
        page.wait_for_timeout(600)
        page.locator(":target").hover()
        page.screenshot(path=IMAGES / "article.png")


def take_app(browser: Browser, address: str) -> None:
    """A search and a finding with its judgement form."""
    with page_at(browser, f"{address}/search?words=جندي", viewport=WIDE, locale="ar") as page:
        page.screenshot(path=IMAGES / "search.png")
    with page_at(browser, address, viewport=WIDE, locale="ar") as page:
        page.locator(".rows h2 a").first.click()
        page.locator(".card .judge summary").first.click()
        page.locator(".card:has(.judge[open])").first.screenshot(path=IMAGES / "judge.png")


@contextmanager
def page_at(browser: Browser, address: str, **options: Any) -> Iterator[Any]:
    """A page, sharper than a screen, once its fonts are there."""
    context = browser.new_context(device_scale_factor=1.5, **options)
    page = context.new_page()
    page.goto(address)
    page.evaluate("document.fonts.ready")
    yield page
    context.close()


@contextmanager
def serving(ledger: Path) -> Iterator[str]:
    """The address of an app over a ledger, once its index is made."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(ledger), log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    while not (ledger / "search" / "stamp").exists():
        time.sleep(0.2)
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join()


if __name__ == "__main__":
    main()
