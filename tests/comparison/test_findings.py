"""What findings say: kinds, origins, credibility, judgements, places."""

import re
from typing import Any

import msgspec
import pytest
from handmade import identities, made_ready, origins, reading, readings
from hypothesis import given
from hypothesis import strategies as st
from test_claims import CASES as CLAIMS
from test_measures import CASES as MEASURES

from tawatur.comparison.claims import compare_claims
from tawatur.comparison.findings import find_findings
from tawatur.comparison.findings.credibility import credibility
from tawatur.comparison.measures import compare_measures
from tawatur.model import (
    Event,
    Fact,
    FactKind,
    Finding,
    FindingKind,
    Judgement,
    Origin,
    Reading,
    Span,
    Time,
    TimeType,
    Verdict,
)

CASES = [*CLAIMS, *MEASURES]


def found(
    told: list[Reading], judgements: tuple[Judgement, ...] = (), who: tuple[Origin, ...] | None = None
) -> tuple[Finding, ...]:
    who = origins(told) if who is None else who
    ready = made_ready(told)
    measures, claims = compare_measures(ready, who), compare_claims(ready)
    return find_findings(ready, identities(told), who, measures, claims, judgements)


def said(*texts: str, speaker: str = "anon:الناطق {}") -> list[Reading]:
    return readings(
        {
            "articles": [
                {
                    "text": f"قال الناطق إن {text}.",
                    "statements": [{"cue": "قال", "speaker": speaker.format(n), "content": [text]}],
                }
                for n, text in enumerate(texts)
            ]
        }
    )


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_every_finding_points_at_two_places_and_says_why(case: dict[str, Any]) -> None:
    for finding in found(readings(case)):
        assert len({place for side in finding.sides for place in side}) >= 2
        assert finding.reasons
        assert finding.what


@given(order=st.permutations(range(len(CASES))))
def test_the_order_of_articles_changes_nothing(order: list[int]) -> None:
    told = [
        msgspec.structs.replace(one, article=msgspec.structs.replace(one.article, id=f"{n}-{m}"))
        for n, case in enumerate(CASES[:6])
        for m, one in enumerate(readings(case))
    ]
    shuffled = sorted(told, key=lambda one: order[hash(one.article.id) % len(order)])
    assert found(shuffled) == found(told)


def test_three_articles_with_one_origin_are_one_origin() -> None:
    told = said(*["المصنع الجديد لوث مياه النهر الكبير"] * 3)
    one = tuple(msgspec.structs.replace(origin, principal="الحكومة") for origin in origins(told))
    (finding,) = found(told, who=one)
    assert (finding.kind, finding.independent_origins) == (FindingKind.CORROBORATED, 1)
    assert [why.note for why in finding.reasons if why.reason == "origins"] == [
        "3 statements in 3 articles, 1 independent origins"
    ]


def test_a_claim_may_entail_one_that_is_not_among_them() -> None:
    told = said(*["المصنع الجديد لوث مياه النهر الكبير"] * 2)
    who, ready = origins(told), made_ready(told)
    (claim,) = compare_claims(ready)
    narrow = msgspec.structs.replace(claim, entails=("claim-left-out",))
    (finding,) = find_findings(ready, identities(told), who, (), (narrow,))
    assert finding.about == claim.id


def test_a_speaker_who_repeats_himself_in_one_article_corroborates_nothing() -> None:
    words = ["المصنع الجديد لوث مياه النهر الكبير", "مياه النهر الكبير لوثها المصنع الجديد"]
    told = [
        reading(
            0,
            {
                "text": f"قال المدير إن {words[0]}. وأضاف أن {words[1]}.",
                "statements": [
                    {"cue": "قال", "speaker": "anon:المدير", "content": [words[0]]},
                    {"cue": "أضاف", "speaker": "anon:المدير", "content": [words[1]]},
                ],
            },
        )
    ]
    assert found(told) == ()


def test_a_rejected_finding_is_left_out_and_a_confirmed_one_says_so() -> None:
    told = said(*["المصنع الجديد لوث مياه النهر الكبير"] * 2)
    (finding,) = found(told)
    rejected = Judgement("j1", finding.id, Verdict.REJECT, by="نادية", at="2024-03-11")
    confirmed = Judgement("j2", finding.id, Verdict.CONFIRM, by="نادية", at="2024-03-12", note="راجعت النصين")
    assert found(told, (rejected,)) == ()
    (kept,) = found(told, (rejected, confirmed))
    assert kept.id == finding.id
    assert (kept.reasons[0].reason, kept.reasons[0].note) == ("judged", "نادية: راجعت النصين")


