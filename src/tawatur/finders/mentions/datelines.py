"""The outlet at the head of a line: «الصباح - الرياض», «سامي الخطيب - الصباح - جدة»."""

from tawatur.finders.mentions.scene import Found, Scene
from tawatur.lexicon.name_words import Sign
from tawatur.model import EntityType

_DASHES = frozenset("-–—")
_LONGEST_PART, _MOST_PARTS = 3, 3
_NO_OUTLET = Sign.BREAK | Sign.CLOSED | Sign.CLAUSE | Sign.TITLE


def find_datelines(scene: Scene, first: int, last: int) -> None:
    """Take the outlet that stands before the place of a dateline between two tokens."""
    parts = _parts(scene, first, last)
    if len(parts) < 2 or not scene.is_known(parts[-1][0], last):
        return
    for start, end in parts[:-1]:
        known = scene.known_at(start, end)
        if known is None and scene.is_free(start, end) and not _is_no_outlet(scene, start, end):
            scene.take(Found(start, end, EntityType.ORGANISATION, "outlet of a dateline"))


def _parts(scene: Scene, first: int, last: int) -> list[tuple[int, int]]:
    """The short stretches between dashes with which a line begins, up to the first known place."""
    parts: list[tuple[int, int]] = []
    start = first
    for i in range(first, min(last, first + _MOST_PARTS * (_LONGEST_PART + 1) + 1)):
        if scene.forms[i] in _DASHES:
            if not 0 < i - start <= _LONGEST_PART:
                return []
            parts.append((start, i))
            start = i + 1
            if start < last and scene.is_known(start, last):
                return [*parts, (start, start + 1)]
    return []


def _is_no_outlet(scene: Scene, start: int, end: int) -> bool:
    if any(scene.words[k].lead or scene.words[k].signs & Sign.BREAK for k in range(start, end)):
        return True
    return bool(scene.words[start].signs & _NO_OUTLET)
