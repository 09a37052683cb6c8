"""The country an article is about."""

import pytest

from tawatur.comparison.lands import Lands
from tawatur.lexicon import load_lexicon
from tawatur.linking.entities import link_entities
from tawatur.model import Article
from tawatur.reading import read_article

LEXICON = load_lexicon()


@pytest.mark.parametrize(
    ("text", "land"),
    [
        ("زار الوفد الأردن ثم عاد إلى الأردن.", "gpe:jordan"),
        ("زار الوفد مدينة صفاقس ثم مدينة القيروان.", "gpe:tunisia"),
        ("زار الوفد مدينة صفاقس.", None),
        ("زار الوفد مدينة صفاقس ثم مدينة عطبرة.", None),
    ],
)
def test_countries_count_before_the_places_that_lie_in_one(text: str, land: str | None) -> None:
    reading = read_article(Article(id="a", text=text))
    identities = link_entities([reading], LEXICON.names)
    meant = {member: identity for identity in identities for member in identity.members}
    assert Lands([reading], meant, LEXICON.offices).of("a", "وزارة") == land


def test_an_office_with_an_adjective_is_of_that_country_throughout() -> None:
    reading = read_article(
        Article(id="a", text="أعلن خفر السواحل الإيطالي ذلك، وقال خفر السواحل إن القارب غرق.")
    )
    assert Lands([reading], {}, LEXICON.offices).of("a", "خفر") == "gpe:italy"
