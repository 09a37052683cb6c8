"""A story as a page shows it: everything set side by side about its articles."""

from collections.abc import Iterable

from tawatur.dossier.clipping import clipped
from tawatur.dossier.comparisons import show_agreed, show_disputes, show_moments, show_numbers
from tawatur.dossier.page import Story
from tawatur.dossier.sources import Sources, anchor
from tawatur.dossier.summary import five_lines
from tawatur.dossier.tellers import (
    show_chains,
    show_matrix,
    show_retellings,
    show_speakers,
    show_turns,
)
from tawatur.model import Pointer, Situation
from tawatur.model import Story as Told


def show_story(told: Told, situation: Situation, sources: Sources) -> Story:
    """One story; ``situation`` holds what concerns its articles and nothing else."""
    readings = [sources.readings[article] for article in told.articles if article in sources.readings]
    articles = tuple(sources.article(article) for article in in_order(told, situation))
    days = [article.published[:10] for article in articles if article.published]
    numbers = show_numbers(situation.measures, situation.findings, sources)
    disputes = show_disputes(situation.findings, situation.claims, sources)
    agreed = show_agreed(situation.findings, situation.measures, sources)
    moments = show_moments(situation.timeline, sources)
    speakers = show_speakers(readings, sources)
    chains = show_chains(situation.origins, sources)
    return Story(
        id=told.id,
        anchor=anchor("story", told.id),
        name=told.name,
        first=told.first or min(days, default=None),
        last=told.last or max(days, default=None),
        articles=articles,
        outlets=len({article.outlet for article in articles if article.outlet}),
        origins=len({origin.principal for origin in situation.origins}),
        lines=five_lines(told.name, articles, agreed, disputes, numbers, moments, speakers),
        numbers=numbers,
        disputes=disputes,
        agreed=agreed,
        moments=moments,
        turns=show_turns(situation.positions, situation.claims, sources),
        matrix=show_matrix(situation.claims, sources),
        chains=chains,
        speakers=speakers,
        retellings=show_retellings(situation.copies, sources),
    )


def in_order(told: Told, situation: Situation) -> list[str]:
    """The articles of a story by day of publication, the undated last."""
    published = {article.id: article.published for article in situation.articles}
    return sorted(
        told.articles, key=lambda article: (not published.get(article), published.get(article) or "", article)
    )


def parts(situation: Situation) -> list[tuple[Told, Situation]]:
    """Every story with the part of the situation that concerns its articles.

    Articles that belong to no story make one more, so that nothing is left out.
    """
    in_story = {article: story.id for story in situation.stories for article in story.articles}
    rest = tuple(article.id for article in situation.articles if article.id not in in_story)
    stories = list(situation.stories)
    if rest:
        title = next(a.title or a.id for a in situation.articles if a.id == rest[0])
        stories.append(Told("other", rest, title))
    return [(story, part_of(situation, set(story.articles))) for story in stories]


def part_of(situation: Situation, articles: set[str]) -> Situation:
    """What a situation says about some of its articles."""

    def here(places: Iterable[Pointer]) -> bool:
        return any(place.article in articles for place in places)

    claims = tuple(c for c in situation.claims if here(c.statements))
    known = {claim.id for claim in claims}
    part = Situation(
        articles=tuple(article for article in situation.articles if article.id in articles),
        identities=tuple(i for i in situation.identities if here(i.mentions)),
        copies=tuple(copy for copy in situation.copies if len(articles.intersection(copy.articles)) > 1),
        stories=tuple(story for story in situation.stories if articles.intersection(story.articles)),
        origins=tuple(origin for origin in situation.origins if origin.statement.article in articles),
        measures=tuple(m for m in situation.measures if here(figure.place for figure in m.figures)),
        claims=claims,
        findings=tuple(f for f in situation.findings if here(p for side in f.sides for p in side)),
        timeline=tuple(happening for happening in situation.timeline if here(happening.evidence)),
        positions=tuple(position for position in situation.positions if position.claim in known),
    )
    return clipped(part)
