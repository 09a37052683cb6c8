"""Articles with layered highlights, and names with all their spellings."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from tawatur.dossier.marks import Mark, highlight
from tawatur.dossier.page import ArticlePage, Name, Paragraph, Spelt
from tawatur.dossier.sources import Sources, anchor, place_anchor
from tawatur.model import (
    Block,
    BlockKind,
    Identity,
    Pointer,
    Quantity,
    Reading,
    Situation,
    Statement,
)

Uses = Mapping[Pointer, str]


def show_article(reading: Reading, sources: Sources, uses: Uses) -> ArticlePage:
    """An article with everything found in it; ``uses`` says where on the page a place is made use of."""
    article = reading.article
    marks = sorted(_marks(reading, sources, uses), key=lambda mark: (mark.start, -mark.end))
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


def _marks(reading: Reading, sources: Sources, uses: Uses) -> Iterable[Mark]:
    found = [
        *_statement_marks(reading, sources, uses),
        *_quantity_marks(reading, uses),
        *_time_marks(reading, uses),
        *_name_marks(reading, sources),
    ]
    yield from found
    yield from _evidence_marks(reading.article.id, found, uses)


def _evidence_marks(article: str, found: Sequence[Mark], uses: Uses) -> Iterable[Mark]:
    """Places made use of that nothing else marks; one leads back unless a link inside it leads elsewhere."""
    marked = {(mark.start, mark.end) for mark in found if mark.anchor}
    links = sorted(mark.start for mark in found if mark.href)
    for place, href in uses.items():
        if place.article != article or (place.start, place.end) in marked:
            continue
        first = bisect_left(links, place.start)
        is_free = first == len(links) or links[first] >= place.end
        yield Mark(place.start, place.end, "evidence", place_anchor(place), href if is_free else None)


def _statement_marks(reading: Reading, sources: Sources, uses: Uses) -> Iterable[Mark]:
    article = reading.article.id
    for statement in reading.statements:
        cue = Pointer(article, statement.cue.start, statement.cue.end)
        said = anchor("said", article, statement.id)
        tells = _told(statement, sources, article)
        yield Mark(cue.start, cue.end, "cue", place_anchor(cue), uses.get(cue, f"#{said}"), tells)
        of_cue = (("of", place_anchor(cue)),)
        if statement.source:
            yield Mark(statement.source.start, statement.source.end, "source", tells=of_cue)
        for part in statement.content:
            yield Mark(part.start, part.end, f"content act-{statement.act.value}", tells=of_cue)


def _told(statement: Statement, sources: Sources, article: str) -> tuple[tuple[str, str], ...]:
    who = sources.who(statement.speaker, article).name
    return (
        ("who", who or "?"),
        ("act", statement.act.value),
        ("form", statement.form.value),
        ("rule", statement.rule),
    )


def _quantity_marks(reading: Reading, uses: Uses) -> Iterable[Mark]:
    for quantity in reading.quantities:
        place = Pointer(reading.article.id, quantity.start, quantity.end)
        tells = (
            ("value", bounds(quantity)),
            ("modifier", quantity.modifier.value),
            ("rule", quantity.rule),
        )
        yield Mark(quantity.start, quantity.end, "quantity", place_anchor(place), uses.get(place), tells)


def bounds(quantity: Quantity) -> str:
    """The bounds as an interval: ``1500–``, ``–12000``, ``8000``."""
    low, high = (f"{bound:g}" if bound is not None else "" for bound in (quantity.low, quantity.high))
    return low if low == high else f"{low}–{high}"


def _time_marks(reading: Reading, uses: Uses) -> Iterable[Mark]:
    for time in reading.times:
        place = Pointer(reading.article.id, time.start, time.end)
        tells = (("value", time.value), ("type", time.type.value), ("rule", time.rule))
        yield Mark(time.start, time.end, "time", place_anchor(place), uses.get(place), tells)


def _name_marks(reading: Reading, sources: Sources) -> Iterable[Mark]:
    article = reading.article.id
    for entity in reading.entities:
        identity = sources.identity(entity.id, article)
        href = sources.addresses.name(identity.id) if identity else None
        for mention in entity.mentions:
            place = Pointer(article, mention.start, mention.end)
            tells = (("rule", mention.rule),)
            yield Mark(mention.start, mention.end, "entity", place_anchor(place), href, tells)


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
