"""Setting articles side by side: every linking and comparing stage in order."""

from collections.abc import Sequence

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


def situate(readings: Sequence[Reading], lexicon: Lexicon, judgements: Sequence[Judgement] = ()) -> Situation:
    """The situation that articles describe; the order of ``readings`` does not matter.

    Names, copies and stories are linked over all articles; everything else is compared within
    a story, so the cost grows with the size of the stories, not of the pile.
    """
    readings = sorted(readings, key=lambda reading: reading.article.id)
    identities = link_entities(readings, lexicon.names, judgements)
    copies = link_copies(readings)
    stories = link_stories(readings, identities, copies)
    parts = [compare_story(story, readings, identities, copies, judgements) for story in stories]
    return Situation(
        articles=tuple(reading.article for reading in readings),
        identities=identities,
        copies=copies,
        stories=stories,
        origins=tuple(origin for part in parts for origin in part.origins),
        measures=tuple(measure for part in parts for measure in part.measures),
        claims=tuple(claim for part in parts for claim in part.claims),
        findings=tuple(finding for part in parts for finding in part.findings),
        timeline=tuple(happening for part in parts for happening in part.timeline),
        positions=tuple(position for part in parts for position in part.positions),
    )


def compare_story(
    story: Story,
    readings: Sequence[Reading],
    identities: Sequence[Identity],
    copies: Sequence[Copy],
    judgements: Sequence[Judgement],
) -> Situation:
    """What the articles of one story say about the same things."""
    told = [reading for reading in readings if reading.article.id in set(story.articles)]
    origins = trace_origins(told, identities, copies)
    measures = compare_measures(told, identities, origins)
    claims = compare_claims(told, identities, origins)
    timeline = build_timeline(told, identities, origins)
    return Situation(
        origins=origins,
        measures=measures,
        claims=claims,
        timeline=timeline,
        findings=find_findings(told, identities, origins, measures, claims, timeline, judgements),
        positions=trace_positions(told, claims, origins),
    )
