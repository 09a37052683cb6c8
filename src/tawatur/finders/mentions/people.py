"""People: by what they are called and by given names."""

from tawatur.finders.mentions.clubs import club_end
from tawatur.finders.mentions.extent import SONS, name_end, opens_compound
from tawatur.finders.mentions.opening import is_family_name, opens_name
from tawatur.finders.mentions.scene import Found, Scene
from tawatur.lexicon.name_words import Sign
from tawatur.lexicon.names import ARTICLE, BodyKind, TitleKind
from tawatur.model import EntityType

_LONGEST_ROLE = 14
_APPOSITION = frozenset("،,")
_AFTER_TITLE = frozenset("/.:\\-")
_LISTING = frozenset("(،,/")
_KIN = frozenset(("بن", "بو", "ابو", "عبد"))
_SLASHES = frozenset("/،-–—:*")
_LONGEST_APPOSITION = 4
_NO_PART = Sign.CLOSED | Sign.CLAUSE | Sign.BREAK | Sign.DEFINITE | Sign.NISBA | Sign.BODY | Sign.LATIN
_BRACKETS, _CLOSING = frozenset('("«'), frozenset(')"»')
_OPENING = "("
_QUOTES = frozenset('"«»“”')
_ADJECTIVE = Sign.DEFINITE | Sign.NISBA


def find_people(scene: Scene, first: int, last: int) -> None:
    """Take the people named between two tokens: titled ones first, then by given name."""
    words = scene.words
    hits = scene.hits(first, last, Sign.TITLE | Sign.GIVEN | Sign.PARTICLE)
    for i in hits:
        if words[i].signs & Sign.TITLE and not scene.taken[i]:
            _after_title(scene, i, last)
    for i in hits:
        if not scene.taken[i]:
            _by_given_name(scene, i, last, _forename(scene, i, first))


def _after_title(scene: Scene, i: int, last: int) -> None:
    if not _is_title(scene, i) or scene.words[i].signs & Sign.OPENING:
        return
    start = _name_after_title(scene, i, last)
    if start is None:
        return
    if start == i + 1 and _is_itself_a_name(scene, i):
        return
    end = max(name_end(scene, start, last), _apposition_end(scene, start, last))
    if end > start and scene.is_free(start, end):
        scene.take(Found(start, end, EntityType.PERSON, "title and name", title=(i, start)))


def _is_title(scene: Scene, i: int) -> bool:
    """Whether the word stands for a person here: not «الهيئة المديرة», not «فريق» of players."""
    word = scene.words[i]
    if word.signs & Sign.BODY and not word.signs & Sign.DEFINITE:
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
    kind = scene.names.titles[title_word(scene, i)].kind
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
            return _after_comma(scene, i, j, last) if kind is TitleKind.OFFICE else None
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
    if not _is_a_house(scene, j):
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
        scene, start, last, direct=_closes_at_once(scene, start, last)
    ):
        return None
    return start


def _apposition_end(scene: Scene, start: int, last: int) -> int:
    """The comma up to which words between two commas are a name: «الوزيرة، هالة شيخ روحه، إن»."""
    if scene.forms[start - 1] not in _APPOSITION or not scene.words[start].signs & Sign.GIVEN:
        return start
    for k in range(start + 1, min(last, start + _LONGEST_APPOSITION)):
        if scene.forms[k] in _APPOSITION:
            return k
        inflected = scene.names.shapes.is_inflected(scene.words[k].stem) or scene.is_adverb(k)
        if scene.words[k].lead or scene.words[k].signs & _NO_PART or inflected:
            return start
    return start


def _closes_at_once(scene: Scene, start: int, last: int) -> bool:
    """Whether a name of two words at least that opens at token ``start`` runs up to a sign."""
    end = name_end(scene, start, last)
    return end > start + 1 and (end >= last or bool(scene.words[end].signs & Sign.BREAK))


def _may_stand_in_role(scene: Scene, j: int, i: int, kind: TitleKind) -> bool:
    """Whether the words between a title and its name may hold token ``j``."""
    signs = scene.words[j].signs
    if signs & (Sign.CLOSED | Sign.CLAUSE | Sign.LATIN) and scene.forms[j] not in scene.names.hints.role:
        return False
    if kind is TitleKind.ADDRESS:
        return bool(signs & (Sign.TITLE | Sign.NISBA | Sign.LETTER))
    if kind is TitleKind.CALLING:
        return j <= i + 4 and bool(signs & (Sign.DEFINITE | Sign.TITLE | Sign.NISBA))
    return True


