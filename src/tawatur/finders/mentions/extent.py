"""How far the name of a person goes."""

from tawatur.finders.mentions.scene import Scene
from tawatur.lexicon.name_words import Sign, Word
from tawatur.lexicon.names import ARTICLE

ALI, ANNE = "علي", "ان"
_LONGEST = 7
_TEEN = "عشر"
_GOD = "الله"
_DYNASTY, _THANI = "آل", "ثاني"
_ADVERBIAL = "ا"
_STOPS = Sign.BREAK | Sign.CLOSED | Sign.CLAUSE
_NOUNS = Sign.TITLE | Sign.BODY | Sign.OUTSIDE | Sign.INSIDE
SONS = frozenset(("بن", "بنت", "ابن"))
_FATHERS = frozenset(("ابو", "ابي", "ابا"))
_PEOPLES = ("يين", "يون")
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
        if opens_compound(scene, k, last):
            k += 1 if opens_compound(scene, k + 1, last) else 2
        elif _goes_on(scene, k, start, last):
            k += 1
        elif k > start and _is_last_part(scene, k, start, last):
            k += 1
            if not _is_son_of(scene, k, last):
                break
        else:
            break
    if start < k < last and scene.forms[k] in scene.names.hints.honour:
        k += 1
    while k > start and scene.forms[k - 1] in _HYPHENS:
        k -= 1
    return _ordinal_end(scene, k, start, last)


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
        adverbial = scene.words[k].stem.endswith((_ADVERBIAL, "ه"))
        strange = before & (Sign.UNKNOWN | Sign.PASSABLE) and not adverbial
        return bool(strange) or _is_foreign_given(scene, k - 1)
    return bool(signs & Sign.UNKNOWN and signs & Sign.DEFINITE and before & Sign.UNKNOWN)


def _closes_item(scene: Scene, k: int, start: int, last: int) -> bool:
    """Whether a word that looks attached ends an item of a list between dashes: «- سامي لعوافر -»."""
    dashed = start > 0 and k + 1 < last and scene.forms[start - 1] in _HYPHENS
    return dashed and scene.forms[k + 1] in _HYPHENS and bool(scene.words[k - 1].signs & Sign.GIVEN)


def _is_foreign_given(scene: Scene, k: int) -> bool:
    """Whether a token is a given name of another language and no family name."""
    given = bool(scene.words[k].signs & Sign.GIVEN) and _is_foreign(scene, k)
    return given and scene.words[k].stem not in scene.names.families


def opens_compound(scene: Scene, j: int, last: int) -> bool:
    """A particle of names with its other half: عبد الرحمن, بن سالم, أبو العلا, الجار الله."""
    if j + 1 >= last:
        return False
    if not scene.words[j].signs & Sign.PARTICLE:
        return scene.forms[j + 1] == _GOD and scene.words[j].bare in scene.names.particles
    particle, other = scene.words[j].stem, scene.words[j + 1]
    if _is_dynasty(scene, j) and other.stem == _THANI:
        return not other.lead
    if scene.words[j].signs & Sign.CLOSED and other.stem != _GOD and not _stands_in_a_name(scene, j):
        return False
    if particle in scene.names.hints.link:
        if particle in _FATHERS and other.signs & (Sign.TITLE | Sign.SAYING):
            return scene.words[j - 1].stem in scene.names.hints.link
        if particle in scene.names.hints.foreign_link and other.signs & Sign.ORDINARY:
            return bool(other.signs & (Sign.GIVEN | Sign.PASSABLE)) and not other.lead
        stops = other.signs & (_STOPS | Sign.TITLE | Sign.LETTER) and not is_ali(scene, j + 1)
        return not stops and not other.lead
    return bool(other.signs & Sign.COMPLETING)


def _is_dynasty(scene: Scene, j: int) -> bool:
    """Whether «آل» of a dynasty is written at token ``j``: آل ثاني."""
    return scene.words[j].stem == ARTICLE and scene.raw(j).endswith(_DYNASTY)


