"""Lines that an outlet repeats under article after article: learned from them, not listed."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from tawatur.lexicon.page import words
from tawatur.model import Article

Repeats = Mapping[str | None, frozenset[str]]
"""For each outlet the lines it repeats, as folded words."""

NO_REPEATS: Repeats = {}

_LEAST_ARTICLES = 10
_LEAST_SHARE = 0.2
_MOST_WORDS = 16
_MOST_LETTERS = 250
_SENTENCE_END = "."


def learn_repeats(articles: Iterable[Article]) -> dict[str | None, frozenset[str]]:
    """For each outlet the lines that return in a fifth of its articles or more, as folded words.

    The order of the articles does not matter. A line counts once an article, and an article once
    however often it comes; a line that ends like a sentence is never learned, nor is anything from
    an outlet with fewer than ten different texts. Hand the result to ``Page.with_repeats`` and
    ``find_blocks`` marks as boilerplate those of the lines that it knows nothing else about.

    >>> learn_repeats(articles)["صحيفة الضفة"]  # doctest: +SKIP
    frozenset({'موعدنا معكم كل مساء'})
    """
    articles_of: Counter[str | None] = Counter()
    lines_of: defaultdict[str | None, Counter[str]] = defaultdict(Counter)
    known: set[bytes] = set()
    for article in articles:
        text = hashlib.sha256(f"{article.outlet}\n{article.text}".encode(errors="surrogatepass")).digest()
        if article.outlet and text not in known:
            known.add(text)
            articles_of[article.outlet] += 1
            lines_of[article.outlet].update(short_lines(article))
    learned = {
        outlet: _frequent(lines, articles_of[outlet])
        for outlet, lines in lines_of.items()
        if articles_of[outlet] >= _LEAST_ARTICLES
    }
    return {outlet: lines for outlet, lines in learned.items() if lines}


def short_lines(article: Article) -> set[str]:
    """The lines of an article that could be an outlet's own, as folded words."""
    return {
        " ".join(found)
        for line in article.text.splitlines()
        if len(line) <= _MOST_LETTERS
        and not line.rstrip().endswith(_SENTENCE_END)
        and 0 < len(found := words(line)) <= _MOST_WORDS
    }


def _frequent(lines: Counter[str], articles: int) -> frozenset[str]:
    return frozenset(line for line, count in lines.items() if count >= _LEAST_SHARE * articles)
