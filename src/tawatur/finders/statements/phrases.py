"""Phrases: where a noun phrase begins and how far it goes."""

from collections.abc import Set

from tawatur.finders.statements.scene import (
    ARTICLE,
    COMMAS,
    Scene,
    bare,
    is_name_ali,
    past_bracket,
)
from tawatur.lexicon.speech import Teller
from tawatur.model import EntityType
from tawatur.text import peel

Phrase = tuple[int, int]

_REACH = 30
_SCARE = 4
_TITLE = 7
_CLAUSE = 16
_HARD = frozenset((".", ":", "؛", ";", "!", "?", "؟", "…", "-", "–", "—", "/", "*", "|"))
_QUOTES = frozenset('"«»“”„‹›')
_SENT = frozenset((Teller.PERSON, Teller.INSTITUTION))
_IN = "في"
_AND = "و"
_LACK = "عدم"
_FROM = "من"
_FOR = "عن"
_INFORMED = "مطلع"
_PREPOSITIONS = frozenset(("علي", "الي", "عن", "مع"))


def phrase_after(scene: Scene, first: int, limit: int, cues: Set[int]) -> Phrase | None:
    """The noun phrase that begins at token ``first``, or None where none can begin there."""
    if first >= limit or not can_begin(scene, first, cues):
        return None
    end = phrase_end(scene, first, limit, cues)
    return (first, end) if end > first else None


def with_clause(scene: Scene, phrase: Phrase, limit: int, cues: Set[int]) -> Phrase:
    """A phrase with the relative clause behind it: سامي الذي يعمل في الميناء.

    The clause ends before a sign, a time, an occasion of speaking, an outlet or another cue.
    """
    first, last = phrase
    if last >= limit or scene.forms[last] not in scene.words.describing:
        return phrase
    end = last + 1
    while end < min(limit, last + _CLAUSE) and not _ends_clause(scene, end, cues):
        end += 1
    return (first, end) if end > last + 2 else phrase


def _ends_clause(scene: Scene, i: int, cues: Set[int]) -> bool:
    form = scene.forms[i]
    if form in COMMAS or form in _HARD or i in cues or i in scene.times or is_addressed(scene, i):
        return True
    after = scene.forms[i + 1] if form == _IN and i + 1 < len(scene.forms) else ""
    return after in scene.words.occasions and after not in scene.words.same


def can_begin(scene: Scene, i: int, cues: Set[int]) -> bool:
    """Whether a noun phrase can begin with token i."""
    form, words = scene.forms[i], scene.words
    if i in scene.names:
        return scene.names[i].start == scene.starts[i]
    if form in _QUOTES:
        quotation = scene.opened.get(i)
        return bool(quotation) and quotation.last - quotation.first < 4 if quotation else False
    if form == "(":
        return 1 < past_bracket(scene, i, i + _SCARE) - i < _SCARE
    if i in scene.times or (i in cues and not scene.is_teller(form)):
        return False
    if form in _HARD or form in COMMAS or not form[0].isalnum():
        return False
    if is_name_ali(scene, i):
        return True
    if form in (_IN, _FROM, "ل") or form in _PREPOSITIONS or form in words.nobodies or form in words.adverbs:
        return False
    if form in words.grounds:
        return False
    if form in words.asides and not (scene.is_teller(form) and scene.raw(i).startswith("إ")):
        return False
    if form in words.complementisers or form in words.relatives or form in words.negations:
        return False
    if scene.is_teller(form):
        return True
    if form in words.to_be or (form[:1] == "و" and form[1:] in words.prepositions):
        return False
    return not any(
        p in ("ل", "ب") for reading in peel(form)[1:] for p in reading.before if ARTICLE in reading.before
    )


def can_head(scene: Scene, i: int) -> bool:
    """Whether token i can be the head of a source that stands before its verb."""
    form = scene.forms[i]
    if form in scene.words.pointers and i + 1 < len(scene.forms):
        form = scene.forms[i + 1]
    return (
        i in scene.names
        or scene.is_teller(form)
        or scene.is_teller(form[1:])
        or (form.startswith(ARTICLE) and (form.endswith(("ون", "ين")) or scene.is_led(i)))
        or (form in _QUOTES and i in scene.opened)
    )


