"""What a word is found by: its folded spelling, and what it comes from.

الصواريخ, بالصواريخ and صاروخ share the key صاروخ: attached particles come off, and the table of
simplemma knows broken plurals. A word that the table does not know is found by its stems.
"""

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
    stems = [reading.stem for reading in peel(form)]
    bare = [form, *(stem for stem in stems if len(stem) >= _SHORTEST)]
    shorter = [stem for long in bare for stem, pronoun in peel_endings(long) if pronoun]
    known = (_table().get(stem) for stem in [*bare, *(s for s in shorter if len(s) >= _SHORTEST)])
    lemma = next(filter(None, known), None)
    return (lemma,) if lemma else tuple(dict.fromkeys(bare))


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
