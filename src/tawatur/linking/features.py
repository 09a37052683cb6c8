"""Features: the rare things an article speaks of, weighted, by which its story is known."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import islice
from math import log, sqrt

import msgspec

from tawatur.lexicon.rarity import Rarity
from tawatur.model import BlockKind, EntityType, Modifier, Quantity, Reading, TimeType
from tawatur.text import light_stem, tokenise

KEPT = 80
IN_TITLE = 3.0
NAMED = 1.3
FIGURE = 5.0
DAY = 4.0
TELLING = 5.0
_TELLING_FIGURE = 13
_PLACES = (EntityType.POLITY, EntityType.PLACE)
_READ = frozenset(
    {BlockKind.PARAGRAPH, BlockKind.STANDFIRST, BlockKind.TITLE, BlockKind.SUBHEADING, BlockKind.CAPTION}
)


class Sketch(msgspec.Struct, frozen=True, gc=False):
    """An article in few words: its day and its features, the heaviest first, their weights of length one.

    ``telling`` holds those features that tell a happening from others of its kind, with how much
    each tells; ``named`` those that are identities; ``places`` the stems of the words that name places.
    """

    article: str
    outlet: str | None
    day: date | None
    weights: dict[str, float]
    telling: dict[str, int] = {}
    named: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()

    @property
    def heaviest(self) -> dict[str, float]:
        """The half of the features by which articles are first looked for."""
        return dict(islice(self.weights.items(), KEPT // 2))


class Features(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What one article says by itself: the weights of its words, figures and days, and its names.

    ``telling`` are those that tell a happening from others of its kind; ``names`` has for each
    entity id its weight and how much it tells; ``places`` are the stems of the words that name places.
    """

    outlet: str | None
    day: date | None
    weights: dict[str, float]
    telling: tuple[str, ...]
    names: dict[str, tuple[float, int]]
    places: tuple[str, ...] = ()


def sketch(reading: Reading, identities: Mapping[str, str], rarity: Rarity) -> Sketch:
    """The features of one article: stems of words, the title's threefold; who is named; figures; days.

    ``identities`` maps the article's entity ids to identities. Weights are tf-idf with a
    logarithmic count, cut to the eighty heaviest features.
    """
    return outline(reading.article.id, find_features(reading, rarity), identities)


def find_features(reading: Reading, rarity: Rarity) -> Features:
    """The part of a sketch that does not depend on other articles."""
    words = {stem: _damped(count) * rarity.weight(stem) for stem, count in _stems(reading).items()}
    exact = dict.fromkeys(_figures(reading.quantities), FIGURE) | dict.fromkeys(_days(reading), DAY)
    weights = _heaviest(words | exact)
    telling = tuple(name for name in weights if name in exact or rarity.weight(name) >= TELLING)
    article = reading.article
    names, places = _names(reading, rarity), _place_stems(reading)
    return Features(article.outlet, article.day, weights, telling, names, places)


def outline(article: str, features: Features, identities: Mapping[str, str]) -> Sketch:
    """The sketch of an article, once it is known whom its names mean."""
    named = {entity: f"@{identities[entity]}" for entity in features.names if entity in identities}
    names = {identity: features.names[entity][0] for entity, identity in named.items()}
    heaviest = _heaviest(features.weights | names)
    length = sqrt(sum(weight * weight for weight in heaviest.values())) or 1.0
    telling = {identity: features.names[entity][1] for entity, identity in named.items()}
    telling |= dict.fromkeys(features.telling, 1)
    return Sketch(
        article,
        features.outlet,
        features.day,
        {name: weight / length for name, weight in heaviest.items()},
        {name: much for name, much in telling.items() if name in heaviest},
        frozenset(names.keys() & heaviest.keys()),
        frozenset(features.places),
    )


def _heaviest(weights: Mapping[str, float]) -> dict[str, float]:
    return dict(sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:KEPT])


def _place_stems(reading: Reading) -> tuple[str, ...]:
    places = (entity for entity in reading.entities if entity.type in _PLACES)
    words = (form for entity in places for form in tokenise(entity.name).forms)
    return tuple(sorted({light_stem(form) for form in words if len(form) > 2}))


def _names(reading: Reading, rarity: Rarity) -> dict[str, tuple[float, int]]:
    """A person tells more than a place or a body, where many things happen."""
    return {
        entity.id: (NAMED * _rarity_of(entity.name, rarity), 2 if entity.type is EntityType.PERSON else 1)
        for entity in reading.entities
    }


def _rarity_of(name: str, rarity: Rarity) -> float:
    """How rare the words of a name are on average: a radio names itself in every bulletin."""
    weights = [rarity.weight(light_stem(form)) for form in tokenise(name).forms if len(form) > 1]
    return sum(weights) / len(weights) if weights else 0.0


def _stems(reading: Reading) -> dict[str, float]:
    article = reading.article
    counts: dict[str, float] = {}
    for block in reading.blocks:
        if block.kind in _READ:
            worth = IN_TITLE if block.kind is BlockKind.TITLE else 1.0
            _count(article.text[block.start : block.end], worth, counts)
    if article.title:
        _count(article.title, IN_TITLE, counts)
    return counts


def _count(text: str, worth: float, counts: dict[str, float]) -> None:
    for form in tokenise(text).forms:
        if len(form) > 1 and form[0].isalpha():
            stem = light_stem(form)
            counts[stem] = counts.get(stem, 0.0) + worth


def _damped(count: float) -> float:
    return 1.0 + log(count) if count >= 1.0 else count


def _figures(quantities: Iterable[Quantity]) -> set[str]:
    """Exact-looking figures that two articles hardly share by chance: above a dozen, with a unit."""
    return {
        f"#{value:g} {light_stem(quantity.unit or '')}"
        for quantity in quantities
        if quantity.modifier is not Modifier.VAGUE
        for value in {quantity.low, quantity.high} - {None}
        if value is not None and value >= _TELLING_FIGURE
    }


def _days(reading: Reading) -> set[str]:
    """Days spoken of, other than those around publication, which every article shares."""
    published = reading.article.day
    return {
        f"={time.value}"
        for time in reading.times
        if time.type is TimeType.DATE
        and len(time.value) == len("2024-10-23")
        and _apart(time.value, published)
    }


def _apart(value: str, published: date | None) -> bool:
    try:
        return published is None or abs((date.fromisoformat(value) - published).days) > 1
    except ValueError:
        return False
