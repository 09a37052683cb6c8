"""Short names of bodies that a fuller one in the same article stands for."""

from collections import defaultdict
from collections.abc import Iterable

from tawatur.finders.mentions.scene import Found, Scene
from tawatur.lexicon.name_words import Sign, masculine
from tawatur.model import EntityType

_LEAST, _CROWD = 2, 40
_GRAMMAR = Sign.CLOSED | Sign.BREAK
_STRANGE = Sign.UNKNOWN | Sign.GIVEN
_MINISTRY = "وزارة"
_OF_SPORT = frozenset(("رياضي", "رياضية"))
_HAMZA = ("يء", "ئ")
Stems = tuple[str, ...]


def fuller_names(scene: Scene, found: Iterable[Found]) -> dict[Stems, Stems]:
    """For the name of a body the one fuller name in the article whose words hold all of its own.

    «البنك المركزي» is «البنك المركزي التونسي», «هيئة الكوارث» «الهيئة الوطنية لإدارة الكوارث»,
    «الخارجية الجزائرية» the ministry; a name that two fuller ones hold stays by itself.
    """
    bodies = {
        scene.stems(item): item for item in found if item.type is EntityType.ORGANISATION and not item.of
    }
    holders: defaultdict[str, list[Stems]] = defaultdict(list)
    for stems, item in bodies.items():
        for sense in {_sense(scene, k) for k in _words(scene, item)}:
            holders[sense].append(stems)
    fuller: dict[Stems, Stems] = {}
    for stems, item in bodies.items():
        words = _words(scene, item)
        those = holders[_sense(scene, words[-1])] if words else []
        names = [s for s in those if _stands_for(scene, bodies[s], item)] if len(those) <= _CROWD else []
        longest = max(names, key=len, default=None)
        if longest and all(_is_one_body(scene, bodies[longest], bodies[s]) for s in names):
            fuller[stems] = longest
    return fuller


def _is_one_body(scene: Scene, long: Found, other: Found) -> bool:
    """Whether another name says the same in other spelling or is shorter."""
    senses, others = ([_sense(scene, k) for k in _words(scene, item)] for item in (long, other))
    return senses == others or _stands_for(scene, long, other)


def _words(scene: Scene, item: Found) -> list[int]:
    """The tokens of a name that are no words of grammar."""
    return [k for k in range(item.first, item.last) if not scene.words[k].signs & _GRAMMAR]


def _sense(scene: Scene, k: int) -> str:
    """What a word of a name says whatever its article, a country for its adjective: ألمانيا, الألمانية."""
    word = scene.words[k]
    return _country(scene, k) or word.bare.replace(*_HAMZA)


def _country(scene: Scene, k: int) -> str | None:
    """The id of the country that token ``k`` names, by its noun or adjective."""
    code = scene.names.demonyms.get(masculine(scene.words[k].bare))
    if code:
        return scene.names.country_id(code)
    known = scene.known_at(k, k + 1)
    return known[1].id if known and known[1].key.isupper() else None


def _stands_for(scene: Scene, long: Found, short: Found) -> bool:
    """Whether the long name may be the short one in full."""
    if long.known and short.known and long.known.id != short.known.id:
        return False
    ours, theirs = _words(scene, short), _words(scene, long)
    if not ours or len(ours) >= len(theirs):
        return False
    head, own = _sense(scene, theirs[0]), _sense(scene, ours[0])
    if own != head and (head == _MINISTRY or head in scene.names.hints.own_names):
        return _added(scene, ours, theirs[1:]) == []
    if len(ours) < _LEAST or own != head:
        return False
    added = _added(scene, ours[1:], theirs[1:])
    return added is not None and _may_be_left_out(scene, added, short, ours[1:])


def _added(scene: Scene, ours: list[int], theirs: list[int]) -> list[int] | None:
    """What the longer name adds to the words that both have in one order; None where it lacks one."""
    added, rest = [], iter(theirs)
    for k in ours:
        for other in rest:
            if _sense(scene, k) == _sense(scene, other):
                break
            added.append(other)
        else:
            return None
    return [*added, *rest]


def _may_be_left_out(scene: Scene, added: list[int], short: Found, ours: list[int]) -> bool:
    """Whether the article may leave out what the long name adds.

    A branch in a region is another body. Of a known body, or one named after a place or somebody,
    only the country is left out, or that a club is one: «جامعة حلوان» is not «جامعة حلوان التقنية».
    """
    if any(masculine(scene.words[k].bare) in scene.names.hints.regional for k in added):
        return False
    if short.known:
        return all(_country(scene, k) == short.known.principal for k in added)
    named = any(_is_proper(scene, k) for k in ours)
    return not named or all(_country(scene, k) or scene.words[k].bare in _OF_SPORT for k in added)


def _is_proper(scene: Scene, k: int) -> bool:
    """Whether token ``k`` is no common word or adjective: it names a place, somebody or nothing known."""
    word = scene.words[k]
    if word.signs & Sign.NISBA:
        return False
    strange = word.signs & _STRANGE and not word.signs & (Sign.ORDINARY | Sign.DEFINITE)
    known = scene.known_at(k, k + 1)
    sure = known and not (known[1].weak and word.signs & Sign.DEFINITE)
    place = known and sure and known[1].type is not EntityType.ORGANISATION
    return bool(place or strange)
