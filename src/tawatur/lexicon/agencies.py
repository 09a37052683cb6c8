"""News agencies: whose texts outlets print, and how they say so."""

import msgspec

from tawatur.errors import LexiconError
from tawatur.tables import load_table
from tawatur.text import tokenise

Phrase = tuple[str, ...]


class Agency(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One agency: its forms anywhere, and the short ones that count only where a credit stands."""

    name: str
    english: str
    forms: tuple[str, ...]
    example: str
    short: tuple[str, ...] = ()


class Agencies(msgspec.Struct, frozen=True):
    """Folded token phrases to the agency's name, longest first under their first token."""

    anywhere: dict[str, tuple[tuple[Phrase, str], ...]]
    in_credits: dict[str, tuple[tuple[Phrase, str], ...]]

    def at(self, forms: list[str], i: int, stem: str, *, in_credit: bool) -> tuple[str, int] | None:
        """The agency whose phrase begins at token ``i`` read as ``stem``, and where the phrase ends."""
        for phrase, name in self.anywhere.get(stem, ()) + (
            self.in_credits.get(stem, ()) if in_credit else ()
        ):
            if tuple(forms[i + 1 : i + len(phrase)]) == phrase[1:]:
                return name, i + len(phrase)
        return None


def load_agencies() -> Agencies:
    """The agencies of ``agencies.yaml``; raises LexiconError where two claim one form."""
    rows = load_table("tawatur.lexicon.arabic", "agencies", tuple[Agency, ...])
    return Agencies(
        anywhere=_by_first_token([(form, row.name) for row in rows for form in row.forms]),
        in_credits=_by_first_token([(form, row.name) for row in rows for form in row.short]),
    )


def _by_first_token(pairs: list[tuple[str, str]]) -> dict[str, tuple[tuple[Phrase, str], ...]]:
    named: dict[Phrase, str] = {}
    for form, name in pairs:
        phrase = tuple(tokenise(form).forms)
        if named.setdefault(phrase, name) != name:
            raise LexiconError(f"agencies.yaml: {form!r} names both {named[phrase]} and {name}")
    found: dict[str, list[tuple[Phrase, str]]] = {}
    for phrase, name in sorted(named.items(), key=lambda item: -len(item[0])):
        found.setdefault(phrase[0], []).append((phrase, name))
    return {first: tuple(rest) for first, rest in found.items()}
