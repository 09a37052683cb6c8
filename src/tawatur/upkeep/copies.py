"""Copies kept up to date: new articles meet those with which they share a fingerprint or an agency."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations

from tawatur.ledger import Ledger, retold
from tawatur.ledger.lists import batched
from tawatur.ledger.retold import Pair
from tawatur.lexicon import Lexicon
from tawatur.linking.copies import are_around, compare, may_be_partial, may_be_whole, tell
from tawatur.linking.fingerprints import FORMULA
from tawatur.linking.retellings import DAYS, AgencyIndex
from tawatur.linking.traits import Traits
from tawatur.model import Copy
from tawatur.model.article import day_of
from tawatur.upkeep.traits import Beginning, beginnings_of, traits_of, words_of

PAIRS = 1000
"""Pairs of articles in memory at once."""

_Traits = Mapping[str, Traits]


def link_new_copies(ledger: Ledger, new: _Traits, lexicon: Lexicon) -> set[str]:
    """Find the copies that new articles make; the articles that take part in them.

    A fingerprint that has become a formula of the trade brings nobody together any more, nor do
    two articles of one agency between which many others have come: what rested on that is dropped.
    """
    met, parted = _pairs_by_prints(ledger, new)
    owing, no_longer = _pairs_by_agency(ledger, new)
    dropped = _drop(ledger, parted | no_longer, lexicon)
    found = _compared(ledger, met | owing, lexicon)
    retold.keep_copies(ledger, found)
    return {article for copy in found for article in copy.articles} | dropped


def _pairs_by_prints(ledger: Ledger, new: _Traits) -> tuple[set[Pair], set[Pair]]:
    """The pairs that new articles make by their fingerprints, and those that a formula has parted."""
    arrivals: defaultdict[int, list[str]] = defaultdict(list)
    for article, traits in new.items():
        for one in traits.prints:
            arrivals[one].append(article)
    before = retold.holders(ledger, arrivals)
    after = {one: [*before.get(one, ()), *come][: FORMULA + 1] for one, come in arrivals.items()}
    retold.keep_holders(ledger, after)
    met: set[Pair] = set()
    parted: set[Pair] = set()
    for one, held in after.items():
        if len(held) <= FORMULA:
            met.update(pair for pair in _pairs(held) if not new.keys().isdisjoint(pair))
        else:
            parted.update(_pairs(before.get(one, ())))
    return met, parted


def _pairs_by_agency(ledger: Ledger, new: _Traits) -> tuple[set[Pair], set[Pair]]:
    """The pairs that new articles make by owing one agency, and those that they have come between."""
    arrivals: defaultdict[str, list[tuple[date, str]]] = defaultdict(list)
    for article, traits in new.items():
        if traits.features.day:
            for agency in traits.owed:
                arrivals[agency].append((traits.features.day, article))
    met: set[Pair] = set()
    parted: set[Pair] = set()
    for agency, come in arrivals.items():
        before = _takers(ledger, agency, min(come)[0], max(come)[0])
        retold.keep_takers(ledger, [(agency, day.isoformat(), article) for day, article in come])
        was, now = _neighbours(before), _neighbours([*before, *come])
        met |= now - was
        parted |= was - now
    return met, parted


def _takers(ledger: Ledger, agency: str, first: date, last: date) -> list[tuple[date, str]]:
    around = timedelta(DAYS)
    rows = retold.takers(ledger, agency, (first - around).isoformat(), (last + around).isoformat())
    return [(date.fromisoformat(day), article) for day, article in rows]


def _neighbours(takers: Iterable[tuple[date, str]]) -> set[Pair]:
    index = AgencyIndex()
    for day, article in takers:
        index.add(article, day, ("",))
    return set(index.pairs())


def _drop(ledger: Ledger, parted: set[Pair], lexicon: Lexicon) -> set[str]:
    """Drop the copies among parted pairs that nothing else brings together; their articles."""
    kept = retold.copies_between(ledger, {article for pair in parted for article in pair})
    copies = {pair: copy for pair, copy in kept.items() if pair in parted}
    traits = traits_of(ledger, {article for pair in copies for article in pair}, lexicon)
    gone = {pair: copy for pair, copy in copies.items() if not _meet(ledger, pair, traits)}
    retold.drop_copies(ledger, gone.values())
    return {article for pair in gone for article in pair}


def _meet(ledger: Ledger, pair: Pair, traits: _Traits) -> bool:
    """Whether two articles still share a fingerprint, or stand near each other in what an agency gave."""
    one, other = (traits[article] for article in pair)
    held = retold.holders(ledger, set(one.prints) & set(other.prints))
    if any(len(holders) <= FORMULA for holders in held.values()):
        return True
    days = [side.features.day for side in (one, other) if side.features.day]
    return len(days) == 2 and any(
        pair in _neighbours(_takers(ledger, agency, min(days), max(days)))
        for agency in set(one.owed) & set(other.owed)
    )


def _compared(ledger: Ledger, pairs: set[Pair], lexicon: Lexicon) -> list[Copy]:
    return [copy for some in batched(sorted(pairs), PAIRS) for copy in _compare(ledger, some, lexicon)]


def _compare(ledger: Ledger, pairs: Sequence[Pair], lexicon: Lexicon) -> list[Copy]:
    """The copies among some pairs; only those are read again whose words may make one."""
    articles = {article for pair in pairs for article in pair}
    beginnings, words = beginnings_of(ledger, articles), words_of(ledger, articles)
    promising = [pair for pair in pairs if _is_promising(pair, beginnings, words)]
    readings = ledger.readings({article for pair in promising for article in pair})
    told = {r.article.id: tell(r, lexicon.agencies, lexicon.rarity) for r in readings}
    compared = (compare(told[one], told[other]) for one, other in promising)
    return [copy for copy in compared if copy]


def _is_promising(pair: Pair, beginnings: Mapping[str, Beginning], words: Mapping[str, list[int]]) -> bool:
    one, other = (beginnings[article] for article in pair)
    texts = [words[article] for article in pair]
    if not are_around(day_of(one.opening.published), day_of(other.opening.published)):
        return may_be_whole(*texts)
    owing = not set(one.owed).isdisjoint(other.owed)
    return owing or may_be_partial(*texts) or may_be_whole(*texts)


def _pairs(articles: Iterable[str]) -> Iterable[Pair]:
    return combinations(sorted(articles), 2)
