"""What fetching is asked for and what it gives; free of the library that does it."""

from typing import Protocol

import msgspec


class Manners(msgspec.Struct, frozen=True, kw_only=True):
    """How to behave: who asks, how often, how persistently, and whether inside addresses are allowed.

    ``private`` opens loopback and private networks; it is for tests and for one's own servers,
    never for addresses that other people hand in.
    """

    agent: str = "Tawatur/0.1 (+https://github.com/tawatur/tawatur)"
    seconds_between: float = 1.0
    attempts: int = 3
    robots: bool = True
    private: bool = False


class Known(msgspec.Struct, frozen=True, omit_defaults=True):
    """What an earlier answer said of its version, for asking only for a newer one."""

    etag: str | None = None
    modified: str | None = None


POLITE = Manners()
UNKNOWN = Known()


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """A fetched document; ``data`` is None where it has not changed since it was ``known``.

    ``media`` and ``charset`` are what the server says it is.
    """

    url: str
    data: bytes | None
    media: str = ""
    charset: str | None = None
    known: Known = UNKNOWN


def media_and_charset(content_type: str) -> tuple[str, str | None]:
    """What a Content-Type header says a document is, and in which encoding, if it says so.

    >>> media_and_charset('text/html; Charset="windows-1256"')
    ('text/html', 'windows-1256')
    """
    media, *parameters = (part.strip().lower() for part in content_type.split(";"))
    said = {
        name.strip(): value.strip(" \"'") for name, _, value in (one.partition("=") for one in parameters)
    }
    return media, said.get("charset") or None


class Fetches(Protocol):
    """What can fetch an address: ``fetching.Fetcher``, or a stand-in."""

    def fetch(self, url: str, known: Known = UNKNOWN) -> Answer:
        """The document at an address; raises SourceError."""
        ...
