"""The table of words for times, and what each of its rows says about a word."""

from collections.abc import Iterable
from enum import Enum

import msgspec

from tawatur.lexicon.numbers import spellings

Phrase = tuple[str, ...]


class Kind(Enum):
    """What a word for a time names."""

    MONTH = "month"
    HIJRI = "hijri month"
    WEEKDAY = "weekday"
    UNIT = "unit"
    DEICTIC = "deictic day"
    REFERENCE = "reference"
    RELATION = "relation"
    PART = "part of day"
    CLOCK_PART = "clock part"
    EDGE = "edge"
    SEASON = "season"
    DECADE = "decade"
    ORDINAL = "ordinal"
    HOUR = "hour"
    FEAST = "feast"
    REPEAT = "repeat"
    EVERY = "every"
    THIS = "this"
    WITHIN = "within"
    PERIOD = "part of year"


class TimeWord(msgspec.Struct, frozen=True, gc=False):
    """One reading of a word or phrase: what it names and its value.

    ``number`` is "singular", "dual" or "plural" of a unit; ``doubtful`` words are more often
    something else. ``bare`` marks weekdays and the like without their article.
    """

    kind: Kind
    value: int | str
    number: str = ""
    doubtful: bool = False
    bare: bool = False
    extra: str | int | None = None
    hijri: bool = False


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of the calendar; which of the fields it has depends on its section."""

    gloss: str = ""
    words: Phrase = ()
    doubtful: Phrase = ()
    bare: Phrase = ()
    singular: Phrase = ()
    dual: Phrase = ()
    plural: Phrase = ()
    month: int | None = None
    day: int | None = None
    unit: str | None = None
    shift: int | None = None
    part: str | None = None
    value: int | str | None = None
    toward: int | None = None
    hour: int | None = None
    season: str | None = None
    decade: int | None = None
    hijri: bool = False
    example: str = ""


class Clock(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words around a clock time."""

    hour: Phrase
    less: Phrase
    minute: Phrase
    half: Phrase
    quarter: Phrase
    third: Phrase
    zone: Phrase
    zone_names: Phrase
    universal: Phrase


