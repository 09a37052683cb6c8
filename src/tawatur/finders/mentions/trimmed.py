"""Names that ran on into the next word, set right by the same name elsewhere in the article."""

import msgspec

from tawatur.finders.mentions.scene import Found, Scene
from tawatur.lexicon.name_words import Sign
from tawatur.model import EntityType

_PARTS = Sign.DEFINITE | Sign.GIVEN | Sign.COMPLETING | Sign.TITLE | Sign.FOREIGN | Sign.CLOSED


def trim_people(scene: Scene) -> None:
    """Cut the last word off a person's name that the article has without it: «سامي الغابي ضيف»."""
    names = {scene.stems(found) for found in scene.found if _is_full(found)}
    for n, found in enumerate(scene.found):
        if _is_full(found) and scene.stems(found)[:-1] in names and _may_run_on(scene, found):
            scene.found[n] = msgspec.structs.replace(found, last=found.last - 1)
            scene.taken[found.last - 1] = 0


def _is_full(found: Found) -> bool:
    return found.type is EntityType.PERSON and found.last - found.first > 1


def _may_run_on(scene: Scene, found: Found) -> bool:
    """Whether the last word of a name has no sign of a family name."""
    return not scene.words[found.last - 1].signs & _PARTS
