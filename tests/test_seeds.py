"""What the five real articles must show, whatever else is found in them."""

from pathlib import Path

import pytest

from tawatur import flow
from tawatur.index import Index
from tawatur.ledger import Ledger
from tawatur.model import FindingKind, Situation

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def looked_up(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Index, Situation]:
    """The situation of the five articles, and where to look its words up."""
    folder = tmp_path_factory.mktemp("seeds")
    with Ledger(folder) as ledger:
        tally = flow.add(ledger, [str(shared / "corpora/seeds.jsonl")])
    assert (tally.added, tally.refused) == (5, [])
    return flow.look_up(folder)


@pytest.mark.parametrize("bounds", [(1500, None), (8000, 8000), (10000, 10000), (10000, 12000)])
def test_the_troop_numbers_stand_by_speaker_and_date(
    looked_up: tuple[Index, Situation], bounds: tuple[float | None, float | None]
) -> None:
    _, situation = looked_up
    figures = [figure for measure in situation.measures for figure in measure.figures]
    found = [figure for figure in figures if (figure.low, figure.high) == bounds]
    assert any(figure.speaker and figure.time for figure in found), figures


def test_the_denials_stand_against_the_assertions(looked_up: tuple[Index, Situation]) -> None:
    index, situation = looked_up
    disputed = [finding for finding in situation.findings if finding.kind is FindingKind.DISPUTED]
    acts = [
        {statement.act.value for pointer in side if (statement := index.statement(pointer))}
        for finding in disputed
        for side in finding.sides
    ]
    assert any("deny" in side or "withhold" in side for side in acts)
    assert any(side & {"say", "announce", "affirm", "allege", "accuse"} for side in acts)


def test_the_minister_is_one_person_in_every_spelling(looked_up: tuple[Index, Situation]) -> None:
    _, situation = looked_up
    spellings = [{spelling.text for spelling in identity.names} for identity in situation.identities]
    assert any({"تشوي سون هوي", "شو سون هوي"} <= names for names in spellings)


def test_the_two_koreas_and_two_kims_stay_apart(looked_up: tuple[Index, Situation]) -> None:
    _, situation = looked_up
    for identity in situation.identities:
        names = {spelling.text for spelling in identity.names}
        assert not {"كوريا الشمالية", "كوريا الجنوبية"} <= names
        assert not {"كيم جونغ أون", "كيم يونغ هيون"} <= names
