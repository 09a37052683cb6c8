"""Stories kept up to date: only articles that are tied to touched ones are gathered again."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

import msgspec

from tawatur.ledger import Ledger, gathered, named, retold
from tawatur.ledger.lists import batched
from tawatur.lexicon import Lexicon
from tawatur.linking.features import Sketch, outline
from tawatur.linking.stories import ALIKE, gather, story_id, tell_story
from tawatur.linking.ties import REACH, Ties, find_ties, find_ties_between
from tawatur.model import Story
from tawatur.upkeep.traits import openings_of, traits_of

SHELF = 2000
"""Sketches in memory at once that are looked through for ties."""
TOLD = 200
"""Stories in memory at once that are told anew."""


def link_new_stories(ledger: Ledger, touched: set[str], lexicon: Lexicon) -> None:
    """Gather anew whoever new and changed articles are tied to, or have been until now."""
    parted = gathered.tied_to(ledger, touched, ALIKE)
    sketches = _sketched(ledger, touched, lexicon)
    gathered.drop_ties_of(ledger, sorted(touched))
    copies = retold.copied_pairs(ledger, touched)
    gathered.keep_ties(ledger, dict.fromkeys(copies, 1.0))
    gathered.keep_ties(ledger, _ties(ledger, sketches))
    together = _together(ledger, touched | parted)
    _tell_again(ledger, together, touched)


def _sketched(ledger: Ledger, articles: Iterable[str], lexicon: Lexicon) -> list[Sketch]:
    """The sketches of some articles, now that it is known who is meant in them."""
    meant = named.meant_in(ledger, articles)
    traits = traits_of(ledger, articles, lexicon)
    sketches = [outline(article, one.features, meant[article]) for article, one in traits.items()]
    gathered.keep_sketches(
        ledger,
        [
            gathered.SketchRow(one.article, one.day.isoformat() if one.day else None, _json(one))
            for one in sketches
        ],
    )
    return sketches


def _ties(ledger: Ledger, sketches: list[Sketch]) -> Ties:
    """The ties of some articles among themselves and with all others of the ledger."""
    ties = find_ties(sketches)
    own = {one.article for one in sketches}
    for shelf in _shelves(ledger, [one.day for one in sketches]):
        ties |= find_ties_between(sketches, [other for other in shelf if other.article not in own])
    return ties


def _shelves(ledger: Ledger, days: list[date | None]) -> Iterator[list[Sketch]]:
    """All sketches that may be tied to articles of some days, some thousand at a time."""
    known = [day for day in days if day]
    first = last = None
    if len(known) == len(days) > 0:
        first = (min(known) - timedelta(REACH)).isoformat()
        last = (max(known) + timedelta(REACH)).isoformat()
    for records in batched(gathered.sketches_around(ledger, first, last), SHELF):
        yield [msgspec.json.decode(record, type=Sketch) for record in records]


def _together(ledger: Ledger, articles: set[str]) -> set[str]:
    """Some articles and all that are strongly tied to them, directly or by way of others."""
    found, edge = set(articles), articles
    while edge:
        edge = gathered.tied_to(ledger, edge, ALIKE) - found
        found |= edge
    return found


def _tell_again(ledger: Ledger, articles: set[str], touched: set[str]) -> None:
    """Write the stories of articles that are tied to no others; those that have not changed stay."""
    before = gathered.stories_of(ledger, articles)
    groups = {story_id(group): group for group in gather(articles, gathered.ties_within(ledger, articles))}
    same = {one for one in before & groups.keys() if touched.isdisjoint(groups[one])}
    gathered.drop_stories(ledger, before - same)
    for some in batched([groups[one] for one in sorted(groups.keys() - same)], TOLD):
        gathered.keep_stories(ledger, _told(ledger, some))


def _told(ledger: Ledger, groups: Sequence[list[str]]) -> list[Story]:
    articles = {article for group in groups for article in group}
    records = gathered.sketches(ledger, articles)
    sketches = {one.article: one for one in (msgspec.json.decode(r, type=Sketch) for r in records)}
    openings = openings_of(ledger, articles)
    return [tell_story(group, sketches, openings) for group in groups]


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
