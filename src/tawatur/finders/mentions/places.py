"""Places by the noun before them, between them the names that the gazetteers know."""

from tawatur.finders.mentions.extent import name_end
from tawatur.finders.mentions.known import take_known
from tawatur.finders.mentions.namesakes import with_qualities
from tawatur.finders.mentions.scene import Found, Scene
from tawatur.lexicon.gazetteer import Known
from tawatur.lexicon.name_words import Sign
from tawatur.lexicon.names import ARTICLE
from tawatur.model import EntityType

_STOPS = Sign.BREAK | Sign.CLOSED | Sign.CLAUSE | Sign.LATIN | Sign.TITLE | Sign.BODY
_GOVERNING = Sign.INSIDE | Sign.DEFINITE
_NAMELIKE = Sign.UNKNOWN | Sign.GIVEN | Sign.PASSABLE
_OPENING, _CLOSING = frozenset('"«“('), frozenset('"»”)')
_LONGEST_MARKED = 3
_BY, _ROAD = "عن", "طريق"
_NUMBER = frozenset(("رقم", "عدد"))
_LISTING = frozenset("،,و")


def find_places(scene: Scene, first: int, last: int) -> None:
    """Take known names and places introduced by a noun between two tokens."""
    for i in scene.hits(first, last, Sign.INSIDE | Sign.KNOWN | Sign.OUTSIDE | Sign.OPENING):
        if scene.taken[i]:
            continue
        signs = scene.words[i].signs
        if signs & Sign.OPENING:
            _take_opened(scene, i, first, last)
            if scene.taken[i]:
                continue
        if signs & Sign.INSIDE and _take_inside(scene, i, last):
            continue
        if signs & Sign.KNOWN:
            take_known(scene, i, first, last)
        if signs & Sign.OUTSIDE and not scene.taken[i]:
            _take_after(scene, i, last)


def _take_opened(scene: Scene, i: int, first: int, last: int) -> None:
    """A place of two words whose first opens nothing but names of places: «في كفر عمار»."""
    word = scene.words[i]
    j = i + 1
    if j >= last or scene.words[j].lead or scene.words[j].signs & _STOPS or word.signs & Sign.DEFINITE:
        return
    if not _is_place_expected(scene, i, first) or scene.known_at(i, last):
        return
    end = max(_stranger_end(scene, j, last), j + 1) if scene.words[j].signs & _NAMELIKE else j + 1
    kind = EntityType.PLACE if word.stem in scene.names.hints.landmark else EntityType.POLITY
    if scene.is_free(i, end):
        scene.take(Found(i, end, kind, "place by its first word"))


def _is_place_expected(scene: Scene, i: int, first: int) -> bool:
    """Whether «بـ», a noun of places or «في» stands before token ``i``; «في» before a name only."""
    word = scene.words[i]
    if word.lead:
        return word.particles == ("ب",) and bool(scene.words[i + 1].signs & _NAMELIKE)
    if i == first:
        return False
    before, after = scene.words[i - 1].signs, scene.words[i + 1].signs
    if before & Sign.OUTSIDE and not before & Sign.DEFINITE:
        return True
    return bool(before & Sign.LOCATING and (after & _NAMELIKE or scene.known_at(i + 1, len(scene.words))))


def _take_inside(scene: Scene, i: int, last: int) -> bool:
    """A place whose name holds its noun: نهر السند, مطار القاهرة."""
    known = scene.known_at(i, last)
    if known:
        return False
    j = i + 1
    if j >= last or scene.words[j].lead or _is_no_place(scene, i):
        return False
    if scene.words[i].signs & Sign.DEFINITE:
        return _take_graded(scene, i, last)
    if scene.forms[j] in _OPENING:
        return _take_marked(scene, j, last, EntityType.PLACE)
    match = _place_at(scene, j, last)
    end = match[0] if match else _stranger_end(scene, j, last)
    if end == j + 1 and scene.words[j].signs & Sign.WEAK and scene.words[i].bare in scene.names.strict:
        return False
    if end > j:
        end = with_qualities(scene, end, last)
    signs = scene.words[j].signs
    if (
        end == j
        and not signs & (_STOPS | Sign.NISBA)
        and scene.words[i].bare not in scene.names.strict
        and (signs & Sign.DEFINITE or (not _agrees(scene, i, j) and _is_cut_off(scene, j + 1, last)))
    ):
        end = j + 1
    if end == j or not scene.is_free(i, end):
        return False
    scene.take(Found(i, end, EntityType.PLACE, "place with its noun"))
    return True


def _take_graded(scene: Scene, i: int, last: int) -> bool:
    """A place with the article, named by its kind and its town: «السجن المدني» in «السجن المدني بقفصة»."""
    if scene.words[i].bare == _ROAD:
        return _take_numbered(scene, i, last)
    end = with_qualities(scene, i + 1, last)
    if end == i + 1 or end >= last or scene.words[end].particles != ("ب",) or not scene.is_known(end, last):
        return False
    if not scene.is_free(i, end):
        return False
    scene.take(Found(i, end, EntityType.PLACE, "place with its noun"))
    return True


def _take_numbered(scene: Scene, i: int, last: int) -> bool:
    """A road by its number: «الطريق الوطنية رقم 12»."""
    end = i + 4
    if end > last or scene.forms[i + 2] not in _NUMBER or not scene.forms[i + 3].isdigit():
        return False
    scene.take(Found(i, end, EntityType.PLACE, "place with its noun"))
    return True


