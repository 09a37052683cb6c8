"""People: by what they are called and by given names."""

from tawatur.finders.mentions.clubs import club_end
from tawatur.finders.mentions.extent import name_end
from tawatur.finders.mentions.opening import closes_at_once, is_a_house, is_family_name, is_held, opens_name
from tawatur.finders.mentions.parts import SONS, are_two_people, opens_compound
from tawatur.finders.mentions.scene import Found, Scene
from tawatur.finders.mentions.titled import take_titled
from tawatur.lexicon.name_words import Sign
from tawatur.lexicon.names import BodyKind
from tawatur.model import EntityType

_LISTING = frozenset("(،,/")
_KIN = frozenset(("بن", "بو", "ابو", "عبد"))
_SLASHES = frozenset("/،-–—:*")
_BRACKETS, _CLOSING = frozenset('("«'), frozenset(')"»')
_OPENING = "("
_SYLLABLE = 3
_ADJECTIVE = Sign.DEFINITE | Sign.NISBA


def find_people(scene: Scene, first: int, last: int) -> None:
    """Take the people named between two tokens: titled ones first, then by given name."""
    words = scene.words
    hits = scene.hits(first, last, Sign.TITLE | Sign.GIVEN | Sign.PARTICLE)
    for i in hits:
        if words[i].signs & Sign.TITLE and not scene.taken[i]:
            take_titled(scene, i, last)
    for i in hits:
        if not scene.taken[i]:
            _by_given_name(scene, i, last, _forename(scene, i, first))


def _forename(scene: Scene, i: int, first: int) -> int:
    """Where the name begins that goes on at token ``i``: a word before with the letters of a foreign name."""
    j = i - 1
    if j < first or scene.words[i].lead or scene.taken[j] or are_two_people(scene, j):
        return i
    before = scene.words[j]
    if j > first and _is_syllable_due(scene, j):
        return j
    strange = before.signs & (Sign.FOREIGN | Sign.PASSABLE) or (
        before.signs & Sign.UNKNOWN and scene.words[i].stem in SONS
    )
    return j if strange and not before.signs & (Sign.CLOSED | Sign.DEFINITE | Sign.OPENING) else i


def _is_syllable_due(scene: Scene, j: int) -> bool:
    """Whether a short word after a verb of saying opens a name of short words: «قالت شو سون هوي»."""
    word, following = scene.words[j], scene.words[j + 1]
    if word.lead or len(word.stem) > _SYLLABLE or len(following.stem) > _SYLLABLE + 1:
        return False
    plain = word.signs & ~(Sign.ORDINARY | Sign.UNKNOWN | Sign.PASSABLE) == Sign.NONE
    foreign = following.signs & Sign.GIVEN and following.stem not in scene.names.native
    return plain and bool(foreign and scene.words[j - 1].signs & Sign.SAYING)


def _by_given_name(scene: Scene, i: int, last: int, start: int) -> None:
    signs = scene.words[i].signs
    if not opens_name(scene, i, last, direct=_is_due(scene, i)):
        return
    if _is_a_place(scene, i) or is_held(scene, i):
        return
    end = name_end(scene, i, last)
    particle = signs & Sign.PARTICLE and not signs & Sign.GIVEN and end - start < 3
    if _is_better_known(scene, i, end, last) or (particle and not _stands_alone(scene, i, last)):
        return
    if _is_surname_before_noun(scene, i, end):
        return
    compound = any(opens_compound(scene, k, last) for k in range(i, end))
    doubtful = not compound and all(_is_ordinary(scene.words[k].signs) for k in range(i, end))
    if doubtful and _opens_club(scene, i, last):
        return
    if doubtful and not (
        _stands_apart(scene, i, end)
        or _is_said_twice(scene, i, end)
        or _are_all_given(scene, i, end)
        or is_family_name(scene.words[end - 1])
        or scene.forms[end - 1] in scene.names.hints.honour
    ):
        return
    if end - start > 1 and scene.is_free(start, end):
        scene.take(Found(start, end, EntityType.PERSON, "given name"))


def _opens_club(scene: Scene, i: int, last: int) -> bool:
    """Whether the given name opens the name of a club here: هلال مساكن."""
    return scene.names.bodies.get(scene.words[i].bare) is BodyKind.CLUB and club_end(scene, i, last) > i


def _is_ordinary(signs: int) -> bool:
    """Whether a word is ordinary as it stands, article included."""
    return (
        bool(signs & Sign.ORDINARY) and signs & (Sign.DEFINITE | Sign.UNKNOWN) != Sign.DEFINITE | Sign.UNKNOWN
    )


