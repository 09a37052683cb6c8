"""People by what they are called: the name that an office, a form of address or a calling leads to."""

from tawatur.finders.mentions.extent import name_end
from tawatur.finders.mentions.opening import closes_at_once, is_a_house, is_held, opens_name
from tawatur.finders.mentions.parts import SONS, is_verb, opens_compound
from tawatur.finders.mentions.scene import Found, Scene
from tawatur.lexicon.name_words import Sign
from tawatur.lexicon.names import ARTICLE, TitleKind
from tawatur.model import EntityType

_LONGEST_ROLE, _LONGEST_APPOSITION, _SHORT = 14, 4, 2
_APPOSITION = frozenset("،,")
_ENDS_NAME = frozenset("،,.؛:()")
_ADVERBIAL, _AND = "ا", ("و",)
_AFTER_TITLE = frozenset("/.:\\-")
_SLASHES = frozenset("/،-–—:*")
_QUOTES = frozenset('"«»“”')
_NO_PART = Sign.CLOSED | Sign.CLAUSE | Sign.BREAK | Sign.DEFINITE | Sign.NISBA | Sign.BODY | Sign.LATIN


def take_titled(scene: Scene, i: int, last: int) -> None:
    """Take the name that the title at token ``i`` leads to: «وزير الدفاع سامي الجندي»."""
    if not _is_title(scene, i) or scene.words[i].signs & Sign.OPENING:
        return
    start = _name_after_title(scene, i, last)
    if start is None:
        return
    if start == i + 1 and _is_itself_a_name(scene, i):
        return
    end = max(name_end(scene, start, last), _apposition_end(scene, i, start, last))
    if end > start and scene.is_free(start, end):
        scene.take(Found(start, end, EntityType.PERSON, "title and name", title=(i, start)))


def _is_title(scene: Scene, i: int) -> bool:
    """Whether the word stands for a person here: not «الهيئة المديرة», «فريق» of players, «جدة» the town."""
    word = scene.words[i]
    if not word.signs & Sign.DEFINITE and (word.signs & Sign.BODY or scene.is_known(i, i + 1)):
        return False
    if i and opens_compound(scene, i - 1, i + 1):
        return False
    before = scene.words[i - 1].signs if i and not word.lead else Sign.NONE
    both = Sign.BODY | Sign.DEFINITE
    return not (word.signs & Sign.DEFINITE and before & both == both)


def _is_itself_a_name(scene: Scene, i: int) -> bool:
    """Whether the title is the given name of somebody with a title of his own: سلطان, أمير."""
    signs = scene.words[i].signs
    before = scene.words[i - 1].signs if i else Sign.NONE
    if not signs & Sign.GIVEN or signs & Sign.DEFINITE or scene.words[i].lead:
        return False
    if before & Sign.BREAK and scene.forms[i - 1] in _SLASHES:
        return True
    return bool(before & (Sign.DEFINITE | Sign.SAYING | Sign.TITLE))


def _name_after_title(scene: Scene, i: int, last: int) -> int | None:
    """Where the name begins that the title at token ``i`` leads to."""
    kind = scene.names.titles[_title_word(scene, i)].kind
    j, limit = i + 1, min(last, i + 1 + _LONGEST_ROLE)
    while j < limit and not scene.taken[j]:
        word = scene.words[j]
        if word.signs & Sign.BREAK:
            if scene.forms[j] in _QUOTES and kind is TitleKind.OFFICE:
                j += 1
                continue
            if j == i + 1 and scene.forms[j] in _AFTER_TITLE:
                j += 1
                continue
            return None if kind is TitleKind.ADDRESS else _after_comma(scene, i, j, last)
        house = _house_end(scene, j, i, last)
        if house > j:
            j = house
            continue
        if _starts_name(scene, j, i, last):
            return j
        seat = _seat_end(scene, j, last) if kind is TitleKind.OFFICE else j
        if seat == j and not _may_stand_in_role(scene, j, i, kind):
            return None
        if seat > j:
            j = seat
            continue
        known = scene.known_at(j, last)
        j = known[0] if known and not known[1].weak else j + 1
    return None


def _seat_end(scene: Scene, j: int, last: int) -> int:
    """The end of «في» and a known place at token ``j`` of a role; ``j`` where none stands there."""
    if scene.forms[j] != "في" or j + 1 >= last or not scene.is_known(j + 1, last):
        return j
    match = scene.known_at(j + 1, last)
    return match[0] if match else j


def _house_end(scene: Scene, j: int, title: int, last: int) -> int:
    """The end of the name after which a house of the role is called at token ``j``.

    «مدير مستشفى سامي الجندي زياد مشعل» is زياد مشعل.
    """
    if j == title + 1 or scene.words[j].lead or not scene.words[j].signs & Sign.GIVEN:
        return j
    if not is_a_house(scene, j):
        return j
    end = name_end(scene, j, last)
    two = end > j + 2 and scene.words[j + 2].signs & Sign.GIVEN and scene.words[j + 1].stem not in SONS
    return j + 2 if two else end


def _after_comma(scene: Scene, i: int, j: int, last: int) -> int | None:
    """A name in apposition: «المتحدث باسم الوزارة، سامي الخطيب،»."""
    if scene.forms[j] not in _APPOSITION or j == i + 1 or j + 1 >= last:
        return None
    start = j + 1
    if scene.words[start].lead or not opens_name(
        scene, start, last, direct=closes_at_once(scene, start, last)
    ):
        return None
    return start


