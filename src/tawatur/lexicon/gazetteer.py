"""The gazetteers: known countries, cities, bodies and clubs by every spelling.

Countries and their English names are CLDR's, cities those of GeoNames (``upstream``); the rest
is written in ``arabic/names_*.yaml``.
"""

from functools import cache
from importlib import resources

import msgspec
from babel import Locale

from tawatur.lexicon.ordinary import Ordinary
from tawatur.model import EntityType
from tawatur.text import fold
from tawatur.text.tokens import tokenise

_NO_COUNTRIES = frozenset(("EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"))
_STRONG_CITY = 300_000
_NEAR_CITY = 60_000
_NEAR = frozenset("AE BH DJ DZ EG IL IQ IR JO KW LB LY MA MR OM PS QA SA SD SO SY TN TR YE".split())  # noqa: SIM905

Spellings = dict[str, tuple[tuple[tuple[str, ...], "Known"], ...]]


class Known(msgspec.Struct, frozen=True):
    """A name of the gazetteers: ``key`` is the ISO code of a country, else a slug.

    ``weak`` names are accepted only where the surroundings speak for them, those of ``sport`` only
    in articles about sport; ``land`` is the id of the country a city or region lies in. A ``bare`` name
    is only listed: who is meant is told by its spelling, as with names that are not.
    """

    id: str
    key: str
    type: EntityType
    english: str | None
    principal: str | None = None
    outlet: bool = False
    weak: bool = False
    sport: bool = False
    land: str | None = None
    bare: bool = False


class Clubs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Clubs named like cities or common nouns, and lines of others; see ``names_clubs.yaml``.

    ``same`` gives for a club, by its key or first name, the line of its other names.
    """

    city: tuple[str, ...]
    noun: tuple[str, ...]
    own: tuple[str, ...]
    same: dict[str, str]


class Country(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What CLDR lacks about one country; see ``names_countries.yaml``."""

    nisba: tuple[str, ...]
    capital: str | None = None
    city: str | None = None
    aliases: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()
    palaces: tuple[str, ...] = ()


