"""Whether a short name of a person may stand for a longer one: what must be spelt alike in both."""

from collections.abc import Callable

from tawatur.linking.nodes import LINKS, Node, words_of

IsSame = Callable[[str, str], bool]
"""Whether two spellings may be of one name."""


def is_surname_of(alone: Node, full: Node, is_same: IsSame) -> bool:
    """Whether a surname that stands alone is spelt as the last part of a full name: لافروف."""
    return is_same(alone.plain, full.plain.rpartition(" ")[2])


def is_shortened(short: Node, long: Node, is_same: IsSame) -> bool:
    """Whether a long name has the parts of the short one in their order.

    It may have more before them, but no son: «محمد سليم شيبوب» is «سليم شيبوب», while «خالد بن سالم
    الكعبي» is not «سالم الكعبي».
    """
    words = words_of(long.name)
    rest = iter(range(len(words)))
    places = [next((k for k in rest if is_same(part, words[k])), None) for part in short.plain.split()]
    if None in places:
        return False
    first = places[0] or 0
    return first == 0 or words[first - 1] not in LINKS
