"""What the form "add a page" may fetch: nothing on this computer or in its network."""

import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from apps import HOST, finished

testing = pytest.importorskip("litestar.testing", reason="the app needs tawatur[web]")


@pytest.fixture
def inside() -> Iterator[tuple[int, list[str]]]:
    """A server on this computer: its port, and what it was asked."""
    asked: list[str] = []

    class Secret(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Secret)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield server.server_port, asked
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    from tawatur.web import create_app

    folder: Path = tmp_path_factory.mktemp("fetching")
    with testing.TestClient(create_app(folder, hosts=(HOST,))) as client:
        yield client


def send(client: Any, address: str) -> Any:
    found = re.search(r'_csrf_token" value="(\w+)"', client.get("/add").text)
    assert found
    fields = {"_csrf_token": found[1], "url": address}
    return client.post("/add", files={"files": ("", b"")}, data=fields, follow_redirects=False)


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "0.0.0.0", "2130706433", "0x7f.1", "127.1", "[::1]", "[::ffff:127.0.0.1]"],
)
def test_no_address_of_this_computer_is_asked(client: Any, inside: tuple[int, list[str]], host: str) -> None:
    port, asked = inside
    sent = send(client, f"http://{host}:{port}/secret")
    assert sent.status_code == 303
    page = finished(client, sent.headers["location"])
    assert asked == [], "not even robots.txt"
    assert "is not a public address" in page


@pytest.mark.parametrize("host", ["10.0.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "[fd00::1]"])
def test_no_address_of_a_private_network_is_asked(client: Any, host: str) -> None:
    page = finished(client, send(client, f"http://{host}/latest").headers["location"])
    assert "is not a public address" in page


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "ftp://a.example/x", "gopher://a.example", "/etc/passwd"]
)
def test_what_is_no_web_address_is_not_taken(client: Any, address: str) -> None:
    assert send(client, address).status_code == 400
