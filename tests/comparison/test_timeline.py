"""Dated events, each once, with every place that tells of it."""

from datetime import date
from itertools import permutations

import msgspec
import pytest
from papers import entity, identity, paper, span, statement

from tawatur.comparison.happenings import days_of
from tawatur.comparison.timeline import build_timeline
from tawatur.lexicon.happenings import load_happenings
from tawatur.lexicon.rarity import load_rarity
from tawatur.model import Event, Happening, Identity, Modality, Origin, Pointer, Reading

RARITY, HAPPENINGS = load_rarity(), load_happenings()


def article(name: str, *events: tuple[str, str | None, str | None], **more: object) -> Reading:
    """An article of one line an event: its words, class and date."""
    reading = paper(name, "\n".join(words for words, _, _ in events))
    found = []
    for number, (words, kind, day) in enumerate(events, 1):
        place = span(reading, words)
        event = Event(
            f"e{number}", place.start, place.end, place, kind, "verb", date=day, when=place if day else None
        )
        found.append(msgspec.structs.replace(event, **more))
    return msgspec.structs.replace(reading, events=tuple(found))


def timeline(
    *readings: Reading, identities: tuple[Identity, ...] = (), origins: tuple[Origin, ...] = ()
) -> tuple[Happening, ...]:
    return build_timeline(readings, identities, origins, RARITY, HAPPENINGS)


BOMB = "انفجر صهريج وقود قرب محطة القطارات القديمة"


def test_one_event_in_two_articles_is_one_line_with_both_places() -> None:
    one = article("a", (f"{BOMB} صباح الأحد", "ASSAULT", "2024-03-10"))
    other = article("b", (f"أمس {BOMB}", "ASSAULT", "2024-03-10"))
    [line] = timeline(one, other)
    assert (line.date, line.event) == ("2024-03-10", "ASSAULT")
    assert [place.article for place in line.evidence] == ["a", "b"]


def test_what_nature_does_to_a_place_in_a_day_is_one_line_in_other_words() -> None:
    one = article("a", ("الزلزال العنيف الذي ضرب الجزيرة", None, "2024-03-10"))
    other = article("b", ("للهزة الأرضية التي شعر بها السكان", None, "2024-03-10"))
    flood = article("c", ("الفيضان الذي غمر الوادي", None, "2024-03-10"))
    assert [len(line.evidence) for line in timeline(one, other, flood)] == [2, 1]


def test_events_of_other_classes_or_other_days_are_other_lines() -> None:
    one = article("a", (BOMB, "ASSAULT", "2024-03-10"), (f"{BOMB} ثم", None, "2024-03-10"))
    other = article("b", (BOMB, "ASSAULT", "2024-03-20"))
    assert [line.date for line in timeline(one, other)] == ["2024-03-10", "2024-03-10", "2024-03-20"]


def test_a_month_holds_its_days_and_the_day_is_the_date() -> None:
    one, other = article("a", (BOMB, "AID", "2024-03")), article("b", (BOMB, "AID", "2024-03-10"))
    assert [line.date for line in timeline(one, other)] == ["2024-03-10"]


def test_what_is_told_without_a_date_joins_the_event_it_recalls() -> None:
    dated = article("a", (f"{BOMB} صباح الأحد", "ASSAULT", "2024-03-10"))
    recalled = article("b", (f"كان {BOMB}", "ASSAULT", None), ("هجوم على مخبز الحي الغربي", "ASSAULT", None))
    [line] = timeline(dated, recalled)
    assert [place.article for place in line.evidence] == ["a", "b"]


def test_an_attack_known_by_its_day_alone_is_the_attack_of_the_day() -> None:
    full, vague = (
        article("a", (BOMB, "ASSAULT", "2024-03-10")),
        article("b", ("وقع الهجوم ظهراً", "ASSAULT", "2024-03-10")),
    )
    assert len(timeline(full, vague)) == 1


def test_two_speakers_condemning_on_one_day_are_two_lines() -> None:
    one = article("a", ("أدانت النقابة حرق المكتبة", "ACCUSE", "2024-03-10"), actors=("org:union",))
    other = article("b", ("أدانت الجامعة حرق المكتبة", "ACCUSE", "2024-03-10"), actors=("org:college",))
    assert len(timeline(one, other)) == 2


