"""Which statements stand for a claim, which against it, which hold back."""

from collections.abc import Sequence

from tawatur.comparison.predicates import turned
from tawatur.comparison.propositions import Proposition
from tawatur.comparison.reasons import Clue, weigh
from tawatur.comparison.same_claim import LIKENESS, turns_against
from tawatur.lexicon.meaning import Meaning
from tawatur.model import Pointer, Stance

_SAME_BUT_TURNED = 0.65
_OTHER = {Stance.AFFIRMS: Stance.DENIES, Stance.DENIES: Stance.AFFIRMS}
_RANK = {Stance.AFFIRMS: 0, Stance.WITHHOLDS: 1, Stance.DENIES: 2}


def stances(
    group: Sequence[Proposition], head: Proposition, meaning: Meaning, clues: Sequence[Clue[Proposition]]
) -> dict[Pointer, Stance]:
    """The stance of each statement of a group towards what ``head`` says, by cue.

    A statement that denies outweighs what else the same statement says. Where nobody affirms what
    ``head`` denies, the claim is the denial, and those who share it affirm it.
    """
    found: dict[Pointer, Stance] = {}
    for proposition in group:
        stance = _stance(proposition, head, meaning, clues)
        if stance and _RANK[stance] >= _RANK[found.get(proposition.cue, Stance.AFFIRMS)]:
            found[proposition.cue] = stance
    if head.stance is Stance.DENIES and not turns_against(head) and Stance.AFFIRMS not in found.values():
        return {cue: _OTHER.get(stance, stance) for cue, stance in found.items()}
    return found


def _stance(
    proposition: Proposition, head: Proposition, meaning: Meaning, clues: Sequence[Clue[Proposition]]
) -> Stance | None:
    """The stance of one clause; None where it only seems to contradict.

    Who says the contrary without denying anything contradicts only in another article, and where all
    else is the same.
    """
    if turns_against(proposition):
        return proposition.stance
    contrary = turned(head.content, proposition.content, meaning)
    stance = _OTHER.get(proposition.stance, proposition.stance) if contrary else proposition.stance
    if stance is head.stance or proposition is head:
        return stance
    likeness = dict(weigh(clues, head, proposition).clues).get(LIKENESS, 0.0)
    elsewhere = proposition.cue.article != head.cue.article
    return stance if likeness >= _SAME_BUT_TURNED and elsewhere else None
