"""People: by what they are called, by given names, and how far a name goes."""

from tawatur.finders.mentions.scene import Found, Scene
from tawatur.lexicon.name_words import Sign
from tawatur.lexicon.names import TitleKind
from tawatur.model import EntityType

_LONGEST_ROLE = 14
_LONGEST_NAME = 7
_APPOSITION = frozenset("،,")
_AFTER_TITLE = frozenset("/.:")
_IN_ROLE = frozenset(
    (
        "في",
        "لدي",
        "عن",
        "علي",
        "السابق",
        "السابقة",
        "الحالي",
        "الحالية",
        "الاول",
        "الجديد",
        "الجديدة",
        "الاسبق",
        "الراحل",
    )
)
_STOPS = Sign.BREAK | Sign.CLOSED


def find_people(scene: Scene, first: int, last: int) -> None:
    """Take the people named between two tokens: titled ones first, then by given name."""
    words = scene.words
    hits = [i for i in range(first, last) if words[i].signs & (Sign.TITLE | Sign.GIVEN)]
    for i in hits:
        if words[i].signs & Sign.TITLE and not scene.taken[i]:
            _after_title(scene, i, last)
    for i in hits:
        if words[i].signs & Sign.GIVEN and not scene.taken[i]:
            _by_given_name(scene, i, first, last)


def _after_title(scene: Scene, i: int, last: int) -> None:
    start = name_after_title(scene, i, last)
    if start is None:
        return
    end = name_end(scene, start, last)
    if end > start and scene.is_free(start, end):
        scene.take(Found(start, end, EntityType.PERSON, "title and name", title=(i, start)))


def name_after_title(scene: Scene, i: int, last: int) -> int | None:
    """Where the name begins that the title at token ``i`` leads to."""
    title = scene.names.titles[_title_word(scene, i)]
    j, limit = i + 1, min(last, i + 1 + _LONGEST_ROLE)
    apposed = False
    while j < limit:
        word = scene.words[j]
        form = scene.forms[j]
        if scene.taken[j]:
            return None
        if word.signs & Sign.BREAK:
            if form in _AFTER_TITLE and j == i + 1:
                j += 1
                continue
            if form in _APPOSITION and not apposed and j > i + 1 and title.kind is TitleKind.OFFICE:
                apposed = True
                if j + 1 < limit and _opens_after_comma(scene, j + 1, last):
                    return j + 1
            return None
        known = scene.known_at(j, last)
        if known and not known[1].weak and not _is_name(scene, j, last, direct=False):
            j = known[0]
            continue
        if starts_name(scene, j, i, last):
            return j
        if word.signs & Sign.CLOSED and form not in _IN_ROLE:
            return None
        if title.kind is TitleKind.ADDRESS and not word.signs & (Sign.TITLE | Sign.NISBA):
            return None
        if title.kind is TitleKind.CALLING and (j > i + 4 or not word.signs & (Sign.DEFINITE | Sign.TITLE)):
            return None
        j += 1
    return None


def _title_word(scene: Scene, i: int) -> str:
    word = scene.words[i]
    return word.bare if word.bare in scene.names.titles else word.stem


def _opens_after_comma(scene: Scene, j: int, last: int) -> bool:
    word = scene.words[j]
    return not word.lead and _is_name(scene, j, last, direct=False)


def starts_name(scene: Scene, j: int, title: int, last: int) -> bool:
    """Whether token ``j`` of a role opens the name of its holder."""
    word = scene.words[j]
    if word.lead or word.signs & (Sign.BREAK | Sign.LATIN):
        return False
    direct = j == title + 1 or bool(scene.words[j - 1].signs & (Sign.DEFINITE | Sign.TITLE))
    return _is_name(scene, j, last, direct=direct)


def _is_name(scene: Scene, j: int, last: int, *, direct: bool) -> bool:
    """Whether a name may open at token ``j``; ``direct`` where one is expected right there."""
    word = scene.words[j]
    signs = word.signs
    following = scene.words[j + 1].signs if j + 1 < last else Sign.BREAK
    if signs & Sign.CLOSED and not _is_ali(scene, j):
        return False
    if signs & Sign.GIVEN:
        if signs & (Sign.WEAK | Sign.KNOWN | Sign.TITLE | Sign.BODY):
            return (
                bool(following & (Sign.GIVEN | Sign.UNKNOWN))
                or _opens_compound(scene, j + 1, last)
                or (
                    bool(following & Sign.DEFINITE)
                    and not following & (Sign.NISBA | Sign.BODY | Sign.TITLE | Sign.CLOSED)
                    and direct
                )
                or (direct and bool(following & _STOPS) and not signs & Sign.TITLE)
            )
        return True
    if signs & Sign.DEFINITE:
        return False
    if _opens_compound(scene, j, last):
        return True
    if signs & Sign.UNKNOWN and len(word.stem) > 2:
        return direct or bool(following & (Sign.UNKNOWN | Sign.GIVEN))
    return False


