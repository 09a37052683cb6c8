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
        self._marks: dict[int, str] = {}

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

    def regroup(self, groups: Iterable[tuple[list[int], str]]) -> None:
        """Put exactly these nodes together, each group with the mark that its id carries."""
        for members, mark in groups:
            root = min(members)
            for i in members:
                self._parents[i] = root
            if mark:
                self._marks[root] = mark

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

    def mark(self, members: list[Node]) -> str:
        """What tells the id of a group from that of another of the same name; mostly nothing."""
        return self._marks.get(self.root(members[0].index), "")


def mark_of(nodes: Iterable[Node]) -> str:
    """A mark made of the members, the same in every run."""
    text = "\n".join(sorted(f"{node.article}#{node.id}" for node in nodes))
    return "~" + hashlib.sha256(text.encode()).hexdigest()[:8]


def identity_id(members: list[Node], groups: Groups) -> str:
    """A key of the gazetteers, or kind and key of the commonest full name: the same in every run.

    Persons known by one name only may be many (محمد, محمد), so theirs bears a mark of the first member.
    """
    known = next((node.id for node in members if node.known), None)
    if known:
        return known + groups.mark(members)
    fullest = max(members, key=lambda node: (node.parts, len(node.key), node.plain))
    mark = groups.mark(members)
    if not mark and fullest.kind == "per" and fullest.parts == 1:
        mark = mark_of(members[:1])
    return f"{fullest.kind}:{fullest.plain.replace(' ', '-')}{mark}"
