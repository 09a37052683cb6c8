"""Which statements stand for a claim, which against it, which hold back."""

from collections.abc import Sequence

from tawatur.comparison.predicates import turned
from tawatur.comparison.propositions import Proposition, is_negative
from tawatur.comparison.reasons import Clue, weigh
from tawatur.comparison.same_claim import LIKENESS, turns_against
from tawatur.lexicon.meaning import Meaning
from tawatur.model import Act, Pointer, Stance

_SAME_BUT_TURNED = 0.55
_RANK = {Stance.AFFIRMS: 0, Stance.WITHHOLDS: 1, Stance.DENIES: 2}


def stances(
    group: Sequence[Proposition], head: Proposition, meaning: Meaning, clues: Sequence[Clue[Proposition]]
) -> dict[Pointer, Stance]:
    """The stance of each statement of a group towards what the clause ``head`` says, by cue.

    A clause that denies outweighs what else its statement says: "نفى أن تكون الشركة لوثت النهر" denies
    what "الشركة لوثت النهر" says, and "نفى أن تكون لم تلوث" affirms it.
    """
    found: dict[Pointer, Stance] = {}
    for proposition in group:
        stance = _stance(proposition, head, meaning, clues)
        if stance and _RANK[stance] >= _RANK[found.get(proposition.cue, Stance.AFFIRMS)]:
            found[proposition.cue] = stance
    return found


def _stance(
    proposition: Proposition, head: Proposition, meaning: Meaning, clues: Sequence[Clue[Proposition]]
) -> Stance | None:
    """The stance of one clause; None where it only seems to contradict.

    Who says the contrary without denying anything contradicts only in another article, and where all
    else is the same.
    """
    negated = is_negative(proposition.content) != is_negative(head.content)
    contrary = negated != turned(head.content, proposition.content, meaning)
    if proposition.statement.act is Act.WITHHOLD:
        return Stance.WITHHOLDS
    if turns_against(proposition):
        return Stance.AFFIRMS if contrary else Stance.DENIES
    if not contrary:
        return Stance.AFFIRMS
    likeness = dict(weigh(clues, head, proposition).clues).get(LIKENESS, 0.0)
    elsewhere = proposition.cue.article != head.cue.article
    return Stance.DENIES if likeness >= _SAME_BUT_TURNED and elsewhere else None