def _stands_alone(scene: Scene, i: int, last: int) -> bool:
    """Whether a particle and one word are a person: «قال بن عياد», and «دي كاستيلو» anywhere."""
    if scene.words[i].lead:
        return False
    if i and scene.words[i - 1].signs & Sign.SAYING and scene.words[i].stem in _KIN:
        return True
    if i + 1 >= last or scene.words[i].stem not in scene.names.hints.nobility:
        return False
    other = scene.words[i + 1]
    given = other.signs & (Sign.GIVEN | Sign.WEAK) == Sign.GIVEN and other.stem not in scene.names.native
    return given or bool(other.signs & Sign.FOREIGN)


def _is_surname_before_noun(scene: Scene, i: int, end: int) -> bool:
    """Whether the surname of somebody met before stands before a noun: «دخل مرسي القفص»."""
    if end - i != 2 or scene.words[i].stem not in scene.surnames:
        return False
    signs = scene.words[end - 1].signs
    goes_on = end < len(scene.words) and scene.words[end].signs & Sign.DEFINITE
    return bool(signs & Sign.ORDINARY) and not signs & (Sign.GIVEN | Sign.SURNAME) and not goes_on


def _is_better_known(scene: Scene, i: int, end: int, last: int) -> bool:
    """Whether a known place or body is meant rather than the person: «باريس», hardly «قال هندرسون»."""
    known = scene.known_at(i, last)
    if known is None or (known[1].weak and i > 0 and scene.words[i - 1].signs & Sign.SAYING):
        return False
    return known[0] >= end or (known[0] > i + 1 and not known[1].weak)


def _is_said_twice(scene: Scene, i: int, end: int) -> bool:
    """Whether the article has the same words in a row elsewhere."""
    words = tuple(scene.forms[i + 1 : end])
    places = scene.places_of(scene.words[i].stem)
    return any(k != i and tuple(scene.forms[k + 1 : k + end - i]) == words for k in places)


def _is_a_place(scene: Scene, i: int) -> bool:
    """Whether a place or a house is called so, or a known name goes on here: «باريس سان جيرمان»."""
    if is_a_house(scene, i) or (
        i > 0 and not scene.words[i].lead and _opens_a_place(scene.words[i - 1].signs)
    ):
        return True
    known = scene.known_at(i - 1, len(scene.words)) if i else None
    return known is not None and known[0] > i


def _opens_a_place(signs: int) -> bool:
    """Whether a word opens the names of places and is nothing else: «سيدي علي بن عون»."""
    return bool(signs & Sign.OPENING) and not signs & (Sign.ORDINARY | Sign.DEFINITE)


def _are_all_given(scene: Scene, i: int, end: int) -> bool:
    """Whether every word is a given name and what follows goes with no noun."""
    if not all(scene.words[k].signs & Sign.GIVEN for k in range(i, end)) or end >= len(scene.words):
        return False
    following = scene.words[end]
    listed = bool(following.signs & Sign.BREAK) and scene.forms[end] in _LISTING
    return listed or bool(following.signs & (Sign.CLOSED | Sign.TITLE)) or bool(following.particles)


def _is_due(scene: Scene, i: int) -> bool:
    """Whether a person is due: after a verb of saying, after another and «و», in sport before a bracket."""
    if i == 0:
        return False
    if scene.words[i].lead:
        return scene.words[i].particles == ("و",) and _ends_person(scene, i)
    if scene.is_sport and scene.forms[i + 2 : i + 3] == [_OPENING]:
        return True
    before = scene.words[i - 1].signs
    if before & Sign.BREAK and scene.forms[i - 1] in _SLASHES:
        return closes_at_once(scene, i, len(scene.words))
    return bool(before & Sign.SAYING) or before & _ADJECTIVE == _ADJECTIVE


def _ends_person(scene: Scene, i: int) -> bool:
    """Whether a person's name ends right before token ``i``, or before the bracket that ends there."""
    k = i - 1
    if scene.forms[k] in _CLOSING:
        while k > i - 6 and k > 0 and scene.forms[k] not in _BRACKETS:
            k -= 1
        k -= 1
    return k >= 0 and any(f.last == k + 1 and f.type is EntityType.PERSON for f in scene.found[-3:])


def _stands_apart(scene: Scene, i: int, end: int) -> bool:
    """Whether words that are ordinary each are due as a name, or stand alone between two signs."""
    if _is_due(scene, i) or (i > 0 and scene.words[i - 1].signs & Sign.TITLE and not scene.words[i].lead):
        return True
    if scene.is_sport and end - i > 1 and end < len(scene.words) and scene.forms[end] == _OPENING:
        return True
    between = i > 0 and end < len(scene.words) and not scene.words[i].lead
    return bool(between and scene.words[i - 1].signs & scene.words[end].signs & Sign.BREAK)
