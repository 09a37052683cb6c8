"""How far the name of a person goes."""

from tawatur.finders.mentions.closing import is_last_part
from tawatur.finders.mentions.parts import (
    ANNE,
    NOUNS,
    SONS,
    STOPS,
    are_two_people,
    is_ali,
    is_anne,
    is_foreign,
    is_tribal,
    is_verb,
    may_be_foreign,
    opens_compound,
)
from tawatur.finders.mentions.scene import Scene
from tawatur.lexicon.name_words import Sign

_LONGEST = 7
_TEEN = "عشر"
_DOT, _PARTICLES = ".", frozenset("وفبلك")
_ADVERBIAL, _OWN = "ا", "ه"
_QUOTES = frozenset('"«“')
_CLOSED_BY = (['"'], ["»"], ["”"])
_HYPHENS = frozenset("-–")


def name_end(scene: Scene, start: int, last: int) -> int:
    """Where the name that begins at token ``start`` ends; ``start`` where none does."""
    k, limit = start, min(last, start + _LONGEST)
    while k < limit and not scene.taken[k]:
        if k > start and scene.words[k].lead and not _only_looks_attached(scene, k):
            k += _closes_item(scene, k, start, last)
            break
        if k == start + 1 and are_two_people(scene, start):
            break
        if opens_compound(scene, k, last):
            k += 1 if opens_compound(scene, k + 1, last) else 2
        elif _goes_on(scene, k, start, last):
            k += 1
        elif k > start and is_last_part(scene, k, start, last):
            k += 1
            if not _is_son_of(scene, k, last):
                break
        else:
            break
    if k == start + 1 and scene.words[start].signs & Sign.GIVEN:
        k = _initials_end(scene, k, last)
    if start < k < last and scene.forms[k] in scene.names.hints.honour:
        k += 1
    while k > start and scene.forms[k - 1] in _HYPHENS:
        k -= 1
    return _ordinal_end(scene, k, start, last)


def _initials_end(scene: Scene, k: int, last: int) -> int:
    """Where the initials end that stand for the rest of a name from token ``k``: «أحمد ن.خ»."""
    end = j = k
    while j < last and (scene.forms[j] == _DOT or _is_initial(scene, j)):
        j += 1
        end = j if scene.forms[j - 1] != _DOT else end
    return end


def _is_initial(scene: Scene, k: int) -> bool:
    """Whether token ``k`` is a single letter and no particle."""
    form = scene.forms[k]
    return len(form) == 1 and form not in _PARTICLES and not scene.words[k].signs & Sign.BREAK


def _ordinal_end(scene: Scene, k: int, start: int, last: int) -> int:
    """The end of a ruler's number after the name that ends at token ``k``: لويس الرابع عشر."""
    if k == start or k >= last or scene.taken[k] or scene.forms[k] not in scene.names.hints.ordinal:
        return k
    titled = start > 0 and scene.words[start - 1].signs & Sign.TITLE
    native = k - start > 1 and all(scene.words[m].signs & Sign.GIVEN for m in range(start, k))
    if scene.words[k - 1].signs & Sign.WEAK and not titled and not native:
        return k
    return k + 2 if k + 1 < last and scene.forms[k + 1] == _TEEN else k + 1


def _is_son_of(scene: Scene, k: int, last: int) -> bool:
    """Whether «بن» goes on with a name that seemed complete: زين العابدين بن صالح."""
    return k + 1 < last and scene.words[k].stem in SONS and opens_compound(scene, k, last)


def _only_looks_attached(scene: Scene, k: int) -> bool:
    """Whether a word that begins like «بالـ» or «كـ» goes on with a foreign name: دانيال كالفيلو."""
    if scene.shows_hamza(k):
        return False
    signs, before = scene.words[k].signs, scene.words[k - 1].signs
    if signs & Sign.PASSABLE:
        stem = scene.words[k].stem
        strange = before & (Sign.UNKNOWN | Sign.PASSABLE) and not stem.endswith(_ADVERBIAL)
        return not stem.endswith(_OWN) and (bool(strange) or _is_foreign_given(scene, k - 1))
    return bool(signs & Sign.UNKNOWN and signs & Sign.DEFINITE and before & Sign.UNKNOWN)


