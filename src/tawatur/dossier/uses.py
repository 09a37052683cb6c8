"""Where on the page a place in an article is made use of, so that a highlight can lead back."""

from collections.abc import Iterable

from tawatur.dossier.comparisons import is_about_number
from tawatur.dossier.sources import anchor
from tawatur.model import Pointer, Situation


def places_used(situation: Situation) -> dict[Pointer, str]:
    """Every place that a number, finding or happening rests on, with the address of the first that does."""
    uses: dict[Pointer, str] = {}
    for address, places in _rests(situation):
        for place in places:
            uses.setdefault(place, address)
    return uses


def _rests(situation: Situation) -> Iterable[tuple[str, Iterable[Pointer]]]:
    for measure in situation.measures:
        address = f"#{anchor('number', measure.id)}"
        yield address, (figure.place for figure in measure.figures)
        yield address, (place for reason in measure.reasons for place in reason.places)
    for finding in situation.findings:
        about = ("number", finding.about or "") if is_about_number(finding) else ("finding", finding.id)
        address = f"#{anchor(*about)}"
        yield address, (place for side in finding.sides for place in side)
        yield address, (place for reason in finding.reasons for place in reason.places)
    for happening in situation.timeline:
        yield f"#{anchor('happening', happening.id)}", happening.evidence
