"""English names of the bodies that every state has, put together from their Arabic ones."""

from functools import cache

import msgspec

from tawatur.lexicon.name_words import masculine
from tawatur.lexicon.names import ARTICLE, Names
from tawatur.tables import load_table
from tawatur.text import fold, tokenise

_MINISTRY = "وزارة"
_IN = "في"


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    departments: dict[str, str]
    bodies: dict[str, str]


def english_body(name: str, names: Names) -> str | None:
    """The English name of a body of a state, None where its words are not all known.

    "وزارة الزراعة الأردنية" and "وزارة الزراعة في الأردن" are the "Agriculture Ministry of Jordan".
    """
    words = tokenise(name).forms
    for end in range(len(words), 0, -1):
        english = _bodies().get(" ".join(words[:end]))
        if english:
            land = _land(words[end:], names)
            return english if end == len(words) else land and f"{english} of {land}"
    return None


def _land(words: list[str], names: Names) -> str | None:
    """The English name of the country that some words are the adjective of, or name behind في."""
    if words[:1] == [_IN]:
        others = names.known.get(words[1], ()) if len(words) > 1 else ()
        return next((known.english for rest, known in others if list(rest) == words[2:]), None)
    code = names.demonyms.get(" ".join(masculine(word.removeprefix(ARTICLE)) for word in words))
    return names.by_id[names.country_id(code)].english if code else None


@cache
def _bodies() -> dict[str, str]:
    """English names by the folded words of the Arabic ones."""
    table = load_table("tawatur.lexicon.arabic", "english_bodies", _Table)
    ministries = {f"{_MINISTRY} {one}": f"{english} Ministry" for one, english in table.departments.items()}
    return {fold(body): english for body, english in (ministries | table.bodies).items()}
