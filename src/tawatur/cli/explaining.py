"""Why something was found, for `tawatur explain`."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from tawatur.errors import RequestError
from tawatur.index import Index, Thing, thing_named
from tawatur.model import Pointer, Situation, Span, Statement, Why
from tawatur.rules import rule_book


class Explained(NamedTuple):
    """An explanation for a person and for a program."""

    lines: list[str]
    record: dict[str, Any]


def explained(key: str, index: Index, situation: Situation) -> Explained:
    """The explanation of whatever ``key`` names.

    ``key`` is the id, or the beginning of one, of a finding, claim, measure, story, copy,
    identity or timeline line, or a statement as ``article/s3``. Raises RequestError where it
    names nothing or several things.
    """
    article, _, number = key.rpartition("/")
    if article in index.readings:
        return _statement(article, number, index)
    found = thing_named(situation, key)
    return Explained(list(_lines(found, index)), msgspec.to_builtins(found))


def _statement(article: str, number: str, index: Index) -> Explained:
    reading = index.readings[article]
    statement = next((s for s in reading.statements if s.id == number), None)
    if statement is None:
        raise RequestError(f"no statement {number!r} in article {article!r}")
    lines = list(_statement_lines(statement, index, article))
    return Explained(lines, {"article": article, **msgspec.to_builtins(statement)})


def _statement_lines(statement: Statement, index: Index, article: str) -> Iterator[str]:
    def words(span: Span | None) -> str:
        return index.text(Pointer(article, span.start, span.end)) if span else "(none)"

    rule = rule_book("statements").get(statement.rule)
    yield f"statement {article}/{statement.id}"
    yield f"  cue      {words(statement.cue)}  [{statement.cue.start}–{statement.cue.end}]"
    yield f"  source   {words(statement.source)}"
    yield f"  speaker  {index.teller(article, statement.speaker) or 'unknown'}"
    for span in statement.content:
        yield f"  content  {words(span)}  [{span.start}–{span.end}]"
    yield f"  act      {statement.act}, {statement.form}"
    for link in statement.chain:
        yield f"  chain    {index.teller(article, link.teller)}"
    yield f"  rule     {statement.rule}" + (f": {rule.idea}" if rule else "")
    for reason in statement.because:
        yield f"  because  {reason.what}" + (f": {words(reason.span)}" if reason.span else "")


def _lines(item: Thing, index: Index) -> Iterator[str]:
    kind = type(item).__name__.lower()
    yield f"{kind} {item.id}"
    for field in ("what", "name", "kind", "independent_origins", "credibility", "origin", "date"):
        value = getattr(item, field, None)
        if value is not None:
            yield f"  {field.replace('_', ' '):8} {value}"
    for number, side in enumerate(getattr(item, "sides", ()), 1):
        for pointer in side:
            yield f"  side {number}   {_place(pointer, index)}"
    reasons: tuple[Why, ...] = getattr(item, "reasons", ())
    for why in reasons:
        weight = f" ({why.weight:.2f})" if why.weight is not None else ""
        yield f"  because  {why.reason}{weight}: {why.note}"
        for pointer in why.places:
            yield f"             {_place(pointer, index)}"


def _place(pointer: Pointer, index: Index) -> str:
    where = f"[{pointer.article}:{pointer.start}–{pointer.end}]"
    if pointer.article not in index.readings:
        return where
    speaker = index.speaker(pointer)
    words = index.content(pointer) or index.text(pointer)
    outlet = index.outlet(pointer)
    return f"{speaker + ': ' if speaker else ''}«{words}»  {outlet + ' ' if outlet else ''}{where}"
