"""Articles with layered highlights, and names with all their spellings."""

from collections.abc import Iterable, Sequence

from tawatur.dossier.highlights import Highlights
from tawatur.dossier.marks import Mark, highlight
from tawatur.dossier.page import ArticlePage, Name, Paragraph, Spelt
from tawatur.dossier.sources import Sources, anchor
from tawatur.lexicon.romanisation import romanise
from tawatur.model import (
    Block,
    BlockKind,
    Identity,
    Pointer,
    Reading,
    Situation,
)


def show_article(reading: Reading, sources: Sources, highlights: Highlights) -> ArticlePage:
    """An article with everything found in it highlighted."""
    article = reading.article
    marks = highlights.marks(reading)
    return ArticlePage(
        anchor=anchor("article", article.id),
        id=article.id,
        title=sources.title(article.id),
        outlet=article.outlet,
        published=article.published,
        url=article.url,
        author=article.author,
        agency=article.agency,
        paragraphs=tuple(_paragraphs(article.text, _lines(reading), marks)),
        said=tuple(sources.as_said(article.id, statement) for statement in reading.statements),
    )


def _lines(reading: Reading) -> Sequence[Block]:
    if reading.blocks:
        return reading.blocks
    return [Block(0, len(reading.article.text), BlockKind.PARAGRAPH, "whole text")]


def _paragraphs(text: str, blocks: Sequence[Block], marks: Sequence[Mark]) -> Iterable[Paragraph]:
    """The lines in order, each with the marks that touch it; ``marks`` are in order of their start."""
    touching: list[Mark] = []
    coming = 0
    for block in blocks:
        touching = [mark for mark in touching if mark.end > block.start]
        while coming < len(marks) and marks[coming].start < block.end:
            touching.append(marks[coming])
            coming += 1
        yield Paragraph(block.kind.value, highlight(text, block.start, block.end, touching))


def show_names(situation: Situation, sources: Sources) -> tuple[Name, ...]:
    """Every identity, the most often named first."""
    names = [show_name(identity, sources) for identity in situation.identities]
    return tuple(sorted(names, key=lambda name: (-name.count, name.name)))


def show_name(identity: Identity, sources: Sources) -> Name:
    """An identity with its spellings, each with the first place it stands at."""
    first: dict[str, Pointer] = {}
    for place in identity.mentions:
        first.setdefault(sources.words(place), place)
    return Name(
        id=identity.id,
        href=sources.addresses.name(identity.id),
        anchor=anchor("name", identity.id),
        type=identity.type.value,
        name=identity.name,
        english=identity.english,
        romanised=None if identity.english else romanise(identity.name),
        spellings=tuple(
            Spelt(
                spelling.text,
                spelling.count,
                sources.place(first[spelling.text]) if spelling.text in first else None,
            )
            for spelling in sorted(identity.names, key=lambda spelling: (-spelling.count, spelling.text))
        ),
        count=len(identity.mentions),
        articles=len({place.article for place in identity.mentions}),
    )