def phrase_end(scene: Scene, first: int, limit: int, cues: Set[int]) -> int:
    """The token past the noun phrase that begins at token ``first``."""
    i = first
    limit = min(limit, first + _REACH)
    while i < limit:
        named = scene.names.get(i)
        if named and not _is_addressed(scene, i, first):
            i = min(named.last, limit)
            continue
        after = _step(scene, i, first, limit, cues)
        if after == i:
            break
        i = after
    while i > first + 1 and (scene.forms[i - 1] in COMMAS or scene.forms[i - 1] in _HARD):
        i -= 1
    return i


def _step(scene: Scene, i: int, first: int, limit: int, cues: Set[int]) -> int:
    """The token after i where the phrase goes on, or i where it ends before it."""
    form = scene.forms[i]
    if form == "(":
        return past_bracket(scene, i, limit)
    if form in _QUOTES:
        return _past_quotation(scene, i, first, limit)
    if form in COMMAS:
        return i + 1 if _is_apposition(scene, i + 1, limit, cues) else i
    if form == "." and i > first and len(scene.forms[i - 1]) == 1:
        return i + 1
    if form in _HARD or (i > first and _is_clause(scene, i, limit, cues)):
        return i
    if form == _IN:
        return i if _is_occasion(scene, i + 1, first) else i + 1
    if i > first and _belongs(scene, i, first, limit):
        return i + 1
    return i if _is_aside(scene, i, first) else i + 1


def _past_quotation(scene: Scene, i: int, first: int, limit: int) -> int:
    """Past a quoted name or title that belongs to the phrase, or i where what is said begins."""
    quotation = scene.opened.get(i)
    if not quotation or (i + 1 < limit and scene.forms[i + 1].startswith("لل")):
        return i
    if scene.forms[i - 1] == "ل" and _names_after(scene, quotation.last + 1):
        return quotation.last + 1
    if i > first and is_name_in_marks(scene, i):
        return quotation.last + 1
    titled = i > first and scene.tellers(scene.forms[i - 1]) & {Teller.MEDIUM, Teller.INSTITUTION}
    short = quotation.last - quotation.first < (_TITLE if titled else _SCARE)
    return quotation.last + 1 if short and quotation.last < limit else i


def is_name_in_marks(scene: Scene, i: int) -> bool:
    """الناشر "سامي الخطيب": whether the quotation that opens at token i is the name of a person."""
    first = scene.opened[i].first if i in scene.opened else -1
    named = scene.names.get(first)
    return bool(named and named.entity.type is EntityType.PERSON and named.last >= scene.opened[i].last)


def _is_clause(scene: Scene, i: int, limit: int, cues: Set[int]) -> bool:
    """Whether a verb, a time or a connective at token i ends the phrase before it."""
    form = scene.forms[i]
    if form in scene.words.was or (form in scene.words.nobodies and form.startswith(ARTICLE)):
        return True
    asks = i + 1 < limit and scene.forms[i + 1] == _LACK
    verb = i in cues and (asks or not scene.is_teller(form))
    led = form == _FROM and scene.starts_with(i, scene.phrases.connectives, limit)
    return verb or i in scene.times or _is_joined_past(scene, i) or bool(led)


def _belongs(scene: Scene, i: int, first: int, limit: int) -> bool:
    """Whether a particle that mostly ends a phrase goes on with this one: النائب عن الحزب، مصدر مطلع."""
    form, before = scene.forms[i], scene.forms[i - 1]
    if form == _FOR:
        return before in scene.words.issued or _is_deputy(scene, i, first)
    if form == _INFORMED:
        return scene.is_teller(before)
    if form == "او":
        return i + 1 < limit and can_head(scene, i + 1)
    if form == "علي":
        return is_name_ali(scene, i) or bare(scene.forms[first]) in scene.words.pages
    if form == "لدي":
        return any(scene.tellers(word) & _SENT for word in scene.forms[first:i])
    return form == "ل" and i + 1 in scene.opened and _names_after(scene, scene.opened[i + 1].last + 1)


