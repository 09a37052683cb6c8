"""Sports clubs: by a head such as نجم with a town, by an end such as سبور after one."""

from tawatur.finders.mentions.complements import known_end
from tawatur.finders.mentions.scene import Found, Scene
from tawatur.lexicon.name_words import Sign
from tawatur.model import EntityType

_STOPS = Sign.BREAK | Sign.CLOSED | Sign.LATIN | Sign.CLAUSE | Sign.LETTER
_STRANGE = Sign.UNKNOWN | Sign.FOREIGN | Sign.PASSABLE
_OF_SPORT = frozenset(("الرياضي", "الرياضية"))
_BALL = "كرة"


def find_clubs(scene: Scene, first: int, last: int) -> None:
    """Take the clubs between two tokens that a town and a word of clubs name: قرمبالية الرياضية."""
    ends = scene.names.hints.club_ends
    if not scene.is_sport or not ends & scene.vocabulary:
        return
    for k in range(first + 1, last):
        if scene.forms[k] in ends and not scene.taken[k]:
            start = _town_start(scene, k, first)
            if start < k and scene.is_free(start, k):
                scene.take(Found(start, k + 1, EntityType.ORGANISATION, "club by its town"))


def _town_start(scene: Scene, k: int, first: int) -> int:
    """Where the town or the foreign word begins that ends before token ``k``; ``k`` where none does."""
    for start in (k - 2, k - 1):
        if start < first or "ب" in scene.words[start].particles:
            continue
        known = scene.known_at(start, k)
        if known and known[0] == k and known[1].type is EntityType.POLITY:
            return start
    word = scene.words[k - 1]
    foreign = word.signs & _STRANGE and not word.signs & (_STOPS | Sign.DEFINITE | Sign.GIVEN)
    return k - 1 if foreign and scene.forms[k] not in _OF_SPORT else k


def club_end(scene: Scene, i: int, last: int) -> int:
    """The end of a club's name: its head with a place or an adjective of place; ``i`` where there is none."""
    j = _after_sport(scene, i, last)
    if not scene.is_sport or j >= last or scene.taken[j]:
        return i
    if scene.words[j].lead:
        return _seat_end(scene, i, j, last)
    if scene.words[i].signs & Sign.INSIDE and not scene.words[i].signs & Sign.DEFINITE:
        return i
    place = known_end(scene, j, last)
    if place > j:
        return place
    if scene.words[i].signs & Sign.DEFINITE:
        whole = scene.words[i].bare not in scene.names.hints.clubs or not scene.words[j].signs & Sign.NISBA
        return j + 1 if whole and _is_of_a_town(scene, j) else i
    return _with_complement(scene, i, j, last)


def _after_sport(scene: Scene, i: int, last: int) -> int:
    """The token after the head and what the club plays: الجمعية الرياضية, نادي كرة القدم."""
    j = i + 1
    if j < last and scene.forms[j] in _OF_SPORT and j + 1 < last:
        return j + 1
    return j + 2 if j + 2 < last and scene.forms[j] == _BALL else j


def _seat_end(scene: Scene, i: int, j: int, last: int) -> int:
    """The end of «بـ» and a town, where what the club plays is named: نادي كرة القدم بالحمامات."""
    if j == i + 1 or scene.words[j].particles != ("ب",):
        return i
    return max(known_end(scene, j, last), i) if scene.known_at(j, last) else i


def _is_of_a_town(scene: Scene, j: int) -> bool:
    """Whether an adjective with the article ends as those of towns do and is no other: الصفاقسي."""
    word = scene.words[j]
    of_town = word.signs & Sign.DEFINITE and word.stem.endswith("ي") and not word.lead
    return bool(of_town) and word.stem not in scene.names.hints.quality


def _with_complement(scene: Scene, i: int, j: int, last: int) -> int:
    """The end of a head with one word and the adjective of a town: سكك الحديد الصفاقسي."""
    signs = scene.words[j].signs
    if scene.words[i].bare in scene.names.hints.clubs and (j > i + 1 or not signs & Sign.UNKNOWN):
        return i
    named = (signs & Sign.DEFINITE and not signs & _STOPS) or signs & Sign.UNKNOWN
    if not named and not _stands_in_a_table(scene, i, j + 1, last):
        return i
    adjective = j + 1 < last and signs & Sign.DEFINITE and _is_of_a_town(scene, j + 1)
    return j + 2 if adjective and not scene.words[j + 1].signs & Sign.NISBA else j + 1


def _stands_in_a_table(scene: Scene, i: int, end: int, last: int) -> bool:
    """Whether two words stand between signs or figures, as in a table of games: هلال مساكن."""
    before = i == 0 or bool(scene.words[i - 1].signs & Sign.BREAK)
    after = end >= last or bool(scene.words[end].signs & Sign.BREAK)
    return before and after and not scene.words[end - 1].signs & _STOPS
