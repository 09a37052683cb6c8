"""Claims: propositions that statements across articles affirm, deny or withhold."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import fsum

from tawatur.comparison.backing import placed
from tawatur.comparison.clusters import gather
from tawatur.comparison.contents import Told, background
from tawatur.comparison.ids import content_id
from tawatur.comparison.narrower import narrower, without_strays
from tawatur.comparison.propositions import Proposition, propositions
from tawatur.comparison.reasons import Clue, reasons, weigh
from tawatur.comparison.same_claim import clues_of_same_claim, turns_against
from tawatur.comparison.stances import stances
from tawatur.comparison.weights import Weights, partners
from tawatur.comparison.wording import COMPLETED, said_from, stands_alone, wording
from tawatur.model import Act, Claim, Measure, Origin, Pointer, Span, Stance

_ENOUGH = 0.95
_ENOUGH_DENIED = 1.0
_TOGETHER = 0.3
_APART = -3.0
_ACT = 2.0
_BEYOND = 0.4


def compare_claims(
    told: Sequence[Told], origins: Sequence[Origin] = (), measures: Sequence[Measure] = ()
) -> tuple[Claim, ...]:
    """The claims that two or more statements of the articles ``told`` take a stance on, in order of place.

    "أرسلت كوريا الشمالية جنوداً" and "إرسال قوات كورية شمالية" put forward one claim; "1500 جندي"
    is a claim of its own that entails it. ``origins`` tell who stands behind whom, ``measures`` which
    figures count one thing.
    """
    told_apart = [proposition for article in told for proposition in propositions(article)]
    found = list(placed(told_apart, origins, measures))
    names = told[0].name_keys if told else frozenset()
    rarities = {**background(told), **dict.fromkeys(map("act {}".format, Act), _ACT)}
    weights = Weights([p.keys for p in found], rarities, names)
    clues = clues_of_same_claim(weights)
    pairs = {
        (i, j): weighed.score
        for i, j in partners({i: p.keys for i, p in enumerate(found)}, weights)
        if found[i].cue != found[j].cue and (weighed := weigh(clues, found[i], found[j])).score >= _ENOUGH
    }
    against = frozenset(i for i, p in enumerate(found) if turns_against(p))
    agreeing = {pair: score for pair, score in pairs.items() if against.isdisjoint(pair)}
    groups = gather(agreeing, lambda i, j: weigh(clues, found[i], found[j]).score, _TOGETHER, _APART)
    groups = sorted(
        with_denials(groups, pairs, against, lambda i, j: weights.shared(found[i].keys, found[j].keys))
    )
    by_id = {article.id: article for article in told}
    whole = (without_strays([found[i] for i in group], clues) for group in groups)
    claims = [claim for group in whole for claim in _claims(group, by_id, clues)]
    return tuple(_without_doubles(claims))


def with_denials(
    groups: Iterable[tuple[int, ...]],
    pairs: Mapping[tuple[int, int], float],
    against: frozenset[int],
    shared: Callable[[int, int], float],
) -> Iterable[tuple[int, ...]]:
    """The groups of what is affirmed, each with what is said against it, and what is only denied.

    Of what it fits, a denial is set against the one thing it shares most with.
    """
    home = {member: group for group in groups for member in group}
    answers: dict[tuple[int, ...], set[int]] = {group: set() for group in home.values()}
    fitting: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (i, j), score in pairs.items():
        if (i in against) != (j in against) and score >= _ENOUGH_DENIED:
            denial, denied = (i, j) if i in against else (j, i)
            fitting[denial].append((-shared(i, j), denied))
    for denial in sorted(fitting):
        _, denied = min(fitting[denial])
        answers.setdefault(home.get(denied, (denied,)), set()).add(denial)
    for group, denials in answers.items():
        yield tuple(sorted({*group, *denials}))


def _claims(
    group: Sequence[Proposition], told: dict[str, Told], clues: Sequence[Clue[Proposition]]
) -> Iterable[Claim]:
    """The claim of a group, and the narrower ones inside it that entail it."""
    general = _claim(group, told, clues)
    yield general
    for members in narrower(group, clues):
        yield _claim(members, told, clues, entails=(general.id,))


def _claim(
    group: Sequence[Proposition],
    told: dict[str, Told],
    clues: Sequence[Clue[Proposition]],
    entails: tuple[str, ...] = (),
) -> Claim:
    head = _plainest(group)
    taken = stances(group, head, told[head.cue.article].terms.meaning, clues)
    second = _closest(head, group, clues)
    why = reasons(clues, weigh(clues, head, second), (head.content.place, second.content.place))
    return Claim(
        id=content_id("claim", [place for p in group for place in (p.cue, p.content.place)]),
        what=_what(_best_told(group, taken, told) or head, told),
        affirms=_with(Stance.AFFIRMS, taken),
        denies=_with(Stance.DENIES, taken),
        withholds=_with(Stance.WITHHOLDS, taken),
        entails=entails,
        reasons=why,
    )


def _closest(
    head: Proposition, group: Sequence[Proposition], clues: Sequence[Clue[Proposition]]
) -> Proposition:
    """The clause of another statement that is most like ``head``, of another article before its own."""

    def distance(p: Proposition) -> tuple[bool, float, Pointer]:
        return p.cue.article == head.cue.article, -weigh(clues, head, p).score, p.content.place

    return min((p for p in group if p.cue != head.cue), key=distance)


def _plainest(group: Sequence[Proposition]) -> Proposition:
    """The clause that says most of what the group shares and least beyond it; a denial only if all deny."""
    shared: dict[str, int] = defaultdict(int)
    for proposition in group:
        for key in proposition.keys:
            shared[key] += 1

    def ill_suited(p: Proposition) -> tuple[bool, bool, float, Pointer]:
        common = fsum(shared[key] / len(group) - _BEYOND for key in p.keys)
        return (turns_against(p), p.borrowed, -common, p.content.place)

    return min(group, key=ill_suited)


def _best_told(
    group: Sequence[Proposition], taken: dict[Pointer, Stance], told: dict[str, Told]
) -> Proposition | None:
    """The plainest clause that affirms and is whole: "أرسلت الدولة جنوداً", not "الدولة بإرسال جنود"."""
    whole = [
        p
        for p in group
        if taken.get(p.cue) is Stance.AFFIRMS
        and not turns_against(p)
        and p.statement.act not in COMPLETED
        and stands_alone(told[p.content.place.article], p.content)
    ]
    return _plainest(whole) if whole else None


def _what(proposition: Proposition, told: dict[str, Told]) -> str:
    """The words of a clause, from where it can be read by itself: see ``said_from``."""
    article, place = told[proposition.content.place.article], proposition.content.place
    return wording(article, Span(said_from(article, proposition.statement, place), place.end))


def _with(stance: Stance, taken: dict[Pointer, Stance]) -> tuple[Pointer, ...]:
    return tuple(sorted(cue for cue, own in taken.items() if own is stance))


def _without_doubles(claims: Iterable[Claim]) -> list[Claim]:
    """Claims on which the same statements take the same stances are told once, by the first."""
    kept: dict[object, Claim] = {}
    for claim in claims:
        kept.setdefault((claim.affirms, claim.denies, claim.withholds), claim)
    return list(kept.values())
