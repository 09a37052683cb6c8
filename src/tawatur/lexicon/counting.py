"""The words around a number: what bounds it, what it counts, what makes it no quantity."""

import msgspec

from tawatur.lexicon.measures import Measures, load_measures
from tawatur.tables import load_table
from tawatur.text import Tokens, fold, fold_all, peel, tokenise

Phrase = tuple[str, ...]
_TO = len("إلى")


class Phrases(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Phrases of one meaning with an example."""

    gloss: str
    example: str
    phrases: Phrase


class Glossed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of one meaning."""

    gloss: str
    words: Phrase
    example: str | None = None
    always: bool = False


class Apart(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs that bound a number across their subject, and the prepositions before that number."""

    gloss: str
    modifier: str
    negated: str
    words: Phrase
    example: str
    before: Phrase = ()


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file ``counting.yaml``."""

    bounds_before: dict[str, Phrases]
    bounds_after: dict[str, Phrases]
    bounds_apart: tuple[Apart, ...]
    amounts: Phrase
    apart_not: Phrase
    apart_after: Phrase
    arrival: Glossed
    between: Phrase
    range_from: Phrase
    range_to: Phrase
    range_dash: Phrase
    range_or: Phrase
    changes: Glossed
    not_counted: Glossed
    waw_nouns: Phrase
    ya_nouns: Phrase
    al_nouns: Phrase
    ba_nouns: Phrase
    lam_nouns: Phrase
    ha_nouns: Phrase
    wa_nouns: Phrase
    ordinals: Phrase
    out_of: Phrase
    plurals: Phrase
    valued: Phrase
    totals: Phrase
    counts: Phrase
    numbered: Phrase
    named_by_number: tuple[Glossed, ...]
    groups: Glossed
    loose: Phrase
    one_idioms: Phrase
    stages: Phrase
    of_them: Phrase


class Counting(msgspec.Struct, frozen=True):
    """The table folded for look-up; bounds are keyed by the word nearest to the number."""

    before: dict[str, list[tuple[Phrase, str]]]
    after: dict[str, list[tuple[Phrase, str]]]
    apart: dict[str, Apart]
    amounts: frozenset[str]
    apart_not: frozenset[str]
    apart_after: frozenset[str]
    arrival: frozenset[str]
    between: frozenset[str]
    range_from: frozenset[str]
    range_to: frozenset[str]
    range_dash: frozenset[str]
    range_or: frozenset[str]
    changes: frozenset[str]
    not_counted: frozenset[str]
    waw_nouns: frozenset[str]
    ya_nouns: frozenset[str]
    al_nouns: frozenset[str]
    ba_nouns: frozenset[str]
    lam_nouns: frozenset[str]
    ha_nouns: frozenset[str]
    wa_nouns: frozenset[str]
    ordinals: frozenset[str]
    out_of: frozenset[str]
    plurals: frozenset[str]
    valued: frozenset[str]
    totals: frozenset[str]
    counts: frozenset[str]
    numbered: frozenset[str]
    named: frozenset[str]
    named_always: frozenset[str]
    groups: frozenset[str]
    loose: frozenset[str]
    one_idioms: frozenset[str]
    stages: frozenset[str]
    of_them: frozenset[str]
    measures: Measures

    def has_article(self, form: str) -> bool:
        """Whether a folded form begins with the article, which القاب (titles) and الى (to) only seem to."""
        return form.startswith("ال") and len(form) > _TO and form not in self.al_nouns

    def is_ordinal(self, form: str) -> bool:
        """Whether a folded form is an ordinal with the article, as الخامس before عشر."""
        return form.startswith("ال") and form[2:] in self.ordinals

    def bound_before(self, tokens: Tokens, i: int, first: int) -> tuple[str, int, int] | None:
        """What bounds the number at token ``i``: its modifier, its first token and letters to skip.

        The phrase stands right before ``i`` and not before token ``first``; the longest counts.
        """
        if i <= first:
            return None
        for phrase, modifier in self.before.get(tokens.forms[i - 1], ()):
            start = i - len(phrase)
            if start >= first and tuple(tokens.forms[start + 1 : i]) == phrase[1:]:
                lead = _lead(tokens.forms[start], phrase[0])
                if lead is not None:
                    return modifier, start, lead
        return self._glued_bound(tokens, i)

    def _glued_bound(self, tokens: Tokens, i: int) -> tuple[str, int, int] | None:
        """A bound of one word with particles on it: "بنحو"."""
        for reading in peel(tokens.forms[i - 1])[1:]:
            for phrase, modifier in self.before.get(reading.stem, ()):
                if len(phrase) == 1 and "ال" not in reading.before:
                    return modifier, i - 1, reading.lead
        return None

    def bound_after(self, tokens: Tokens, i: int, end: int) -> tuple[str, int] | None:
        """The modifier that stands at token ``i`` and the token after it, or None."""
        if i >= end:
            return None
        for phrase, modifier in self.after.get(tokens.forms[i], ()):
            last = i + len(phrase)
            goes_on = last < end and tokens.forms[last] == "من" and phrase[-1] != "من"
            if last <= end and tuple(tokens.forms[i:last]) == phrase and not goes_on:
                return modifier, last
        return None


def load_counting() -> Counting:
    """The words around numbers that ship with Tawatur; raises LexiconError."""
    table = load_table("tawatur.lexicon.arabic", "counting", Table)
    named = fold_all(word for group in table.named_by_number for word in group.words)
    always = fold_all(word for group in table.named_by_number if group.always for word in group.words)
    plain = {name: fold_all(getattr(table, name)) for name in _PLAIN}
    return Counting(
        before=_by_word(table.bounds_before, -1),
        after=_by_word(table.bounds_after, 0),
        apart={word: _with_folded(row) for row in table.bounds_apart for word in fold_all(row.words)},
        arrival=fold_all(table.arrival.words),
        changes=fold_all(table.changes.words),
        not_counted=fold_all(table.not_counted.words),
        groups=fold_all(table.groups.words),
        named=named,
        named_always=always,
        measures=load_measures(),
        **plain,
    )


_PLAIN = [name for name in Table.__struct_fields__ if Table.__annotations__[name] == Phrase]


def _with_folded(row: Apart) -> Apart:
    return msgspec.structs.replace(row, before=tuple(map(fold, row.before)))


def _by_word(bounds: dict[str, Phrases], nearest: int) -> dict[str, list[tuple[Phrase, str]]]:
    found: dict[str, list[tuple[Phrase, str]]] = {}
    for modifier, entry in bounds.items():
        for text in entry.phrases:
            phrase = tuple(tokenise(fold(text)).forms)
            found.setdefault(phrase[nearest], []).append((phrase, modifier))
    for phrases in found.values():
        phrases.sort(key=lambda pair: -len(pair[0]))
    return found


def _lead(form: str, word: str) -> int | None:
    """How many letters of particles stand on ``word`` in ``form``; None where it is not that word."""
    for reading in peel(form):
        if reading.stem == word:
            return reading.lead
    return None
