"""Bodies named by letters: «بي بي سي», and radio stations with their wave, «جوهرة أف أم»."""

from tawatur.finders.mentions.scene import Found, Scene
from tawatur.lexicon.name_words import Sign
from tawatur.model import EntityType

_SHORTEST = 3
_IN, _TELE = "في", "تي"


def find_spelled(scene: Scene, first: int, last: int) -> None:
    """Take the names between two tokens that are spelt by the names of foreign letters."""
    done = first
    for i in scene.hits(first, last, Sign.SPELLED):
        if i < done:
            continue
        end = _letters_end(scene, i, last)
        start = _with_station(scene, i, end, first)
        if (start < i or end - i >= _SHORTEST) and scene.is_free(start, end):
            scene.take(Found(start, end, EntityType.ORGANISATION, "spelt by letters"))
        done = end


def _letters_end(scene: Scene, i: int, last: int) -> int:
    """Where a run of letter names ends that begins at token ``i``; a wave is complete with two."""
    if tuple(scene.forms[i : i + 2]) in scene.names.hints.wave:
        return i + 2
    end = i + 1
    while end < last and scene.forms[end] in scene.names.letters:
        end += 1
    return end - 1 if _ends_in_preposition(scene, end, last) else end


def _ends_in_preposition(scene: Scene, end: int, last: int) -> bool:
    """Whether the last letter is rather «في» before what follows: «آي دي سي في الشرق», not «تي في»."""
    if end >= last or scene.forms[end - 1] != _IN or scene.forms[end - 2] == _TELE:
        return False
    return not scene.words[end].signs & Sign.BREAK


def _with_station(scene: Scene, i: int, end: int, first: int) -> int:
    """Where the name of a radio station begins whose wave is named at token ``i``."""
    if tuple(scene.forms[i:end]) not in scene.names.hints.wave or i == first or scene.taken[i - 1]:
        return i
    return i - 1 if not scene.words[i - 1].signs & (Sign.BREAK | Sign.CLOSED | Sign.BODY) else i
