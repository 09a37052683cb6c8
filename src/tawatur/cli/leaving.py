"""The command by which things leave a ledger: export."""

from typing import Annotated

import typer

from tawatur.cli.terminal import DEFAULT_LEDGER, LedgerFolder, OfStory, progress, stated


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the program."""
    app.command(epilog="Example: tawatur export --ledger north --format json > north.json")(stated(export))


def export(
    kind: Annotated[str, typer.Option("--format", "-f", help="json, or a format of other tools.")] = "json",
    out: Annotated[
        str, typer.Option("-o", "--out", metavar="FILE", help="Where it goes; - is standard output.")
    ] = "-",
    ledger: LedgerFolder = DEFAULT_LEDGER,
    story: OfStory = None,
) -> None:
    """Write everything in a ledger, or one story of it, in a format other programs read."""
    import orjson

    from tawatur.cli.output import opened
    from tawatur.export.situation import situation_record
    from tawatur.flow import look_up
    from tawatur.ledger import require

    with progress() as step:
        _, situation = look_up(require(ledger), story, step)
    with opened(out) as stream:
        stream.write(orjson.dumps(situation_record(situation), option=orjson.OPT_INDENT_2) + b"\n")
