from tawatur.lexicon.calendar import Calendar
from tawatur.model import Time
from tawatur.text import Document


def find_times(document: Document, calendar: Calendar) -> tuple[Time, ...]:
    return ()
