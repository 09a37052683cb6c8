"""Answers of the search, each with the words around its first hit."""

from markupsafe import Markup

from tawatur.dossier.marks import Mark, highlight
from tawatur.dossier.sources import Sources
from tawatur.errors import RequestError
from tawatur.ledger import Ledger, links
from tawatur.model import Article, Reading, Situation
from tawatur.text import tokenise
from tawatur.web.addresses import InApp
from tawatur.web.desk import Desk
from tawatur.web.keys import forms, lemmas
from tawatur.web.search import Hit, Wanted
from tawatur.web.shown import PAGE, Found, Listing

_BEFORE, _AFTER = 90, 170


def search(desk: Desk, wanted: Wanted, page: int) -> Listing[Found]:
    """One page of answers."""
    hits = desk.find(wanted, PAGE, (page - 1) * PAGE)
    with desk.ledger() as ledger:
        found = tuple(_shown(ledger, hits.hits, wanted))
    return Listing(found, hits.total, page)


def entity_names(desk: Desk, meant: str) -> tuple[str, ...]:
    """The spellings of a name, to search by; ``meant`` is its id, or the name as somebody types it."""
    with desk.ledger() as ledger:
        try:
            identity = links.identity(ledger, meant)
        except RequestError:
            return (meant,)
    return (identity.name, *(spelling.text for spelling in identity.names))


def _shown(ledger: Ledger, hits: tuple[Hit, ...], wanted: Wanted) -> list[Found]:
    articles = {hit.article for hit in hits}
    readings = {reading.article.id: reading for reading in ledger.readings(articles)}
    speaking = articles if wanted.of_statements else ()
    identities = links.identities(ledger, speaking)
    situation = Situation(articles=tuple(r.article for r in readings.values()), identities=identities)
    sources = Sources(situation, list(readings.values()), InApp())
    looked_for = {key for form in forms(f"{wanted.words} {wanted.about}") for key in lemmas(form)}
    return [
        _found(hit, readings[hit.article], sources, looked_for) for hit in hits if hit.article in readings
    ]


def _found(hit: Hit, reading: Reading, sources: Sources, looked_for: set[str]) -> Found:
    statement = next((s for s in reading.statements if s.id == hit.statement), None)
    return Found(
        article=sources.article(hit.article),
        snippet=snippet(reading.article, looked_for),
        said=sources.as_said(hit.article, statement) if statement else None,
    )


def snippet(article: Article, looked_for: set[str]) -> Markup:
    """The text around the first word that shares a key with those looked for, with all such words marked."""
    text = article.text
    marks: list[Mark] = []
    tokens = tokenise(text)
    for form, start, end in zip(tokens.forms, tokens.starts, tokens.ends, strict=True):
        if marks and start > marks[0].start + _AFTER:
            break
        if not looked_for.isdisjoint(lemmas(form)):
            marks.append(Mark(start, end, "hit"))
    first = marks[0].start if marks else 0
    begin = text.rfind(" ", 0, max(0, first - _BEFORE)) + 1
    stop = text.find(" ", first + _AFTER)
    return highlight(text, begin, len(text) if stop < 0 else stop, marks)
