"""Addresses of the app: one for every story, article, statement, claim, measure, finding and name."""

import base64
import re

from tawatur.dossier.sources import place_anchor
from tawatur.errors import RequestError
from tawatur.model import Pointer

_PLAIN = re.compile(r"[A-Za-z0-9_.-]{1,120}")
_CODED = "~"


class InApp:
    """Addresses of pages; ``story`` is the story whose page the reader is on."""

    def __init__(self, story: str | None = None) -> None:
        self._story = story

    def place(self, place: Pointer) -> str:
        """The address of a place in an article."""
        return f"{self.article(place.article)}#{place_anchor(place)}"

    def article(self, article: str) -> str:
        """The address of an article."""
        return f"/articles/{key_of(article)}"

    def name(self, identity: str) -> str:
        """The address of a name."""
        return f"/entities/{key_of(identity)}"

    def statement(self, article: str, statement: str) -> str:
        """The address of a statement."""
        return f"/articles/{key_of(article)}/statements/{key_of(statement)}"

    def number(self, measure: str) -> str:
        """The address of a measure."""
        return f"/measures/{key_of(measure)}"

    def finding(self, finding: str) -> str:
        """The address of a finding."""
        return f"/findings/{key_of(finding)}"

    def claim(self, claim: str) -> str:
        """The address of a claim."""
        return f"/claims/{key_of(claim)}"

    def happening(self, happening: str) -> str:
        """The address of a line of the timeline: its place on the page of the story."""
        return f"/stories/{key_of(self._story or '')}#happening-{happening}"


def key_of(identifier: str) -> str:
    """An id as one segment of an address: itself where it is plain, coded where it is not.

    >>> key_of("seed-1"), key_of("a 2/ب")
    ('seed-1', '~YSAyL9io')
    """
    if _PLAIN.fullmatch(identifier):
        return identifier
    return _CODED + base64.urlsafe_b64encode(identifier.encode()).decode().rstrip("=")


def id_of(key: str) -> str:
    """The id that a segment of an address stands for; raises RequestError where it stands for none."""
    if not key.startswith(_CODED):
        return key
    coded = key.removeprefix(_CODED)
    try:
        return base64.urlsafe_b64decode(coded + "=" * (-len(coded) % 4)).decode()
    except ValueError as error:
        raise RequestError(f"no such address: {key!r}") from error
