"""What every command does with a terminal: progress, errors in one line, JSON, exit status.

Exit status: 0 done (articles set aside are listed on standard error), 1 a stated error,
2 wrong use, 130 stopped by the user; what was finished is kept.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, ParamSpec

import typer

from tawatur.errors import TawaturError

if TYPE_CHECKING:
    from tawatur.intake import Refusal

P = ParamSpec("P")

LedgerFolder = Annotated[
    Path,
    typer.Option("--ledger", "-l", metavar="DIR", envvar="TAWATUR_LEDGER", help="The folder of the ledger."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for a program to read.")]
OfStory = Annotated[
    str | None, typer.Option("--story", "-s", metavar="ID", help="Only this story (see `tawatur stories`).")
]
Most = Annotated[int, typer.Option("--most", "-n", min=1, help="How many at the most.")]
_PATHS = typer.Argument(
    metavar="PATH…",
    help="Files (.txt .html .jsonl .csv .warc.gz …), folders of these, a page or feed URL, or - for "
    "standard input.",
)
Paths = Annotated[list[str], _PATHS]
OptionalPaths = Annotated[list[str] | None, _PATHS]
DEFAULT_LEDGER = Path("tawatur.ledger")


def stated(command: Callable[P, None]) -> Callable[P, None]:
    """The command, its errors told in one line and as an exit status."""

    @wraps(command)
    def run(*arguments: P.args, **options: P.kwargs) -> None:
        try:
            command(*arguments, **options)
        except TawaturError as error:
            print(f"tawatur: {error}", file=sys.stderr)
            raise typer.Exit(1) from error
        except KeyboardInterrupt as error:
            print("tawatur: stopped; what was finished is kept", file=sys.stderr)
            raise typer.Exit(130) from error
        except BrokenPipeError as error:
            sys.stderr.close()
            raise typer.Exit(0) from error

    return run


@contextmanager
def progress() -> Iterator[Callable[[str, int], None]]:
    """A step function that draws on a terminal and is silent in a pipe."""
    if not sys.stderr.isatty():
        yield lambda what, done: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("starting", total=None)
        yield lambda what, done: bar.update(task, description=f"{what}: {done:,}")


def print_json(value: Any) -> None:
    """Write a value as indented JSON, Arabic as Arabic."""
    import msgspec

    encoded = msgspec.json.encode(value, enc_hook=str)
    sys.stdout.write(msgspec.json.format(encoded, indent=2).decode("utf-8") + "\n")


def list_refused(refused: "Sequence[Refusal]") -> None:
    """Tell on standard error what was set aside and why."""
    if not refused:
        return
    print(f"{len(refused)} set aside:", file=sys.stderr)
    for refusal in refused[:20]:
        print(f"  {refusal.place}: {refusal.problem}", file=sys.stderr)
    if len(refused) > 20:
        print(f"  … and {len(refused) - 20} more", file=sys.stderr)
