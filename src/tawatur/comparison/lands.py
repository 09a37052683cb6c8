"""Lands: the country an article is about, whose ministers and police need no adjective there."""

from collections import Counter
from collections.abc import Mapping, Sequence

from tawatur.lexicon.offices import Offices
from tawatur.model import Entity, Identity, Reading
from tawatur.text import tokenise

_POLITY = "gpe:"
_NEAR = 3

Meant = Mapping[tuple[str, str], Identity]


class Lands:
    """The countries of some articles, and of the offices named in each with an adjective."""

    def __init__(self, readings: Sequence[Reading], meant: Meant, offices: Offices) -> None:
        """Look through ``readings``; ``meant`` maps (article id, entity id) to an identity."""
        self._offices = offices
        self._meant = meant
        self._lands = {reading.article.id: self._land(reading) for reading in readings}
        self._adjectives = {reading.article.id: self._with_adjective(reading) for reading in readings}

    def of(self, article: str, office: str) -> str | None:
        """Whose an office without an adjective is: "وزارة الصحة" in an article about Jordan."""
        return self._adjectives[article].get(office) or self._lands[article]

    def country_of(self, place: Identity) -> str | None:
        """The country a known city or region lies in."""
        known = self._offices.known.get(place.id)
        return known.land if known else None

    def _land(self, reading: Reading) -> str | None:
        """The country that most names of countries are of, else the one in which all places named lie."""
        countries: Counter[str] = Counter()
        around: Counter[str] = Counter()
        for entity in reading.entities:
            identity = self._meant.get((reading.article.id, entity.id))
            if identity is None:
                continue
            key = identity.principal or (identity.id if is_country(entity) else "")
            if key.startswith(_POLITY):
                countries[key] += len(entity.mentions)
            elif country := self.country_of(identity):
                around[country] += 1
        return _most(countries) if countries else _only(around)

    def _with_adjective(self, reading: Reading) -> dict[str, str]:
        """The country whose adjective an office has in the text: خفر السواحل الإيطالي."""
        forms = tokenise(reading.article.text).forms
        found: dict[str, str] = {}
        for i, form in enumerate(forms):
            if self._offices.is_governing(form) and form not in found:
                ahead = range(i + 1, min(i + 1 + _NEAR, len(forms)))
                country = next((key for j in ahead if (key := self._offices.country(forms, j))), None)
                if country:
                    found[form] = country
        return found


def is_country(entity: Entity) -> bool:
    """Whether the gazetteer knows an entity by an ISO 3166 code."""
    return entity.known is not None and len(entity.known) == 2 and entity.known.isupper()


def _most(counts: Counter[str]) -> str | None:
    """What at least half of the counts are of."""
    return next((key for key, count in counts.items() if 2 * count >= counts.total()), None)


def _only(counts: Counter[str]) -> str | None:
    """What two at least are of, and nothing else: one place by itself may be a namesake of elsewhere."""
    return next(iter(counts)) if len(counts) == 1 < counts.total() else None
