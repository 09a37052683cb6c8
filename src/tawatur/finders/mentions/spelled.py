"""Bodies named by letters: «بي بي سي», and radio stations with their wave, «جوهرة أف أم»."""

from tawatur.finders.mentions.scene import Found, Scene
from tawatur.lexicon.name_words import Sign
from tawatur.model import EntityType

_SHORTEST = 3


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
    return end


def _with_station(scene: Scene, i: int, end: int, first: int) -> int:
    """Where the name of a radio station begins whose wave is named at token ``i``."""
    if tuple(scene.forms[i:end]) not in scene.names.hints.wave or i == first or scene.taken[i - 1]:
        return i
    return i - 1 if not scene.words[i - 1].signs & (Sign.BREAK | Sign.CLOSED | Sign.BODY) else i
