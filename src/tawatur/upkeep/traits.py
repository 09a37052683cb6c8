"""The traits of articles, as the ledger keeps them."""

from collections.abc import Iterable

import msgspec

from tawatur.ledger import Ledger, waiting
from tawatur.ledger.ledger import TraitsRecord
from tawatur.lexicon import Lexicon
from tawatur.linking.stories import Opening
from tawatur.linking.traits import Traits, find_traits
from tawatur.model import Reading


class Beginning(msgspec.Struct, frozen=True, array_like=True):
    """The first of the traits alone, which are enough to name a story and to tell who may retell whom."""

    opening: Opening
    owed: tuple[str, ...]


def traits_record(reading: Reading, lexicon: Lexicon) -> TraitsRecord:
    """The traits of an article in the form in which a ledger keeps them."""
    return TraitsRecord(*map(_json, find_traits(reading, lexicon)))


def traits_of(ledger: Ledger, articles: Iterable[str], lexicon: Lexicon) -> dict[str, Traits]:
    """The traits of some articles by id, found now where that was not done when they were read."""
    wanted = set(articles)
    found = _kept(ledger, wanted)
    missing = wanted - found.keys()
    if missing:
        for reading in ledger.readings(missing):
            waiting.keep_traits(ledger, reading.article.id, traits_record(reading, lexicon))
        found |= _kept(ledger, missing)
    return dict(sorted(found.items()))


def beginnings_of(ledger: Ledger, articles: Iterable[str]) -> dict[str, Beginning]:
    """The first of the traits of some articles, by id; of those that have been linked."""
    rows = waiting.traits(ledger, articles)
    return {article: msgspec.json.decode(record, type=Beginning) for article, record in rows}


def words_of(ledger: Ledger, articles: Iterable[str]) -> dict[str, list[int]]:
    """The words of some articles as numbers, by id."""
    rows = waiting.words(ledger, articles)
    return {article: msgspec.json.decode(words, type=list[int]) for article, words in rows}


def _kept(ledger: Ledger, articles: Iterable[str]) -> dict[str, Traits]:
    rows = waiting.traits(ledger, articles)
    return {article: msgspec.json.decode(record, type=Traits) for article, record in rows}


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
