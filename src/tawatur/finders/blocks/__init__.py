"""Blocks: what each line of an article is, from the line itself and its neighbours.

The words of a line speak first, then what a heading over links opens, then the top of the
article (headline, deck, headline again), then short lines between paragraphs. Whatever nothing
speaks against is a paragraph: a sentence of the article is never dropped for want of a reason.
"""

from tawatur.finders.blocks.broken import mark_broken
from tawatur.finders.blocks.headings import mark_foreign, mark_headings
from tawatur.finders.blocks.links import mark_again, mark_links, mark_names_below
from tawatur.finders.blocks.looks import look_at
from tawatur.finders.blocks.top import mark_title, mark_top
from tawatur.finders.blocks.wording import Guess, guess_by_wording
from tawatur.lexicon.page import Page
from tawatur.model import Block, BlockKind
from tawatur.text import Document

_BODY = Guess(BlockKind.PARAGRAPH, "body")


def find_blocks(document: Document, page: Page) -> tuple[Block, ...]:
    """One block for each line of the document, in order; linear in its length.

    >>> find_blocks(segment(article), load_lexicon().page)[3]  # doctest: +SKIP
    Block(start=120, end=151, kind=<BlockKind.BOILERPLATE: 'boilerplate'>, rule='words of the page')
    """
    looks = [look_at(document, line) for line in document.lines]
    guesses = [guess_by_wording(look, page, document.article.outlet) for look in looks]
    mark_broken(looks, guesses)
    mark_links(looks, guesses, page)
    mark_title(looks, guesses, document.article.title)
    mark_top(looks, guesses, document.article.title, page)
    mark_again(looks, guesses, page)
    mark_names_below(looks, guesses, page)
    mark_foreign(looks, guesses)
    mark_headings(looks, guesses, page)
    return tuple(
        Block(line.start, line.end, found.kind, found.rule)
        for line, guess in zip(document.lines, guesses, strict=True)
        for found in [guess or _BODY]
    )
