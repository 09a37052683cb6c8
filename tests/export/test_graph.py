"""The GEXF graph, read by networkx."""

from io import BytesIO
from typing import Any

import networkx as nx
from floods import FIRST, bytes_of

from tawatur.export.graph import write_gexf
from tawatur.model import Act, Article, Form, Reading, Situation, Span, Statement


def read(data: bytes) -> Any:
    return nx.read_gexf(BytesIO(data), version="1.3")


def test_speakers_and_chains_read_back() -> None:
    graph = read(bytes_of(write_gexf))
    assert graph.is_directed()
    assert graph.nodes["per:1"] == {"label": "سامي الخطيب", "kind": "person", "statements": 2}
    assert graph.nodes["org:2"]["kind"] == "organisation"
    assert graph["per:1"]["teller:org:agency"]["weight"] == 1.0
    assert graph["teller:org:agency"]["teller:صحيفة الضفة"]["weight"] == 1.0


def test_a_speaker_who_is_unknown_leaves_only_the_outlet() -> None:
    statement = Statement("s", Span(0, 3), None, None, (), Form.INDIRECT, Act.SAY, "r")
    graph = read(bytes_of(write_gexf, Situation(), [Reading(FIRST, statements=(statement,))]))
    assert list(graph.nodes) == ["teller:صحيفة الضفة"]


def test_control_characters_do_not_break_the_file() -> None:
    hostile = Article(id="x", text="قال", outlet="قناة\x00<&\x0bالنهر")
    statement = Statement("s", Span(0, 3), None, "anon:مصدر\x01", (), Form.INDIRECT, Act.SAY, "r")
    graph = read(bytes_of(write_gexf, Situation(), [Reading(hostile, statements=(statement,))]))
    assert {data["label"] for _, data in graph.nodes(data=True)} == {"قناة<&النهر", "مصدر"}
