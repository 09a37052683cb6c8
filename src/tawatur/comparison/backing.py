"""What stands behind a clause: on whose behalf it is said, and which measures its figures are of."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from tawatur.comparison.propositions import Counted, Proposition
from tawatur.comparison.tellers import BODY
from tawatur.model import Figure, Measure, Origin, Pointer

_PERSON = "per:"


def placed(
    told: Iterable[Proposition], origins: Sequence[Origin], measures: Sequence[Measure]
) -> Iterator[Proposition]:
    """The propositions with their side and what they count.

    A side is a body or a person: who speaks for a government may say anything of everything.
    """
    sides = {o.statement: o.principal for o in origins if o.principal.startswith((BODY, _PERSON))}
    figures = {figure.place: _counted(measure, figure) for measure in measures for figure in measure.figures}
    for proposition in told:
        side = sides.get(proposition.cue)
        yield msgspec.structs.replace(proposition, side=side, counted=_figures_of(proposition, figures))


def _counted(measure: Measure, figure: Figure) -> Counted:
    return measure.id, figure.low, figure.high


def _figures_of(proposition: Proposition, figures: dict[Pointer, Counted]) -> frozenset[Counted]:
    article = proposition.content.place.article
    places = (Pointer(article, q.start, q.end) for q in proposition.content.quantities)
    return frozenset(figures[place] for place in places if place in figures)
