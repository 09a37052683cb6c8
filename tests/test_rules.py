"""Every rule is a row, and every row's examples hold."""

from collections.abc import Iterator
from importlib import resources
from typing import Any

import pytest

from tawatur.export.readings import reading_record
from tawatur.model import Article
from tawatur.reading import read_article
from tawatur.rules import Example, rule_book

LAYERS = {"mentions": "entities"}
FINDERS = sorted(
    file.name.removesuffix(".yaml")
    for file in resources.files("tawatur.rules.arabic").iterdir()
    if file.name.endswith(".yaml")
)
EXAMPLES = [
    pytest.param(finder, name, example, id=f"{finder}-{name}-{number}")
    for finder in FINDERS
    for name, rule in rule_book(finder).items()
    for number, example in enumerate(rule.examples)
]
NEVER = [
    pytest.param(finder, name, text, id=f"{finder}-{name}-never-{number}")
    for finder in FINDERS
    for name, rule in rule_book(finder).items()
    for number, text in enumerate(rule.never)
]


@pytest.mark.parametrize(("finder", "name", "example"), EXAMPLES)
def test_a_rule_finds_what_its_examples_say(finder: str, name: str, example: Example) -> None:
    found = list(items(finder, example.text, example.published))
    assert any(
        item["rule"] == name and all(item.get(key) == value for key, value in example.finds.items())
        for item in found
    ), found


@pytest.mark.parametrize(("finder", "name", "text"), NEVER)
def test_a_rule_finds_nothing_in_its_counter_examples(finder: str, name: str, text: str) -> None:
    assert name not in [item["rule"] for item in items(finder, text, None)]


def items(finder: str, text: str, published: str | None) -> Iterator[dict[str, Any]]:
    """What a finder finds, each item with its spans replaced by their words."""
    record = reading_record(read_article(Article(id="example", text=text, published=published)))
    for item in record[LAYERS.get(finder, finder)]:
        if finder == "mentions":
            for mention in item["mentions"]:
                yield {**item, **mention, "id": item["id"]}
        else:
            yield {key: words(value) for key, value in item.items()} | {"text": item.get("text")}


def words(value: Any) -> Any:
    """The words of a span, the words of several joined by a bar, any other value as it is."""
    if isinstance(value, dict) and "text" in value:
        return value["text"]
    if isinstance(value, list) and value and all(isinstance(part, dict) and "text" in part for part in value):
        return " | ".join(part["text"] for part in value)
    return value
