"""What single words may be as parts of a person's name: particles, foreign letters, words of grammar."""

from tawatur.finders.mentions.scene import Scene
from tawatur.lexicon.name_words import Sign
from tawatur.lexicon.names import ARTICLE

ALI, ANNE = "علي", "ان"
SON = "بن"
SONS = frozenset((SON, "بنت", "ابن"))
STOPS = Sign.BREAK | Sign.CLOSED | Sign.CLAUSE
NOUNS = Sign.TITLE | Sign.BODY | Sign.OUTSIDE | Sign.INSIDE
_GOD, _BY_GOD, _SERVANT = "الله", "بالله", "عبد"
_IMPERFECT = "ي"
_DYNASTY, _THANI = "آل", "ثاني"
FATHERS = frozenset(("ابو", "ابي", "ابا"))


def opens_compound(scene: Scene, j: int, last: int) -> bool:
    """A particle of names with its other half: عبد الرحمن, بن سالم, أبو العلا, الجار الله."""
    if j + 1 >= last:
        return False
    if not scene.words[j].signs & Sign.PARTICLE:
        if scene.forms[j + 1] == _BY_GOD:
            return bool(scene.words[j].signs & Sign.GIVEN)
        return scene.forms[j + 1] == _GOD and scene.words[j].bare in scene.names.particles
    particle, other = scene.words[j].stem, scene.words[j + 1]
    if _is_dynasty(scene, j) and other.stem == _THANI:
        return not other.lead
    if scene.words[j].signs & Sign.CLOSED and other.stem != _GOD and not _stands_in_a_name(scene, j):
        return False
    if particle in scene.names.hints.link:
        if particle in FATHERS and other.signs & (Sign.TITLE | Sign.SAYING):
            return scene.words[j - 1].stem in scene.names.hints.link or _follows_given(scene, j)
        if particle in scene.names.hints.foreign_link and other.signs & Sign.ORDINARY:
            return bool(other.signs & (Sign.GIVEN | Sign.PASSABLE)) and not other.lead
        if particle == SON:
            return not other.signs & (Sign.BREAK | Sign.LETTER)
        stops = other.signs & (STOPS | Sign.TITLE | Sign.LETTER) and not is_ali(scene, j + 1)
        return not stops and not other.lead
    if other.signs & Sign.COMPLETING:
        return True
    return particle == _SERVANT and not other.lead and _may_be_served(scene, j + 1)


def _follows_given(scene: Scene, j: int) -> bool:
    """Whether a given name that is no other word stands before token ``j``: محمود أبو طالب."""
    return j > 0 and scene.words[j - 1].signs & (Sign.GIVEN | Sign.WEAK) == Sign.GIVEN


def _may_be_served(scene: Scene, k: int) -> bool:
    """Whether «عبد» goes with token ``k`` though it is no name of God: عبد علي, عبد اللاوي."""
    signs = scene.words[k].signs
    native = signs & (Sign.GIVEN | Sign.WEAK) == Sign.GIVEN and not is_foreign(scene, k)
    return native or bool(signs & Sign.DEFINITE and scene.words[k].stem.endswith("ي"))


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


def is_anne(scene: Scene, j: int) -> bool:
    """Whether the letters of «أن» are written as the name آن."""
    return scene.words[j].stem == ANNE and scene.raw(j).startswith("\N{ARABIC LETTER ALEF WITH MADDA ABOVE}")


def are_two_people(scene: Scene, k: int) -> bool:
    """Whether two family names stand side by side from token ``k``, as after a verb: «دعا ترامب بوتين»."""
    families = scene.names.families
    return scene.words[k].stem in families and scene.words[k + 1].stem in families


def is_tribal(scene: Scene, k: int) -> bool:
    """Whether token ``k`` is a given name with the article, as families of the Gulf have them: الأحمد."""
    return not scene.words[k].lead and scene.words[k].stem in scene.names.tribal


def is_foreign(scene: Scene, k: int) -> bool:
    """Whether the part of a name at token ``k`` is no Arabic given name."""
    word = scene.words[k]
    return not scene.names.given.get(word.stem)


def may_be_foreign(scene: Scene, k: int) -> bool:
    """Whether a word has the letters of a foreign name and no ending of a dual or pronoun."""
    shapes, stem = scene.names.shapes, scene.words[k].stem
    return shapes.may_be_foreign(stem) and not shapes.is_inflected(stem)


def is_future(stem: str) -> bool:
    """Whether a word begins as verbs of the future do: سيصبح."""
    return stem.startswith("س") and stem[1:2] in ("ي", "ت")


def is_verb(scene: Scene, k: int) -> bool:
    """Whether a word begins or ends as verbs do, an unknown one not as foreign names: يشكل, سيصبح, أزيلت."""
    word = scene.words[k]
    stem = word.stem
    if not word.signs & Sign.ORDINARY:
        imperfect = word.signs & Sign.UNKNOWN and (stem.startswith(_IMPERFECT) or is_future(stem))
        return bool(imperfect) and not scene.names.shapes.may_be_foreign(stem)
    feminine = stem.endswith("ت") and not stem.endswith("ات")
    return stem.startswith(_IMPERFECT) or is_future(stem) or feminine
