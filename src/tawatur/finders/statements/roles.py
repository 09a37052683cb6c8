"""Roles: who is the minister, the official, the agency that a definite noun points back to."""

from collections.abc import Iterator, Set
from functools import partial

import msgspec

from tawatur.finders.statements.extents import is_owned
from tawatur.finders.statements.phrases import Phrase
from tawatur.finders.statements.scene import COMMAS, Scene, bare, is_definite
from tawatur.lexicon.speech import Part, Teller
from tawatur.model import Entity, EntityType, FactKind
from tawatur.text import fold

_LONG = 6
_WORDS = 14
_FAR = 8
_NEAR = 3
_WITH_FIELD = 2
_PEER = "نظير"
_HEAD = ("رئيس",)
_NISBA = ("ي", "ية")
_MARKS = frozenset('"«»“”')
_AND = "و"
_AT = "ب"
_FOR = "ل"
_SHORT = 4
_BEFORE_TITLES = _MARKS | COMMAS | {"وهو", "وهي"}
_TANWIN = "ا"
_PASSING = frozenset(("جديد", "حال", "منتخب", "معين", "مذكور"))
"""Adjectives, as ``_stem`` leaves them, that do not tell one holder of a role from another."""

_SAME = {
    "حكومة": "وزراء",
    "مسئول": "مسؤول",
    "ناطق": "متحدث",
    "اميركي": "امريكي",
    "اميركية": "امريكية",
    "ولايات": "امريكا",
}


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
        if not any(map(partial(_is_apart, scene), fold(fact.value).split()))
    ]
    for named in scene.named:
        if named.entity.type is EntityType.PERSON:
            before = _title_before(scene, named.first)
            titled = bool(before) and before[0] not in scene.words.styles
            for words in (before, *_titles_after(scene, named.last, titled=titled)):
                if words:
                    told.append(Known(words, named.entity.id, scene.starts[named.first]))
            other = _counterpart(scene, named.first, told)
            if other:
                told.append(Known(other, named.entity.id, scene.starts[named.first]))
    return sorted(told, key=lambda known: known.at)


def _is_apart(scene: Scene, form: str) -> bool:
    """أمير المنطقة بقصره منوها: a place with a pronoun or an accusative participle is no part of a role."""
    if form.startswith(_AT) and is_owned(form):
        return True
    senses = scene.speech.senses(form) if form.endswith(_TANWIN) else ()
    return any(sense.part is Part.PARTICIPLE for sense in senses)


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
    fitting = [role for role in known if _is_same_role(words, role.words, _places_in(scene, phrase))]
    fitting = [role for role in fitting if set(role.words[1:]) & set(words[1:])] or fitting
    if words == _HEAD:
        fitting = [role for role in fitting if role.words == words] or fitting
    before = [role for role in fitting if role.at <= at]
    return before[-1] if before else fitting[0] if fitting else None


def may_be(scene: Scene, speaker: str, noun: str, known: list[Known]) -> bool:
    """Whether a person can be meant by a role: one that anybody has, or as ``is_akin`` tells."""
    return noun in scene.words.anybody or is_akin(scene, speaker, noun, known)


def is_akin(scene: Scene, speaker: str, noun: str, known: list[Known]) -> bool:
    """Whether nothing else is told of a person than a role, or something akin to it."""
    told = {role.words[0] for role in known if role.speaker == speaker and role.words}
    if not told or noun in told:
        return True
    return any(noun in group and not told.isdisjoint(group) for group in scene.speech.kindred)


def has_rank(scene: Scene, speaker: str, title: str, known: list[Known]) -> bool:
    """Whether a person is told to have the rank of a title with a pronoun: أمير for سموه."""
    nouns = scene.speech.ranks[title]
    return any(role.speaker == speaker and not nouns.isdisjoint(role.words) for role in known)


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
    first = _before_letter(scene, first)
    for i in range(first - 1, max(-1, first - 1 - _FAR), -1):
        form = scene.forms[i]
        if form in _MARKS or (form in COMMAS and i > first - _NEAR):
            continue
        if not form[0].isalpha() or form in scene.words.complementisers or _is_apart(scene, form):
            break
        if Teller.PERSON in scene.tellers(form) or _is_second_title(scene, i):
            start = i
    joined = start < first and not scene.is_teller(scene.forms[start])
    words = " ".join(scene.forms[start:first])
    return role_words(words.removeprefix(_AND) if joined else words)


