"""What a line is by its place among the others."""

from collections.abc import Sequence

from tawatur.finders.blocks.looks import Look
from tawatur.finders.blocks.wording import Guess, is_below_cue
from tawatur.lexicon.page import Page, words
from tawatur.model import BlockKind

Guesses = list[Guess | None]

_RELATED = Guess(BlockKind.BOILERPLATE, "links under a heading")
_BELOW = Guess(BlockKind.BOILERPLATE, "below the article")
_TITLE = Guess(BlockKind.TITLE, "headline")
_GIVEN = Guess(BlockKind.TITLE, "title of the article")
_AGAIN = Guess(BlockKind.TITLE, "headline again")
_DECK = Guess(BlockKind.STANDFIRST, "between headline and article")
_PLACE = Guess(BlockKind.DATELINE, "place and outlet")
_FOREIGN = Guess(BlockKind.CAPTION, "line in another script")
_HEADING = Guess(BlockKind.SUBHEADING, "short line between paragraphs")

_SAME = 0.8
_MOST_TOP = 14
_MOST_HEADING = 14
_MOST_TITLE = 20
_LEAST_TITLE = 3
_LEAST_DECK = 10
_LEAST_PARAGRAPH = 10
_MOST_PLACE = 6
_DASHES = ("-", "–", "—")


def mark_links(looks: Sequence[Look], guesses: Guesses, page: Page) -> None:
    """Lines under "related news" up to the next paragraph, and everything below the article."""
    last = _last_paragraph(looks, guesses, page)
    open_ = False
    for i, look in enumerate(looks):
        guess = guesses[i]
        if guess and guess.opens:
            open_ = True
        elif look.is_body and not (i > last):
            open_ = False
        elif i > last and is_below_cue(look, page):
            guesses[i], open_ = _BELOW, True
        elif open_ and (guess is None or guess.kind is not BlockKind.BOILERPLATE):
            guesses[i] = _BELOW if i > last and look.is_body else _RELATED


def _last_paragraph(looks: Sequence[Look], guesses: Guesses, page: Page) -> int:
    """The number of the last line that is a paragraph of the article and no notice under it."""
    return max(
        (
            i
            for i, look in enumerate(looks)
            if look.is_body and guesses[i] is None and not is_below_cue(look, page)
        ),
        default=len(looks),
    )


def mark_title(looks: Sequence[Look], guesses: Guesses, title: str | None) -> None:
    """Lines that say what the article's title says."""
    given = frozenset(words(title)) if title else frozenset()
    if len(given) < _LEAST_TITLE:
        return
    for i, look in enumerate(looks):
        if guesses[i] is None and _is_same(given, look):
            guesses[i] = _GIVEN


def mark_top(looks: Sequence[Look], guesses: Guesses, title: str | None) -> None:
    """Headline, deck, headline again and the line of place and outlet above the first paragraph.

    Where the title is known and stands nowhere in the text, the text begins with its article.
    """
    top = _top(looks, guesses)
    _mark_place(looks, guesses, top)
    if title and _GIVEN not in guesses:
        return
    most = _MOST_TITLE if _ends_in_stops(looks) else _MOST_HEADING
    headline = next(
        (i for i in top if guesses[i] is _GIVEN or _is_headline(looks, guesses, i, top, most)), None
    )
    if headline is None:
        return
    guesses[headline] = guesses[headline] or _TITLE
    own = frozenset(looks[headline].words)
    below = [i for i in top if i > headline and guesses[i] is None and not looks[i].foreign]
    for i in below:
        if _is_same(own, looks[i]):
            guesses[i] = _AGAIN
    _mark_deck(looks, guesses, headline, [i for i in below if guesses[i] is None], top.stop)


def mark_foreign(looks: Sequence[Look], guesses: Guesses) -> None:
    """Lines without an Arabic letter in an article that has some: captions, unless their words say more."""
    if all(look.foreign for look in looks if look.words):
        return
    for i, look in enumerate(looks):
        if guesses[i] is None and look.foreign:
            guesses[i] = _FOREIGN


