"""Groups of things that belong together, from scores of pairs, whatever order they come in."""

from collections.abc import Callable, Mapping

_SAMPLE = 6
_SHARE = 0.95
_VETO = -1.0


def gather(
    pairs: Mapping[tuple[int, int], float], score: Callable[[int, int], float], enough: float
) -> list[tuple[int, ...]]:
    """Groups of two or more numbers whose members fit each other on average, in order.

    ``pairs`` are the pairs found good enough, best taken first; ``score`` gives the score of any
    other pair. Two groups join when their members reach nearly ``enough`` on average
    and no pair speaks clearly against it; of large groups six members speak for all.
    """
    group_of: dict[int, list[int]] = {}
    known: dict[tuple[int, int], float] = dict(pairs)

    def between(i: int, j: int) -> float:
        pair = (min(i, j), max(i, j))
        if pair not in known:
            known[pair] = score(*pair)
        return known[pair]

    for i, j in sorted(pairs, key=lambda pair: (-pairs[pair], pair)):
        one, other = group_of.setdefault(i, [i]), group_of.setdefault(j, [j])
        if one is other:
            continue
        scores = [between(a, b) for a in one[:_SAMPLE] for b in other[:_SAMPLE]]
        if min(scores) > _VETO and sum(scores) / len(scores) >= _SHARE * enough:
            joined = sorted(one + other)
            group_of.update((member, joined) for member in joined)
    groups = {id(group): tuple(group) for group in group_of.values() if len(group) > 1}
    return sorted(groups.values())
