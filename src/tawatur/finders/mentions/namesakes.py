"""Places and bodies called after a person: «مطار الملك سامي الدولي», «مستشفى سامي الجندي»."""

from tawatur.finders.mentions.extent import name_end
from tawatur.finders.mentions.parts import opens_compound
from tawatur.finders.mentions.scene import Found, Scene
from tawatur.lexicon.name_words import Sign
from tawatur.lexicon.names import BodyKind
from tawatur.model import EntityType

_LEAST, _MOST_QUALITIES = 2, 2


def find_namesakes(scene: Scene, first: int, last: int) -> None:
    """Take what is called after a person between two tokens, before the people are looked for."""
    for i in scene.hits(first, last, Sign.INSIDE | Sign.BODY):
        word = scene.words[i]
        if scene.taken[i] or word.signs & Sign.DEFINITE or not _bears_names(scene, i):
            continue
        end = _name_end(scene, i, last)
        if end > i + 1 and scene.is_free(i, end):
            place = word.signs & Sign.INSIDE
            kind = EntityType.PLACE if place else EntityType.ORGANISATION
            rule = "place with its noun" if place else "body and what it is over"
            scene.take(Found(i, end, kind, rule))


def _bears_names(scene: Scene, i: int) -> bool:
    """Whether the noun opens names that are often those of people: a street, a hospital, not a ministry."""
    return (
        bool(scene.words[i].signs & Sign.INSIDE)
        or scene.names.bodies.get(scene.words[i].bare) is BodyKind.HOUSE
    )


def _name_end(scene: Scene, i: int, last: int) -> int:
    """Where the name of the person ends, with what kind of place or body it is; ``i`` where none stands."""
    j = i + 1
    if j < last and scene.words[j].signs & Sign.OUTSIDE and not scene.words[j].signs & Sign.DEFINITE:
        j += 1
    start = j
    while j < last and scene.forms[j] in scene.names.hints.namesake:
        j += 1
    if j >= last or scene.words[j].lead:
        return i
    if not scene.words[j].signs & Sign.GIVEN and not opens_compound(scene, j, last):
        return i
    end = name_end(scene, j, last)
    if j == start:
        end = _before_another(scene, i, end)
        if end - j < _LEAST or start > i + 1 or _is_weak(scene, j, end, last):
            return i
    return with_qualities(scene, max(end, j + 1), last)


def _before_another(scene: Scene, i: int, end: int) -> int:
    """Where the first of two names ends: «مدير مستشفى سامي الجندي ماهر حداد»."""
    titled = i > 0 and scene.words[i - 1].signs & Sign.TITLE
    for k in range(i + 1 + _LEAST, end):
        family = titled or not scene.words[k - 1].signs & (Sign.GIVEN | Sign.PARTICLE)
        if scene.words[k].signs & Sign.GIVEN and family:
            return k
    return end


def _is_weak(scene: Scene, j: int, end: int, last: int) -> bool:
    """Whether nothing but ordinary words make up the name."""
    return not opens_compound(scene, j, last) and all(
        scene.words[k].signs & (Sign.WEAK | Sign.ORDINARY) for k in range(j, end)
    )


def with_qualities(scene: Scene, end: int, last: int) -> int:
    """The end with the adjectives that follow: الدولي, الرياضية."""
    for k in range(end, min(last, end + _MOST_QUALITIES)):
        word = scene.words[k]
        if word.lead or word.stem.removesuffix("ة") not in scene.names.hints.graded:
            return k
        end = k + 1
    return end
