"""Bytes to text: the encodings Arabic is found in, told apart by their Arabic letters."""

import codecs
import re

import charset_normalizer

from tawatur.errors import SourceError
from tawatur.text import fold

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ARABIC_CODE_PAGES = ("windows-1256", "iso-8859-6")
_CODE_PAGE = re.compile(r"cp(?:125\d|720|864)|iso8859-\d+|mac-\w+|koi8-[ru]")
_ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"
_LETTERS = re.compile("[\u0621-\u063a\u0641-\u064a]")
_FAULT = "\N{REPLACEMENT CHARACTER}"
_SAMPLE = 200_000
_FEW_FAULTS = 0.005
_MOST = 0.7


def decode(data: bytes, place: str, *declared: str | None) -> str:
    """The text of ``data``; a byte order mark is not part of it, nothing else is left out.

    Tried in order: the byte order mark, UTF-8, UTF-16 without a mark, the ``declared``
    encodings that yield Arabic (what a server says stands before what a page says, as in the
    Encoding Standard), windows-1256 and ISO-8859-6 by how much Arabic they yield, the declared
    ones whatever they yield, then what charset-normalizer sees. Bytes that are good UTF-8 are
    UTF-8 whatever is declared; with a few broken bytes U+FFFD keeps their places. Raises
    SourceError where the bytes are no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    text = _strictly(data, "utf-8")
    if text is not None and "\0" not in text:
        return text
    if b"\0" in data:
        return _without_mark(data, place)
    texts = [text for encoding in declared if (text := _declared(data, encoding))]
    arabic = next((text for text in texts if _share_of_arabic(text) > _MOST), None)
    return (
        _nearly_utf8(data)
        or arabic
        or _by_its_arabic(data)
        or next(iter(texts), None)
        or _guessed(data, place)
    )


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _without_mark(data: bytes, place: str) -> str:
    """UTF-16 whose byte order mark is missing; anything else with a zero byte is no text."""
    for encoding in ("utf-16-le", "utf-16-be"):
        text = _strictly(data, encoding)
        if text and "\0" not in text and _share_of_arabic(text) + _share_of_ascii(text) > _MOST:
            return text
    raise SourceError(place, "this looks like a binary file, not like text")


def _nearly_utf8(data: bytes) -> str | None:
    text = data.decode("utf-8", errors="replace")
    return text if text.count(_FAULT) <= max(1, len(text) * _FEW_FAULTS) and _LETTERS.search(text) else None


def _declared(data: bytes, declared: str | None) -> str | None:
    """The text under a declared encoding, if that is a code page: a page may name any codec of Python."""
    try:
        name = codecs.lookup((declared or "").strip().lower().removeprefix("x-")).name
    except (LookupError, ValueError):
        return None
    return _strictly(data, name) if _CODE_PAGE.fullmatch(name) else None


def _by_its_arabic(data: bytes) -> str | None:
    """The Arabic code page under which the article "al-" is frequent, if most letters are Arabic."""
    candidates = [
        text
        for encoding in _ARABIC_CODE_PAGES
        if (text := _with_few_faults(data, encoding)) and _share_of_arabic(text) > _MOST
    ]
    return max(candidates, key=lambda text: text.count(_ARTICLE), default=None)


def _with_few_faults(data: bytes, encoding: str) -> str | None:
    text = data.decode(encoding, errors="replace")
    return text if text.count(_FAULT) <= len(text) * _FEW_FAULTS else None


def _guessed(data: bytes, place: str) -> str:
    best = charset_normalizer.from_bytes(data[:_SAMPLE]).best()
    text = _with_few_faults(data, best.encoding) if best else None
    if text is None:
        raise SourceError(place, "the encoding is not one Tawatur knows; save it as UTF-8")
    return text


def _share_of_arabic(text: str) -> float:
    """How many of the signs beyond ASCII are Arabic letters."""
    sample = text[:_SAMPLE]
    foreign = sum(1 for sign in sample if sign > "\x7f" and not sign.isspace())
    return len(_LETTERS.findall(fold(sample))) / foreign if foreign else 0.0


def _share_of_ascii(text: str) -> float:
    sample = text[:_SAMPLE]
    return sum(1 for sign in sample if "\t" <= sign <= "~") / len(sample) if sample else 0.0
