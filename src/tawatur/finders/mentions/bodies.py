"""Bodies: a noun such as وزارة with what it is over, and how far that goes."""

from tawatur.finders.mentions.arms import arm_span, is_over_a_body, station_start, take_ministry
from tawatur.finders.mentions.brands import brand_span, marked_span, take_pair
from tawatur.finders.mentions.clubs import club_end
from tawatur.finders.mentions.complements import complement_end, known_end
from tawatur.finders.mentions.extent import name_end
from tawatur.finders.mentions.namesakes import with_qualities
from tawatur.finders.mentions.scene import Scene
from tawatur.lexicon.name_words import Sign
from tawatur.lexicon.names import BodyKind

_NAMED = frozenset((BodyKind.BRAND, BodyKind.PRESS, BodyKind.MOVEMENT))
_OWNED = frozenset((BodyKind.ARM, BodyKind.BRANCH, BodyKind.TROOP))
_ARMS = frozenset((BodyKind.ARM, BodyKind.BRANCH))
_COMPLETE, _PLURAL = 4, ("ين", "ون")
_LED = frozenset((BodyKind.HOUSE, BodyKind.ORGAN))


def find_bodies(scene: Scene, first: int, last: int) -> None:
    """Take the bodies named between two tokens."""
    done = first
    for i in scene.hits(first, last, Sign.BODY):
        if scene.words[i].bare in scene.names.pairs:
            take_pair(scene, i, last)
        elif i >= done and not scene.taken[i] and not _is_no_body(scene, i):
            done = _take_body(scene, i, last)


def _is_no_body(scene: Scene, i: int) -> bool:
    """Whether the head alone or with the next word is a common noun: المجموعة الشمسية, الجهاز الهضمي."""
    if scene.words[i].stem in scene.names.hints.any_group:
        return True
    return scene.is_unlike(i)


def _take_body(scene: Scene, i: int, last: int) -> int:
    """Take the body at token ``i``; where it ends, or the known one that is left to the gazetteers."""
    start, end = _body_span(scene, i, last)
    known = scene.known_at(i, last)
    if known and not _goes_further(scene, i, known[0], end):
        return i if known[1].weak else known[0]
    if end == start + 1 == i + 1 and scene.names.bodies[scene.words[i].bare] is BodyKind.BRANCH:
        take_ministry(scene, i)
    elif end > start and scene.is_free(start, end):
        start = station_start(scene, start)
        scene.take_body(start, end, "body and what it is over")
    return end


def _goes_further(scene: Scene, i: int, known: int, end: int) -> bool:
    """Whether a body is another one than the known one it begins with: مجلس الأمن القومي.

    A long name is complete but for its country, and a plural after a name tells who its people are.
    """
    if end <= known or scene.words[known].particles:
        return end > known and _is_of_a_game(scene, i, known)
    plural = scene.words[known].stem.endswith(_PLURAL)
    of_a_country = scene.words[known].signs & Sign.NISBA or scene.is_adjective(known, known + 1)
    return bool(of_a_country) or (known - i < _COMPLETE and not plural)


def _is_of_a_game(scene: Scene, i: int, k: int) -> bool:
    """Whether what is played follows at token ``k`` the guild at ``i``: الاتحاد الأفريقي لكرة السلة."""
    head, hints = scene.words[i], scene.names.hints
    if k >= len(scene.words) or not head.signs & Sign.DEFINITE or head.bare not in hints.guild:
        return False
    return scene.words[k].particles == ("ل",) and scene.words[k].bare in hints.games


def _body_span(scene: Scene, i: int, last: int) -> tuple[int, int]:
    """The tokens of the body whose head stands at token ``i``; equal where it names none."""
    kind = _kind_of(scene, i)
    if kind is BodyKind.CLUB and _is_a_ground(scene, i):
        return i, i
    if kind is BodyKind.CLUB or scene.words[i].bare in scene.names.hints.clubs:
        club = club_end(scene, i, last)
        if kind is BodyKind.CLUB or (club > i and not _is_of_a_game(scene, i, club)):
            return i, club
    if scene.words[i].bare in scene.names.hints.firm and scene.words[i].signs & Sign.DEFINITE:
        return _firm_span(scene, i, last)
    if kind in _NAMED or _bears_a_name(scene, i, last):
        return brand_span(scene, i, last, kind)
    if kind in _LED and not scene.words[i].signs & Sign.DEFINITE:
        marked = marked_span(scene, i + 1, last)
        if marked[1] > marked[0]:
            return marked
    if _is_loose(scene, i) and not _gathers_a_name(scene, i + 1, last):
        return i, i
    if kind is BodyKind.BRANCH and i > 0 and scene.words[i - 1].signs & Sign.TITLE:
        return i, i
    if kind in _ARMS and is_over_a_body(scene, i, last):
        return i, i
    if kind is BodyKind.HOUSE and _belongs_to_a_university(scene, i, last):
        return i, _body_span(scene, i + 1, last)[1]
    if kind is BodyKind.HOUSE and _is_called_after_a_name(scene, i + 1, last):
        end = max(name_end(scene, i + 1, last), known_end(scene, i + 1, last))
        return i, with_qualities(scene, end, last)
    if kind is BodyKind.HOUSE and i + 1 < last and _is_adjective_only(scene, i + 1):
        return i, i
    end = _with_country(scene, complement_end(scene, i, last), i, last, kind)
    if kind is BodyKind.ORGAN and _is_only_a_place(scene, i, end) and not _may_be_seated(scene, i):
        return i, i
    if kind in _OWNED:
        return arm_span(scene, i, end, last, kind)
    return i, _with_number(scene, i, end, last) if end > i + 1 else i


