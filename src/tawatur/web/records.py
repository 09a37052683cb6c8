"""The same things for programs: JSON at ``/api`` and the address of the page."""

from functools import partial
from typing import Any

import msgspec
from litestar import get
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import FromQuery

from tawatur.dossier.page import Place
from tawatur.errors import RequestError
from tawatur.export.readings import reading_record
from tawatur.ledger import links
from tawatur.model import Claim, Finding, Identity, Measure, Situation
from tawatur.web.addresses import id_of
from tawatur.web.asked import Key, Looked, OurDesk, PageNumber
from tawatur.web.search import Hits
from tawatur.web.shown import PAGE, JudgementRow, Listing, StoryRow
from tawatur.web.views.articles import list_articles, list_articles_of
from tawatur.web.views.comparisons import find_claim, find_finding, find_measure
from tawatur.web.views.judgements import list_judgements
from tawatur.web.views.stories import list_stories


class Problem(msgspec.Struct, frozen=True):
    """What comes in place of an answer: the status of HTTP and a line that says what is wrong."""

    status: int
    problem: str


_PROBLEMS = {
    400: ResponseSpec(Problem, generate_examples=False, description="The question makes no sense."),
    404: ResponseSpec(Problem, generate_examples=False, description="There is no such thing."),
    503: ResponseSpec(Problem, generate_examples=False, description="The ledger cannot be read now."),
}
answer = partial(get, sync_to_thread=True, responses=_PROBLEMS)


@answer("/stories", tags=["stories"])
def stories(desk: OurDesk, number: PageNumber = 1) -> Listing[StoryRow]:
    """The stories, the largest first."""
    return list_stories(desk, number)


@answer("/stories/{key:str}", tags=["stories"])
def story(desk: OurDesk, key: Key) -> Situation:
    """Everything about one story: articles, identities, measures, claims, findings, timeline."""
    with desk.ledger() as ledger:
        return desk.situation(ledger, links.story(ledger, id_of(key)))


@answer("/articles", tags=["articles"])
def articles(desk: OurDesk, story: FromQuery[str] = "", number: PageNumber = 1) -> Listing[Place]:
    """The articles, newest first, or those of one story in order of time."""
    return list_articles_of(desk, story, number) if story else list_articles(desk, number)


@answer("/articles/{key:str}", tags=["articles"])
def article(desk: OurDesk, key: Key) -> dict[str, Any]:
    """The reading of an article in the interchange format, with its text."""
    with desk.ledger() as ledger:
        reading = ledger.reading(id_of(key))
    return {**reading_record(reading), "text": reading.article.text}


@answer("/articles/{key:str}/statements/{statement:str}", tags=["articles"])
def statement(desk: OurDesk, key: Key, statement: Key) -> dict[str, Any]:
    """One statement in the interchange format."""
    wanted = id_of(statement)
    with desk.ledger() as ledger:
        record = reading_record(ledger.reading(id_of(key)))
    return _only([item for item in record["statements"] if item["id"] == wanted], f"statement {wanted!r}")


@answer("/claims/{key:str}", tags=["findings"])
def claim(desk: OurDesk, key: Key) -> Claim:
    """A claim with the statements that affirm, deny or withhold it."""
    return find_claim(desk, id_of(key))


@answer("/measures/{key:str}", tags=["findings"])
def measure(desk: OurDesk, key: Key) -> Measure:
    """A measure with all its figures."""
    return find_measure(desk, id_of(key))


@answer("/findings/{key:str}", tags=["findings"])
def finding(desk: OurDesk, key: Key) -> Finding:
    """A finding with its sides and reasons."""
    return find_finding(desk, id_of(key))


@answer("/entities/{key:str}", tags=["entities"])
def entity(desk: OurDesk, key: Key) -> Identity:
    """A name with its spellings and every place it is named."""
    with desk.ledger() as ledger:
        return links.identity(ledger, id_of(key))


@answer("/search", tags=["search"])
def search(desk: OurDesk, wanted: Looked, number: PageNumber = 1) -> Hits:
    """The articles that answer, or statements where ``who``, ``about`` or ``act`` is given."""
    return desk.find(wanted, PAGE, (number - 1) * PAGE)


@answer("/judgements", tags=["judgements"])
def standing(desk: OurDesk, number: PageNumber = 1) -> Listing[JudgementRow]:
    """The judgements that stand, the latest first, each with the page of what it is about."""
    return list_judgements(desk, number)


class State(msgspec.Struct, frozen=True):
    """How the ledger stands.

    ``current`` where links and index are in step with its articles; ``busy`` while stories are
    being linked or compared, which pages need not wait for.
    """

    articles: int
    stories: int
    current: bool
    busy: bool


@answer("/state", tags=["state"])
def state(desk: OurDesk) -> State:
    """How the ledger stands."""
    with desk.ledger() as ledger:
        return State(len(ledger), links.count_stories(ledger), not desk.is_stale(), desk.is_busy)


def _only(found: list[dict[str, Any]], what: str) -> dict[str, Any]:
    if not found:
        raise RequestError(f"no {what}")
    return found[0]


RECORDS = [
    stories,
    story,
    articles,
    article,
    statement,
    claim,
    measure,
    finding,
    entity,
    search,
    standing,
    state,
]
