"""Memo: what a function says of a word, worked out when the word is first met."""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

_LIMIT = 200_000


class Memo(dict[str, T]):
    """The answers of ``find`` by folded form; ask with ``memo[form]``.

    A text has few different words and many of each, and a look into a dict is the cheapest
    question there is. All is forgotten when more than 200,000 forms have been met, so that memory
    stays bounded whatever is read.
    """

    def __init__(self, find: Callable[[str], T]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, form: str) -> T:
        if len(self) > _LIMIT:
            self.clear()
        found = self[form] = self._find(form)
        return found
