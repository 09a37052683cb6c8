from tawatur.lexicon.names import Names
from tawatur.model import Entity
from tawatur.text import Document


def find_mentions(document: Document, names: Names) -> tuple[Entity, ...]:
    return ()
