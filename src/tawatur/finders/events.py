from tawatur.lexicon.happenings import Happenings
from tawatur.model import Entity, Event, Quantity, Statement, Time
from tawatur.text import Document


def find_events(
    document: Document,
    happenings: Happenings,
    entities: tuple[Entity, ...],
    times: tuple[Time, ...],
    quantities: tuple[Quantity, ...],
    statements: tuple[Statement, ...],
) -> tuple[Event, ...]:
    return ()
