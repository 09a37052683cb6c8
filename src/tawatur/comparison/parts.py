"""Which figures are no total: parts of others, what only came on top, what was corrected."""

from collections.abc import Sequence

from tawatur.comparison.contents import Told
from tawatur.comparison.terms import stems
from tawatur.model import Modifier, Quantity, Span

_AMONG, _NOT = "بين", ("لا", "وليس", "ليس")
_OF, _FROM_AMONG = "من", ("من", "بين")
_COMMA = "،"
_NEAR = 3


def is_no_total(told: Told, quantity: Quantity) -> bool:
    """Whether a figure is a part of another, or named only to be replaced: "59 قتيلاً لا 68"."""
    inside = told.range(Span(quantity.start, quantity.end))
    corrected = inside.start > 0 and told.tokens.forms[inside.start - 1] in _NOT
    return corrected or _is_part(told, inside) or _is_of_those(told, quantity, inside)


def is_added(told: Told, noun: Span) -> bool:
    """Whether the counted only came on top of others: "خمس جثث جديدة"."""
    return _any(told, told.range(noun), told.terms.meaning.tallies.added)


def is_of_some(told: Told, noun: Span, after: Span) -> bool:
    """Whether only the gravely hurt, or women or children are counted: "120 مصاباً في حالة حرجة"."""
    tallies = told.terms.meaning.tallies
    near = told.range(after)[:_NEAR]
    return _any(told, told.range(noun), tallies.some_people) or _any(told, near, tallies.grave)


def _any(told: Told, tokens: Sequence[int], words: frozenset[str]) -> bool:
    return any(not words.isdisjoint(stems(told.tokens.forms[i])) for i in tokens)


def without_parts(told: Told, tokens: Sequence[int]) -> list[int]:
    """The tokens but for those that tell of a part: "تسعة أشخاص | ، بينهم خمسة جنود | ، قتلوا"."""
    kept: list[int] = []
    inside = False
    for i in tokens:
        inside = begins_part(told, i) or (inside and told.tokens.forms[i] != _COMMA)
        if not inside:
            kept.append(i)
    return kept


def begins_part(told: Told, i: int) -> bool:
    """Whether a token begins to tell who is among the counted: "بينهم", "منهم"."""
    forms = told.tokens.forms
    return forms[i] in told.terms.meaning.parts and i > 0 and forms[i - 1] in (_COMMA, _OF)


def _is_part(told: Told, inside: range) -> bool:
    """Whether the words beside say so: "ثلاثة منهم", "بينهم 10 طلاب", "من بين الضحايا ست نساء".

    What parts follow is itself the whole: "150 شخصاً بينهم 20 طفلاً".
    """
    forms, parts = told.tokens.forms, told.terms.meaning.parts
    before = inside.start > 0 and forms[inside.start - 1] in parts
    before = before or tuple(forms[max(0, inside.start - 3) : inside.start - 1]) == _FROM_AMONG
    follows = inside.stop < len(forms) and forms[inside.stop] in parts
    whole = follows and (forms[inside.stop].startswith(_AMONG) or inside.stop + 1 in told.figures)
    return before or (follows and not whole)


def _is_of_those(told: Told, quantity: Quantity, inside: range) -> bool:
    """Whether "من" and those to whom something happened follow: "أربعة من المفقودين", "8 من الذين أصيبوا"."""
    forms, meaning = told.tokens.forms, told.terms.meaning
    if quantity.modifier is Modifier.VAGUE:
        return False
    for i in (*inside, inside.stop):
        if i + 1 < len(forms) and forms[i] == _OF:
            term = told.term(i + 1)
            if forms[i + 1] in meaning.tallies.who:
                return True
            return bool(term and term.concept in meaning.of_people & meaning.states)
    return False
