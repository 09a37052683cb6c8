from collections.abc import Sequence

from tawatur.lexicon.names import Names
from tawatur.model import Identity, Judgement, Reading


def link_entities(
    readings: Sequence[Reading], names: Names, judgements: Sequence[Judgement] = ()
) -> tuple[Identity, ...]:
    return ()