def test_one_speaker_condemning_in_other_words_is_one_line() -> None:
    one = article("a", ("أدانت النقابة حرق المكتبة", "ACCUSE", "2024-03-10"), actors=("org:union",))
    other = article("b", ("ووصفته بالجريمة البشعة", "ACCUSE", "2024-03-10"), actors=("org:union",))
    assert len(timeline(one, other)) == 1


@pytest.mark.parametrize("modality", [Modality.NEGATED, Modality.HYPOTHETICAL])
def test_what_did_not_happen_is_no_line(modality: Modality) -> None:
    assert timeline(article("a", (BOMB, "ASSAULT", "2024-03-10"), modality=modality)) == ()


def test_what_is_to_come_is_future_until_somebody_tells_it_happened() -> None:
    planned = article("a", ("ينعقد مؤتمر المياه في التلة", "CONSULT", "2024-03-12"), modality=Modality.FUTURE)
    held = article("b", ("انعقد مؤتمر المياه في التلة", "CONSULT", "2024-03-12"))
    assert [line.modality for line in timeline(planned)] == ["future"]
    assert [line.modality for line in timeline(planned, held)] == ["asserted"]


def test_nothing_is_dated_by_nobody() -> None:
    assert timeline(article("a", (BOMB, "ASSAULT", None))) == ()


def test_a_date_of_the_paper_only_is_said_to_be_that() -> None:
    reading = article("a", (BOMB, "ASSAULT", "2024-03-10"), when=None)
    assert [why.reason for why in timeline(reading)[0].reasons] == ["published"]


def test_articles_that_date_one_event_differently_are_shown_with_both_dates() -> None:
    one, other = article("a", (BOMB, "ASSAULT", "2024-03-10")), article("b", (BOMB, "ASSAULT", "2024-03-11"))
    [line] = timeline(one, other)
    assert [why.note for why in line.reasons] == ["2024-03-10", "2024-03-11"]


def test_a_line_names_identities_and_on_whose_word_it_stands() -> None:
    reading = article(
        "a", (f"قال حارس إن {BOMB} في الزرقاء", "ASSAULT", "2024-03-10"), statement="s1", place="gpe:zarqa"
    )
    said = statement(reading, "قال", "anon:حارس", content=f"{BOMB} في الزرقاء")
    reading = msgspec.structs.replace(
        reading, statements=(said,), entities=(entity(reading, "gpe:zarqa", "الزرقاء"),)
    )
    zarqa = identity("gpe:i7", "الزرقاء", [("a", "gpe:zarqa")])
    origin = Origin(Pointer("a", said.cue.start, said.cue.end), "anon:حارس", "حارس")
    [line] = timeline(reading, identities=(zarqa,), origins=(origin,))
    assert (line.place, line.told_by) == ("gpe:i7", ("anon:حارس",))


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_order_of_articles_does_not_matter(order: tuple[int, ...]) -> None:
    papers = [
        article("a", (BOMB, "ASSAULT", "2024-03-10"), ("فازت ليلى بالسباق", None, "2024-03-09")),
        article("b", (f"أمس {BOMB}", "ASSAULT", "2024-03-10"), ("وقع الهجوم", "ASSAULT", "2024-03-10")),
        article("c", (f"كان {BOMB}", "ASSAULT", None)),
    ]
    assert timeline(*(papers[i] for i in order)) == timeline(*papers)


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-02-10", date(2024, 2, 10), date(2024, 2, 10)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2024-W10", date(2024, 3, 4), date(2024, 3, 10)),
        ("2024-02-10/2024-03", date(2024, 2, 10), date(2024, 3, 31)),
    ],
)
def test_a_value_is_the_days_it_covers(value: str, first: date, last: date) -> None:
    assert days_of(value) == (first, last)


@pytest.mark.parametrize(
    "value", [None, "", "XXXX-10", "2024-13", "2024-02-30", "PAST_REF", "199", "2024-WXX"]
)
def test_a_value_without_days_has_none(value: str | None) -> None:
    assert days_of(value) is None
