"""Ties kept up to date: the ledger adds up what sketches share most, and only the nearest are looked at."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from hashlib import blake2b
from zlib import crc32

import msgspec

from tawatur.ledger import Ledger, gathered, named, sketched
from tawatur.ledger.lists import batched
from tawatur.ledger.sketched import Asked, FeatureRow, Near
from tawatur.lexicon import Lexicon
from tawatur.linking.features import Sketch, outline
from tawatur.linking.likeness import faded
from tawatur.linking.ties import BARELY, REACH, ties_among
from tawatur.upkeep.traits import traits_of

ASKERS = 50
"""Sketches whose neighbours are looked for at once."""
_UNDATED = 0
_ALWAYS = (_UNDATED, 10_000_000) * 2
_OWN_REACH = max(days for days in range(REACH + 1) if faded(days, is_one_outlet=True) >= BARELY)
"""The days after which nothing that one outlet prints can be tied."""


def tie_anew(ledger: Ledger, articles: Iterable[str], lexicon: Lexicon) -> None:
    """Sketch some articles, now that it is known who is meant in them, and tie them to all others."""
    numbers = sketched.numbers(ledger, articles)
    sketches = {numbers[one.article]: one for one in _sketch(ledger, numbers, lexicon)}
    for some in batched(sketches.items(), ASKERS):
        _tie(ledger, dict(some))


def _sketch(ledger: Ledger, numbers: Mapping[str, int], lexicon: Lexicon) -> list[Sketch]:
    """Write the sketches of some articles, and their features, in place of those they had."""
    before = [msgspec.json.decode(record, type=Sketch) for record in sketched.sketches(ledger, numbers)]
    meant = named.meant_in(ledger, numbers)
    traits = traits_of(ledger, numbers, lexicon)
    sketches = [outline(article, one.features, meant[article]) for article, one in traits.items()]
    sketched.drop_features(ledger, [row for one in before for row in _rows(one, numbers)])
    sketched.keep_features(ledger, [row for one in sketches for row in _rows(one, numbers)])
    records = [(one.article, numbers[one.article], msgspec.json.encode(one).decode()) for one in sketches]
    sketched.keep_sketches(ledger, records)
    return sketches


def _rows(one: Sketch, numbers: Mapping[str, int]) -> Iterator[FeatureRow]:
    day = one.day.toordinal() if one.day else _UNDATED
    for feature, weight in _numbered(one).items():
        yield FeatureRow(feature, day, numbers[one.article], _outlet_number(one.outlet), weight)


def _tie(ledger: Ledger, sketches: Mapping[int, Sketch]) -> None:
    asked = [row for number, one in sketches.items() for row in _asked(number, one)]
    near = [one for one in sketched.near(ledger, asked, BARELY) if _is_near(sketches[one.sketch], one)]
    records = sketched.numbered_sketches(ledger, {one.other for one in near})
    others = {number: msgspec.json.decode(record, type=Sketch) for number, record in records}
    gathered.keep_ties(ledger, ties_among((sketches[one.sketch], others[one.other]) for one in near))


def _asked(number: int, one: Sketch) -> Iterator[Asked]:
    """Each feature, looked for around the day of the sketch, or on any day where it has none."""
    day = one.day.toordinal() if one.day else None
    around = (day - REACH, day + REACH, day - _OWN_REACH, day + _OWN_REACH) if day else _ALWAYS
    for feature, weight in _numbered(one).items():
        yield Asked(number, feature, _outlet_number(one.outlet), *around, weight)


def _is_near(one: Sketch, near: Near) -> bool:
    days = abs(one.day.toordinal() - near.day) if one.day and near.day else None
    is_one_outlet = bool(one.outlet) and _outlet_number(one.outlet) == near.outlet
    return near.cosine * faded(days, is_one_outlet=is_one_outlet) >= BARELY


def _numbered(one: Sketch) -> dict[int, float]:
    """The heaviest features of a sketch by their numbers; two that meet in one are added up."""
    weights: defaultdict[int, float] = defaultdict(float)
    for feature, weight in one.heaviest.items():
        weights[_number(feature)] += weight
    return weights


@lru_cache(maxsize=100_000)
def _number(name: str) -> int:
    return crc32(name.encode())


@lru_cache(maxsize=10_000)
def _outlet_number(name: str | None) -> int:
    """0 where it is unknown; of 64 bits, for two outlets of one number would not be tied as two are."""
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "big", signed=True) if name else 0
