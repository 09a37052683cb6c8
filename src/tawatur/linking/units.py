"""Units: the names that are linked together, because they share a block or a person judged of them."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from tawatur.linking.nodes import Node, known_block, spelled_block
from tawatur.model import Judgement, Verdict

BlockOf = Callable[[str], str | None]
"""The block of a member written ``article#entity``; None where there is no such member."""


def units_of(
    nodes: Iterable[Node], judgements: Sequence[Judgement]
) -> Iterator[tuple[list[Node], list[Judgement]]]:
    """All nodes in units, each with the judgements that concern it."""
    blocks: defaultdict[str, list[Node]] = defaultdict(list)
    members: dict[str, str] = {}
    for node in nodes:
        blocks[node.block].append(node)
        members[f"{node.article}#{node.id}"] = node.block
    judged = Judged(judgements, members.get)
    for unit in judged.units(blocks):
        yield [node for block in sorted(unit) for node in blocks.get(block, ())], judged.within(unit)


class Judged:
    """The judgements of identities, with the blocks that each brings together."""

    def __init__(self, judgements: Iterable[Judgement], block_of: BlockOf) -> None:
        ruling = (j for j in judgements if j.verdict in (Verdict.SAME, Verdict.DIFFERENT) and j.other)
        self._blocks = [(j, _blocks(j.about, block_of) | _blocks(j.other or "", block_of)) for j in ruling]

    @property
    def blocks(self) -> frozenset[str]:
        """All blocks that are judged of."""
        return frozenset().union(*(named for _, named in self._blocks))

    def units(self, blocks: Iterable[str]) -> list[frozenset[str]]:
        """The blocks, and those that judgements bring together with them, one set for each unit."""
        of: dict[str, frozenset[str]] = {}
        for _, named in self._blocks:
            unit = named.union(*(of.get(block, ()) for block in named))
            of.update(dict.fromkeys(unit, unit))
        return list(dict.fromkeys(of.get(block, frozenset((block,))) for block in sorted(blocks)))

    def within(self, unit: Collection[str]) -> list[Judgement]:
        """The judgements that concern a unit."""
        return [judgement for judgement, named in self._blocks if not named.isdisjoint(unit)]


def _blocks(name: str, block_of: BlockOf) -> frozenset[str]:
    """The blocks in which an identity id or a member may stand, among them perhaps one that is empty."""
    if "#" in name:
        block = block_of(name)
        return frozenset((block,)) if block else frozenset()
    base = name.partition("~")[0]
    kind, _, spelled = base.partition(":")
    return frozenset((known_block(base), spelled_block(kind, spelled)))
