"""Short lines inside an article: subheadings, and captions in another script."""

from collections.abc import Sequence

from tawatur.finders.blocks.looks import Look
from tawatur.finders.blocks.wording import Guess, Guesses
from tawatur.lexicon.page import Page
from tawatur.model import BlockKind

_FOREIGN = Guess(BlockKind.CAPTION, "line in another script")
_ABOVE = Guess(BlockKind.BOILERPLATE, "line in another script above the article")
_BUTTONS = Guess(BlockKind.BOILERPLATE, "signs only")
_HEADING = Guess(BlockKind.SUBHEADING, "short line between paragraphs")
_IN_TEXT = (BlockKind.PARAGRAPH, BlockKind.SUBHEADING, BlockKind.TITLE)
_MOST = 14
_LEAST_PARAGRAPH = 10
_LONGER = 1.5


def mark_foreign(looks: Sequence[Look], guesses: Guesses) -> None:
    """Lines without an Arabic letter in an article that has some, unless their words say more.

    Under the headline they are captions, above it names of files and notices of the page.
    """
    if all(look.foreign for look in looks if look.words):
        return
    titles = [i for i, guess in enumerate(guesses) if guess is not None and guess.kind is BlockKind.TITLE]
    headline = titles[0] if titles else 0
    for i, look in enumerate(looks):
        if guesses[i] is None and look.foreign:
            buttons = all(len(word) == 1 for word in look.words)
            guesses[i] = _BUTTONS if buttons else _ABOVE if i < headline else _FOREIGN


def mark_headings(looks: Sequence[Look], guesses: Guesses, page: Page) -> None:
    """Short lines between two paragraphs that do not go on with the one before."""
    before = _neighbours(guesses, range(len(looks)))
    after = _neighbours(guesses, range(len(looks) - 1, -1, -1))
    for i in before.keys() & after.keys():
        if guesses[i] is not None or not _may_head(looks[i], page):
            continue
        if _is_between(looks[before[i]], looks[i], looks[after[i]]):
            guesses[i] = _HEADING


def _neighbours(guesses: Guesses, order: range) -> dict[int, int]:
    """For each line the nearest one before it in ``order`` that is no clutter, picture or the like."""
    nearest: dict[int, int] = {}
    latest: int | None = None
    for i in order:
        if latest is not None:
            nearest[i] = latest
        guess = guesses[i]
        if guess is None or guess.kind in _IN_TEXT:
            latest = i
    return nearest


def _may_head(look: Look, page: Page) -> bool:
    """Whether a line is short, and does not begin with "and"."""
    if not look.is_heading or look.size > _MOST:
        return False
    first = look.forms[0]
    return not (first[0] == "و" and len(first) > 3 and first not in page.waw)


def _is_between(before: Look, look: Look, after: Look) -> bool:
    """Whether both neighbours are paragraphs: clearly longer, and the first does not announce a list."""
    least = max(_LEAST_PARAGRAPH, int(_LONGER * look.size))
    return before.end not in ":،,؛" and before.size >= least and (after.size >= least or after.is_body)
