"""The interface in Arabic and English: words, plural forms, numbers, dates.

A page that carries both languages writes every label twice and lets the reader switch; a page
in one language writes it once. Everything returned is safe to put into a page.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache, lru_cache

import msgspec
from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal
from markupsafe import Markup, escape

from tawatur.tables import load_table

LANGUAGES = ("ar", "en")
DIGITS = ("latn", "arab")
_ARAB = str.maketrans("0123456789,.", "٠١٢٣٤٥٦٧٨٩٬٫")
_ARABIC_LETTER = re.compile("[\u0620-\u06ff]")
_PATTERNS = {"day": "d MMMM y", "week": "d MMMM y", "month": "MMMM y", "year": "y"}
_SHAPES = (
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?$", re.ASCII), "day"),
    (re.compile(r"(\d{4})-W(\d\d)$", re.ASCII), "week"),
    (re.compile(r"(\d{4})-(\d\d)$", re.ASCII), "month"),
    (re.compile(r"(\d{4})$", re.ASCII), "year"),
)

_FOR_SCRIPT = ("act_", "form_", "time_", "tell_", "chart_", "matrix", "positions", "timeline", "chains")

Word = str | dict[str, str]


class Interface(msgspec.Struct, frozen=True):
    """How labels, counts and dates are written on a page; ``packages`` hold the words, later ones added."""

    languages: tuple[str, ...] = LANGUAGES
    digits: str = "latn"
    packages: tuple[str, ...] = ("tawatur.dossier.words",)

    def word(self, key: str, count: float | None = None) -> Markup:
        """The label ``key`` in every language of the page, in its plural form for ``count``.

        >>> Interface(languages=("ar",)).word("articles", 2)
        Markup('مقالتان')
        """
        return _label(self, key, count)

    def has(self, key: str) -> bool:
        """Whether there is such a label."""
        return key in self._words(self.languages[0])

    def reason(self, name: str, note: str) -> Markup:
        """A reason in words of the page, or as the comparison wrote it."""
        key = f"reason_{name}"
        if not self.has(key):
            return isolated(note)
        values = {"note": isolated(note)}
        return self.each(lambda language: _fill(self._words(language)[key], values))

    def only(self, language: str, text: str) -> Markup:
        """A value shown only where the page is read in ``language``."""
        if language not in self.languages:
            return Markup()
        if len(self.languages) == 1:
            return Markup(" <span class=aside>({})</span>").format(isolated(text))
        return Markup("<i lang={} class=aside> ({})</i>").format(language, isolated(text))

    def number(self, value: float) -> Markup:
        """A number with its thousands set apart: ``12,000`` or ``١٢٬٠٠٠``."""
        return Markup("<span class=n>{}</span>").format(self._number(value))

    def day(self, value: str | None) -> Markup:
        """A TIMEX3 or ISO value in words where it is a day, week, month, year or range, else as it is."""
        return _day(self, value) if value else self.word("unknown_date")

    def hour(self, value: str) -> Markup:
        """An hour of the day as it is written: ``08:39`` or ``٠٨:٣٩``."""
        return Markup("<span class=n>{}</span>").format(self._digits(value))

    def bounds(self, low: float | None, high: float | None, modifier: str) -> Markup:
        """The bounds of a quantity in words: ``أكثر من 1,500``."""
        first = low if low is not None else high
        if first is None:
            return self.word("unknown")
        last = high if high is not None else first
        values = {"n": self._number(first), "m": self._number(last)}
        return self.each(lambda language: _fill(self._words(language)[f"bound_{modifier}"], values))

    def vocabulary(self) -> dict[str, dict[str, str]]:
        """The labels that the page's script writes, for every language of the page."""
        return {
            language: {
                key: word
                for key, word in self._words(language).items()
                if isinstance(word, str) and key.startswith(_FOR_SCRIPT)
            }
            for language in self.languages
        }

    def _words(self, language: str) -> dict[str, Word]:
        return words(language, self.packages)

    def written(self, language: str, when: date, grain: str) -> Markup:
        """A day, week, month or year in one language."""
        day = self._digits(format_date(when, _PATTERNS[grain], locale=_locale(language)))
        return _fill(self._words(language)["week_of"], {"n": day}) if grain == "week" else day

    def filled(self, language: str, key: str, count: float | None) -> Markup:
        """One label in one language."""
        word = self._words(language)[key]
        if count is None:
            return _fill(word, {})
        return _fill(_plural(language, word, count), {"n": self._number(count)})

    def each(self, written: Callable[[str], Markup]) -> Markup:
        """What is written in every language of the page, once where it is the same in all."""
        texts = {language: written(language) for language in self.languages}
        if len(self.languages) == 1:
            return texts[self.languages[0]]
        if len(set(texts.values())) == 1:
            return Markup("<i class=n>{}</i>").format(texts[self.languages[0]])
        return Markup("").join(Markup(_tag(language)).format(text) for language, text in texts.items())  # noqa: S704

    def _number(self, value: float) -> Markup:
        return self._digits(_grouped(value))

    def _digits(self, text: str) -> Markup:
        return escape(text.translate(_ARAB) if self.digits == "arab" else text)