class Place(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A place of ``names_places.yaml``; its ``doubtful`` names are common words as well."""

    key: str
    english: str
    type: EntityType
    names: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    country: str | None = None


class Listed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Names by the line, without English; see ``names_listed.yaml``."""

    towns: dict[str, tuple[str, ...]]
    landmarks: dict[str, tuple[str, ...]]
    shares: tuple[str, ...]
    bodies: dict[str, tuple[str, ...]]
    outlets: dict[str, tuple[str, ...]]
    spellings: dict[str, str]


class Body(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A body or outlet of ``names_known.yaml``; its ``doubtful`` names are common nouns as well."""

    key: str
    english: str
    names: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    principal: str | None = None
    outlet: bool = False


class Gazetteer:
    """Known names as they are gathered; the first to claim a spelling keeps it."""

    def __init__(self, homographs: frozenset[str]) -> None:
        self.by_id: dict[str, Known] = {}
        self._homographs = homographs
        self._spellings: dict[tuple[str, ...], Known] = {}
        self._clubs: dict[tuple[str, ...], Known] = {}

    def add_clubs(self, clubs: Clubs) -> None:
        """Clubs; those named like other things come before everything else in articles about sport."""
        club_of = {name: club for club, line in clubs.same.items() for name in line.split(", ")}
        sporting = (*clubs.city, *clubs.noun)
        for name in sporting:
            club = msgspec.structs.replace(
                self._club(club_of.get(name, name)), weak=name in clubs.city, sport=True
            )
            self._clubs.setdefault(tuple(tokenise(name).forms), club)
        own = [name for line in clubs.own for name in line.split(", ")]
        more = (name for name in (*clubs.same, *club_of) if not name.isascii() and name not in sporting)
        for name in (*own, *more):
            self._add(name, self._club(club_of.get(name, name)))

    def _club(self, name: str) -> Known:
        """The club of the other gazetteers with this key, else one known by its name."""
        key = _club_key(tuple(tokenise(name).forms))
        return self.by_id.get(f"org:{name}") or Known(f"org:{key}", key, EntityType.ORGANISATION, None)

    def add_bodies(self, bodies: tuple[Body, ...], ordinary: Ordinary) -> None:
        """Bodies and outlets by the names that nothing else bears."""
        for body in bodies:
            for name in body.names:
                self._add(name, _known_body(body))
                for spelling in _spellings(name):
                    if fold(spelling) not in ordinary:
                        self._add(spelling, _known_body(body))

    def add_doubtful(self, bodies: tuple[Body, ...]) -> None:
        """Bodies and outlets by their doubtful names, where nothing else bears them."""
        for body in bodies:
            for name in body.doubtful:
                self._add(name, msgspec.structs.replace(_known_body(body), weak=True))

    def add_countries(self, countries: dict[str, Country]) -> None:
        """Countries and their capitals."""
        arabic, english = _territories("ar"), _territories("en")
        for code in sorted(set(arabic) - set(countries)):
            if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRIES:
                known = Known(f"gpe:{_slug(english[code])}", code, EntityType.POLITY, english[code])
                self._add(arabic[code], known)
        for code, country in countries.items():
            known = Known(f"gpe:{_slug(english[code])}", code, EntityType.POLITY, english[code])
            for name in (arabic[code], english[code], *country.aliases):
                self._add(name, known)
                self._add(_eastern(name), known)
            if country.capital and country.city:
                seat = Known(
                    f"gpe:{_slug(country.city)}",
                    _slug(country.city),
                    EntityType.POLITY,
                    country.city,
                    principal_id(code),
                )
                for name in (country.capital, country.city, *country.spellings):
                    self._add(name, seat)
                    self._add(_eastern(name), seat)

    def add_places(self, places: tuple[Place, ...]) -> None:
        """Regions, seas and other places."""
        for place in places:
            kind = "gpe" if place.type is EntityType.POLITY else "loc"
            land = principal_id(place.country) if place.country else None
            known = Known(f"{kind}:{place.key}", place.key, place.type, place.english, land=land)
            for name in place.names:
                self._add(name, known)
            for name in place.doubtful:
                self._add(name, msgspec.structs.replace(known, weak=True))

    def add_cities(self, ordinary: Ordinary) -> None:
        """The cities of GeoNames: strong where large or near, weak where small or an ordinary word."""
        rows = [line.split("\t") for line in _upstream("cities.tsv")]
        for key, english, country, inhabitants, spellings in sorted(rows, key=lambda row: -int(row[3])):
            people = int(inhabitants)
            known = Known(
                f"gpe:{_slug(english)}-{key}",
                f"geonames:{key}",
                EntityType.POLITY,
                english,
                land=principal_id(country),
            )
            weak = msgspec.structs.replace(known, weak=True)
            for name in spellings.split("|"):
                folded = fold(name)
                large = people >= (_NEAR_CITY if country in _NEAR else _STRONG_CITY)
                plain = folded in ordinary or len(folded) < 4
                if plain and country in _NEAR and people >= _NEAR_CITY:
                    self._add(name, weak)
                if not plain:
                    self._add(name, known if large else weak)
                    eastern = _eastern(name)
                    if eastern != name and fold(eastern) not in ordinary:
                        self._add(eastern, known if large else weak)

    def add_listed(self, listed: Listed, ordinary: Ordinary) -> None:
        """Names by the line, where no other table has them; ordinary words need their surroundings."""
        for lines in listed.towns.values():
            for name in _items(lines):
                self._add_or_confirm(name, _listed_name(name, EntityType.POLITY))
        for lines in listed.landmarks.values():
            for name in _items(lines):
                self._add(name, _listed_name(name, EntityType.PLACE))
        for name in _items(listed.shares):
            weak = all(fold(word) in ordinary for word in name.split())
            self._add(name, msgspec.structs.replace(_listed_name(name, EntityType.ORGANISATION), weak=weak))
        for outlet, sections in ((False, listed.bodies), (True, listed.outlets)):
            for name in (name for lines in sections.values() for name in _items(lines)):
                body = _listed_name(name, EntityType.ORGANISATION)
                weak = fold(name) in ordinary
                self._add(name, msgspec.structs.replace(body, weak=weak, outlet=outlet))
        for spelling, name in listed.spellings.items():
            self._add(spelling, self._spellings[tuple(tokenise(name).forms)])

    def index(self) -> Spellings:
        """Known names by their first word, the longest first."""
        found: dict[str, list[tuple[tuple[str, ...], Known]]] = {}
        for words, known in (*self._clubs.items(), *self._spellings.items()):
            found.setdefault(words[0], []).append((words[1:], known))
        return {first: tuple(sorted(rest, key=lambda r: -len(r[0]))) for first, rest in found.items()}

    def _add_or_confirm(self, name: str, town: Known) -> None:
        """Add a town, or take the doubt from one of that name which is known already."""
        words = tuple(tokenise(name).forms)
        known = self._spellings.get(words)
        if known is None:
            self._add(name, town)
        elif known.weak and known.type is EntityType.POLITY and " ".join(words) not in self._homographs:
            self._spellings[words] = msgspec.structs.replace(known, weak=False)

    def _add(self, name: str, known: Known) -> None:
        words = tuple(tokenise(name).forms)
        if words and words not in self._spellings:
            weak = known.weak or " ".join(words) in self._homographs
            self._spellings[words] = msgspec.structs.replace(known, weak=weak)
            self.by_id.setdefault(known.id, known)


def _club_key(words: tuple[str, ...]) -> str:
    return f"club-{'-'.join(words)}"


def _items(lines: tuple[str, ...]) -> list[str]:
    return [name for line in lines for name in line.split(", ")]


def _listed_name(name: str, kind: EntityType) -> Known:
    """A name of which no more is known than its kind."""
    prefix = {EntityType.POLITY: "gpe", EntityType.PLACE: "loc"}.get(kind, "org")
    key = "-".join(tokenise(name).forms)
    return Known(f"{prefix}:{key}", key, kind, None, bare=True)


def _eastern(name: str) -> str:
    """The spelling of a foreign g that Egypt and the Gulf prefer: بلغراد as بلجراد."""
    return name.replace("غ", "ج")


def _known_body(body: Body) -> Known:
    principal = body.principal and principal_id(body.principal)
    kind = EntityType.ORGANISATION
    return Known(f"org:{body.key}", body.key, kind, body.english, principal, body.outlet)


def _spellings(name: str) -> tuple[str, str]:
    """A body's name as other presses spell a foreign g and America: بلومبيرج, الأمريكية."""
    return _eastern(name), name.replace("ميرك", "مريك")


@cache
def principal_id(key: str) -> str:
    """The id of what a body speaks for: a government by its ISO code, else another body."""
    return f"gpe:{_slug(_territories('en')[key])}" if key.isupper() else f"org:{key}"


@cache
def _territories(language: str) -> dict[str, str]:
    return dict(Locale(language).territories)


def _slug(english: str) -> str:
    plain = "".join(letter if letter.isalnum() else "-" for letter in english.lower())
    return "-".join(part for part in plain.split("-") if part)


def _upstream(name: str) -> list[str]:
    text = resources.files("tawatur.lexicon.upstream").joinpath(name).read_text(encoding="utf-8")
    return text.splitlines()
