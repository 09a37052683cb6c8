"""The list of commands, in the order in which a newcomer meets them."""

import sys

import typer

from tawatur import __version__
from tawatur.cli import batch, keeping, leaving, looking, mcp, reading, searching, serve

app = typer.Typer(
    name="tawatur",
    help="Read Arabic news critically: who said what, what stands against it, and where exactly.",
    epilog="Start with: tawatur report samples/ -o dossier.html",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
reading.register(app)
looking.register(app)
searching.register(app)
keeping.register(app)
leaving.register(app)
serve.register(app)
batch.register(app)
mcp.register(app)


@app.callback(invoke_without_command=True)
def start(
    version: bool = typer.Option(False, "--version", help="Print the version and leave.", is_eager=True),
) -> None:
    """Read Arabic news critically: who said what, what stands against it, and where exactly."""
    if version:
        print(__version__)
        raise typer.Exit


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    app()
