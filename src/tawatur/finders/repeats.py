"""Lines that an outlet repeats under article after article: learned from them, not listed."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from tawatur.lexicon.page import words
from tawatur.model import Article

_LEAST_ARTICLES = 10
_LEAST_SHARE = 0.2
_MOST_WORDS = 16
_SENTENCE_END = "."


def learn_repeats(articles: Iterable[Article]) -> dict[str | None, frozenset[str]]:
    """For each outlet the lines that return in a fifth of its articles or more, as folded words.

    A line counts once an article; a line that ends like a sentence is never learned, nor is
    anything from an outlet with fewer than ten different texts. Hand the result to
    ``Page.with_repeats`` and ``find_blocks`` will mark those lines as boilerplate.
    """
    articles_of: Counter[str | None] = Counter()
    lines_of: defaultdict[str | None, Counter[str]] = defaultdict(Counter)
    for article in _different(articles):
        articles_of[article.outlet] += 1
        lines_of[article.outlet].update(_short_lines(article))
    return {
        outlet: _frequent(lines, articles_of[outlet])
        for outlet, lines in lines_of.items()
        if outlet and articles_of[outlet] >= _LEAST_ARTICLES
    }


def _frequent(lines: Counter[str], articles: int) -> frozenset[str]:
    return frozenset(line for line, count in lines.items() if count >= _LEAST_SHARE * articles)


def _different(articles: Iterable[Article]) -> Iterable[Article]:
    """One article of each text, so that copies teach nothing."""
    return {(article.outlet, article.text): article for article in articles}.values()


def _short_lines(article: Article) -> set[str]:
    return {
        " ".join(found)
        for line in article.text.splitlines()
        if not line.rstrip().endswith(_SENTENCE_END) and 0 < len(found := words(line[:400])) <= _MOST_WORDS
    }
