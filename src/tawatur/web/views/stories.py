"""Stories: the list, and one with everything set side by side."""

from tawatur.dossier.articles import show_names
from tawatur.dossier.sources import Sources
from tawatur.dossier.stories import show_story
from tawatur.ledger import Ledger, links
from tawatur.model import Situation, Story
from tawatur.web.addresses import InApp, key_of
from tawatur.web.desk import Desk
from tawatur.web.shown import PAGE, Listing, StoryPage, StoryRow


def list_stories(desk: Desk, page: int) -> Listing[StoryRow]:
    """The stories, the largest first."""
    with desk.ledger() as ledger:
        rows = links.stories(ledger, PAGE, (page - 1) * PAGE)
        return Listing(tuple(map(row_of, rows)), links.count_stories(ledger), page)


def row_of(story: Story) -> StoryRow:
    """A story as a list shows it."""
    href = f"/stories/{key_of(story.id)}"
    return StoryRow(story.id, href, story.name, story.first, story.last, len(story.articles))


def view_story(desk: Desk, story_id: str) -> StoryPage:
    """A story; raises RequestError where there is none."""
    with desk.ledger() as ledger:
        story = links.story(ledger, story_id)
        situation = desk.situation(ledger, story)
        sources = sources_of(ledger, story, situation)
    return StoryPage(show_story(story, situation, sources), show_names(situation, sources))


def sources_of(ledger: Ledger, story: Story, situation: Situation) -> Sources:
    """Everything about the articles of a story by id and place, with addresses of the app."""
    return Sources(situation, list(ledger.readings(story.articles)), InApp(story.id))
