"""Commands that look into a ledger: stories, claims, numbers, timeline, who, explain."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tawatur.cli.terminal import (
    DEFAULT_LEDGER,
    AsJson,
    LedgerFolder,
    Most,
    OfStory,
    print_json,
    progress,
    stated,
)

if TYPE_CHECKING:
    from tawatur.index import Index
    from tawatur.model import Situation


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the program."""
    app.command(epilog="Example: tawatur stories --ledger north --json")(stated(stories))
    app.command(epilog="Example: tawatur claims --story 4f2a")(stated(claims))
    app.command(epilog="Example: tawatur numbers --story 4f2a")(stated(numbers))
    app.command(epilog="Example: tawatur timeline --story 4f2a --json")(stated(timeline))
    app.command(epilog="Example: tawatur who الوزارة")(stated(who))
    app.command(epilog="Example: tawatur explain 9c1e")(stated(explain))


def stories(ledger: LedgerFolder = DEFAULT_LEDGER, json: AsJson = False, most: Most = 50) -> None:
    """List the stories, the largest first."""
    from tawatur.flow import list_stories

    found = list_stories(_existing(ledger))[:most]
    if json:
        print_json(found)
        return
    for story in found:
        print(f"{story.id}  {len(story.articles):4}  {_period(story.first, story.last):23}  {story.name}")


def claims(
    ledger: LedgerFolder = DEFAULT_LEDGER, story: OfStory = None, json: AsJson = False, most: Most = 50
) -> None:
    """List what is claimed, with who affirms, denies or withholds it."""
    from tawatur.cli.lines import claim_lines

    index, situation = _looked_up(ledger, story)
    if json:
        print_json(situation.claims[:most])
    else:
        _print(line for claim in situation.claims[:most] for line in claim_lines(claim, index))


def numbers(
    ledger: LedgerFolder = DEFAULT_LEDGER, story: OfStory = None, json: AsJson = False, most: Most = 50
) -> None:
    """List what is counted, each figure with its bounds, who gave it and when."""
    from tawatur.cli.lines import measure_lines

    index, situation = _looked_up(ledger, story)
    if json:
        print_json(situation.measures[:most])
    else:
        _print(line for measure in situation.measures[:most] for line in measure_lines(measure, index))


def timeline(
    ledger: LedgerFolder = DEFAULT_LEDGER, story: OfStory = None, json: AsJson = False, most: Most = 200
) -> None:
    """List the dated events with how many places tell them."""
    from tawatur.cli.lines import happening_line

    _, situation = _looked_up(ledger, story)
    if json:
        print_json(situation.timeline[:most])
    else:
        _print(happening_line(happening) for happening in situation.timeline[:most])


def who(
    name: Annotated[str | None, typer.Argument(help="A speaker; without one, all are counted.")] = None,
    ledger: LedgerFolder = DEFAULT_LEDGER,
    story: OfStory = None,
    json: AsJson = False,
    most: Most = 50,
) -> None:
    """List the speakers, or all that one of them said."""
    from tawatur.cli.lines import speaker_counts, statement_lines, statements_of

    index, _ = _looked_up(ledger, story)
    if name is None:
        counts = speaker_counts(index)[:most]
        if json:
            print_json([{"speaker": speaker, "statements": count} for speaker, count in counts])
        else:
            _print(f"{count:5}  {speaker}" for speaker, count in counts)
        return
    said = statements_of(index, name)[:most]
    if json:
        print_json(said)
    else:
        _print(line for statement in said for line in statement_lines(statement))


def explain(
    key: Annotated[
        str, typer.Argument(metavar="ID", help="A finding, claim, measure, statement (article/s3) …")
    ],
    ledger: LedgerFolder = DEFAULT_LEDGER,
    json: AsJson = False,
) -> None:
    """Tell why something was found: its rule, the words it rests on, the reasons."""
    from tawatur.cli.explaining import explained

    index, situation = _looked_up(ledger, None)
    found = explained(key, index, situation)
    if json:
        print_json(found.record)
    else:
        _print(found.lines)


def _looked_up(ledger: Path, story: str | None) -> "tuple[Index, Situation]":
    from tawatur.flow import look_up

    with progress() as step:
        return look_up(_existing(ledger), story, step)


def _existing(ledger: Path) -> Path:
    from tawatur.ledger import require

    return require(ledger)


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)


def _period(first: str | None, last: str | None) -> str:
    days = [day[:10] for day in (first, last) if day]
    return " – ".join(dict.fromkeys(days))
