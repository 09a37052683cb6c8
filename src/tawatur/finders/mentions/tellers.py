"""People known by nothing but what they say: «قالت ساندا مورايتي المتحدثة باسم الشرطة», «قال سامي الخطيب إن».

A verb of saying is followed by its subject. An indefinite noun has no title with the article behind it, and
no common noun stands alone and without its article behind such verbs again and again: what does is a name.
"""

from tawatur.finders.mentions.scene import Found, Scene
from tawatur.lexicon.name_words import Sign
from tawatur.lexicon.names import ARTICLE
from tawatur.model import EntityType

_LONGEST = 3
_SHORTEST = 3
_COMMON = Sign.NISBA | Sign.BODY | Sign.INSIDE | Sign.OUTSIDE | Sign.LATIN | Sign.LETTER | Sign.CLAUSE
_HEADING = Sign.TITLE | Sign.DEFINITE
_GRAMMAR = Sign.BREAK | Sign.CLOSED | Sign.SAYING
_COMMA = "،"
_COLON = ":"
_THAT = frozenset(("ان", "انه", "انها", "بان", "بانه", "بانها"))
_OWNED = ("ه", "ها", "هم", "نا")
_PLURAL = ("ون", "ين", "ات", "ة", "اء")


def find_tellers(scene: Scene, first: int, last: int) -> None:
    """Take the names of people whom only a verb of saying before and what stands behind show to be such."""
    words = scene.words
    for start in [i + 1 for i in range(first, last - 2) if words[i].signs & Sign.SAYING]:
        start += scene.words[start].signs & _HEADING == _HEADING
        end = _titled_end(scene, start, last) or _given_end(scene, start, last)
        if end:
            scene.take(Found(start, end, EntityType.PERSON, "name that says"))
        elif _says_again(scene, start, last):
            scene.take(Found(start, start + 1, EntityType.PERSON, "name that says again"))


def _titled_end(scene: Scene, start: int, last: int) -> int:
    """Where two words or three end that a title follows, or 0.

    Words that may be others need a title with the article: وحيد تونسي، المتحدث باسم.
    """
    end = start
    while end < min(start + _LONGEST, last) and _may_be_named(scene, end, start):
        end += 1
    comma = end < last and scene.forms[end] == _COMMA
    titled = end + comma < last and scene.words[end + comma].signs & _HEADING
    held = titled == _HEADING or (comma and titled == Sign.TITLE and _is_sure(scene, start, end))
    return end if end - start > 1 and held else 0


def _is_sure(scene: Scene, start: int, end: int) -> bool:
    """Whether one of the words is a given name or known to nobody, and the last is no adjective."""
    named = any(scene.words[i].signs & (Sign.GIVEN | Sign.UNKNOWN) for i in range(start, end))
    return named and not scene.forms[end - 1].endswith("ي")


def _may_be_named(scene: Scene, i: int, start: int) -> bool:
    """Whether token ``i`` is free, carries nothing and has neither article, title nor the sign of a body."""
    word = scene.words[i]
    if word.lead and scene.forms[i] in scene.names.ordinary:
        return False
    common = word.signs & (_COMMON | _GRAMMAR | Sign.DEFINITE | Sign.TITLE)
    if i > start and common == Sign.NISBA:
        common = Sign.NONE
    return not (common or scene.taken[i] or scene.forms[i].endswith(_OWNED))


def _given_end(scene: Scene, start: int, last: int) -> int:
    """Where a given name that is no other word ends before a clause, alone or with a word behind it, or 0."""
    given = scene.words[start].signs & (Sign.GIVEN | Sign.ORDINARY | Sign.CLOSED | Sign.TITLE) == Sign.GIVEN
    if not given or scene.words[start].lead or scene.taken[start]:
        return 0
    if _opens_clause(scene, start + 1):
        return start + 1
    second = scene.words[start + 1]
    common = second.signs & (_COMMON | _GRAMMAR) or (second.lead and second.signs & Sign.ORDINARY)
    ends = start + 2 < last and not scene.taken[start + 1] and _opens_clause(scene, start + 2)
    return start + 2 if ends and not common else 0


def _says_again(scene: Scene, i: int, last: int) -> bool:
    """Whether a word without its article is twice the only subject of a verb of saying, and never has one."""
    word = scene.words[i]
    if word.lead or scene.taken[i] or len(word.stem) <= _SHORTEST or word.stem.endswith(_PLURAL):
        return False
    if word.signs & (_COMMON | _GRAMMAR | Sign.TITLE | Sign.DEFINITE) or not _opens_clause(scene, i + 1):
        return False
    alone = [k for k in scene.places_of(word.stem) if k and scene.words[k - 1].signs & Sign.SAYING]
    return len(alone) > 1 and not scene.places_of(ARTICLE + word.stem)


def _opens_clause(scene: Scene, i: int) -> bool:
    """Whether what is said begins at token ``i``."""
    return scene.forms[i] in _THAT or scene.forms[i] == _COLON