def _is_ali(scene: Scene, j: int) -> bool:
    """Whether the letters of «على» are written as the name علي and stand by another name."""
    return (
        scene.words[j].stem == "علي"
        and scene.raw(j).endswith("ي")
        and bool(scene.words[j].signs & Sign.GIVEN)
    )


def _opens_compound(scene: Scene, j: int, last: int) -> bool:
    """A particle of names with its other half: عبد الرحمن, بن سالم, أبو العلا."""
    if j + 1 >= last or not scene.words[j].signs & Sign.PARTICLE:
        return False
    particle, other = scene.words[j].stem, scene.words[j + 1]
    if particle in _LINKS:
        return not other.signs & (_STOPS | Sign.TITLE) and not other.lead
    return bool(other.signs & Sign.COMPLETING)


_LINKS = frozenset(
    (
        "بن",
        "ابن",
        "بنت",
        "ابو",
        "ابي",
        "ابا",
        "ال",
        "ولد",
        "بو",
        "فان",
        "فون",
        "دي",
        "دا",
        "دو",
        "دوس",
        "ماك",
        "سان",
        "دل",
        "ديل",
        "لا",
        "لو",
    )
)


def _by_given_name(scene: Scene, i: int, first: int, last: int) -> None:
    if scene.words[i].signs & Sign.DEFINITE or not _is_name(scene, i, last, direct=False):
        return
    known = scene.known_at(i, last)
    end = name_end(scene, i, last)
    if known and known[0] >= end:
        return
    if end - i > 1 and scene.is_free(i, end):
        scene.take(Found(i, end, EntityType.PERSON, "given name"))


def name_end(scene: Scene, start: int, last: int) -> int:
    """Where the name of a person that begins at token ``start`` ends; ``start`` where none does."""
    words, forms = scene.words, scene.forms
    k, limit = start, min(last, start + _LONGEST_NAME)
    while k < limit and not scene.taken[k]:
        word = words[k]
        signs = word.signs
        if k > start and word.lead and not (signs & Sign.UNKNOWN and False):
            break
        if _opens_compound(scene, k, last):
            k += 2
            continue
        if signs & Sign.BREAK:
            if forms[k] in "-–" and scene.touches(k) and k + 1 < last and scene.touches(k + 1):
                k += 1
                continue
            break
        if signs & Sign.GIVEN and (not signs & Sign.CLOSED or _is_ali(scene, k)):
            if k > start and signs & Sign.TITLE and signs & Sign.DEFINITE:
                break
            k += 1
            continue
        if signs & Sign.CLOSED:
            break
        if signs & Sign.DEFINITE:
            if k > start and _is_surname(scene, k, last):
                k += 1
            break
        if signs & Sign.KNOWN and not signs & Sign.UNKNOWN and scene.known_at(k, last):
            end, known = scene.known_at(k, last) or (k, None)
            if known is not None and not known.weak:
                break
            k += 1
            continue
        if signs & Sign.UNKNOWN or (k > start and signs & Sign.KNOWN):
            k += 1
            continue
        if k > start and _is_plain_surname(scene, k, last):
            k += 1
        break
    while k > start and forms[k - 1] in "-–":
        k -= 1
    return k


def _is_surname(scene: Scene, k: int, last: int) -> bool:
    """Whether a word with the article closes a name: الجندي, الخطيب."""
    signs = scene.words[k].signs
    if signs & (Sign.TITLE | Sign.BODY | Sign.KNOWN | Sign.INSIDE) and not signs & Sign.GIVEN:
        return False
    if signs & Sign.NISBA:
        return bool(scene.words[k - 1].signs & Sign.GIVEN) and not _is_role_next(scene, k + 1, last)
    return True


def _is_role_next(scene: Scene, k: int, last: int) -> bool:
    return k < last and bool(scene.words[k].signs & (Sign.TITLE | Sign.NISBA))


def _is_plain_surname(scene: Scene, k: int, last: int) -> bool:
    """Whether an ordinary word closes a name: it follows a given name and governs nothing."""
    previous, signs = scene.words[k - 1].signs, scene.words[k].signs
    if not previous & Sign.GIVEN or signs & (
        Sign.TITLE | Sign.BODY | Sign.OUTSIDE | Sign.INSIDE | Sign.NISBA
    ):
        return False
    if scene.forms[k].endswith("ا") or len(scene.forms[k]) < 3:
        return False
    following = scene.words[k + 1].signs if k + 1 < last else Sign.BREAK
    return bool(following & (_STOPS | Sign.NISBA)) or (k + 1 < last and bool(scene.words[k + 1].particles))
