"""Clauses: the أن, the colon, the question that lead from a cue to its content."""

from tawatur.finders.statements.leads import STANDING, Leads, Opening
from tawatur.finders.statements.objects import is_deed
from tawatur.finders.statements.scene import ARTICLE, Scene, is_definite
from tawatur.lexicon.speech import Part, Sense
from tawatur.model import Act

_CLAUSE, _QUOTE, _BY_THAT = "أن", "quote", "بأن"
_BY = "بان"
_THAT = "ان"
_EXCEPT = "الا"
_OF_SAYING = "إ"
_FUTURE = "س"
_PERSONS = ("ي", "ت", "ن")
_LONG = 4
_WHETHER = ["ما", "اذا"]
_BEFORE_VERBS = frozenset(("قبل", "بعد", "منذ", "دون", "بدون", "حين", "مجرد"))


def clause(scene: Scene, sense: Sense, i: int, last: int) -> Opening | None:
    """The clause behind the أن at token i, if the verb governs it."""
    takes, form = sense.entry.takes, scene.forms[i]
    governed = STANDING.get(scene.forms[i - 1])
    bare = form == _THAT or (sense.part is Part.VERB and form.startswith(_THAT))
    if governed and governed not in takes and bare and not _is_misgoverned(scene, governed, i, last):
        return None
    by = form.startswith(_BY) and bool({"ب", _BY_THAT} & set(takes))
    if sense.entry.act is Act.FEEL and _QUOTE not in takes and scene.raw(i)[0] == _OF_SAYING:
        return None
    if _CLAUSE in takes or by or governed in takes:
        return begin(scene, Leads.CLAUSE, i, i + 1, last)
    return None


def _is_misgoverned(scene: Scene, governed: str, i: int, last: int) -> bool:
    """أكد الوزير إلى أن الأزمة عابرة: a noun behind it shows that it does not mean until."""
    if governed != "إلى" or i + 1 >= last:
        return False
    after = scene.forms[i + 1]
    return i + 1 in scene.names or after.startswith(ARTICLE) or after.endswith("ة") or is_deed(scene, after)


def colon(scene: Scene, i: int, last: int) -> Opening | None:
    """What stands behind the colon at token i, if that is no clock."""
    first = i + 1
    if first >= last:
        return _next_line(scene, i)
    if scene.forms[i - 1][-1].isdigit() and scene.forms[first][0].isdigit():
        return None
    if scene.forms[first] in scene.words.complementisers:
        return begin(scene, Leads.CLAUSE, i, first + 1, last)
    return begin(scene, Leads.COLON, i, first, last)


def _next_line(scene: Scene, i: int) -> Opening | None:
    """A colon that ends its line leads to the next one."""
    first = i + 1
    if first >= len(scene.forms) or not scene.begins_line(first):
        return None
    return Opening(Leads.COLON, i, first, scene.starts[first])


def is_question(scene: Scene, i: int, last: int) -> bool:
    """تساءل هل، تساءل ما إذا: whether a question that is told begins at token i."""
    if scene.forms[i - 1] in scene.words.prepositions:
        return False
    return scene.forms[i] in scene.words.questions or scene.forms[i : min(i + 2, last)] == _WHETHER


def is_future(scene: Scene, i: int) -> bool:
    """قال البيان سيحصل: a verb of the future behind whoever spoke, without any complementiser."""
    form, before = scene.forms[i], scene.forms[i - 1]
    verb = form[0] == _FUTURE and form[1:2] in _PERSONS and len(form) > _LONG and not form.endswith("ة")
    ended = (is_definite(before) and before not in scene.words.relatives) or i - 1 in scene.covered
    return verb and ended and not scene.is_teller(form) and i not in scene.covered


def begin(scene: Scene, leads: Leads, at: int, first: int, last: int) -> Opening | None:
    """The opening whose content begins at token ``first``, commas before it left out."""
    while first < last and scene.forms[first] in ("،", ",", ":"):
        first += 1
    return Opening(leads, at, first, scene.starts[first]) if first < last else None


def is_other_that(scene: Scene, i: int) -> bool:
    """Whether an أن belongs to قبل أن, علما بأنه and the like, or a word is إلا and no ألا."""
    form = scene.forms[i]
    if form == _EXCEPT and (scene.raw(i)[0] == _OF_SAYING or scene.forms[i + 1 : i + 2] == [_THAT]):
        return True
    that = form.startswith((_THAT, _BY)) and form in scene.words.complementisers
    if not that or i == 0 or scene.forms[i - 1] not in scene.words.other_that:
        return False
    return form == _THAT or scene.forms[i - 1] not in _BEFORE_VERBS
