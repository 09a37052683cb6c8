"""Papers that name themselves in quotation marks: «قال لـ"المال"», «رصدت "المال"»."""

from tawatur.finders.mentions.brands import marked_span
from tawatur.finders.mentions.scene import Scene
from tawatur.lexicon.name_words import Sign

_TO = "ل"
_LONGEST, _NEAR = 3, 10
_NO_NAME = Sign.CLOSED | Sign.CLAUSE | Sign.BREAK


def find_outlets(scene: Scene, first: int, last: int) -> None:
    """Take the outlets between two tokens that are told something, or that watch something themselves."""
    _take_by_their_ends(scene, first, last)
    watching = scene.names.hints.watching
    if _TO not in scene.vocabulary and not watching & scene.vocabulary:
        return
    for i in range(first, last - 2):
        told = scene.forms[i] == _TO and _follows_telling(scene, i, first)
        if not told and scene.forms[i] not in watching:
            continue
        start, end = marked_span(scene, i + 1, last)
        if start < end <= start + _LONGEST and _may_be_outlet(scene, start, end):
            scene.take_body(start, end, "outlet that is told")


def _take_by_their_ends(scene: Scene, first: int, last: int) -> None:
    """Take the outlets whose second word ends the names of outlets: شفق نيوز."""
    ends = scene.names.hints.paper_ends
    if not ends & scene.vocabulary:
        return
    for k in range(first + 1, last):
        word = scene.words[k - 1]
        if scene.forms[k] not in ends or word.signs & (_NO_NAME | Sign.BODY):
            continue
        longer = scene.known_at(k - 1, last)
        if scene.is_free(k - 1, k + 1) and not (longer and longer[0] > k + 1):
            scene.take_body(k - 1, k + 1, "outlet by its end")


def _follows_telling(scene: Scene, i: int, first: int) -> bool:
    """Whether a verb of saying or a word such as تصريح stands shortly before token ``i``."""
    telling = scene.names.hints.telling
    return any(
        scene.words[k].signs & Sign.SAYING or scene.words[k].stem in telling
        for k in range(max(first, i - _NEAR), i)
    )


def _may_be_outlet(scene: Scene, start: int, end: int) -> bool:
    """Whether words in quotation marks are a free name without words of grammar: «الشرق الأوسط» too."""
    named = not any(scene.words[k].signs & _NO_NAME or scene.words[k].lead for k in range(start, end))
    return named and scene.is_free(start, end)
