"""Tokens: words, numbers and single signs, each with its place and its folded form.

A token is a run of Arabic letters with their marks, a run of Latin or other letters
(``F-16`` is one), a run of digits with the separators inside it (``12,000`` is one), or one
other sign; a tatweel that stands alone is a dash (3 ـ 1). Attached particles are not cut off
here: see ``clitics``.
"""

import re

import msgspec

from tawatur.text.fold import CONTROLS, MARKS, TATWEEL, fold

ARABIC = (
    "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06e5\u06e6\u06ee\u06ef"
    "\u06fa-\u06fc\u06ff\u0750-\u077f\u08a0-\u08c9\ufb50-\ufdff\ufe70-\ufefc"
)
_TOKEN = re.compile(
    f"[{ARABIC}](?:[{ARABIC}{MARKS}{TATWEEL}]|[{CONTROLS}]+(?=[{ARABIC}{MARKS}{TATWEEL}]))*"
    r"|\d(?:[.,'\u066b\u066c\u060c]?\d)*(?:\.\u200f\d+)?"
    rf"|[^\W\d_{TATWEEL}](?:[.&'’-]?[^\W_])*"
    rf"|{TATWEEL}+"
    r"|\S"
)
_DASH = "-"
_TURNED = ".\N{RIGHT-TO-LEFT MARK}"
_MEMO_LIMIT = 300_000
_memo: dict[str, str] = {}


class Tokens(msgspec.Struct, frozen=True):
    """Parallel lists, for speed: token i is ``text[starts[i]:ends[i]]`` and folds to ``forms[i]``."""

    forms: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.forms)


def tokenise(text: str) -> Tokens:
    """The tokens of ``text`` in order; linear in its length."""
    forms: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    known = _memo
    if len(known) > _MEMO_LIMIT:
        known.clear()
    for found in _TOKEN.finditer(text):
        raw = found[0]
        form = known.get(raw)
        if form is None:
            form = _form(raw)
            if len(raw) <= 40:
                known[raw] = form
        if form:
            forms.append(form)
            starts.append(found.start())
            ends.append(found.end())
    return Tokens(forms, starts, ends)


def _form(raw: str) -> str:
    """The folded form of a token; a run of tatweel is a dash."""
    if raw[0] == TATWEEL:
        return _DASH
    return fold(_as_seen(raw)) if _TURNED in raw else fold(raw)


def _as_seen(figures: str) -> str:
    """Figures parted by a mark of direction, in the order in which they are shown: 1.3 of "3." and "1"."""
    part, _, whole = figures.partition(_TURNED)
    return f"{whole}.{part}"
