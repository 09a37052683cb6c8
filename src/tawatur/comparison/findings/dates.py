"""The same event dated differently."""

from collections.abc import Iterator, Sequence

from tawatur.model import Finding, Happening, Reading


def findings_of_dates(timeline: Sequence[Happening], readings: Sequence[Reading]) -> Iterator[Finding]:
    """A finding for every event that the articles put on different days."""
    yield from ()
