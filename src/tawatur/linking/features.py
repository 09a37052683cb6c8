"""Features: the rare things an article speaks of, weighted, by which its story is known."""

from collections.abc import Iterable, Mapping
from datetime import date
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
_READ = frozenset(
    {BlockKind.PARAGRAPH, BlockKind.STANDFIRST, BlockKind.TITLE, BlockKind.SUBHEADING, BlockKind.CAPTION}
)


class Sketch(msgspec.Struct, frozen=True):
    """An article in few words: its day and its heaviest features, their weights of length one.

    ``telling`` holds those features that tell a happening from others of its kind, with how much
    each tells; ``named`` those that are identities.
    """

    article: str
    outlet: str | None
    day: date | None
    weights: dict[str, float]
    telling: dict[str, int] = {}
    named: frozenset[str] = frozenset()


def sketch(reading: Reading, identities: Mapping[str, str], rarity: Rarity) -> Sketch:
    """The features of one article: stems of words, the title's threefold; who is named; figures; days.

    ``identities`` maps the article's entity ids to identities. Weights are tf-idf with a
    logarithmic count, cut to the eighty heaviest features.
    """
    words = {stem: _damped(count) * rarity.weight(stem) for stem, count in _stems(reading).items()}
    names = _names(reading, identities, rarity)
    exact = dict.fromkeys(_figures(reading.quantities), FIGURE) | dict.fromkeys(_days(reading), DAY)
    heaviest = sorted((words | names | exact).items(), key=lambda item: (-item[1], item[0]))[:KEPT]
    length = sqrt(sum(weight * weight for _, weight in heaviest)) or 1.0
    weights = {name: weight / length for name, weight in heaviest}
    telling = _telling_names(reading, identities) | dict.fromkeys(exact, 1)
    telling |= {stem: 1 for stem in words if rarity.weight(stem) >= TELLING}
    article = reading.article
    return Sketch(
        article.id,
        article.outlet,
        article.day,
        weights,
        {name: much for name, much in telling.items() if name in weights},
        frozenset(names.keys() & weights.keys()),
    )


def _names(reading: Reading, identities: Mapping[str, str], rarity: Rarity) -> dict[str, float]:
    return {
        f"@{identities[entity.id]}": NAMED * _rarity_of(entity.name, rarity)
        for entity in reading.entities
        if entity.id in identities
    }


def _telling_names(reading: Reading, identities: Mapping[str, str]) -> dict[str, int]:
    """A person tells more than a place or a body, where many things happen."""
    return {
        f"@{identities[entity.id]}": 2 if entity.type is EntityType.PERSON else 1
        for entity in reading.entities
        if entity.id in identities
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
