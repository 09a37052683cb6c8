"""Sets that grow by joining, with the reason of every join."""

import hashlib
from collections.abc import Iterable

from tawatur.linking.nodes import Node
from tawatur.model import Why


class Groups:
    """Which nodes are one; ``split`` keeps a node apart for good."""

    def __init__(self, size: int) -> None:
        self._parents = list(range(size))
        self._reasons: dict[int, list[Why]] = {}
        self._ids: dict[int, str] = {}

    def root(self, i: int) -> int:
        """The node that stands for the group of node ``i``."""
        parents = self._parents
        while parents[i] != i:
            parents[i] = parents[parents[i]]
            i = parents[i]
        return i

    def join(self, a: int, b: int, reason: Why) -> None:
        """Make two groups one."""
        a, b = self.root(a), self.root(b)
        if a != b:
            self._parents[max(a, b)] = min(a, b)
            self._reasons.setdefault(max(a, b), []).append(reason)

    def split(self, rest: list[int], apart: list[int], ids: tuple[str, str]) -> None:
        """Make two groups of one, each with the id that it keeps."""
        for members, fixed in zip((rest, apart), ids, strict=True):
            for i in members:
                self._parents[i] = min(members)
            self._ids[min(members)] = fixed

    def fix(self, i: int, fixed: str) -> None:
        """Let the group of node ``i`` keep an id whatever its members are."""
        self._ids[self.root(i)] = fixed

    def note(self, i: int, reason: Why) -> None:
        """Add a reason to the group of a node."""
        self._reasons.setdefault(i, []).append(reason)

    def members(self, nodes: list[Node]) -> Iterable[list[Node]]:
        """The groups, each with its nodes in order."""
        found: dict[int, list[Node]] = {}
        for node in nodes:
            found.setdefault(self.root(node.index), []).append(node)
        return found.values()

    def reasons(self, i: int) -> list[Why]:
        """Why node ``i`` was joined to its group."""
        return self._reasons.get(i, [])

    def fixed_id(self, i: int) -> str | None:
        """The id that a judgement made the group of node ``i`` keep."""
        return self._ids.get(self.root(i))


def identity_id(members: list[Node], groups: Groups) -> str:
    """What a judgement fixed, a key of the gazetteers, or kind and fullest name: the same in every run."""
    fixed = groups.fixed_id(members[0].index)
    if fixed:
        return fixed
    known = next((node.id for node in members if node.known), None)
    if known:
        return known
    fullest = max(members, key=lambda node: (node.parts, len(node.key), node.plain))
    apart = "-" if fullest.plain[:1].islower() else ""  # as the keys of the gazetteers are
    return f"{fullest.kind}:{apart}{fullest.plain.replace(' ', '-')}"


def mark_of(members: Iterable[tuple[str, str]]) -> str:
    """A mark made of members, ``(article id, entity id)``, the same in every run."""
    text = "\n".join(sorted(f"{article}#{entity}" for article, entity in members))
    return "~" + hashlib.sha256(text.encode()).hexdigest()[:8]
