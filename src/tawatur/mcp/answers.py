"""Answers an assistant can cite: plain values in which every place carries its words and article."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from tawatur.errors import RequestError
from tawatur.flow import bring_up_to_date, look_up
from tawatur.index import Index, thing_named
from tawatur.ledger import Ledger, links, require
from tawatur.model import Article, Claim, Figure, Measure, Pointer, Situation
from tawatur.text import tokenise
from tawatur.web.desk import Desk
from tawatur.web.keys import forms, lemmas
from tawatur.web.search import Hit, Wanted

Answer = dict[str, Any]

AROUND = 12
"""Tokens shown on either side of what was searched for."""


def search(ledger: Path, query: str, who: str = "", about: str = "", limit: int = 10) -> list[Answer]:
    """The articles that hold all words of a query, the best first, each with the words around the first.

    Words are found however they are inflected: «الصواريخ» finds «بالصواريخ» and «صاروخ». With
    ``who`` or ``about``, the statements of that speaker or of that topic, each with its speaker and
    what it says. Raises RequestError where nothing is asked for.
    """
    if not any(map(forms, (query, who, about))):
        raise RequestError("nothing to search for: give at least one word")
    desk = Desk(require(ledger))
    try:
        desk.refresh()
        found = desk.find(Wanted(words=query, who=who, about=about), limit, 0)
        with desk.ledger() as kept:
            return [_hit(hit, kept, query or about) for hit in found.hits]
    finally:
        desk.close()


def stories(ledger: Path, limit: int = 20) -> list[Answer]:
    """The stories, the largest first."""
    with Ledger(require(ledger)) as kept:
        bring_up_to_date(kept)
        return [
            {"id": s.id, "name": s.name, "articles": len(s.articles), "first": s.first, "last": s.last}
            for s in links.stories(kept, limit=limit)
        ]


def claims(ledger: Path, story: str | None = None, limit: int = 20) -> list[Answer]:
    """The claims of a story, or of all, with every statement that takes a stand on them."""
    index, situation = look_up(ledger, story)
    return [_claim(claim, index) for claim in situation.claims[:limit]]


def measures(ledger: Path, story: str | None = None, limit: int = 20) -> list[Answer]:
    """What is counted in a story, or in all, with every figure, who gave it and when."""
    index, situation = look_up(ledger, story)
    return [_measure(measure, index) for measure in situation.measures[:limit]]


def explain(ledger: Path, key: str) -> Answer:
    """A finding, claim, measure, copy, story, identity or timeline line with its reasons and words.

    ``key`` is its id or the beginning of it. Raises RequestError where that names nothing, or
    several things.
    """
    index, situation = look_up(ledger)
    found = thing_named(situation, key)
    record: Answer = msgspec.to_builtins(found)
    return {**record, "cited": [cited(place, index) for place in _places(found)]}


def cited(place: Pointer, index: Index) -> Answer:
    """A place as it can be cited: its words, its span in code points, its article."""
    return {
        "text": index.text(place),
        "start": place.start,
        "end": place.end,
        **_source(index.article(place)),
    }


def _source(article: Article) -> Answer:
    return {
        "article": article.id,
        "outlet": article.outlet,
        "url": article.url,
        "title": article.title,
        "published": article.published,
    }


def _claim(claim: Claim, index: Index) -> Answer:
    return {
        "id": claim.id,
        "what": claim.what,
        **{stance.value: [_said(cue, index) for cue in cues] for stance, cues in claim.stands},
    }


def _said(cue: Pointer, index: Index) -> Answer:
    return {"speaker": index.speaker(cue), "content": index.content(cue), "cue": cited(cue, index)}


def _measure(measure: Measure, index: Index) -> Answer:
    figures = [_figure(figure, index) for figure in measure.figures]
    return {"id": measure.id, "what": measure.what, "unit": measure.unit, "figures": figures}


def _figure(figure: Figure, index: Index) -> Answer:
    return {
        "low": figure.low,
        "high": figure.high,
        "modifier": figure.modifier,
        "speaker": index.teller(figure.place.article, figure.speaker),
        "time": figure.time,
        "place": cited(figure.place, index),
    }


def _places(value: Any) -> list[Pointer]:
    """Every pointer inside a value, once, in the order it stands there."""
    return list(dict.fromkeys(_pointers(value)))


def _pointers(value: Any) -> Iterator[Pointer]:
    if isinstance(value, Pointer):
        yield value
    elif isinstance(value, msgspec.Struct):
        for part in msgspec.structs.astuple(value):
            yield from _pointers(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from _pointers(part)


def _hit(hit: Hit, ledger: Ledger, query: str) -> Answer:
    """An article with the words around what was searched for, or a statement with what it says."""
    reading = ledger.reading(hit.article)
    statement = next((s for s in reading.statements if s.id == hit.statement), None)
    if statement is None:
        return _around(reading.article, {key for form in forms(query) for key in lemmas(form)})
    index = Index(Situation(identities=links.identities(ledger, [hit.article])), [reading])
    return _said(Pointer(hit.article, statement.cue.start, statement.cue.end), index)


def _around(article: Article, looked_for: set[str]) -> Answer:
    """The words around the first one of the text that shares a key with those looked for."""
    tokens = tokenise(article.text)
    hits = (i for i, form in enumerate(tokens.forms) if not looked_for.isdisjoint(lemmas(form)))
    at = next(hits, 0)
    first, last = max(0, at - AROUND), min(len(tokens), at + AROUND + 1)
    start, end = tokens.starts[first], tokens.ends[last - 1]
    return {"text": article.text[start:end], "start": start, "end": end, **_source(article)}
