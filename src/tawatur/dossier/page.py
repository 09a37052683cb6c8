"""What a dossier shows, as plain typed objects: everything a template prints is here."""

import msgspec
from markupsafe import Markup


class Place(msgspec.Struct, frozen=True):
    """A place in an article: where a click leads, whose article it is, the words that stand there."""

    href: str
    outlet: str | None
    published: str | None
    words: str


class Who(msgspec.Struct, frozen=True):
    """A speaker or teller; ``name`` is None where unknown, ``href`` leads to the name's row if it has one.

    ``romanised`` is the name letter by letter where it has no ``english`` one.
    """

    name: str | None
    english: str | None = None
    href: str | None = None
    anonymous: bool = False
    romanised: str | None = None


class Said(msgspec.Struct, frozen=True):
    """One statement; ``words`` is its content, ``article`` the id of the article it stands in."""

    article: str
    who: Who
    act: str
    form: str
    words: tuple[str, ...]
    place: Place
    rule: str
    anchor: str
    via: tuple[Who, ...] = ()
    stance: str | None = None


class Reason(msgspec.Struct, frozen=True):
    """Why things were set side by side: ``(reason, note)`` for every reason that rests on these places."""

    notes: tuple[tuple[str, str], ...]
    places: tuple[Place, ...] = ()
    more: int = 0


class Line(msgspec.Struct, frozen=True):
    """One of the five lines: a label, words from an article, who said them, where, what stands against."""

    label: str
    words: str
    place: Place
    who: Who | None = None
    act: str | None = None
    more: int = 0
    origins: int | None = None
    against: "Line | None" = None


class Row(msgspec.Struct, frozen=True):
    """One figure of a measure; ``hour`` where another figure is given on the same day."""

    words: str
    low: float | None
    high: float | None
    modifier: str
    who: Who
    origin: str | None
    when: str | None
    place: Place
    hour: str | None = None
    same: tuple[Place, ...] = ()


class Number(msgspec.Struct, frozen=True):
    """One thing counted; ``kind`` is the finding about it: conflicting, revised, corroborated or single.

    ``finding`` is the id of that finding, if there is one.
    """

    id: str
    anchor: str
    what: str
    unit: str | None
    kind: str
    rows: tuple[Row, ...]
    reasons: tuple[Reason, ...] = ()
    finding: str | None = None

    @property
    def varies(self) -> bool:
        """Whether the figures differ, so that there is something to draw."""
        return len({(row.low, row.high, row.modifier) for row in self.rows}) > 1


class Side(msgspec.Struct, frozen=True):
    """One side of a dispute: its stance where there is one, and the statements or places of it."""

    stance: str | None
    said: tuple[Said, ...]
    places: tuple[Place, ...] = ()


class Dispute(msgspec.Struct, frozen=True):
    """Sides that stand against each other."""

    id: str
    anchor: str
    kind: str
    what: str
    sides: tuple[Side, ...]
    reasons: tuple[Reason, ...] = ()


class Agreed(msgspec.Struct, frozen=True):
    """What several statements share; ``warning`` where many articles rest on one origin."""

    id: str
    anchor: str
    what: str
    said: tuple[Said, ...]
    articles: int
    independent_origins: int | None
    origins: tuple[Who, ...]
    credibility: int | None
    warning: bool
    reasons: tuple[Reason, ...] = ()


class Moment(msgspec.Struct, frozen=True):
    """One line of the timeline."""

    anchor: str
    date: str | None
    what: str
    event: str | None
    modality: str
    places: tuple[Place, ...]
    actors: tuple[Who, ...] = ()


class Step(msgspec.Struct, frozen=True):
    """One position taken on one day."""

    date: str
    stance: str
    place: Place


class Proposition(msgspec.Struct, frozen=True):
    """What is claimed; ``href`` leads to the page of the claim where there is one."""

    words: str
    href: str | None


class Turn(msgspec.Struct, frozen=True):
    """The positions one speaker took on one claim, in order."""

    who: Who
    claim: Proposition
    steps: tuple[Step, ...]
    changed: bool


class Cell(msgspec.Struct, frozen=True):
    """The stance of a speaker towards a claim."""

    stance: str
    place: Place


class Matrix(msgspec.Struct, frozen=True):
    """Speakers against claims; ``cells[i][j]`` is what speaker i does to claim j, all of it."""

    claims: tuple[Proposition, ...]
    speakers: tuple[Who, ...]
    cells: tuple[tuple[tuple[Cell, ...], ...], ...]


class Path(msgspec.Struct, frozen=True):
    """One way words travelled, from the speaker outwards, with the places it was seen."""

    tellers: tuple[str, ...]
    places: tuple[Place, ...]


class Chain(msgspec.Struct, frozen=True):
    """Every path that ends at one principal; ``articles`` counts the articles they reach."""

    principal: Who
    paths: tuple[Path, ...]
    articles: int


class Speaker(msgspec.Struct, frozen=True):
    """A speaker with everything said."""

    anchor: str
    who: Who
    said: tuple[Said, ...]


class Retelling(msgspec.Struct, frozen=True):
    """Articles that retell one text or one agency, the probable source first."""

    kind: str
    origin: str | None
    articles: tuple[Place, ...]


class Story(msgspec.Struct, frozen=True):
    """Everything about one story."""

    id: str
    anchor: str
    name: str
    first: str | None
    last: str | None
    articles: tuple[Place, ...]
    outlets: int
    origins: int
    lines: tuple[Line, ...]
    numbers: tuple[Number, ...]
    disputes: tuple[Dispute, ...]
    agreed: tuple[Agreed, ...]
    moments: tuple[Moment, ...]
    turns: tuple[Turn, ...]
    matrix: Matrix | None
    chains: tuple[Chain, ...]
    speakers: tuple[Speaker, ...]
    retellings: tuple[Retelling, ...]


class Spelt(msgspec.Struct, frozen=True):
    """One spelling with the first place it stands at."""

    text: str
    count: int
    place: Place | None


class Name(msgspec.Struct, frozen=True):
    """A person, organisation or place with every spelling, ``romanised`` where it has no ``english`` name."""

    id: str
    href: str
    anchor: str
    type: str
    name: str
    english: str | None
    romanised: str | None
    spellings: tuple[Spelt, ...]
    count: int
    articles: int


class Paragraph(msgspec.Struct, frozen=True):
    """A line of an article with its highlights."""

    kind: str
    words: Markup


class ArticlePage(msgspec.Struct, frozen=True):
    """An article with its highlights and its statements."""

    anchor: str
    id: str
    title: str
    outlet: str | None
    published: str | None
    url: str | None
    author: str | None
    agency: str | None
    paragraphs: tuple[Paragraph, ...]
    said: tuple[Said, ...]


class Dossier(msgspec.Struct, frozen=True):
    """The whole page; highlights tell their rule by its number in ``rules``."""

    stories: tuple[Story, ...]
    names: tuple[Name, ...]
    articles: tuple[ArticlePage, ...]
    rules: tuple[str, ...]
