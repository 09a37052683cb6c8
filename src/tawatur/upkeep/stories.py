"""Stories kept up to date: only articles that are tied to touched ones are gathered again."""

from collections.abc import Sequence

import msgspec

from tawatur.ledger import Ledger, gathered, retold, sketched
from tawatur.ledger.lists import batched
from tawatur.lexicon import Lexicon
from tawatur.linking.features import Sketch
from tawatur.linking.stories import ALIKE, gather, story_id, tell_story
from tawatur.model import Story
from tawatur.upkeep.ties import tie_anew
from tawatur.upkeep.traits import beginnings_of

TOLD = 200
"""Stories in memory at once that are told anew."""


def link_new_stories(ledger: Ledger, touched: set[str], lexicon: Lexicon) -> None:
    """Gather anew whoever new and changed articles are tied to, or have been until now."""
    parted = gathered.tied_to(ledger, touched, ALIKE)
    gathered.drop_ties_of(ledger, sorted(touched))
    copies = retold.copied_pairs(ledger, touched)
    gathered.keep_ties(ledger, dict.fromkeys(copies, 1.0))
    tie_anew(ledger, touched, lexicon)
    _tell_again(ledger, _together(ledger, touched | parted), touched)


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
    records = sketched.sketches(ledger, articles)
    sketches = {one.article: one for one in (msgspec.json.decode(r, type=Sketch) for r in records)}
    openings = {article: one.opening for article, one in beginnings_of(ledger, articles).items()}
    return [tell_story(group, sketches, openings) for group in groups]