def title_word(scene: Scene, i: int) -> str:
    """The title at token ``i`` as the lexicon lists it."""
    word = scene.words[i]
    return word.bare if word.bare in scene.names.titles else word.stem


def _starts_name(scene: Scene, j: int, title: int, last: int) -> bool:
    """Whether token ``j`` of a role opens the name of its holder."""
    word = scene.words[j]
    if word.lead or word.signs & (Sign.BREAK | Sign.LATIN) or _opens_quotation(scene, j):
        return False
    if scene.is_known(j, last) and not word.signs & Sign.GIVEN:
        return False
    before = scene.words[j - 1].signs
    opening = scene.words[title]
    if j == title + 1 and _is_held(scene, j):
        return False
    direct = (j == title + 1 and _leads_at_once(opening.signs, opening.bare, scene)) or bool(
        before & (Sign.DEFINITE | Sign.NISBA | Sign.BREAK)
    )
    direct = direct or (
        scene.forms[j - 1].startswith(ARTICLE) and scene.forms[j - 1] in scene.names.hints.role
    )
    return opens_name(scene, j, last, direct=direct) or _is_single(scene, j, title)


def _is_held(scene: Scene, j: int) -> bool:
    """Whether a title of what token ``j`` names stands before it: «شيخ الأزهر» is no الأزهر."""
    if j == 0 or scene.words[j].lead or not scene.words[j].signs & Sign.DEFINITE:
        return False
    title = scene.words[j - 1].signs
    return bool(title & Sign.TITLE) and not title & (Sign.DEFINITE | Sign.OWNED)


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
    return scene.words[j].signs & (Sign.GIVEN | Sign.WEAK) != Sign.GIVEN


def _leads_at_once(signs: int, bare: str, scene: Scene) -> bool:
    """Whether a name may follow the title at once: «المدرب X» or «مدربه X», hardly «مدرب X»."""
    title = scene.names.titles.get(bare)
    return bool(signs & (Sign.DEFINITE | Sign.OWNED)) or title is None or title.kind is not TitleKind.OFFICE


def _forename(scene: Scene, i: int, first: int) -> int:
    """Where the name begins that goes on at token ``i``: a word before with the letters of a foreign name."""
    j = i - 1
    if j < first or scene.words[i].lead or scene.taken[j]:
        return i
    before = scene.words[j]
    strange = before.signs & (Sign.FOREIGN | Sign.PASSABLE) or (
        before.signs & Sign.UNKNOWN and scene.words[i].stem in SONS
    )
    return j if strange and not before.signs & (Sign.CLOSED | Sign.DEFINITE | Sign.OPENING) else i


def _by_given_name(scene: Scene, i: int, last: int, start: int) -> None:
    signs = scene.words[i].signs
    if not opens_name(scene, i, last, direct=_is_due(scene, i)):
        return
    if _is_a_place(scene, i) or _is_held(scene, i):
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
    if _is_a_house(scene, i) or (
        i > 0 and not scene.words[i].lead and _opens_a_place(scene.words[i - 1].signs)
    ):
        return True
    known = scene.known_at(i - 1, len(scene.words)) if i else None
    return known is not None and known[0] > i


def _is_a_house(scene: Scene, i: int) -> bool:
    """Whether the noun of a house or a place stands before token ``i``: «شارع سامي الجندي»."""
    if i == 0 or scene.words[i].lead or scene.words[i - 1].signs & Sign.DEFINITE:
        return False
    before = scene.words[i - 1]
    house = scene.names.bodies.get(before.bare) is BodyKind.HOUSE
    return house or bool(before.signs & (Sign.OUTSIDE | Sign.INSIDE))


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
    """Whether the word before calls for a person: a verb of saying, or another person and «و»."""
    if i == 0:
        return False
    if scene.words[i].lead:
        return scene.words[i].particles == ("و",) and _ends_person(scene, i)
    before = scene.words[i - 1].signs
    if before & Sign.BREAK and scene.forms[i - 1] in _SLASHES:
        return _closes_at_once(scene, i, len(scene.words))
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
