"""Openings: where the content of a cue begins, and what leads to it."""

from collections.abc import Set

from tawatur.finders.statements.cues import Cue
from tawatur.finders.statements.leads import Leads, Opening
from tawatur.finders.statements.objects import is_deed, object_at, withheld_at, without_pronoun
from tawatur.finders.statements.phrases import is_addressed
from tawatur.finders.statements.scene import ARTICLE, COMMAS, Scene, is_definite, is_name_ali, past_bracket
from tawatur.lexicon.speech import Part, Sense, Teller
from tawatur.model import Act, EntityType
from tawatur.text import Sentence

_REACH = 60
_NEAR = 45
_SCARE = 4
_TITLE = 7
_PLATFORM = 20
_TITLED = frozenset((Teller.MEDIUM, Teller.INSTITUTION))
_TEXTS = frozenset((Teller.LAW, Teller.DOCUMENT))
_REACHES = {Part.VERB: _REACH, Part.PARTICIPLE: 9, Part.NOUN: 16}
_CLAUSE, _QUOTE, _OBJECT, _BY_THAT = "أن", "quote", "object", "بأن"
_STANDING = {"علي": "على", "عن": "عن", "من": "من", "الي": "إلى", "في": "في", "ب": "ب"}
_MERGED = {"عما": "عن", "مما": "من"}
_ATTACHED = {"ب": "ب", "ل": "ل"}
_ABOUT = "بنحو"
_BY = "بان"
_THAT = "ان"
_EXCEPT = "الا"
_OF_SAYING = "إ"
_TO, _TO_THE, _TOWARDS = "ل", "لل", "الي"
_AHEAD = 25
_ASKED = "هل"
_SAID = "قال"
_FUTURE = "س"
_PERSONS = ("ي", "ت", "ن")
_LONG = 4
_WHETHER = ["ما", "اذا"]
_BEFORE_VERBS = frozenset(("قبل", "بعد", "منذ", "دون", "بدون", "حين", "مجرد"))
_QUOTES = frozenset('"«“„')
_STOPS = frozenset((".", "!", "?", "؟", "؛"))


def find_opening(
    scene: Scene, cue: Cue, sense: Sense, sentence: Sentence, blockers: Set[int]
) -> Opening | None:
    """The first thing after a cue that opens a content its word governs, or None."""
    takes = sense.entry.takes
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
        found = _opening_at(scene, sense, i, cue.last, sentence.last)
        if i >= near and found and (thing or found.leads is not Leads.CLAUSE):
            break
        if found and found.leads is Leads.PHRASE and form == "علي" and _CLAUSE in takes:
            found = _past_platform(scene, found, limit, blockers)
        if found:
            return _nearer(scene, thing, found)
        if (form in _STOPS and len(scene.forms[i - 1]) > 1) or _is_other_that(scene, i):
            break
        if form in scene.words.complementisers and _CLAUSE not in takes:
            break
        if form in scene.words.postings and _QUOTE in takes and _is_told_at(scene, i + 1, sentence.last):
            return Opening(Leads.COLON, i + 1, i + 1, scene.starts[i + 1])
        i = _next(scene, i)
    return thing if thing and thing.at <= i else None


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
        if scene.forms[i] in scene.words.complementisers and not _is_other_that(scene, i):
            between = scene.forms[found.first : i]
            timed = any(form in scene.words.days or form in COMMAS for form in between)
            return _begin(scene, Leads.CLAUSE, i, i + 1, limit) or found if timed else found
    return found


def _is_told_at(scene: Scene, i: int, last: int) -> bool:
    """Whether the words of a posting begin at token i without a mark that says so."""
    if i >= last - 2 or not scene.forms[i][0].isalpha() or i in scene.times:
        return False
    form, words = scene.forms[i], scene.words
    known = form in words.asides or form in words.complementisers or form in words.platforms
    return not known and form not in _STANDING and not (form in words.relatives and form[0] == "ا")


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
    if form in scene.words.complementisers and not _is_other_that(scene, i):
        return _clause(scene, sense, i, last)
    if form == ":" and (_QUOTE in takes or _CLAUSE in takes):
        return _colon(scene, i, last)
    if form in _QUOTES and i in scene.opened:
        return _quote(scene, sense, i, after) or _phrase(scene, sense, i, after, last)
    if sense.entry.verb == _SAID and i > after and _is_future(scene, i):
        return Opening(Leads.CLAUSE, i, i, scene.starts[i])
    if _ASKED in takes and _is_question(scene, i, last):
        return Opening(Leads.CLAUSE, i, i, scene.starts[i])
    return _phrase(scene, sense, i, after, last)


def _is_future(scene: Scene, i: int) -> bool:
    """قال البيان سيحصل: a verb of the future behind whoever spoke, without any complementiser."""
    form, before = scene.forms[i], scene.forms[i - 1]
    verb = form[0] == _FUTURE and form[1:2] in _PERSONS and len(form) > _LONG and not form.endswith("ة")
    ended = (is_definite(before) and before not in scene.words.relatives) or i - 1 in scene.covered
    return verb and ended and not scene.is_teller(form) and i not in scene.covered


def _is_question(scene: Scene, i: int, last: int) -> bool:
    """تساءل هل، تساءل ما إذا: whether a question that is told begins at token i."""
    if scene.forms[i - 1] in scene.words.prepositions:
        return False
    return scene.forms[i] in scene.words.questions or scene.forms[i : min(i + 2, last)] == _WHETHER


