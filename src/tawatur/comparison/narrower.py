"""Narrower claims inside a wider one: who says it in the same words, with one figure, of his own mind."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tawatur.comparison.clusters import gather
from tawatur.comparison.propositions import Proposition
from tawatur.comparison.reasons import Clue, weigh
from tawatur.comparison.same_claim import figures, turns_against
from tawatur.model import Act

_CLOSE, _AT_WORST = 1.4, 0.95
_FITTING = 1.2
_MOST_COMPARED = 60
_OWN = (Act.FEEL, Act.WARN, Act.DEMAND, Act.PLEDGE, Act.ACCUSE)


def narrower(group: Sequence[Proposition], clues: Sequence[Clue[Proposition]]) -> Iterator[list[Proposition]]:
    """The members of a claim that agree more closely than the claim as a whole.

    Each part has the statements of two cues at least, and fewer than the whole.
    """
    whole = len({member.cue for member in group})
    parts = (*_in_the_same_words(group, clues), *_with_the_same_figure(group), *_of_one_mind(group))
    for members in parts:
        if 1 < len({member.cue for member in members}) < whole:
            yield members


def without_strays(group: Sequence[Proposition], clues: Sequence[Clue[Proposition]]) -> Sequence[Proposition]:
    """The group without members that only just fit one that says much the same in the same words.

    Three papers print one sentence; who shares a few of its words corroborates none of them. A denial is
    no stray: it answers.
    """
    core = {member for members in _in_the_same_words(group, clues) for member in members}
    if not core or len(group) > _MOST_COMPARED:
        return group

    def fits(member: Proposition) -> bool:
        return max(weigh(clues, member, other).score for other in core) >= _FITTING

    return [p for p in group if p in core or turns_against(p) or fits(p)]


def _in_the_same_words(
    group: Sequence[Proposition], clues: Sequence[Clue[Proposition]]
) -> list[list[Proposition]]:
    """Members that say much the same in much the same words."""

    def score(i: int, j: int) -> float:
        return weigh(clues, group[i], group[j]).score

    near = range(min(len(group), _MOST_COMPARED))
    pairs = {(i, j): score(i, j) for i in near for j in near if i < j}
    close = {pair: value for pair, value in pairs.items() if value >= _CLOSE}
    return [[group[i] for i in members] for members in gather(close, score, _CLOSE, _AT_WORST)]


def _with_the_same_figure(group: Sequence[Proposition]) -> list[list[Proposition]]:
    """Members that give one figure: "1500 جندي" among those who say that soldiers were sent."""
    found: dict[float, list[Proposition]] = defaultdict(list)
    for proposition in group:
        for figure in figures(proposition):
            found[figure].append(proposition)
    return [found[figure] for figure in sorted(found)]


def _of_one_mind(group: Sequence[Proposition]) -> list[list[Proposition]]:
    """Members in which one speaker condemns, demands or pledges: his own claim among many's."""
    found: dict[str, list[Proposition]] = defaultdict(list)
    for proposition in group:
        if proposition.speaker and proposition.statement.act in _OWN:
            found[proposition.speaker].append(proposition)
    return [found[speaker] for speaker in sorted(found)]