@lru_cache(maxsize=16384)
def _label(interface: Interface, key: str, count: float | None) -> Markup:
    return interface.each(lambda language: interface.filled(language, key, count))


@lru_cache(maxsize=16384)
def _day(interface: Interface, value: str) -> Markup:
    if "/" in value:
        return Markup(" – ").join(interface.day(end) for end in value.split("/", 1))
    found = calendar_day(value)
    if found is None:
        return isolated(value)
    return interface.each(lambda language: interface.written(language, *found))


@lru_cache(maxsize=16384)
def _grouped(value: float) -> str:
    return str(format_decimal(value, locale="en", format="#,##0.##"))


def _tag(language: str) -> str:
    """The element of a label: only what is not in the language of the page says which it is in."""
    return "<i>{}</i>" if language == LANGUAGES[0] else f"<i lang={language}>{{}}</i>"


def isolated(value: object) -> Markup:
    """A value from outside, escaped and kept from reordering what stands around it (UAX #9)."""
    return Markup(f"<bdi>{escape(str(value))}</bdi>")  # noqa: S704 (escaped)


def isolated_arabic(value: object) -> Markup:
    """The same on a page that is not in Arabic, where Arabic says so to whoever reads it aloud."""
    text = str(value)
    if _ARABIC_LETTER.search(text):
        return Markup(f"<bdi lang=ar>{escape(text)}</bdi>")  # noqa: S704 (escaped)
    return isolated(text)


@cache
def words(language: str, packages: tuple[str, ...] = ("tawatur.dossier.words",)) -> dict[str, Word]:
    """All labels of one language."""
    found: dict[str, Word] = {}
    for package in packages:
        found |= load_table(package, language, dict[str, Word])
    return found


def _fill(word: Word, values: dict[str, Markup]) -> Markup:
    text = word if isinstance(word, str) else word["other"]
    return escape(text).format(**values) if values else escape(text)


def _plural(language: str, word: Word, count: float) -> str:
    if isinstance(word, str):
        return word
    if count == 0 and "zero" in word:
        return word["zero"]
    return word.get(_locale(language).plural_form(count), word["other"])


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(language)


@lru_cache(maxsize=4096)
def calendar_day(value: str) -> tuple[date, str] | None:
    """The first day of the day, week, month or year that a value names, and which of these it is.

    >>> calendar_day("2024-W42")
    (datetime.date(2024, 10, 14), 'week')
    """
    for pattern, grain in _SHAPES:
        found = pattern.match(value)
        if found:
            parts = [int(part) for part in found.groups()]
            try:
                if grain == "week":
                    return date.fromisocalendar(parts[0], parts[1], 1), grain
                return date(*(*parts, 1, 1)[:3]), grain
            except ValueError:
                return None
    return None


def covered_days(value: str | None) -> tuple[str, str] | None:
    """The first and the last day that a value covers, or None where it names no days.

    >>> covered_days("2024-10"), covered_days("2024-10-08/2024-10-13")
    (('2024-10-01', '2024-10-31'), ('2024-10-08', '2024-10-13'))
    """
    ends = [calendar_day(end) for end in (value or "").split("/", 1)]
    first, last = ends[0], ends[-1]
    if first is None or last is None:
        return None
    return first[0].isoformat(), _last_day(*last).isoformat()


def _last_day(first: date, grain: str) -> date:
    after = {"day": 1, "week": 7, "month": 31, "year": 366}[grain]
    beyond = first + timedelta(days=after)
    if grain in ("day", "week"):
        return beyond - timedelta(days=1)
    return (beyond.replace(day=1) if grain == "month" else beyond.replace(month=1, day=1)) - timedelta(days=1)
