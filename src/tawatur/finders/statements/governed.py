"""Governed: the preposition of a verb, and what stands behind it as its content."""

from itertools import pairwise

from tawatur.finders.statements.clauses import begin
from tawatur.finders.statements.leads import STANDING, Leads, Opening
from tawatur.finders.statements.objects import is_deed, without_pronoun
from tawatur.finders.statements.scene import ARTICLE, Scene, is_name_ali
from tawatur.lexicon.speech import Sense, Teller
from tawatur.model import Act, EntityType

_TEXTS = frozenset((Teller.LAW, Teller.DOCUMENT))
_MERGED = {"عما": "عن", "مما": "من"}
_ATTACHED = {"ب": "ب", "ل": "ل"}
_ABOUT = "بنحو"
_TO, _TO_THE, _TOWARDS = "ل", "لل", "الي"
_AHEAD = 25
_QUOTES = frozenset('"«“„')
_APART = _QUOTES | STANDING.keys() | _MERGED.keys()


def phrase_at(scene: Scene, sense: Sense, i: int, after: int, last: int) -> Opening | None:
    """What stands behind the preposition at token i, if the verb governs it."""
    form, takes, about = scene.forms[i], sense.entry.takes, scene.words.about
    if form[0] not in _ATTACHED and form not in _APART and form not in about:
        return None
    if i + 1 >= last:
        return None
    if form in _QUOTES and "ب" in takes and _is_quoted_with_by(scene, sense, i + 1):
        return Opening(Leads.PHRASE, i, i + 1, scene.starts[i + 1] + 1)
    standing = None if is_name_ali(scene, i) else STANDING.get(form)
    if standing and (
        scene.forms[i - 1] in scene.words.issued or scene.starts_with(i, scene.phrases.connectives, last)
    ):
        return None
    if standing and (scene.forms[i + 1] in scene.words.platforms or _is_outlet(scene, i + 1)):
        return None
    if (standing and standing in takes) or ("حول" in takes and form in about):
        return _after_preposition(scene, sense, i, i + 1, scene.starts[i + 1], last)
    if _MERGED.get(form) in takes:
        return _after_merged(scene, i)
    attached = _ATTACHED.get(form[:1])
    if attached and attached in takes and _is_attached(scene, sense, i, after, last):
        merged = form.startswith(_TO_THE)
        return _after_preposition(scene, sense, i, i, scene.starts[i] + 1 + merged, last)
    return None


def _is_quoted_with_by(scene: Scene, sense: Sense, i: int) -> bool:
    """هدد "بوقف العمل": whether the preposition of the verb stands inside the marks before its word."""
    form = scene.forms[i]
    stem = form[1:]
    return form[0] == "ب" and (is_deed(scene, stem) or (sense.entry.person and stem.startswith(ARTICLE)))


def _after_merged(scene: Scene, i: int) -> Opening:
    """تساءل عما إذا، حذر مما قد: the preposition and ما are one word."""
    return Opening(Leads.PHRASE, i, i, scene.starts[i] + 1)


def _is_outlet(scene: Scene, i: int) -> bool:
    """Whether a name after على is that of an outlet or a platform, not what is spoken of."""
    named = scene.names.get(i)
    return (
        bool(named) and scene.forms[i - 1] == "علي" and named.entity.type is EntityType.ORGANISATION
        if named
        else False
    )


def _after_preposition(
    scene: Scene, sense: Sense, at: int, first: int, start: int, last: int
) -> Opening | None:
    if scene.forms[first] in scene.words.complementisers and first != at:
        return begin(scene, Leads.CLAUSE, at, first + 1, last)
    if sense.entry.clause_only or (
        sense.entry.masdar_only
        and not _names_a_deed(scene, first, whole=first != at, saying=sense.entry.act is Act.SAY)
    ):
        return None
    return Opening(Leads.PHRASE, at, first, start)


def _names_a_deed(scene: Scene, i: int, *, whole: bool, saying: bool) -> bool:
    form = scene.forms[i] if whole else scene.forms[i][1:]
    return is_deed(scene, form) or ((whole or not saying) and is_deed(scene, form.removeprefix(ARTICLE)))


def _is_attached(scene: Scene, sense: Sense, i: int, after: int, last: int) -> bool:
    """Whether the ب or ل before a word is the preposition that the cue governs."""
    form = scene.forms[i]
    stem = form[1:]
    felt = sense.entry.act is Act.FEEL and stem.startswith(ARTICLE)
    adverb = _is_adverb(scene, form) and not (felt and scene.forms[i + 1] not in scene.words.prepositions)
    adverb = adverb and not (form == _ABOUT and sense.entry.whole)
    if len(stem) < 2 or form in scene.words.asides or adverb or _is_own_letter(scene, form):
        return False
    if sense.entry.needs:
        return stem in sense.entry.needs
    named = scene.names.get(i)
    if named:
        return named.start > scene.starts[i] and sense.entry.person is False
    teller = any(map(scene.is_teller, (form, without_pronoun(form), stem)))
    text = felt and scene.tellers(stem) & _TEXTS
    if teller and not text and not is_deed(scene, stem) and not (sense.entry.person or sense.entry.whole):
        return False
    if form[0] == _TO:
        return _is_aim(scene, sense, i, last)
    return not sense.entry.person or i > after or is_deed(scene, stem) or stem.startswith("ا")


def _is_aim(scene: Scene, sense: Sense, i: int, last: int) -> bool:
    """دعا النيابة للتدخل: a deed behind an attached ل, unless the verb has its إلى and a deed further on."""
    aim = scene.forms[i].removeprefix(_TO).removeprefix(_TO)
    if aim in scene.words.everybody or not is_deed(scene, aim):
        return False
    ahead = scene.forms[i + 1 : min(last, i + _AHEAD)]
    return STANDING[_TOWARDS] not in sense.entry.takes or not any(
        form == _TOWARDS and (after.startswith(ARTICLE) or is_deed(scene, after))
        for form, after in pairwise(ahead)
    )


def _is_own_letter(scene: Scene, form: str) -> bool:
    """بعض، بلدية: one who speaks, whose ب is no preposition."""
    return scene.is_teller(form) and not (scene.is_teller(form[1:]) or is_deed(scene, form[1:]))


def _is_adverb(scene: Scene, form: str) -> bool:
    """بشدة، بلادهم: a word whose ب governs nothing, also with a pronoun."""
    return form in scene.words.adverbs or without_pronoun(form) in scene.words.adverbs
