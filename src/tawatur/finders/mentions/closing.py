"""Whether a word closes the name of a person: a family name, with the article or without."""

from tawatur.finders.mentions.parts import NOUNS, STOPS, is_foreign, is_tribal, is_verb, may_be_foreign
from tawatur.finders.mentions.scene import Scene
from tawatur.lexicon.name_words import Sign
from tawatur.lexicon.names import ARTICLE, BodyKind

_ACCUSATIVE, _OWNED = "ا", ("ها", "هما", "نا")
_PEOPLES, _PLURALS = ("يين", "يون"), ("ولين", "ولون")


def is_last_part(scene: Scene, k: int, start: int, last: int) -> bool:
    """Whether token ``k`` closes the name that began at ``start``: «الجندي» of «سامي الجندي»."""
    signs = scene.words[k].signs
    if signs & STOPS or signs & (Sign.LATIN | Sign.LETTER):
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
    if is_tribal(scene, k) and (is_tribal(scene, k - 1) or not is_foreign(scene, k - 1)):
        return True
    if _bears_name_of_club(scene, k, start):
        return True
    if signs & NOUNS or scene.is_known(k, last):
        return False
    if signs & Sign.NISBA and scene.words[k].stem.endswith(_PEOPLES):
        return False
    if signs & Sign.NISBA and (k + 1 < last and scene.words[k + 1].signs & (Sign.TITLE | Sign.NISBA)):
        return False
    if signs & Sign.ORDINARY and scene.words[k].stem.endswith(_PLURALS):
        return False
    if signs & (Sign.ORDINARY | Sign.NISBA):
        native = bool(before & Sign.COMPLETING) or (
            bool(before & Sign.GIVEN) and not is_foreign(scene, k - 1)
        )
        settled = k - start > 1 and not scene.words[k].stem.endswith("ي")
        settled = settled and (bool(before & Sign.TITLE) or _goes_on_as_noun(scene, k, last))
        return (native and not settled) or _follows_link(scene, k, start)
    return True


def _bears_name_of_club(scene: Scene, k: int, start: int) -> bool:
    """Whether the name of a club follows a title and one Arabic given name: «اللواء سعود الهلال»."""
    word, given = scene.words[k], scene.words[start]
    if k - start > 1 or start == 0 or given.stem not in scene.names.native:
        return False
    titled = scene.words[start - 1].signs & Sign.TITLE
    return bool(titled) and scene.names.bodies.get(word.bare) is BodyKind.CLUB


def _goes_on_as_noun(scene: Scene, k: int, last: int) -> bool:
    """Whether an adjective or a noun follows at once, as after the object of a verb: الوفد الزائر."""
    if k + 1 >= last or scene.words[k + 1].lead:
        return False
    following, stem = scene.words[k + 1].signs, scene.words[k + 1].stem
    if following & Sign.ORDINARY and stem.endswith(_ACCUSATIVE) and not stem.endswith(_OWNED):
        return False
    return bool(following & (Sign.DEFINITE | Sign.ORDINARY)) and not following & (
        STOPS | Sign.TITLE | Sign.GIVEN
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


def _is_plain_surname(scene: Scene, k: int, start: int, last: int) -> bool:
    """Whether an ordinary word closes a name: it follows a given name and governs nothing."""
    before, word = scene.words[k - 1].signs, scene.words[k]
    if word.stem in scene.names.demonyms and before & Sign.GIVEN and not is_foreign(scene, k - 1):
        return k + 1 >= last or bool(scene.words[k + 1].signs & Sign.BREAK)
    if (
        word.signs & (NOUNS | Sign.NISBA)
        or scene.is_known(k, last)
        or word.stem.endswith(("ا", "ه"))
        or len(word.stem) < 3
    ):
        return False
    ends = k + 1 >= last or bool(scene.words[k + 1].signs & Sign.BREAK)
    if word.stem.endswith("ة") and ((k - start > 1 and not ends) or _goes_on_as_noun(scene, k, last)):
        return False
    if is_verb(scene, k):
        return False
    if scene.words[k - 1].stem in scene.names.families:
        return False
    if not before & (Sign.GIVEN | Sign.COMPLETING):
        short = bool(before & Sign.UNKNOWN) and len(word.stem) < 5 and not _governs(scene, k, last)
        return short and (bool(before & Sign.OPENING) or may_be_foreign(scene, k))
    following = scene.words[k + 1] if k + 1 < last else None
    foreign = is_foreign(scene, k - 1)
    both = Sign.TITLE | Sign.DEFINITE
    if k - start > 1 and following and following.signs & both == both and not following.lead:
        return False
    if following is None or following.lead or following.signs & (STOPS | Sign.NISBA | Sign.TITLE):
        return not foreign or ends or may_be_foreign(scene, k)
    if foreign:
        return may_be_foreign(scene, k) and not _governs(scene, k, last)
    if k - start > 1 and before & Sign.GIVEN and word.signs & following.signs & Sign.ORDINARY:
        return False
    return not before & Sign.WEAK and not _governs(scene, k, last)


def _governs(scene: Scene, k: int, last: int) -> bool:
    """Whether a word with the article follows, as after a noun or a verb."""
    return k + 1 < last and bool(scene.words[k + 1].signs & Sign.DEFINITE) and not scene.words[k + 1].lead
