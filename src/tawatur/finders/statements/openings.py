"""Openings: where the content of a cue begins, and what leads to it."""

from collections.abc import Set

from tawatur.finders.statements.clauses import begin, clause, colon, is_future, is_other_that, is_question
from tawatur.finders.statements.cues import Cue
from tawatur.finders.statements.governed import phrase_at
from tawatur.finders.statements.leads import STANDING, Leads, Opening
from tawatur.finders.statements.objects import object_at, withheld_at
from tawatur.finders.statements.phrases import is_name_in_marks
from tawatur.finders.statements.quotes import quotation_at
from tawatur.finders.statements.scene import COMMAS, Scene, past_bracket
from tawatur.lexicon.speech import Part, Sense
from tawatur.model import Act
from tawatur.text import Sentence

_REACH = 60
_NEAR = 45
_PLATFORM = 20
_REACHES = {Part.VERB: _REACH, Part.PARTICIPLE: 9, Part.NOUN: 16}
_CLAUSE, _QUOTE, _OBJECT = "أن", "quote", "object"
_ASKED = "هل"
_SAID = "قال"
_FUTURE = "س"
_QUOTES = frozenset('"«“„')
_STOPS = frozenset((".", "!", "?", "؟", "؛"))


def find_opening(
    scene: Scene, cue: Cue, sense: Sense, sentence: Sentence, blockers: Set[int]
) -> Opening | None:
    """The first thing after a cue that opens a content its word governs, or None."""
    takes, complementisers = sense.entry.takes, scene.words.complementisers
    reach = _REACHES[sense.part]
    if sense.part is Part.PARTICIPLE and _is_cut_off(scene, cue, sentence):
        return None
    i, limit = cue.last, min(sentence.last, cue.last + reach)
    if _QUOTE in takes and i + 1 < limit and scene.forms[i] in scene.words.to_be:
        return Opening(Leads.CLAUSE, i, i, scene.starts[i])
    near = min(limit, cue.last + _NEAR)
    thing = object_at(scene, sense, cue, near) if _OBJECT in takes and not sense.pronoun else None
    if thing is None and (sense.entry.only == "negated" or _keeps_back(sense, cue)):
        thing = withheld_at(scene, sense, cue, limit)
    while i < limit:
        form = scene.forms[i]
        if i in blockers:
            break
        if i in scene.names and scene.names[i].start == scene.starts[i]:
            i = scene.names[i].last
            continue
        if is_name_in_marks(scene, i):
            i = scene.opened[i].last + 1
            continue
        found = _opening_at(scene, sense, i, cue.last, sentence.last)
        if i >= near and found and (thing or found.leads is not Leads.CLAUSE):
            break
        if found and found.leads is Leads.PHRASE and form == "علي" and _CLAUSE in takes:
            found = _past_platform(scene, found, limit, blockers)
        if found:
            return _nearer(scene, thing, found)
        if form in _STOPS and not _is_abbreviated(scene, i):
            break
        if form in complementisers and (_CLAUSE not in takes or is_other_that(scene, i)):
            break
        if form in scene.words.postings and _QUOTE in takes and _is_told_at(scene, i + 1, sentence.last):
            return Opening(Leads.COLON, i + 1, i + 1, scene.starts[i + 1])
        i = _next(scene, i)
    return thing if thing and thing.at <= i else None


def _is_abbreviated(scene: Scene, i: int) -> bool:
    """Whether the stop at token i is the dot of an abbreviation: أ. سامي، آر.تي.إي."""
    return len(scene.forms[i - 1]) == 1 or scene.forms[i - 2] == scene.forms[i]


def _is_cut_off(scene: Scene, cue: Cue, sentence: Sentence) -> bool:
    """Whether a comma stands behind a cue and no clause: قائلا، إنه."""
    if cue.last >= sentence.last or scene.forms[cue.last] not in COMMAS:
        return False
    return cue.last + 1 >= sentence.last or scene.forms[cue.last + 1] not in scene.words.complementisers


def _keeps_back(sense: Sense, cue: Cue) -> bool:
    """لم تكشف الشركة قيمة الصفقة: what is not told may be any thing."""
    told = cue.negated and sense.entry.negated is Act.WITHHOLD and sense.part is Part.VERB
    return told and _OBJECT in sense.entry.takes and sense.entry.act is not Act.DENY


def _past_platform(scene: Scene, found: Opening, limit: int, blockers: Set[int]) -> Opening:
    """The clause behind a platform that was spoken on (على الإذاعة اليوم أن), else what was found."""
    for i in range(found.first + 1, min(limit, found.first + _PLATFORM)):
        if i in blockers or scene.forms[i] in _STOPS:
            return found
        if scene.forms[i] in scene.words.complementisers and not is_other_that(scene, i):
            between = scene.forms[found.first : i]
            timed = any(form in scene.words.days or form in COMMAS for form in between)
            return begin(scene, Leads.CLAUSE, i, i + 1, limit) or found if timed else found
    return found


def _is_told_at(scene: Scene, i: int, last: int) -> bool:
    """Whether the words of a posting begin at token i without a mark that says so."""
    if i >= last - 2 or not scene.forms[i][0].isalpha() or i in scene.times:
        return False
    form, words = scene.forms[i], scene.words
    known = form in words.asides or form in words.complementisers or form in words.platforms
    return not known and form not in STANDING and not (form in words.relatives and form[0] == "ا")


def _nearer(scene: Scene, thing: Opening | None, found: Opening) -> Opening:
    """The bare object where it comes first, unless a clause shows that it was no object."""
    if thing is None or thing.at >= found.at:
        return found
    if found.leads is not Leads.CLAUSE:
        return thing
    between = scene.forms[thing.at : found.at]
    aside = any(
        form in COMMAS or form in scene.words.days or form in scene.words.occasions for form in between
    )
    return found if aside else thing


def _opening_at(scene: Scene, sense: Sense, i: int, after: int, last: int) -> Opening | None:
    form, takes = scene.forms[i], sense.entry.takes
    if form in scene.words.complementisers and not is_other_that(scene, i):
        return clause(scene, sense, i, last)
    if form == ":" and (_QUOTE in takes or _CLAUSE in takes):
        return colon(scene, i, last)
    if form in _QUOTES and i in scene.opened:
        return quotation_at(scene, sense, i, after) or phrase_at(scene, sense, i, after, last)
    if form[0] == _FUTURE and sense.entry.verb == _SAID and i > after and is_future(scene, i):
        return Opening(Leads.CLAUSE, i, i, scene.starts[i])
    if _ASKED in takes and is_question(scene, i, last):
        return Opening(Leads.CLAUSE, i, i, scene.starts[i])
    return phrase_at(scene, sense, i, after, last)


def _next(scene: Scene, i: int) -> int:
    """The token after i, a short quotation or a bracket passed over as one."""
    if scene.forms[i] == "(":
        return past_bracket(scene, i, i + 12)
    quotation = scene.opened.get(i)
    if quotation and quotation.closed and scene.forms[i] in _QUOTES:
        return quotation.last + 1
    return i + 1
