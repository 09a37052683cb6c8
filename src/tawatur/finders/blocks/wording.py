"""What a line gives away by its own words, whatever stands around it."""

import re
from functools import lru_cache

import msgspec

from tawatur.finders.blocks.looks import Look
from tawatur.lexicon.page import Cue, Page
from tawatur.model import BlockKind

_LEADS = frozenset("*-–—•·▪●■◆►▶>+|#«»[]()\"'.:،/\\")
_MOST_PLACE = 6
_MOST_DATE = 24
_MOST_MENU = 60
_MOST_MAIL = 8
_MOST_COUNTER = 6
_MOST_SECTION = 3
_GLUED = 12
_FIGURES = re.compile(
    r"(?<!\d)(?:\d{1,2} [/.-] \d{1,2} [/.-] \d{4}|\d{4} [/.-] \d{1,2} [/.-] \d{1,2}|\d{1,2} : \d{2})(?!\d)"
)


class Guess(msgspec.Struct, frozen=True, gc=False):
    """A kind and the rule that speaks for it; ``opens`` where links or comments follow."""

    kind: BlockKind
    rule: str
    opens: bool = False


Guesses = list[Guess | None]
PLACE_AND_OUTLET = Guess(BlockKind.DATELINE, "place and outlet")
AUTHOR_AND_OUTLET = Guess(BlockKind.BYLINE, "author and outlet")
_NAMES = {
    BlockKind.BOILERPLATE: "words of the page",
    BlockKind.BYLINE: "author line",
    BlockKind.CAPTION: "caption words",
    BlockKind.DATELINE: "publication words",
    BlockKind.STANDFIRST: "teaser words",
}


def guess_by_wording(look: Look, page: Page, outlet: str | None) -> Guess | None:
    """What a line is by its words alone; None where they do not tell."""
    if not look.size:
        return Guess(BlockKind.BOILERPLATE, "signs only")
    return (
        _cued(look, page)
        or _address(look)
        or _counter(look, page)
        or _menu(look, page)
        or _dated(look, page)
        or _credited(look, page)
        or _learned(look, page, outlet)
    )


def is_author_line(look: Look, page: Page) -> bool:
    """Whether a line above an article names its author without a colon: "wrote" and a name."""
    cue = _phrase_at(look.forms, 0, page.top, look.size)
    return cue is not None and look.size > len(cue.phrase) and look.end not in ".:؟!"


def is_section(look: Look, page: Page) -> bool:
    """Whether a line above an article consists of a few words of menus."""
    return 0 < look.size <= _MOST_SECTION and all(word in page.menu for word in look.words)


def is_below_cue(look: Look, page: Page) -> bool:
    """Whether a line under the last paragraph speaks of the site, its rules or its comments."""
    hints = {
        cue.phrase
        for i, form in enumerate(look.forms)
        if form in page.hint and (cue := _phrase_at(look.forms, i, page.hint, look.size))
    }
    return len(hints) > 1 or _inside(look, page.below) is not None


def _cued(look: Look, page: Page) -> Guess | None:
    cue = page.whole.get(look.words) or _at_start(look, page) or _inside(look, page.inside)
    if cue is None:
        return None
    opens = cue.opens and len(look.words) == sum(form[0].isalpha() for form in cue.phrase)
    return Guess(cue.kind, "heading over links" if opens else _NAMES[cue.kind], opens)


def _at_start(look: Look, page: Page) -> Cue | None:
    forms = look.forms
    first = 0
    while first < len(forms) - 1 and forms[first] in _LEADS:
        first += 1
    return _phrase_at(forms, first, page.start, look.size) if forms else None


def _inside(look: Look, table: dict[str, tuple[Cue, ...]]) -> Cue | None:
    for i, form in enumerate(look.forms):
        if form in table and (cue := _phrase_at(look.forms, i, table, look.size)):
            return cue
    return None


def _phrase_at(forms: tuple[str, ...], at: int, table: dict[str, tuple[Cue, ...]], size: int) -> Cue | None:
    for cue in table.get(forms[at], ()):
        if size <= cue.most and forms[at : at + len(cue.phrase)] == cue.phrase:
            return cue
    return None


