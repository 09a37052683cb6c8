"""Where a place in an article is made use of, so that a highlight can lead back."""

from collections.abc import Iterable

from tawatur.dossier.comparisons import is_about_number
from tawatur.dossier.sources import Addresses
from tawatur.model import Pointer, Situation


def places_used(situation: Situation, addresses: Addresses) -> dict[Pointer, str]:
    """Every place that a number, finding or happening rests on, with the address of the first that does."""
    uses: dict[Pointer, str] = {}
    for address, places in _rests(situation, addresses):
        for place in places:
            uses.setdefault(place, address)
    return uses


def _rests(situation: Situation, addresses: Addresses) -> Iterable[tuple[str, Iterable[Pointer]]]:
    for measure in situation.measures:
        address = addresses.number(measure.id)
        yield address, (figure.place for figure in measure.figures)
        yield address, (place for reason in measure.reasons for place in reason.places)
    for finding in situation.findings:
        about_number = finding.about if is_about_number(finding) else None
        address = addresses.number(about_number) if about_number else addresses.finding(finding.id)
        yield address, (place for side in finding.sides for place in side)
        yield address, (place for reason in finding.reasons for place in reason.places)
    for happening in situation.timeline:
        yield addresses.happening(happening.id), happening.evidence
