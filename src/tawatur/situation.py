"""Setting articles side by side: every linking and comparing stage in order."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from tawatur.comparison.claims import compare_claims
from tawatur.comparison.contents import tell
from tawatur.comparison.findings import find_findings
from tawatur.comparison.findings.judged import keep_judged
from tawatur.comparison.measures import compare_measures
from tawatur.comparison.origins import trace_origins
from tawatur.comparison.positions import trace_positions
from tawatur.comparison.terms import Terms
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
        compare([by_id[article] for article in story.articles], part, lexicon, judgements)
        for story, part in zip(links.stories, by_story(links), strict=True)
    ]
    articles = tuple(by_id[key].article for key in sorted(by_id))
    return combine(parts, Situation(articles, links.identities, links.copies, links.stories))


def link(readings: Sequence[Reading], lexicon: Lexicon, judgements: Sequence[Judgement] = ()) -> Links:
    """The identities, copies and stories of all articles."""
    readings = sorted(readings, key=lambda reading: reading.article.id)
    copies = link_copies(readings, lexicon.agencies, lexicon.rarity)
    identities = link_entities(readings, lexicon.names, judgements)
    return Links(identities, copies, link_stories(readings, identities, copies, lexicon.rarity))


def by_story(links: Links) -> Iterator[Links]:
    """The links that concern each story, in order of the stories: who is named and what is copied there."""
    named: dict[str, list[int]] = defaultdict(list)
    copied: dict[str, list[int]] = defaultdict(list)
    for number, identity in enumerate(links.identities):
        for article, _ in identity.members:
            named[article].append(number)
    for number, copy in enumerate(links.copies):
        for article in copy.articles:
            copied[article].append(number)
    for story in links.stories:
        who = sorted({number for article in story.articles for number in named[article]})
        what = sorted({number for article in story.articles for number in copied[article]})
        yield Links(
            tuple(links.identities[number] for number in who),
            tuple(links.copies[number] for number in what),
            (story,),
        )


def compare(
    readings: Sequence[Reading], links: Links, lexicon: Lexicon, judgements: Sequence[Judgement] = ()
) -> Situation:
    """What the articles of one story say about the same things, side by side."""
    readings = sorted(readings, key=lambda reading: reading.article.id)
    origins = trace_origins(readings, links.identities, links.copies, lexicon.offices)
    told = tell(readings, links.identities, Terms(lexicon.meaning, lexicon.rarity))
    measures = compare_measures(told, origins)
    claims = compare_claims(told, origins, measures)
    timeline = build_timeline(readings, links.identities, origins, lexicon.rarity, lexicon.events)
    findings = find_findings(told, links.identities, origins, measures, claims, judgements)
    return Situation(
        origins=origins,
        measures=measures,
        claims=claims,
        timeline=timeline,
        findings=findings,
        positions=trace_positions(readings, claims, origins),
    )


def judged(situation: Situation, judgements: Sequence[Judgement]) -> Situation:
    """A situation compared without judgements, as it stands after them."""
    return msgspec.structs.replace(situation, findings=tuple(keep_judged(situation.findings, judgements)))


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
