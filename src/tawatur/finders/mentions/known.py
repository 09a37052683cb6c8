"""Names that the gazetteers know, doubtful ones where the words around speak for them."""

from tawatur.finders.mentions.scene import Found, Scene
from tawatur.lexicon.gazetteer import Known
from tawatur.lexicon.name_words import Sign, Word
from tawatur.lexicon.names import BodyKind
from tawatur.model import EntityType

_OPENING, _CLOSING = frozenset('"«“('), frozenset('"»”)')
_DASHES = frozenset("-–—")


def take_known(scene: Scene, i: int, first: int, last: int) -> None:
    """Take the known name at token ``i`` of a sentence, where it is meant as one."""
    match = scene.known_at(i, last)
    if match is None:
        return
    end, known = match
    if not scene.is_free(i, end) or (known.weak and not _is_expected(scene, i, first, known)):
        return
    if not _is_in_company(scene, i):
        return
    if known.type is EntityType.ORGANISATION:
        if i > first and _is_part_of_role(scene, i):
            return
        branded = _brand_end(scene, i, end, last, known)
        if branded > end:
            scene.take(Found(i, branded, known.type, "known body", known=None))
        else:
            scene.take(Found(i, end, known.type, "known body", known=known))
    elif known.weak and _goes_on_as_noun(scene, end, last):
        return
    elif not scene.is_adverb(end - 1) and not scene.is_adjective(i, end):
        scene.take(Found(i, end, known.type, "known place", known=known))


def _is_in_company(scene: Scene, i: int) -> bool:
    """Whether the article has the word without which the name is a common noun: «سيول» beside «كوريا»."""
    wanted = scene.names.hints.company.get(scene.words[i].bare)
    return wanted is None or any(wanted in form for form in scene.vocabulary)


def _brand_end(scene: Scene, i: int, end: int, last: int, known: Known) -> int:
    """The end of a firm's name that begins with another's, جوجل كابيتال; ``end`` where none does."""
    if end - i > 1 or known.outlet or known.principal or known.sport or known.weak or end >= last:
        return end
    word = scene.words[end]
    foreign = (
        bool(word.signs & (Sign.FOREIGN | Sign.PASSABLE)) and not word.lead and scene.is_free(end, end + 1)
    )
    return end + 1 if foreign and not scene.words[i].signs & Sign.DEFINITE else end


def _is_expected(scene: Scene, i: int, first: int, known: Known) -> bool:
    """Whether the word before says that a place or a body follows."""
    word = scene.words[i]
    if known.type is EntityType.ORGANISATION:
        return _is_quoted(scene, i) or _is_body_expected(scene, i, first, known)
    if "ب" in word.particles or _is_quoted(scene, i):
        return True
    if i == first or word.lead:
        return False
    before = scene.words[i - 1]
    return bool(before.signs & (Sign.LOCATING | Sign.OUTSIDE)) or before.stem in scene.names.hints.governor


def _is_body_expected(scene: Scene, i: int, first: int, known: Known) -> bool:
    """Whether the words around make a doubtful name a body's: شركة X, ذكرت X, X الكويتية, «القاهرة - X»."""
    word, after = scene.words[i], scene.words[i + 1] if i + 1 < len(scene.words) else None
    both = Sign.NISBA | Sign.DEFINITE
    if after and after.signs & both == both and after.stem.endswith("ية") and _is_like_a_paper(word.stem):
        return not after.lead
    if word.particles == ("ل",) and i > first:
        return any(scene.words[k].signs & Sign.TITLE for k in range(max(first, i - 2), i))
    if i == first or word.lead:
        return False
    before = scene.words[i - 1]
    if before.signs & Sign.SAYING:
        return not word.signs & Sign.ORDINARY or (known.outlet and _is_feminine(scene, before))
    if before.signs & Sign.BREAK and scene.forms[i - 1] in _DASHES and i - 1 > first:
        return known.outlet and bool(scene.taken[i - 2])
    if before.signs & (Sign.BODY | Sign.DEFINITE) == Sign.BODY:
        return True
    return bool(scene.taken[i - 1]) and not word.signs & Sign.ORDINARY


def _is_feminine(scene: Scene, verb: Word) -> bool:
    """Whether a verb of saying is the feminine of another: ذكرت, not لفت."""
    return verb.stem.endswith("ت") and verb.stem[:-1] in scene.names.saying


def _is_like_a_paper(stem: str) -> bool:
    """Whether a feminine adjective after a word shows that a paper or firm is meant: القبس الكويتية."""
    return not stem.endswith(("ة", "ات", "ى", "اء"))


def _goes_on_as_noun(scene: Scene, end: int, last: int) -> bool:
    """Whether an adjective with the article follows a doubtful name: «السلط المحلية» is no town."""
    if end >= last or not scene.words[end - 1].signs & Sign.DEFINITE:
        return False
    return bool(scene.words[end].signs & Sign.DEFINITE) and not scene.words[end].particles


def _is_part_of_role(scene: Scene, i: int) -> bool:
    """Whether a ministry's short name belongs to its minister: «وزير الخارجية الأميركية»."""
    branch = scene.names.bodies.get(scene.words[i].bare) is BodyKind.BRANCH
    return branch and bool(scene.words[i - 1].signs & Sign.TITLE)


def _is_quoted(scene: Scene, i: int) -> bool:
    """Whether the word stands alone in quotation marks or brackets."""
    forms = scene.forms
    return 0 < i < len(forms) - 1 and forms[i - 1] in _OPENING and forms[i + 1] in _CLOSING
