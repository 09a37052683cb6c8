"""Lists of links and what stands below an article."""

from collections.abc import Sequence

from tawatur.finders.blocks.looks import Look
from tawatur.finders.blocks.wording import Guess, Guesses, is_below_cue
from tawatur.lexicon.page import Page
from tawatur.model import BlockKind

_RELATED = Guess(BlockKind.BOILERPLATE, "links under a heading")
_BELOW = Guess(BlockKind.BOILERPLATE, "below the article")
_AGAIN = Guess(BlockKind.BOILERPLATE, "clutter again")
_WRITER = Guess(BlockKind.BYLINE, "name below the article")
_ENOUGH = 2
_LONGEST_NAME = 4


def mark_links(looks: Sequence[Look], guesses: Guesses, page: Page) -> None:
    """Lines under "related news" up to the next paragraph, and everything below the article."""
    last = last_paragraph(looks, guesses, page)
    linked = False
    for i, look in enumerate(looks):
        guess = guesses[i]
        if i > last and is_below_cue(look, page):
            guesses[i], linked = _BELOW, True
        elif guess is not None and guess.opens:
            linked = True
        elif look.is_body and i <= last:
            linked = False
        elif linked and (guess is None or guess.kind is not BlockKind.BOILERPLATE):
            guesses[i] = _BELOW if look.is_body else _RELATED
    _mark_rest(looks, guesses, last)


def mark_names_below(looks: Sequence[Look], guesses: Guesses, page: Page) -> None:
    """Lines of nothing but somebody's name below the last paragraph: who wrote the article."""
    last = last_paragraph(looks, guesses, page)
    for i in range(last + 1, len(looks)):
        look = looks[i]
        name = look.size == len(look.words) <= _LONGEST_NAME and look.end not in ".:؟!،"
        if guesses[i] is None and name and page.is_person(look.words):
            guesses[i] = _WRITER


def mark_again(looks: Sequence[Look], guesses: Guesses, page: Page) -> None:
    """Lines below the article that say what a line of clutter above it says."""
    last = last_paragraph(looks, guesses, page)
    clutter = {
        look.forms
        for look, guess in zip(looks[:last], guesses, strict=False)
        if guess is not None and guess.kind is BlockKind.BOILERPLATE
    }
    for i in range(last + 1, len(looks)):
        if guesses[i] is None and looks[i].forms in clutter:
            guesses[i] = _AGAIN


def last_paragraph(looks: Sequence[Look], guesses: Guesses, page: Page) -> int:
    """The number of the last line that is a paragraph of the article and no notice under it."""
    for i in range(len(looks) - 1, -1, -1):
        if looks[i].is_body and guesses[i] is None and not is_below_cue(looks[i], page):
            return i
    return len(looks)


def _mark_rest(looks: Sequence[Look], guesses: Guesses, last: int) -> None:
    """Below the article, once two lines are the page's own, a line that is no sentence is too."""
    clutter = 0
    for i in range(last + 1, len(looks)):
        guess = guesses[i]
        clutter += guess is not None and guess.kind is BlockKind.BOILERPLATE
        if guess is None and clutter >= _ENOUGH and looks[i].end != ".":
            guesses[i] = _BELOW
