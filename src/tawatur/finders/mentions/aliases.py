"""Other names that an article gives in passing: «الاتحاد الدولي للسباحة (فينا)», «المعروف بأبي ليث»."""

from tawatur.finders.mentions.extent import name_end
from tawatur.finders.mentions.scene import Found, Scene
from tawatur.lexicon.name_words import Sign
from tawatur.model import EntityType

_OPENING, _CLOSING = frozenset("(["), frozenset(")]")
_QUOTES = frozenset('"«»“”')
_LONGEST = 4
_LIKE_A_NAME = Sign.UNKNOWN | Sign.PASSABLE | Sign.LATIN | Sign.SPELLED
_NO_NAME = Sign.BREAK | Sign.CLOSED | Sign.TITLE | Sign.BODY | Sign.NISBA
_WITH = "ب"


def find_aliases(scene: Scene) -> None:
    """Take the short name in brackets after a body, and what a person or body is also known as."""
    for found in list(scene.found):
        if found.type in (EntityType.ORGANISATION, EntityType.PERSON) and found.of is None:
            alias = _in_brackets(scene, found) or _known_as(scene, found)
            if alias is not None:
                scene.take(alias)


def _in_brackets(scene: Scene, found: Found) -> Found | None:
    """The letters or foreign word that alone fill the brackets right after a body of several words."""
    first = found.last + 1
    if found.type is not EntityType.ORGANISATION or found.last - found.first < 2:
        return None
    if first >= len(scene.words) or scene.forms[found.last] not in _OPENING:
        return None
    last = next(
        (k for k in range(first, min(first + _LONGEST, len(scene.words))) if scene.forms[k] in _CLOSING),
        first,
    )
    words = scene.words[first:last]
    if not words or any(
        word.signs & (Sign.KNOWN | Sign.BREAK) or not word.signs & _LIKE_A_NAME for word in words
    ):
        return None
    if len(words) > 1 and not all(word.signs & Sign.SPELLED for word in words):
        return None
    return Found(first, last, found.type, "also known as", lead=0, of=found, alias=True)


def _known_as(scene: Scene, found: Found) -> Found | None:
    """What follows «المعروف بـ» or «الملقب بـ» after a person or body."""
    start = _start_after_with(scene, found.last)
    if start is None:
        return None
    first, lead = start
    quoted = _quoted_end(scene, first)
    if quoted is not None:
        return Found(first + 1, quoted, found.type, "also known as", lead=0, of=found, alias=True)
    if scene.words[first].signs & _NO_NAME:
        return None
    end = max(name_end(scene, first, scene.sentence_end(first)), first + 1)
    return Found(first, end, found.type, "also known as", lead=lead, of=found, alias=True)


def _start_after_with(scene: Scene, k: int) -> tuple[int, int] | None:
    """Where the name begins after «المعروف بـ» at token ``k``, and how many letters of «بـ» it has."""
    last, hints = scene.sentence_end(k - 1), scene.names.hints
    if k + 1 >= last or scene.forms[k] not in hints.alias:
        return None
    if scene.words[k + 1].particles == (_WITH,):
        return k + 1, scene.words[k + 1].lead
    stands_apart = scene.forms[k + 1] in hints.by_name or scene.forms[k + 1] == _WITH
    return (k + 2, 0) if stands_apart and k + 2 < last else None


def _quoted_end(scene: Scene, first: int) -> int | None:
    """Where the quotation marks close that open at token ``first``; None where none do."""
    if scene.forms[first] not in _QUOTES:
        return None
    for k in range(first + 2, min(first + 2 + _LONGEST, len(scene.words))):
        if scene.forms[k] in _QUOTES:
            return k
    return None
