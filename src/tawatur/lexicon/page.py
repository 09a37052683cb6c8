"""Words and signs of pages: what stands around an article."""

from enum import StrEnum

import msgspec
from babel import Locale

from tawatur.errors import LexiconError
from tawatur.lexicon.agencies import load_agencies
from tawatur.lexicon.names import Names
from tawatur.model import BlockKind, EntityType
from tawatur.tables import load_table
from tawatur.text import tokenise

Phrase = tuple[str, ...]

_MONTHS_OF = ("ar", "ar_LB", "ar_TN", "ar_MA", "ar_DZ", "en")


class Where(StrEnum):
    """Where in a line the words of a cue must stand.

    ``below`` is anywhere in a line under the last paragraph, ``hint`` the same where two of
    them stand in one line, ``top`` the beginning of a line above the first paragraph.
    """

    WHOLE = "whole"
    START = "start"
    INSIDE = "inside"
    BELOW = "below"
    HINT = "hint"
    TOP = "top"


class Cue(msgspec.Struct, frozen=True, gc=False):
    """One phrase that gives a line away: its kind, and the most words such a line has."""

    phrase: Phrase
    kind: BlockKind
    where: Where
    most: int
    opens: bool


class Page(msgspec.Struct, frozen=True):
    """What ``find_blocks`` knows about pages; all words folded and in lower case.

    ``whole`` maps the words of a line to its cue; the tables of the other places map the first
    token of a phrase to the cues that begin with it. ``places`` are those whose first word is a
    ``given`` name as well. ``repeated`` holds, for an outlet, the
    lines learned to return in many of its articles.
    """

    whole: dict[Phrase, Cue]
    start: dict[str, tuple[Cue, ...]]
    inside: dict[str, tuple[Cue, ...]]
    below: dict[str, tuple[Cue, ...]]
    hint: dict[str, tuple[Cue, ...]]
    top: dict[str, tuple[Cue, ...]]
    menu: frozenset[str]
    counters: frozenset[str]
    signs: frozenset[str]
    dates: frozenset[str]
    calendar: frozenset[str]
    ago: frozenset[str]
    waw: frozenset[str]
    agencies: frozenset[Phrase]
    given: frozenset[str]
    places: frozenset[Phrase]
    repeated: dict[str | None, frozenset[str]] = {}

    def is_person(self, words: Phrase) -> bool:
        """Whether words are a given name and more, and together no place.

        >>> page.is_person(("سامي", "الخطيب"))  # doctest: +SKIP
        True
        """
        return len(words) > 1 and words[0] in self.given and words not in self.places

    def with_repeats(self, repeated: dict[str | None, frozenset[str]]) -> "Page":
        """The same with what was learned about outlets (see ``finders.repeats``)."""
        return msgspec.structs.replace(self, repeated=repeated)


class _Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kind: BlockKind
    where: Where
    reason: str
    says: dict[str, str]
    opens: bool = False
    most: int = 25


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    cues: tuple[_Group, ...]
    menu: tuple[tuple[str, ...], ...]
    counters: tuple[tuple[str, ...], ...]
    signs: tuple[str, ...]
    dates: tuple[tuple[str, ...], ...]
    months: tuple[str, ...]
    ago: tuple[str, ...]
    waw: tuple[tuple[str, ...], ...]


def load_page(names: Names) -> Page:
    """The page lexicon that ships with Tawatur; raises LexiconError."""
    table = _table()
    cues = _cues(table.cues)
    return Page(
        whole={cue.phrase: cue for cue in cues if cue.where is Where.WHOLE},
        start=_by_first(cues, Where.START),
        inside=_by_first(cues, Where.INSIDE),
        below=_by_first(cues, Where.BELOW),
        hint=_by_first(cues, Where.HINT),
        top=_by_first(cues, Where.TOP),
        menu=_words(*table.menu),
        counters=_words(*table.counters),
        signs=_words(table.signs),
        dates=_words(*table.dates),
        calendar=_calendar_words() | _words(table.months),
        ago=_words(table.ago),
        waw=_words(*table.waw),
        agencies=_agency_phrases(),
        given=frozenset(names.given),
        places=_places_like_people(names),
    )


def words(text: str) -> Phrase:
    """The words of a line without its signs and numbers, folded, in lower case."""
    return tuple(form for form in folded(text) if form[0].isalpha())


def _table() -> _Table:
    return load_table("tawatur.lexicon.arabic", "page", _Table)


def folded(text: str) -> Phrase:
    """The tokens of a line as this lexicon compares them: folded, in lower case."""
    return tuple(form.lower() for form in tokenise(text).forms)


def _cues(groups: tuple[_Group, ...]) -> list[Cue]:
    """Every phrase as a cue; raises LexiconError where two of one place fold to the same."""
    cues: dict[tuple[Where, Phrase], Cue] = {}
    for group in groups:
        for says in group.says:
            phrase = words(says) if group.where is Where.WHOLE else folded(says)
            if (group.where, phrase) in cues:
                raise LexiconError(
                    f"page.yaml: {says!r} is already listed as {group.where}; merge the two entries"
                )
            cues[group.where, phrase] = Cue(phrase, group.kind, group.where, group.most, group.opens)
    return list(cues.values())


def _by_first(cues: list[Cue], where: Where) -> dict[str, tuple[Cue, ...]]:
    """The cues of one place by their first token, longest first."""
    table: dict[str, list[Cue]] = {}
    for cue in sorted(cues, key=lambda cue: -len(cue.phrase)):
        if cue.where is where:
            table.setdefault(cue.phrase[0], []).append(cue)
    return {first: tuple(found) for first, found in table.items()}


def _words(*rows: tuple[str, ...]) -> frozenset[str]:
    return frozenset(form for row in rows for word in row for form in folded(word))


def _calendar_words() -> frozenset[str]:
    """The names of days and months in the Arabic of every region, and in English; from CLDR."""
    names: list[str] = []
    for identifier in _MONTHS_OF:
        locale = Locale.parse(identifier)
        for width in ("wide", "abbreviated"):
            names += [*locale.months["format"][width].values(), *locale.days["format"][width].values()]
    return _words(tuple(names))


def _places_like_people(names: Names) -> frozenset[Phrase]:
    """The places of several words whose first is a given name."""
    return frozenset(
        (first, *rest)
        for first in names.given.keys() & names.known.keys()
        for rest, known in names.known[first]
        if known.type in (EntityType.POLITY, EntityType.PLACE)
    )


def _agency_phrases() -> frozenset[Phrase]:
    tables = load_agencies()
    return frozenset(
        phrase
        for table in (tables.anywhere, tables.in_credits)
        for rows in table.values()
        for phrase, _ in rows
    )
