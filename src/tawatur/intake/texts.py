"""Plain text files: what they say about themselves stands in front matter or in a .json beside them."""

import re
from collections.abc import Mapping
from typing import Any

import yaml

from tawatur.intake.decoding import decode
from tawatur.intake.limits import ORDINARY, Limits
from tawatur.intake.records import article_of
from tawatur.model import Article

_FENCE = re.compile(r"---[ \t]*\r?\n(.*?\r?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_MOST_FRONT_MATTER = 20_000
_FIELDS = frozenset({"id", "outlet", "url", "title", "published", "author", "agency"})


def read_text(
    data: bytes,
    place: str,
    limits: Limits = ORDINARY,
    beside: Mapping[str, Any] | None = None,
    charset: str | None = None,
) -> Article:
    """The article of a text file; its text starts at the first character after the front matter.

    ``beside`` is the record of the .json file next to it; front matter goes before it.
    ``charset`` is the encoding a server named. Raises SourceError where the bytes are no text, or
    nothing but front matter.
    """
    front, text = split_front_matter(decode(data, place, charset))
    return article_of({**(beside or {}), **front, "text": text}, place, limits)


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """The fields between two lines of dashes at the very beginning, and the text after them.

    Anything that is no mapping with a field of the corpus format is left in the text. A title with
    a colon in it is no YAML, but what its writer meant is plain, so such lines are read one by one.
    """
    found = _FENCE.match(text, 0, _MOST_FRONT_MATTER) if text.startswith("---") else None
    if not found:
        return {}, text
    fields = _mapping(found[1])
    if not isinstance(fields, dict) or not _FIELDS & fields.keys():
        return {}, text
    return {key: fields[key] for key in _FIELDS if isinstance(fields.get(key), str)}, text[found.end() :]


def _mapping(front: str) -> object:
    try:
        return yaml.load(front, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError):
        lines = [line.partition(": ") for line in front.splitlines() if line.strip()]
        return {key.strip(): value.strip() for key, _, value in lines}
