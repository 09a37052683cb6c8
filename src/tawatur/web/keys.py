"""What a word is found by: its folded spelling, and what it comes from.

الصواريخ, بالصواريخ and صاروخ share the key صاروخ: attached particles come off, and the table of
simplemma knows broken plurals. A word that the table does not know is found by its stems.
"""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from tawatur.text import fold, peel, peel_endings, tokenise

_SHORTEST = 3


def forms(text: str) -> list[str]:
    """The folded words of a text, without punctuation."""
    return [form for form in tokenise(text).forms if form[0].isalnum()]


def keys(text: str) -> str:
    """The lemmas of all words of a text, set apart by spaces."""
    return " ".join(key for form in forms(text) for key in lemmas(form))


@lru_cache(maxsize=200_000)
def lemmas(form: str) -> tuple[str, ...]:
    """The lemma of a folded form, or its stems where it is not known.

    >>> lemmas("بالصواريخ")
    ('صاروخ',)
    """
    bare = [form, *(reading.stem for reading in peel(form) if len(reading.stem) >= _SHORTEST)]
    lemma = next(filter(None, map(_table().get, [*bare, *_without_pronouns(bare)])), None)
    return (lemma,) if lemma else tuple(dict.fromkeys(bare))


def _without_pronouns(stems: Iterable[str]) -> Iterator[str]:
    """What is left without an attached pronoun; the ت before one may have been ة: وزارته, وزارة."""
    for stem in stems:
        for shorter, pronoun in peel_endings(stem):
            if pronoun and len(shorter) >= _SHORTEST:
                yield shorter
                if shorter.endswith("ت"):
                    yield shorter[:-1] + "ة"


@cache
def _table() -> dict[str, str]:
    """Folded form to folded lemma; read once, in about a second."""
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory

    table: dict[str, str] = {}
    for form, lemma in DefaultDictionaryFactory().get_dictionary("ar").items():
        table.setdefault(fold(_text(form)), fold(_text(lemma)))
    return table


def _text(word: str | bytes) -> str:
    return word.decode() if isinstance(word, bytes) else word