def mark_headings(looks: Sequence[Look], guesses: Guesses, page: Page) -> None:
    """Short lines between two paragraphs that do not go on with the one before."""
    for i in range(1, len(looks) - 1):
        if guesses[i] is None and _may_head(looks[i], page):
            before = _neighbour(guesses, i, -1)
            after = _neighbour(guesses, i, 1)
            if (
                before is not None
                and after is not None
                and _is_between(looks[before], looks[i], looks[after])
            ):
                guesses[i] = _HEADING


def _top(looks: Sequence[Look], guesses: Guesses) -> range:
    """The lines above the first paragraph; none where the text begins with it or has none."""
    for i, look in enumerate(looks[:_MOST_TOP]):
        if guesses[i] is None and look.is_body:
            return range(i)
    return range(0)


def _mark_place(looks: Sequence[Look], guesses: Guesses, top: range) -> None:
    """The one line of place and outlet above the article; several such lines are a list."""
    lines = [i for i in top if guesses[i] is None and _is_place_line(looks[i])]
    if len(lines) == 1:
        guesses[lines[0]] = _PLACE


def _headline(looks: Sequence[Look], guesses: Guesses, top: range) -> int | None:
    """The first line of the top that is the known title or looks like a headline."""
    most = _MOST_TITLE if _ends_in_stops(looks) else _MOST_HEADING
    for i in top:
        if guesses[i] is _GIVEN or _is_headline(looks, guesses, i, top, most):
            return i
    return None


def _ends_in_stops(looks: Sequence[Look]) -> bool:
    """Whether most paragraphs end with a full stop, so that a line without one stands out."""
    paragraphs = [look for look in looks if look.is_body]
    return 2 * sum(look.end == "." for look in paragraphs) > len(paragraphs)


def _is_headline(looks: Sequence[Look], guesses: Guesses, i: int, top: range, most: int) -> bool:
    """A short line at the top, or one of any length that the top has twice."""
    look = looks[i]
    if guesses[i] is not None or look.foreign:
        return False
    if look.is_heading and look.size <= most:
        return True
    own = frozenset(look.words)
    return any(_is_same(own, looks[other]) for other in top if other > i and guesses[other] is None)


def _mark_deck(looks: Sequence[Look], guesses: Guesses, headline: int, lines: list[int], body: int) -> None:
    """Decks under the headline; a short line set apart from it, right above the body, is a headline again."""
    for i in lines:
        is_last = i == body - 1 and i > headline + 1
        short = looks[i].size <= _MOST_TITLE and looks[i].is_heading
        guesses[i] = _AGAIN if short and (is_last or looks[i].size < _LEAST_DECK) else _DECK


def _is_place_line(look: Look) -> bool:
    """Two short parts with a dash between, as in "Cairo - our office"."""
    if look.size > _MOST_PLACE or look.end in ".؟?!:" or look.bullet or not look.words:
        return False
    dashes = [i for i, form in enumerate(look.forms) if form in _DASHES]
    return len(dashes) == 1 and 0 < dashes[0] < len(look.forms) - 1


def _is_same(own: frozenset[str], look: Look) -> bool:
    other = frozenset(look.words)
    return len(other) > 2 and len(own & other) >= _SAME * len(own | other)


def _may_head(look: Look, page: Page) -> bool:
    if not look.is_heading or look.size > _MOST_HEADING:
        return False
    first = look.forms[0]
    return not (first[0] == "و" and len(first) > 3 and not _is_own_waw(first, page))


def _is_own_waw(word: str, page: Page) -> bool:
    return word in page.waw


def _neighbour(guesses: Guesses, i: int, step: int) -> int | None:
    """The nearest line before or after that is not clutter, a picture or the like."""
    i += step
    while 0 <= i < len(guesses):
        guess = guesses[i]
        if guess is None or guess.kind in (BlockKind.PARAGRAPH, BlockKind.SUBHEADING, BlockKind.TITLE):
            return i
        i += step
    return None


def _is_between(before: Look, look: Look, after: Look) -> bool:
    """Whether both neighbours are paragraphs: clearly longer, and the first does not announce a list."""
    least = max(_LEAST_PARAGRAPH, int(1.5 * look.size))
    return before.end not in ":،,؛" and before.size >= least and (after.size >= least or after.is_body)
