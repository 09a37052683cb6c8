"""Number words: what each one counts for, in every spelling, case and gender."""

from collections.abc import Collection, Iterable
from enum import Enum

import msgspec

from tawatur.errors import LexiconError
from tawatur.lexicon.counting import Counting, load_counting
from tawatur.tables import load_table
from tawatur.text import Memo, fold, peel


class Role(Enum):
    """The part a number word plays in a numeral."""

    ONE = "one"
    BOUND_ONE = "one before ten"
    TEN = "ten"
    HUNDRED = "hundred"
    SCALE = "scale"
    DUAL = "dual"
    OPEN = "open"
    FRACTION = "fraction"
    FRACTIONS = "fractions"
    FEW = "few"


class NumberWord(msgspec.Struct, frozen=True, gc=False):
    """A number word as it stands in a text: ``lead`` letters of attached particles, then the word.

    ``joined`` is an attached conjunction, ``attached`` an attached preposition. ``scale`` is what
    the form multiplies by after a number: أَلْفًا is a thousand then, أَلْفَا alone two thousand.
    """

    role: Role
    value: float
    lead: int = 0
    joined: bool = False
    attached: bool = False
    definite: bool = False
    scale: float | None = None

    @property
    def start(self) -> int:
        """How many letters stand before the word with its article."""
        return self.lead - 2 * self.definite


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A value and the words for it."""

    value: float
    gloss: str
    words: tuple[str, ...]


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One n-th: its singular, dual and plural."""

    value: float
    gloss: str
    words: tuple[str, ...]
    dual: tuple[str, ...]
    plural: tuple[str, ...]


class Few(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words for a few, and how many that is."""

    low: int
    high: int
    gloss: str
    words: tuple[str, ...]


class Signs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that act as signs inside a numeral."""

    minus: tuple[str, ...]
    point: tuple[str, ...]
    over: tuple[str, ...]
    reversed_point: str
    below_zero: tuple[str, ...]


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file ``numbers.yaml``."""

    ones: tuple[Entry, ...]
    bound_ones: tuple[Entry, ...]
    tens: tuple[Entry, ...]
    hundreds: tuple[Entry, ...]
    scales: tuple[Entry, ...]
    duals: tuple[Entry, ...]
    open: tuple[Entry, ...]
    fractions: tuple[Part, ...]
    few: Few
    signs: Signs


class Numbers:
    """Everything the reading of quantities knows about words; ask ``word`` for a number word."""

    def __init__(self, words: dict[str, NumberWord], few: Few, signs: Signs, counting: Counting) -> None:
        self.few = few
        self.signs = signs
        self.counting = counting
        self.begins = Memo(self._begins)
        """Whether a numeral may begin with a form: figures or a number word."""
        self._words = words
        self._found = Memo(self._look_up)

    @property
    def stems(self) -> Collection[str]:
        """The number words themselves, without anything attached."""
        return self._words.keys()

    def word(self, form: str) -> NumberWord | None:
        """The number word that a folded form is, with or without attached particles, or None.

        >>> load_numbers().word("وثلاثمائة").value
        300.0
        """
        return self._found[form]

    def _begins(self, form: str) -> bool:
        return "0" <= form[0] <= "9" or self._found[form] is not None

    def _look_up(self, form: str) -> NumberWord | None:
        for reading in peel(form):
            word = self._words.get(reading.stem)
            if word is None or "س" in reading.before:
                continue
            particles = set(reading.before)
            return msgspec.structs.replace(
                word,
                lead=reading.lead,
                joined=bool(particles & {"و", "ف"}),
                attached=bool(particles - {"و", "ف", "ال"}),
                definite="ال" in particles,
            )
        return None


def load_numbers() -> Numbers:
    """The number words that ship with Tawatur; raises LexiconError."""
    table = load_table("tawatur.lexicon.arabic", "numbers", Table)
    words: dict[str, NumberWord] = {}
    for role, entries in (
        (Role.ONE, table.ones),
        (Role.BOUND_ONE, table.bound_ones),
        (Role.TEN, table.tens),
        (Role.HUNDRED, table.hundreds),
        (Role.OPEN, table.open),
    ):
        _add(words, role, entries)
    for part in table.fractions:
        _add(words, Role.FRACTION, [Entry(1 / part.value, part.gloss, part.words)])
        _add(words, Role.FRACTION, [Entry(2 / part.value, part.gloss, part.dual)])
        _add(words, Role.FRACTIONS, [Entry(1 / part.value, part.gloss, part.plural)])
    _add(words, Role.FEW, [Entry(table.few.low, table.few.gloss, table.few.words)])
    _add_scales(words, table)
    return Numbers(words, table.few, _folded_signs(table.signs), load_counting())


def _folded_signs(signs: Signs) -> Signs:
    return Signs(
        tuple(map(fold, signs.minus)),
        tuple(map(fold, signs.point)),
        tuple(map(fold, signs.over)),
        fold(signs.reversed_point),
        tuple(map(fold, signs.below_zero)),
    )


def _add(words: dict[str, NumberWord], role: Role, entries: Iterable[Entry]) -> None:
    for entry in entries:
        for spelling in spellings(entry.words):
            if spelling in words:
                raise LexiconError(f"numbers.yaml: {spelling!r} is listed twice; merge the two entries")
            words[spelling] = NumberWord(role, float(entry.value))


def _add_scales(words: dict[str, NumberWord], table: Table) -> None:
    """Scales last: a form may be a scale after a number and a dual or an open plural alone."""
    scales = {form: float(entry.value) for entry in table.scales for form in spellings(entry.words)}
    duals = {form: float(entry.value) for entry in table.duals for form in spellings(entry.words)}
    for form in scales.keys() | duals.keys():
        scale = scales.get(form)
        if form in words:
            words[form] = msgspec.structs.replace(words[form], scale=scale)
        elif form in duals:
            words[form] = NumberWord(Role.DUAL, duals[form], scale=scale)
        elif scale is not None:
            words[form] = NumberWord(Role.SCALE, scale, scale=scale)


def spellings(words: Iterable[str]) -> list[str]:
    """The folded spellings of words, a final ta marbuta also as the ha of hasty typing."""
    found: dict[str, None] = {}
    for word in words:
        form = fold(word)
        found[form] = None
        if form.endswith("ة"):
            found[form[:-1] + "ه"] = None
    return list(found)
