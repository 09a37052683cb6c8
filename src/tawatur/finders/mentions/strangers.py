"""Words that are neither ordinary nor known: two or more in a row are a name."""

from tawatur.finders.mentions.people import name_end
from tawatur.finders.mentions.scene import Found, Scene
from tawatur.lexicon.name_words import Sign
from tawatur.model import EntityType

_SHORTEST = 3


def find_strangers(scene: Scene, first: int, last: int) -> None:
    """Take runs of unknown words between two tokens, typed by the word before them."""
    i = first
    while i < last:
        signs = scene.words[i].signs
        if not signs & Sign.UNKNOWN or scene.taken[i] or signs & Sign.DEFINITE:
            i += 1
            continue
        end = name_end(scene, i, last)
        if end - i >= 2 or _stands_for_a_person(scene, i, first):
            kind = _kind(scene, i, first)
            scene.take(Found(i, max(end, i + 1), kind, "unknown words"))
        i = max(end, i + 1)


def _stands_for_a_person(scene: Scene, i: int, first: int) -> bool:
    word = scene.words[i]
    if len(word.stem) <= _SHORTEST or word.lead or i == first:
        return False
    return bool(scene.words[i - 1].signs & Sign.SAYING)


def _kind(scene: Scene, i: int, first: int) -> EntityType:
    if i > first and not scene.words[i].lead:
        before = scene.words[i - 1].signs
        if before & (Sign.LOCATING | Sign.OUTSIDE):
            return EntityType.POLITY
        if before & Sign.BODY:
            return EntityType.ORGANISATION
    if "ب" in scene.words[i].particles:
        return EntityType.POLITY
    return EntityType.PERSON
