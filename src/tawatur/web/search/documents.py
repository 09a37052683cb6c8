"""What the index holds: one document for each article and one for each statement."""

from collections.abc import Iterator

import tantivy

from tawatur.model import Article, Reading, Statement
from tawatur.text import fold
from tawatur.web.keys import forms, keys


def schema() -> tantivy.Schema:
    """The fields: exact ones, words in order, keys without order, the day as ``20241023``."""
    builder = tantivy.SchemaBuilder()
    for stored in ("article", "statement"):
        builder.add_text_field(stored, stored=True, tokenizer_name="raw", index_option="basic")
    for exact in ("kind", "act", "outlet", "entity"):
        builder.add_text_field(exact, tokenizer_name="raw", index_option="basic")
    for words in ("forms", "title"):
        builder.add_text_field(words, tokenizer_name="words", index_option="position")
    for unordered in ("lemmas", "who", "about"):
        builder.add_text_field(unordered, tokenizer_name="words", index_option="freq")
    builder.add_integer_field("day", indexed=True, fast=True)
    return builder.build()


def documents(reading: Reading) -> Iterator[tantivy.Document]:
    """The document of an article and those of its statements."""
    article = reading.article
    title = article.title or ""
    document = _document("article", article, f"{title}\n{article.text}")
    document.add_text("title", " ".join(forms(title)))
    for entity in reading.entities:
        document.add_text("entity", fold(entity.name))
    yield document
    names = {entity.id: entity.name for entity in reading.entities}
    for statement in reading.statements:
        yield _statement(statement, reading, names)


def _statement(statement: Statement, reading: Reading, names: dict[str, str]) -> tantivy.Document:
    article = reading.article
    content = " ".join(article.text[part.start : part.end] for part in statement.content)
    source = article.text[statement.source.start : statement.source.end] if statement.source else ""
    speaker = statement.speaker or ""
    who = names.get(speaker, speaker.removeprefix("anon:"))
    inside = _named_inside(statement, reading)
    document = _document("statement", article, content)
    document.add_text("statement", statement.id)
    document.add_text("act", statement.act.value)
    document.add_text("who", keys(f"{who} {source}"))
    document.add_text("about", keys(f"{content} {' '.join(inside)}"))
    for name in {who, *inside} - {""}:
        document.add_text("entity", fold(name))
    return document


def _named_inside(statement: Statement, reading: Reading) -> set[str]:
    return {
        entity.name
        for entity in reading.entities
        for mention in entity.mentions
        if any(part.start <= mention.start < part.end for part in statement.content)
    }


def _document(kind: str, article: Article, text: str) -> tantivy.Document:
    document = tantivy.Document()
    document.add_text("kind", kind)
    document.add_text("article", article.id)
    document.add_text("outlet", fold(article.outlet or ""))
    document.add_integer("day", day_number(article.published))
    document.add_text("forms", " ".join(forms(text)))
    document.add_text("lemmas", keys(text))
    return document


def day_number(published: str | None) -> int:
    """A day as a number that sorts: ``2024-10-23`` is 20241023; 0 where it is unknown."""
    digits = (published or "")[:10].replace("-", "")
    return int(digits) if len(digits) == 8 and digits.isascii() and digits.isdigit() else 0
