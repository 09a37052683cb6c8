"""Places and everything else that the gazetteers know, and places by the noun before them."""

from tawatur.finders.mentions.extent import name_end
from tawatur.finders.mentions.scene import Found, Scene
from tawatur.lexicon.name_words import Sign
from tawatur.model import EntityType

_STOPS = Sign.BREAK | Sign.CLOSED | Sign.CLAUSE | Sign.LATIN | Sign.TITLE | Sign.BODY


_OPENING, _CLOSING = frozenset('"«“'), frozenset('"»”')


def find_places(scene: Scene, first: int, last: int) -> None:
    """Take known names and places introduced by a noun between two tokens."""
    for i in range(first, last):
        if scene.taken[i]:
            continue
        signs = scene.words[i].signs
        if signs & Sign.INSIDE and _take_inside(scene, i, last):
            continue
        if signs & Sign.KNOWN:
            _take_known(scene, i, first, last)
        if signs & Sign.OUTSIDE and not scene.taken[i]:
            _take_after(scene, i, last)


def _take_known(scene: Scene, i: int, first: int, last: int) -> None:
    match = scene.known_at(i, last)
    if match is None:
        return
    end, known = match
    if not scene.is_free(i, end) or (known.weak and not _is_expected(scene, i, first)):
        return
    if known.type is EntityType.ORGANISATION:
        scene.take(Found(i, end, known.type, "known body", known=known))
    elif not scene.is_adverb(end - 1):
        scene.take(Found(i, end, known.type, "known place", known=known))


def _is_expected(scene: Scene, i: int, first: int) -> bool:
    """Whether the word before says that a place follows."""
    word = scene.words[i]
    if "ب" in word.particles or _is_quoted(scene, i):
        return True
    if i == first or word.lead:
        return False
    before = scene.words[i - 1].signs
    return bool(before & (Sign.LOCATING | Sign.OUTSIDE | Sign.BODY))


def _is_quoted(scene: Scene, i: int) -> bool:
    """Whether the word stands alone in quotation marks."""
    forms = scene.forms
    return 0 < i < len(forms) - 1 and forms[i - 1] in _OPENING and forms[i + 1] in _CLOSING


def _take_inside(scene: Scene, i: int, last: int) -> bool:
    """A place whose name holds its noun: نهر السند, مطار القاهرة."""
    known = scene.known_at(i, last)
    if known:
        return False
    j = i + 1
    if j >= last or scene.words[i].signs & Sign.DEFINITE or scene.words[j].lead:
        return False
    match = scene.known_at(j, last)
    end = match[0] if match else name_end(scene, j, last)
    signs = scene.words[j].signs
    if (
        end == j
        and not signs & (_STOPS | Sign.NISBA)
        and (signs & Sign.DEFINITE or (not _agrees(scene, i, j) and _is_cut_off(scene, j + 1, last)))
    ):
        end = j + 1
    if end == j or not scene.is_free(i, end):
        return False
    scene.take(Found(i, end, EntityType.PLACE, "place with its noun"))
    return True


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
    if j >= last or scene.words[i].signs & Sign.DEFINITE or scene.words[j].lead or scene.taken[j]:
        return
    signs = scene.words[j].signs
    kind = scene.names.outside[scene.words[i].bare]
    match = scene.known_at(j, last)
    if match:
        scene.take(Found(j, match[0], match[1].type, "known place", known=match[1]))
        return
    if signs & (_STOPS | Sign.NISBA | Sign.INSIDE | Sign.OUTSIDE | Sign.LETTER):
        return
    end = name_end(scene, j, last)
    if end == j and (signs & Sign.DEFINITE or not _agrees(scene, i, j) and _is_cut_off(scene, j + 1, last)):
        end = j + 1
    if end > j and scene.is_free(j, end):
        scene.take(Found(j, end, kind, "place after its noun"))