def _is_no_place(scene: Scene, i: int) -> bool:
    """Whether the noun is a means, «عن طريق», or a verb by its hamza, «وأدى»."""
    return (i > 0 and scene.forms[i - 1] == _BY) or (not scene.words[i].lead and scene.shows_hamza(i))


def _may_be_ordinary(scene: Scene, noun: str, j: int, last: int) -> bool:
    """Whether an ordinary word is a name after a noun: not «منطقة الجزاء», but «منطقة القاع بالبقاع»."""
    names, following = scene.names, scene.words[j + 1] if j + 1 < last else None
    if noun in names.several:
        if not noun.endswith("تي"):
            return False
        return "و" in scene.words[j].particles or (following is not None and "و" in following.particles)
    if noun in names.strict:
        return False
    if noun not in names.broad or not scene.words[j].signs & Sign.DEFINITE:
        return True
    if following is None or following.particles != ("ب",):
        return False
    if following.signs & Sign.OUTSIDE:
        return True
    known = _place_at(scene, j + 1, last)
    return known is not None and known[1].type is not EntityType.ORGANISATION


def _place_at(scene: Scene, j: int, last: int) -> tuple[int, Known] | None:
    """The known name at token ``j``, if it is not one that only its surroundings make a body's."""
    match = scene.known_at(j, last)
    return None if match and match[1].weak and match[1].type is EntityType.ORGANISATION else match


def _stranger_end(scene: Scene, j: int, last: int) -> int:
    """Where a name ends that an unknown word or a given name opens; ``j`` where none does."""
    if scene.forms[j] == ARTICLE:
        return j
    return name_end(scene, j, last) if scene.words[j].signs & _NAMELIKE else j


def _agrees(scene: Scene, i: int, j: int) -> bool:
    """Whether an ordinary word may be an adjective of the noun: مدينة كبيرة, إقليم جديد."""
    feminine = scene.words[i].bare.endswith("ة")
    return scene.words[j].stem.endswith("ة") == feminine or scene.words[j].stem.endswith("ات")


def _is_cut_off(scene: Scene, k: int, last: int) -> bool:
    """Whether nothing that a noun could govern follows at token ``k``."""
    return k >= last or bool(scene.words[k].signs & _STOPS) or bool(scene.words[k].particles)


def _take_after(scene: Scene, i: int, last: int) -> None:
    """A place after a noun that stays outside its name: مدينة X."""
    j = i + 1
    if j >= last or scene.words[i].signs & Sign.DEFINITE or scene.taken[j]:
        return
    if (scene.words[i].stem, scene.forms[j]) in scene.names.hints.unlike:
        return
    if scene.words[j].lead:
        _take_attached(scene, i, j)
        return
    if scene.forms[j] in _OPENING:
        _take_marked(scene, j, last, scene.names.outside[scene.words[i].bare])
        return
    kind = scene.names.outside[scene.words[i].bare]
    end = _take_place(scene, i, j, last, kind)
    if scene.words[i].bare in scene.names.several:
        while end > j and end < last:
            j = end + 1 if scene.forms[end] in _LISTING else end
            if j >= last or (j == end and not scene.words[j].lead):
                return
            end = _take_place(scene, i, j, last, kind)


def _take_marked(scene: Scene, j: int, last: int, kind: EntityType) -> bool:
    """A place in quotation marks or brackets after its noun: منطقة (المناخر)."""
    ends = range(j + 2, min(last, j + _LONGEST_MARKED + 2))
    end = next((k for k in ends if scene.forms[k] in _CLOSING), None)
    if end is None or any(word.signs & _STOPS for word in scene.words[j + 1 : end]):
        return False
    match, rule = _place_at(scene, j + 1, end), "place after its noun"
    if match and match[0] == end:
        scene.take(Found(j + 1, end, match[1].type, rule, known=match[1]))
    else:
        scene.take(Found(j + 1, end, kind, rule, lead=0))
    return True


def _take_attached(scene: Scene, i: int, j: int) -> None:
    """An unknown place that only begins like «بالـ»: إقليم بالوشيستان."""
    word = scene.words[j]
    if word.signs & Sign.UNKNOWN and word.signs & Sign.DEFINITE and word.particles == ("ب",):
        kind = scene.names.outside[scene.words[i].bare]
        scene.take(Found(j, j + 1, kind, "place after its noun", lead=0))


def _take_place(scene: Scene, i: int, j: int, last: int, kind: EntityType) -> int:
    """Take the place that token ``j`` opens after the noun at ``i``; its end, or ``j`` where none is."""
    if scene.taken[j]:
        return next(found.last for found in scene.found if found.first <= j < found.last)
    signs = scene.words[j].signs
    match = _place_at(scene, j, last)
    if match:
        scene.take(Found(j, match[0], match[1].type, "known place", known=match[1]))
        return match[0]
    noun = scene.words[i].bare
    if signs & (_STOPS | Sign.NISBA | Sign.OUTSIDE | Sign.LETTER) or signs & _GOVERNING == Sign.INSIDE:
        return j
    if signs & (Sign.ORDINARY | Sign.PASSABLE) == Sign.ORDINARY and not _may_be_ordinary(
        scene, noun, j, last
    ):
        return j
    end = _stranger_end(scene, j, last)
    if signs & Sign.OPENING and end == j and j + 1 < last and not scene.words[j + 1].signs & _STOPS:
        end = j + 2
    if end == j and (signs & Sign.DEFINITE or (not _agrees(scene, i, j) and _is_cut_off(scene, j + 1, last))):
        end = j + 1
    if end > j and scene.is_free(j, end):
        scene.take(Found(j, end, kind, "place after its noun"))
        return end
    return j
