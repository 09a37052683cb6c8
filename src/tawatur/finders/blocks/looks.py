"""How a line looks: its words, its letters, how it ends. No decision is made here."""

import msgspec

from tawatur.text import Document, Line
from tawatur.text.quotations import MARKS

_CLOSERS = frozenset(")]»”") | MARKS
_BULLETS = frozenset("*-–—•·▪●■◆►▶>+|#▫◾✔✅")
_LONG = 200


class Look(msgspec.Struct, frozen=True, gc=False):
    """What can be seen of one line without knowing its neighbours.

    ``forms`` are its tokens folded and in lower case (of a very long line only the first);
    ``words`` those of them that are words, ``size`` how many words and numbers the whole line
    has; ``end`` the last sign before closing marks; ``foreign`` whether it has no Arabic
    letters, ``bullet`` whether it begins like an item of a list.
    """

    forms: tuple[str, ...]
    words: tuple[str, ...]
    size: int
    end: str
    foreign: bool
    bullet: bool

    @property
    def is_body(self) -> bool:
        """Whether it can only be a paragraph of an article."""
        return not self.foreign and (self.size >= 25 or (self.end in ".:" and self.size >= 9))

    @property
    def is_heading(self) -> bool:
        """Whether it could stand as a headline: short, without the end of a sentence."""
        return (
            not self.foreign
            and not self.bullet
            and 2 <= self.size <= 30
            and self.end not in ".:،,؛;…-"
            and bool(self.words)
        )


def look_at(document: Document, line: Line) -> Look:
    """The look of one line; the time it takes grows with its tokens only."""
    first, last = line.first, line.last
    forms = tuple(form.lower() for form in document.tokens.forms[first : min(last, first + _LONG)])
    words = tuple(form for form in forms if form[0].isalpha())
    counted = sum(1 for form in forms if form[0].isalnum())
    return Look(
        forms=forms,
        words=words,
        size=counted if last - first <= _LONG else max(counted, _LONG),
        end=_end(document.tokens.forms, first, last),
        foreign=bool(words) and not any(_is_arabic(word) for word in words),
        bullet=bool(forms) and (forms[0] in _BULLETS or _is_numbered(forms)),
    )


def _end(forms: list[str], first: int, last: int) -> str:
    """The last sign of a line that is not a closing mark; a letter where it ends in a word."""
    for i in range(last - 1, max(first, last - 5) - 1, -1):
        if forms[i] not in _CLOSERS:
            return forms[i][-1]
    return ""


def _is_arabic(word: str) -> bool:
    return "\u0600" <= word[0] <= "\u08ff" or "\ufb50" <= word[0] <= "\ufefc"


def _is_numbered(forms: tuple[str, ...]) -> bool:
    """Whether a line begins with a small number and a sign, as "1) " or "2 - "."""
    return (
        len(forms) > 2
        and forms[0].isdigit()
        and len(forms[0]) <= 2
        and forms[1] in (".", ")", "-", "–")
        and not forms[2].isdigit()
    )
