"""A situation of one story out of many shows only its own articles."""

from flights import EVENING, MORNING, RETOLD, flights
from msgspec.structs import replace

from tawatur.dossier import show_dossier
from tawatur.dossier.clipping import clipped
from tawatur.model import Copy, CopyKind


def test_names_and_copies_are_cut_to_the_articles_at_hand() -> None:
    whole, _ = flights()
    part = replace(whole, articles=tuple(a for a in whole.articles if a.id in {MORNING.id, EVENING.id}))
    kept = clipped(part)
    assert {place.article for i in kept.identities for place in i.mentions} == {MORNING.id, EVENING.id}
    assert [(s.text, s.count) for s in kept.identities[0].names] == [("سليم الحداد", 1)]
    assert kept.copies == ()


def test_what_lies_inside_stays_as_it_is() -> None:
    whole, _ = flights()
    assert clipped(whole) == whole


def test_a_dossier_of_a_part_leads_nowhere_outside() -> None:
    whole, readings = flights()
    far = Copy("copy:2", (MORNING.id, "elsewhere"), CopyKind.WHOLE)
    part = replace(whole, copies=(*whole.copies, far))
    (retelling,) = show_dossier(part, readings).stories[0].retellings
    assert [place.outlet for place in retelling.articles] == [MORNING.outlet, RETOLD.outlet]
