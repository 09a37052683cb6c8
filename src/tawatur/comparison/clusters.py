"""Groups of things that belong together, from scores of pairs, whatever order they come in."""

from collections.abc import Callable, Mapping

_SAMPLE = 6


def gather(
    pairs: Mapping[tuple[int, int], float],
    score: Callable[[int, int], float],
    on_average: float,
    at_worst: float,
) -> list[tuple[int, ...]]:
    """Groups of two or more numbers whose members fit each other on average, in order.

    ``pairs`` are the pairs found good enough, best taken first; ``score`` gives the score of any
    other pair. Larger groups join when their members score ``on_average`` and no pair scores less
    than ``at_worst``; of large groups six members speak for all.
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
        two = len(scores) == 1
        if two or (min(scores) > at_worst and sum(scores) / len(scores) >= on_average):
            joined = sorted(one + other)
            group_of.update((member, joined) for member in joined)
    groups = {id(group): tuple(group) for group in group_of.values() if len(group) > 1}
    return sorted(groups.values())
