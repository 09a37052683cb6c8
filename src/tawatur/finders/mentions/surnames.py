"""People named by nothing but a surname with the article: «وقال الغزواني إن»."""

from tawatur.finders.mentions.scene import Found, Scene
from tawatur.lexicon.name_words import Sign, Word
from tawatur.lexicon.names import ARTICLE
from tawatur.model import EntityType

_OFTEN = 3
_DOUBTFUL = Sign.NISBA | Sign.DEFINITE | Sign.KNOWN | Sign.TITLE | Sign.BODY | Sign.CLOSED | Sign.PARTICLE


def find_surnames(scene: Scene, first: int, last: int) -> None:
    """Take the surnames that alone are the subject of a verb of saying."""
    for i in scene.hits(first, last - 1, Sign.SURNAME | Sign.GIVEN):
        if not scene.words[i].signs & Sign.SURNAME and not _is_sure(scene.words[i]):
            continue
        if scene.heads_what_is_said(i) or (i > first and _is_subject(scene, i)):
            scene.take(Found(i, i + 1, EntityType.PERSON, "surname that says"))


def find_often_named(scene: Scene) -> None:
    """Take a family name that the article has three times and never as an adjective: «نقد الغابي»."""
    places: dict[str, list[int]] = {}
    for first, last in scene.sentences:
        for i in scene.hits(first, last, Sign.SURNAME):
            places.setdefault(scene.words[i].stem, []).append(i)
    for stem, found in places.items():
        if (
            len(found) >= _OFTEN
            and _is_no_word(scene, stem)
            and not any(_follows_a_noun(scene, i) for i in found)
        ):
            for i in found:
                scene.take(Found(i, i + 1, EntityType.PERSON, "surname met often"))


def _is_no_word(scene: Scene, stem: str) -> bool:
    """Whether no ordinary word is written so or left of it, with its article or without."""
    ordinary = scene.names.ordinary
    return stem not in ordinary and stem.removeprefix(ARTICLE) not in ordinary


def _follows_a_noun(scene: Scene, i: int) -> bool:
    """Whether a word with the article stands before token ``i``, as before its adjective."""
    before = scene.words[i - 1].signs if i else Sign.NONE
    return bool(before & (Sign.DEFINITE | Sign.BODY | Sign.INSIDE | Sign.OUTSIDE)) and not scene.words[i].lead


def _is_sure(word: Word) -> bool:
    """Whether a given name, which may be a family name too, is no other word: «وأكد عباس»."""
    return not word.lead and not word.signs & _DOUBTFUL


def _is_subject(scene: Scene, i: int) -> bool:
    """Whether token ``i`` stands between a verb of saying and a word of grammar or a sign."""
    before, after = scene.words[i - 1].signs, scene.words[i + 1].signs
    return bool(before & Sign.SAYING) and bool(after & (Sign.BREAK | Sign.CLOSED))
