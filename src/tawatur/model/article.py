"""One text with what its source says about it."""

from datetime import date

import msgspec


class Article(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """One article; ``text`` never changes after reading.

    ``published`` is ISO 8601, a date or a date-time, as given; ``place`` tells where the
    article was read from (file, file:line or URL) and takes no part in its identity.
    """

    id: str
    text: str
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    published: str | None = None
    author: str | None = None
    agency: str | None = None
    place: str | None = None

    @property
    def day(self) -> date | None:
        """The calendar day of publication, or None where it is unknown."""
        return day_of(self.published)


def day_of(published: str | None) -> date | None:
    """The calendar day of a date or date-time in ISO 8601; None where it is none."""
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None
