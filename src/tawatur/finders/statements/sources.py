"""Sources: the noun phrase that names who speaks, grown to the right or to the left of a cue."""

from collections.abc import Set

from tawatur.finders.statements.scene import (
    ARTICLE,
    COMMAS,
    Scene,
    bare,
    is_definite,
    is_name_ali,
    past_bracket,
)
from tawatur.lexicon.inflection import Gender, Number
from tawatur.lexicon.speech import Sense, Teller, Words
from tawatur.model import EntityType
from tawatur.text import peel

Phrase = tuple[int, int]

_REACH = 30
_SCARE = 4
_TITLE = 7
_BACK = 9
_HARD = frozenset((".", ":", "؛", ";", "!", "?", "؟", "…", "-", "–", "—", "/", "*", "|"))
_QUOTES = frozenset('"«»“”„‹›')
_SENT = frozenset((Teller.PERSON, Teller.INSTITUTION))
_IN = "في"
_LACK = "عدم"
_TANWIN = "ا"
_WAS = frozenset(("كان", "كانت", "كانوا", "كانا", "كانتا"))
_FUTURE = frozenset(("سيكون", "ستكون", "سيتم", "ستتم", "سيبقي", "ستبقي", "سيظل", "ستظل", "سنكون"))
_FROM = "من"
_FOR = "عن"
_INFORMED = "مطلع"
_PREPOSITIONS = frozenset(("علي", "الي", "عن", "مع"))


def phrase_after(scene: Scene, first: int, limit: int, cues: Set[int]) -> Phrase | None:
    """The noun phrase that begins at token ``first``, or None where none can begin there."""
    if first >= limit or not _can_begin(scene, first, cues):
        return None
    end = _phrase_end(scene, first, limit, cues)
    return (first, end) if end > first else None


def subject_at(scene: Scene, first: int, limit: int) -> Phrase | None:
    """The noun phrase that begins at token ``first``, ended before a bare word that cannot belong to it."""
    phrase = phrase_after(scene, first, limit, frozenset())
    return (first, _verb_inside(scene, *phrase)) if phrase else None


def phrase_before(scene: Scene, last: int, floor: int, cues: Set[int]) -> Phrase | None:
    """The noun phrase of the subject that stands before token ``last``, not left of ``floor``."""
    first, end = _clause_start(scene, last, floor, cues), last
    while end > first and _is_filler(scene, end - 1):
        end -= 1
    while first < end and (
        _is_filler(scene, first) or scene.starts_with(first, scene.phrases.connectives, end)
    ):
        first += 1
    if first >= end or end - first > _REACH or not _can_head(scene, first):
        return None
    grown = _phrase_end(scene, first, end, cues)
    grown = min(grown, _verb_inside(scene, first, grown))
    if grown < end and not _is_aside_between(scene, grown, end):
        return None
    return first, grown


def antecedent(scene: Scene, relative: int, floor: int, cues: Set[int]) -> Phrase | None:
    """The noun phrase right before a relative pronoun, as long as it is one phrase."""
    found = None
    for first in range(relative - 1, max(floor, relative - _BACK) - 1, -1):
        if (first in scene.names or scene.is_teller(scene.forms[first])) and _can_begin(scene, first, cues):
            end = _phrase_end(scene, first, relative, cues)
            if end == relative or (scene.forms[end] in COMMAS and end + 1 == relative):
                found = first, end
    if not found and relative > floor and scene.forms[relative - 1] in scene.parts:
        return relative - 1, relative
    return found


def _verb_inside(scene: Scene, first: int, last: int) -> int:
    """The first word that can only be a verb: a bare one after a definite one, no name and no title."""
    for i in range(first + 1, last):
        bare_verb = not scene.is_teller(scene.forms[i]) and is_bare(scene, i)
        if (bare_verb or _is_object(scene, i)) and is_complete(scene, i, first):
            return i
    return last


def _is_object(scene: Scene, i: int) -> bool:
    """أصدرت الوزارة بيانا: an indefinite teller in the accusative is no part of the subject."""
    form = scene.forms[i]
    if i in scene.covered or is_definite(form):
        return False
    if scene.tellers(form) == {Teller.DOCUMENT}:
        return True
    return form.endswith(_TANWIN) and scene.is_teller(form[:-1]) and not scene.is_teller(form[:-2])


