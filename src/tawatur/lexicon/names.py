"""Names: what the lexicon knows about people, bodies and places.

Countries and their English names are CLDR's, cities those of GeoNames (``upstream``); the rest
is written in ``arabic/names_*.yaml``.
"""

from enum import StrEnum
from functools import cache
from importlib import resources

import msgspec
from babel import Locale

from tawatur.lexicon.ordinary import Ordinary, load_ordinary
from tawatur.model import EntityType
from tawatur.tables import load_table
from tawatur.text import fold
from tawatur.text.tokens import tokenise

ARTICLE = "ال"
_STRONG_CITY = 300_000
_NEAR_CITY = 60_000
_NEAR = frozenset(
    [
        "AE",
        "BH",
        "DJ",
        "DZ",
        "EG",
        "IL",
        "IQ",
        "IR",
        "JO",
        "KW",
        "LB",
        "LY",
        "MA",
        "MR",
        "OM",
        "PS",
        "QA",
        "SA",
        "SD",
        "SO",
        "SY",
        "TN",
        "TR",
        "YE",
    ]
)


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


class Known(msgspec.Struct, frozen=True):
    """A name of the gazetteers: ``key`` is the ISO code of a country, else a slug.

    ``weak`` names are accepted only where the surroundings speak for them, those of ``sport`` only
    in articles about sport.
    """

    id: str
    key: str
    type: EntityType
    english: str
    principal: str | None = None
    outlet: bool = False
    weak: bool = False
    sport: bool = False


class Title(msgspec.Struct, frozen=True):
    """A word for people by rank or calling, with the gender of its holder; some are surnames too."""

    kind: TitleKind
    gender: str
    surname: bool = False


class Names(msgspec.Struct, frozen=True):
    """Everything ``find_mentions`` and ``link_entities`` know about words.

    ``known`` maps the first word of a known name to its other words and what it names, longest
    first; ``demonyms`` maps a masculine adjective (one word or two) to an ISO code.
    """

    known: dict[str, tuple[tuple[tuple[str, ...], Known], ...]]
    by_id: dict[str, Known]
    titles: dict[str, Title]
    bodies: dict[str, BodyKind]
    given: dict[str, str]
    demonyms: dict[str, str]
    inside: frozenset[str]
    outside: dict[str, EntityType]
    several: frozenset[str]
    broad: frozenset[str]
    locating: frozenset[str]
    closed: frozenset[str]
    particles: frozenset[str]
    completing: frozenset[str]
    saying: frozenset[str]
    clause: frozenset[str]
    sport: frozenset[str]
    letters: frozenset[str]
    ordinary: Ordinary

    def country_id(self, code: str) -> str:
        """The entity id of a country by its ISO code."""
        return _principal(code)