def _kind_of(scene: Scene, i: int) -> BodyKind:
    """How the head at token ``i`` opens a name; broadcasters with the article are those of a country."""
    word = scene.words[i]
    if word.signs & Sign.DEFINITE and word.bare in scene.names.hints.media:
        return BodyKind.ARM
    return scene.names.bodies[word.bare]


def _is_loose(scene: Scene, i: int) -> bool:
    """Whether the head without the article gathers things of any kind: مجموعة, وحدة."""
    return scene.words[i].bare in scene.names.hints.loose and not scene.words[i].signs & Sign.DEFINITE


def _is_a_ground(scene: Scene, i: int) -> bool:
    """Whether the noun of a club is where a game is played: «في الملعب الشرفي», «على أرضية الملعب»."""
    if not scene.words[i].signs & Sign.INSIDE or i == 0:
        return False
    return scene.words[i].particles == ("ب",) or scene.forms[i - 1] in scene.names.hints.ground


def _firm_span(scene: Scene, i: int, last: int) -> tuple[int, int]:
    """A firm named by what it does: الشركة الوطنية للغاز; empty for «الشركة الوطنية», «حكومة الوحدة»."""
    if i and scene.words[i - 1].signs & (Sign.BODY | Sign.DEFINITE) == Sign.BODY:
        return i, i
    end = complement_end(scene, i, last)
    active = any(word.particles == ("ل",) for word in scene.words[i + 2 : end])
    return (i, end) if active else (i, i)


def _with_number(scene: Scene, i: int, end: int, last: int) -> int:
    """The end of a name with the number that tells it from others: الرابطة المحترفة الثانية."""
    if end >= last or scene.forms[end] not in scene.names.hints.ordinal:
        return end
    feminine = scene.words[i].bare.endswith("ة")
    return end + 1 if feminine and scene.forms[end].endswith(("ة", "لي")) else end


def _gathers_a_name(scene: Scene, j: int, last: int) -> bool:
    """Whether a name that is not known by itself follows «مجموعة»: مجموعة الحكير, not «مجموعة البنوك»."""
    if j >= last or scene.words[j].lead:
        return False
    known = scene.known_at(j, last)
    if known is not None:
        return known[1].weak
    return bool(scene.words[j].signs & (Sign.UNKNOWN | Sign.GIVEN | Sign.SURNAME))


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


def _is_adjective_only(scene: Scene, j: int) -> bool:
    """Whether an adjective of origin without the article makes a house any such one: جامعة أوروبية."""
    signs = scene.words[j].signs
    return bool(signs & Sign.NISBA) and not signs & Sign.DEFINITE


def _belongs_to_a_university(scene: Scene, i: int, last: int) -> bool:
    """Whether the name of a house of learning comes next, whose house this is: مستشفى جامعة أسيوط."""
    learned = scene.names.hints.learned
    if i + 1 >= last or scene.words[i].signs & Sign.DEFINITE or scene.words[i].bare in learned:
        return False
    after = scene.words[i + 1]
    return after.stem in learned and not after.lead and _body_span(scene, i + 1, last)[1] > i + 2


def _is_called_after_a_name(scene: Scene, j: int, last: int) -> bool:
    """Whether a person's name or a place stands right after the head: مستشفى سامي الجندي, جامعة حلوان."""
    if j >= last or scene.words[j].lead or scene.taken[j]:
        return False
    signs = scene.words[j].signs
    if signs & Sign.GIVEN and not signs & Sign.CLOSED and name_end(scene, j, last) > j + 1:
        return True
    known = scene.known_at(j, last)
    return known is not None and not known[1].outlet


def _with_country(scene: Scene, end: int, i: int, last: int, kind: BodyKind) -> int:
    """A body named without its country, and the country after «في»: جهاز المخابرات في X."""
    short = end == i + 2 and not scene.words[i].signs & Sign.DEFINITE
    if kind not in _LED or end + 1 >= last or scene.forms[end] != "في":
        return end
    if kind is BodyKind.HOUSE:
        return _seat_end(scene, i, end, last)
    if not short:
        return end
    match = scene.known_at(end + 1, last)
    named = any(word.signs & Sign.NISBA for word in scene.words[i + 1 : end])
    return match[0] if match and not named and match[1].key.isupper() else end


def _seat_end(scene: Scene, i: int, end: int, last: int) -> int:
    """The end of a university's town where its country's adjective says no more: الجامعة الأميركية في X."""
    both = Sign.DEFINITE | Sign.NISBA
    foreign = end == i + 2 and scene.words[i].signs & scene.words[end - 1].signs & Sign.DEFINITE
    if not foreign or scene.words[end - 1].signs & both != both or not scene.is_known(end + 1, last):
        return end
    match = scene.known_at(end + 1, last)
    return match[0] if match else end


def _is_only_a_place(scene: Scene, i: int, end: int) -> bool:
    """Whether nothing but a known name follows the head: «إدارة الصين» names no body."""
    match = scene.known_at(i + 1, end) if end > i + 1 else None
    return match is not None and match[0] == end and not scene.words[i].signs & Sign.DEFINITE


def _may_be_seated(scene: Scene, i: int) -> bool:
    """Whether a place alone tells which body is meant: أمانة الأحساء, in sport a federation."""
    return scene.is_sport or scene.words[i].bare in scene.names.hints.seated