def _closes_item(scene: Scene, k: int, start: int, last: int) -> bool:
    """Whether a word that looks attached ends an item of a list between dashes: «- سامي لعوافر -»."""
    dashed = start > 0 and k + 1 < last and scene.forms[start - 1] in _HYPHENS
    return dashed and scene.forms[k + 1] in _HYPHENS and bool(scene.words[k - 1].signs & Sign.GIVEN)


def _is_foreign_given(scene: Scene, k: int) -> bool:
    """Whether a token is a given name of another language and no family name."""
    given = bool(scene.words[k].signs & Sign.GIVEN) and is_foreign(scene, k)
    return given and scene.words[k].stem not in scene.names.families


def _is_written_name(scene: Scene, k: int, start: int) -> bool:
    """Whether a word of grammar or time is a part of a name: علي by its letters, شعبان after a given name.

    So is any that ends a quotation which the name opens: «"محسن خلف"».
    """
    if is_ali(scene, k):
        return True
    quoted = start > 0 and scene.forms[start - 1] in _QUOTES and scene.forms[k + 1 : k + 2] in _CLOSED_BY
    named = quoted or scene.words[k].stem in scene.names.hints.time_name
    return named and bool(scene.words[k - 1].signs & Sign.GIVEN)


def _goes_on(scene: Scene, k: int, start: int, last: int) -> bool:
    """Whether token ``k`` is a part of a name that more parts may follow."""
    signs = scene.words[k].signs
    if k > start and scene.forms[k - 1] in _HYPHENS and not signs & STOPS:
        return True
    if signs & Sign.BREAK:
        return scene.forms[k] in _HYPHENS and k + 1 < last and scene.touches(k) and scene.touches(k + 1)
    if signs & Sign.GIVEN and (k == start or not signs & Sign.CLOSED or _is_written_name(scene, k, start)):
        if k > start and signs & Sign.TITLE and _is_title_after(scene, k, start, last):
            return False
        inner = k > start and signs & Sign.DEFINITE
        return not inner or (not signs & Sign.TITLE and _family_follows(scene, k + 1, last))
    if k > start and is_tribal(scene, k):
        return k + 1 < last and (is_tribal(scene, k + 1) or bool(scene.words[k + 1].signs & Sign.SURNAME))
    if k > start and _only_looks_attached(scene, k) and (scene.words[k].lead or signs & Sign.PASSABLE):
        return True
    if signs & (STOPS | Sign.DEFINITE | Sign.LATIN):
        return k > start and _is_short_between(scene, k, last)
    if signs & Sign.LETTER:
        return k > start and _is_short_between(scene, k, last)
    if signs & Sign.PASSABLE and k == start:
        return True
    if signs & Sign.UNKNOWN:
        return k == start or _goes_on_unknown(scene, k)
    if k > start and signs & Sign.TITLE:
        return _is_inner_title(scene, k, last)
    if k > start and _is_inner_word(scene, k, last):
        return True
    if k == start:
        short = len(scene.words[k].stem) < 5 or (opens_compound(scene, k + 1, last) and k + 1 < last)
        return short and not signs & (NOUNS | Sign.NISBA)
    return (
        _is_city_as_surname(scene, k, last)
        or _is_short_between(scene, k, last)
        or _is_syllable(scene, k, start)
    )


def _is_title_after(scene: Scene, k: int, start: int, last: int) -> bool:
    """Whether a given name is the title of a name that is complete: «بن رحمة نجم الفريق»."""
    if scene.words[k - 1].stem in SONS or (k - start < 2 and not is_foreign(scene, k - 1)):
        return False
    if k + 1 >= last or scene.is_known(k + 1, last):
        return k + 1 < last
    following = scene.words[k + 1]
    strange = following.signs & Sign.FOREIGN and not is_foreign(scene, start)
    goes_on = following.signs & (Sign.GIVEN | Sign.UNKNOWN) and not following.lead and not strange
    if following.signs & (Sign.TITLE | Sign.DEFINITE) == Sign.TITLE:
        return k - start > 1
    return not goes_on and not following.signs & STOPS


