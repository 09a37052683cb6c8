"""What persons decided about identities: it outranks the spellings and erases nothing."""

from collections.abc import Sequence

from tawatur.linking.groups import Groups, identity_id, mark_of
from tawatur.linking.nodes import Node
from tawatur.linking.reasons import JUDGED_DIFFERENT, JUDGED_SAME, why
from tawatur.model import Judgement, Verdict


def apply_judgements(nodes: list[Node], groups: Groups, judgements: Sequence[Judgement]) -> None:
    """Split and merge as judged, the latest judgement last.

    A judgement names identities by id or members as ``article#entity``; one that names nothing
    found in these articles has no effect.
    """
    ruling = [j for j in judgements if j.verdict in (Verdict.SAME, Verdict.DIFFERENT) and j.other]
    if not ruling:
        return
    by_name = _by_name(nodes, groups)
    for judgement in sorted(ruling, key=lambda j: (j.at, j.id)):
        one, other = by_name.get(judgement.about, []), by_name.get(judgement.other or "", [])
        if one and other and judgement.verdict is Verdict.SAME:
            groups.join(one[0], other[0], why(JUDGED_SAME, judgement.note or judgement.by))
        elif one and other:
            _part(nodes, groups, one, other, judgement)


def _by_name(nodes: list[Node], groups: Groups) -> dict[str, list[int]]:
    """The nodes that each identity id and each member name stands for."""
    names: dict[str, list[int]] = {}
    for members in groups.members(nodes):
        names.setdefault(identity_id(members, groups), []).extend(node.index for node in members)
        for node in members:
            names.setdefault(f"{node.article}#{node.id}", []).append(node.index)
    return names


def _part(nodes: list[Node], groups: Groups, one: list[int], other: list[int], judgement: Judgement) -> None:
    """Take the second out of the group of the first."""
    group = [node.index for node in nodes if groups.root(node.index) == groups.root(one[0])]
    apart = set(other)
    rest = [i for i in group if i not in apart]
    if len(rest) in (0, len(group)):
        return
    groups.regroup([(rest, ""), (sorted(apart), mark_of(nodes[i] for i in apart))])
    groups.note(min(apart), why(JUDGED_DIFFERENT, judgement.note or judgement.by))
