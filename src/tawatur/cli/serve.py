"""The command that shows a ledger in the browser: serve."""

import secrets
import socket
from pathlib import Path
from typing import Annotated

import typer

from tawatur.cli.terminal import DEFAULT_LEDGER, LedgerFolder, stated
from tawatur.errors import RequestError

_LOOPBACK = ("localhost", "127.0.0.1", "::1")
_EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 (compared with, and only with a token)


def register(app: typer.Typer) -> None:
    """Add the command of this module to the program."""
    app.command(epilog="Example: tawatur serve --ledger north --open")(stated(serve))


def serve(
    ledger: LedgerFolder = DEFAULT_LEDGER,
    host: Annotated[
        str,
        typer.Option("--host", help="The address to listen on; others than this computer need the token."),
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", "-p", min=0, max=65535, help="The port; 0 takes a free one.")
    ] = 8321,
    name: Annotated[
        list[str] | None,
        typer.Option("--name", help="A further host name to answer to, such as that of a proxy."),
    ] = None,
    browse: Annotated[bool, typer.Option("--open/--no-open", help="Open a browser.")] = False,
) -> None:
    """Show the ledger in the browser: stories, articles, search, judgements; stop with Ctrl-C."""
    listener = _listen(host, port)
    bound = listener.getsockname()[1]
    token = None if host in _LOOPBACK else secrets.token_urlsafe(24)
    shown = "localhost" if token is None else socket.gethostname() if host in _EVERYWHERE else host
    address = f"http://{shown}:{bound}/" + (f"?token={token}" if token else "")
    print(f"{ledger} at {address}", flush=True)
    if browse:
        typer.launch(address)
    hosts = () if host in _EVERYWHERE and not name else (*_LOOPBACK, host, *(name or ()))
    _run(ledger, token, hosts, listener)


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        raise RequestError(f"cannot listen on {host}:{port}: {error.strerror}; try --port 0") from error
    return listener


def _run(ledger: Path, token: str | None, hosts: tuple[str, ...], listener: socket.socket) -> None:
    try:
        import litestar  # noqa: F401 (asked for by name, so that the remedy can be told)
        import tantivy  # noqa: F401
        import uvicorn
    except ModuleNotFoundError as error:
        raise RequestError(f"the app needs {error.name}: pip install 'tawatur[web]'") from error
    from tawatur.web import create_app

    config = uvicorn.Config(create_app(ledger, token, hosts), log_level="warning", server_header=False)
    uvicorn.Server(config).run(sockets=[listener])