class PastAlone(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The word for the past as a noun, and what it stands after."""

    word: str
    after: Phrase
    value: str


class Names(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words beside which a word for a time is part of a name."""

    before_today: Phrase
    countries_before_today: Phrase
    outlets: Phrase
    after_today: Phrase
    before_year: Phrase
    before_part: Phrase
    before_date: Phrase
    before_figures: Phrase


class Future(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words, and prefixes of verbs, of one tense."""

    gloss: str
    words: Phrase
    prefixes: Phrase = ()
    presents: Phrase = ()
    past_of_presents: Phrase = ()


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file ``calendar.yaml``."""

    months: tuple[Entry, ...]
    hijri_months: tuple[Entry, ...]
    weekdays: tuple[Entry, ...]
    units: tuple[Entry, ...]
    need: Phrase
    deictic_days: tuple[Entry, ...]
    references: tuple[Entry, ...]
    references_after: Phrase
    references_adjectives: Phrase
    of_time: Phrase
    past_alone: PastAlone
    within: Phrase
    relations: tuple[Entry, ...]
    further: Phrase
    these: Phrase
    same_before: Phrase
    same_after: Phrase
    opening: Phrase
    parts: tuple[Entry, ...]
    clock_parts: tuple[Entry, ...]
    edges: Entry
    first_of: Phrase
    weekend: Phrase
    holiday: Phrase
    parts_alone: Phrase
    parts_without_article: Phrase
    part_adjectives: Phrase
    seasons: tuple[Entry, ...]
    season_names: Phrase
    season_word: Phrase
    dated_by: Phrase
    month_before: Phrase
    quarter_after: Phrase
    first_few: Phrase
    first_before: Phrase
    counted_by_time: Phrase
    decades: tuple[Entry, ...]
    fractions_of_year: tuple[Entry, ...]
    last_part: Phrase
    kinds_of_year: Phrase
    kinds_of_season: Phrase
    ordinals: tuple[Entry, ...]
    ordinals_before_ten: Phrase
    clock: Clock
    approximately: Phrase
    feasts: tuple[Entry, ...]
    repeats: tuple[Entry, ...]
    every: Phrase
    length_before: Phrase
    ago: Phrase
    ahead: Phrase
    since: Phrase
    range_openers: Phrase
    open_words: Phrase
    last_few: Phrase
    whole: Phrase
    of_now: Phrase
    bounds: Phrase
    aged: Phrase
    age: Phrase
    names: Names
    prepositions: Phrase
    future: Future
    not_future: Phrase
    past: Future


def time_words(table: Table) -> Iterable[tuple[Phrase, TimeWord]]:
    """Every row of the table as the words it lists and what they name."""
    for kind, entries in ((Kind.MONTH, table.months), (Kind.HIJRI, table.hijri_months)):
        for row in entries:
            yield row.words, TimeWord(kind, row.month or 0)
            yield row.doubtful, TimeWord(kind, row.month or 0, doubtful=True)
    for row in table.weekdays:
        yield row.words, TimeWord(Kind.WEEKDAY, row.day or 0)
        yield row.bare, TimeWord(Kind.WEEKDAY, row.day or 0, bare=True)
    for row in table.units:
        for number in ("singular", "dual", "plural"):
            yield getattr(row, number), TimeWord(Kind.UNIT, row.unit or "", number)
    for row in table.deictic_days:
        yield (*row.words, *row.bare), TimeWord(Kind.DEICTIC, row.shift or 0, extra=row.part)
    for row in table.references:
        yield row.words, TimeWord(Kind.REFERENCE, row.value or "")
    for row in table.relations:
        yield row.words, TimeWord(Kind.RELATION, row.toward or 0)
    for row in table.parts:
        yield row.words, TimeWord(Kind.PART, row.part or "")
    for row in table.clock_parts:
        yield row.words, TimeWord(Kind.CLOCK_PART, row.hour or 0)
    for row in table.seasons:
        yield row.words, TimeWord(Kind.SEASON, row.season or "")
    for row in table.fractions_of_year:
        yield row.words, TimeWord(Kind.PERIOD, row.part or "")
    for row in table.decades:
        yield row.words, TimeWord(Kind.DECADE, row.decade or 0)
    for row in table.ordinals:
        yield row.words, TimeWord(Kind.ORDINAL, row.value or 0)
    for row in table.feasts:
        yield row.words, TimeWord(Kind.FEAST, row.month or 0, extra=row.day, hijri=row.hijri)
    for row in table.repeats:
        yield row.words, TimeWord(Kind.REPEAT, row.value or "")
    yield table.edges.words, TimeWord(Kind.EDGE, 0)
    yield table.clock.hour, TimeWord(Kind.HOUR, 0)
    yield table.every, TimeWord(Kind.EVERY, 0)
    yield table.these, TimeWord(Kind.THIS, 0)
    yield table.within, TimeWord(Kind.WITHIN, 0)


def word_sets(table: Table) -> dict[str, frozenset[str]]:
    """The plain word sets of the table by their names, folded."""
    groups: dict[str, Phrase] = {name: getattr(table, name) for name in _PLAIN}
    groups |= {f"names_{name}": getattr(table.names, name) for name in Names.__struct_fields__}
    groups |= {f"clock_{name}": getattr(table.clock, name) for name in Clock.__struct_fields__}
    groups |= {
        "future": table.future.words,
        "future_prefixes": table.future.prefixes,
        "presents": (*table.future.presents, *(f"ت{verb[1:]}" for verb in table.future.presents)),
        "past_of_presents": table.future.past_of_presents,
        "past": table.past.words,
        "past_alone": (table.past_alone.word,),
        "past_alone_after": table.past_alone.after,
    }
    months = [word for row in table.units if row.unit == "M" for word in (*row.singular, *row.plural)]
    groups["months"] = (*months, *(f"ال{word}" for word in months))
    return {name: frozenset(spellings(words)) for name, words in groups.items()}


_PLAIN = {name for name in Table.__struct_fields__ if Table.__annotations__[name] is Phrase}
