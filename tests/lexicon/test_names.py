"""What the lexicon of names knows, and how it reads a single word."""

import pytest

from tawatur.lexicon.gazetteer import Known, Listed
from tawatur.lexicon.name_words import NameWords, Sign, masculine
from tawatur.lexicon.names import load_names
from tawatur.lexicon.ordinary import load_ordinary
from tawatur.model import EntityType
from tawatur.tables import load_table
from tawatur.text import fold

NAMES = load_names()
READER = NameWords(NAMES)


@pytest.mark.parametrize(
    "word", ["كتاب", "وكتابهم", "الحكومة", "يكتبون", "تضاءلت", "مؤكدا", "بوسيلة", "وصلت"]
)
def test_words_that_inflect_are_ordinary(word: str) -> None:
    assert fold(word) in load_ordinary()


@pytest.mark.parametrize("word", ["بوتين", "ترامب", "لندن", "ميركل", "غوتيريش", "شيترال"])
def test_names_are_not(word: str) -> None:
    assert fold(word) not in load_ordinary()


@pytest.mark.parametrize(
    ("form", "sign", "lead", "stem"),
    [
        ("والوزير", Sign.TITLE, 1, "الوزير"),
        ("للهيئه", Sign.DEFINITE, 2, "الهيئه"),
        ("للقاهرة", Sign.KNOWN, 2, "القاهرة"),
        ("لمحمد", Sign.GIVEN, 1, "محمد"),
        ("وقال", Sign.SAYING, 1, "قال"),
        ("المجلس", Sign.BODY, 0, "المجلس"),
        ("الاميركية", Sign.NISBA, 0, "الاميركية"),
        ("غلوبرايت", Sign.UNKNOWN, 0, "غلوبرايت"),
        ("كعدي", Sign.GIVEN, 0, "كعدي"),
        ("الدريدي", Sign.SURNAME, 0, "الدريدي"),
        ("ولدينا", Sign.CLOSED, 1, "لدينا"),
        ("،", Sign.BREAK, 0, "،"),
    ],
)
def test_a_word_is_read_with_its_particles(form: str, sign: int, lead: int, stem: str) -> None:
    (word,) = READER.read([form])
    assert word.signs & sign
    assert (word.lead, word.stem) == (lead, stem)


def test_a_country_has_its_english_name_and_its_capital_speaks_for_it() -> None:
    country, capital = NAMES.by_id["gpe:russia"], NAMES.by_id["gpe:moscow"]
    assert (country.key, country.english, country.type) == ("RU", "Russia", EntityType.POLITY)
    assert capital.principal == country.id


def test_every_principal_is_known_itself() -> None:
    principals = {known.principal for known in NAMES.by_id.values() if known.principal}
    assert principals <= set(NAMES.by_id)


def test_every_demonym_belongs_to_a_country_of_the_gazetteer() -> None:
    countries = {known.key for known in NAMES.by_id.values()}
    assert set(NAMES.demonyms.values()) <= countries


@pytest.mark.parametrize("word", ["مصرية", "مصريين", "مصريون", "مصري"])
def test_adjectives_of_origin_have_one_masculine(word: str) -> None:
    assert masculine(word) == "مصري"


def test_no_given_name_is_a_word_of_grammar_alone() -> None:
    assert not set(NAMES.given) & NAMES.locating


@pytest.mark.parametrize("particles", ["", "و", "ال", "وال", "بال", "لل", "ل", "كال"])
def test_what_is_told_of_a_noun_is_told_under_its_own_letters(particles: str) -> None:
    """ "ألوية" only begins like the article: what it heads is looked up by its letters."""
    heads = ((Sign.BODY, NAMES.bodies), (Sign.OUTSIDE, NAMES.outside), (Sign.INSIDE, NAMES.inside))
    forms = [particles + noun for _, nouns in heads for noun in nouns]
    words = READER.read(forms)
    for sign, nouns in heads:
        assert [word.bare for word in words if word.signs & sign and word.bare not in nouns] == []


def test_a_family_name_tells_no_gender_and_is_no_ordinary_word() -> None:
    reader = READER.read(sorted(NAMES.families))
    assert not [name for name in NAMES.families - NAMES.native if NAMES.given[name]]
    assert not [
        word.stem for word in reader if word.lead or word.signs & (Sign.ORDINARY | Sign.WEAK | Sign.TITLE)
    ]


def known_alone(word: str) -> list[Known]:
    return [known for rest, known in NAMES.known.get(fold(word), ()) if not rest]


def test_a_doubtful_name_is_weak_and_never_takes_that_of_a_place() -> None:
    (paper,) = known_alone("القبس")
    assert paper.weak
    assert paper.outlet
    assert [known.type for known in known_alone("الرياض")] == [EntityType.POLITY]


@pytest.mark.parametrize(("name", "spelling"), [("بلومبرغ", "بلومبرج"), ("بوينغ", "بوينج")])
def test_a_body_is_known_in_the_spelling_of_other_presses(name: str, spelling: str) -> None:
    assert known_alone(name) == known_alone(spelling) != []


def test_no_other_spelling_of_a_body_is_an_ordinary_word() -> None:
    assert known_alone("إيغاد")
    assert not known_alone("إيجاد")


def test_an_adjective_stays_one_where_longer_names_begin_with_it() -> None:
    (word,) = READER.read([fold("السويدي")])
    assert word.signs & Sign.NISBA


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("برشلونة", "البارسا"),
        ("أتلتيكو مدريد", "الأتليتيكو"),
        ("شبيبة القيروان", "الشبيبة القيروانية"),
        ("النجم الساحلي", "النجم الرياضي الساحلي"),
        ("سلتا فيغو", "سيلتا فيجو"),
    ],
)
def test_a_club_is_one_by_its_town_its_byname_and_in_any_spelling(one: str, other: str) -> None:
    assert club(one) == club(other)


def test_clubs_of_one_name_in_two_countries_are_two() -> None:
    assert club("الأهلي المصري") != club("الأهلي السعودي")


def club(name: str) -> str:
    """The id of the club that bears a name in an article about games."""
    first, *rest = fold(name).split()
    return next(known.id for words, known in NAMES.known[first] if words == tuple(rest))


def test_no_listed_town_is_an_ordinary_word_or_a_noun_of_names() -> None:
    listed = load_table("tawatur.lexicon.arabic", "names_listed", Listed)
    towns = {fold(name) for lines in listed.towns.values() for line in lines for name in line.split(", ")}
    nouns = NAMES.titles.keys() | NAMES.bodies.keys() | NAMES.inside | NAMES.outside.keys() | NAMES.closed
    rarer_as_words = {"البطان", "مقرين", "سجنان", "جومين", "دوكان"}
    assert len(towns) > 2000
    assert towns & (NAMES.ordinary.listed | nouns) <= rarer_as_words


def test_words_of_ordinary_language_are_listed_once() -> None:
    lines = load_table("tawatur.lexicon.arabic", "names_ordinary", tuple[str, ...])
    words = [fold(word) for line in lines for word in line.split()]
    assert len(words) == len(set(words))
