"""Arabic as data: everything the finders know about words.

Each part is a module with a ``load_…`` function and its YAML in ``arabic/``; the loader folds
every entry with the very function used on articles.
"""

import gc
from functools import cache

import msgspec

from tawatur.lexicon.agencies import Agencies, load_agencies
from tawatur.lexicon.calendar import Calendar, load_calendar
from tawatur.lexicon.happenings import Happenings, load_happenings
from tawatur.lexicon.meaning import Meaning, load_meaning
from tawatur.lexicon.names import Names, load_names
from tawatur.lexicon.numbers import Numbers, load_numbers
from tawatur.lexicon.offices import Offices, load_offices
from tawatur.lexicon.page import Page, load_page
from tawatur.lexicon.rarity import Rarity, load_rarity
from tawatur.lexicon.speech import Speech, load_speech


class Lexicon(msgspec.Struct, frozen=True):
    """What each finder and each linking stage is handed."""

    page: Page
    names: Names
    calendar: Calendar
    numbers: Numbers
    speech: Speech
    events: Happenings
    agencies: Agencies
    rarity: Rarity
    meaning: Meaning
    offices: Offices


@cache
def load_lexicon() -> Lexicon:
    """The lexicon that ships with Tawatur; loaded once. Raises LexiconError.

    It lives as long as its process, so the garbage collector is told to leave it alone: walking
    its hundred thousand values took 90 ms each time.
    """
    names, numbers = load_names(), load_numbers()
    lexicon = Lexicon(
        page=load_page(names),
        names=names,
        calendar=load_calendar(numbers),
        numbers=numbers,
        speech=load_speech(),
        events=load_happenings(),
        agencies=load_agencies(),
        rarity=load_rarity(),
        meaning=load_meaning(),
        offices=load_offices(names),
    )
    gc.freeze()
    return lexicon
