"""Records to articles: the corpus format, one JSON object (or table row) an article."""

import hashlib
import re
from collections.abc import Mapping
from typing import Any

from tawatur.errors import SourceError
from tawatur.intake.dates import iso_date
from tawatur.intake.limits import ORDINARY, Limits
from tawatur.model import Article

_OTHER_NAMES = {
    "text": ("content", "body", "article"),
    "outlet": ("source", "site", "publisher"),
    "url": ("link",),
    "title": ("headline",),
    "published": ("date", "published_at", "publish_date", "time"),
    "author": ("byline",),
    "agency": (),
    "id": (),
}
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_FAULT = "\N{REPLACEMENT CHARACTER}"


def article_of(record: Mapping[str, Any], place: str, limits: Limits = ORDINARY) -> Article:
    """The article of a record ``{"id","outlet","url","title","published","text"}``; only text is required.

    Without an id it gets one from its content (see ``identity``). Half of a surrogate pair is
    no character: U+FFFD takes its place, so that offsets stay as they were. Raises SourceError
    where there is no text.
    """
    text = record_field(record, "text")
    if text is None or not text.strip():
        raise SourceError(place, 'no text: a record needs a non-empty "text"')
    if len(text) > limits.letters:
        raise SourceError(
            place, f"the text has {len(text):,} characters, more than the {limits.letters:,} allowed"
        )
    url = record_field(record, "url", strip=True)
    return Article(
        id=record_field(record, "id", strip=True) or identity(text, url),
        text=text,
        outlet=record_field(record, "outlet", strip=True),
        url=url,
        title=record_field(record, "title", strip=True),
        published=iso_date(record_field(record, "published", strip=True)),
        author=record_field(record, "author", strip=True),
        agency=record_field(record, "agency", strip=True),
        place=place,
    )


def identity(text: str, url: str | None) -> str:
    """The id of an article that brings none: 16 hexadecimal digits of a hash of text and url."""
    return hashlib.sha256(f"{url or ''}\n{text}".encode()).hexdigest()[:16]


def other_names(field: str) -> tuple[str, ...]:
    """What other programs call a field of the corpus format."""
    return _OTHER_NAMES[field]


def record_field(record: Mapping[str, Any], name: str, *, strip: bool = False) -> str | None:
    """A field of a record by its own name or one of its other usual names, as text."""
    for key in (name, *_OTHER_NAMES[name]):
        value = record.get(key)
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            continue
        text = _LONE_SURROGATE.sub(_FAULT, str(value))
        if strip:
            text = text.strip()
        if text:
            return text
    return None
