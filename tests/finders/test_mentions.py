"""Every name of a person, body or place, with its exact span and what is said about it."""

import itertools
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tawatur.finders.mentions import find_mentions
from tawatur.lexicon.names import load_names
from tawatur.model import Article, Entity, FactKind
from tawatur.rules import rule_book
from tawatur.text import segment

FOLDER = Path(__file__).parents[1] / "cases"
CASES = [
    case
    for name in ("mentions", "people")
    for case in yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
]
NAMES = load_names()
PIECES = [
    "وزير", "الدفاع", "الأميركي", "سامي", "الجندي", "بن", "عبد", "الرحمن", "أبو", "،", "»", "«", '"', "-",
    "قال", "إن", "في", "مدينة", "ولايتي", "هيئة", "الهيئة", "للهيئة", "كوريا", "الشمالية", "لترامب", "ترامب",
    "وغاندور", "بالتيستان", "أف", "أم", "بي", "سي", "د", ".", "علي", "على", "روسيًا", "السعودية", "Kim", "٣",
    "المعروف", "ب", "بأبي", "(", ")", "باسم", "تدعى", "نظيره", "الملك", "سيدي", "كفر", ":", "بالتيس", "النيل",
    "مباراة", "الدوري", "المدرب", "برشلونة", "نجم", "صحيفة", "الوطن", "\n",
    "صحيفتا", "والفنار", "مطار", "قسم", "شرطة",
    "الشركة", "للغاز", "نيوز", "منطقة", "OpenSea", "\u200f", "وَزِيرُ", "لِلْهَيْئَةِ",
]  # fmt: skip
MESSY = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join) | st.text(max_size=80)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_each_text_has_just_these_names(case: dict[str, Any]) -> None:
    assert listed(case["text"]) == case["finds"]


def test_the_role_before_a_name_is_a_fact_with_gender_and_country() -> None:
    text = "قالت وزيرة الخارجية السويدية ليلى حداد إن الاجتماع مفيد"
    (person,) = found(text)
    facts = {fact.kind: fact for fact in person.facts}
    role = facts[FactKind.ROLE].span
    assert text[role.start : role.end] == "وزيرة الخارجية السويدية"
    assert facts[FactKind.GENDER].value == "female"
    assert facts[FactKind.AFFILIATION].value == "gpe:sweden"


def test_the_verb_before_a_name_tells_its_gender() -> None:
    genders = [
        fact.value
        for text in ("وقالت ليلى حداد إن الاجتماع مفيد", "وقال لويد كرافتون إن الاجتماع مفيد")
        for fact in found(text)[0].facts
    ]
    assert genders == ["female", "male"]


def test_a_body_of_a_country_is_affiliated_with_it() -> None:
    (body,) = found("أعلنت وزارة الدفاع التشيلية بدء المناورة")
    assert [(fact.kind, fact.value) for fact in body.facts] == [(FactKind.AFFILIATION, "gpe:chile")]


def test_another_name_is_a_fact_and_the_same_entity() -> None:
    text = "عقد الاتحاد الدولي للسباحة الفنية (فلورسا) جلسته. وأعلن فلورسا النتائج"
    (body,) = found(text)
    assert [text[m.start : m.end] for m in body.mentions[1:]] == ["فلورسا", "فلورسا"]
    assert [fact.value for fact in body.facts if fact.kind is FactKind.ALIAS] == ["فلورسا"]


@pytest.mark.parametrize(
    "text", ["أعلنت الهيئة الوطنية للموانئ (إيطاليا) النتائج", "أعلنت الهيئة الوطنية للموانئ (أمس) النتائج"]
)
def test_what_else_stands_in_brackets_is_no_other_name(text: str) -> None:
    assert not [fact for entity in found(text) for fact in entity.facts if fact.kind is FactKind.ALIAS]


def test_a_known_place_has_the_same_key_under_every_spelling() -> None:
    spellings = ("بيونغ يانغ", "بيونج يانج")
    assert {entity.id for spelling in spellings for entity in found(f"ردت {spelling} أمس")} == {
        "gpe:pyongyang"
    }
    (country,) = found("غادر الوفد سورية")
    assert country.known == "SY"


def test_full_name_and_surname_are_one_entity() -> None:
    (person,) = found("وصل الوزير لويد كرافتون أمس. وقال كرافتون إن الزيارة قصيرة")
    assert person.name == "لويد كرافتون"
    assert len(person.mentions) == 2


