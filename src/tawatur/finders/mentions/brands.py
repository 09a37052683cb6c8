"""Names of their own after a noun for bodies: «شركة X», «صحيفة X», «بنك "X"»."""

from tawatur.finders.mentions.extent import name_end
from tawatur.finders.mentions.scene import Scene
from tawatur.lexicon.name_words import Sign
from tawatur.lexicon.names import BodyKind
from tawatur.model import EntityType

_STOPS = Sign.BREAK | Sign.CLOSED | Sign.LATIN | Sign.CLAUSE | Sign.LETTER
_OPENING, _CLOSING = frozenset('"«“'), frozenset('"»”')
_AND = "و"
_LONGEST_LATIN, _LONGEST_QUOTED = 4, 6


def brand_span(scene: Scene, i: int, last: int, kind: BodyKind) -> tuple[int, int]:
    """A name of its own after the head at token ``i``; with ordinary words the head belongs to it."""
    j = i + 1
    if j >= last or scene.words[i].signs & Sign.DEFINITE or scene.taken[j]:
        return i, i
    marked = marked_span(scene, j, last)
    if marked[1] > j:
        return marked
    known, word = scene.known_at(j, last), scene.words[j]
    if kind is BodyKind.PRESS and known and known[1].outlet and not word.lead:
        return j, known[0]
    if word.lead or word.signs & _STOPS:
        return i, i
    if known and not known[1].weak:
        is_place = kind is BodyKind.PRESS and known[1].type is not EntityType.ORGANISATION
        return (j, known[0]) if is_place else (i, i)
    if known:
        return j, known[0]
    if word.signs & (Sign.UNKNOWN | Sign.GIVEN) and not word.signs & Sign.DEFINITE:
        return j, max(name_end(scene, j, last), j + 1)
    if word.signs & Sign.DEFINITE and not word.signs & Sign.NISBA:
        if kind is BodyKind.PRESS:
            return j, _press_end(scene, j, last)
        if kind is BodyKind.BRAND and _is_of_a_country(scene, i, j + 1, last):
            return i, j + 2
        if kind is not BodyKind.MOVEMENT or scene.forms[j] in scene.names.hints.traffic:
            return i, i
        if _is_paired(scene, j, last):
            return i, j + 2
        return (i, j + 1) if _may_be_called(scene, j, last) else (i, i)
    return i, i


def take_pair(scene: Scene, i: int, last: int) -> None:
    """Take the two names after a noun in the dual: صحيفتا النهار والسفير, شركتي «X» و«Y»."""
    j, kind = i + 1, scene.names.bodies[scene.words[i].bare]
    for _ in range(2):
        start, end = _one_of_two(scene, j, last, kind)
        if end == start or not scene.is_free(start, end):
            return
        scene.take_body(start, end, "body and what it is over")
        j = _next_of_two(scene, end, last)


def _one_of_two(scene: Scene, j: int, last: int, kind: BodyKind) -> tuple[int, int]:
    """One name of a pair: marked, known, or a word that may be a name; empty where none is."""
    if j >= last or (scene.words[j].lead and scene.words[j].particles != ("و",)):
        return j, j
    marked = marked_span(scene, j, last)
    if marked[1] > marked[0]:
        return marked
    known, signs = scene.known_at(j, last), scene.words[j].signs
    if known:
        return j, known[0]
    usable = Sign.UNKNOWN | Sign.GIVEN | (Sign.DEFINITE if kind is BodyKind.PRESS else Sign.NONE)
    return (j, j + 1) if signs & usable and not signs & (_STOPS | Sign.NISBA) else (j, j)


def _next_of_two(scene: Scene, end: int, last: int) -> int:
    """Where the second name of a pair begins, over a quotation mark and an adjective of origin."""
    while end < last and (scene.forms[end] in _CLOSING or _is_adjective(scene, end)):
        end += 1
    return end + 1 if end < last and scene.forms[end] == _AND else end


def _is_adjective(scene: Scene, k: int) -> bool:
    """Whether a word with the article may tell a paper's or a firm's origin: العبرية, الكويتية."""
    word = scene.words[k]
    return bool(word.signs & Sign.DEFINITE) and not word.lead and word.stem.endswith("ية")


def _is_of_a_country(scene: Scene, i: int, k: int, last: int) -> bool:
    """Whether an adjective of a country that goes with the head is next: شركة الطيران التشيلية."""
    if k >= last or scene.words[k].lead or not scene.words[i].bare.endswith("ة"):
        return False
    if scene.words[k].bare in scene.names.hints.national:
        return True
    both = Sign.DEFINITE | Sign.NISBA
    return scene.words[k].signs & both == both and scene.words[k].stem.endswith("ية")


def _is_paired(scene: Scene, j: int, last: int) -> bool:
    """Whether «و» joins a second word with the article to a movement's name: جماعة العدل والإحسان."""
    if j + 1 >= last or scene.words[j + 1].particles != ("و",):
        return False
    signs = scene.words[j + 1].signs
    return bool(signs & Sign.DEFINITE) and not signs & (Sign.BODY | Sign.TITLE | Sign.KNOWN | Sign.NISBA)


def _may_be_called(scene: Scene, j: int, last: int) -> bool:
    """Whether one word with the article may be what a movement is called: «حركة النهضة»."""
    if scene.words[j].stem.endswith(("ات", "ين")) or j + 1 >= last:
        return False
    return not scene.words[j + 1].signs & Sign.DEFINITE or bool(scene.words[j + 1].signs & Sign.NISBA)


def _press_end(scene: Scene, j: int, last: int) -> int:
    """The name of a paper after its head: its adjectives but not those of origin."""
    end = j + 1
    while end < last and scene.words[end].signs & Sign.DEFINITE and not scene.words[end].lead:
        if scene.words[end].signs & (Sign.NISBA | Sign.CLAUSE):
            break
        end += 1
    return end


def marked_span(scene: Scene, j: int, last: int) -> tuple[int, int]:
    """A name that quotation marks or Latin letters set off at token ``j``; empty where none is."""
    if j < last and scene.forms[j] in _OPENING:
        return _quoted(scene, j, last)
    end = j
    while (
        end < min(last, j + _LONGEST_LATIN) and scene.words[end].signs & Sign.LATIN and not scene.taken[end]
    ):
        end += 1
    return j, end


def _quoted(scene: Scene, j: int, last: int) -> tuple[int, int]:
    """A name in quotation marks of at most five words."""
    for k in range(j + 1, min(last, j + _LONGEST_QUOTED + 1)):
        if scene.forms[k] in _CLOSING:
            return (j + 1, k) if scene.is_free(j + 1, k) else (j, j)
    return j, j