def _stands_in_a_name(scene: Scene, j: int) -> bool:
    """Whether a word of grammar is a particle of names here: «رود فان نيستلروي», not «فإن»."""
    written = scene.raw(j) == scene.forms[j]
    return j > 0 and written and bool(scene.words[j - 1].signs & (Sign.GIVEN | Sign.UNKNOWN))


def is_ali(scene: Scene, j: int) -> bool:
    """Whether the letters of «على» are written as the name علي."""
    return scene.words[j].stem == ALI and scene.raw(j).endswith("ي")


def _is_written_name(scene: Scene, k: int, start: int) -> bool:
    """Whether a word of grammar or time is a part of a name: علي by its letters, شعبان after a given name.

    So is any that ends a quotation which the name opens: «"محسن خلف"».
    """
    if is_ali(scene, k):
        return True
    quoted = start > 0 and scene.forms[start - 1] in _QUOTES and scene.forms[k + 1 : k + 2] in _CLOSED_BY
    named = quoted or scene.words[k].stem in scene.names.hints.time_name
    return named and bool(scene.words[k - 1].signs & Sign.GIVEN)


def is_anne(scene: Scene, j: int) -> bool:
    """Whether the letters of «أن» are written as the name آن."""
    return scene.words[j].stem == ANNE and scene.raw(j).startswith("\N{ARABIC LETTER ALEF WITH MADDA ABOVE}")


def _goes_on(scene: Scene, k: int, start: int, last: int) -> bool:
    """Whether token ``k`` is a part of a name that more parts may follow."""
    signs = scene.words[k].signs
    if k > start and scene.forms[k - 1] in _HYPHENS and not signs & _STOPS:
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
    if signs & (_STOPS | Sign.DEFINITE | Sign.LATIN):
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
        return len(scene.words[k].stem) < 5 and not signs & (_NOUNS | Sign.NISBA)
    return (
        _is_city_as_surname(scene, k, last)
        or _is_short_between(scene, k, last)
        or _is_syllable(scene, k, start)
    )


def _is_title_after(scene: Scene, k: int, start: int, last: int) -> bool:
    """Whether a given name is the title of a name that is complete: «بن رحمة نجم الفريق»."""
    if scene.words[k - 1].stem in SONS or (k - start < 2 and not _is_foreign(scene, k - 1)):
        return False
    if k + 1 >= last or scene.is_known(k + 1, last):
        return k + 1 < last
    following = scene.words[k + 1]
    goes_on = following.signs & (Sign.GIVEN | Sign.UNKNOWN) and not following.lead
    titled = following.signs & (Sign.TITLE | Sign.DEFINITE) == Sign.TITLE
    return not goes_on and not titled and not following.signs & _STOPS


def _goes_on_unknown(scene: Scene, k: int) -> bool:
    """Whether an unknown word is a further part of a name; after a family name only a foreign one."""
    if scene.words[k - 1].stem in scene.names.families:
        return _may_be_foreign(scene, k)
    shapes, stem = scene.names.shapes, scene.words[k].stem
    return not shapes.is_inflected(stem) and (not _is_future(stem) or shapes.may_be_foreign(stem))


def _family_follows(scene: Scene, k: int, last: int) -> bool:
    """Whether the name goes on after a given name with the article: محمد المنصف الجندي."""
    if opens_compound(scene, k, last):
        return True
    if k >= last or scene.words[k].lead:
        return False
    if is_tribal(scene, k):
        return True
    signs = scene.words[k].signs
    family = signs & Sign.DEFINITE and not signs & (_STOPS | _NOUNS | Sign.NISBA)
    return bool(family) and not scene.is_known(k, last)


def is_tribal(scene: Scene, k: int) -> bool:
    """Whether token ``k`` is a given name with the article, as families of the Gulf have them: الأحمد."""
    return not scene.words[k].lead and scene.words[k].stem in scene.names.tribal


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
    native = bool(before & Sign.GIVEN) and not _is_foreign(scene, k - 1)
    return native and bool(after & Sign.SURNAME) and not scene.words[k].signs & (_NOUNS | Sign.NISBA)