def _apposition_end(scene: Scene, i: int, start: int, last: int) -> int:
    """The comma up to which words are a name: «الوزيرة، هالة شيخ روحه، إن», «د. هالة شيخ روحه، إن»."""
    addressed = scene.names.titles[_title_word(scene, i)].kind is TitleKind.ADDRESS
    due = addressed or scene.forms[start - 1] in _APPOSITION
    if not due or not scene.words[start].signs & Sign.GIVEN:
        return start
    for k in range(start + 1, min(last, start + _LONGEST_APPOSITION)):
        if scene.forms[k] in (_ENDS_NAME if addressed else _APPOSITION):
            return k
        if not _may_be_in_apposition(scene, k) or (addressed and scene.words[k].stem.endswith(_ADVERBIAL)):
            return start
    return start


def _may_be_in_apposition(scene: Scene, k: int) -> bool:
    """Whether a word between a given name and a sign may be a part of the name: «لينا خلف تفاحة،»."""
    word = scene.words[k]
    named = word.signs & Sign.GIVEN and len(word.stem) > _SHORT
    if word.lead or word.signs & (_NO_PART & ~Sign.CLOSED if named else _NO_PART):
        return False
    return not (scene.names.shapes.is_inflected(word.stem) or scene.is_adverb(k) or is_verb(scene, k))


def _may_stand_in_role(scene: Scene, j: int, i: int, kind: TitleKind) -> bool:
    """Whether the words between a title and its name may hold token ``j``."""
    word = scene.words[j]
    signs = word.signs
    if word.lead and signs & Sign.GIVEN and (not signs & Sign.WEAK or _is_another(scene, i, j)):
        return False
    if j == i + 1 and kind is TitleKind.ADDRESS and scene.forms[j] in scene.names.hints.rank:
        return True
    if signs & (Sign.CLOSED | Sign.CLAUSE | Sign.LATIN) and scene.forms[j] not in scene.names.hints.role:
        return False
    if kind is TitleKind.ADDRESS:
        return bool(signs & (Sign.TITLE | Sign.NISBA | Sign.LETTER))
    if kind is TitleKind.CALLING:
        return j <= i + 4 and bool(signs & (Sign.DEFINITE | Sign.TITLE | Sign.NISBA))
    return True


def _is_another(scene: Scene, i: int, j: int) -> bool:
    """Whether a title that is a given name too is one, and «و» leads to the next: «ماهر مالك وشريف دسوقي»."""
    if not scene.words[i].signs & Sign.GIVEN or scene.words[j].particles != _AND:
        return False
    return j + 1 < len(scene.words) and bool(scene.words[j + 1].signs & Sign.GIVEN)


def _title_word(scene: Scene, i: int) -> str:
    """The title at token ``i`` as the lexicon lists it."""
    word = scene.words[i]
    return word.bare if word.bare in scene.names.titles else word.stem


def _starts_name(scene: Scene, j: int, title: int, last: int) -> bool:
    """Whether token ``j`` of a role opens the name of its holder."""
    word = scene.words[j]
    if word.lead or word.signs & (Sign.BREAK | Sign.LATIN) or _opens_quotation(scene, j):
        return False
    known = scene.known_at(j, last)
    longer = known and known[0] > j + 1 and j > title + 1
    if known and not known[1].weak and (longer or not word.signs & Sign.GIVEN):
        return False
    before = scene.words[j - 1].signs
    opening = scene.words[title]
    if j == title + 1 and is_held(scene, j):
        return False
    direct = (j == title + 1 and _leads_at_once(opening.signs, opening.bare, scene)) or bool(
        before & (Sign.DEFINITE | Sign.NISBA | Sign.BREAK)
    )
    direct = direct or scene.is_known(j - 1, last)
    direct = direct or (
        scene.forms[j - 1].startswith(ARTICLE) and scene.forms[j - 1] in scene.names.hints.role
    )
    if not direct and _is_before_given(scene, j, last):
        return False
    return opens_name(scene, j, last, direct=direct) or _is_single(scene, j, title)


def _is_before_given(scene: Scene, j: int, last: int) -> bool:
    """Whether an unknown word ends the role before an Arabic given name: «رئيس مركز غلمار فهد الجندي»."""
    if scene.words[j].signs & (Sign.UNKNOWN | Sign.GIVEN) != Sign.UNKNOWN or j + 1 >= last:
        return False
    following = scene.words[j + 1]
    return following.signs & (Sign.GIVEN | Sign.WEAK) == Sign.GIVEN and following.stem in scene.names.native


def _is_single(scene: Scene, j: int, title: int) -> bool:
    """Whether a given name alone is enough after the title: «الملك فاروق»."""
    found = scene.names.titles.get(scene.words[title].bare)
    if found is None or not found.single or not scene.words[title].signs & Sign.DEFINITE:
        return False
    signs = scene.words[j].signs
    return bool(signs & Sign.GIVEN) and not signs & (Sign.CLOSED | Sign.TITLE | Sign.NISBA | Sign.BODY)


def _opens_quotation(scene: Scene, j: int) -> bool:
    """Whether a quotation mark right before token ``j`` opens a title or a firm, no given name."""
    if scene.forms[j - 1] not in _QUOTES or not scene.touches(j):
        return False
    signs = scene.words[j].signs
    return not signs & Sign.GIVEN or (bool(signs & Sign.WEAK) and not scene.words[j + 1].signs & Sign.GIVEN)


def _leads_at_once(signs: int, bare: str, scene: Scene) -> bool:
    """Whether a name may follow the title at once: «المدرب X» or «مدربه X», hardly «مدرب X»."""
    title = scene.names.titles.get(bare)
    return bool(signs & (Sign.DEFINITE | Sign.OWNED)) or title is None or title.kind is TitleKind.ADDRESS
