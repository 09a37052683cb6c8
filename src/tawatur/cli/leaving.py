"""The command by which things leave a ledger: export."""

from pathlib import Path
from typing import Annotated

import typer

from tawatur.cli.terminal import DEFAULT_LEDGER, LedgerFolder, OfStory, progress, stated


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the program."""
    app.command(epilog="Example: tawatur export --ledger north --format csv -o north.zip")(stated(export))


def export(
    kind: Annotated[
        str,
        typer.Option(
            "--format", "-f", help="json, csv, parquet, jsonl, jsonld, annotations, prov, ftm or gexf."
        ),
    ] = "json",
    out: Annotated[
        str,
        typer.Option("-o", "--out", metavar="FILE", help="A file; for tables a folder or .zip; - is output."),
    ] = "-",
    ledger: LedgerFolder = DEFAULT_LEDGER,
    story: OfStory = None,
) -> None:
    """Write everything in a ledger, or one story of it, in a format other programs read."""
    from tawatur.cli.output import opened
    from tawatur.export.formats import DOCUMENTS, check_format, write_tables
    from tawatur.flow import look_up
    from tawatur.ledger import require

    check_format(kind, out)
    with progress() as step:
        index, situation = look_up(require(ledger), story, step)
    readings = list(index.readings.values())
    if kind not in DOCUMENTS:
        write_tables(kind, situation, readings, Path(out))
        return
    with opened(out) as stream:
        DOCUMENTS[kind](situation, readings, stream)
