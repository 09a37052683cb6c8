"""The fixed interchange format of a reading: one JSON object a document."""

from typing import Any

import msgspec

from tawatur.model import Entity, Event, Link, Quantity, Reading, Span, Statement

Record = dict[str, Any]


def reading_record(reading: Reading) -> Record:
    """A reading as plain values: ``id, blocks, entities, times, quantities, statements, events``.

    Every span is ``{"start", "end", "text"}`` with ``text`` cut from the article.
    """
    text = reading.article.text
    return {
        "id": reading.article.id,
        "outlet": reading.article.outlet,
        "published": reading.article.published,
        "blocks": [msgspec.to_builtins(block) for block in reading.blocks],
        "entities": [_entity(entity, text) for entity in reading.entities],
        "times": [_spanned(time, text) for time in reading.times],
        "quantities": [_quantity(quantity, text) for quantity in reading.quantities],
        "statements": [_statement(statement, text) for statement in reading.statements],
        "events": [_event(event, text) for event in reading.events],
    }


def _spanned(item: msgspec.Struct, text: str) -> Record:
    record: Record = msgspec.to_builtins(item)
    return {**record, "text": text[record["start"] : record["end"]]}


def _quantity(quantity: Quantity, text: str) -> Record:
    noun = _span(quantity.noun, text) if quantity.noun else None
    return {**_spanned(quantity, text), "noun": noun}


def _event(event: Event, text: str) -> Record:
    when = _span(event.when, text) if event.when else None
    return {**_spanned(event, text), "trigger": _span(event.trigger, text), "when": when}


def _span(span: Span, text: str) -> Record:
    return {"start": span.start, "end": span.end, "text": text[span.start : span.end]}


def _entity(entity: Entity, text: str) -> Record:
    return {
        "id": entity.id,
        "type": entity.type.value,
        "name": entity.name,
        "mentions": [_spanned(mention, text) for mention in entity.mentions],
        "facts": [
            {"kind": fact.kind.value, "value": fact.value, "time": fact.time, **_span(fact.span, text)}
            for fact in entity.facts
        ],
    }


def _statement(statement: Statement, text: str) -> Record:
    return {
        "id": statement.id,
        "cue": _span(statement.cue, text),
        "source": _span(statement.source, text) if statement.source else None,
        "speaker": statement.speaker,
        "via": list(statement.via),
        "chain": [_link(link, text) for link in statement.chain],
        "content": [_span(span, text) for span in statement.content],
        "form": statement.form.value,
        "act": statement.act.value,
        "negated": statement.negated,
        "hedges": [_span(span, text) for span in statement.hedges],
        "time": statement.time,
        "rule": statement.rule,
        "because": [
            {"what": reason.what, "span": _span(reason.span, text) if reason.span else None}
            for reason in statement.because
        ],
    }


def _link(link: Link, text: str) -> Record:
    return {"teller": link.teller, "span": _span(link.span, text) if link.span else None}
