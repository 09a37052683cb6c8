"""Who is answered: our hosts, those with the token, forms of our own, files of a size."""

import re
from pathlib import Path
from typing import Any

import pytest

from tawatur.web import create_app
from tawatur.web.guard import Guard, host_of

pytest_plugins = ["apps"]

testing = pytest.importorskip("litestar.testing")
HOST = "testserver.local"


def test_other_hosts_are_not_answered(client: Any) -> None:
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400
    assert client.get("/", headers={"host": f"{HOST}:8080"}).status_code == 200


@pytest.mark.parametrize(
    ("header", "host"),
    [("[::1]:80", "::1"), ("LOCALHOST:1", "localhost"), ("a.example", "a.example"), ("", "")],
)
def test_the_host_is_read_without_its_port(header: str, host: str) -> None:
    assert host_of(header) == host


def test_without_a_token_hosts_must_be_named() -> None:
    with pytest.raises(ValueError, match="hosts must be named"):
        Guard((), None)


def test_every_answer_bears_the_headers(client: Any) -> None:
    for address in ("/", "/nothing", "/api/stories", "/claims/nothing"):
        headers = client.get(address).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


def test_a_form_without_its_token_is_refused(client: Any) -> None:
    decision = {"about": "x", "verdict": "confirm", "by": "Mona"}
    assert client.post("/judge", data=decision).status_code == 403
    assert client.get("/api/judgements").json()["items"] == []


def test_a_page_holds_nothing_inline(client: Any) -> None:
    page = client.get("/").text
    assert re.findall(r"<script(?![^>]*(?:src=|application/json))", page) == []
    assert re.findall(r"<style|<[a-z][^>]*\s(?:style|on\w+)=", page) == []


def test_only_those_with_the_token_are_answered(tmp_path: Path) -> None:
    with testing.TestClient(create_app(tmp_path, token="s3cret", hosts=())) as client:
        assert client.get("/").status_code == 401
        assert client.get("/?token=wrong").status_code == 401
        assert client.get("/api/stories", headers={"authorization": "Bearer s3cret"}).status_code == 200
        entered = client.get("/?token=s3cret", follow_redirects=False)
        assert entered.headers["location"] == "/"
        assert "httponly" in entered.headers["set-cookie"].lower()
        assert client.get("/").status_code == 200
        assert fetch(client, "https://news.example/1").status_code == 400


def fetch(client: Any, address: str) -> Any:
    found = re.search(r'_csrf_token" value="(\w+)"', client.get("/add").text)
    assert found
    return client.post("/add", files={"files": ("", b"")}, data={"_csrf_token": found[1], "url": address})


def test_too_much_is_refused(tmp_path: Path) -> None:
    with testing.TestClient(create_app(tmp_path, hosts=(HOST,), most_bytes=10_000)) as client:
        token = re.search(r'_csrf_token" value="(\w+)"', client.get("/add").text)
        assert token
        fields = {"_csrf_token": token[1], "text": "س" * 20_000}
        assert client.post("/add", data=fields).status_code == 413
