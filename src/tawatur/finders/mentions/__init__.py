"""Names of people, bodies and places in one article."""

from tawatur.finders.mentions.again import find_again
from tawatur.finders.mentions.aliases import find_aliases
from tawatur.finders.mentions.bodies import find_bodies
from tawatur.finders.mentions.clubs import find_clubs
from tawatur.finders.mentions.datelines import find_datelines
from tawatur.finders.mentions.entities import gather_entities
from tawatur.finders.mentions.listed import find_listed
from tawatur.finders.mentions.namesakes import find_namesakes
from tawatur.finders.mentions.outlets import find_outlets
from tawatur.finders.mentions.people import find_people
from tawatur.finders.mentions.places import find_places
from tawatur.finders.mentions.roll import find_rolls
from tawatur.finders.mentions.scene import open_scene
from tawatur.finders.mentions.spelled import find_spelled
from tawatur.finders.mentions.strangers import find_strangers
from tawatur.finders.mentions.surnames import find_often_named, find_surnames
from tawatur.finders.mentions.tellers import find_tellers
from tawatur.finders.mentions.trimmed import trim_people
from tawatur.lexicon.names import Names
from tawatur.model import Entity
from tawatur.text import Document

__all__ = ["find_mentions"]


def find_mentions(document: Document, names: Names) -> tuple[Entity, ...]:
    """The people, bodies and places that the sentences of a document name, in order of first mention.

    «وزير الدفاع الأميركي سامي وود» gives the person سامي وود with the role before the name as a
    fact; the span is the name without title and attached particles.
    """
    scene = open_scene(document, names)
    for first, last in scene.sentences:
        find_namesakes(scene, first, last)
        find_people(scene, first, last)
    trim_people(scene)
    find_rolls(scene)
    find_again(scene)
    for first, last in scene.sentences:
        find_datelines(scene, first, last)
        find_outlets(scene, first, last)
        find_listed(scene, first, last)
        find_spelled(scene, first, last)
        find_clubs(scene, first, last)
        find_bodies(scene, first, last)
        find_places(scene, first, last)
    find_aliases(scene)
    find_again(scene)
    for first, last in scene.sentences:
        find_surnames(scene, first, last)
        find_strangers(scene, first, last)
        find_tellers(scene, first, last)
    find_often_named(scene)
    find_again(scene)
    return gather_entities(scene)
