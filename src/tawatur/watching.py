"""Keeping a ledger in step with feeds: look, take in what is new or revised, wait, look again."""

import time
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from pathlib import Path

import msgspec

from tawatur.errors import LedgerError
from tawatur.flow import Step, Tally, dated_page, silent, take_in
from tawatur.intake import PageReader, is_address
from tawatur.intake.answers import Fetches
from tawatur.intake.watching import Watched, feeds_of, poll
from tawatur.ledger import Ledger

STATE = "watched.json"


def watch(
    ledger: Ledger,
    sources: Sequence[str],
    fetcher: Fetches,
    *,
    every: float = 300.0,
    rounds: int | None = None,
    step: Step = silent,
    page: PageReader = dated_page,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[Tally]:
    """Take in what feeds bring, round after round, ``every`` so many seconds; a tally of each round.

    ``sources`` are addresses of feeds and OPML files that list them. What was seen is kept beside
    the ledger after every round, so a watch that is stopped goes on where it was. Without
    ``rounds`` it never ends. ``page`` turns a web page into an article. A feed out of reach is
    set aside and asked again in the next round. Raises SourceError where an OPML file names no
    feeds, LedgerError where the state is damaged.
    """
    feeds = [feed for source in sources for feed in _feeds(source)]
    state = (ledger.folder or Path()) / STATE
    watched = _load(state)
    for number in count() if rounds is None else range(rounds):
        if number:
            sleep(every)
        tally = Tally()
        take_in(ledger, poll(feeds, watched, fetcher, page=page), tally, step, workers=1)
        _save(state, watched)
        yield tally


def _feeds(source: str) -> Sequence[str]:
    return [source] if is_address(source) else feeds_of(Path(source).read_bytes(), source)


def _load(state: Path) -> Watched:
    if not state.exists():
        return Watched()
    try:
        return msgspec.json.decode(state.read_bytes(), type=Watched)
    except msgspec.DecodeError as error:
        raise LedgerError(f"{state}: damaged ({error}); remove it to look at all feeds afresh") from error


def _save(state: Path, watched: Watched) -> None:
    partial = state.with_suffix(".partial")
    partial.write_bytes(msgspec.json.encode(watched))
    partial.replace(state)
