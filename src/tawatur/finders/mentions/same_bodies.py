"""Which names of bodies in one article mean the same: a club with its country, a head with its body."""

from collections import defaultdict

from tawatur.finders.mentions.fuller import fuller_names
from tawatur.finders.mentions.scene import Found, Scene
from tawatur.lexicon.name_words import masculine
from tawatur.lexicon.names import ARTICLE
from tawatur.model import EntityType

_GENERAL = "العامة"
_FOR_THE = "لل"
_GENERIC = "org:club-"
_OF_SPORT = frozenset(("الرياضي", "الرياضية"))
Core = tuple[str, ...]


def find_same_bodies(scene: Scene, found: list[Found]) -> dict[int, Found]:
    """For the first token of a body's mention the mention whose name tells best which body it is.

    «نادي الهلال السعودي», «نادي الهلال» and «الهلال» are one club unless the article names clubs of
    two countries by that name; «المديرية العامة للدفاع المدني» is «الدفاع المدني». A name that the
    article also has more fully («الاتحاد الماليزي» of «الاتحاد الماليزي لكرة القدم») is no club's.
    """
    groups: defaultdict[Core, list[Found]] = defaultdict(list)
    countries: defaultdict[Core, set[str]] = defaultdict(set)
    fuller = fuller_names(scene, found)
    for item in found:
        if item.type is EntityType.ORGANISATION:
            stems = scene.stems(item.of or item)
            core, country = _core(scene, fuller.get(stems, stems))
            groups[core].append(item)
            countries[core] |= {country} - {""}
    best = {
        core: _best(scene, items)
        for core, items in groups.items()
        if len(countries[core]) <= 1 and len(_known(items)) <= 1
    }
    return {item.first: one for core, one in best.items() for item in groups[core]}


def _core(scene: Scene, stems: Core) -> tuple[Core, str]:
    """The name without what may be left out, and the code of the country that it adds."""
    if len(stems) > len((_GENERAL, _FOR_THE)) and stems[1] == _GENERAL and stems[2].startswith(_FOR_THE):
        stems = (ARTICLE + stems[2].removeprefix(_FOR_THE), *stems[3:])
    if not scene.is_sport:
        return stems, ""
    if len(stems) > 1 and stems[0] in scene.names.hints.club_heads:
        stems = stems[1:]
    country = scene.names.demonyms.get(masculine(stems[-1].removeprefix(ARTICLE)), "")
    if country and len(stems) > 1 and stems[-1].startswith(ARTICLE):
        stems = stems[:-1]
    else:
        country = ""
    return (stems[:-1] if len(stems) > 1 and stems[-1] in _OF_SPORT else stems), country


def _known(items: list[Found]) -> set[str]:
    """The ids of known bodies among the mentions, those of clubs that only bear a common noun left out."""
    known = (item.known or (item.of and item.of.known) for item in items)
    return {body.id for body in known if body and not body.id.startswith(_GENERIC)}


def _best(scene: Scene, items: list[Found]) -> Found:
    """A known body before a club by a common noun, that before a name nobody knows; the longest of equals."""

    def rank(item: Found) -> tuple[bool, bool, int]:
        known = item.known or (item.of.known if item.of else None)
        return bool(known and not known.id.startswith(_GENERIC)), known is not None, len(scene.stems(item))

    return max(items, key=rank)