def _before_letter(scene: Scene, first: int) -> int:
    """رئيس القسم، د. سامي: the token of the letter that stands for a title before a name, or the name's."""
    shortened = first > 1 and scene.forms[first - 1] == "." and len(scene.forms[first - 2]) == 1
    return first - 2 if shortened else first


def _titles_after(scene: Scene, last: int, *, titled: bool) -> Iterator[tuple[str, ...]]:
    """The words of the titles that stand behind a name: سامي الخطيب رئيس البلدية والناطق باسمها، قال."""
    first = last
    while first < min(last + _NEAR, len(scene.forms)) and scene.forms[first] in _BEFORE_TITLES:
        first += 1
    if first >= len(scene.forms) or scene.tellers(scene.forms[first]) != {Teller.PERSON}:
        return
    appointed = _is_predicate(scene, first)
    if titled and first == last and not appointed:
        return
    start = first
    for end in range(first + 1, min(first + _WORDS, len(scene.forms)) + 1):
        joined = end < len(scene.forms) and _is_second_title(scene, end)
        other = end in scene.names and scene.names[end].entity.type is EntityType.PERSON
        if other and not appointed:
            return
        if joined or end - start == _LONG or _ends_title(scene, end):
            words = role_words(" ".join(scene.forms[start:end]).removeprefix(_AND if start > first else ""))
            yield tuple(word.removesuffix(_TANWIN) for word in words) if appointed else words
            if not joined:
                return
            start = end


def _is_second_title(scene: Scene, i: int) -> bool:
    form = scene.forms[i]
    return form.startswith(_AND) and not scene.is_teller(form) and Teller.PERSON in scene.tellers(form[1:])


def _ends_title(scene: Scene, i: int) -> bool:
    if i >= len(scene.forms) or not scene.forms[i][0].isalpha() or scene.speech.senses(scene.forms[i]):
        return True
    return scene.forms[i] in scene.words.complementisers or scene.forms[i] in scene.words.asides


def _is_predicate(scene: Scene, i: int) -> bool:
    """انتخاب سامي أمينا عاما: an indefinite title in the accusative tells to what somebody was appointed."""
    form = scene.forms[i]
    return form.endswith(_TANWIN) and scene.is_teller(form[:-1]) and not is_definite(form)


def _is_same_role(asked: tuple[str, ...], told: tuple[str, ...], places: Set[str]) -> bool:
    """The same head noun, and every further word of the shorter among those of the longer.

    Whose field was told has no country that is only asked for, by its adjective or among ``places``:
    وزير الخارجية is not وزير الخارجية النرويجي.
    """
    if not asked or not told or asked[0] != told[0]:
        return False
    wanted, given = (set(map(_stem, words[1:])) - _PASSING for words in (asked, told))
    if {word for word in wanted if not word.startswith(_AT)} <= given:
        return True
    of_country = bool(places - given) or (len(asked) == _WITH_FIELD + 1 and asked[-1].endswith("ي"))
    return given <= wanted and not (of_country and len(told) == _WITH_FIELD)


def _places_in(scene: Scene, phrase: Phrase) -> set[str]:
    """The words, as ``_stem`` leaves them, by which a phrase names countries and cities."""
    named = (scene.names[i] for i in range(*phrase) if i in scene.names)
    return {
        _stem(bare(scene.forms[name.first]))
        for name in named
        if name.entity.type is EntityType.POLITY and name.start == scene.starts[name.first]
    }


def _stem(word: str) -> str:
    """A word of a role by which a country and its adjective are one: روسيا، روسي، الروسية."""
    stem = word.removeprefix(_FOR) if len(word) > _SHORT else word
    return stem.removesuffix("ة").removesuffix(_TANWIN).removesuffix("ي")