def _is_short_between(scene: Scene, k: int, last: int) -> bool:
    """A short syllable between parts that are plainly names: بان كي مون."""
    word = scene.words[k]
    if k + 1 >= last or word.signs & Sign.BREAK or len(word.stem) > 3:
        return False
    if word.signs & Sign.CLOSED and not _is_syllable_as_written(scene, k):
        return False
    before, after = scene.words[k - 1].signs, scene.words[k + 1]
    foreign = Sign.UNKNOWN | Sign.GIVEN
    return bool(before & foreign and after.signs & foreign) and not after.lead and _is_foreign(scene, k - 1)


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
        and _is_foreign(scene, start)
        and not scene.words[k].signs & _NOUNS
    )


def _is_city_as_surname(scene: Scene, k: int, last: int) -> bool:
    """A city of no country's capital after a given name: لويد أوستن."""
    known = scene.known_at(k, last)
    if not known or not known[1].key.startswith("geonames:") or scene.words[k].signs & Sign.ORDINARY:
        return False
    return known[1].weak or bool(scene.words[k - 1].signs & Sign.GIVEN)


def _is_last_part(scene: Scene, k: int, start: int, last: int) -> bool:
    signs = scene.words[k].signs
    if signs & _STOPS or signs & (Sign.LATIN | Sign.LETTER):
        return False
    if signs & Sign.DEFINITE:
        return _is_surname(scene, k, start, last) and not _stands_in_apposition(scene, k, start, last)
    return _is_plain_surname(scene, k, start, last)


def _stands_in_apposition(scene: Scene, k: int, start: int, last: int) -> bool:
    """Whether an ordinary noun with its adjective, or a feminine one, follows two names.

    «عمرو حسن الظهير الأيمن», «وصد أمير عبد الحميد الكرة».
    """
    if k - start > 1 and scene.words[k].signs & Sign.ORDINARY and scene.words[k].stem.endswith("ة"):
        return not scene.words[k].signs & Sign.GIVEN
    if k - start < 2 or k + 1 >= last or scene.words[k + 1].lead or scene.words[k].signs & Sign.SURNAME:
        return False
    both = scene.words[k].signs & scene.words[k + 1].signs
    return (
        bool(both & Sign.DEFINITE and both & Sign.ORDINARY) and not scene.words[k - 1].signs & Sign.PARTICLE
    )


def _is_surname(scene: Scene, k: int, start: int, last: int) -> bool:
    """Whether a word with the article closes a name: الجندي, الخطيب."""
    signs, before = scene.words[k].signs, scene.words[k - 1].signs
    if signs & Sign.GIVEN:
        return not (signs & Sign.TITLE and goes_on_as_title(scene, k, last))
    if may_be_surname(scene, k, start, last):
        return True
    if is_tribal(scene, k) and (is_tribal(scene, k - 1) or not _is_foreign(scene, k - 1)):
        return True
    if signs & _NOUNS or scene.is_known(k, last):
        return False
    if signs & Sign.NISBA and scene.words[k].stem.endswith(_PEOPLES):
        return False
    if signs & Sign.NISBA and (k + 1 < last and scene.words[k + 1].signs & (Sign.TITLE | Sign.NISBA)):
        return False
    if signs & (Sign.ORDINARY | Sign.NISBA):
        native = bool(before & Sign.COMPLETING) or (
            bool(before & Sign.GIVEN) and not _is_foreign(scene, k - 1)
        )
        settled = k - start > 1 and not scene.words[k].stem.endswith("ي")
        settled = settled and (bool(before & Sign.TITLE) or _goes_on_as_noun(scene, k, last))
        return (native and not settled) or _follows_link(scene, k, start)
    return True


def _goes_on_as_noun(scene: Scene, k: int, last: int) -> bool:
    """Whether an adjective or a noun follows at once, as after the object of a verb: الوفد الزائر."""
    if k + 1 >= last or scene.words[k + 1].lead:
        return False
    following = scene.words[k + 1].signs
    return bool(following & (Sign.DEFINITE | Sign.ORDINARY)) and not following & (
        _STOPS | Sign.TITLE | Sign.GIVEN
    )


