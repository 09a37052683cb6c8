"""Bodies: a noun such as وزارة with what it is over, and how far that goes."""

from tawatur.finders.mentions.clubs import club_end
from tawatur.finders.mentions.complements import complement_end, known_end
from tawatur.finders.mentions.extent import name_end
from tawatur.finders.mentions.scene import Scene
from tawatur.lexicon.name_words import Sign
from tawatur.lexicon.names import BodyKind
from tawatur.model import EntityType

_STOPS = Sign.BREAK | Sign.CLOSED | Sign.LATIN | Sign.CLAUSE | Sign.LETTER
_OPENING, _CLOSING = frozenset('"«“'), frozenset('"»”')


def find_bodies(scene: Scene, first: int, last: int) -> None:
    """Take the bodies named between two tokens."""
    for i in scene.hits(first, last, Sign.BODY):
        if not scene.taken[i] and not _is_no_body(scene, i):
            _take_body(scene, i, last)


def _is_no_body(scene: Scene, i: int) -> bool:
    """Whether the head alone or with the next word is a common noun: المجموعة الشمسية, الجهاز الهضمي."""
    if scene.words[i].stem in scene.names.hints.any_group:
        return True
    return scene.is_unlike(i)


def _take_body(scene: Scene, i: int, last: int) -> None:
    start, end = _body_span(scene, i, last)
    known = scene.known_at(i, last)
    if known and not _goes_further(scene, known[0], end):
        return
    if end > start and scene.is_free(start, end):
        scene.take_body(start, end, "body and what it is over")


def _goes_further(scene: Scene, known: int, end: int) -> bool:
    """Whether a body is another one than the known one it begins with: مجلس الأمن القومي."""
    return end > known and not scene.words[known].particles


def _body_span(scene: Scene, i: int, last: int) -> tuple[int, int]:
    """The tokens of the body whose head stands at token ``i``; equal where it names none."""
    kind = scene.names.bodies[scene.words[i].bare]
    if kind is BodyKind.CLUB or scene.words[i].bare in scene.names.hints.clubs:
        club = club_end(scene, i, last)
        if kind is BodyKind.CLUB or club > i:
            return i, club
    if kind in _NAMED or _bears_a_name(scene, i, last):
        return _brand(scene, i, last, kind)
    if kind is BodyKind.BRANCH and i > 0 and scene.words[i - 1].signs & Sign.TITLE:
        return i, i
    if kind is BodyKind.ARM and _is_over_a_body(scene, i, last):
        return i, i
    if kind is BodyKind.HOUSE and _is_called_after_a_name(scene, i + 1, last):
        return i, max(name_end(scene, i + 1, last), known_end(scene, i + 1, last))
    if kind is BodyKind.HOUSE and i + 1 < last and _is_adjective_only(scene, i + 1):
        return i, i
    end = _with_country(scene, complement_end(scene, i, last), i, last, kind)
    if kind is BodyKind.ORGAN and _is_only_a_place(scene, i, end) and not scene.is_sport:
        return i, i
    if kind in _OWNED and not _is_owned(scene, i, end, kind):
        return i, i
    return i, _with_number(scene, i, end, last) if end > i + 1 else i


def _with_number(scene: Scene, i: int, end: int, last: int) -> int:
    """The end of a name with the number that tells it from others: الرابطة المحترفة الثانية."""
    if end >= last or scene.forms[end] not in scene.names.hints.ordinal:
        return end
    feminine = scene.words[i].bare.endswith("ة")
    return end + 1 if feminine and scene.forms[end].endswith(("ة", "لي")) else end


def _bears_a_name(scene: Scene, i: int, last: int) -> bool:
    """Whether a foreign name of its own follows the head: منظمة أوكسفام, not منظمة العمل."""
    if (
        i + 1 >= last
        or scene.words[i].signs & Sign.DEFINITE
        or scene.words[i].bare not in scene.names.hints.named
    ):
        return False
    word = scene.words[i + 1]
    return (
        bool(word.signs & (Sign.FOREIGN | Sign.PASSABLE))
        and not word.lead
        and not scene.known_at(i + 1, last)
    )


