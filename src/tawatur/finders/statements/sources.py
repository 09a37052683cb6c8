"""Sources: the noun phrase before a cue that names who speaks, and what agrees with a verb."""

from collections.abc import Callable, Set

from tawatur.finders.statements.phrases import can_begin, can_head, phrase_after, phrase_end
from tawatur.finders.statements.scene import (
    ARTICLE,
    COMMAS,
    Named,
    Scene,
    bare,
    is_definite,
)
from tawatur.lexicon.inflection import Gender, Number
from tawatur.lexicon.speech import Sense, Teller
from tawatur.lexicon.speech_words import Words
from tawatur.model import EntityType

Phrase = tuple[int, int]

_PAUSES = frozenset((".", "…"))
_REACH = 30
_BACK = 9
_QUOTES = frozenset('"«»“”„‹›')
_IN = "في"
_HER = "التي"
_THOSE = "الذين"
_TANWIN = "ا"
_HELD = ("ته", "تها", "تهم", "تنا", "تي")
_FROM = "من"
_PREPOSITIONS = frozenset(("علي", "الي", "عن", "مع"))
_OTHERS: tuple[Set[Teller], ...] = (frozenset(), frozenset((Teller.PEOPLE,)))


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
    if first >= end or end - first > _REACH or not can_head(scene, first):
        return None
    grown = phrase_end(scene, first, end, cues)
    grown = min(grown, _verb_inside(scene, first, grown))
    if grown < end and not _is_aside_between(scene, grown, end):
        return None
    return first, grown


def antecedent(
    scene: Scene, relative: int, floor: int, cues: Set[int], fits: Callable[[int], bool]
) -> Phrase | None:
    """The noun phrase right before a relative pronoun or a verb, as long as it is one phrase.

    It begins at the farthest token that ``fits``, if any does.
    """
    found = agreeing = None
    for first in range(relative - 1, max(floor, relative - _BACK) - 1, -1):
        if (first in scene.names or scene.is_teller(scene.forms[first])) and can_begin(scene, first, cues):
            end = phrase_end(scene, first, relative, cues)
            inside = _object_inside(scene, first, end)
            if inside < end and agreeing:
                continue
            if end == relative or (scene.forms[end] in COMMAS and end + 1 == relative):
                found = first, inside
                agreeing = found if fits(first) else agreeing
    found = agreeing or found
    if not found and relative > floor and scene.forms[relative - 1] in scene.parts:
        return relative - 1, relative
    return found


def may_be_meant(scene: Scene, relative: str, first: int) -> bool:
    """Whether a relative pronoun can mean the noun or name at token ``first``, by gender and number."""
    named, many = scene.names.get(first), scene.tellers(scene.forms[first]) == {Teller.PEOPLE}
    if relative.endswith(_THOSE):
        return many
    female = named.entity.type is not EntityType.PERSON if named else female_head(scene, first)
    return female or many if relative.endswith(_HER) else not many and not (female and not named)


def _verb_inside(scene: Scene, first: int, last: int) -> int:
    """The first word that can only be a verb or an object: a bare one after a definite one, no title."""
    for i in range(first + 1, last):
        bare_verb = scene.tellers(scene.forms[i]) in _OTHERS and is_bare(scene, i)
        if (bare_verb or is_object(scene, i)) and is_complete(scene, i, first):
            return i
    return last


def _object_inside(scene: Scene, first: int, last: int) -> int:
    """نشر البيت صورا قال: the text or thing behind a definite noun that is no part of it, or ``last``."""
    objects = (i for i in range(first + 1, last) if is_object(scene, i) and is_complete(scene, i, first))
    return next(objects, last)


def is_object(scene: Scene, i: int) -> bool:
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
        return sense.form.gender is not Gender.MALE or _may_be_male(scene, named)
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


def _may_be_male(scene: Scene, named: Named) -> bool:
    """Whether a name can be the subject of a masculine verb: no country but some, no body in ة."""
    if named.entity.type is EntityType.POLITY:
        return scene.forms[named.first] in scene.words.male_polities
    return named.entity.type is EntityType.PERSON or not female_head(scene, named.first)


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
    plain = noun if noun in scene.words.female_nouns else noun.removesuffix(_TANWIN)
    if plain in scene.words.female_nouns or _is_her_of_somebody(scene, noun):
        return True
    return noun.endswith(("ة", "ات")) and noun not in scene.words.male_in_ta


def _is_her_of_somebody(scene: Scene, noun: str) -> bool:
    """زوجته، محاميتها: whether the ة of a teller is hidden by a pronoun."""
    return any(noun.endswith(held) and scene.is_teller(noun[: -len(held)] + "ة") for held in _HELD)


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


def _clause_start(scene: Scene, last: int, floor: int, cues: Set[int]) -> int:
    words = scene.words
    for i in range(last - 1, max(floor, last - _REACH) - 1, -1):
        form = scene.forms[i]
        if scene.leads_clause(i) or form in (":", "؛", ";") or i in cues:
            return i + 1
        if form in _PAUSES and _is_pause(scene, i):
            return i + 1
        if form in _QUOTES and scene.quoted[i - 1] >= 0:
            return i + 1
        if i < last - 1 and scene.starts_with(i, scene.phrases.connectives, last):
            return i
        if is_joined_auxiliary(form, words) and scene.forms[i - 1] in COMMAS:
            return i
    return max(floor, last - _REACH)


def _is_pause(scene: Scene, i: int) -> bool:
    """إدانة دولية.. والأمن يؤكد: two dots between the halves of a headline."""
    return scene.forms[i] == "…" or scene.forms[i - 1] == "."


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
