"""Fingerprints: a sparse sample of an article's word shingles by which retold passages are found.

Of every five words in a row a number is made, and of every four neighbouring numbers the least
is kept (winnowing: Schleimer, Wilkerson and Aiken, SIGMOD 2003). Two articles that share a run
of eight words therefore share a fingerprint, however long the rest of them is; a sample over
whole articles would miss one retold paragraph in twenty.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from zlib import crc32

import msgspec

from tawatur.lexicon.rarity import Rarity
from tawatur.model import BlockKind, Reading
from tawatur.text import light_stem, tokenise

SHINGLE = 5
WINDOW = 4
FORMULA = 40
_READ = frozenset({BlockKind.PARAGRAPH, BlockKind.STANDFIRST})
_SPELLINGS = str.maketrans(
    {
        "\N{ARABIC LETTER WAW WITH HAMZA ABOVE}": "\N{ARABIC LETTER WAW}",
        "\N{ARABIC LETTER YEH WITH HAMZA ABOVE}": "\N{ARABIC LETTER YEH}",
        "\N{ARABIC LETTER TEH MARBUTA}": "\N{ARABIC LETTER HEH}",
        "\N{ARABIC LETTER HAMZA}": None,
    }
)
_BASE = 1_000_003
_MODULUS = (1 << 61) - 1


class BodyWords(msgspec.Struct, frozen=True, gc=False):
    """The words of an article's paragraphs as numbers, each with its rarity and its place in the text."""

    keys: list[int]
    weights: list[float]
    starts: list[int]
    ends: list[int]


def body_words(reading: Reading, rarity: Rarity) -> BodyWords:
    """The words an article's readers read: paragraphs and standfirst, without page furniture.

    Spellings that editors change freely (the seat of a hamza, ة or ه) are one word.
    """
    text = reading.article.text
    words = BodyWords([], [], [], [])
    for block in reading.blocks:
        if block.kind not in _READ:
            continue
        tokens = tokenise(text[block.start : block.end])
        for form, start, end in zip(tokens.forms, tokens.starts, tokens.ends, strict=True):
            if form[0].isalnum():
                words.keys.append(_word_key(form))
                words.weights.append(rarity.weight(light_stem(form)))
                words.starts.append(block.start + start)
                words.ends.append(block.start + end)
    return words


def shingle_keys(keys: list[int]) -> list[int]:
    """One number for every five words in a row, the same in every run of the program."""
    if len(keys) < SHINGLE:
        return []
    dropped = pow(_BASE, SHINGLE, _MODULUS)
    rolling = 0
    found: list[int] = []
    for at, key in enumerate(keys):
        rolling = rolling * _BASE + key
        if at >= SHINGLE:
            rolling -= keys[at - SHINGLE] * dropped
        rolling %= _MODULUS
        if at >= SHINGLE - 1:
            found.append(rolling)
    return found


def fingerprints(words: BodyWords) -> frozenset[int]:
    """The sampled shingles of an article; about two in five of them."""
    return frozenset(_winnow([_scatter(key) for key in shingle_keys(words.keys)]))


class FingerprintIndex:
    """Which articles share fingerprints; rebuilt from stored fingerprints by ``add`` in any order.

    A fingerprint of more than forty articles is a formula of the trade and brings nobody together.
    """

    def __init__(self) -> None:
        self._holders: defaultdict[int, list[str]] = defaultdict(list)

    def add(self, article: str, prints: Iterable[int]) -> None:
        """Note the fingerprints of an article not added before."""
        for one in prints:
            self._holders[one].append(article)

    def candidates(self, article: str, prints: Iterable[int]) -> set[str]:
        """The other articles that share a run of words with this one, and maybe more."""
        holders = (self._holders.get(one, ()) for one in prints)
        return {other for held in holders if len(held) <= FORMULA for other in held} - {article}

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Every pair of candidates once, in order."""
        found = {
            (one, other)
            for held in self._holders.values()
            if 1 < len(held) <= FORMULA
            for one in held
            for other in held
            if one < other
        }
        yield from sorted(found)


def _winnow(numbers: list[int]) -> Iterator[int]:
    """The least number of every window, each place once."""
    last = -1
    for end in range(min(WINDOW, len(numbers)) or 1, len(numbers) + 1):
        first = max(0, end - WINDOW)
        if last < first:
            last = min(range(first, end), key=numbers.__getitem__)
            yield numbers[last]
        elif numbers[end - 1] < numbers[last]:
            last = end - 1
            yield numbers[last]


def _scatter(number: int) -> int:
    """The number with its bits mixed, so that the least of a window is any of its words; 32 bits."""
    return (number * 0x9E3779B97F4A7C15 & 0xFFFFFFFFFFFFFFFF) >> 32


@lru_cache(maxsize=200_000)
def _word_key(form: str) -> int:
    return crc32(form.translate(_SPELLINGS).encode()) + 1