def _is_aside(scene: Scene, i: int, first: int) -> bool:
    """Whether an aside, a preposition or a clause begins at token i."""
    form, words = scene.forms[i], scene.words
    if scene.leads_clause(i) or form in words.relatives or form in words.negations:
        return True
    if i == first:
        return False
    return form in words.asides or form in _PREPOSITIONS or form == "ل" or _is_addressed(scene, i, first)


def _is_deputy(scene: Scene, i: int, first: int) -> bool:
    """النائب عن الحزب، المرشح لمنصب الرئيس عن الحزب: whether one who stands for others is named before عن."""
    if any(bare(form) in scene.words.deputies for form in scene.forms[max(first, i - 2) : i]):
        return True
    return bare(scene.forms[first]) in scene.words.deputies and scene.covered.isdisjoint(range(first, i))


def _names_after(scene: Scene, i: int) -> bool:
    """المدير العام لـ«الشركة» سامي: whether a person is named behind a quotation that stands in a title."""
    named = scene.names.get(i)
    return bool(named and named.entity.type is EntityType.PERSON)


def _is_joined_past(scene: Scene, i: int) -> bool:
    """Whether a word looks like a feminine past behind a conjunction: وبدأت."""
    form = scene.forms[i]
    past = form.startswith("و") and form.endswith("ت") and not form.endswith(("ات", "يت"))
    return past and len(form) > _SCARE and i not in scene.covered


def _is_apposition(scene: Scene, i: int, limit: int, cues: Set[int]) -> bool:
    """Whether what follows a comma names the same one again: a title or a name, then a comma or the end."""
    if i >= limit or i in cues or i in scene.times:
        return False
    form = scene.forms[i]
    if i in scene.names:
        return scene.names[i].start == scene.starts[i]
    if scene.is_teller(form):
        return not scene.is_joined(i)
    if _is_abbreviated(scene, i, limit):
        return True
    joined = form.startswith(_AND) and scene.is_joined(i)
    return not joined and can_begin(scene, i, cues) and _is_short_segment(scene, i, limit)


def _is_abbreviated(scene: Scene, i: int, limit: int) -> bool:
    """د. سامي: a title of one letter before a name."""
    short = i + 2 < limit and len(scene.forms[i]) == 1 and scene.forms[i + 1] == "."
    return short and i + 2 in scene.names


def _is_short_segment(scene: Scene, i: int, limit: int) -> bool:
    """Whether two to four words stand between a comma and the next, as an unknown name would."""
    for j in range(i, min(i + 5, limit)):
        form = scene.forms[j]
        if form in COMMAS or is_addressed(scene, j):
            return j - i >= 2
        if not form[0].isalpha() or form in scene.words.asides or form == _IN:
            return False
    return i + 2 <= limit <= i + 4


def _is_occasion(scene: Scene, i: int, first: int) -> bool:
    """Whether what follows في is an occasion of speaking or a time, not a part of the name."""
    if i >= len(scene.forms) or i in scene.times:
        return True
    form = scene.forms[i]
    if form in scene.words.occasions or form in scene.words.asides or form[:1].isdigit():
        return True
    return any(
        named.last == i - 1 and named.entity.type is EntityType.PERSON
        for named in (scene.names.get(j) for j in range(max(first, i - 6), i))
        if named
    )


def is_addressed(scene: Scene, i: int) -> bool:
    """Whether a token names with an attached ل the outlet that was spoken to: لوكالة، لرويترز."""
    form = scene.forms[i]
    if not form.startswith("ل"):
        return False
    noun = form[2:] if form.startswith("لل") else form[1:]
    outlets = scene.words.outlets
    return (
        Teller.MEDIUM in scene.tellers(noun)
        or noun in outlets
        or (noun != form[1:] and ARTICLE + noun in outlets)
    )


def _is_addressed(scene: Scene, i: int, first: int) -> bool:
    """The same inside a phrase; a reporter stands with the name of his outlet."""
    own = i == first + 1 and bare(scene.forms[first]) in scene.words.reporters
    return i > first and not own and is_addressed(scene, i)
