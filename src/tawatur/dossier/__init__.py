"""The dossier: one self-contained page that shows a situation and opens every place it rests on."""

from collections.abc import Sequence

from tawatur.dossier.articles import show_article, show_names
from tawatur.dossier.clipping import clipped
from tawatur.dossier.highlights import Highlights
from tawatur.dossier.interface import Interface
from tawatur.dossier.page import Dossier
from tawatur.dossier.render import render
from tawatur.dossier.sources import InPage, Sources
from tawatur.dossier.stories import parts, show_story
from tawatur.dossier.uses import places_used
from tawatur.model import Reading, Situation

__all__ = ["Interface", "render_dossier", "show_dossier"]


def render_dossier(
    situation: Situation, readings: Sequence[Reading], interface: Interface | None = None
) -> str:
    """The dossier of a situation as one HTML file, in Arabic with a switch to English.

    ``readings`` are those of the situation's articles. The file makes no request, runs no script
    but its own, and shows whatever the articles hold as text.
    """
    return render(show_dossier(situation, readings), interface or Interface())


def show_dossier(situation: Situation, readings: Sequence[Reading]) -> Dossier:
    """Everything the dossier shows, as plain objects."""
    situation = clipped(situation)
    addresses = InPage()
    sources = Sources(situation, readings, addresses)
    stories = tuple(show_story(told, part, sources) for told, part in parts(situation))
    names = show_names(situation, sources)
    highlights = Highlights(sources, places_used(situation, addresses), sources.linked)
    articles = tuple(show_article(reading, sources, highlights) for reading in readings)
    return Dossier(stories, names, articles, tuple(highlights.rules))