def goes_on_as_title(scene: Scene, k: int, last: int) -> bool:
    """Whether a word with the article follows a given name that is a title too: الأمين العام."""
    following = scene.words[k + 1] if k + 1 < last else None
    return (
        following is not None
        and scene.forms[k + 1].startswith(ARTICLE)
        and not following.signs & (Sign.GIVEN | Sign.UNKNOWN)
    )


def may_be_surname(scene: Scene, k: int, start: int, last: int) -> bool:
    """Whether a title with the article is a surname here, no name following it: سامي الخطيب."""
    title = scene.names.titles.get(scene.words[k].bare)
    if title is None or not scene.words[k].signs & Sign.DEFINITE:
        return False
    following = scene.words[k + 1] if k + 1 < last else None
    if not title.surname:
        if k - start > 1:
            return False
        return following is None or bool(following.lead) or bool(following.signs & (Sign.BREAK | Sign.CLOSED))
    return (
        following is None
        or bool(following.lead)
        or not following.signs & (Sign.GIVEN | Sign.UNKNOWN | Sign.NISBA | Sign.DEFINITE)
    )


def _follows_link(scene: Scene, k: int, start: int) -> bool:
    return k - 2 >= start and scene.words[k - 2].stem in scene.names.hints.link


def _is_foreign(scene: Scene, k: int) -> bool:
    """Whether the part of a name at token ``k`` is no Arabic given name."""
    word = scene.words[k]
    return not scene.names.given.get(word.stem)


def _is_plain_surname(scene: Scene, k: int, start: int, last: int) -> bool:
    """Whether an ordinary word closes a name: it follows a given name and governs nothing."""
    before, word = scene.words[k - 1].signs, scene.words[k]
    if (
        word.signs & (_NOUNS | Sign.NISBA)
        or scene.is_known(k, last)
        or word.stem.endswith(("ا", "ه"))
        or len(word.stem) < 3
    ):
        return False
    if word.stem.endswith("ة") and (k - start > 1 or _goes_on_as_noun(scene, k, last)):
        return False
    if _is_verb(word):
        return False
    if scene.words[k - 1].stem in scene.names.families:
        return False
    if not before & (Sign.GIVEN | Sign.COMPLETING):
        short = bool(before & Sign.UNKNOWN) and len(word.stem) < 5 and not _governs(scene, k, last)
        return short and (bool(before & Sign.OPENING) or _may_be_foreign(scene, k))
    following = scene.words[k + 1] if k + 1 < last else None
    foreign = _is_foreign(scene, k - 1)
    both = Sign.TITLE | Sign.DEFINITE
    if k - start > 1 and following and following.signs & both == both and not following.lead:
        return False
    if following is None or following.lead or following.signs & (_STOPS | Sign.NISBA | Sign.TITLE):
        ends = following is None or bool(following.signs & Sign.BREAK)
        return not foreign or ends or _may_be_foreign(scene, k)
    if foreign:
        return _may_be_foreign(scene, k) and not _governs(scene, k, last)
    if k - start > 1 and before & Sign.GIVEN and word.signs & following.signs & Sign.ORDINARY:
        return False
    return not before & Sign.WEAK and not _governs(scene, k, last)


def _may_be_foreign(scene: Scene, k: int) -> bool:
    """Whether a word has the letters of a foreign name and no ending of a dual or pronoun."""
    shapes, stem = scene.names.shapes, scene.words[k].stem
    return shapes.may_be_foreign(stem) and not shapes.is_inflected(stem)


def _is_verb(word: Word) -> bool:
    """Whether an ordinary word begins or ends as verbs do: يشكل, سيصبح, أزيلت."""
    stem = word.stem
    if not word.signs & Sign.ORDINARY:
        return False
    return stem.startswith("ي") or _is_future(stem) or (stem.endswith("ت") and not stem.endswith("ات"))


def _is_future(stem: str) -> bool:
    """Whether a word begins as verbs of the future do: سيصبح."""
    return stem.startswith("س") and stem[1:2] in ("ي", "ت")


def _governs(scene: Scene, k: int, last: int) -> bool:
    """Whether a word with the article follows, as after a noun or a verb."""
    return k + 1 < last and bool(scene.words[k + 1].signs & Sign.DEFINITE) and not scene.words[k + 1].lead
