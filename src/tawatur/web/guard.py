"""What protects a ledger from other pages and other people: hosts, token, headers."""

import secrets
from typing import Any

from litestar import Request, Response
from litestar.datastructures import Cookie
from litestar.enums import MediaType
from litestar.response import Redirect
from litestar.types import Message, Scope

from tawatur.dossier.render import asset, hash_source

TOKEN_COOKIE = "tawatur-token"  # noqa: S105 (a name)
_PLAIN = MediaType.TEXT
Ask = Request[Any, Any, Any]
LOOPBACK = ("localhost", "127.0.0.1", "::1")


def policy() -> str:
    """The Content-Security-Policy of every page: our own files and nothing else."""
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            f"style-src 'self' {hash_source(asset('chart-inline.css'))}",
            "font-src 'self'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        )
    )


def headers() -> dict[str, str]:
    """The headers of every answer."""
    return {
        "content-security-policy": policy(),
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
    }


async def add_headers(message: Message, scope: Scope) -> None:
    """Put the headers on an answer, whatever it is."""
    if message["type"] == "http.response.start":
        pairs = [(name.encode(), value.encode()) for name, value in headers().items()]
        message["headers"] = [*message["headers"], *pairs]


class Guard:
    """Answers nobody but those who ask for one of our hosts and, where there is a token, have it.

    The host is checked because any page in the same browser can have its own name point here; with
    a token and no ``hosts``, the token alone decides. It comes once in the address, from then on in
    a cookie, or as a bearer.
    """

    def __init__(self, hosts: tuple[str, ...], token: str | None) -> None:
        if not hosts and not token:
            raise ValueError("without a token the hosts must be named")
        self._hosts = frozenset(hosts)
        self._token = token

    async def __call__(self, request: Ask) -> Response[str] | Redirect | None:
        """None where the request may go on, otherwise the answer."""
        if self._hosts and host_of(request.headers.get("host", "")) not in self._hosts:
            return Response("400: this server does not go by that name", status_code=400, media_type=_PLAIN)
        if self._token is None or self._has_token(request, self._token):
            return None
        if _same(request.query_params.get("token"), self._token):
            cookie = Cookie(TOKEN_COOKIE, value=self._token, httponly=True, samesite="strict")
            return Redirect(request.url.path, cookies=[cookie])
        return Response(
            "401: open the address that `tawatur serve` printed", status_code=401, media_type=_PLAIN
        )

    def _has_token(self, request: Ask, token: str) -> bool:
        bearer = request.headers.get("authorization", "").removeprefix("Bearer ")
        return _same(request.cookies.get(TOKEN_COOKIE), token) or _same(bearer, token)


def host_of(header: str) -> str:
    """The name in a Host header, without port and brackets.

    >>> host_of("[::1]:8000"), host_of("localhost:8000"), host_of("example.org")
    ('::1', 'localhost', 'example.org')
    """
    if header.startswith("["):
        return header[1:].partition("]")[0]
    return header.partition(":")[0].lower()


def _same(given: str | None, token: str) -> bool:
    return secrets.compare_digest((given or "").encode(), token.encode())
