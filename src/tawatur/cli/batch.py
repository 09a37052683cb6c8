"""The command for very many articles: batch."""

from typing import Annotated

import typer

from tawatur.cli.terminal import AsJson, print_json, progress, stated


def register(app: typer.Typer) -> None:
    """Add the command of this module to the program."""
    app.command(epilog="Example: tawatur batch 'crawl/*.warc.gz' --out tables")(stated(batch))


def batch(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT…",
            help="Files, folders or globs of JSON Lines, Parquet, WARC or CSV; s3:// and the like.",
        ),
    ],
    out: Annotated[str, typer.Option("--out", "-o", metavar="DIR", help="Where the Parquet tables go.")],
    scheduler: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="A dask scheduler; without one, the cores of this machine."),
    ] = None,
    json: AsJson = False,
) -> None:
    """Read, link and compare very many articles on a cluster; a run broken off goes on."""
    from tawatur.cluster import batch as run_batch

    with progress() as step:
        summary = run_batch(inputs, out, scheduler, step)
    if json:
        print_json(summary)
        return
    print(f"{summary.articles:,} articles in {summary.stories:,} stories, {len(summary.refused):,} set aside")
    print(f"{summary.tasks:,} tasks, {summary.reused:,} of them done by an earlier run; tables in {out}")