def _is_over_a_body(scene: Scene, i: int, last: int) -> bool:
    """Whether an arm is only that of the body or person named next: رئاسة الجامعة, حكومة رئيس الوزراء."""
    if i + 1 >= last or scene.words[i].signs & Sign.DEFINITE:
        return False
    if scene.words[i + 1].signs & (Sign.TITLE | Sign.DEFINITE) == Sign.TITLE:
        return True
    return bool(scene.words[i + 1].signs & Sign.BODY) and scene.forms[i + 1] not in scene.names.hints.presided


def _is_adjective_only(scene: Scene, j: int) -> bool:
    """Whether an adjective of origin without the article makes a house any such one: جامعة أوروبية."""
    signs = scene.words[j].signs
    return bool(signs & Sign.NISBA) and not signs & Sign.DEFINITE


def _is_called_after_a_name(scene: Scene, j: int, last: int) -> bool:
    """Whether a person's name or a place stands right after the head: مستشفى سامي الجندي, جامعة حلوان."""
    if j >= last or scene.words[j].lead or scene.taken[j]:
        return False
    signs = scene.words[j].signs
    if signs & Sign.GIVEN and not signs & Sign.CLOSED and name_end(scene, j, last) > j + 1:
        return True
    return known_end(scene, j, last) > j


def _with_country(scene: Scene, end: int, i: int, last: int, kind: BodyKind) -> int:
    """A body named without its country, and the country after «في»: جهاز المخابرات في X."""
    short = end == i + 2 and not scene.words[i].signs & Sign.DEFINITE
    if kind is not BodyKind.ORGAN or not short or end + 1 >= last or scene.forms[end] != "في":
        return end
    match = scene.known_at(end + 1, last)
    named = any(word.signs & Sign.NISBA for word in scene.words[i + 1 : end])
    return match[0] if match and not named and match[1].key.isupper() else end


def _is_only_a_place(scene: Scene, i: int, end: int) -> bool:
    """Whether nothing but a known name follows the head: «إدارة الصين» names no body."""
    match = scene.known_at(i + 1, end) if end > i + 1 else None
    return match is not None and match[0] == end and not scene.words[i].signs & Sign.DEFINITE


_NAMED = frozenset((BodyKind.BRAND, BodyKind.PRESS, BodyKind.MOVEMENT))
_OWNED = frozenset((BodyKind.ARM, BodyKind.BRANCH, BodyKind.TROOP))


def _is_owned(scene: Scene, i: int, end: int, kind: BodyKind) -> bool:
    """Whether an arm is named with its owner: an adjective of origin, a place, or its own branch."""
    complement = scene.words[i + 1 : end]
    nisba = any(word.signs & Sign.NISBA for word in complement)
    if kind is BodyKind.TROOP:
        return not nisba and not any(word.signs & Sign.KNOWN for word in complement) and bool(complement)
    if nisba or any(scene.forms[k] in scene.names.hints.branch for k in range(i + 1, end)):
        return True
    return kind is BodyKind.ARM and any(word.signs & Sign.KNOWN for word in complement)


def _brand(scene: Scene, i: int, last: int, kind: BodyKind) -> tuple[int, int]:
    """A name of its own after its head: «شركة X»; with ordinary words the head belongs to it."""
    j = i + 1
    if j >= last or scene.words[i].signs & Sign.DEFINITE or scene.taken[j]:
        return i, i
    if scene.forms[j] in _OPENING:
        return _quoted(scene, j, last)
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


def _is_of_a_country(scene: Scene, i: int, k: int, last: int) -> bool:
    """Whether an adjective of a country that goes with the head is next: شركة الطيران التشيلية."""
    if k >= last or scene.words[k].lead or not scene.words[i].bare.endswith("ة"):
        return False
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


def _quoted(scene: Scene, j: int, last: int) -> tuple[int, int]:
    """A name in quotation marks of at most five words."""
    for k in range(j + 1, min(last, j + 7)):
        if scene.forms[k] in _CLOSING:
            return (j + 1, k) if scene.is_free(j + 1, k) else (j, j)
    return j, j
