"""Dates as records, feeds and pages write them, to ISO 8601; prose is left to the times finder."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from tawatur.text import fold

_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s]+(\d{1,2}:\d{2}(?::\d{2})?))?")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:\d{2,6})?")
_SECONDS = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}")
_FRACTION = re.compile(r"(:\d{2})[.,]\d+")
_SHORT_ZONE = re.compile(r"([+-]\d{2})(\d{2})$")


def iso_date(written: str | None) -> str | None:
    """A machine-written date or date-time in ISO 8601, or None where it is none.

    Understands ISO 8601, e-mail dates (as in RSS), year/month/day, day/month/year in that
    order, and seconds or milliseconds since 1970. Digits of any script.

        >>> iso_date("٢٣/١٠/٢٠٢٤")
        '2024-10-23'
    """
    if not written or len(written) > 80:
        return None
    text = fold(written).strip()
    return _iso(text) or _email(text) or _epoch(text) or _numeric(text)


def _iso(text: str) -> str | None:
    text = _SHORT_ZONE.sub(r"\1:\2", _FRACTION.sub(r"\1", text))
    try:
        if len(text) == 10:
            return date.fromisoformat(text).isoformat()
        if len(text) > 10 and text[:4].isdigit() and text[4] == "-":
            return datetime.fromisoformat(text).isoformat()
    except ValueError:
        pass
    return None


def _email(text: str) -> str | None:
    try:
        return parsedate_to_datetime(text).isoformat() if "," in text or text[:2].strip().isdigit() else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _epoch(text: str) -> str | None:
    if not _SECONDS.fullmatch(text):
        return None
    seconds = float(text) / (1000 if len(text) > 11 and "." not in text else 1)
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")


def _numeric(text: str) -> str | None:
    if found := _YEAR_FIRST.match(text):
        year, month, day, clock = found.groups()
    elif found := _DAY_FIRST.match(text):
        day, month, year, clock = *found.groups(), None
    elif found := _COMPACT.fullmatch(text):
        year, month, day, clock = *found.groups(), None
    else:
        return None
    try:
        written = date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
    return f"{written}T{clock.zfill(5)}" if clock else written
