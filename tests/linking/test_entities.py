"""Which names of different articles are one, whatever the spelling and whatever was judged."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.finders.mentions import find_mentions
from tawatur.lexicon.names import load_names
from tawatur.linking.entities import link_entities
from tawatur.model import Article, EntityType, Identity, Judgement, Reading, Verdict
from tawatur.text import segment

NAMES = load_names()
TEXTS = {
    "a": "قال وزير الدفاع البرتغالي لويد كرافتون في لشبونة إن الخطة جاهزة. وأضاف كرافتون أن العمل بدأ",
    "b": "وصل الوزير كرافتون إلى لشبونة، وردت بيونغ يانغ على الخبر",
    "c": "التقى السفير لوييد كرافتن وفدا من بيونج يانج في لشبونة",
    "d": "زار الدكتور حسن الجندي مدينة براغ",
    "e": "زار الدكتور حسين الجندي مدينة براغ",
    "f": "أعلنت وزارة الدفاع البرتغالية الموعد، ونفى الجيش البرتغالي ذلك",
}


def test_spellings_of_one_name_are_one_identity_with_counts() -> None:
    person = named(linked("a", "c"), "كرافتون")
    assert {(s.text, s.count) for s in person.names} == {
        ("لويد كرافتون", 1),
        ("كرافتون", 1),
        ("لوييد كرافتن", 1),
    }
    assert person.name == "لوييد كرافتن" or person.name == "لويد كرافتون"
    assert {reason.reason for reason in person.reasons} == {"spellings of one name"}


def test_a_surname_alone_joins_the_person_in_the_same_company() -> None:
    person = named(linked("a", "b"), "كرافتون")
    assert {article for article, _ in person.members} == {"a", "b"}
    assert "surname of a person named in full" in {reason.reason for reason in person.reasons}


def test_a_letter_keeps_two_native_names_apart() -> None:
    people = [identity for identity in linked("d", "e") if identity.type.value == "PER"]
    assert len(people) == 2


@pytest.mark.parametrize(
    ("full", "other"),
    [
        ("وصل الوزير خالد بن سالم الكعبي إلى لشبونة", "وصل الوزير سالم الكعبي إلى لشبونة"),
        ("وصل الوزير أحمد عساف إلى لشبونة", "وصل السفير سامي صوفي إلى لشبونة"),
        ("وصل الوزير سامي الجندي إلى لشبونة", "قال الجندلي في لشبونة إن الخطة جاهزة"),
    ],
)
def test_names_with_the_same_consonants_or_another_father_are_two_people(full: str, other: str) -> None:
    assert len(people(full, other)) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("وصل الوزير محمد سليم شيبوب إلى لشبونة", "وصل الوزير سليم شيبوب إلى لشبونة"),
        ("وصل الوزير علي سعد دوابلة إلى لشبونة", "وصل الوزير علي دوابلة إلى لشبونة"),
        ("وصل الوزير رضا بالحاج إلى لشبونة", "وصل الوزير رضا بلحاج إلى لشبونة"),
        ("وصل الوزير سامي قائد الغابي إلى لشبونة", "وصل الوزير سامي قايد الغابي إلى لشبونة"),
        ("وصل الوزير سامي أبو زيتون إلى لشبونة", "وصل الوزير سامي أبي زيتون إلى لشبونة"),
        ("وصل الوزير عبد الله الغابي إلى لشبونة", "وصل الوزير عبدالله الغابى إلى لشبونة"),
    ],
)
def test_one_person_in_two_articles_by_longer_name_or_other_spelling(one: str, other: str) -> None:
    assert len(people(one, other)) == len(people(other, one)) == 1


@pytest.mark.parametrize(
    ("name", "one", "other", "identities"),
    [
        ("المستشفى الجهوي", "بقفصة", "بالقصرين", 2),
        ("المستشفى الجهوي", "بقفصة", "بقفصة", 1),
        ("المعهد الثانوي", "بسوسة", "بقفصة", 2),
        ("النقابة الجهوية للأطباء", "بسوسة", "بقفصة", 2),
        ("وزارة الصحة", "بسوسة", "بقفصة", 1),
        ("المعهد الوطني للبحوث", "بسوسة", "بقفصة", 1),
    ],
)
def test_what_every_town_has_is_one_in_one_town_only(
    name: str, one: str, other: str, identities: int
) -> None:
    texts = [f"قالت مصادر في {name} {town} إن العمل انتهى" for town in (one, other)]
    readings = [read(str(n), text) for n, text in enumerate(texts)]
    bodies = [i for i in link_entities(readings, NAMES) if i.type is EntityType.ORGANISATION]
    assert len(bodies) == identities


def test_a_known_place_is_one_and_has_its_english_name() -> None:
    capital = next(i for i in linked("b", "c") if i.id == "gpe:pyongyang")
    assert capital.english == "Pyongyang"
    assert capital.principal == "gpe:north-korea"
    assert {s.text for s in capital.names} == {"بيونغ يانغ", "بيونج يانج"}


def test_bodies_and_officials_speak_for_their_government() -> None:
    principals = {identity.name: identity.principal for identity in linked("a", "f")}
    assert principals["وزارة الدفاع البرتغالية"] == "gpe:portugal"
    assert principals["الجيش البرتغالي"] == "gpe:portugal"
    assert principals["لويد كرافتون"] == "gpe:portugal"
    assert principals["لشبونة"] == "gpe:portugal"


def test_a_judged_split_outranks_the_spelling_and_survives_a_rebuild() -> None:
    before = named(linked("a", "c"), "كرافتون")
    (member,) = [f"{article}#{entity}" for article, entity in before.members if article == "c"]
    split = Judgement("j", before.id, Verdict.DIFFERENT, "editor", "2026-01-01", other=member)
    after = [i for i in linked("a", "c", judgements=[split]) if i.type.value == "PER"]
    assert sorted(len(identity.members) for identity in after) == [1, 1]
    assert before.id in {identity.id for identity in after}
    assert after == [i for i in linked("a", "c", judgements=[split]) if i.type.value == "PER"]


def test_a_judged_merge_outranks_the_spelling() -> None:
    one, other = [i.id for i in linked("d", "e") if i.type.value == "PER"]
    merge = Judgement("j", one, Verdict.SAME, "editor", "2026-01-01", other=other)
    people = [i for i in linked("d", "e", judgements=[merge]) if i.type.value == "PER"]
    assert len(people) == 1
    assert "judged the same" in {reason.reason for reason in people[0].reasons}


def test_a_judgement_about_nothing_here_changes_nothing() -> None:
    stray = Judgement("j", "per:nobody", Verdict.SAME, "editor", "2026-01-01", other="per:no-one")
    assert linked("a", "b", judgements=[stray]) == linked("a", "b")


@given(st.permutations(sorted(TEXTS)))
def test_the_order_of_articles_does_not_matter(order: list[str]) -> None:
    assert linked(*order) == linked(*sorted(TEXTS))


def test_every_mention_belongs_to_just_one_identity() -> None:
    readings = [reading(name) for name in TEXTS]
    mentions = [m for r in readings for e in r.entities for m in e.mentions]
    pointers = [p for identity in link_entities(readings, NAMES) for p in identity.mentions]
    assert len(pointers) == len(set(pointers)) == len(mentions)


def test_ids_are_unique_even_after_splits() -> None:
    rng = random.Random(7)
    members = [f"{a}#{e}" for identity in linked(*TEXTS) for a, e in identity.members]
    judgements = [
        Judgement(str(n), *pair, "editor", f"2026-01-{n + 1:02}", other=other)
        for n, (pair, other) in enumerate(
            ((rng.choice(members), Verdict.DIFFERENT), rng.choice(members)) for _ in range(9)
        )
    ]
    ids = [identity.id for identity in linked(*TEXTS, judgements=judgements)]
    assert len(ids) == len(set(ids))


def people(*texts: str) -> list[Identity]:
    """The persons behind the names of some texts."""
    readings = [read(str(n), text) for n, text in enumerate(texts)]
    return [identity for identity in link_entities(readings, NAMES) if identity.type is EntityType.PERSON]


def reading(name: str) -> Reading:
    return read(name, TEXTS[name])


def read(name: str, text: str) -> Reading:
    article = Article(id=name, text=text)
    return Reading(article, entities=find_mentions(segment(article), NAMES))


def linked(*names: str, judgements: list[Judgement] | None = None) -> tuple[Identity, ...]:
    return link_entities([reading(name) for name in names], NAMES, judgements or ())


def named(identities: tuple[Identity, ...], part: str) -> Identity:
    return next(i for i in identities if any(part in spelling.text for spelling in i.names))
