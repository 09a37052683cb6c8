"""Short invented stories with their answer keys, in the format of the interchange across documents."""

from pathlib import Path
from typing import Any

import yaml

from tawatur.model import Article

FOLDER = Path(__file__).parent / "cases/across"
NAMES = sorted(file.stem for file in FOLDER.glob("*.yaml"))
Record = dict[str, Any]


def articles(name: str) -> list[Article]:
    """The articles of one story."""
    return [Article(**record) for record in _load(name)["articles"]]


def key(name: str) -> Record:
    """The answer key of one story, every place as ``[article, start, end]``."""
    story = _load(name)
    texts = {record["id"]: record["text"] for record in story["articles"]}
    keyed: Record = _placed(story["key"], texts)
    return {**keyed, "stories": [list(texts)]}


def _load(name: str) -> Record:
    loaded: Record = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    return loaded


def _placed(value: Any, texts: dict[str, str]) -> Any:
    """The same value with every ``[article, words]`` or ``[article, words, which]`` as a place."""
    if isinstance(value, dict):
        return {name: _placed(part, texts) for name, part in value.items()}
    if not isinstance(value, list):
        return value
    if _is_place(value, texts):
        return _place(texts[value[0]], *value)
    return [_placed(part, texts) for part in value]


def _is_place(value: list[Any], texts: dict[str, str]) -> bool:
    strings = len(value) > 1 and isinstance(value[0], str) and isinstance(value[1], str)
    return strings and value[0] in texts and value[1] not in texts


def _place(text: str, article: str, words: str, which: int = 1) -> list[Any]:
    start = -1
    for _ in range(which):
        start = text.index(words, start + 1)
    return [article, start, start + len(words)]
