"""How much a shared word tells, and which texts share words that tell."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from math import fsum, log

_MOST_HOLDERS = 48
_MOST_PARTNERS = 40
_NAME = 4.0


class Weights:
    """Weights of keys: how rare a word is in news at large, and in the texts set side by side.

    A word of the trade ("الحكومة") tells little anywhere; the name of the town an attack struck
    tells much in the press and little among the articles on that attack.
    """

    def __init__(
        self, texts: Sequence[Set[str]], background: Mapping[str, float], names: Set[str] = frozenset()
    ) -> None:
        """Count in how many of ``texts`` each key stands; ``background`` is its rarity at large.

        The words of ``names`` weigh half: the identity they name is a key beside them.
        """
        self._count = len(texts)
        self._holders = Counter(key for text in texts for key in text)
        self._background = background
        self._names = names
        self._weights: dict[str, float] = {}
        self._totals: dict[Set[str], float] = {}

    def weight(self, key: str) -> float:
        """The weight of one key, 0 to about 7."""
        if key not in self._weights:
            inside = log(1 + self._count / max(1, self._holders[key])) / log(2 + self._count)
            share = 0.5 if key in self._names else 1.0
            self._weights[key] = share * self._background.get(key, _NAME) * (0.3 + 0.7 * inside)
        return self._weights[key]

    def total(self, keys: Set[str]) -> float:
        """The weight of several keys together, exact whatever their order."""
        if keys not in self._totals:
            self._totals[keys] = fsum(map(self.weight, keys))
        return self._totals[keys]

    def likeness(self, one: Set[str], other: Set[str], beside: float = 0.0) -> float:
        """The share of weight two texts have in common, 0 to 1 (Dice), with ``beside`` in common besides."""
        both = self.total(one) + self.total(other)
        return 2 * (self.shared(one, other) + beside) / both if both else 0.0

    def containment(self, one: Set[str], other: Set[str], beside: float = 0.0) -> float:
        """How much of the lighter text lies in the heavier one, 0 to 1."""
        least = min(self.total(one), self.total(other))
        return min(1.0, (self.shared(one, other) + beside) / least) if least else 0.0

    def shared(self, one: Set[str], other: Set[str]) -> float:
        """The weight of what two texts have in common."""
        return fsum(map(self.weight, one & other))


def partners(texts: Mapping[int, Set[str]], weights: Weights) -> list[tuple[int, int]]:
    """Pairs of texts that share words that tell, each pair once, smaller number first.

    Each text meets the 40 partners with which it shares most weight, through words that at most
    48 texts hold: the cost is linear in the number of texts.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    for number in sorted(texts):
        for key in texts[number]:
            holders[key].append(number)
    met: set[tuple[int, int]] = set()
    for number in sorted(texts):
        shared: dict[int, float] = defaultdict(float)
        for key in sorted(texts[number]):
            if len(holders[key]) <= _MOST_HOLDERS:
                for other in holders[key]:
                    shared[other] += weights.weight(key)
        shared.pop(number, None)
        ranked = sorted(shared, key=lambda other: (-shared[other], other))
        met.update((min(number, other), max(number, other)) for other in ranked[:_MOST_PARTNERS])
    return sorted(met)
