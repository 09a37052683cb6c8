"""An app over the made-up story, for the tests that ask it and those that look at it."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flights import flights

HOST = "testserver.local"


def filled(folder: Path) -> Path:
    """A ledger with the four articles of the made-up story."""
    from tawatur.ledger import Ledger

    with Ledger(folder) as ledger:
        for reading in flights()[1]:
            ledger.add(reading, reader="test")
    return folder


def wait_until_current(client: Any) -> None:
    """Wait for the links and the index to be in step with the ledger."""
    for _ in range(200):
        if client.get("/api/state").json()["current"]:
            return
        time.sleep(0.1)
    raise AssertionError("the ledger was not brought up to date")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the ledger."""
    return filled(tmp_path_factory.mktemp("ledger"))


@pytest.fixture(scope="module")
def client(folder: Path) -> Iterator[Any]:
    """A client of the app, once everything is linked and indexed."""
    testing = pytest.importorskip("litestar.testing", reason="the app needs tawatur[web]")
    from tawatur.web import create_app

    with testing.TestClient(create_app(folder, hosts=(HOST,))) as client:
        wait_until_current(client)
        yield client


def finished(client: Any, address: str) -> str:
    """The page of a job once it is done."""
    for _ in range(300):
        page = client.get(address)
        if "data-events" not in page.text:
            return str(page.text)
        time.sleep(0.1)
    raise AssertionError("the job did not finish")
