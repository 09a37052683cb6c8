"""The app put together: handlers, protection, errors."""

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from litestar import Litestar, Request, Response, Router
from litestar.config.csrf import CSRFConfig
from litestar.di import Provide
from litestar.exceptions import HTTPException
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin

from tawatur import __version__
from tawatur.errors import LedgerError, RequestError, TawaturError
from tawatur.web.actions import ACTIONS
from tawatur.web.asked import looked_for
from tawatur.web.assets import send_asset
from tawatur.web.described import ListedValues
from tawatur.web.desk import Desk
from tawatur.web.guard import LOOPBACK, Guard, add_headers
from tawatur.web.html import page
from tawatur.web.jobs import Jobs
from tawatur.web.pages import PAGES
from tawatur.web.records import RECORDS, Problem

MOST_BYTES = 64 * 1024 * 1024


def create_app(
    ledger: Path, token: str | None = None, hosts: tuple[str, ...] = LOOPBACK, most_bytes: int = MOST_BYTES
) -> Litestar:
    """The app over the ledger in a folder; it is linked and indexed as the app starts.

    Only requests for ``hosts`` are answered. Where ``token`` is given, only those who have it are.
    Uploads may have ``most_bytes``.
    """
    desk = Desk(ledger)
    jobs = Jobs(desk)

    @asynccontextmanager
    async def life(_: Litestar) -> AsyncIterator[None]:
        jobs.refresh()
        yield
        desk.close()

    return Litestar(
        route_handlers=[*PAGES, *ACTIONS, send_asset, Router("/api", route_handlers=RECORDS)],
        dependencies={
            "desk": Provide(lambda: desk, sync_to_thread=False),
            "jobs": Provide(lambda: jobs, sync_to_thread=False),
            "may_fetch": Provide(lambda: token is None, sync_to_thread=False),
            "wanted": Provide(looked_for, sync_to_thread=True),
        },
        lifespan=[life],
        before_request=Guard(hosts, token),
        before_send=[add_headers],
        csrf_config=CSRFConfig(secret=_secret(ledger), cookie_samesite="strict", cookie_httponly=True),
        request_max_body_size=most_bytes,
        exception_handlers={TawaturError: _stated, HTTPException: _refused},
        plugins=[ListedValues()],
        openapi_config=OpenAPIConfig(
            "Tawatur", __version__, path="/api", render_plugins=[JsonRenderPlugin(path="/openapi.json")]
        ),
    )


def _secret(ledger: Path) -> str:
    """The secret that form tokens are signed with; kept, so that open forms outlive a restart."""
    file = ledger / "forms.secret"
    if not file.exists():
        ledger.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(secrets.token_hex(32), encoding="ascii")
    return file.read_text(encoding="ascii")


def _stated(request: Request[Any, Any, Any], error: TawaturError) -> Response[Any]:
    """What we know to be wrong, in one line."""
    if isinstance(error, RequestError):
        missing = str(error).startswith(("no ", "several "))
        return _told(request, 404 if missing else 400, str(error))
    return _told(request, 503 if isinstance(error, LedgerError) else 400, str(error))


def _refused(request: Request[Any, Any, Any], error: HTTPException) -> Response[Any]:
    return _told(request, error.status_code, error.detail or "")


def _told(request: Request[Any, Any, Any], status: int, problem: str) -> Response[Any]:
    if request.url.path.startswith("/api"):
        return Response(Problem(status, problem), status_code=status)
    return page(request, "error.html", status, problem=problem)
