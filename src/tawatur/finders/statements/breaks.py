"""Breaks: where the article itself goes on inside what would be a content."""

from tawatur.finders.statements.drafts import Draft, Stretch
from tawatur.finders.statements.leads import Leads
from tawatur.finders.statements.scene import ARTICLE, COMMAS, Scene
from tawatur.lexicon.speech import Part
from tawatur.model import Act

_CONJUNCTIONS = frozenset("وف")
_SO = "ف"
_WHERE, _FROM = "حيث", "من"
_LEADS = frozenset((_SO, _WHERE[0]))
_THEY = "وا"
_LONG = 5
_LIMIT = 400


def at_break(scene: Scene, draft: Draft, main: Stretch, end: int) -> int:
    """The comma where the article itself goes on, or ``end``."""
    withheld = draft.act is Act.WITHHOLD and draft.leads is not Leads.CLAUSE
    nominal = withheld or draft.leads in (Leads.PHRASE, Leads.OBJECT)
    is_upon_that = draft.leads is None and not draft.aside and not draft.negated
    cuts, quoted = scene.phrases.cuts, scene.quoted
    during, but = scene.words.during, scene.words.but
    for i in range(main.first + 1, min(end, main.first + _LIMIT)):
        form = scene.forms[i]
        if quoted[i] >= 0:
            continue
        if form == ":" and draft.part is Part.PARTICIPLE and i + 1 in scene.opened:
            return i
        if form == "." and _is_stop(scene, i, end):
            return i
        if form in cuts and _is_cut(scene, i, end):
            return i
        if is_upon_that and form in scene.words.complementisers:
            return i
        onward = form[0] in _LEADS or form in during or form in but
        if nominal and onward and _goes_on(scene, i, end):
            return i
        if form not in COMMAS or draft.leads is Leads.COLON or _answers(scene, main, i + 1, end):
            continue
        if _leads_in(scene, draft):
            return i
        if _breaks(scene, i + 1, end, nominal=nominal):
            return i
    return end


def _leads_in(scene: Scene, draft: Draft) -> bool:
    """بعد إعلان الشركة خفض الأسعار، …: a noun of saying at the head of its sentence only leads to it."""
    first = scene.document.sentences[draft.sentence].first
    return draft.part is Part.NOUN and first < draft.token <= first + 2


def _answers(scene: Scene, main: Stretch, i: int, end: int) -> bool:
    """على الرغم من كذا، فإن كذا: the second half of what is said."""
    if i >= end or scene.forms[i] not in scene.words.then:
        return False
    return any(form in scene.words.conditions for form in scene.forms[main.first : i])


def _goes_on(scene: Scene, i: int, end: int) -> bool:
    """Whether a clause of the article begins at token i, or an adverbial of it, though no comma says so.

    طالب بالقانون حيث أغلق المحتجون الطرق (من حيث is something else), لكن, and فأسست, a verb behind ف.
    """
    form = scene.forms[i]
    if form in scene.words.but:
        return True
    if form == _WHERE:
        return scene.forms[i - 1] != _FROM
    if form in scene.words.during:
        return _is_when(scene, i, end)
    past = form.endswith("ت") and not form.endswith(("ات", "يت")) and len(form) >= _LONG
    return past and i not in scene.covered and not scene.is_teller(form)


def _is_when(scene: Scene, i: int, end: int) -> bool:
    """خلال لقائه السفير: when it was said, not what; خلال هذا اليوم may be either."""
    if i + 2 >= end:
        return False
    if i + 1 in scene.times or i + 2 in scene.times:
        return False
    return scene.forms[i + 1] in scene.words.occasions and scene.forms[i + 2] not in scene.words.days


def _is_cut(scene: Scene, i: int, end: int) -> bool:
    """Whether words such as على حد قوله end a content here; inside a clause they do not."""
    length = scene.starts_with(i, scene.phrases.cuts, end)
    own = length and scene.starts_with(i, scene.phrases.own_words, end)
    return bool(length) and not (own and i + length < end and scene.forms[i + length][0].isalnum())


def _breaks(scene: Scene, i: int, end: int, *, nominal: bool) -> bool:
    """Whether the article itself goes on after a comma; لكن needs a subject of its own."""
    if scene.starts_with(i, scene.phrases.breaks, end):
        but = scene.forms[i] in scene.words.but
        return not but or (i + 1 < end and (scene.is_teller(scene.forms[i + 1]) or i + 1 in scene.names))
    return nominal and _narrates(scene, i, end)


def _narrates(scene: Scene, i: int, end: int) -> bool:
    """Whether a clause of the article itself begins at token i, where a noun phrase cannot go on."""
    if i >= end or i in scene.covered:
        return False
    form = scene.forms[i]
    if form in scene.words.narration:
        return True
    stem = form[1:] if form[:1] in _CONJUNCTIONS else form
    if form[0] == _SO and not scene.is_teller(form) and (stem[:2] == ARTICLE or scene.is_teller(stem)):
        return True
    if stem in scene.words.asides or scene.is_teller(stem) or len(stem) < _LONG - 1:
        return False
    past = stem.endswith(_THEY) or (stem.endswith("ت") and not stem.endswith(("ات", "يت")))
    return form != stem and (past or stem.startswith("ي") or stem in scene.words.was)


def _is_stop(scene: Scene, i: int, end: int) -> bool:
    """Whether a full stop ends a sentence though the space after it is missing."""
    if i + 1 >= end or scene.quoted[i] >= 0 or scene.starts[i + 1] != scene.ends[i]:
        return False
    before, after = scene.forms[i - 1], scene.forms[i + 1]
    apart = len(before) > 2 or (before == "." and scene.is_joined(i + 1))
    return apart and len(after) > 2 and after[0].isalpha()
