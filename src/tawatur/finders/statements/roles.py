"""Roles: who is the minister, the official, the agency that a definite noun points back to."""

import msgspec

from tawatur.finders.statements.phrases import Phrase
from tawatur.finders.statements.scene import COMMAS, Scene, bare, is_definite
from tawatur.lexicon.speech import Teller
from tawatur.model import Entity, EntityType, FactKind
from tawatur.text import fold

_LONG = 6
_FAR = 8
_NEAR = 3
_PEER = "نظير"
_HEAD = ("رئيس",)
_NISBA = ("ي", "ية")
_MARKS = frozenset('"«»“”')
_SAME = {"حكومة": "وزراء", "مسئول": "مسؤول", "ناطق": "متحدث", "اميركي": "امريكي", "اميركية": "امريكية"}


class Known(msgspec.Struct, frozen=True):
    """A person whose role the article tells: the words of the role, and where it is told."""

    words: tuple[str, ...]
    speaker: str
    at: int


def known_roles(scene: Scene, entities: tuple[Entity, ...]) -> list[Known]:
    """The roles told beside names: as facts of the entities and as titles before a mention."""
    standing = {named.entity.id for named in scene.named}
    told = [
        Known(role_words(fact.value), entity.id, fact.span.start)
        for entity in entities
        if entity.type is EntityType.PERSON and entity.id in standing
        for fact in entity.facts
        if fact.kind is FactKind.ROLE and fold(fact.value) not in scene.words.kin
    ]
    for named in scene.named:
        if named.entity.type is EntityType.PERSON:
            before = _title_before(scene, named.first)
            for words in (before, _title_after(scene, named.last, titled=bool(before))):
                if words:
                    told.append(Known(words, named.entity.id, scene.starts[named.first]))
            other = _counterpart(scene, named.first, told)
            if other:
                told.append(Known(other, named.entity.id, scene.starts[named.first]))
    return sorted(told, key=lambda known: known.at)


def _counterpart(scene: Scene, first: int, told: list[Known]) -> tuple[str, ...]:
    """نظيره الروسي X: the role told last, with the adjectives that stand here."""
    for i in range(first - 1, max(-1, first - 1 - _NEAR), -1):
        if scene.forms[i].startswith(_PEER):
            before = [
                role for role in told if role.at < scene.starts[i] and not role.words[0].startswith(_PEER)
            ]
            last = max(before, key=lambda role: role.at).words if before else ()
            own = tuple(word for word in last if not word.endswith(_NISBA))
            return (*own, *role_words(" ".join(scene.forms[i + 1 : first]))) if own else ()
    return ()


def person_in_role(scene: Scene, phrase: Phrase, known: list[Known]) -> Known | None:
    """The person a definite role means: the last one told before it, else the first after it.

    One whose office is told in the same words outranks one of whom only the title is told.
    """
    words = role_words(" ".join(scene.forms[phrase[0] : phrase[1]]))
    at = scene.starts[phrase[0]]
    fitting = [role for role in known if _is_same_role(words, role.words)]
    fitting = [role for role in fitting if set(role.words[1:]) & set(words[1:])] or fitting
    if words == _HEAD:
        fitting = [role for role in fitting if role.words == words] or fitting
    before = [role for role in fitting if role.at <= at]
    return before[-1] if before else fitting[0] if fitting else None


def may_be(scene: Scene, speaker: str, noun: str, known: list[Known]) -> bool:
    """Whether a person can be meant by a role: nothing else is told of him, or something akin to it."""
    told = {role.words[0] for role in known if role.speaker == speaker and role.words}
    if not told or noun in told or noun in scene.words.anybody:
        return True
    return any(noun in group and not told.isdisjoint(group) for group in scene.speech.kindred)


def role_words(text: str) -> tuple[str, ...]:
    """A role as words to compare: folded, without articles, with one word for what means the same."""
    words = (bare(word) for word in fold(text).split() if word[0].isalpha())
    return tuple(_SAME.get(word, word) for word in words)


def is_definite_phrase(scene: Scene, phrase: Phrase) -> bool:
    """Whether a noun phrase is definite: by its article, or by a definite word it stands with."""
    first, last = phrase
    if scene.forms[first].startswith("ال"):
        return True
    for i in range(first + 1, min(last, first + 5)):
        form = scene.forms[i]
        if form in _MARKS:
            continue
        if form in ("في", "من", "باسم", "لدي") or not form[0].isalpha():
            return False
        if is_definite(form) or i in scene.names:
            return True
        if not scene.tellers(form) and i > first + 1:
            return False
    return False


def is_text(scene: Scene, phrase: Phrase) -> bool:
    """Whether a definite noun names the text that was quoted last: البيان، التقرير."""
    return bare(scene.forms[phrase[0]]) in scene.words.texts


def is_anybody(scene: Scene, phrase: Phrase) -> bool:
    """Whether a definite noun alone (المسؤول، المصدر) means whoever spoke last."""
    return bare(scene.forms[phrase[0]]) in scene.words.anybody


def _title_before(scene: Scene, first: int) -> tuple[str, ...]:
    """The words of the title that stands before a name, a comma between them left out."""
    start = first
    if first and scene.forms[first - 1] in scene.words.kin:
        return ()
    for i in range(first - 1, max(-1, first - 1 - _FAR), -1):
        form = scene.forms[i]
        if form in _MARKS or (form in COMMAS and i > first - _NEAR):
            continue
        if not form[0].isalpha() or form in scene.words.complementisers:
            break
        if Teller.PERSON in scene.tellers(form):
            start = i
    return role_words(" ".join(scene.forms[start:first])) if start < first else ()


def _title_after(scene: Scene, last: int, *, titled: bool) -> tuple[str, ...]:
    """The words of the title that stands behind a name: سامي الخطيب رئيس البلدية، قال."""
    limit = min(last + _LONG, len(scene.forms))
    first = last + (last < limit and scene.forms[last] in COMMAS)
    if titled and first == last:
        return ()
    if first >= limit or scene.tellers(scene.forms[first]) != {Teller.PERSON}:
        return ()
    end = first + 1
    while end < limit and scene.forms[end][0].isalpha() and not scene.speech.senses(scene.forms[end]):
        if scene.forms[end] in scene.words.complementisers or scene.forms[end] in scene.words.asides:
            break
        end += 1
    return role_words(" ".join(scene.forms[first:end]))


def _is_same_role(asked: tuple[str, ...], told: tuple[str, ...]) -> bool:
    """The same head noun, and every further word of the shorter among those of the longer."""
    if not asked or not told or asked[0] != told[0]:
        return False
    short, long = sorted((set(asked[1:]), set(told[1:])), key=len)
    return (
        not short
        or short <= long
        or (len(short & long) >= max(1, len(short) - 1) and not _differ(short, long))
    )


def _differ(one: set[str], other: set[str]) -> bool:
    """Whether each of two roles has a country or a field the other lacks: الروسي against الأميركي."""
    return bool(one - other) and bool(other - one)
