"""The GEXF graph, read by networkx."""

from pathlib import Path

import networkx as nx
from floods import FIRST, sample_readings, sample_situation

from tawatur.export.graph import write_gexf
from tawatur.model import Act, Article, Form, Reading, Situation, Span, Statement


def test_speakers_and_chains_read_back(tmp_path: Path) -> None:
    write_gexf(sample_situation(), sample_readings(), tmp_path / "g.gexf")
    graph = nx.read_gexf(tmp_path / "g.gexf", version="1.3")
    assert graph.is_directed()
    assert graph.nodes["per:1"] == {"label": "سامي الخطيب", "kind": "person", "statements": 2}
    assert graph.nodes["org:2"]["kind"] == "organisation"
    assert graph["per:1"]["teller:org:agency"]["weight"] == 1.0
    assert graph["teller:org:agency"]["teller:صحيفة الضفة"]["weight"] == 1.0


def test_a_speaker_who_is_unknown_leaves_only_the_outlet(tmp_path: Path) -> None:
    statement = Statement("s", Span(0, 3), None, None, (), Form.INDIRECT, Act.SAY, "r")
    write_gexf(Situation(), [Reading(FIRST, statements=(statement,))], tmp_path / "g.gexf")
    assert list(nx.read_gexf(tmp_path / "g.gexf", version="1.3").nodes) == ["teller:صحيفة الضفة"]


def test_control_characters_do_not_break_the_file(tmp_path: Path) -> None:
    hostile = Article(id="x", text="قال", outlet="قناة\x00<&\x0bالنهر")
    statement = Statement("s", Span(0, 3), None, "anon:مصدر\x01", (), Form.INDIRECT, Act.SAY, "r")
    write_gexf(Situation(), [Reading(hostile, statements=(statement,))], tmp_path / "g.gexf")
    graph = nx.read_gexf(tmp_path / "g.gexf", version="1.3")
    assert {data["label"] for _, data in graph.nodes(data=True)} == {"قناة<&النهر", "مصدر"}
