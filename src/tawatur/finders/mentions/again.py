"""Names met again: a surname after the full name, a body by its head, any name wherever it stands."""

from collections.abc import Iterator

from tawatur.finders.mentions.scene import Found, Scene
from tawatur.lexicon.name_words import Sign, Word
from tawatur.lexicon.names import ARTICLE, BodyKind
from tawatur.model import EntityType

_LEAST_LETTERS = 3
_COMMON = Sign.ORDINARY | Sign.NISBA | Sign.TITLE | Sign.WEAK | Sign.CLOSED | Sign.CLAUSE | Sign.BODY
_SHORTENED = frozenset((BodyKind.ORGAN, BodyKind.HOUSE, BodyKind.MOVEMENT))


def find_again(scene: Scene) -> None:
    """Take every further place of the names found since the last time, the longest names first."""
    if scene.met == len(scene.found):
        return
    fresh: list[tuple[str, ...]] = []
    for found in scene.found[scene.met :]:
        for words in _tails(scene, found) if found.of is None or found.alias else ():
            if words not in scene.tails:
                scene.tails[words] = found
                fresh.append(words)
    scene.met = len(scene.found)
    for words in sorted(fresh, key=lambda words: (-len(words), words)):
        _take_again(scene, words, scene.tails[words])
    _take_heads(scene, _heads(scene))


def _take_again(scene: Scene, words: tuple[str, ...], found: Found) -> None:
    for i in scene.places_of(words[0]):
        if scene.taken[i]:
            continue
        last = scene.sentence_end(i)
        if i + len(words) > last:
            continue
        form, stem = scene.forms[i], scene.words[i].stem
        lead = scene.words[i].lead if stem == words[0] else 0 if form == words[0] else 1
        _take_tail(scene, i, lead, words[1:], found, last)


def _heads(scene: Scene) -> dict[str, Found]:
    """By its head with the article the first body or place that is named with it: الهيئة."""
    heads: dict[str, Found] = {}
    for found in sorted(scene.found, key=lambda f: f.first):
        word = scene.words[found.first]
        before = scene.words[found.first - 1] if found.first and not word.lead else None
        if before and found.type is EntityType.ORGANISATION and _is_head(scene, before):
            heads.setdefault(ARTICLE + before.bare, found)
        kind = scene.names.bodies.get(word.bare)
        if found.last - found.first > 1 and (kind in _SHORTENED or word.bare in scene.names.hints.built):
            heads.setdefault(ARTICLE + word.bare, found)
    return heads


def _is_head(scene: Scene, word: Word) -> bool:
    """Whether a word before a name is its head, left outside: «تنظيم» before «داعش»."""
    return scene.names.bodies.get(word.bare) is BodyKind.MOVEMENT and not word.signs & Sign.DEFINITE


def _take_heads(scene: Scene, heads: dict[str, Found]) -> None:
    for stem, found in heads.items():
        for i in scene.places_of(stem):
            if scene.taken[i] or i < found.last or scene.words[i].stem != stem:
                continue
            following = scene.words[i + 1] if i + 1 < scene.sentence_end(i) else None
            if following is None or following.particles or not following.signs & Sign.DEFINITE:
                scene.take(Found(i, i + 1, found.type, "head of a name", known=found.known, of=found))


def _tails(scene: Scene, found: Found) -> Iterator[tuple[str, ...]]:
    """The whole name and, of a person, its parts that stand for it alone."""
    stems = scene.stems(found)
    yield stems
    if found.type is not EntityType.PERSON or len(stems) < 2:
        return
    yield stems[-1:]
    bare = stems[-1].removeprefix(ARTICLE)
    if bare is not stems[-1] and bare not in scene.names.ordinary:
        yield (bare,)
    if len(stems) > 2:
        yield stems[-2:]
    if _is_called_by_first_part(scene, found):
        yield stems[:1]


def _is_called_by_first_part(scene: Scene, found: Found) -> bool:
    """Whether the first part may stand for the person: a foreign name, where the surname may come first."""
    word = scene.words[found.first]
    return not word.signs & Sign.ORDINARY and not scene.names.given.get(word.stem)


def _take_tail(scene: Scene, i: int, lead: int, rest: tuple[str, ...], found: Found, last: int) -> None:
    end = i + 1 + len(rest)
    if tuple(scene.forms[i + 1 : end]) != rest or not scene.is_free(i, end) or scene.is_adverb(end - 1):
        return
    if (found.known and scene.is_adjective(i, end)) or scene.is_unlike(i):
        return
    if rest or _stands_alone(scene, i, lead, found, last):
        scene.take(Found(i, end, found.type, "name met again", known=found.known, lead=lead, of=found.of))


def _ends_here(scene: Scene, k: int) -> bool:
    """Whether token ``k`` does not go with a title before it: a sign, a word of grammar, a particle."""
    return bool(scene.words[k].signs & (Sign.BREAK | Sign.CLOSED) or scene.words[k].particles)


def _is_family_name(scene: Scene, word: Word) -> bool:
    """Whether a word is ordinary only by what is left of it: الإبراهيمي, الزامل."""
    if word.signs & (_COMMON & ~Sign.ORDINARY) or not word.signs & Sign.DEFINITE:
        return False
    listed = scene.names.ordinary.listed
    return word.stem not in listed and (bool(word.signs & Sign.SURNAME) or word.bare not in listed)


def _is_strange(scene: Scene, word: Word, found: Found) -> bool:
    """Whether the surname of somebody with a foreign given name has the letters of a foreign name: ماسك."""
    first = scene.words[found.first]
    foreign = first.signs & Sign.GIVEN and first.stem not in scene.names.native
    ordinary = word.signs & _COMMON == Sign.ORDINARY
    return bool(foreign) and ordinary and scene.names.shapes.is_foreign(word.stem)


def _is_strong(scene: Scene, i: int, last: int) -> bool:
    """Whether a part of a name is a country or a well-known place on its own."""
    known = scene.known_at(i, last)
    return known is not None and not known[1].weak and not known[1].key.startswith("geonames:")


def _stands_alone(scene: Scene, i: int, lead: int, found: Found, last: int) -> bool:
    """Whether one word is enough: it is no ordinary word, or somebody says something."""
    word = scene.words[i]
    if len(word.stem) - lead < _LEAST_LETTERS or word.signs & (Sign.BREAK | Sign.LETTER):
        return False
    if found.type is not EntityType.PERSON and found.last - found.first == 1:
        return not word.signs & (Sign.CLOSED | Sign.CLAUSE)
    if word.signs & Sign.TITLE and i + 1 < last and not _ends_here(scene, i + 1):
        return False
    if word.signs & Sign.KNOWN and not word.signs & Sign.UNKNOWN and _is_strong(scene, i, last):
        return False
    if not word.signs & _COMMON or _is_family_name(scene, word) or _is_strange(scene, word, found):
        return True
    if word.signs & Sign.CLOSED:
        return False
    if scene.heads_what_is_said(i):
        return True
    if i == 0:
        return False
    if word.signs & Sign.GIVEN and len(word.stem) - lead > _LEAST_LETTERS and not word.signs & Sign.DEFINITE:
        return not scene.words[i - 1].signs & Sign.TITLE
    return (
        bool(scene.words[i - 1].signs & Sign.SAYING) or scene.words[i - 1].stem in scene.names.hints.subject
    )
