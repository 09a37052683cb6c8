"""Extents: where a subject ends that has its object right behind it."""

from tawatur.finders.statements.phrases import Phrase
from tawatur.finders.statements.scene import ARTICLE, COMMAS, Scene
from tawatur.finders.statements.sources import female_head, is_bare, is_complete
from tawatur.lexicon.speech import Teller
from tawatur.model import EntityType

_BODIES = frozenset((Teller.PEOPLE, Teller.INSTITUTION))
_LONG = 4
_NISBA = "ية"
_ADDRESSED = frozenset((Teller.PEOPLE, Teller.INSTITUTION, Teller.MEDIUM))
_SOUND = ("ون", "ين")
_PLURALS = ("ين", "ات", "ون")
_QUOTES = frozenset('"«»“”„‹›')


def subject_end(scene: Scene, phrase: Phrase) -> int:
    """Where the subject ends in a phrase that may run on into the object."""
    first, last = phrase
    head = scene.forms[first]
    role = Teller.PERSON in scene.tellers(head) or (head.startswith(ARTICLE) and not scene.is_teller(head))
    named = False
    i = first
    if first not in scene.names and head in scene.parts and not scene.is_teller(head):
        return first + 1
    while i < last:
        found = scene.names.get(i)
        fresh = i > first and is_complete(scene, i, first)
        if found:
            joined = found.start > scene.starts[i]
            person = found.entity.type is EntityType.PERSON
            if fresh and not joined and not (role and person and not named):
                return i - (scene.forms[i - 1] in COMMAS)
            named = named or person or not role
            i = found.last
            continue
        form = scene.forms[i]
        if form in COMMAS and i > first and _is_other_party(scene, i + 1, last):
            return i
        if form in _QUOTES and fresh and i in scene.opened:
            return i
        if (
            fresh
            and form.startswith(ARTICLE)
            and scene.forms[first].startswith(ARTICLE)
            and (scene.is_teller(form) or (i == first + 1 and _is_no_adjective(scene, first, form)))
        ):
            return i
        if fresh and named and _title_end(scene, i, last) > i:
            return _title_end(scene, i, last)
        if fresh and is_bare(scene, i) and (not role or is_owned(form) or form in scene.words.deeds):
            return i
        if fresh and named and not scene.is_joined(i) and (scene.is_teller(form) or form.startswith(ARTICLE)):
            return i
        if fresh and scene.tellers(form) & _ADDRESSED and form[:1] != "و" and not form.endswith(_NISBA):
            return i
        i += 1
    return last


def _is_other_party(scene: Scene, i: int, last: int) -> bool:
    """ناشد سامي، المجتمع الدولي بالتدخل: people or a body behind a comma are not the one before it."""
    sorts = scene.tellers(scene.forms[i]) if i < last and i not in scene.covered else frozenset()
    return bool(sorts) and sorts <= _BODIES and scene.forms[i].startswith(ARTICLE)


def _title_end(scene: Scene, i: int, last: int) -> int:
    """سامي مدير الميناء، الوزير: where a title behind a name ends before a comma, else i."""
    form = scene.forms[i]
    if Teller.PERSON not in scene.tellers(form) or form.startswith(ARTICLE) or is_owned(form):
        return i
    for j in range(i + 1, last - 1):
        if scene.forms[j] in COMMAS:
            return j if j + 1 in scene.names or scene.forms[j + 1].startswith(ARTICLE) else i
    return i


def is_owned(form: str) -> bool:
    """نظيره: a noun with a pronoun, no نفسه."""
    return (
        len(form) > _LONG and form.endswith(("ه", "ها", "هم")) and not form.startswith(("نفس", "ذات", "بنفس"))
    )


def _is_no_adjective(scene: Scene, first: int, form: str) -> bool:
    """الوزارة الاتهامات، المحلل الأداء: a definite word that cannot be an adjective of the noun before it."""
    if female_head(scene, first):
        return not form.endswith(("ة", "ا", "ي"))
    sorts = scene.tellers(scene.forms[first])
    if Teller.PEOPLE in sorts:
        return scene.forms[first].endswith(_SOUND) and not form.endswith(_SOUND)
    if sorts != {Teller.PERSON}:
        return form.endswith(_PLURALS)
    return form.endswith(("ة", *_PLURALS)) or not _has_adjective_shape(form.removeprefix(ARTICLE))


def _has_adjective_shape(stem: str) -> bool:
    """The shapes of adjectives: nisba, فاعل and فعيل, the elative, participles in م, and عام، خاص."""
    if stem.endswith("ي") or stem[0] == "م":
        return True
    if len(stem) == _LONG:
        return stem[1] == "ا" or stem[2] == "ي" or (stem[0] == "ا" and stem[2] != "ا")
    return stem[1:2] == "ا"
