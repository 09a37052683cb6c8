from tawatur.lexicon.speech import Speech
from tawatur.model import Entity, Statement, Time
from tawatur.text import Document


def find_statements(
    document: Document, speech: Speech, entities: tuple[Entity, ...], times: tuple[Time, ...]
) -> tuple[Statement, ...]:
    return ()
