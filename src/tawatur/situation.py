"""Setting articles side by side: every linking and comparing stage in order."""

from collections.abc import Iterable, Sequence

import msgspec

from tawatur.comparison.claims import compare_claims
from tawatur.comparison.findings import find_findings
from tawatur.comparison.measures import compare_measures
from tawatur.comparison.origins import trace_origins
from tawatur.comparison.positions import trace_positions
from tawatur.comparison.timeline import build_timeline
from tawatur.lexicon import Lexicon
from tawatur.linking.copies import link_copies
from tawatur.linking.entities import link_entities
from tawatur.linking.stories import link_stories
from tawatur.model import Copy, Identity, Judgement, Reading, Situation, Story


class Links(msgspec.Struct, frozen=True):
    """What holds across all articles, whatever story they belong to."""

    identities: tuple[Identity, ...]
    copies: tuple[Copy, ...]
    stories: tuple[Story, ...]


def situate(readings: Sequence[Reading], lexicon: Lexicon, judgements: Sequence[Judgement] = ()) -> Situation:
    """The situation that articles describe; the order of ``readings`` does not matter.

    Names, copies and stories are linked over all articles; everything else is compared within
    a story, so the cost grows with the size of the stories, not of the pile.
    """
    links = link(readings, lexicon, judgements)
    by_id = {reading.article.id: reading for reading in readings}
    parts = [
        compare([by_id[article] for article in story.articles], links, lexicon, judgements)
        for story in links.stories
    ]
    articles = tuple(by_id[key].article for key in sorted(by_id))
    return combine(parts, Situation(articles, links.identities, links.copies, links.stories))


def link(readings: Sequence[Reading], lexicon: Lexicon, judgements: Sequence[Judgement] = ()) -> Links:
    """The identities, copies and stories of all articles."""
    readings = sorted(readings, key=lambda reading: reading.article.id)
    identities = link_entities(readings, lexicon.names, judgements)
    copies = link_copies(readings, lexicon.agencies, lexicon.rarity)
    return Links(identities, copies, link_stories(readings, identities, copies, lexicon.rarity))


def compare(
    readings: Sequence[Reading], links: Links, lexicon: Lexicon, judgements: Sequence[Judgement] = ()
) -> Situation:
    """What the articles of one story say about the same things, side by side."""
    readings = sorted(readings, key=lambda reading: reading.article.id)
    origins = trace_origins(readings, links.identities, links.copies, lexicon.offices)
    measures = compare_measures(readings, links.identities, origins, lexicon.meaning, lexicon.rarity)
    claims = compare_claims(readings, links.identities, origins, lexicon.meaning, lexicon.rarity)
    timeline = build_timeline(readings, links.identities, origins, lexicon.rarity)
    findings = find_findings(
        readings, links.identities, origins, measures, claims, lexicon.meaning, lexicon.rarity, judgements
    )
    return Situation(
        origins=origins,
        measures=measures,
        claims=claims,
        timeline=timeline,
        findings=findings,
        positions=trace_positions(readings, claims, origins),
    )


def combine(parts: Iterable[Situation], frame: Situation) -> Situation:
    """One situation of the comparisons of several stories; articles and links are those of ``frame``."""
    parts = list(parts)
    return msgspec.structs.replace(
        frame,
        origins=tuple(origin for part in parts for origin in part.origins),
        measures=tuple(measure for part in parts for measure in part.measures),
        claims=tuple(claim for part in parts for claim in part.claims),
        findings=tuple(finding for part in parts for finding in part.findings),
        timeline=tuple(happening for part in parts for happening in part.timeline),
        positions=tuple(position for part in parts for position in part.positions),
    )
