"""Our own answer key: annotations kept without their texts, which lie in the shared corpora."""

import gzip
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent / "own"
CORPORA = Path(__file__).resolve().parents[2] / "shared/corpora"
PARTS = ("open", "aside")

Record = dict[str, Any]


def load_own(part: str) -> tuple[dict[str, Record], list[Record]]:
    """The annotations of one part by document id, and the corpus records they are about.

    Raises ValueError where the text of one is not there.
    """
    lines = (HERE / f"{part}.jsonl").read_text(encoding="utf-8").splitlines()
    documents = {document["id"]: document for document in map(json.loads, lines)}
    records = {record["id"]: record for record in _corpora() if _is_meant(record, documents)}
    for name, document in documents.items():
        if name not in records:
            raise ValueError(f"{part}.jsonl: the text of {name} is not in {CORPORA}")
        _fill(document, records[name]["text"])
    return documents, list(records.values())


def _is_meant(record: Record, documents: dict[str, Record]) -> bool:
    """Whether a record is the one annotated: an outlet may print one text twice, and use an id again."""
    document = documents.get(record["id"])
    return document is not None and document["sha256"] == _digest(record)


def _corpora() -> Iterator[Record]:
    for line in (CORPORA / "dev-articles.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(line)
    with gzip.open(CORPORA / "antcorpus.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _digest(record: Record) -> str:
    return hashlib.sha256(record["text"].encode()).hexdigest()


def _fill(value: Any, text: str) -> None:
    """Give every span inside a value the words it covers."""
    if isinstance(value, dict):
        if "start" in value and "end" in value:
            value["text"] = text[value["start"] : value["end"]]
        for part in value.values():
            _fill(part, text)
    elif isinstance(value, list):
        for part in value:
            _fill(part, text)
