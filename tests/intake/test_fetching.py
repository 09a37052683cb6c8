"""Fetching from real servers on this machine."""

import gzip
import shutil
import ssl
import subprocess
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from itertools import count
from pathlib import Path

import httpx
import pytest
from small_sites import Page, Served, Site, serve, slowly

from tawatur.errors import SourceError
from tawatur.intake import Known, Limits, Manners
from tawatur.intake.addresses import checked_address
from tawatur.intake.asking import Bounds, ask
from tawatur.intake.fetching import Fetcher

HERE = Manners(private=True, seconds_between=0)
POLITE_HERE = Manners(private=True, seconds_between=5)


class Time:
    """A clock that only moves when someone sleeps."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    def clock(self) -> float:
        return self.now


def fetcher(manners: Manners = HERE, limits: Limits | None = None, time: Time | None = None) -> Fetcher:
    time = time or Time()
    return Fetcher(manners, limits or Limits(), sleep=time.sleep, clock=time.clock)


@pytest.fixture
def site() -> Iterator[Served]:
    pages: Site = {"/a": (200, {"Content-Type": "text/html; charset=utf-8", "ETag": '"1"'}, b"page")}
    with serve(pages) as served:
        yield served


def problem(url: str, fetch: Fetcher) -> str:
    with fetch, pytest.raises(SourceError) as raised:
        fetch.fetch(url)
    assert raised.value.place == url
    return raised.value.problem


def test_a_document_comes_with_its_media_type_and_version(site: Served) -> None:
    with fetcher() as fetch:
        answer = fetch.fetch(f"{site.url}/a")
    assert (answer.data, answer.media) == (b"page", "text/html")
    assert answer.known == Known(etag='"1"')
    assert site.asked[-1][1]["user-agent"].startswith("Tawatur/")
    assert site.asked[-1][1]["host"] == site.url.removeprefix("http://")


def test_this_machine_is_refused_unless_allowed(site: Served) -> None:
    assert "not a public address" in problem(f"{site.url}/a", fetcher(Manners(seconds_between=0)))
    assert site.asked == []


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "ftp://example.org/", "http://", "http://user@example.org/", "http://[::1", "x"],
)
def test_only_http_addresses_are_fetched(url: str) -> None:
    problem(url, fetcher())


def test_a_redirect_to_the_inside_is_refused(monkeypatch: pytest.MonkeyPatch, site: Served) -> None:
    """The first hop counts as public here; the second goes to an address that is not."""
    checked: list[str] = []

    def check(host: str, port: int, place: str, *, private: bool = False) -> str:
        checked.append(host)
        if host == "outside.example":
            return "127.0.0.1"
        return real(host, port, place, private=False)

    real = checked_address
    monkeypatch.setattr("tawatur.intake.asking.checked_address", check)
    port = site.url.rsplit(":", 1)[1]
    site.pages["/go"] = (302, {"Location": f"http://localhost:{port}/a"}, b"")
    text = problem(f"http://outside.example:{port}/go", fetcher(Manners(seconds_between=0, robots=False)))
    assert "localhost is not a public address" in text
    assert checked == ["outside.example", "localhost"]
    assert site.paths() == ["/go"]


def test_redirects_are_followed_and_end(site: Served) -> None:
    site.pages["/one"] = (301, {"Location": "/two"}, b"")
    site.pages["/two"] = (302, {"Location": f"{site.url}/a"}, b"")
    site.pages["/round"] = (302, {"Location": "/round"}, b"")
    with fetcher() as fetch:
        assert fetch.fetch(f"{site.url}/one").url == f"{site.url}/a"
    assert "redirects more than 5 times" in problem(f"{site.url}/round", fetcher())


def test_an_unchanged_document_is_not_sent_again(site: Served) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> Page:
        if handler.headers["If-None-Match"] == '"1"' and handler.headers["If-Modified-Since"] == "yesterday":
            return 304, {"ETag": '"1"'}, b""
        return 200, {"ETag": '"1"', "Last-Modified": "yesterday"}, b"page"

    site.pages["/a"] = answer
    with fetcher() as fetch:
        first = fetch.fetch(f"{site.url}/a")
        second = fetch.fetch(f"{site.url}/a", first.known)
    assert (first.data, second.data) == (b"page", None)


def test_robots_txt_is_read_once_and_obeyed(site: Served) -> None:
    site.pages["/robots.txt"] = b"User-agent: *\nDisallow: /private"
    site.pages["/private/a"] = b"secret"
    with fetcher() as fetch:
        fetch.fetch(f"{site.url}/a")
        with pytest.raises(SourceError, match=r"robots\.txt"):
            fetch.fetch(f"{site.url}/private/a?x=1")
    assert site.paths() == ["/robots.txt", "/a"]


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (403, True), (500, False), (503, False)])
def test_a_site_whose_robots_txt_fails_is_left_alone(site: Served, status: int, allowed: bool) -> None:
    site.pages["/robots.txt"] = (status, {}, b"")
    if allowed:
        with fetcher() as fetch:
            assert fetch.fetch(f"{site.url}/a").data == b"page"
    else:
        assert "robots.txt" in problem(f"{site.url}/a", fetcher())


def test_one_host_is_asked_no_oftener_than_manners_and_robots_say(site: Served) -> None:
    time = Time()
    with fetcher(POLITE_HERE, time=time) as fetch:
        fetch.fetch(f"{site.url}/a")
        fetch.fetch(f"{site.url}/a")
    assert time.slept == [5.0, 5.0]
    site.pages["/robots.txt"] = b"User-agent: *\nCrawl-delay: 20"
    with fetcher(POLITE_HERE, time=Time()) as fetch:
        fetch.fetch(f"{site.url}/a")
        fetch.fetch(f"{site.url}/a")


def test_a_failing_server_is_asked_again_after_longer_and_longer_waits(site: Served) -> None:
    tries = count()
    site.pages["/a"] = lambda _: (503, {}, b"") if next(tries) < 2 else (200, {}, b"at last")
    time = Time()
    with fetcher(time=time) as fetch:
        assert fetch.fetch(f"{site.url}/a").data == b"at last"
    assert [seconds for seconds in time.slept if seconds] == [1.0, 2.0]


def test_the_wait_a_server_asks_for_is_kept_within_a_minute(site: Served) -> None:
    site.pages["/a"] = (429, {"Retry-After": "3600"}, b"")
    time = Time()
    assert "answers 429 (3 attempts)" in problem(f"{site.url}/a", fetcher(time=time))
    assert max(time.slept) == 60


@pytest.mark.parametrize(("status", "attempts"), [(404, 1), (410, 1), (500, 3)])
def test_what_is_not_there_is_asked_for_once(site: Served, status: int, attempts: int) -> None:
    site.pages["/a"] = (status, {}, b"")
    assert str(status) in problem(f"{site.url}/a", fetcher())
    assert site.paths().count("/a") == attempts


def test_a_server_that_is_gone_is_a_source_error() -> None:
    with serve({}) as served:
        url = served.url
    assert "cannot be fetched" in problem(f"{url}/a", fetcher(Manners(private=True, robots=False)))


@pytest.mark.parametrize("packed", [False, True])
def test_too_large_a_document_is_cut_off(site: Served, packed: bool) -> None:
    body = b"a" * 3_000_000
    site.pages["/a"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(body)) if packed else body
    text = problem(f"{site.url}/a", fetcher(limits=Limits(article_bytes=1_000_000)))
    assert "larger than the 1,000,000 bytes" in text


def test_a_server_that_trickles_is_cut_off(site: Served) -> None:
    import time

    site.pages["/a"] = slowly(b"a" * 200, 0.05)
    slow = Fetcher(
        Manners(private=True, seconds_between=0, attempts=1), Limits(seconds=0.3), sleep=lambda _: None
    )
    begun = time.monotonic()
    assert "longer than the 0.3 seconds" in problem(f"{site.url}/a", slow)
    assert time.monotonic() - begun < 9


def test_arabic_addresses_are_encoded(site: Served) -> None:
    site.pages["/%D8%AE%D8%A8%D8%B1?q=%D8%A3"] = b"here"
    with fetcher() as fetch:
        assert fetch.fetch(f"{site.url}/خبر?q=أ").data == b"here"
        assert fetch.fetch(f"{site.url}/%D8%AE%D8%A8%D8%B1?q=%D8%A3#part").data == b"here"


@pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl to make a certificate")
def test_a_certificate_is_held_against_the_name_and_not_the_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, certificate = str(tmp_path / "key.pem"), str(tmp_path / "certificate.pem")
    make = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=news.example"
    name = ["-addext", "subjectAltName=DNS:news.example", "-keyout", key, "-out", certificate]
    subprocess.run([*make.split(), *name], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    monkeypatch.setattr("tawatur.intake.asking.checked_address", lambda *_, **__: "127.0.0.1")
    trusting = httpx.Client(verify=ssl.create_default_context(cafile=certificate), trust_env=False)
    with serve({"/a": b"page"}, context) as site, trusting:
        port = site.url.rsplit(":", 1)[1]
        bounds = Bounds(1000, 5, private=False)
        assert ask(trusting, f"https://news.example:{port}/a", {}, bounds).data == b"page"
        with pytest.raises(httpx.ConnectError, match="CERTIFICATE_VERIFY_FAILED"):
            ask(trusting, f"https://other.example:{port}/a", {}, bounds)
