"""People in a list of people: «سامي الجندي، رنا رئيس، وماهر حداد» names three.

A list is what separators part; where two of its items at least are people, an item that may be a name is one.
"""

from collections import Counter

import msgspec

from tawatur.finders.mentions.parts import is_ali, is_verb
from tawatur.finders.mentions.scene import Found, Scene
from tawatur.lexicon.name_words import Sign
from tawatur.model import EntityType

_LONGEST, _LEAST = 4, 2
_BRACKETS = ("(", ")")
_SEPARATORS = frozenset(("،", ",", "-", "–", "/", "؛", "*", "•", *_BRACKETS))
_AND = ("و",)
_OWN = ("ه", "ها", "هم")
_NAMELIKE = Sign.GIVEN | Sign.UNKNOWN | Sign.PASSABLE
_NO_PART = Sign.BREAK | Sign.CLAUSE | Sign.LATIN | Sign.LETTER | Sign.SAYING
_NO_HEAD = Sign.TITLE | Sign.BODY | Sign.INSIDE | Sign.OUTSIDE | Sign.NISBA | Sign.DEFINITE | Sign.LOCATING


class _Item(msgspec.Struct):
    """Tokens between two separators; ``opens`` and ``ends`` say whether a person is named there."""

    first: int
    last: int
    opens: bool
    ends: bool


def find_rolls(scene: Scene) -> None:
    """Take the people whom nothing but their place in a list of people shows to be such."""
    people = [found for found in scene.found if found.type is EntityType.PERSON]
    sentences = Counter(scene.sentence_of(found.first) for found in people)
    starts, ends = {found.first for found in people}, {found.last for found in people}
    for (first, last), many in sentences.items():
        if many >= _LEAST:
            for run in _runs(scene, _items(scene, first, last, starts, ends)):
                _take_run(scene, run)


def _items(scene: Scene, first: int, last: int, starts: set[int], ends: set[int]) -> list[_Item]:
    """What stands between the separators of a sentence, but not alone in brackets: «سامي الجندي (أبها)»."""
    items, start = [], first
    for k in range(first, last + 1):
        if k < last and not _separates(scene, k, start):
            continue
        if k > start and not _is_aside(scene, start, k, last):
            items.append(_Item(start, k, start in starts, k in ends))
        start = k if k < last and not scene.words[k].signs & Sign.BREAK else k + 1
    return items


def _separates(scene: Scene, k: int, start: int) -> bool:
    """Whether an item ends before token ``k``: at a sign or at a word with «و»."""
    return scene.forms[k] in _SEPARATORS or (k > start and scene.words[k].particles == _AND)


def _is_aside(scene: Scene, start: int, end: int, last: int) -> bool:
    """Whether brackets hold just these tokens."""
    return start > 0 and end < last and (scene.forms[start - 1], scene.forms[end]) == _BRACKETS


def _runs(scene: Scene, items: list[_Item]) -> list[list[_Item]]:
    """The items in a row that are people or may be."""
    runs: list[list[_Item]] = [[]]
    for item in items:
        if item.ends and not item.opens:
            runs.append([])
        named = not (item.opens or item.ends) and _may_be_named(scene, item)
        if named or item.opens or item.ends:
            runs[-1].append(item)
        if not (named or item.ends):
            runs.append([])
    return runs


def _take_run(scene: Scene, run: list[_Item]) -> None:
    known = sum(item.opens or item.ends for item in run)
    rest = [item for item in run if not (item.opens or item.ends)]
    if known < _LEAST or len(rest) > known:
        return
    for item in rest:
        lead = 0 if _only_looks_attached(scene, item.first) else None
        scene.take(Found(item.first, item.last, EntityType.PERSON, "one of a list", lead=lead))


def _may_be_named(scene: Scene, item: _Item) -> bool:
    """Whether an item may be the name of somebody: two words to four, a part of a name among them."""
    if not _LEAST <= item.last - item.first <= _LONGEST or not scene.is_free(item.first, item.last):
        return False
    head = scene.words[item.first].signs
    if (head & _NO_HEAD and not head & Sign.GIVEN) or scene.is_known(item.first, item.last):
        return False
    parts = range(item.first, item.last)
    return any(scene.words[k].signs & _NAMELIKE for k in parts[:2]) and all(
        _may_be_part(scene, k, item.first) for k in parts
    )


def _may_be_part(scene: Scene, k: int, first: int) -> bool:
    word = scene.words[k]
    if word.signs & _NO_PART or (word.signs & Sign.CLOSED and not is_ali(scene, k)):
        return False
    if word.lead and (k > first or not (word.particles == _AND or _only_looks_attached(scene, k))):
        return False
    return not (word.stem.endswith(_OWN) or scene.is_adverb(k) or is_verb(scene, k))


def _only_looks_attached(scene: Scene, k: int) -> bool:
    """Whether a word that begins like a particle is listed nowhere and opens a foreign name: فالو نيانغ."""
    if scene.words[k].particles in ((), _AND) or scene.forms[k] in scene.names.ordinary.listed:
        return False
    return bool(scene.words[k + 1].signs & Sign.FOREIGN)
