"""W3C Web Annotations: every span with a position selector and a quote selector.

The model counts code points from the start of the text, as Tawatur does, so positions hold
wherever the text of the article is the one that was read; the quote finds the place again
where it is not.
"""

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

import msgspec

from tawatur.export.iris import iri, source_iri
from tawatur.model import Article, Reading, Situation, Span, Statement

Node = dict[str, Any]

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32


def write_annotations(situation: Situation, readings: Iterable[Reading], out: BinaryIO) -> None:
    """Write one AnnotationCollection with all spans of all readings on its only page."""
    del situation
    out.write(msgspec.json.encode(annotation_collection(readings)))


def annotation_collection(readings: Iterable[Reading]) -> Node:
    """The collection as plain values; items are in the order of the readings."""
    items = [annotation for reading in readings for annotation in annotations(reading)]
    return {
        "@context": CONTEXT,
        "id": iri("annotations", "all"),
        "type": "AnnotationCollection",
        "total": len(items),
        "first": {"id": iri("annotations", "page", 1), "type": "AnnotationPage", "items": items},
    }


def annotations(reading: Reading) -> Iterator[Node]:
    """One annotation for each statement, mention, time expression and quantity of an article."""
    article = reading.article
    for statement in reading.statements:
        yield _statement(article, statement)
    for entity in reading.entities:
        for mention in entity.mentions:
            tags = ("mention", entity.type.value, entity.name)
            yield _annotation(article, "mention", Span(mention.start, mention.end), tags)
    for time in reading.times:
        tags = ("time", time.type.value, time.value)
        yield _annotation(article, "time", Span(time.start, time.end), tags)
    for quantity in reading.quantities:
        bounds = f"{_bound(quantity.low)}..{_bound(quantity.high)}"
        counted = ("quantity", quantity.modifier.value, bounds, *filter(None, (quantity.unit,)))
        yield _annotation(article, "quantity", Span(quantity.start, quantity.end), counted)


def _statement(article: Article, statement: Statement) -> Node:
    tags = ("statement", statement.act.value, statement.form.value, *filter(None, (statement.speaker,)))
    parts = {"cue": (statement.cue,), "content": statement.content}
    if statement.source:
        parts["source"] = (statement.source,)
    node = _annotation(article, "statement", statement.cue, tags)
    node["target"] = [_target(article, span, part) for part, spans in parts.items() for span in spans]
    return node


def _annotation(article: Article, kind: str, span: Span, tags: Iterable[str]) -> Node:
    return {
        "id": iri("annotation", kind, article.id, span.start, span.end),
        "type": "Annotation",
        "motivation": "tagging",
        "body": [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in tags],
        "target": [_target(article, span)],
    }


def _target(article: Article, span: Span, part: str | None = None) -> Node:
    target: Node = {
        "type": "SpecificResource",
        "source": source_iri(article),
        "selector": [
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            {
                "type": "TextQuoteSelector",
                "exact": article.text[span.start : span.end],
                "prefix": article.text[max(0, span.start - AROUND) : span.start],
                "suffix": article.text[span.end : span.end + AROUND],
            },
        ],
    }
    return {**target, "styleClass": part} if part else target


def _bound(value: float | None) -> str:
    return "" if value is None else f"{value:.15g}"
