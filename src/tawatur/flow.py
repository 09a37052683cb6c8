"""The whole of Tawatur on one page: sources become a ledger, a ledger becomes a situation.

    source → article → reading → ledger → links → comparison of each story → dossier, exports

Each function here names its stages in order; what a stage does stands in the module it calls.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

import msgspec

from tawatur import learning, upkeep
from tawatur.dossier import render_dossier
from tawatur.index import Index
from tawatur.intake import PageReader, Refusal, read_articles, read_page, read_page_fast
from tawatur.ledger import Ledger, links
from tawatur.ledger.judgements import judgements
from tawatur.ledger.reliability import grades
from tawatur.ledger.repeats import repeats
from tawatur.lexicon import load_lexicon
from tawatur.model import Article, Reading, Situation, Story
from tawatur.parallel import Prepared, compare_many, prepare_many, read_many
from tawatur.reading import find_date
from tawatur.situation import Links, combine, compare, judged

DOSSIER_ARTICLES = 200
"""Articles one dossier shows; larger piles are for the app."""

dated_page = partial(read_page, find_date=find_date)
dated_page_fast = partial(read_page_fast, find_date=find_date)
"""Pages are dated by the times finder where their metadata do not say when they were published."""

Step = Callable[[str, int], None]
"""Told of progress: what is being done, and how many of it are done."""


def silent(what: str, done: int) -> None:
    """A step that tells nobody."""


class Tally(msgspec.Struct):
    """What became of the sources: articles added, articles already known, sources set aside."""

    added: int = 0
    known: int = 0
    refused: list[Refusal] = msgspec.field(default_factory=list)


def add(
    ledger: Ledger,
    paths: Sequence[str],
    step: Step = silent,
    workers: int | None = None,
    page: PageReader = dated_page,
) -> Tally:
    """Read every article of ``paths`` into the ledger, one transaction each.

    An article that stands there already is left alone; one that cannot be read is set aside.
    ``page`` turns a web page into an article (``dated_page_fast`` for bulk). Raises SourceError
    where a path leads to no article at all.
    """
    tally = Tally()
    take_in(ledger, read_articles(paths, page=page), tally, step, workers)
    return tally


def take_in(
    ledger: Ledger,
    sources: Iterable[Article | Refusal],
    tally: Tally,
    step: Step = silent,
    workers: int | None = None,
) -> None:
    """Read what is new among ``sources`` into the ledger and count what became of them."""
    upkeep.make_ready(ledger)
    new = _only_new(ledger, sources, tally, step)
    learned = repeats(ledger)
    with ledger.store.without_waiting():
        for outcome in prepare_many(new, workers, learned):
            if isinstance(outcome, Refusal):
                ledger.refuse(outcome.place, outcome.problem)
                tally.refused.append(outcome)
            else:
                _keep(ledger, outcome, learning.reader_of(outcome.reading.article, learned), tally)
            step("articles", tally.added + tally.known + len(tally.refused))


def bring_up_to_date(ledger: Ledger, step: Step = silent) -> None:
    """Link what has been added or judged since the last time; only what that touches is linked again."""
    upkeep.bring_up_to_date(ledger, step)


def situation_of(ledger: Ledger, stories: Iterable[Story], step: Step = silent) -> Situation:
    """The situation of some stories of an up-to-date ledger: articles, links, comparisons."""
    stories = tuple(stories)
    articles = sorted({article for story in stories for article in story.articles})
    frame = Situation(
        articles=tuple(reading.article for reading in ledger.readings(articles)),
        identities=links.identities(ledger, articles),
        copies=links.copies(ledger, articles),
        stories=stories,
    )
    compare_stale(ledger, stories, step)
    return combine((compared(ledger, story) for story in stories), frame)


def compare_stale(ledger: Ledger, stories: Iterable[Story], step: Step = silent) -> None:
    """Compare those of some stories that have changed since they were compared, many on all cores."""
    states = [(story, links.comparison_state(ledger, story)) for story in stories]
    stale = [(story, at) for story, at in states if not links.is_compared(ledger, story.id, at)]
    situations = compare_many(_told(ledger, story) for story, _ in stale)
    for done, ((story, at), situation) in enumerate(zip(stale, situations, strict=True)):
        step("stories", done)
        links.save_comparison(ledger, story.id, at, situation)


def compared(ledger: Ledger, story: Story) -> Situation:
    """The comparison of one story, from the ledger where nothing it rests on has changed since.

    What people judged of its findings is heeded each time anew and costs no comparison.
    """
    state = links.comparison_state(ledger, story)
    situation = links.comparison(ledger, story.id, state)
    if situation is None:
        situation = compare(*_told(ledger, story), load_lexicon())
        links.save_comparison(ledger, story.id, state, situation)
    return judged(situation, judgements(ledger))


def _told(ledger: Ledger, story: Story) -> tuple[list[Reading], Links]:
    articles = story.articles
    ties = Links(links.identities(ledger, articles), links.copies(ledger, articles), (story,))
    return list(ledger.readings(articles)), ties


def list_stories(folder: Path, step: Step = silent) -> list[Story]:
    """The stories of a ledger, the largest first."""
    with Ledger(folder) as ledger:
        bring_up_to_date(ledger, step)
        return links.stories(ledger)


def look_up(folder: Path, story: str | None = None, step: Step = silent) -> tuple[Index, Situation]:
    """The situation of one story of a ledger, or of all, and an index of the words it points at."""
    with Ledger(folder) as ledger:
        bring_up_to_date(ledger, step)
        stories = [links.story(ledger, story)] if story else links.stories(ledger)
        situation = situation_of(ledger, stories, step)
        readings = ledger.readings(article.id for article in situation.articles)
        return Index(situation, readings, grades(ledger)), situation


def read_sources(paths: Sequence[str], workers: int | None = None) -> Iterator[Reading | Refusal]:
    """The reading of every article of ``paths``, each by itself, in order."""
    return read_many(read_articles(paths, page=dated_page), workers)


class Report(msgspec.Struct, frozen=True):
    """A dossier and the situation it shows; ``left_out`` are the stories it had no room for."""

    situation: Situation
    page: str
    left_out: tuple[Story, ...] = ()


def report(ledger: Ledger, story: str | None = None, step: Step = silent) -> Report:
    """The dossier of one story, or of all in order of size up to ``DOSSIER_ARTICLES`` articles."""
    bring_up_to_date(ledger, step)
    stories = [links.story(ledger, story)] if story else links.stories(ledger)
    shown = _first_stories(stories, DOSSIER_ARTICLES)
    situation = situation_of(ledger, shown, step)
    step("dossier", len(situation.articles))
    readings = list(ledger.readings(article.id for article in situation.articles))
    return Report(situation, render_dossier(situation, readings), tuple(stories[len(shown) :]))


def _first_stories(stories: Sequence[Story], most: int) -> Sequence[Story]:
    """The first stories that have ``most`` articles between them, and one story at the least."""
    articles = 0
    for number, story in enumerate(stories):
        articles += len(story.articles)
        if articles > most:
            return stories[: max(1, number)]
    return stories


def _only_new(
    ledger: Ledger, sources: Iterable[Article | Refusal], tally: Tally, step: Step
) -> Iterable[Article | Refusal]:
    for source in sources:
        if isinstance(source, Article) and ledger.holds(source):
            tally.known += 1
            step("articles", tally.added + tally.known + len(tally.refused))
        else:
            yield source


def _keep(ledger: Ledger, prepared: Prepared, reader: str, tally: Tally) -> None:
    if ledger.add(prepared.reading, reader, prepared.traits).new:
        tally.added += 1
    else:
        tally.known += 1
