"""Commands that keep a ledger in order: judge, trust, learn, check, backup."""

from pathlib import Path
from typing import Annotated

import typer

from tawatur.cli.terminal import DEFAULT_LEDGER, AsJson, LedgerFolder, print_json, progress, stated
from tawatur.model import Grade, Verdict


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the program."""
    app.command(epilog="Example: tawatur judge 9c1e reject --by Mona --note 'two different visits'")(
        stated(judge)
    )
    app.command(epilog="Example: tawatur trust 'صحيفة النموذج' B --ledger north")(stated(trust))
    app.command(epilog="Example: tawatur learn --ledger north")(stated(learn))
    app.command(epilog="Example: tawatur check --ledger north")(stated(check))
    app.command(epilog="Example: tawatur backup north-monday.db --ledger north")(stated(backup))


def judge(
    about: Annotated[str, typer.Argument(metavar="ID", help="A finding or an identity.")],
    verdict: Annotated[Verdict, typer.Argument(help="What you decide.")],
    other: Annotated[str | None, typer.Argument(help="The other identity, for same and different.")] = None,
    by: Annotated[str, typer.Option("--by", help="Your name.")] = "",
    note: Annotated[str | None, typer.Option("--note", help="Why.")] = None,
    ledger: LedgerFolder = DEFAULT_LEDGER,
    json: AsJson = False,
) -> None:
    """Decide about a finding or an identity; your decision outranks the machine and is kept."""
    from tawatur.errors import RequestError
    from tawatur.ledger import Ledger, judgements, require

    if not by:
        raise RequestError("say who decides: --by NAME")
    with Ledger(require(ledger)) as kept:
        made = judgements.judge(kept, about, verdict, by, other, note)
    if json:
        print_json(made)
    else:
        print(f"judgement {made.id}: {about} {verdict}{' ' + other if other else ''}, by {by}")


def trust(
    outlet: Annotated[
        str | None, typer.Argument(help="An outlet; without one, all grades are listed.")
    ] = None,
    grade: Annotated[
        Grade | None, typer.Argument(help="A, reliable, to E, unreliable; F, not known.")
    ] = None,
    ledger: LedgerFolder = DEFAULT_LEDGER,
    json: AsJson = False,
) -> None:
    """Say how far you trust an outlet; `explain` shows it beside what the outlet tells."""
    from tawatur.errors import RequestError
    from tawatur.ledger import Ledger, reliability, require

    if (outlet is None) != (grade is None):
        raise RequestError("give an outlet and a grade from A to F, or neither")
    with Ledger(require(ledger)) as kept:
        if outlet and grade:
            reliability.trust(kept, outlet, grade)
        found = reliability.grades(kept)
    if json:
        print_json(found)
    else:
        print("\n".join(f"{given}  {name}" for name, given in found.items()) or "no outlet has a grade yet")


def learn(ledger: LedgerFolder = DEFAULT_LEDGER, json: AsJson = False) -> None:
    """Learn which lines outlets repeat in article after article, and set them aside as clutter."""
    from tawatur.learning import learn as learn_from
    from tawatur.ledger import Ledger, require

    with Ledger(require(ledger)) as kept, progress() as step:
        found = learn_from(kept, step)
    if json:
        print_json(found)
        return
    print("\n".join(f"{outlet}: {line}" for outlet, lines in found.lines.items() for line in lines))
    print(f"{sum(map(len, found.lines.values()))} lines, {found.read_again} articles read again")


def check(ledger: LedgerFolder = DEFAULT_LEDGER, json: AsJson = False) -> None:
    """Check the database, its references and every span; exit status 1 where something is wrong."""
    from tawatur.ledger import Ledger, require
    from tawatur.ledger.checking import problems

    with Ledger(require(ledger)) as kept:
        found = problems(kept)
        size = len(kept)
    if json:
        print_json({"articles": size, "problems": found})
    else:
        print("\n".join(found) or f"{size} articles, all in order")
    if found:
        raise typer.Exit(1)


def backup(
    target: Annotated[Path, typer.Argument(metavar="FILE", help="The new file.")],
    ledger: LedgerFolder = DEFAULT_LEDGER,
) -> None:
    """Copy the ledger's database to a new file while it may be in use."""
    from tawatur.ledger import Ledger, require

    with Ledger(require(ledger)) as kept:
        kept.store.backup(target)
    print(f"{ledger} copied to {target}")
