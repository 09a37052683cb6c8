"""Bodies: a noun such as وزارة with what it is over, and how far that goes."""

from tawatur.finders.mentions.people import name_end
from tawatur.finders.mentions.scene import Found, Scene
from tawatur.lexicon.name_words import Sign
from tawatur.lexicon.names import BodyKind
from tawatur.model import EntityType

_LONGEST = 9
_ARMED = frozenset(
    (
        "المسلحة",
        "الجوية",
        "البرية",
        "البحرية",
        "الجوي",
        "السواحل",
        "الوطني",
        "الثوري",
        "الجمهوري",
        "الخاصة",
        "الحر",
        "الملكي",
        "الملكية",
    )
)
_NOT_OVER = frozenset(("للصحفيين", "للصحافيين", "للانباء", "لوكالة", "لصحيفة", "للصحافة", "لقناة"))
_STOPS = Sign.BREAK | Sign.CLOSED | Sign.LATIN


def find_bodies(scene: Scene, first: int, last: int) -> None:
    """Take the bodies named between two tokens."""
    for i in range(first, last):
        if scene.taken[i]:
            continue
        if scene.words[i].signs & Sign.BODY:
            _take_body(scene, i, last)


def _take_body(scene: Scene, i: int, last: int) -> None:
    known = scene.known_at(i, last)
    start, end = body_span(scene, i, last)
    if known and known[0] >= end:
        return
    if end > start and scene.is_free(start, end):
        scene.take(Found(start, end, EntityType.ORGANISATION, "body and what it is over"))


def body_span(scene: Scene, i: int, last: int) -> tuple[int, int]:
    """The tokens of the body whose head stands at token ``i``; equal where it names none."""
    word = scene.words[i]
    kind = scene.names.bodies[word.bare]
    if kind is BodyKind.BRAND:
        return _brand(scene, i, last)
    end = _complement(scene, i, last)
    if kind is BodyKind.ARM and not _is_owned(scene, i, end, last):
        return i, i
    return i, end if end > i + 1 else i


def _brand(scene: Scene, i: int, last: int) -> tuple[int, int]:
    """A name of its own after its head: «شركة X»; with ordinary words the head belongs to it."""
    j = i + 1
    if j >= last or scene.words[i].signs & Sign.DEFINITE:
        return i, i
    if scene.forms[j] in '"«“' and j + 1 < last:
        return _quoted(scene, j, last)
    known = scene.known_at(j, last)
    signs = scene.words[j].signs
    if known or scene.words[j].lead:
        return i, i
    if signs & (Sign.UNKNOWN | Sign.GIVEN) and not signs & (_STOPS | Sign.DEFINITE):
        return j, max(name_end(scene, j, last), j + 1)
    return i, i


def _quoted(scene: Scene, j: int, last: int) -> tuple[int, int]:
    for k in range(j + 1, min(last, j + 6)):
        if scene.forms[k] in '"»”':
            return j + 1, k
    return j, j


def _is_owned(scene: Scene, i: int, end: int, last: int) -> bool:
    """Whether an arm is named with its owner: an adjective of origin, a place, or its own branch."""
    return any(
        scene.words[k].signs & (Sign.NISBA | Sign.KNOWN) or scene.forms[k] in _ARMED
        for k in range(i + 1, end)
    )


def _complement(scene: Scene, i: int, last: int) -> int:
    """Where the words end that say what the head at token ``i`` is over."""
    words = scene.words
    k, limit = i + 1, min(last, i + 1 + _LONGEST)
    definite = bool(words[i].signs & Sign.DEFINITE)
    end = i + 1
    while k < limit and not scene.taken[k]:
        word = words[k]
        signs = word.signs
        if signs & _STOPS:
            break
        if k > i + 1 and signs & (Sign.BODY | Sign.TITLE) and not (word.particles == ("ل",)):
            break
        known = scene.known_at(k, last)
        if known and not known[1].weak and not word.particles and not definite:
            return known[0]
        if word.particles:
            if not _joins(scene, k, i, end):
                break
        elif definite and not signs & Sign.DEFINITE and k == end:
            if not (k > i + 1 and words[k - 1].particles):
                break
        if signs & Sign.DEFINITE:
            definite = True
            end = k + 1
        elif known:
            end = known[0]
            k = end - 1
        elif signs & Sign.UNKNOWN:
            end = k + 1
        k += 1
    return end


def _joins(scene: Scene, k: int, i: int, end: int) -> bool:
    """Whether «و» or «ل» at token ``k`` goes on with the name: للدعوة والإغاثة."""
    word = scene.words[k]
    if end != k or (scene.forms[k] in _NOT_OVER and scene.forms[k] != "للانباء"):
        return False
    if word.particles == ("و",):
        return (
            bool(word.signs & Sign.DEFINITE)
            and k > i + 1
            and not word.signs & (Sign.TITLE | Sign.BODY | Sign.KNOWN)
        )
    return word.particles == ("ل",) and not word.signs & (Sign.GIVEN | Sign.UNKNOWN)
