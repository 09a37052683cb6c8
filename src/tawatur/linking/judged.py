"""What persons decided about identities: it outranks the spellings and erases nothing."""

from collections.abc import Sequence

from tawatur.linking.groups import Groups, identity_id, mark_of
from tawatur.linking.nodes import Node
from tawatur.linking.reasons import JUDGED_DIFFERENT, JUDGED_SAME, why
from tawatur.model import Judgement, Verdict

Named = dict[str, list[int]]


def apply_judgements(nodes: list[Node], groups: Groups, judgements: Sequence[Judgement]) -> None:
    """Split and merge as judged, in the order of judging.

    A judgement names identities by id or members as ``article#entity``; one that names nothing
    found in these articles has no effect. The identity that a judgement is about keeps its id.
    """
    ruling = [j for j in judgements if j.verdict in (Verdict.SAME, Verdict.DIFFERENT) and j.other]
    if not ruling:
        return
    named = _named(nodes, groups)
    for judgement in sorted(ruling, key=lambda j: (j.at, j.id)):
        if judgement.about not in named or judgement.other not in named:
            named = _named(nodes, groups)
        one, other = named.get(judgement.about, []), named.get(judgement.other or "", [])
        if one and other:
            _apply(nodes, groups, one, other, judgement)


def _named(nodes: list[Node], groups: Groups) -> Named:
    """The nodes that each identity id and each member name stands for."""
    named: Named = {}
    for members in groups.members(nodes):
        named.setdefault(identity_id(members, groups), []).extend(node.index for node in members)
        for node in members:
            named.setdefault(f"{node.article}#{node.id}", []).append(node.index)
    return named


def _apply(nodes: list[Node], groups: Groups, one: list[int], other: list[int], judgement: Judgement) -> None:
    note = judgement.note or judgement.by
    group = [node for node in nodes if groups.root(node.index) == groups.root(one[0])]
    kept = identity_id(group, groups)
    if judgement.verdict is Verdict.SAME:
        groups.join(one[0], other[0], why(JUDGED_SAME, note))
        groups.fix(one[0], kept)
        return
    apart = [node for node in group if node.index in set(other)]
    rest = [node.index for node in group if node.index not in set(other)]
    if apart and rest:
        name = identity_id(apart, Groups(len(nodes))) + mark_of((node.article, node.id) for node in apart)
        groups.split(rest, [node.index for node in apart], (kept, name))
        groups.note(apart[0].index, why(JUDGED_DIFFERENT, note))
