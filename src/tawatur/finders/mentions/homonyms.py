"""Places of one spelling: «عمان» is Oman in a list of Gulf states, else Amman."""

import msgspec

from tawatur.finders.mentions.scene import Found, Scene
from tawatur.lexicon.names import Homonym

_NEAR = 3
_JOINS = frozenset(("و", "،", ","))


def tell_homonyms(scene: Scene, found: list[Found]) -> list[Found]:
    """The names in order, each place that shares its spelling read as the one the article speaks of.

    The word before it tells, then the places it stands in a list with, then the article.
    """
    homonyms = scene.names.homonyms
    return [
        msgspec.structs.replace(item, known=scene.names.by_id[homonyms[item.known.id].other])
        if item.known and item.known.id in homonyms and _is_other(scene, found, k, homonyms[item.known.id])
        else item
        for k, item in enumerate(found)
    ]


def _is_other(scene: Scene, found: list[Found], k: int, row: Homonym) -> bool:
    before = scene.words[found[k].first - 1] if found[k].first else None
    if before is not None and before.stem in row.before | row.before_own:
        return before.stem in row.before
    if _stands_beside(scene, found, k, row.beside):
        return True
    return not scene.vocabulary.isdisjoint(row.words) and scene.vocabulary.isdisjoint(row.words_own)


def _stands_beside(scene: Scene, found: list[Found], k: int, places: frozenset[str]) -> bool:
    """Whether the name before or after it in a list is one of ``places``."""
    for one, two in ((k - 1, k), (k, k + 1)):
        if one < 0 or two >= len(found):
            continue
        other = found[one if two == k else two]
        gap = scene.forms[found[one].last : found[two].first]
        joined = "و" in scene.words[found[two].first].particles or not _JOINS.isdisjoint(gap)
        if joined and len(gap) <= _NEAR and set(gap) <= _JOINS and other.known and other.known.id in places:
            return True
    return False
