"""From names found to entities: which mentions of one article mean the same."""

from collections import defaultdict
from itertools import combinations

import msgspec

from tawatur.finders.mentions.facts import find_facts
from tawatur.finders.mentions.homonyms import tell_homonyms
from tawatur.finders.mentions.same_bodies import find_same_bodies
from tawatur.finders.mentions.scene import Found, Scene
from tawatur.lexicon.gazetteer import Known
from tawatur.lexicon.names import ARTICLE
from tawatur.model import Entity, EntityType, Mention
from tawatur.text import fold
from tawatur.text.name_key import is_same_name, name_key

Parts = dict[str, tuple[str, ...]]
Spelt = dict[str, list[str]]
_SERVANT = "عبد "
_PREFIX = {
    EntityType.PERSON: "per",
    EntityType.ORGANISATION: "org",
    EntityType.POLITY: "gpe",
    EntityType.PLACE: "loc",
}


def gather_entities(scene: Scene) -> tuple[Entity, ...]:
    """The entities of an article in order of their first mention."""
    found = [_as_known(scene, item) for item in sorted(scene.found, key=lambda f: f.first)]
    found = tell_homonyms(scene, found)
    full, same = _full_names(scene, found), find_same_bodies(scene, found)
    spelt: Spelt = {}
    groups: dict[str, list[Found]] = {}
    for item in found:
        one = same.get(item.first, item)
        groups.setdefault(_entity_id(scene, one, full, spelt), []).append(item)
    return tuple(_entity(scene, key, items, groups) for key, items in groups.items())


def _as_known(scene: Scene, item: Found) -> Found:
    """The name as the known one that it spells, where the finder took it by its surroundings."""
    if item.known or item.of or item.type is EntityType.PERSON:
        return item
    known = scene.names.nearly.find(scene.stems(item), item.type)
    return msgspec.structs.replace(item, known=known) if known else item


def _full_names(scene: Scene, found: list[Found]) -> Parts:
    """For each part of a person's name the first fuller name that holds it.

    A surname may lose or gain its article, and a name of several words is part of the one longer
    name that leaves some out: «أحمد بن سالم» of «أحمد بن سالم آل زيتون».
    """
    people = [scene.stems(item) for item in found if item.type is EntityType.PERSON]
    names = dict.fromkeys(stems for stems in people if len(stems) > 1)
    full: dict[str, tuple[str, ...]] = {}
    for stems in names:
        surname, bare = stems[-1], stems[-1].removeprefix(ARTICLE)
        for part in (surname, " ".join(stems[-2:]), stems[0], ARTICLE + surname, bare):
            full.setdefault(part, stems)
    longer: defaultdict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for stems in names:
        for short in _shortened(stems):
            longer[short].add(stems)
    for short in names.keys() & longer.keys():
        if len(longer[short]) == 1:
            full[" ".join(short)] = next(iter(longer[short]))
    return full


def _shortened(stems: tuple[str, ...]) -> set[tuple[str, ...]]:
    """How a name of three words or more may be shortened: its end or some of its middle left out."""
    inner = range(1, len(stems) - 1)
    ends = {stems[:cut] for cut in range(2, len(stems))}
    kept = (keep for many in range(len(inner)) for keep in combinations(inner, many))
    return ends | {(stems[0], *(stems[k] for k in keep), stems[-1]) for keep in kept}


def _entity_id(scene: Scene, item: Found, full: Parts, spelt: Spelt) -> str:
    known = _identified(item) or (_identified(item.of) if item.of else None)
    if known:
        return known.id
    stems = scene.stems(item.of or item)
    if item.type is EntityType.PERSON:
        seen = set()
        while " ".join(stems) in full and " ".join(stems) not in seen:
            seen.add(" ".join(stems))
            stems = full[" ".join(stems)]
    name = fold(" ".join(stems))
    if len(stems) > 1 or item.type is not EntityType.PERSON:
        name = _first_spelling(name, _PREFIX[item.type], spelt, scene.names.native)
    return f"{_PREFIX[item.type]}:{name.replace(' ', '-')}"


def _identified(item: Found) -> Known | None:
    """What is known of a name, unless it is no more than listed, and so known by one of its spellings."""
    return item.known if item.known and not item.known.bare else None


def _first_spelling(name: str, prefix: str, spelt: Spelt, native: frozenset[str]) -> str:
    """The spelling under which the article first has a name: شانلي أورفا for شانلي أورفة."""
    others = spelt.setdefault(f"{prefix}:{name_key(name.replace(_SERVANT, _SERVANT.strip()))}", [])
    for other in others:
        if name == other or is_same_name(name, other, native):
            return other
    others.append(name)
    return name


def _entity(scene: Scene, key: str, items: list[Found], groups: dict[str, list[Found]]) -> Entity:
    mentions = tuple(_mention(scene, item) for item in items)
    text = scene.document.article.text
    name = max((text[m.start : m.end] for m in mentions), key=len)
    known = next((one for one in map(_identified, items) if one and one.id == key), None)
    return Entity(key, items[0].type, name, mentions, find_facts(scene, items), known.key if known else None)


def _mention(scene: Scene, item: Found) -> Mention:
    lead = scene.words[item.first].lead if item.lead is None else item.lead
    return Mention(scene.start_after(item.first, lead), scene.document.tokens.ends[item.last - 1], item.rule)
