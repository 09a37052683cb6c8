"""Ids that depend only on what is put together, not on when or in which order."""

from collections.abc import Iterable
from hashlib import sha256

from tawatur.model import Pointer


def content_id(kind: str, places: Iterable[Pointer]) -> str:
    """An id of ``kind`` for a set of places: the same places give the same id in every run."""
    written = "|".join(f"{p.article}:{p.start}-{p.end}" for p in sorted(set(places)))
    return f"{kind}-{sha256(written.encode()).hexdigest()[:12]}"