class _Country(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    nisba: tuple[str, ...]
    capital: str | None = None
    city: str | None = None
    aliases: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()
    palaces: tuple[str, ...] = ()


class _Place(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    key: str
    english: str
    type: EntityType
    names: tuple[str, ...]
    country: str | None = None


class _Noun(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    word: str
    gloss: str
    type: EntityType = EntityType.PLACE
    several: tuple[str, ...] = ()
    broad: bool = False


class _Places(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    known: tuple[_Place, ...]
    outside: tuple[_Noun, ...]
    inside: tuple[_Noun, ...]
    locating: tuple[str, ...]


class _Title(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    word: str
    gloss: str
    kind: TitleKind
    gender: str = "male"
    surname: bool = False


class _Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    word: str
    gloss: str
    kind: BodyKind


class _Body(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    key: str
    english: str
    names: tuple[str, ...]
    principal: str | None = None
    outlet: bool = False


class _Given(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    male: tuple[str, ...]
    female: tuple[str, ...]
    foreign: tuple[str, ...]


class _Context(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    closed: tuple[str, ...]
    particle: tuple[str, ...]
    completing: tuple[str, ...]
    saying: tuple[str, ...]
    homographs: tuple[str, ...]
    clause: tuple[str, ...]
    sport: tuple[str, ...]
    letters: tuple[str, ...]


class _Clubs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    city: tuple[str, ...]
    noun: tuple[str, ...]


def load_names() -> Names:
    """The names that ship with Tawatur. Raises LexiconError where a table is wrong."""
    countries = load_table("tawatur.lexicon.arabic", "names_countries", dict[str, _Country])
    places = load_table("tawatur.lexicon.arabic", "names_places", _Places)
    context = load_table("tawatur.lexicon.arabic", "names_context", _Context)
    heads = load_table("tawatur.lexicon.arabic", "names_bodies", tuple[_Head, ...])
    ordinary = load_ordinary()
    gazetteer = _Gazetteer(frozenset(map(fold, context.homographs)))
    gazetteer.add_clubs(load_table("tawatur.lexicon.arabic", "names_clubs", _Clubs))
    gazetteer.add_bodies(load_table("tawatur.lexicon.arabic", "names_known", tuple[_Body, ...]))
    gazetteer.add_countries(countries)
    gazetteer.add_places(places.known)
    gazetteer.add_cities(ordinary)
    return Names(
        known=gazetteer.index(),
        by_id=gazetteer.by_id,
        titles=_titles(load_table("tawatur.lexicon.arabic", "names_titles", tuple[_Title, ...])),
        bodies={fold(head.word): head.kind for head in heads},
        given=_given(load_table("tawatur.lexicon.arabic", "names_given", _Given)),
        demonyms={fold(nisba): code for code, country in countries.items() for nisba in country.nisba},
        inside=frozenset(fold(noun.word) for noun in places.inside),
        outside={fold(word): noun.type for noun in places.outside for word in (noun.word, *noun.several)},
        broad=frozenset(fold(noun.word) for noun in places.outside if noun.broad),
        several=frozenset(fold(word) for noun in places.outside for word in noun.several),
        locating=frozenset(map(fold, places.locating)),
        closed=_words(context.closed),
        particles=frozenset(map(fold, context.particle)),
        completing=frozenset(map(fold, context.completing)),
        saying=frozenset(map(fold, context.saying)),
        clause=_words(context.clause),
        sport=_words(context.sport),
        letters=frozenset(map(fold, context.letters)),
        ordinary=ordinary,
    )


class _Gazetteer:
    """Known names as they are gathered; the first to claim a spelling keeps it."""

    def __init__(self, homographs: frozenset[str]) -> None:
        self.by_id: dict[str, Known] = {}
        self._homographs = homographs
        self._spellings: dict[tuple[str, ...], Known] = {}
        self._clubs: dict[tuple[str, ...], Known] = {}

    def add_clubs(self, clubs: _Clubs) -> None:
        for name in (*clubs.city, *clubs.noun):
            words = tuple(tokenise(name).forms)
            key = f"club-{fold(name)}"
            weak = name in clubs.city
            club = Known(f"org:{key}", key, EntityType.ORGANISATION, name, weak=weak, sport=True)
            self._clubs.setdefault(words, club)

    def add_bodies(self, bodies: tuple[_Body, ...]) -> None:
        for body in bodies:
            known = Known(
                f"org:{body.key}",
                body.key,
                EntityType.ORGANISATION,
                body.english,
                body.principal and _principal(body.principal),
                body.outlet,
            )
            for name in body.names:
                self._add(name, known)

    def add_countries(self, countries: dict[str, _Country]) -> None:
        arabic, english = _territories("ar"), _territories("en")
        for code, country in countries.items():
            known = Known(f"gpe:{_slug(english[code])}", code, EntityType.POLITY, english[code])
            for name in (arabic[code], *country.aliases):
                self._add(name, known)
                self._add(_eastern(name), known)
            if country.capital and country.city:
                seat = Known(
                    f"gpe:{_slug(country.city)}",
                    _slug(country.city),
                    EntityType.POLITY,
                    country.city,
                    _principal(code),
                )
                for name in (country.capital, *country.spellings):
                    self._add(name, seat)
                    self._add(_eastern(name), seat)

    def add_places(self, places: tuple[_Place, ...]) -> None:
        for place in places:
            kind = "gpe" if place.type is EntityType.POLITY else "loc"
            known = Known(f"{kind}:{place.key}", place.key, place.type, place.english)
            for name in place.names:
                self._add(name, known)

    def add_cities(self, ordinary: Ordinary) -> None:
        rows = [line.split("\t") for line in _upstream("cities.tsv")]
        for key, english, country, inhabitants, spellings in sorted(rows, key=lambda row: -int(row[3])):
            people = int(inhabitants)
            known = Known(f"gpe:{_slug(english)}-{key}", f"geonames:{key}", EntityType.POLITY, english)
            weak = msgspec.structs.replace(known, weak=True)
            for name in spellings.split("|"):
                folded = fold(name)
                large = people >= (_NEAR_CITY if country in _NEAR else _STRONG_CITY)
                plain = folded in ordinary or len(folded) < 4
                if plain and country in _NEAR and people >= _NEAR_CITY:
                    self._add(name, weak)
                if not plain:
                    self._add(name, known if large else weak)
                    self._add(_eastern(name), known if large else weak)

    def index(self) -> dict[str, tuple[tuple[tuple[str, ...], Known], ...]]:
        found: dict[str, list[tuple[tuple[str, ...], Known]]] = {}
        for words, known in (*self._clubs.items(), *self._spellings.items()):
            found.setdefault(words[0], []).append((words[1:], known))
        return {first: tuple(sorted(rest, key=lambda r: -len(r[0]))) for first, rest in found.items()}

    def _add(self, name: str, known: Known) -> None:
        words = tuple(tokenise(name).forms)
        if words and words not in self._spellings:
            weak = known.weak or " ".join(words) in self._homographs
            self._spellings[words] = msgspec.structs.replace(known, weak=weak)
            self.by_id.setdefault(known.id, known)


def _eastern(name: str) -> str:
    """The spelling of a foreign g that Egypt and the Gulf prefer: بلغراد as بلجراد."""
    return name.replace("غ", "ج")


def _principal(key: str) -> str:
    """The id of what a body speaks for: a government by its ISO code, else another body."""
    return f"gpe:{_slug(_territories('en')[key])}" if key.isupper() else f"org:{key}"


@cache
def _territories(language: str) -> dict[str, str]:
    return dict(Locale(language).territories)


def _slug(english: str) -> str:
    plain = "".join(letter if letter.isalnum() else "-" for letter in english.lower())
    return "-".join(part for part in plain.split("-") if part)


def _titles(rows: tuple[_Title, ...]) -> dict[str, Title]:
    titles = {fold(row.word): Title(row.kind, row.gender, row.surname) for row in rows}
    for word, title in list(titles.items()):
        if title.gender == "male" and not word.endswith("ة"):
            stem = word[:-1] + "ي" if word.endswith("ي") else word
            titles.setdefault(stem + "ة", Title(title.kind, "female"))
    return titles


def _given(lists: _Given) -> dict[str, str]:
    given = dict.fromkeys(_words(lists.foreign), "")
    given |= dict.fromkeys(_words(lists.male), "male")
    return given | dict.fromkeys(_words(lists.female), "female")


def _words(lines: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(word) for line in lines for word in line.split())


def _upstream(name: str) -> list[str]:
    text = resources.files("tawatur.lexicon.upstream").joinpath(name).read_text(encoding="utf-8")
    return text.splitlines()
