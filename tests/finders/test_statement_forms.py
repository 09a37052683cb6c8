"""Every verb of the lexicon, in every form, in the sentences that a news writer builds around it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tawatur.export.readings import reading_record
from tawatur.lexicon.inflection import Gender, Inflected, Number, conjugate, participles
from tawatur.lexicon.speech import Entry, Part, load_speech
from tawatur.model import Article
from tawatur.reading import read_article

CASES = Path(__file__).parents[1] / "cases"
SAID = yaml.safe_load((CASES / "speech.yaml").read_text(encoding="utf-8"))
REFERENCES = yaml.safe_load((CASES / "references.yaml").read_text(encoding="utf-8"))
SPEECH = load_speech()
CLAUSE = "الأسعار مستقرة"
LEADS = {"أن": "أن", "بأن": "بأن", "ب": "بأن", "على": "على أن", "إلى": "إلى أن", "من": "من أن", "في": "في أن"}
# Verbs that say nothing of this kind: only texts are their subject, or a person stands between.
OTHER_SUBJECTS = {"أظهر", "سجّل", "نصّ", "دلّ", "وجد", "استشهد", "اتّهم", "أشعر", "توجّه"}
# Forms that are nearly always another word, or another verb's.
OTHER_WORDS = {"أبلغ", "بيّن", "أبان", "دوّن", "عدّ", "حسب", "نادى", "شكّ", "علم", "دعا", "قرّر"}


def verbs() -> list[Entry]:
    """The verbs that govern a clause, each once."""
    entries = dict.fromkeys(
        entry for readings in SPEECH.forms.values() for entry, _, _ in readings if entry.verb
    )
    return [
        entry
        for entry in entries
        if lead_of(entry)
        and not (entry.relays or entry.only or entry.part is Part.PARTICIPLE)
        and entry.verb not in OTHER_SUBJECTS | OTHER_WORDS
    ]


def lead_of(entry: Entry) -> str:
    return next((LEADS[word] for word in LEADS if word in entry.takes), "")


def sentences(entry: Entry) -> Iterator[str]:
    """The usual sentences: subject behind, before, left out; past, present, plural, dual; a participle."""
    forms = [form for form in conjugate(entry.verb, entry.present) if form.person == 3 and not form.short]
    male, female = beside(entry)
    told = f"{lead_of(entry)} {CLAUSE}."
    he, she = form_of(forms, Gender.MALE), form_of(forms, Gender.FEMALE)
    yield f"و{he} المدير {told}"
    yield f"و{she} الوزارة {told}"
    yield f"و{form_of(forms, Gender.MALE, present=True)} الخبير {told}"
    yield f"و{form_of(forms, Gender.FEMALE, present=True)} الشركة {told}"
    yield f"لكن المدير {he} {told}"
    yield f"وكانت الوزارة قد {she} {told}"
    yield f"لكن الخبراء {form_of(forms, Gender.MALE, Number.MANY)} {told}"
    yield f"لكن الخبراء {form_of(forms, Gender.MALE, Number.MANY, present=True)} {told}"
    yield f"لكن الوزيرين {form_of(forms, Gender.MALE, Number.TWO)} {told}"
    yield f"قالت الوزارة إن الخبز متوفر. و{she} {told}"
    yield f"قال المدير إن العقد انتهى، {male} {told}"
    yield f"قالت الوزارة إن العقد انتهى، {female} {told}"


def form_of(
    forms: list[Inflected], gender: Gender, number: Number = Number.ONE, *, present: bool = False
) -> str:
    return next(
        form.text
        for form in forms
        if (form.gender, form.number, form.present, form.passive) == (gender, number, present, False)
    )


def beside(entry: Entry) -> tuple[str, str]:
    male, female, *_ = participles(entry.verb, entry.present, entry.participle)
    return male.text, female.text


@pytest.mark.parametrize("entry", verbs(), ids=lambda entry: f"{entry.verb} {entry.gloss}")
def test_a_verb_tells_its_clause_in_every_form(entry: Entry) -> None:
    for text in sentences(entry):
        found = read_article(Article(id="a", text=text)).statements
        told = [(text[s.content[-1].start : s.content[-1].end], s.act) for s in found]
        assert (CLAUSE, entry.act) in told, text


@pytest.mark.parametrize("entry", verbs(), ids=lambda entry: f"{entry.verb} {entry.gloss}")
def test_nobody_has_said_yet_what_is_to_be_said(entry: Entry) -> None:
    forms = [form for form in conjugate(entry.verb, entry.present) if form.person == 3 and not form.short]
    text = f"وس{form_of(forms, Gender.MALE, present=True)} المدير {lead_of(entry)} {CLAUSE}."
    assert not read_article(Article(id="a", text=text)).statements


@pytest.mark.parametrize("case", SAID["said"], ids=lambda case: case[0])
def test_a_sentence_has_its_cue_source_act_and_content(case: list[str | None]) -> None:
    text, *wanted = case
    assert wanted in [row_of(statement) for statement in statements_of(text or "")]


@pytest.mark.parametrize("text", SAID["none"])
def test_a_word_that_looks_like_a_cue_is_none(text: str) -> None:
    assert not statements_of(text)


@pytest.mark.parametrize("case", REFERENCES["cases"], ids=lambda case: case["note"])
def test_a_source_means_the_one_the_article_names(case: dict[str, Any]) -> None:
    speakers = [statement["speaker"] for statement in statements_of(case["text"])]
    assert speakers == case["speakers"]


def statements_of(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = reading_record(read_article(Article(id="a", text=text)))["statements"]
    return found


def row_of(statement: dict[str, Any]) -> list[str | None]:
    source = statement["source"] and statement["source"]["text"]
    content = " | ".join(part["text"] for part in statement["content"])
    return [statement["cue"]["text"], source, statement["act"], content]
