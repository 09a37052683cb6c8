"""Arms of states: an army by its owner, a ministry that speaks, a police station by its place."""

from tawatur.finders.mentions.extent import name_end
from tawatur.finders.mentions.scene import Found, Scene
from tawatur.lexicon.name_words import Sign, Word
from tawatur.lexicon.names import BodyKind
from tawatur.model import EntityType


def arm_span(scene: Scene, i: int, end: int, last: int, kind: BodyKind) -> tuple[int, int]:
    """The tokens of the arm whose head at token ``i`` is over what follows; equal where it is none."""
    if _is_station(scene, i, last):
        return i, max(end, i + 2)
    if _is_owned(scene, i, end, kind):
        return i, end
    return (i, i + 1) if _is_ministry_that_speaks(scene, i, last) else (i, i)


def take_ministry(scene: Scene, i: int) -> None:
    """Take the branch at token ``i`` as the ministry of that name met before, if any: «قالت الخارجية»."""
    stem = scene.words[i].stem
    fuller = next((one for one in scene.found if scene.stems(one)[1:2] == (stem,)), None)
    known = fuller.known if fuller else None
    scene.take(Found(i, i + 1, EntityType.ORGANISATION, "head of a name", known=known, of=fuller))


def _is_station(scene: Scene, i: int, last: int) -> bool:
    """Whether the place a police station is called after is next, known or not: مركز شرطة ديراب."""
    if not _follows_station(scene, i) or i + 1 >= last:
        return False
    after = scene.words[i + 1]
    named = after.signs & (Sign.DEFINITE | Sign.UNKNOWN) and not after.signs & (Sign.NISBA | Sign.CLOSED)
    return bool(named) and not after.lead


def station_start(scene: Scene, start: int) -> int:
    """Where the name of a police station begins: قسم شرطة الميناء."""
    return start - 1 if _follows_station(scene, start) and not scene.taken[start - 1] else start


def _follows_station(scene: Scene, i: int) -> bool:
    """Whether token ``i`` is the police whose station the word before is."""
    word = scene.words[i]
    if word.bare not in scene.names.hints.police or word.lead or word.signs & Sign.DEFINITE or i == 0:
        return False
    before = scene.words[i - 1]
    return before.bare in scene.names.hints.station and not before.signs & Sign.DEFINITE


def _is_owned(scene: Scene, i: int, end: int, kind: BodyKind) -> bool:
    """Whether an arm is named with its owner: an adjective of origin, a place, or its own branch."""
    complement = scene.words[i + 1 : end]
    nisba = any(word.signs & Sign.NISBA for word in complement)
    holds_name = any(scene.known_at(k, end) for k in range(i + 1, end))
    if kind is BodyKind.TROOP and holds_name:
        return False
    if kind is BodyKind.TROOP:
        return _is_task(scene, complement) if not nisba else bool(complement[0].signs & Sign.BODY)
    if nisba or any(scene.forms[k] in scene.names.hints.branch for k in range(i + 1, end)):
        return True
    return kind is BodyKind.ARM and holds_name


def _is_task(scene: Scene, complement: list[Word]) -> bool:
    """Whether what forces are called after is a task: قوات الطوارئ, neither «قوات الأمن» nor «قوات الحرس»."""
    if not complement or complement[0].signs & Sign.BODY:
        return False
    return len(complement) > 1 or complement[0].bare not in scene.names.hints.any_troop


def _is_ministry_that_speaks(scene: Scene, i: int, last: int) -> bool:
    """Whether a ministry is named by its branch alone, as what says something: «أعلنت الداخلية»."""
    word = scene.words[i]
    if i == 0 or word.lead or not word.signs & Sign.DEFINITE or not word.bare.endswith("ية"):
        return False
    told = i + 1 < last and scene.words[i + 1].signs & (Sign.SAYING | Sign.DEFINITE)
    if scene.words[i - 1].signs & Sign.SAYING:
        return not told
    return i == scene.sentence_of(i)[0] and (told == Sign.SAYING or scene.heads_what_is_said(i))


def is_over_a_body(scene: Scene, i: int, last: int) -> bool:
    """Whether an arm is only that of the body or person named next: رئاسة الجامعة, حكومة رئيس الوزراء."""
    if i + 1 >= last or scene.words[i].signs & Sign.DEFINITE:
        return False
    if scene.words[i + 1].signs & (Sign.TITLE | Sign.DEFINITE | Sign.OUTSIDE) == Sign.TITLE:
        return True
    if scene.words[i + 1].signs & Sign.GIVEN and name_end(scene, i + 1, last) > i + 2:
        return True
    return bool(scene.words[i + 1].signs & Sign.BODY) and scene.forms[i + 1] not in scene.names.hints.presided
