"""Learning from a ledger which lines its outlets repeat, and reading their articles by it.

It is done when asked for, not while articles are added: what was learned is then the same in
whatever order the articles came, and so is every reading that rests on it.
"""

import hashlib
from collections.abc import Callable, Iterator

import msgspec

from tawatur import __version__
from tawatur.finders.repeats import Repeats, learn_repeats, short_lines
from tawatur.intake import Refusal
from tawatur.ledger import Ledger, waiting
from tawatur.ledger.repeats import repeats, save_repeats
from tawatur.model import Article
from tawatur.parallel import read_many


class Learned(msgspec.Struct, frozen=True):
    """The lines that each outlet repeats, as folded words, and how many articles were read again by them."""

    lines: dict[str, tuple[str, ...]]
    read_again: int


def learn(ledger: Ledger, step: Callable[[str, int], None], workers: int | None = None) -> Learned:
    """Learn from all articles of a ledger which lines their outlets repeat.

    Articles that hold a line newly learned, or one that is no longer, are read again, and their
    links wait to be made; articles added later are read by what was learned last. A second run
    changes nothing, and one that was cut short is made good by the next.
    """
    known, learned = repeats(ledger), learn_repeats(reading.article for reading in ledger.readings())
    again = list(_touched(ledger, known, learned))
    if known != learned:
        _forget_links(ledger)
        _read_again(ledger, again, learned, step, workers)
        with ledger.store.transaction():
            save_repeats(ledger, learned)
            waiting.start_over(ledger)
    return Learned(
        {str(outlet): tuple(sorted(lines)) for outlet, lines in sorted(learned.items())}, len(again)
    )


def reader_of(article: Article, learned: Repeats) -> str:
    """What reads an article: this version of Tawatur, and the learned lines it finds in it."""
    own = learned.get(article.outlet, frozenset())
    lines = sorted(own & short_lines(article)) if own else []
    known = hashlib.sha256("\n".join(lines).encode()).hexdigest()[:8] if lines else ""
    return f"tawatur {__version__}{known and f', lines {known}'}"


def _touched(ledger: Ledger, known: Repeats, learned: Repeats) -> Iterator[str]:
    """The ids of the articles that hold a line by which the two differ."""
    none: frozenset[str] = frozenset()
    outlets = known.keys() | learned.keys()
    changed = {outlet: known.get(outlet, none) ^ learned.get(outlet, none) for outlet in outlets}
    for reading in ledger.readings() if any(changed.values()) else ():
        if not changed.get(reading.article.outlet, none).isdisjoint(short_lines(reading.article)):
            yield reading.article.id


def _forget_links(ledger: Ledger) -> None:
    """No link may rest on a reading that is about to go."""
    with ledger.store.transaction():
        waiting.start_over(ledger)


def _read_again(
    ledger: Ledger,
    ids: list[str],
    learned: Repeats,
    step: Callable[[str, int], None],
    workers: int | None,
) -> None:
    articles = (reading.article for reading in ledger.readings(ids))
    for done, reading in enumerate(read_many(articles, workers, learned), 1):
        if not isinstance(reading, Refusal):
            ledger.replace(reading, reader_of(reading.article, learned))
        step("reading again", done)
