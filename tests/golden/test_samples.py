"""Golden readings of the samples: what is found in each, one line a thing, readable in a diff.

``pytest tests/golden --rewrite-golden`` writes them anew; a person reads the change.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tawatur.export.readings import reading_record
from tawatur.intake import read_articles
from tawatur.model import Article
from tawatur.reading import read_article

GOLDEN = Path(__file__).parent
SAMPLES = GOLDEN.parents[1] / "samples"
ARTICLES = [article for article in read_articles([str(SAMPLES)]) if isinstance(article, Article)]


def test_every_sample_is_read() -> None:
    assert len(ARTICLES) == 10


@pytest.mark.parametrize("number", range(len(ARTICLES)), ids=lambda n: ARTICLES[n].title or str(n))
def test_reading(number: int, rewriting: bool) -> None:
    article = ARTICLES[number]
    found = "\n".join(lines(reading_record(read_article(article)), article)) + "\n"
    file = GOLDEN / f"{number + 1:02}.txt"
    if rewriting:
        file.write_text(found, encoding="utf-8")
    assert found == file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "sign", ["quantity", "statement", "time", "entity", " deny ", "quoted", "boilerplate"]
)
def test_the_goldens_are_not_thin(sign: str) -> None:
    everything = "\n".join(file.read_text(encoding="utf-8") for file in sorted(GOLDEN.glob("*.txt")))
    assert sign in everything


def lines(record: dict[str, Any], article: Article) -> Iterator[str]:
    """A reading as lines: kind, values, words."""
    yield f"# {article.outlet} · {article.published} · {article.title}"
    for block in record["blocks"]:
        yield f"block      {block['kind']:11} {article.text[block['start'] : block['end']][:60]}"
    for entity in record["entities"]:
        spellings = " | ".join(dict.fromkeys(mention["text"] for mention in entity["mentions"]))
        yield f"entity     {entity['type']:4} {len(entity['mentions'])}× {spellings}"
        for fact in entity["facts"]:
            yield f"  fact     {fact['kind']}: {fact['value']}"
    for time in record["times"]:
        yield f"time       {time['type']:8} {time['value']:21} {time['text']}"
    for quantity in record["quantities"]:
        bounds = f"{quantity['low']}…{quantity['high']}"
        yield f"quantity   {quantity['modifier']:9} {bounds:17} {quantity['unit']} «{quantity['text']}»"
    for statement in record["statements"]:
        yield from statement_lines(statement, record)
    for event in record["events"]:
        yield f"event      {event['kind']} {event['date']} {event['modality']} «{event['text']}»"


def statement_lines(statement: dict[str, Any], record: dict[str, Any]) -> Iterator[str]:
    """A statement: cue, act, form; source and speaker; content."""
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    quoted = {"direct": "quoted", "mixed": "partly quoted", "indirect": "retold"}[statement["form"]]
    yield f"statement  {statement['act']} {quoted} «{statement['cue']['text']}» [{statement['rule']}]"
    source = statement["source"]["text"] if statement["source"] else "(none)"
    yield f"  source   {source} → {names.get(statement['speaker'], statement['speaker'])}"
    if statement["via"]:
        yield f"  via      {' ← '.join(names.get(via, via) for via in statement['via'])}"
    for span in statement["content"]:
        yield f"  content  {span['text']}"
