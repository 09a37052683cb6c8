"""Credits: which news agencies an article says its text comes from."""

from enum import IntEnum

import msgspec

from tawatur.lexicon.agencies import Agencies
from tawatur.model import BlockKind, Pointer, Reading
from tawatur.text import Peeled, Tokens, peel, tokenise

_OPENING = 8
_CLOSING = 5
_CREDIT_LINES = frozenset({BlockKind.BYLINE, BlockKind.DATELINE})
_READ = frozenset({BlockKind.PARAGRAPH, BlockKind.STANDFIRST, *_CREDIT_LINES})
_OPENERS = frozenset("([/-–—|")
_AGENCY = "وكاله"


class Strength(IntEnum):
    """How much of the article a credit covers: a word in passing, what was told to it, the whole."""

    NAMED = 1
    TOLD = 2
    SIGNED = 3


class Credit(msgspec.Struct, frozen=True, gc=False):
    """An agency an article credits, how strongly, and the strongest place it does so."""

    agency: str
    strength: Strength
    place: Pointer


def find_credits(reading: Reading, agencies: Agencies) -> tuple[Credit, ...]:
    """The agencies an article credits, the strongest credit of each, strongest first.

    A signature in byline, dateline, opening or closing covers the text; so does what somebody
    "told Reuters" (لرويترز), for agencies write so of themselves; a name in passing is weakest.
    """
    best: dict[str, Credit] = {}
    read = [block for block in reading.blocks if block.kind in _READ]
    for number, block in enumerate(read):
        tokens = tokenise(reading.article.text[block.start : block.end])
        signed = block.kind in _CREDIT_LINES
        for i in range(len(tokens)):
            first, last = (
                number == 0 and i < _OPENING,
                number + 1 == len(read) and i + _CLOSING >= len(tokens),
            )
            found = _credit_at(tokens, i, agencies, edge=signed or first or last)
            if found is None:
                continue
            name, end, strength = found
            place = Pointer(
                reading.article.id, block.start + tokens.starts[i], block.start + tokens.ends[end - 1]
            )
            credit = Credit(name, Strength.SIGNED if signed else strength, place)
            if name not in best or best[name].strength < credit.strength:
                best[name] = credit
    best |= _given(reading, agencies)
    return tuple(sorted(best.values(), key=lambda credit: (-credit.strength, credit.place)))


def _credit_at(tokens: Tokens, i: int, agencies: Agencies, *, edge: bool) -> tuple[str, int, Strength] | None:
    """The agency named at token ``i``, the end of its name, and how strongly it is credited."""
    before = tokens.forms[i - 1] if i else "("
    bracketed = before in _OPENERS
    after_agency = before.endswith(_AGENCY)
    form = tokens.forms[i]
    for peeled in peel(form) or (Peeled((), form, 0),):
        stem = peeled.stem if "ال" not in peeled.before else "ال" + peeled.stem
        found = agencies.at(tokens.forms, i, stem, in_credit=after_agency or (bracketed and not peeled.lead))
        if found:
            name, end = found
            told = "ل" in peeled.before or (after_agency and before.removesuffix(_AGENCY).endswith("ل"))
            signed = edge and (bracketed or before.endswith(("-", "وكاله"))) and not told
            return name, end, Strength.SIGNED if signed else Strength.TOLD if told else Strength.NAMED
    return None


def _given(reading: Reading, agencies: Agencies) -> dict[str, Credit]:
    """Credits among what the source says about the article: its agency and its author."""
    found: dict[str, Credit] = {}
    for given in (reading.article.agency, reading.article.author):
        tokens = tokenise(given or "")
        for i, form in enumerate(tokens.forms):
            named = agencies.at(tokens.forms, i, form, in_credit=True)
            if named:
                found[named[0]] = Credit(named[0], Strength.SIGNED, Pointer(reading.article.id, 0, 0))
    return found
