"""The tools for assistants, asked as an assistant asks them: over the protocol, in memory."""

import asyncio
import json
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from floods import FIRST, SECOND, sample_readings, sample_situation

from tawatur.errors import LedgerError, RequestError
from tawatur.index import Index
from tawatur.ledger import Ledger
from tawatur.mcp import answers, build_server
from tawatur.model import Pointer

mcp = pytest.importorskip("mcp", reason="the mcp package is not installed")
TEXTS = {article.id: article.text for article in (FIRST, SECOND)}


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    with Ledger(tmp_path) as kept:
        for reading in sample_readings():
            kept.add(reading)
    return tmp_path


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> None:
    """The handmade situation in place of what the comparison would find today."""
    situation = sample_situation()
    index = Index(situation, sample_readings())
    monkeypatch.setattr(answers, "look_up", lambda ledger, story=None: (index, situation))


def run(conversation: Coroutine[Any, Any, Any]) -> Any:
    """The outcome of a conversation, in a thread of its own: this one may have a loop already."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, conversation).result()


def ask(ledger: Path, tool: str, **arguments: Any) -> Any:
    """What a client gets for a tool call, or the text of its error."""

    async def call() -> Any:
        async with mcp.client.Client(build_server(ledger)) as client:
            return await client.call_tool(tool, arguments)

    result = run(call())
    if result.is_error:
        return result.content[0].text
    found = result.structured_content
    return found["result"] if set(found) == {"result"} else found


def test_every_tool_only_reads(ledger: Path) -> None:
    async def tools() -> Any:
        async with mcp.client.Client(build_server(ledger)) as client:
            return (await client.list_tools()).tools

    offered = run(tools())
    assert {tool.name for tool in offered} == {"search", "stories", "claims", "measures", "explain"}
    assert all(tool.annotations.read_only_hint and tool.description for tool in offered)


@pytest.mark.parametrize("query", ["هيئة الإغاثة", "هيئة اغاثة", "هَيئة", "للهيئة"])
def test_search_finds_words_however_they_are_spelt(ledger: Path, query: str) -> None:
    (found,) = ask(ledger, "search", query=query)
    assert found["article"] == "a 2/ب"
    assert TEXTS["a 2/ب"][found["start"] : found["end"]] == found["text"]


def test_search_wants_all_words_and_gives_no_more_than_asked(ledger: Path) -> None:
    assert ask(ledger, "search", query="هيئة السيول") == []
    assert len(ask(ledger, "search", query="أسرة")) == 2
    assert len(ask(ledger, "search", query="أسرة", limit=1)) == 1


def test_search_for_a_speaker_gives_what_they_said_with_its_place(ledger: Path) -> None:
    found = ask(ledger, "search", who="سامي الخطيب")
    assert {said["speaker"] for said in found} == {"سامي الخطيب"}
    assert all(said["content"] in TEXTS[said["cue"]["article"]] for said in found)
    assert ask(ledger, "search", who="سامي الخطيب", about="المطار") == []


def test_search_for_nothing_is_told_in_one_line(ledger: Path) -> None:
    assert "at least one word" in ask(ledger, "search", query=" ؟ ")


@pytest.mark.usefixtures("compared")
def test_a_claim_comes_with_who_stands_where(ledger: Path) -> None:
    (claim,) = ask(ledger, "claims")
    assert [said["speaker"] for said in claim["affirms"]] == ["سامي الخطيب"]
    assert claim["affirms"][0]["content"] == "السيول شردت نحو 300 أسرة يوم الأحد"
    assert claim["denies"][0]["cue"]["text"] == "نفت"
    assert claim["withholds"] == []


@pytest.mark.usefixtures("compared")
def test_every_place_of_every_answer_holds_the_words_it_cites(ledger: Path) -> None:
    places = [
        place
        for answer in (ask(ledger, "claims"), ask(ledger, "measures"), ask(ledger, "explain", key="finding"))
        for place in all_places(answer)
    ]
    assert len(places) >= 6
    for place in places:
        assert TEXTS[place["article"]][place["start"] : place["end"]] == place["text"]


@pytest.mark.usefixtures("compared")
def test_explain_names_reasons_and_refuses_what_names_several(ledger: Path) -> None:
    found = ask(ledger, "explain", key="finding:1")
    assert [why["reason"] for why in found["reasons"]] == ["same noun"]
    assert [place["text"] for place in found["cited"]] == ["نحو 300 أسرة", "450 أسرة"]
    assert "nothing begins with 'zzz'" in ask(ledger, "explain", key="zzz")
    assert "several" in ask(ledger, "explain", key="")


def test_stories_and_measures_of_a_real_ledger_are_json(ledger: Path) -> None:
    assert sum(story["articles"] for story in ask(ledger, "stories")) == 2
    json.dumps(ask(ledger, "measures"))


def test_a_folder_without_a_ledger_is_told(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no ledger here"):
        answers.search(tmp_path, "قال")
    assert "no ledger here" in ask(tmp_path, "search", query="قال")


def test_a_query_without_words_is_refused(ledger: Path) -> None:
    with pytest.raises(RequestError):
        answers.search(ledger, "")


def test_places_are_found_inside_any_value() -> None:
    situation = sample_situation()
    places = answers._places(situation.measures[0])
    assert all(isinstance(place, Pointer) for place in places)
    assert len(places) == len(set(places)) == 2


def all_places(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, list):
        return [place for part in value for place in all_places(part)]
    if isinstance(value, dict):
        inside = [place for part in value.values() for place in all_places(part)]
        return [value, *inside] if {"start", "end", "text", "article"} <= set(value) else inside
    return []
