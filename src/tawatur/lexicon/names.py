"""Names: what the lexicon knows about people, bodies and places; written in ``arabic/names_*.yaml``."""

from enum import StrEnum

import msgspec

from tawatur.lexicon.gazetteer import (
    Body,
    Clubs,
    Country,
    Gazetteer,
    Known,
    Listed,
    Place,
    Spellings,
    principal_id,
)
from tawatur.lexicon.nearly import Nearly
from tawatur.lexicon.ordinary import Ordinary, load_ordinary
from tawatur.lexicon.shapes import Shapes, load_shapes
from tawatur.model import EntityType
from tawatur.tables import load_table
from tawatur.text import fold, fold_all

ARTICLE = "ال"
_OF_HOMONYMS = ("words", "words_own", "before", "before_own")


class TitleKind(StrEnum):
    """How a title leads to a name: over what it is first, at once, or after an adjective."""

    OFFICE = "office"
    ADDRESS = "address"
    CALLING = "calling"


class BodyKind(StrEnum):
    """How a noun opens the name of a body; see ``names_bodies.yaml``."""

    ORGAN = "organ"
    ARM = "arm"
    BRANCH = "branch"
    TROOP = "troop"
    PRESS = "press"
    MOVEMENT = "movement"
    CLUB = "club"
    HOUSE = "house"
    BRAND = "brand"


class Title(msgspec.Struct, frozen=True):
    """A word for people by rank or calling, with the gender of its holder.

    Some are surnames too; after a ``single`` one a given name alone is enough: «الملك فاروق».
    """

    kind: TitleKind
    gender: str
    surname: bool = False
    single: bool = False


class Hints(msgspec.Struct, frozen=True):
    """Small sets of words that tell how names go on; each is explained in ``names_context.yaml``."""

    link: frozenset[str]
    foreign_link: frozenset[str]
    nobility: frozenset[str]
    syllable: frozenset[str]
    role: frozenset[str]
    rank: frozenset[str]
    ordinal: frozenset[str]
    quality: frozenset[str]
    branch: frozenset[str]
    regional: frozenset[str]
    many: frozenset[str]
    single: frozenset[str]
    own_names: frozenset[str]
    hearer: frozenset[str]
    subject: frozenset[str]
    verbal: frozenset[str]
    where: frozenset[str]
    foreign_places: tuple[str, ...]
    built: frozenset[str]
    honour: frozenset[str]
    time_name: frozenset[str]
    guild: frozenset[str]
    alias: frozenset[str]
    by_name: frozenset[str]
    any_group: frozenset[str]
    any_troop: frozenset[str]
    named: frozenset[str]
    opening: frozenset[str]
    landmark: frozenset[str]
    addressing: frozenset[str]
    addressed: frozenset[str]
    unlike: frozenset[tuple[str, ...]]
    presided: frozenset[str]
    traffic: frozenset[str]
    wave: frozenset[tuple[str, ...]]
    rival: frozenset[str]
    clubs: frozenset[str]
    club_ends: frozenset[str]
    club_heads: frozenset[str]
    shares: frozenset[str]
    companies: frozenset[str]
    epithet: frozenset[str]
    elative: frozenset[str]
    media: frozenset[str]
    graded: frozenset[str]
    national: frozenset[str]
    police: frozenset[str]
    paper_ends: frozenset[str]
    station: frozenset[str]
    firm: frozenset[str]
    loose: frozenset[str]
    watching: frozenset[str]
    telling: frozenset[str]
    ground: frozenset[str]
    namesake: frozenset[str]
    governing: frozenset[tuple[str, ...]]
    gain: frozenset[str]
    seated: frozenset[str]
    governor: frozenset[str]
    any_share: frozenset[str]
    standing: frozenset[str]
    games: frozenset[str]
    general: frozenset[str]
    learned: frozenset[str]
    company: dict[str, str]