@pytest.mark.parametrize(
    "text",
    [
        "حضر أحمد بن سالم آل زيتون الحفل. وقال أحمد بن سالم إنه سعيد",
        "توفي علي سعد دوابلة أمس. وكان علي دوابلة مريضا",
        "وصل أحمد الجربا أمس. وقال جربا إنه باق",
        "حضر عبد الله السواحة أمس. وغادر الوزير عبدالله السواحه اليوم",
    ],
)
def test_a_shortened_name_is_the_same_person(text: str) -> None:
    (person,) = found(text)
    assert len(person.mentions) == 2


def test_a_short_name_of_two_longer_ones_stays_by_itself() -> None:
    text = "حضر علي سعد دوابلة وعلي نادر دوابلة. وقال علي دوابلة إن الحفل جميل"
    assert len(found(text)) == 3


def test_two_people_are_two_entities() -> None:
    people = found("التقى الوزير سامي الجندي السفير ماهر حداد. وقال حداد إن اللقاء مفيد")
    assert [(person.name, len(person.mentions)) for person in people] == [
        ("سامي الجندي", 1),
        ("ماهر حداد", 2),
    ]


def test_vowel_marks_do_not_move_spans() -> None:
    text = "سافَرَ وَالأُرْدُنُّ بعيد"
    (place,) = found(text)
    (mention,) = place.mentions
    assert text[mention.start : mention.end] == "الأُرْدُنُّ"


def test_a_place_of_two_words_after_a_title_is_nobody() -> None:
    assert listed("قال رئيس قسم الطرق في حكومة هونغ كونغ ذلك أمس") == ["GPE هونغ كونغ"]


def test_a_city_is_its_club_only_in_an_article_about_games() -> None:
    game = "فاز برشلونة في مباراة من الدوري، وقال المدرب إن اللاعب تعب"
    assert listed(game) == ["ORG برشلونة"]
    assert listed("زار السياح برشلونة في الصيف") == ["GPE برشلونة"]


def clusters(text: str) -> list[list[str]]:
    document = segment(Article(id="a", text=text))
    return [[text[m.start : m.end] for m in entity.mentions] for entity in find_mentions(document, NAMES)]


@pytest.mark.parametrize(
    ("text", "one"),
    [
        (
            "فاز نادي الهلال السعودي في مباراة من الدوري، وقال مدرب الهلال إن نادي الهلال تعب",
            ["نادي الهلال السعودي", "الهلال", "نادي الهلال"],
        ),
        (
            "قال لاعب الترجي في مباراة من الدوري إن الترجي الرياضي التونسي فاز",
            ["الترجي", "الترجي الرياضي التونسي"],
        ),
        (
            "تدخل الدفاع المدني وقالت المديرية العامة للدفاع المدني إن الحريق انتهى",
            ["الدفاع المدني", "المديرية العامة للدفاع المدني"],
        ),
        (
            "نفت وزارة الداخلية البرتغالية الخبر. وأعلنت الداخلية أمس أن الطريق مفتوح",
            ["وزارة الداخلية البرتغالية", "الداخلية"],
        ),
    ],
)
def test_a_body_and_its_shorter_name_are_one_entity(text: str, one: list[str]) -> None:
    assert one in clusters(text)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("البنك المركزي", "البنك المركزي التونسي"),
        ("هيئة الكوارث", "الهيئة الوطنية لإدارة الكوارث"),
        ("اللجنة الدولية", "اللجنة الأولمبية الدولية"),
        ("نقابة الثانوي", "نقابة التعليم الثانوي"),
        ("وزارة الخارجية", "وزارة الشؤون الخارجية"),
        ("المستشفى الجهوي", "مستشفى القصرين الجهوي"),
        ("المجلس الرئاسي", "المجلس الرئاسي الليبي"),
        ("الخارجية الجزائرية", "وزارة الخارجية الجزائرية"),
        ("السفارة الألمانية", "سفارة جمهورية ألمانيا"),
        ("قوات الطوارىء", "قوات الطوارئ الخاصة"),
    ],
)
def test_a_body_with_words_left_out_is_the_fuller_one(short: str, full: str) -> None:
    for text in (f"قالت {full} ذلك أمس. وأعلنت {short} النتائج", f"قالت {short} ذلك. وأعلنت {full} النتائج"):
        assert sorted([short, full]) in [sorted(cluster) for cluster in clusters(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("جامعة دهوك", "جامعة دهوك التقنية"),
        ("بلدية سوسة", "بلدية حمام سوسة"),
        ("نقابة الأطباء", "النقابة الجهوية للأطباء"),
        ("مجلس نواب الشعب", "مجلس نواب الشعب السوري"),
        ("وزارة الخارجية", "وزارة الداخلية الليبية"),
    ],
)
def test_a_body_whose_name_another_only_begins_with_stays_apart(one: str, other: str) -> None:
    both = clusters(f"قالت {one} ذلك أمس. وأعلنت {other} النتائج")
    assert [one] in both
    assert [other] in both


