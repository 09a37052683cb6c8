"""Whether the name of a person may open at a word."""

from tawatur.finders.mentions.closing import goes_on_as_title, may_be_surname
from tawatur.finders.mentions.extent import name_end
from tawatur.finders.mentions.parts import (
    ALI,
    ANNE,
    FATHERS,
    SONS,
    is_ali,
    is_anne,
    is_tribal,
    opens_compound,
)
from tawatur.finders.mentions.scene import Scene
from tawatur.lexicon.name_words import Sign, Word
from tawatur.lexicon.names import BodyKind

_STOPS = Sign.BREAK | Sign.CLOSED
_COMMON = Sign.TITLE | Sign.BODY | Sign.INSIDE | Sign.OUTSIDE | Sign.NISBA | Sign.CLOSED | Sign.BREAK
_DOUBTFUL = Sign.WEAK | Sign.TITLE | Sign.BODY | Sign.CLOSED | Sign.INSIDE
_NO_OPENING = Sign.DEFINITE | Sign.CLOSED | Sign.CLAUSE | Sign.LETTER
_SHORT = 5
_OWN = "ه"


def opens_name(scene: Scene, j: int, last: int, *, direct: bool) -> bool:
    """Whether a name may open at token ``j``; ``direct`` where one is expected right there."""
    word = scene.words[j]
    signs = word.signs
    if opens_compound(scene, j, last):
        return True
    if signs & Sign.CLOSED and _is_grammar(scene, j):
        return False
    goes_on = _goes_on(scene, j + 1, last) or _family_comes(scene, j + 1, last)
    if signs & Sign.GIVEN and _is_meant_as_given(scene, j, expected=direct or goes_on):
        return _opens_by_given_name(scene, j, last, direct=direct, goes_on=goes_on)
    if signs & _NO_OPENING:
        return False
    if signs & Sign.UNKNOWN and len(word.stem) > 2:
        return not _is_inflected(scene, word) and (direct or goes_on)
    if direct and (_is_son_of_somebody(scene, j, last) or _is_called_after_father(scene, j, last)):
        return True
    if signs & Sign.PASSABLE:
        return direct and goes_on
    short = signs & Sign.ORDINARY and len(word.stem) < _SHORT and not signs & _DOUBTFUL
    return bool(short and direct) and (goes_on or _is_nothing_else(scene, j + 1, last))


def _is_meant_as_given(scene: Scene, j: int, *, expected: bool) -> bool:
    """Whether a given name that may be a word of grammar is the name where one is expected."""
    if not scene.words[j].signs & Sign.CLOSED or is_ali(scene, j):
        return True
    return expected and scene.raw(j) == scene.forms[j]


def _opens_by_given_name(scene: Scene, j: int, last: int, *, direct: bool, goes_on: bool) -> bool:
    """Whether a given name opens a name: it is no other word, or what follows goes on with it."""
    signs = scene.words[j].signs
    following = scene.words[j + 1] if j + 1 < last else None
    if signs & Sign.TITLE and signs & Sign.DEFINITE and goes_on_as_title(scene, j, last):
        return False
    if not signs & (_DOUBTFUL | Sign.DEFINITE) and not scene.is_known(j, last):
        return True
    if goes_on or opens_compound(scene, j + 1, last):
        return True
    if j + 1 < last and scene.forms[j + 1] in scene.names.hints.honour:
        return True
    if following is None or signs & Sign.NISBA:
        return direct and following is not None and is_family_name(following)
    if direct and following.stem in scene.names.demonyms:
        return name_end(scene, j, last) > j + 1
    if signs & Sign.CLOSED and not is_ali(scene, j):
        return direct and _is_family_of_time(scene, j)
    if is_family_name(following):
        return direct or not signs & Sign.CLOSED
    if not direct or _is_over_something(scene, j, following):
        return False
    return (
        (_ends_name(following.signs) and not _is_owned(scene, j))
        or may_be_surname(scene, j + 1, j, last)
        or name_end(scene, j, last) > j + 1
    )


def _is_owned(scene: Scene, j: int) -> bool:
    """Whether a foreign given name is rather a noun with a pronoun: «الوزير أمره»."""
    return scene.words[j].stem.endswith(_OWN) and scene.words[j].stem not in scene.names.native


def _is_over_something(scene: Scene, j: int, following: Word) -> bool:
    """Whether a given name is rather the title of somebody over something: «أمير البلاد»."""
    definite = following.signs & Sign.DEFINITE and not following.signs & Sign.SURNAME
    return bool(scene.words[j].signs & Sign.TITLE and definite)


def _is_family_of_time(scene: Scene, j: int) -> bool:
    """Whether a family name follows a word of time that is a given name: شعبان الكعبي, صباح الأحمد."""
    following = scene.words[j + 1]
    family = is_family_name(following) or is_tribal(scene, j + 1)
    return family and scene.words[j].stem in scene.names.hints.time_name