class Homonym(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A place that shares its spelling with ``other``, and what speaks for the one or the other.

    ``words`` stand anywhere in the article, ``before`` right before the name, ``beside`` are the ids
    of places in one list with it; those ending in ``own`` speak for the place itself.
    """

    name: str
    other: str
    words: frozenset[str]
    words_own: frozenset[str]
    before: frozenset[str]
    before_own: frozenset[str]
    beside: frozenset[str]
    example: str


class Names(msgspec.Struct, frozen=True):
    """Everything ``find_mentions`` and ``link_entities`` know about words.

    ``known`` maps the first word of a known name to its other words and what it names, longest
    first; ``given`` maps parts of names of people to the gender they tell, if any, those of
    ``families`` among them; ``demonyms`` maps a masculine adjective (one word or two) to an ISO code.
    """

    known: Spellings
    by_id: dict[str, Known]
    titles: dict[str, Title]
    bodies: dict[str, BodyKind]
    pairs: frozenset[str]
    given: dict[str, str]
    families: frozenset[str]
    tribal: frozenset[str]
    native: frozenset[str]
    sure: frozenset[str]
    demonyms: dict[str, str]
    inside: frozenset[str]
    outside: dict[str, EntityType]
    several: frozenset[str]
    broad: frozenset[str]
    strict: frozenset[str]
    locating: frozenset[str]
    closed: frozenset[str]
    particles: frozenset[str]
    completing: frozenset[str]
    saying: frozenset[str]
    clause: frozenset[str]
    sport: frozenset[str]
    letters: frozenset[str]
    homonyms: dict[str, Homonym]
    hints: Hints
    ordinary: Ordinary
    shapes: Shapes
    nearly: Nearly

    def country_id(self, code: str) -> str:
        """The entity id of a country by its ISO code."""
        return principal_id(code)


class _Noun(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    word: str
    gloss: str
    type: EntityType = EntityType.PLACE
    several: tuple[str, ...] = ()
    broad: bool = False
    strict: bool = False


class _Places(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    known: tuple[Place, ...]
    outside: tuple[_Noun, ...]
    inside: tuple[_Noun, ...]
    locating: tuple[str, ...]


class _Title(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    word: str
    gloss: str
    kind: TitleKind
    gender: str = "male"
    surname: bool = False
    single: bool = False


class _Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    word: str
    gloss: str
    kind: BodyKind
    several: tuple[str, ...] = ()


class _Given(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    male: tuple[str, ...]
    female: tuple[str, ...]
    foreign: tuple[str, ...]
    sure: tuple[str, ...]


class _Families(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    arab: tuple[str, ...]
    foreign: tuple[str, ...]
    tribal: tuple[str, ...]


class _Context(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    closed: tuple[str, ...]
    particle: tuple[str, ...]
    completing: tuple[str, ...]
    saying: tuple[str, ...]
    homographs: tuple[str, ...]
    company: dict[str, str]
    clause: tuple[str, ...]
    sport: tuple[str, ...]
    letters: tuple[str, ...]
    link: tuple[str, ...]
    foreign_link: tuple[str, ...]
    nobility: tuple[str, ...]
    syllable: tuple[str, ...]
    role: tuple[str, ...]
    rank: tuple[str, ...]
    ordinal: tuple[str, ...]
    quality: tuple[str, ...]
    branch: tuple[str, ...]
    regional: tuple[str, ...]
    many: tuple[str, ...]
    single: tuple[str, ...]
    own_names: tuple[str, ...]
    hearer: tuple[str, ...]
    subject: tuple[str, ...]
    verbal: tuple[str, ...]
    where: tuple[str, ...]
    foreign_places: tuple[str, ...]
    built: tuple[str, ...]
    honour: tuple[str, ...]
    time_name: tuple[str, ...]
    guild: tuple[str, ...]
    alias: tuple[str, ...]
    by_name: tuple[str, ...]
    any_group: tuple[str, ...]
    any_troop: tuple[str, ...]
    named: tuple[str, ...]
    opening: tuple[str, ...]
    landmark: tuple[str, ...]
    addressing: tuple[str, ...]
    addressed: tuple[str, ...]
    unlike: tuple[str, ...]
    presided: tuple[str, ...]
    traffic: tuple[str, ...]
    wave: tuple[str, ...]
    rival: tuple[str, ...]
    clubs: tuple[str, ...]
    club_ends: tuple[str, ...]
    club_heads: tuple[str, ...]
    homonyms: tuple[Homonym, ...]
    shares: tuple[str, ...]
    companies: tuple[str, ...]
    epithet: tuple[str, ...]
    elative: tuple[str, ...]
    media: tuple[str, ...]
    graded: tuple[str, ...]
    national: tuple[str, ...]
    police: tuple[str, ...]
    paper_ends: tuple[str, ...]
    station: tuple[str, ...]
    firm: tuple[str, ...]
    loose: tuple[str, ...]
    watching: tuple[str, ...]
    telling: tuple[str, ...]
    ground: tuple[str, ...]
    namesake: tuple[str, ...]
    governing: tuple[str, ...]
    gain: tuple[str, ...]
    seated: tuple[str, ...]
    governor: tuple[str, ...]
    any_share: tuple[str, ...]
    standing: tuple[str, ...]
    games: tuple[str, ...]
    general: tuple[str, ...]
    learned: tuple[str, ...]


def load_names() -> Names:
    """The names that ship with Tawatur. Raises LexiconError where a table is wrong."""
    countries = load_table("tawatur.lexicon.arabic", "names_countries", dict[str, Country])
    places = load_table("tawatur.lexicon.arabic", "names_places", _Places)
    context = load_table("tawatur.lexicon.arabic", "names_context", _Context)
    heads = load_table("tawatur.lexicon.arabic", "names_bodies", tuple[_Head, ...])
    ordinary = load_ordinary()
    gazetteer = Gazetteer(fold_all(context.homographs))
    bodies = load_table("tawatur.lexicon.arabic", "names_known", tuple[Body, ...])
    gazetteer.add_bodies(bodies, ordinary)
    gazetteer.add_clubs(load_table("tawatur.lexicon.arabic", "names_clubs", Clubs))
    gazetteer.add_countries(countries)
    gazetteer.add_places(places.known)
    gazetteer.add_cities(ordinary)
    gazetteer.add_doubtful(bodies)
    gazetteer.add_listed(load_table("tawatur.lexicon.arabic", "names_listed", Listed), ordinary)
    lists = load_table("tawatur.lexicon.arabic", "names_given", _Given)
    given = _given(lists)
    kin = load_table("tawatur.lexicon.arabic", "names_families", _Families)
    families = (_words(kin.arab) | _words(kin.foreign)) - given.keys()
    known = gazetteer.index()
    demonyms = {fold(nisba): code for code, country in countries.items() for nisba in country.nisba}
    return Names(
        known=known,
        by_id=gazetteer.by_id,
        titles=_titles(load_table("tawatur.lexicon.arabic", "names_titles", tuple[_Title, ...])),
        bodies={fold(word): head.kind for head in heads for word in (head.word, *head.several)},
        pairs=frozenset(fold(word) for head in heads for word in head.several),
        given=given | dict.fromkeys(families, ""),
        families=families,
        tribal=_words(kin.tribal),
        native=frozenset(name for name, gender in given.items() if gender),
        sure=_words(lists.sure) | families,
        demonyms=demonyms,
        inside=frozenset(fold(noun.word) for noun in places.inside),
        outside={fold(word): noun.type for noun in places.outside for word in (noun.word, *noun.several)},
        broad=frozenset(fold(noun.word) for noun in places.outside if noun.broad),
        strict=frozenset(fold(noun.word) for noun in (*places.outside, *places.inside) if noun.strict),
        several=frozenset(fold(word) for noun in places.outside for word in noun.several),
        locating=fold_all(places.locating),
        closed=_words(context.closed),
        particles=fold_all(context.particle),
        completing=fold_all(context.completing),
        saying=fold_all(context.saying),
        clause=_words(context.clause),
        sport=_words(context.sport),
        letters=fold_all(context.letters),
        homonyms={row.name: _homonym(row) for row in context.homonyms},
        hints=_hints(context),
        ordinary=ordinary,
        shapes=load_shapes(),
        nearly=Nearly(known, ordinary, demonyms),
    )


def _homonym(row: Homonym) -> Homonym:
    """The row with its words as articles have them folded."""
    sets = {name: frozenset(map(fold, getattr(row, name))) for name in _OF_HOMONYMS}
    return msgspec.structs.replace(row, **sets)


def _hints(context: _Context) -> Hints:
    return Hints(
        company={fold(name): fold(word) for name, word in context.company.items()},
        link=fold_all(context.link),
        foreign_link=fold_all(context.foreign_link),
        nobility=fold_all(context.nobility),
        syllable=fold_all(context.syllable),
        role=fold_all(context.role),
        rank=fold_all(context.rank),
        ordinal=fold_all(context.ordinal),
        quality=_words(context.quality),
        branch=fold_all(context.branch),
        regional=fold_all(context.regional),
        many=fold_all(context.many),
        single=fold_all(context.single),
        own_names=fold_all(context.own_names),
        hearer=fold_all(context.hearer),
        subject=fold_all(context.subject),
        verbal=fold_all(context.verbal),
        where=fold_all(context.where),
        foreign_places=tuple(map(fold, context.foreign_places)),
        built=fold_all(context.built),
        honour=fold_all(context.honour),
        time_name=fold_all(context.time_name),
        guild=fold_all(context.guild),
        alias=fold_all(context.alias),
        by_name=fold_all(context.by_name),
        any_group=fold_all(context.any_group),
        any_troop=fold_all(context.any_troop),
        named=fold_all(context.named),
        opening=fold_all(context.opening),
        landmark=fold_all(context.landmark),
        addressing=fold_all(context.addressing),
        addressed=fold_all(context.addressed),
        unlike=_phrases(context.unlike),
        presided=fold_all(context.presided),
        traffic=fold_all(context.traffic),
        rival=fold_all(context.rival),
        clubs=fold_all(context.clubs),
        club_ends=fold_all(context.club_ends),
        club_heads=fold_all(context.club_heads),
        shares=fold_all(context.shares),
        companies=fold_all(context.companies),
        epithet=_words(context.epithet),
        elative=fold_all(context.elative),
        media=fold_all(context.media),
        graded=fold_all(context.graded),
        national=fold_all(context.national),
        police=fold_all(context.police),
        paper_ends=fold_all(context.paper_ends),
        station=fold_all(context.station),
        firm=fold_all(context.firm),
        loose=fold_all(context.loose),
        watching=fold_all(context.watching),
        telling=fold_all(context.telling),
        ground=fold_all(context.ground),
        namesake=fold_all(context.namesake),
        governing=_phrases(context.governing),
        gain=fold_all(context.gain),
        seated=fold_all(context.seated),
        governor=fold_all(context.governor),
        any_share=fold_all(context.any_share),
        standing=fold_all(context.standing),
        games=fold_all(context.games),
        general=fold_all(context.general),
        learned=fold_all(context.learned),
        wave=_phrases(context.wave),
    )


def _titles(rows: tuple[_Title, ...]) -> dict[str, Title]:
    titles = {fold(row.word): Title(row.kind, row.gender, row.surname, row.single) for row in rows}
    for word, title in list(titles.items()):
        if title.gender == "male" and not word.endswith("ة"):
            stem = word[:-1] + "ي" if word.endswith("ي") else word
            titles.setdefault(stem + "ة", Title(title.kind, "female", single=title.single))
    return titles


def _given(lists: _Given) -> dict[str, str]:
    given = dict.fromkeys(_words(lists.foreign), "")
    given |= dict.fromkeys(_words(lists.male), "male")
    return given | dict.fromkeys(_words(lists.female), "female")


def _words(lines: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(word) for line in lines for word in line.split())


def _phrases(lines: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(fold(line).split()) for line in lines)