def test_a_short_name_of_two_bodies_stays_by_itself() -> None:
    text = "اتفقت وزارة الداخلية الليبية ووزارة الداخلية التونسية. وقالت وزارة الداخلية ذلك"
    assert ["وزارة الداخلية"] in clusters(text)


def test_clubs_of_two_countries_stay_two() -> None:
    found = clusters("فاز الهلال السعودي على الهلال السوداني في مباراة من الدوري وقال المدرب ذلك")
    assert ["الهلال السعودي"] in found
    assert ["الهلال السوداني"] in found


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("اتفقت قطر والبحرين وعمان", ["gpe:qatar", "gpe:bahrain", "gpe:oman"]),
        ("وصل الوفد إلى عمان", ["gpe:amman"]),
        ("قالت الصحف في مسقط إن عمان ترحب", ["gpe:muscat", "gpe:oman"]),
        (
            "قال الأردن إن قطر وعمان ترحبان، وزار الوفد العاصمة عمان",
            ["gpe:jordan", "gpe:qatar", "gpe:oman", "gpe:amman"],
        ),
    ],
)
def test_oman_is_told_from_amman(text: str, ids: list[str]) -> None:
    document = segment(Article(id="a", text=text))
    assert [entity.id for entity in find_mentions(document, NAMES)] == ids


@given(MESSY)
def test_mentions_lie_in_one_sentence_and_never_overlap(text: str) -> None:
    document = segment(Article(id="a", text=text))
    entities = find_mentions(document, NAMES)
    spans = sorted((m.start, m.end) for entity in entities for m in entity.mentions)
    assert all(start < end for start, end in spans)
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(spans))
    for start, end in spans:
        assert any(s.start <= start and end <= s.end for s in document.sentences)


@given(MESSY)
def test_ids_are_unique_rules_have_rows_and_a_second_reading_is_the_same(text: str) -> None:
    entities = found(text)
    assert len({entity.id for entity in entities}) == len(entities)
    assert {m.rule for entity in entities for m in entity.mentions} <= set(rule_book("mentions"))
    assert found(text) == entities


def test_boilerplate_sentences_are_not_read() -> None:
    document = segment(Article(id="a", text="وصل الوفد إلى بلجراد"))
    assert find_mentions(document, NAMES)
    assert find_mentions(msgspec.structs.replace(document, sentences=()), NAMES) == ()


@pytest.mark.parametrize("piece", ["« ", "بن ", "وزير ", "أبو ", "هيئة الهيئة ", "ولايتي ", "غ", "بي سي "])
def test_hostile_repetition_is_read(piece: str) -> None:
    assert isinstance(find_mentions(segment(Article(id="a", text=piece * 20_000)), NAMES), tuple)


def found(text: str) -> tuple[Entity, ...]:
    """The entities of one text."""
    return find_mentions(segment(Article(id="a", text=text)), NAMES)


def listed(text: str) -> list[str]:
    """Every mention in order as type and words."""
    mentions = [
        (m.start, entity.type.value, text[m.start : m.end]) for entity in found(text) for m in entity.mentions
    ]
    return [f"{kind} {words}" for _, kind, words in sorted(mentions)]


def test_a_name_that_is_only_listed_is_told_by_its_spelling() -> None:
    [(_, known)] = NAMES.known["الحرائرية"]
    (town,) = found("وصل الوفد إلى مدينة الحرائرية.")
    assert known.bare
    assert (town.id, town.known) == ("gpe:الحرائرية", None)
