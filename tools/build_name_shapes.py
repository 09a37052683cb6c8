"""Build ``src/tawatur/lexicon/upstream/shapes.tsv``: which letters in a row foreign names have.

    python tools/build_name_shapes.py

Reads nothing but the tables that ``build_name_tables.py`` made and the foreign given names of the
lexicon. A line has tenths of the natural logarithm of how much oftener three letters stand in names
than in ordinary words, a tab, and the letters (``^`` and ``$`` are the ends of a word).
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from math import log
from pathlib import Path

from tawatur.lexicon.names import ARTICLE, Names, load_names

OUT = Path(__file__).resolve().parents[1] / "src/tawatur/lexicon/upstream/shapes.tsv"
SHORTEST = 4
SMOOTHING = 0.5


def main() -> None:
    """Write the table."""
    names = load_names()
    foreign = count_shapes(foreign_words(names))
    ordinary = count_shapes(word for word in names.ordinary.listed if is_plain(word))
    lines: dict[int, list[str]] = {}
    for shape in sorted(foreign.keys() | ordinary.keys()):
        lines.setdefault(weight(shape, foreign, ordinary), []).append(shape)
    OUT.write_text("".join(f"{tenths}\t{' '.join(lines[tenths])}\n" for tenths in sorted(lines)), "utf-8")


def foreign_words(names: Names) -> set[str]:
    """The words of known names and the foreign given names that are no ordinary words."""
    words = {name for name, gender in names.given.items() if not gender and name not in names.families}
    for first, rest in names.known.items():
        words.update((first, *(word for words, _ in rest for word in words)))
    return {word for word in words if is_plain(word) and word not in names.ordinary}


def is_plain(word: str) -> bool:
    """Whether a word is long enough, of Arabic letters only, and without the article."""
    arabic = word.isalpha() and word[0] >= "\u0620"
    return arabic and len(word) >= SHORTEST and not word.startswith(ARTICLE)


def count_shapes(words: Iterable[str]) -> Counter[str]:
    """How often each three letters in a row occur."""
    return Counter(shape for word in words for shape in shapes(word))


def shapes(word: str) -> Iterator[str]:
    """The three-letter runs of a word with its ends."""
    edged = f"^{word}$"
    return (edged[k : k + 3] for k in range(len(edged) - 2))


def weight(shape: str, foreign: Counter[str], ordinary: Counter[str]) -> int:
    """Tenths of the logarithm of the ratio of shares."""
    in_names = (foreign[shape] + SMOOTHING) / foreign.total()
    in_words = (ordinary[shape] + SMOOTHING) / ordinary.total()
    return round(10 * log(in_names / in_words))


if __name__ == "__main__":
    main()