def is_bare(scene: Scene, i: int) -> bool:
    """Whether a word without article can only begin another noun phrase: no name, no particle."""
    form, words = scene.forms[i], scene.words
    if i in scene.covered or i in scene.times or not form[0].isalpha() or is_definite(form):
        return False
    if form in words.inner or scene.forms[i - 1] in words.inner or form in words.asides:
        return False
    return form not in (_IN, _FROM) and form not in _PREPOSITIONS and form[:1] not in ("ل", "ب", "و")


def agrees(scene: Scene, first: int, sense: Sense) -> bool:
    """Whether the head of a phrase can be the subject of a verb before it, by gender."""
    named = scene.names.get(first)
    if named:
        male = named.entity.type is not EntityType.POLITY or scene.forms[first] in scene.words.male_polities
        return male or sense.form.gender is not Gender.MALE
    form = scene.forms[first]
    noun = bare(form)
    female = female_head(scene, first)
    if sense.form.gender is Gender.MALE and _has_female_adjective(scene, first):
        return False
    if sense.form.gender is Gender.MALE:
        return not female or (bool(scene.tellers(form) & {Teller.PEOPLE}) and not noun.endswith("ات"))
    sorts = scene.tellers(form)
    if sense.form.gender is Gender.FEMALE and sense.form.number is Number.ONE:
        return female or sorts != {Teller.PERSON}
    return True


def _has_female_adjective(scene: Scene, first: int) -> bool:
    """السلط الجهوية: a definite noun in no ة with a feminine adjective is a plural of things."""
    head = scene.forms[first]
    if first + 1 >= len(scene.forms) or not head.startswith(ARTICLE) or scene.is_teller(head):
        return False
    after = scene.forms[first + 1]
    return after.startswith(ARTICLE) and after.endswith("ية")


def female_head(scene: Scene, first: int) -> bool:
    """Whether the head of a phrase is grammatically feminine."""
    noun = bare(scene.forms[first])
    return noun.endswith(("ة", "ات")) and noun not in scene.words.male_in_ta


def is_complete(scene: Scene, i: int, first: int) -> bool:
    """Whether what stands before token i is definite, so that a new noun there is another phrase."""
    before = scene.forms[i - 1]
    return (
        is_definite(before)
        or (len(before) > 3 and before.endswith(("ها", "هم", "ه")))
        or any(
            named.last == i for named in (scene.names.get(j) for j in range(max(first, i - 6), i)) if named
        )
    )


def _can_begin(scene: Scene, i: int, cues: Set[int]) -> bool:
    form, words = scene.forms[i], scene.words
    if i in scene.names:
        return scene.names[i].start == scene.starts[i]
    if form in _QUOTES:
        quotation = scene.opened.get(i)
        return bool(quotation) and quotation.last - quotation.first < 4 if quotation else False
    if i in scene.times or (i in cues and not scene.is_teller(form)):
        return False
    if form in _HARD or form in COMMAS or not form[0].isalnum():
        return False
    if is_name_ali(scene, i):
        return True
    if form in (_IN, _FROM, "ل") or form in _PREPOSITIONS or form in words.nobodies or form in words.adverbs:
        return False
    if form in words.asides and not (scene.is_teller(form) and scene.raw(i).startswith("إ")):
        return False
    if form in words.complementisers or form in words.relatives or form in words.negations:
        return False
    if scene.is_teller(form):
        return True
    if form in _FUTURE:
        return False
    return not any(
        p in ("ل", "ب") for reading in peel(form)[1:] for p in reading.before if ARTICLE in reading.before
    )


def _can_head(scene: Scene, i: int) -> bool:
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