@pytest.mark.parametrize(
    ("affirming", "denying", "expected"),
    [
        ({"a", "b", "c"}, set(), 1),
        ({"a", "b"}, set(), 2),
        ({"a"}, set(), 3),
        ({"anon:مصدر"}, set(), 6),
        ({"a", "b"}, {"c"}, 4),
        ({"a"}, {"b", "c"}, 5),
    ],
)
def test_credibility_follows_the_admiralty_scale(
    affirming: set[str], denying: set[str], expected: int
) -> None:
    assert credibility(affirming, denying) == expected


def test_one_person_given_as_a_man_and_as_a_woman() -> None:
    told = [
        _with_gender(reading(n, {"text": text, "names": {"per:m": "مينا سون"}}), title, gender)
        for n, (text, title, gender) in enumerate(
            [
                ("زار وزير الخارجية مينا سون العاصمة.", "وزير", "male"),
                ("زارت وزيرة الخارجية مينا سون العاصمة.", "وزيرة", "female"),
            ]
        )
    ]
    (finding,) = found(told)
    assert (finding.kind, finding.what) == (FindingKind.IDENTITY, "مينا سون")
    assert [[place.article for place in side] for side in finding.sides] == [["a1"], ["a0"]]


def test_one_event_on_two_days() -> None:
    told = [
        _with_event(reading(n, {"text": text, "names": {"gpe:w": "الواحة"}, "times": {when: day}}), when, day)
        for n, (text, when, day) in enumerate(
            [
                ("اصطدم قطار شحن بحافلة مدرسية قرب الواحة يوم الأحد.", "يوم الأحد", "2024-03-10"),
                ("اصطدم قطار شحن بحافلة مدرسية قرب الواحة يوم الاثنين.", "يوم الاثنين", "2024-03-11"),
            ]
        )
    ]
    (finding,) = found(told)
    assert finding.kind is FindingKind.DATE
    assert [why.note for why in finding.reasons if why.reason == "dates"] == ["2024-03-10 ≠ 2024-03-11"]


def test_one_office_and_one_last_name_beside_two_first_names() -> None:
    told = [
        _with_role(reading(n, {"text": f"زار وزير النقل {name} العاصمة.", "names": {f"per:{n}": name}}))
        for n, name in enumerate(["سامي الخطيب", "ماهر الخطيب"])
    ]
    (finding,) = found(told)
    assert finding.kind is FindingKind.IDENTITY
    assert [why.reason for why in finding.reasons] == ["name"]
    assert [[place.article for place in side] for side in finding.sides] == [["a0"], ["a1"]]


@pytest.mark.parametrize(
    ("first", "second", "kinds"),
    [
        ("شاب هو منفذ الهجوم على السوق.", "امرأة هي التي نفذت الهجوم على السوق.", [FindingKind.IDENTITY]),
        ("شاب هو منفذ الهجوم على السوق.", "رجل نفذ الهجوم على السوق.", []),
        ("شاب هو منفذ الهجوم على السوق.", "زارت امرأة السوق.", []),
        ("شاب نفذ الهجوم على السوق. ثم نفذت امرأة هجوماً.", "امرأة نفذت الهجوم على السوق.", []),
    ],
)
def test_one_deed_given_to_a_man_and_to_a_woman(first: str, second: str, kinds: list[FindingKind]) -> None:
    told = [reading(n, {"text": text}) for n, text in enumerate([first, second])]
    assert [finding.kind for finding in found(told)] == kinds


@pytest.mark.parametrize(
    ("first", "second", "kinds"),
    [
        ("مدير المصنع", "نائب مدير المصنع", [FindingKind.IDENTITY]),
        ("وزير النقل", "وزير النقل السابق", [FindingKind.IDENTITY]),
        ("وزير النقل", "وزيرة العدل", [FindingKind.IDENTITY]),
        ("وزير النقل", "وزير النقل الأردني", []),
        ("مدير المصنع", "رئيس البلدية", []),
    ],
)
def test_one_person_in_two_offices(first: str, second: str, kinds: list[FindingKind]) -> None:
    told = [
        _with_role(
            reading(n, {"text": f"زار {role} سامي الخطيب القرية.", "names": {"per:s": "سامي الخطيب"}}), role
        )
        for n, role in enumerate([first, second])
    ]
    assert [finding.kind for finding in found(told)] == kinds


