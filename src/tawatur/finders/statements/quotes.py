"""Quotes: which quotation behind a cue is what is said, and which a name or a title."""

from tawatur.finders.statements.leads import STANDING, Leads, Opening
from tawatur.finders.statements.phrases import is_addressed
from tawatur.finders.statements.scene import ARTICLE, COMMAS, Scene
from tawatur.lexicon.speech import Sense, Teller

_SCARE = 4
_TITLE = 7
_TITLED = frozenset((Teller.MEDIUM, Teller.INSTITUTION))
_CLAUSE, _QUOTE, _OBJECT = "أن", "quote", "object"


def quotation_at(scene: Scene, sense: Sense, i: int, after: int) -> Opening | None:
    """The quotation that opens at token i, if it is what the verb says and no name or title."""
    quotation = scene.opened[i]
    takes = sense.entry.takes
    before = scene.forms[i - 1]
    if before in scene.words.titled or (i > after and _is_governed_otherwise(scene, sense, i - 1)):
        return None
    if not quotation.closed and (is_addressed(scene, i - 1) or Teller.MEDIUM in scene.tellers(before)):
        return None
    length = quotation.last - quotation.first
    if length < _TITLE and i == after and _leads_on(scene, quotation.last + 1):
        return None
    if length < _TITLE and i > 0 and scene.tellers(scene.forms[i - 1]) & _TITLED:
        of_medium = i > after + 1 and not scene.forms[i - 1].startswith(ARTICLE)
        if of_medium or not _ends_after(scene, quotation.last + 1):
            return None
    if sense.entry.person and not sense.entry.near and _governs_at(scene, sense, quotation.last + 1):
        return None
    long = length >= _SCARE or (length >= 2 and i == after and _ends_after(scene, quotation.last + 1))
    taken = {_QUOTE} if sense.entry.near or sense.entry.needs else {_QUOTE, _CLAUSE, _OBJECT}
    if not long or not taken & set(takes):
        return None
    return Opening(Leads.QUOTE, i, i, scene.starts[i])


def _is_governed_otherwise(scene: Scene, sense: Sense, i: int) -> bool:
    """Whether a preposition that the verb does not govern stands at token i: للحصول على «شهادة»."""
    form = scene.forms[i]
    preposition = form in scene.words.prepositions and i not in scene.covered
    return preposition and STANDING.get(form) not in sense.entry.takes


def _leads_on(scene: Scene, i: int) -> bool:
    """أضافت «سي إن إن»، أن: a clause behind a quoted name shows that it is who speaks."""
    i += i < len(scene.forms) and scene.forms[i] in COMMAS
    return i < len(scene.forms) and scene.forms[i] in scene.words.complementisers


def _governs_at(scene: Scene, sense: Sense, i: int) -> bool:
    """دعا «كل الأطراف» إلى الحوار: the preposition of the verb stands behind the quotation."""
    return i < len(scene.forms) and STANDING.get(scene.forms[i]) in sense.entry.takes


def _ends_after(scene: Scene, i: int) -> bool:
    return i >= len(scene.forms) or not scene.forms[i][0].isalnum()
