"""What comes out when articles are set side by side."""

from enum import StrEnum

import msgspec

from tawatur.model.article import Article
from tawatur.model.reading import EntityType


class Pointer(msgspec.Struct, frozen=True, order=True, array_like=True, gc=False):
    """A place in an article; written ``[article, start, end]`` in JSON.

    A statement is pointed at by its cue, a quantity by its span, an event by its clause.
    """

    article: str
    start: int
    end: int


class CopyKind(StrEnum):
    """How much of an article is retold, or that both retell one agency."""

    WHOLE = "whole"
    PARTIAL = "partial"
    AGENCY = "agency"


class Stance(StrEnum):
    """What a statement does to a claim."""

    AFFIRMS = "affirms"
    DENIES = "denies"
    WITHHOLDS = "withholds"


class FindingKind(StrEnum):
    """What two or more places set side by side show."""

    CORROBORATED = "corroborated"
    DISPUTED = "disputed"
    CONFLICTING = "conflicting"
    REVISED = "revised"
    IDENTITY = "identity"
    DATE = "date"


class Verdict(StrEnum):
    """What a person decided."""

    CONFIRM = "confirm"
    REJECT = "reject"
    SAME = "same"
    DIFFERENT = "different"


class Grade(StrEnum):
    """How far a person trusts an outlet: A, reliable, to E, unreliable; F, cannot be judged.

    The letters of the Admiralty code (NATO STANAG 2511).
    """

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class Why(msgspec.Struct, frozen=True, gc=False):
    """A reason across articles: the name of a documented reason, its words, the places it rests on."""

    reason: str
    note: str
    places: tuple[Pointer, ...] = ()
    weight: float | None = None


class Spelling(msgspec.Struct, frozen=True, gc=False):
    """One way an identity is written and how often."""

    text: str
    count: int


class Identity(msgspec.Struct, frozen=True, gc=False):
    """The person, organisation or place meant, across articles.

    ``members`` are ``(article id, entity id)``; ``english`` is set where the name is known.
    """

    id: str
    type: EntityType
    name: str
    names: tuple[Spelling, ...]
    members: tuple[tuple[str, str], ...]
    mentions: tuple[Pointer, ...]
    english: str | None = None
    principal: str | None = None
    reasons: tuple[Why, ...] = ()


class Copy(msgspec.Struct, frozen=True, gc=False):
    """Articles that retell one text or one agency; ``articles`` has the probable source first.

    ``passages`` are aligned pairs of places with the same words.
    """

    id: str
    articles: tuple[str, ...]
    kind: CopyKind
    origin: str | None = None
    passages: tuple[tuple[Pointer, Pointer], ...] = ()
    reasons: tuple[Why, ...] = ()


class Story(msgspec.Struct, frozen=True, gc=False):
    """Articles about one happening; ``name`` is a headline of one of them."""

    id: str
    articles: tuple[str, ...]
    name: str
    words: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None


class Origin(msgspec.Struct, frozen=True, gc=False):
    """Where a statement finally comes from: a principal, once copies and chains are collapsed.

    ``principal`` is an identity id, ``anon:`` and words, or ``outlet:`` and a name; ``path``
    goes from the speaker to the outlet.
    """

    statement: Pointer
    principal: str
    name: str
    path: tuple[str, ...] = ()
    reasons: tuple[Why, ...] = ()


class Claim(msgspec.Struct, frozen=True, gc=False):
    """A proposition with the statements (cue pointers) that affirm, deny or withhold it."""

    id: str
    what: str
    affirms: tuple[Pointer, ...]
    denies: tuple[Pointer, ...] = ()
    withholds: tuple[Pointer, ...] = ()
    entails: tuple[str, ...] = ()
    reasons: tuple[Why, ...] = ()

    @property
    def stands(self) -> tuple[tuple[Stance, tuple[Pointer, ...]], ...]:
        """The statements that take each stance, those that affirm first."""
        return (
            (Stance.AFFIRMS, self.affirms),
            (Stance.DENIES, self.denies),
            (Stance.WITHHOLDS, self.withholds),
        )

    @property
    def statements(self) -> tuple[Pointer, ...]:
        """All statements that take a stance, those that affirm first."""
        return (*self.affirms, *self.denies, *self.withholds)


class Figure(msgspec.Struct, frozen=True, gc=False):
    """One quantity of a measure with who gave it and when.

    ``tally`` is ``running`` where its article says that the count goes on, ``early`` where it says that
    it was only the first or is of before ("حصيلة أولية", "حصيلة سابقة"), else None.
    """

    place: Pointer
    text: str
    low: float | None
    high: float | None
    modifier: str
    speaker: str | None = None
    origin: str | None = None
    time: str | None = None
    statement: Pointer | None = None
    tally: str | None = None


class Measure(msgspec.Struct, frozen=True, gc=False):
    """One thing counted, with its figures in order of time.

    ``counts`` is what all figures must count: the code of a unit, ``people``, or the key of a noun.
    """

    id: str
    what: str
    unit: str | None
    figures: tuple[Figure, ...]
    reasons: tuple[Why, ...] = ()
    counts: str | None = None


class Finding(msgspec.Struct, frozen=True, gc=False):
    """Two or more places set side by side, with reasons.

    ``sides`` oppose each other where there is a conflict; a corroborated finding has one side
    with all statements. ``independent_origins`` counts principals, never articles;
    ``credibility`` is the Admiralty figure 1 to 6 derived from them.
    """

    id: str
    kind: FindingKind
    what: str
    sides: tuple[tuple[Pointer, ...], ...]
    about: str | None = None
    independent_origins: int | None = None
    origins: tuple[str, ...] = ()
    credibility: int | None = None
    reasons: tuple[Why, ...] = ()


class Happening(msgspec.Struct, frozen=True, gc=False):
    """One line of the timeline: a dated event with all its evidence (clause pointers)."""

    id: str
    date: str | None
    what: str
    event: str | None
    evidence: tuple[Pointer, ...]
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    place: str | None = None
    modality: str = "asserted"
    told_by: tuple[str, ...] = ()
    reasons: tuple[Why, ...] = ()


class Position(msgspec.Struct, frozen=True, gc=False):
    """What one speaker or side said of one claim over time, in order; ``changed`` tells of a turn."""

    who: str
    claim: str
    steps: tuple[tuple[str, str, Pointer], ...]
    changed: bool = False


class Judgement(msgspec.Struct, frozen=True, gc=False):
    """What a person decided about a finding or an identity; outranks the machine, erases nothing."""

    id: str
    about: str
    verdict: Verdict
    by: str
    at: str
    other: str | None = None
    note: str | None = None


class Situation(msgspec.Struct, frozen=True, gc=False):
    """Everything known across a set of articles."""

    articles: tuple[Article, ...] = ()
    identities: tuple[Identity, ...] = ()
    copies: tuple[Copy, ...] = ()
    stories: tuple[Story, ...] = ()
    origins: tuple[Origin, ...] = ()
    measures: tuple[Measure, ...] = ()
    claims: tuple[Claim, ...] = ()
    findings: tuple[Finding, ...] = ()
    timeline: tuple[Happening, ...] = ()
    positions: tuple[Position, ...] = ()
