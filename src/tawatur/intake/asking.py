"""One HTTP request: to the address that was checked, no larger and no slower than allowed."""

import time
from collections.abc import Callable, Mapping
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

import httpx
import msgspec

from tawatur.errors import SourceError
from tawatur.intake.addresses import checked_address

_PORTS = {"http": 80, "https": 443}
_SAFE = "/:?#[]@!$&'()*+,;=%~"


class Reply(msgspec.Struct, frozen=True):
    """Status, headers (names in lower case) and the decoded bytes of one answer."""

    status: int
    headers: dict[str, str]
    data: bytes


class Bounds(msgspec.Struct, frozen=True):
    """The most bytes of one answer, the most seconds it may take, whether inside addresses are allowed."""

    most: int
    seconds: float
    private: bool


class TooLargeError(Exception):
    """An answer has more bytes than allowed."""


def ask(
    client: httpx.Client,
    url: str,
    headers: Mapping[str, str],
    bounds: Bounds,
    clock: Callable[[], float] = time.monotonic,
) -> Reply:
    """The answer to GET ``url``; redirects are not followed.

    Raises SourceError for an address that is refused, TooLargeError, and what httpx raises.
    """
    parts = split_address(url)
    host = _ascii_host(parts)
    port = parts.port or _PORTS[parts.scheme]
    address = checked_address(host, port, url, private=bounds.private)
    bracketed = f"[{address}]" if ":" in address else address
    path, query = as_ascii(parts.path) or "/", as_ascii(parts.query)
    target = urlunsplit((parts.scheme, f"{bracketed}:{port}", path, query, ""))
    deadline = clock() + bounds.seconds
    named = {**headers, "Host": _host_header(host, parts.port)}
    with client.stream("GET", target, headers=named, extensions={"sni_hostname": host}) as response:
        data = _read(response, bounds, deadline, clock)
        return Reply(response.status_code, {k.lower(): v for k, v in response.headers.items()}, data)


def split_address(url: str) -> SplitResult:
    """The parts of an http(s) address; raises SourceError for any other, and for one with a user name."""
    try:
        parts = urlsplit(url)
        good = parts.scheme in _PORTS and parts.hostname and not parts.username and parts.port != 0
    except ValueError as error:
        raise SourceError(url, f"not an address: {error}") from error
    if not good:
        raise SourceError(url, "only http and https addresses are fetched")
    return parts


def as_ascii(part: str) -> str:
    """A path or query with its Arabic letters percent-encoded; what is encoded is left alone."""
    return quote(part, safe=_SAFE)


def _read(response: httpx.Response, bounds: Bounds, deadline: float, clock: Callable[[], float]) -> bytes:
    chunks: list[bytes] = []
    size = 0
    for chunk in response.iter_bytes():
        size += len(chunk)
        if size > bounds.most:
            raise TooLargeError(f"larger than the {bounds.most:,} bytes allowed")
        if clock() > deadline:
            raise httpx.ReadTimeout(f"takes longer than the {bounds.seconds:g} seconds allowed")
        chunks.append(chunk)
    return b"".join(chunks)


def _ascii_host(parts: SplitResult) -> str:
    host = parts.hostname or ""
    try:
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise SourceError(parts.geturl(), f"not the name of a host: {host}") from error


def _host_header(host: str, port: int | None) -> str:
    name = f"[{host}]" if ":" in host else host
    return f"{name}:{port}" if port else name
