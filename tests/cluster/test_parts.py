"""Parts hold every line of a file once, wherever the cuts fall."""

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.cluster.parts import Content, plan_parts
from tawatur.cluster.reading import Shelf
from tawatur.cluster.repeats import find_repeats
from tawatur.model import Article

pytest.importorskip("fsspec", reason="fsspec is not installed")

TEXTS = st.lists(st.text('ابتثج \n"', min_size=1, max_size=40).map(lambda text: "قال" + text), max_size=12)


@settings(max_examples=60, deadline=None)
@given(texts=TEXTS, block=st.integers(1, 300), last=st.booleans())
def test_every_line_is_read_once_wherever_the_cuts_fall(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], block: int, last: bool
) -> None:
    file = tmp_path_factory.mktemp("parts") / "in.jsonl"
    lines = "\n".join(json.dumps({"text": text}, ensure_ascii=False) for text in texts)
    file.write_text(lines + "\n" * last, encoding="utf-8")
    found: list[str] = []
    for part in plan_parts([str(file)], block):
        with Content(part) as content:
            found += [item.text for item in content.articles() if isinstance(item, Article)]
    assert found == texts


def test_the_same_content_has_the_same_key_wherever_it_lies(tmp_path: Path) -> None:
    keys = []
    for name, text in (("a", "قال"), ("b", "قال"), ("c", "قالت")):
        file = tmp_path / f"{name}.jsonl"
        file.write_text(json.dumps({"text": text}), encoding="utf-8")
        with Content(plan_parts([str(file)])[0]) as content:
            keys.append(content.key)
    assert keys[0] == keys[1] != keys[2]


def test_repeats_are_dropped_and_changes_become_versions() -> None:
    shelves = [
        Shelf("one", (("a", "1"), ("b", "2"))),
        Shelf("two", (("c", "3"),)),
        Shelf("three", (("a", "1"), ("b", "9"), ("b", "9"), ("b", "10"))),
    ]
    assert find_repeats(shelves) == [(2, {0: None, 1: "b~2", 2: None, 3: "b~3"})]


def test_archives_of_pages_are_read_through_the_intake(tmp_path: Path) -> None:
    pytest.importorskip("fastwarc", reason="fastwarc is not installed")
    told = "قالت بلدية الوادي إن السيول شردت مئات الأسر وقطعت الطرق بين القرى والمدن القريبة من النهر."
    html = f"<html><body><article><h1>سيول</h1><p>{told}</p><p>{told}</p></article></body></html>"
    body = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{html}".encode()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/1\r\n"
        "WARC-Date: 2024-03-10T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    (tmp_path / "pages.warc.gz").write_bytes(gzip.compress(head.encode() + body + b"\r\n\r\n"))
    (part,) = plan_parts([str(tmp_path)])
    with Content(part) as content:
        (article,) = content.articles()
    assert isinstance(article, Article)
    assert article.url == "https://news.example/1"
    assert told in article.text
    assert str(part.url) in (article.place or "")
