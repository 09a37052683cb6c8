"""The command that finds articles and statements by their words: search."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from tawatur.cli.terminal import DEFAULT_LEDGER, AsJson, LedgerFolder, Most, print_json, progress, stated

if TYPE_CHECKING:
    from tawatur.ledger import Ledger
    from tawatur.web.search import Hit


def register(app: typer.Typer) -> None:
    """Add the command of this module to the program."""
    app.command(epilog="Example: tawatur search الصواريخ --ledger north")(stated(search))


def search(
    words: Annotated[
        str, typer.Argument(help="Words, however inflected; those in quotation marks in order.")
    ],
    who: Annotated[str, typer.Option("--who", help="Only statements of this speaker.")] = "",
    about: Annotated[str, typer.Option("--about", help="Only statements that speak of this.")] = "",
    act: Annotated[str, typer.Option("--act", help="Only statements that deny, warn, pledge …")] = "",
    outlet: Annotated[str, typer.Option("--outlet", help="Only this outlet.")] = "",
    first: Annotated[
        str, typer.Option("--from", metavar="DATE", help="Published on this day or later.")
    ] = "",
    last: Annotated[str, typer.Option("--to", metavar="DATE", help="Published on this day or before.")] = "",
    ledger: LedgerFolder = DEFAULT_LEDGER,
    json: AsJson = False,
    most: Most = 20,
) -> None:
    """Find articles, or statements where --who, --about or --act is given, the best first."""
    from tawatur.intake.extras import needs

    with needs("web", "searching"):
        from tawatur.web.desk import Desk
        from tawatur.web.search import Wanted

    from tawatur.ledger import require

    desk = Desk(require(ledger))
    try:
        with progress() as step:
            desk.refresh(step)
        wanted = Wanted(words=words, who=who, about=about, act=act, outlet=outlet, first=first, last=last)
        found = desk.find(wanted, most, 0)
        if json:
            print_json(found)
            return
        with desk.ledger() as kept:
            for hit in found.hits:
                print("\n".join(_lines(hit, kept)))
        print(f"{len(found.hits)} of {found.total}")
    finally:
        desk.close()


def _lines(hit: "Hit", ledger: "Ledger") -> Iterator[str]:
    reading = ledger.reading(hit.article)
    article = reading.article
    yield f"{article.id}  {(article.published or '?')[:10]}  {article.outlet or '?'}  {article.title or ''}"
    for statement in reading.statements:
        if statement.id == hit.statement:
            said = " … ".join(article.text[span.start : span.end] for span in statement.content)
            yield f"    {statement.id}  {statement.act}  {said}"