def _goes_on_unknown(scene: Scene, k: int) -> bool:
    """Whether an unknown word is a further part of a name; after a family name only a foreign one."""
    if scene.words[k - 1].stem in scene.names.families:
        return may_be_foreign(scene, k)
    return not scene.names.shapes.is_inflected(scene.words[k].stem) and not is_verb(scene, k)


def _family_follows(scene: Scene, k: int, last: int) -> bool:
    """Whether the name goes on after a given name with the article: محمد المنصف الجندي."""
    if k < last and is_tribal(scene, k):
        return True
    if scene.words[k - 1].stem in scene.names.families:
        return False
    if opens_compound(scene, k, last):
        return True
    if k >= last or scene.words[k].lead:
        return False
    signs = scene.words[k].signs
    family = signs & Sign.DEFINITE and not signs & (STOPS | NOUNS | Sign.NISBA)
    return bool(family) and not scene.is_known(k, last)


def _is_inner_title(scene: Scene, k: int, last: int) -> bool:
    """A title inside a family name: هالة شيخ روحو, سامي قائد الغابي."""
    if k + 1 >= last or scene.words[k].lead or scene.words[k + 1].lead:
        return False
    after = scene.words[k + 1].signs
    if not scene.words[k - 1].signs & Sign.GIVEN:
        return False
    title = scene.names.titles.get(scene.words[k].stem)
    if title is None or not title.surname:
        return False
    return bool(after & Sign.SURNAME) or after & (Sign.UNKNOWN | Sign.DEFINITE) == Sign.UNKNOWN


def _is_inner_word(scene: Scene, k: int, last: int) -> bool:
    """An ordinary word between an Arabic given name and a family name: الباهي قايد الغابي."""
    if k + 1 >= last or scene.words[k].lead or scene.words[k + 1].lead:
        return False
    before, after = scene.words[k - 1].signs, scene.words[k + 1].signs
    native = bool(before & Sign.GIVEN) and not is_foreign(scene, k - 1)
    return native and bool(after & Sign.SURNAME) and not scene.words[k].signs & (NOUNS | Sign.NISBA)


def _is_short_between(scene: Scene, k: int, last: int) -> bool:
    """A short syllable between parts that are plainly names: بان كي مون."""
    word = scene.words[k]
    if k + 1 >= last or word.signs & Sign.BREAK or len(word.stem) > 3:
        return False
    if word.signs & Sign.CLOSED and not _is_syllable_as_written(scene, k):
        return False
    before, after = scene.words[k - 1].signs, scene.words[k + 1]
    foreign = Sign.UNKNOWN | Sign.GIVEN
    return bool(before & foreign and after.signs & foreign) and not after.lead and is_foreign(scene, k - 1)


def _is_syllable_as_written(scene: Scene, k: int) -> bool:
    """Whether a word of grammar is written as the syllable of a foreign name: آن, not أن."""
    stem = scene.words[k].stem
    return stem in scene.names.hints.syllable and (stem != ANNE or is_anne(scene, k))


def _is_syllable(scene: Scene, k: int, start: int) -> bool:
    """A short word in a name of short words that a foreign given name opens: يون سوك يول."""
    first = scene.words[start]
    short = len(scene.words[k].stem) < 5 and len(first.stem) < 5 and k - start < 3
    return (
        short
        and first.signs & Sign.GIVEN != 0
        and is_foreign(scene, start)
        and not scene.words[k].signs & NOUNS
    )


def _is_city_as_surname(scene: Scene, k: int, last: int) -> bool:
    """A city of no country's capital after a given name: لويد أوستن."""
    known = scene.known_at(k, last)
    if not known or not known[1].key.startswith("geonames:") or scene.words[k].signs & Sign.ORDINARY:
        return False
    return known[1].weak or bool(scene.words[k - 1].signs & Sign.GIVEN)
