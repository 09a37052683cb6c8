"""The top of an article: headline, deck, author and place above the first paragraph."""

from collections.abc import Sequence

from tawatur.finders.blocks.looks import Look
from tawatur.finders.blocks.wording import (
    AUTHOR_AND_OUTLET,
    PLACE_AND_OUTLET,
    Guess,
    Guesses,
    is_author_line,
    is_section,
    parts_of,
)
from tawatur.lexicon.page import Page, words
from tawatur.model import BlockKind

_TITLE = Guess(BlockKind.TITLE, "headline")
_GIVEN = Guess(BlockKind.TITLE, "title of the article")
_AGAIN = Guess(BlockKind.TITLE, "headline again")
_DECK = Guess(BlockKind.STANDFIRST, "between headline and article")
_AUTHOR = Guess(BlockKind.BYLINE, "author line")
_NAME = Guess(BlockKind.BYLINE, "name above the article")
_SECTION = Guess(BlockKind.BOILERPLATE, "section or counter")

_SAME = 0.8
_LEAST_TITLE = 3
_MOST_TOP = 200
_MENU_LINES = 4
_MENU_WORDS = 3
_MOST_TITLE = 20
_MOST_TITLE_WITHOUT_STOPS = 14
_MOST_NAME = 4
_MOST_PLACE = 6
_DASHES = ("-", "–", "—")


def mark_title(looks: Sequence[Look], guesses: Guesses, title: str | None) -> None:
    """Lines that say what the article's title says."""
    given = frozenset(words(title)) if title else frozenset()
    if len(given) < _LEAST_TITLE:
        return
    for i, look in enumerate(looks):
        if guesses[i] is None and _is_same(given, look):
            guesses[i] = _GIVEN


def mark_top(looks: Sequence[Look], guesses: Guesses, title: str | None, page: Page) -> None:
    """What stands above the first paragraph.

    Where the title is known and stands nowhere in the text, the text begins with its article.
    """
    top = _top(looks, guesses)
    for i in top:
        if guesses[i] is None:
            guesses[i] = _by_itself(looks[i], page)
    _mark_menus(looks, guesses, top)
    _mark_place(looks, guesses, top, page)
    headline = None if title and _GIVEN not in guesses else _headline(looks, guesses, top)
    if headline is not None:
        guesses[headline] = guesses[headline] or _TITLE
        _mark_under(looks, guesses, headline, top)
    elif title:
        _mark_names(looks, guesses, top)


def _top(looks: Sequence[Look], guesses: Guesses) -> range:
    """The lines above the first paragraph; none where the text begins with it or has none."""
    for i, look in enumerate(looks[:_MOST_TOP]):
        if guesses[i] is None and look.is_body:
            return range(i)
    return range(0)


def _by_itself(look: Look, page: Page) -> Guess | None:
    """What a line says by itself, but only above an article; one word is a section or a button."""
    if not look.words or is_section(look, page) or (look.size == 1 and not look.foreign):
        return _SECTION
    return _AUTHOR if is_author_line(look, page) else None


def _mark_menus(looks: Sequence[Look], guesses: Guesses, top: range) -> None:
    """Four or more lines in a row of up to three words each: menus, counters, buttons."""
    run: list[int] = []
    for i in top:
        if not _may_be_menu(looks[i], guesses[i]):
            run = []
            continue
        run.append(i)
        if len(run) == _MENU_LINES:
            for line in run:
                guesses[line] = guesses[line] or _SECTION
        elif len(run) > _MENU_LINES:
            guesses[i] = guesses[i] or _SECTION


def _may_be_menu(look: Look, guess: Guess | None) -> bool:
    return look.size <= _MENU_WORDS and (guess is None or guess.kind is BlockKind.BOILERPLATE)


def _mark_place(looks: Sequence[Look], guesses: Guesses, top: range, page: Page) -> None:
    """The one line of place or author and outlet above the article; several such lines are a list."""
    lines = [i for i in top if guesses[i] is None and _is_place_line(looks[i])]
    if len(lines) == 1:
        named = any(map(page.is_person, parts_of(looks[lines[0]].forms)))
        guesses[lines[0]] = AUTHOR_AND_OUTLET if named else PLACE_AND_OUTLET


def _headline(looks: Sequence[Look], guesses: Guesses, top: range) -> int | None:
    """The first line of the top that is the known title, stands there twice, or looks like a headline."""
    most = _MOST_TITLE if _ends_in_stops(looks) else _MOST_TITLE_WITHOUT_STOPS
    open_ = [i for i in top if guesses[i] is None and not looks[i].foreign]
    known = [i for i in top if guesses[i] is _GIVEN]
    twice = [i for i in open_ if _stands_again(looks, open_, i)]
    short = [i for i in open_ if looks[i].is_heading and _LEAST_TITLE <= looks[i].size <= most]
    return next(iter((*known, *twice, *short)), None)


def _stands_again(looks: Sequence[Look], lines: Sequence[int], i: int) -> bool:
    own = frozenset(looks[i].words)
    return any(_is_same(own, looks[other]) for other in lines if other > i)


def _ends_in_stops(looks: Sequence[Look]) -> bool:
    """Whether most paragraphs end with a full stop, so that a line without one stands out."""
    paragraphs = [look for look in looks if look.is_body]
    return 2 * sum(look.end == "." for look in paragraphs) > len(paragraphs)


def _mark_names(looks: Sequence[Look], guesses: Guesses, top: range) -> None:
    """Very short lines above an article whose headline is elsewhere."""
    for i in top:
        if guesses[i] is None and _may_be_name(looks[i]):
            guesses[i] = _NAME


def _may_be_name(look: Look) -> bool:
    """Two to four words, no figures, no end of a sentence."""
    return (
        2 <= look.size == len(look.words) <= _MOST_NAME
        and not look.foreign
        and not look.bullet
        and look.end not in ".:؟!،"
    )


def _mark_under(looks: Sequence[Look], guesses: Guesses, headline: int, top: range) -> None:
    """Under the headline: the headline again, a name, a deck, or the headline over the body."""
    own = frozenset(looks[headline].words)
    below = [i for i in top if i > headline and guesses[i] is None and not looks[i].foreign]
    for i in below:
        if _is_same(own, looks[i]):
            guesses[i] = _AGAIN
        elif _may_be_name(looks[i]):
            guesses[i] = _NAME
        elif i == top.stop - 1 and i > headline + 1 and looks[i].is_heading and looks[i].size <= _MOST_TITLE:
            guesses[i] = _AGAIN
        else:
            guesses[i] = _DECK


def _is_place_line(look: Look) -> bool:
    """Two short parts with a dash between, as in "Cairo - our office"."""
    if look.size > _MOST_PLACE or look.end in ".؟?!" or look.bullet or not look.words:
        return False
    dashes = [i for i, form in enumerate(look.forms) if form in _DASHES]
    return len(dashes) == 1 and 0 < dashes[0] < len(look.forms) - 1


def _is_same(own: frozenset[str], look: Look) -> bool:
    other = frozenset(look.words)
    return len(other) > 2 and len(own & other) >= _SAME * len(own | other)