@pytest.mark.parametrize(
    ("first", "second", "kinds"),
    [
        ("سامي الخطيب البالغ من العمر 24 عاماً", "سامي الخطيب، البالغ 25 عاماً،", [FindingKind.IDENTITY]),
        ("سامي الخطيب (24 عاماً)", "سامي الخطيب وعمره 27 عاماً", [FindingKind.IDENTITY]),
        ("سامي الخطيب البالغ 24 عاماً", "سامي الخطيب البالغ 24 عاماً", []),
        ("سامي الخطيب البالغ 24 عاماً", "سامي الخطيب عمل في المصنع 12 عاماً", []),
    ],
)
def test_one_person_of_two_ages(first: str, second: str, kinds: list[FindingKind]) -> None:
    told = [
        _with_years(reading(n, {"text": f"فاز {words} بالسباق.", "names": {"per:s": "سامي الخطيب"}}))
        for n, words in enumerate([first, second])
    ]
    assert [finding.kind for finding in found(told)] == kinds


def test_a_birthday_between_two_articles_explains_a_year() -> None:
    text, names = "فاز سامي الخطيب البالغ من العمر {} عاماً بالسباق.", {"per:s": "سامي الخطيب"}
    told = [
        _with_years(reading(n, {"text": text.format(24 + n), "names": names, "published": day}))
        for n, day in enumerate(["2024-03-10", "2024-09-10"])
    ]
    assert found(told) == ()


@pytest.mark.parametrize(
    ("act", "cue", "content", "kinds"),
    [
        ("announce", "تبنت", "الهجوم على سوق الخضر في الواحة", [FindingKind.IDENTITY]),
        ("announce", "أعلنت", "مسؤوليتها عن الهجوم على سوق الخضر", [FindingKind.IDENTITY]),
        ("announce", "تبنت", "قراراً جديداً في شأن المياه", []),
        ("accuse", "حملت", "مسؤولية الهجوم على سوق الخضر", []),
    ],
)
def test_one_deed_claimed_by_two(act: str, cue: str, content: str, kinds: list[FindingKind]) -> None:
    told = [
        _claimed(0, "تبنى", "announce", "تنظيم الجبل", "الهجوم على سوق الخضر في الواحة"),
        _claimed(1, cue, act, "حركة السهل", content),
    ]
    assert [f.kind for f in found(told) if f.reasons[0].reason == "claimants"] == kinds


def _claimed(number: int, cue: str, act: str, who: str, content: str) -> Reading:
    said = {"cue": cue, "speaker": f"anon:{who}", "act": act, "source": who, "content": [content]}
    return reading(number, {"text": f"{cue} {who} {content}.", "statements": [said]})


def _with_years(one: Reading) -> Reading:
    text = one.article.text
    at = [found.span() for found in re.finditer(r"\d+ عاماً", text)]
    times = (Time(a, b, TimeType.DURATION, f"P{text[a:b].split()[0]}Y", "test") for a, b in at)
    return msgspec.structs.replace(one, times=tuple(times))


def _with_role(one: Reading, words: str = "وزير النقل") -> Reading:
    start = one.article.text.index(words)
    role = Fact(FactKind.ROLE, words, Span(start, start + len(words)))
    (entity,) = one.entities
    return msgspec.structs.replace(one, entities=(msgspec.structs.replace(entity, facts=(role,)),))


def _with_gender(one: Reading, title: str, gender: str) -> Reading:
    start = one.article.text.index(title)
    fact = Fact(FactKind.GENDER, gender, Span(start, start + len(title)))
    (entity,) = one.entities
    return msgspec.structs.replace(one, entities=(msgspec.structs.replace(entity, facts=(fact,)),))


def _with_event(one: Reading, when: str, day: str) -> Reading:
    text = one.article.text
    start = text.index(when)
    event = Event(
        id=f"{one.article.id}-e",
        start=0,
        end=len(text) - 1,
        trigger=Span(0, len("اصطدم")),
        kind=None,
        rule="test",
        date=day,
        when=Span(start, start + len(when)),
    )
    return msgspec.structs.replace(one, events=(event,))
