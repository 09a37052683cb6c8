"""Commands that read articles: report, annotate, add."""

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tawatur.cli.terminal import (
    DEFAULT_LEDGER,
    AsJson,
    LedgerFolder,
    OfStory,
    OptionalPaths,
    Paths,
    list_refused,
    print_json,
    progress,
    stated,
)

if TYPE_CHECKING:
    from tawatur.flow import Step
    from tawatur.intake import PageReader
    from tawatur.ledger import Ledger


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the program."""
    app.command(epilog="Example: tawatur report samples/ -o dossier.html")(stated(report))
    app.command(epilog="Example: tawatur annotate corpus.jsonl -o readings.jsonl")(stated(annotate))
    app.command(epilog="Example: tawatur add articles/ more.jsonl --ledger north")(stated(add))


def report(
    paths: OptionalPaths = None,
    out: Annotated[Path, typer.Option("-o", "--out", metavar="FILE", help="Where the dossier goes.")] = Path(
        "dossier.html"
    ),
    ledger: Annotated[
        Path | None,
        typer.Option(
            "--ledger", "-l", metavar="DIR", help="Keep everything in this ledger; else in a passing one."
        ),
    ] = None,
    story: OfStory = None,
    json: AsJson = False,
    browse: Annotated[
        bool, typer.Option("--open/--no-open", help="Open the dossier where there is a screen.")
    ] = False,
) -> None:
    """Read articles, set them side by side, write the dossier and print its summary.

    Without a path it is the dossier of what the ledger holds.
    """
    from tawatur import flow
    from tawatur.cli.output import opened
    from tawatur.cli.summary import print_summary
    from tawatur.export.situation import situation_record
    from tawatur.ledger import Ledger, require

    if not paths:
        if ledger is None:
            raise typer.BadParameter("give articles, or a --ledger that holds some", param_hint="PATH…")
        require(ledger)
    with (
        tempfile.TemporaryDirectory() as passing,
        Ledger(ledger or Path(passing)) as kept,
        progress() as step,
        opened(str(out)) as stream,
    ):
        tally = flow.add(kept, paths, step) if paths else flow.Tally()
        made = flow.report(kept, story, step)
        stream.write(made.page.encode("utf-8", "replace"))
    list_refused(tally.refused)
    if json:
        print_json(situation_record(made.situation))
    else:
        print_summary(tally, made, out)
    if browse and _has_screen():
        typer.launch(str(out.resolve()))


def _has_screen() -> bool:
    return sys.platform in ("darwin", "win32") or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")
    )


def annotate(
    paths: Paths,
    out: Annotated[
        str, typer.Option("-o", "--out", metavar="FILE", help="Where the readings go; - is standard output.")
    ] = "-",
    workers: Annotated[
        int | None, typer.Option(min=1, help="Processes to use; by default one a core.")
    ] = None,
) -> None:
    """Read each article by itself and write one JSON object a line, in the order of the input."""
    import orjson

    from tawatur.cli.output import opened
    from tawatur.export.readings import reading_record
    from tawatur.flow import read_sources
    from tawatur.intake import Refusal

    refused = []
    with opened(out) as stream, progress() as step:
        for done, outcome in enumerate(read_sources(paths, workers), 1):
            if isinstance(outcome, Refusal):
                refused.append(outcome)
            else:
                stream.write(orjson.dumps(reading_record(outcome)) + b"\n")
            step("articles", done)
    list_refused(refused)


def add(
    paths: Paths,
    ledger: LedgerFolder = DEFAULT_LEDGER,
    fast: Annotated[
        bool, typer.Option("--fast", help="Take pages apart about four times quicker and a little worse.")
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="PATHs are feeds, or OPML files that list them: keep looking.")
    ] = False,
    every: Annotated[float, typer.Option(min=1, metavar="SECONDS", help="How often to look.")] = 300,
    rounds: Annotated[int | None, typer.Option(min=1, help="Stop after so many looks.")] = None,
    json: AsJson = False,
) -> None:
    """Read articles into a ledger; what stands there already is left alone."""
    from tawatur import flow
    from tawatur.ledger import Ledger

    page = flow.dated_page_fast if fast else flow.dated_page
    with Ledger(ledger) as kept, progress() as step:
        if watch:
            _watch(kept, paths, every, rounds, step, page)
            return
        tally = flow.add(kept, paths, step, page=page)
        size = len(kept)
    list_refused(tally.refused)
    if json:
        print_json({**_counts(tally.added, tally.known, len(tally.refused)), "articles": size})
    else:
        print(f"{tally.added} added, {tally.known} known already; {size} articles in {ledger}")


def _watch(
    ledger: "Ledger", paths: list[str], every: float, rounds: int | None, step: "Step", page: "PageReader"
) -> None:
    from tawatur.intake.fetching import Fetcher
    from tawatur.watching import watch

    with Fetcher() as fetcher:
        for tally in watch(ledger, paths, fetcher, every=every, rounds=rounds, step=step, page=page):
            list_refused(tally.refused)
            print(f"{tally.added} added; {len(ledger)} articles in {ledger.folder}", flush=True)


def _counts(added: int, known: int, refused: int) -> dict[str, int]:
    return {"added": added, "known": known, "set_aside": refused}