def _address(look: Look) -> Guess | None:
    """A line that is nothing but a web or mail address."""
    is_web = look.foreign and look.forms[0] in ("http", "https", "www")
    is_mail = look.foreign and "@" in look.forms and look.size <= _MOST_MAIL
    return Guess(BlockKind.BOILERPLATE, "web or mail address") if is_web or is_mail else None


def _counter(look: Look, page: Page) -> Guess | None:
    """As in "492 مشاهدات 0": how often a page was read; mere minutes tell when and not how often."""
    figures = len(look.words) < look.size <= _MOST_COUNTER
    counts = any(word not in page.dates for word in look.words)
    if figures and counts and page.counters.issuperset(look.words) and look.end not in ".؟?!:":
        return Guess(BlockKind.BOILERPLATE, "words of the page")
    return None


def _menu(look: Look, page: Page) -> Guess | None:
    """Words of menus or buttons: three in a row, one of another script, or some glued together."""
    if look.size > _MOST_MENU or len(look.words) != look.size:
        return None
    if len(look.words) <= 3 and not page.signs.isdisjoint(look.words):
        return Guess(BlockKind.BOILERPLATE, "words of the page")
    telling = (
        len(look.words) >= 3
        or any(len(word) > _GLUED for word in look.words)
        or any(word.isascii() for word in look.words)
    )
    if telling and all(_is_of_menus(word, page.menu) for word in look.words):
        return Guess(BlockKind.BOILERPLATE, "menu")
    return None


def _is_of_menus(word: str, menu: frozenset[str]) -> bool:
    return word in menu or (len(word) > _GLUED and _is_glued(word, menu))


@lru_cache(maxsize=4096)
def _is_glued(word: str, menu: frozenset[str]) -> bool:
    """Whether a word can be cut into words of menus without a rest."""
    longest = max(map(len, menu))
    reached = [True] + [False] * len(word)
    for end in range(1, len(word) + 1):
        reached[end] = any(
            reached[end - length] and word[end - length : end] in menu
            for length in range(1, min(longest, end) + 1)
        )
    return reached[-1]


def _dated(look: Look, page: Page) -> Guess | None:
    """A line of nothing but a date; a few other words may name the place and the agency."""
    if look.size > _MOST_DATE or look.end in ".؟?!:" or look.bullet:
        return None
    of_dates = sum(1 for word in look.words if word in page.dates or word in page.calendar)
    numbers = look.size - len(look.words)
    others = len(look.words) - of_dates
    if others * 3 <= of_dates + numbers and _tells_a_day(look, page):
        return Guess(BlockKind.DATELINE, "date line")
    return None


def _tells_a_day(look: Look, page: Page) -> bool:
    """Whether a line has a month or a weekday, a date in figures, a time of day, or "ago"."""
    return (
        not page.calendar.isdisjoint(look.words)
        or _FIGURES.search(" ".join(look.forms)) is not None
        or not page.ago.isdisjoint(look.words[:1])
    )


def _credited(look: Look, page: Page) -> Guess | None:
    """A line of nothing but agencies, or two short parts with a dash between, one of them an agency."""
    if look.size > _MOST_PLACE or look.end in ".؟?!":
        return None
    parts = parts_of(look.forms)
    agencies = [part in page.agencies for part in parts]
    if parts and all(agencies):
        return Guess(BlockKind.BYLINE, "agency line")
    if len(parts) == 2 and any(agencies):
        return AUTHOR_AND_OUTLET if any(map(page.is_person, parts)) else PLACE_AND_OUTLET
    return None


def _learned(look: Look, page: Page, outlet: str | None) -> Guess | None:
    """A line that its outlet repeats in many articles."""
    own = page.repeated.get(outlet)
    return (
        Guess(BlockKind.BOILERPLATE, "learned from the outlet")
        if own and " ".join(look.words) in own
        else None
    )


def parts_of(forms: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The words between the dashes, commas and brackets of a short line."""
    parts: list[tuple[str, ...]] = [()]
    for form in forms:
        if form[0].isalnum() or (form == "." and parts[-1]):
            parts[-1] = (*parts[-1], form)
        elif parts[-1]:
            parts.append(())
    return [part for part in parts if part]