def _family_comes(scene: Scene, k: int, last: int) -> bool:
    """Whether a word of no list of nouns and a family name with the article follow."""
    if k + 1 >= last or scene.words[k].lead or scene.words[k + 1].lead:
        return False
    inner = not scene.words[k].signs & (_COMMON | Sign.DEFINITE)
    return inner and bool(scene.words[k + 1].signs & Sign.SURNAME)


def _is_nothing_else(scene: Scene, k: int, last: int) -> bool:
    """Whether token ``k`` is a family name with the article that no ordinary word is like."""
    if k >= last or scene.words[k].lead:
        return False
    return scene.words[k].signs & (Sign.SURNAME | Sign.ORDINARY) == Sign.SURNAME


def _goes_on(scene: Scene, k: int, last: int) -> bool:
    """Whether token ``k`` is plainly a part of a name, or a syllable before one."""
    if k >= last or scene.words[k].lead:
        return False
    if (
        scene.words[k].signs & (Sign.GIVEN | Sign.UNKNOWN | Sign.PASSABLE)
        and not scene.words[k].signs & Sign.CLOSED
    ):
        return True
    return len(scene.words[k].stem) == 2 and k + 1 < last and bool(scene.words[k + 1].signs & Sign.GIVEN)


def _is_inflected(scene: Scene, word: Word) -> bool:
    """Whether an unknown word has «و» before it or ends as a verb, an adverb or with a pronoun does.

    «حارس مرماه», «والمعارضة باءت», «المفتي الجديد متمنيا», «شقيقه ووالديه».
    """
    stem, shapes = word.stem, scene.names.shapes
    if stem.endswith("اه") and len(stem) > 4:
        return True
    if shapes.may_be_foreign(stem):
        return False
    return stem.endswith(("ت", "ا")) or stem.startswith("وو")


def _is_grammar(scene: Scene, j: int) -> bool:
    """Whether a word of grammar that is a name by its letters is not written as one: على, إن."""
    stem = scene.words[j].stem
    return (stem == ALI and not is_ali(scene, j)) or (stem == ANNE and not is_anne(scene, j))


def _is_son_of_somebody(scene: Scene, j: int, last: int) -> bool:
    """Whether «بن» or «بنت» follows token ``j``, as after a name: موزة بنت سالم."""
    return j + 2 < last and scene.words[j + 1].stem in SONS and not scene.words[j + 1].lead


def _is_called_after_father(scene: Scene, j: int, last: int) -> bool:
    """Whether a feminine word without the article stands before «أبو»: كاملة أبو زيتون."""
    if not scene.words[j].stem.endswith("ة") or scene.words[j].signs & _COMMON or j + 1 >= last:
        return False
    return scene.words[j + 1].stem in FATHERS and opens_compound(scene, j + 1, last)


def is_family_name(word: Word) -> bool:
    """Whether a word has the shape of most family names, الغابي, and is no adjective of a country."""
    common = Sign.NISBA | Sign.BODY | Sign.TITLE | Sign.CLOSED | Sign.CLAUSE
    return (
        bool(word.signs & Sign.DEFINITE)
        and not word.lead
        and word.stem.endswith("ي")
        and not word.signs & common
    )


def _ends_name(signs: int) -> bool:
    """Whether a word may be the surname after a doubtful given name, or the end of the name."""
    if signs & _STOPS:
        return True
    return bool(signs & Sign.DEFINITE) and not signs & (Sign.NISBA | Sign.BODY | Sign.TITLE)


def closes_at_once(scene: Scene, start: int, last: int) -> bool:
    """Whether a name of two words at least that opens at token ``start`` runs up to a sign."""
    end = name_end(scene, start, last)
    return end > start + 1 and (end >= last or bool(scene.words[end].signs & Sign.BREAK))


def is_held(scene: Scene, j: int) -> bool:
    """Whether a title of what token ``j`` names stands before it: «شيخ الأزهر» is no الأزهر."""
    if j == 0 or scene.words[j].lead or not scene.words[j].signs & Sign.DEFINITE:
        return False
    title = scene.words[j - 1].signs
    return bool(title & Sign.TITLE) and not title & (Sign.DEFINITE | Sign.OWNED)


def is_a_house(scene: Scene, i: int) -> bool:
    """Whether the noun of a house or a place stands before token ``i``: «شارع سامي الجندي»."""
    if i == 0 or scene.words[i].lead or scene.words[i - 1].signs & Sign.DEFINITE:
        return False
    before = scene.words[i - 1]
    house = scene.names.bodies.get(before.bare) is BodyKind.HOUSE
    return house or bool(before.signs & (Sign.OUTSIDE | Sign.INSIDE))
