"""Names met again: a surname after the full name, a body by its head alone, any name found before."""

from collections.abc import Iterator

from tawatur.finders.mentions.scene import Found, Scene
from tawatur.lexicon.name_words import Sign
from tawatur.model import EntityType

_LEAST_LETTERS = 3
Tail = tuple[tuple[str, ...], Found]


def find_again(scene: Scene) -> None:
    """Take every further place of the names found so far."""
    tails: dict[str, list[Tail]] = {}
    for found in list(scene.found):
        for words in _tails(scene, found):
            tails.setdefault(words[0], []).append((words[1:], found))
    for listed in tails.values():
        listed.sort(key=lambda tail: -len(tail[0]))
    if tails:
        for first, last in scene.sentences:
            _take_again(scene, tails, first, last)


def _tails(scene: Scene, found: Found) -> Iterator[tuple[str, ...]]:
    """The whole name and, of a person, its parts that stand for it alone."""
    stems = (scene.words[found.first].stem, *scene.forms[found.first + 1 : found.last])
    if found.known is None or found.type is EntityType.ORGANISATION:
        yield stems
    if found.type is not EntityType.PERSON or len(stems) < 2:
        return
    yield stems[-1:]
    if len(stems) > 2:
        yield stems[-2:]
    if not scene.words[found.first].signs & Sign.GIVEN:
        yield stems[:1]


def _take_again(scene: Scene, tails: dict[str, list[Tail]], first: int, last: int) -> None:
    for i in range(first, last):
        if scene.taken[i]:
            continue
        word = scene.words[i]
        listed = tails.get(word.stem) or tails.get(scene.forms[i])
        if listed is None and word.signs & Sign.UNKNOWN and not word.lead and len(word.stem) > _LEAST_LETTERS:
            continue
        for rest, found in listed or ():
            end = i + 1 + len(rest)
            if end <= last and tuple(scene.forms[i + 1 : end]) == rest and scene.is_free(i, end):
                if rest or _stands_alone(scene, i, found):
                    scene.take(Found(i, end, found.type, "name met again", known=found.known, short=True))
                    break


def _stands_alone(scene: Scene, i: int, found: Found) -> bool:
    """Whether one word is enough: it is no ordinary word, or somebody says something."""
    word = scene.words[i]
    if len(word.stem) < _LEAST_LETTERS or word.signs & Sign.BREAK:
        return False
    if word.signs & Sign.CLOSED:
        return False
    if not word.signs & (Sign.ORDINARY | Sign.NISBA | Sign.TITLE | Sign.WEAK | Sign.KNOWN | Sign.GIVEN):
        return True
    return i > 0 and bool(scene.words[i - 1].signs & Sign.SAYING)
