"""What the finders find in one article."""

from enum import StrEnum
from typing import TypeVar

import msgspec

from tawatur.model.article import Article


class Span(msgspec.Struct, frozen=True, order=True, gc=False):
    """A half-open stretch of ``Article.text`` in code points."""

    start: int
    end: int


class BlockKind(StrEnum):
    """What a line of an article is."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    SUBHEADING = "subheading"
    PARAGRAPH = "paragraph"
    BYLINE = "byline"
    DATELINE = "dateline"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"


class EntityType(StrEnum):
    """Person, organisation, place with a government, other place."""

    PERSON = "PER"
    ORGANISATION = "ORG"
    POLITY = "GPE"
    PLACE = "LOC"


class TimeType(StrEnum):
    """The four types of TIMEX3."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Modifier(StrEnum):
    """How the bounds of a quantity are meant."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    RANGE = "range"
    VAGUE = "vague"


class Form(StrEnum):
    """How much of a content stands in quotation marks: all, some, none."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Act(StrEnum):
    """What a speaker does with a content."""

    SAY = "say"
    ANNOUNCE = "announce"
    AFFIRM = "affirm"
    DENY = "deny"
    ALLEGE = "allege"
    ACCUSE = "accuse"
    WARN = "warn"
    DEMAND = "demand"
    PLEDGE = "pledge"
    FEEL = "feel"
    OPINE = "opine"
    WITHHOLD = "withhold"


class Modality(StrEnum):
    """Whether an event is told as having happened."""

    ASSERTED = "asserted"
    NEGATED = "negated"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"


class FactKind(StrEnum):
    """What an article may say in passing about an entity."""

    ROLE = "role"
    AFFILIATION = "affiliation"
    GENDER = "gender"
    ALIAS = "alias"


class Reason(msgspec.Struct, frozen=True, gc=False):
    """Why something was found: a phrase of the rule table and the words it rests on, if any."""

    what: str
    span: Span | None = None


class Block(msgspec.Struct, frozen=True, gc=False):
    """One non-blank line of an article and what kind of line it is."""

    start: int
    end: int
    kind: BlockKind
    rule: str


class Mention(msgspec.Struct, frozen=True, gc=False):
    """One occurrence of a name, without titles and attached particles."""

    start: int
    end: int
    rule: str


class Fact(msgspec.Struct, frozen=True, gc=False):
    """Something the article says in passing about an entity, with the words that say it.

    ``value`` is the text of a role or alias, ``male`` or ``female`` for a gender, the id of
    another entity of the same article for an affiliation; ``time`` is a TIMEX3 value.
    """

    kind: FactKind
    value: str
    span: Span
    time: str | None = None


class Entity(msgspec.Struct, frozen=True, gc=False):
    """One person, organisation or place as one article names it.

    ``id`` is unique in its article (``gpe:russia`` for a place of the gazetteers, otherwise
    type and folded name); ``name`` is the fullest spelling; ``known`` is the gazetteer's key
    where the name is a known one (an ISO 3166 code, say), the same in every article.
    """

    id: str
    type: EntityType
    name: str
    mentions: tuple[Mention, ...]
    facts: tuple[Fact, ...] = ()
    known: str | None = None


class Time(msgspec.Struct, frozen=True, gc=False):
    """A TIMEX3 time expression; ``value`` is ISO 8601 as TIMEX3 writes it, with X where unknown."""

    start: int
    end: int
    type: TimeType
    value: str
    rule: str


class Quantity(msgspec.Struct, frozen=True, gc=False):
    """A number with its bounds (None where open), its modifier and what it counts.

    ``unit`` is the head of the counted noun or the unit, as written; ``measure`` a canonical
    code where there is one (``USD``, ``kilometer``, ``percent``); ``noun`` the span of the
    whole counted noun phrase, which may reach beyond the quantity's own span.
    """

    start: int
    end: int
    low: float | None
    high: float | None
    modifier: Modifier
    unit: str | None
    rule: str
    measure: str | None = None
    noun: Span | None = None


class Link(msgspec.Struct, frozen=True, gc=False):
    """One teller in the chain of a statement; ``teller`` is an entity id or ``anon:`` and words."""

    teller: str
    span: Span | None = None


class Statement(msgspec.Struct, frozen=True, gc=False):
    """One attribution: who (source, speaker), the word that says so (cue), what (content).

    ``speaker`` is an entity id of the article, ``anon:`` and a description as written, or None
    where unknown. ``via`` names the intermediaries, outermost last; ``chain`` the whole isnad
    from the speaker to the outlet, each link with its place where it has one. ``time`` is the
    TIMEX3 value of when it was said, where the sentence gives it.
    """

    id: str
    cue: Span
    source: Span | None
    speaker: str | None
    content: tuple[Span, ...]
    form: Form
    act: Act
    rule: str
    via: tuple[str, ...] = ()
    chain: tuple[Link, ...] = ()
    negated: bool = False
    hedges: tuple[Span, ...] = ()
    time: str | None = None
    because: tuple[Reason, ...] = ()


class Event(msgspec.Struct, frozen=True, gc=False):
    """Something reported to happen; ``kind`` is a PLOVER class or None where none fits.

    ``start``/``end`` span the clause that carries it, ``trigger`` the word that names it;
    actors, recipients and place are entity ids; ``statement`` is the id of the statement whose
    content carries it, None where the outlet itself tells it.
    """

    id: str
    start: int
    end: int
    trigger: Span
    kind: str | None
    rule: str
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    place: str | None = None
    date: str | None = None
    when: Span | None = None
    modality: Modality = Modality.ASSERTED
    statement: str | None = None


class Reading(msgspec.Struct, frozen=True, gc=False):
    """Everything found in one article."""

    article: Article
    blocks: tuple[Block, ...] = ()
    entities: tuple[Entity, ...] = ()
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()


_Spanned = TypeVar("_Spanned", Block, Mention, Time, Quantity, Event, Span)


def within(items: tuple[_Spanned, ...], span: Span) -> tuple[_Spanned, ...]:
    """Those of ``items`` that lie wholly inside ``span``."""
    return tuple(item for item in items if span.start <= item.start and item.end <= span.end)