def _clause(scene: Scene, sense: Sense, i: int, last: int) -> Opening | None:
    takes, form = sense.entry.takes, scene.forms[i]
    governed = _STANDING.get(scene.forms[i - 1])
    if governed and governed not in takes and form == _THAT and not _is_misgoverned(scene, governed, i, last):
        return None
    by = form.startswith(_BY) and bool({"ب", _BY_THAT} & set(takes))
    if sense.entry.act is Act.FEEL and _QUOTE not in takes and scene.raw(i)[0] == _OF_SAYING:
        return None
    if _CLAUSE in takes or by or governed in takes:
        return _begin(scene, Leads.CLAUSE, i, i + 1, last)
    return None


def _is_misgoverned(scene: Scene, governed: str, i: int, last: int) -> bool:
    """أكد الوزير إلى أن الأزمة عابرة: a noun behind it shows that it does not mean until."""
    if governed != "إلى" or i + 1 >= last:
        return False
    after = scene.forms[i + 1]
    return i + 1 in scene.names or after.startswith(ARTICLE) or after.endswith("ة") or is_deed(scene, after)


def _colon(scene: Scene, i: int, last: int) -> Opening | None:
    first = i + 1
    if first >= last:
        return _next_line(scene, i)
    if scene.forms[i - 1][-1].isdigit() and scene.forms[first][0].isdigit():
        return None
    if scene.forms[first] in scene.words.complementisers:
        return _begin(scene, Leads.CLAUSE, i, first + 1, last)
    return _begin(scene, Leads.COLON, i, first, last)


def _next_line(scene: Scene, i: int) -> Opening | None:
    """A colon that ends its line leads to the next one."""
    first = i + 1
    if first >= len(scene.forms) or not scene.begins_line(first):
        return None
    return Opening(Leads.COLON, i, first, scene.starts[first])


def _quote(scene: Scene, sense: Sense, i: int, after: int) -> Opening | None:
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
    return preposition and _STANDING.get(form) not in sense.entry.takes


def _leads_on(scene: Scene, i: int) -> bool:
    """أضافت «سي إن إن»، أن: a clause behind a quoted name shows that it is who speaks."""
    i += i < len(scene.forms) and scene.forms[i] in COMMAS
    return i < len(scene.forms) and scene.forms[i] in scene.words.complementisers


def _governs_at(scene: Scene, sense: Sense, i: int) -> bool:
    """دعا «كل الأطراف» إلى الحوار: the preposition of the verb stands behind the quotation."""
    return i < len(scene.forms) and _STANDING.get(scene.forms[i]) in sense.entry.takes


def _ends_after(scene: Scene, i: int) -> bool:
    return i >= len(scene.forms) or not scene.forms[i][0].isalnum()


def _phrase(scene: Scene, sense: Sense, i: int, after: int, last: int) -> Opening | None:
    form, takes = scene.forms[i], sense.entry.takes
    if i + 1 >= last:
        return None
    if form in _QUOTES and "ب" in takes and _is_quoted_with_by(scene, sense, i + 1):
        return Opening(Leads.PHRASE, i, i + 1, scene.starts[i + 1] + 1)
    standing = None if is_name_ali(scene, i) else _STANDING.get(form)
    if standing and (
        scene.forms[i - 1] in scene.words.issued or scene.starts_with(i, scene.phrases.connectives, last)
    ):
        return None
    if standing and (scene.forms[i + 1] in scene.words.platforms or _is_outlet(scene, i + 1)):
        return None
    if (standing and standing in takes) or ("حول" in takes and form in scene.words.about):
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
        return _begin(scene, Leads.CLAUSE, at, first + 1, last)
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
    return _STANDING[_TOWARDS] not in sense.entry.takes or not any(
        form == _TOWARDS and is_deed(scene, after.removeprefix(ARTICLE))
        for form, after in zip(ahead, ahead[1:], strict=False)
    )


def _is_own_letter(scene: Scene, form: str) -> bool:
    """بعض، بلدية: one who speaks, whose ب is no preposition."""
    return scene.is_teller(form) and not (scene.is_teller(form[1:]) or is_deed(scene, form[1:]))


def _is_adverb(scene: Scene, form: str) -> bool:
    """بشدة، بلادهم: a word whose ب governs nothing, also with a pronoun."""
    return form in scene.words.adverbs or without_pronoun(form) in scene.words.adverbs


def _begin(scene: Scene, leads: Leads, at: int, first: int, last: int) -> Opening | None:
    """The opening whose content begins at token ``first``, commas before it left out."""
    while first < last and scene.forms[first] in ("،", ",", ":"):
        first += 1
    return Opening(leads, at, first, scene.starts[first]) if first < last else None


def _is_other_that(scene: Scene, i: int) -> bool:
    """Whether an أن belongs to قبل أن, علما بأنه and the like, or a word is إلا and no ألا."""
    form = scene.forms[i]
    if form == _EXCEPT and (scene.raw(i)[0] == _OF_SAYING or scene.forms[i + 1 : i + 2] == [_THAT]):
        return True
    that = form.startswith((_THAT, _BY)) and form in scene.words.complementisers
    if not that or i == 0 or scene.forms[i - 1] not in scene.words.other_that:
        return False
    return form == _THAT or scene.forms[i - 1] not in _BEFORE_VERBS


def _next(scene: Scene, i: int) -> int:
    """The token after i, a short quotation or a bracket passed over as one."""
    if scene.forms[i] == "(":
        return past_bracket(scene, i, i + 12)
    quotation = scene.opened.get(i)
    if quotation and quotation.closed and scene.forms[i] in _QUOTES:
        return quotation.last + 1
    return i + 1