def _phrase_end(scene: Scene, first: int, limit: int, cues: Set[int]) -> int:
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
    form, words = scene.forms[i], scene.words
    if form == "(":
        return past_bracket(scene, i, limit)
    if form in _QUOTES:
        quotation = scene.opened.get(i)
        titled = i > first and scene.tellers(scene.forms[i - 1]) & {Teller.MEDIUM, Teller.INSTITUTION}
        if i + 1 < limit and scene.forms[i + 1].startswith("لل"):
            return i
        if quotation and scene.forms[i - 1] == "ل" and _names_after(scene, quotation.last + 1):
            return quotation.last + 1
        short = quotation and quotation.last - quotation.first < (_TITLE if titled else _SCARE)
        return quotation.last + 1 if quotation and short and quotation.last < limit else i
    if form in COMMAS:
        return i + 1 if _is_apposition(scene, i + 1, limit, cues) else i
    if form == "." and i > first and len(scene.forms[i - 1]) == 1:
        return i + 1
    if i > first and form in _WAS:
        return i
    if i > first and form in words.nobodies and form.startswith(ARTICLE):
        return i
    asks = i + 1 < limit and scene.forms[i + 1] == _LACK
    verb = i in cues and (asks or not scene.is_teller(form))
    if form in _HARD or (i > first and (i in scene.times or verb)):
        return i
    if i > first and _is_joined_past(scene, i):
        return i
    if i > first and form == _FROM and scene.starts_with(i, scene.phrases.connectives, limit):
        return i
    if form == _IN:
        return i if _is_occasion(scene, i + 1, first) else i + 1
    if i > first and form == "عن" and scene.forms[i - 1] in scene.words.issued:
        return i + 1
    if i > first and form == _FOR and _is_deputy(scene, i, first):
        return i + 1
    if i > first and form == _INFORMED and scene.is_teller(scene.forms[i - 1]):
        return i + 1
    if i > first and form == "او" and i + 1 < limit and _can_head(scene, i + 1):
        return i + 1
    if i > first and is_name_ali(scene, i):
        return i + 1
    if i > first and form == "علي" and bare(scene.forms[first]) in scene.words.pages:
        return i + 1
    if i > first and form == "لدي" and scene.tellers(scene.forms[first]) & _SENT:
        return i + 1
    if form == "ل" and i + 1 in scene.opened and _names_after(scene, scene.opened[i + 1].last + 1):
        return i + 1
    if i > first and (
        form in words.asides or form in _PREPOSITIONS or form == "ل" or _is_addressed(scene, i, first)
    ):
        return i
    if form in words.complementisers or form in words.relatives or form in words.negations:
        return i
    return i + 1


def _is_deputy(scene: Scene, i: int, first: int) -> bool:
    """النائب عن الحزب: whether one who stands for others is named before عن."""
    return any(bare(form) in scene.words.deputies for form in scene.forms[max(first, i - 2) : i])


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
    return _can_begin(scene, i, cues) and _is_short_segment(scene, i, limit)


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
    return Teller.MEDIUM in scene.tellers(noun) or noun in scene.words.outlets


def _is_addressed(scene: Scene, i: int, first: int) -> bool:
    """The same inside a phrase; a reporter stands with the name of his outlet."""
    own = i == first + 1 and bare(scene.forms[first]) in scene.words.reporters
    return i > first and not own and is_addressed(scene, i)


def _clause_start(scene: Scene, last: int, floor: int, cues: Set[int]) -> int:
    words = scene.words
    for i in range(last - 1, max(floor, last - _REACH) - 1, -1):
        form = scene.forms[i]
        if form in words.complementisers or form in (":", "؛", ";") or i in cues:
            return i + 1
        if form in _QUOTES and scene.quoted[i - 1] >= 0:
            return i + 1
        if i < last - 1 and scene.starts_with(i, scene.phrases.connectives, last):
            return i
        if is_joined_auxiliary(form, words) and scene.forms[i - 1] in COMMAS:
            return i
    return max(floor, last - _REACH)


def is_joined_auxiliary(form: str, words: Words) -> bool:
    """وكانت: an auxiliary that leads a clause."""
    return form[:1] == "و" and form[1:] in words.auxiliaries


def _is_filler(scene: Scene, i: int) -> bool:
    form = scene.forms[i]
    joined = form[1:] if form[:1] in ("و", "ف") else form
    auxiliaries = scene.words.auxiliaries
    return form in COMMAS or form in auxiliaries or joined in auxiliaries or form in ("و", "-", "–")


def _is_aside_between(scene: Scene, first: int, last: int) -> bool:
    form = scene.forms[first]
    return (
        form in COMMAS or form in scene.words.relatives or first in scene.times or form in scene.words.asides
    )
