"""The command for assistants: mcp."""

import typer

from tawatur.cli.terminal import DEFAULT_LEDGER, LedgerFolder, stated


def register(app: typer.Typer) -> None:
    """Add the command of this module to the program."""
    app.command(epilog="Example: tawatur mcp --ledger north")(stated(mcp))


def mcp(ledger: LedgerFolder = DEFAULT_LEDGER) -> None:
    """Let an assistant ask a ledger over the Model Context Protocol, on standard input and output."""
    from tawatur.intake.extras import needs
    from tawatur.ledger import require

    with needs("mcp", "answering an assistant"):
        from tawatur.mcp import build_server

    build_server(require(ledger)).run()
