"""Claims: propositions that statements across articles affirm, deny or withhold."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from tawatur.comparison.clusters import gather
from tawatur.comparison.contents import Told, tell
from tawatur.comparison.ids import content_id
from tawatur.comparison.predicates import turned
from tawatur.comparison.propositions import Proposition, propositions
from tawatur.comparison.reasons import Clue, reasons, weigh
from tawatur.comparison.terms import Terms
from tawatur.comparison.weights import Weights, partners
from tawatur.lexicon.meaning import Meaning
from tawatur.lexicon.rarity import Rarity
from tawatur.model import Act, Claim, Identity, Origin, Pointer, Reading, Stance

_ENOUGH = 0.9
_TOGETHER = 0.0
_APART = -3.0
_LEAST_WORDS = 3
_ACT = 2.0
_CLOSE = 1.7
_MOST_COMPARED = 60
_OWN = (Act.FEEL, Act.WARN, Act.DEMAND, Act.PLEDGE, Act.ACCUSE)
_LEAST_SHARED = 5.0


def compare_claims(
    readings: Sequence[Reading],
    identities: Sequence[Identity],
    origins: Sequence[Origin],
    meaning: Meaning,
    rarity: Rarity,
) -> tuple[Claim, ...]:
    """The claims that two or more statements of ``readings`` take a stance on, in order of place.

    "أرسلت كوريا الشمالية جنوداً" and "إرسال قوات كورية شمالية" put forward one claim; "1500 جندي"
    is a claim of its own that entails it.
    """
    terms = Terms(meaning, rarity)
    told = tell(readings, identities, terms)
    found = [proposition for article in told for proposition in propositions(article)]
    names = told[0].name_keys if told else frozenset()
    background = {**terms.background, **dict.fromkeys(map("act {}".format, Act), _ACT)}
    weights = Weights([p.keys for p in found], background, names)
    clues = clues_of_same_claim(weights)
    candidates = partners({i: p.keys for i, p in enumerate(found)}, weights)
    pairs = {
        (i, j): weighed.score
        for i, j in candidates
        if found[i].cue != found[j].cue and (weighed := weigh(clues, found[i], found[j])).score >= _ENOUGH
    }
    groups = gather(pairs, lambda i, j: weigh(clues, found[i], found[j]).score, _TOGETHER, _APART)
    by_id = {article.id: article for article in told}
    claims = [
        claim for group in groups for claim in _claims([found[i] for i in group], by_id, meaning, clues)
    ]
    return tuple(_without_doubles(claims))


def clues_of_same_claim(weights: Weights) -> tuple[Clue[Proposition], ...]:
    """The reasons for and against two clauses putting forward one thing."""

    def alike(one: Proposition, other: Proposition) -> float:
        return weights.likeness(one.keys, other.keys)

    def contained(one: Proposition, other: Proposition) -> float:
        return weights.containment(one.keys, other.keys)

    def thin(one: Proposition, other: Proposition) -> float:
        substance, names = one.substance & other.substance, _shared_names(one, other)
        shared = one.keys & other.keys
        return float(
            not substance or len(substance) + names < _LEAST_WORDS or weights.total(shared) < _LEAST_SHARED
        )

    return (
        Clue("same_words", 1.0, "they share most of their words", alike),
        Clue("contained", 0.8, "the shorter lies in the longer", contained),
        Clue("same_predicate", 0.2, "the same is done or happens", _same_concepts),
        Clue("same_names", 0.2, "the same names stand in both", _same_names),
        Clue("same_speaker", 0.2, "the same speaker says both", _same_speaker),
        Clue("answers", 0.3, "one answers the other in the same article", _answers),
        Clue("same_figure", 0.3, "they give the same figure", _same_figure),
        Clue("other_names", -0.3, "each names only others", _other_names),
        Clue("little_shared", -2.0, "what they share is too little to tell", thin),
        Clue("other_wish", -2.0, "one tells what is, the other what shall be", _other_wish),
    )


def _same_concepts(one: Proposition, other: Proposition) -> float:
    return float(bool(one.content.concepts & other.content.concepts))


def _same_names(one: Proposition, other: Proposition) -> float:
    a, b = one.content.entities, other.content.entities
    return len(a & b) / max(1, min(len(a), len(b)))


def _shared_names(one: Proposition, other: Proposition) -> int:
    """How many names both have; words of a name without the name itself count as one."""
    entities = one.content.entities & other.content.entities
    words = (one.keys & other.keys) - one.substance - other.substance - entities
    return (len(entities) or int(bool(words))) + int(_same_speaker(one, other))


def _same_speaker(one: Proposition, other: Proposition) -> float:
    return float(one.speaker is not None and one.speaker == other.speaker)


def _answers(one: Proposition, other: Proposition) -> float:
    """Whether one of two statements of an article turns against what the other says."""
    against = [p.statement.act in (Act.DENY, Act.WITHHOLD) for p in (one, other)]
    return float(one.cue.article == other.cue.article and against[0] != against[1])


def _other_names(one: Proposition, other: Proposition) -> float:
    a, b = one.content.entities, other.content.entities
    return float(bool(a and b and not a & b))


def _other_wish(one: Proposition, other: Proposition) -> float:
    return float(one.wish != other.wish)


def _same_figure(one: Proposition, other: Proposition) -> float:
    return float(bool(_figures(one) & _figures(other)))


def _figures(proposition: Proposition) -> frozenset[tuple[float | None, float | None]]:
    return frozenset((q.low, q.high) for q in proposition.content.quantities)


def _claims(
    group: Sequence[Proposition], told: dict[str, Told], meaning: Meaning, clues: Sequence[Clue[Proposition]]
) -> Iterable[Claim]:
    """The claim of a group, and the narrower ones inside it that entail it."""
    general = _claim(group, told, meaning, clues)
    yield general
    for narrower in (*_in_the_same_words(group, clues), *_with_the_same_figure(group), *_of_one_mind(group)):
        if 1 < len({member.cue for member in narrower}) < len({member.cue for member in group}):
            yield _claim(narrower, told, meaning, clues, entails=(general.id,))


def _in_the_same_words(
    group: Sequence[Proposition], clues: Sequence[Clue[Proposition]]
) -> list[list[Proposition]]:
    """Members that say much the same in much the same words."""

    def score(i: int, j: int) -> float:
        return weigh(clues, group[i], group[j]).score

    near = range(min(len(group), _MOST_COMPARED))
    pairs = {(i, j): score(i, j) for i in near for j in near if i < j}
    close = {pair: value for pair, value in pairs.items() if value >= _CLOSE}
    return [[group[i] for i in members] for members in gather(close, score, _CLOSE, _ENOUGH)]


def _with_the_same_figure(group: Sequence[Proposition]) -> list[list[Proposition]]:
    """Members that give one figure: "1500 جندي" among those who say that soldiers were sent."""
    found: dict[str, list[Proposition]] = defaultdict(list)
    for proposition in group:
        for figure in _figures(proposition):
            found[str(figure)].append(proposition)
    return [found[figure] for figure in sorted(found)]


def _of_one_mind(group: Sequence[Proposition]) -> list[list[Proposition]]:
    """Members in which one speaker condemns, demands or pledges: his own claim among many's."""
    found: dict[str, list[Proposition]] = defaultdict(list)
    for proposition in group:
        if proposition.speaker and proposition.statement.act in _OWN:
            found[proposition.speaker].append(proposition)
    return [found[speaker] for speaker in sorted(found)]


def _claim(
    group: Sequence[Proposition],
    told: dict[str, Told],
    meaning: Meaning,
    clues: Sequence[Clue[Proposition]],
    entails: tuple[str, ...] = (),
) -> Claim:
    head = _plainest(group)
    stances = _stances(group, head, meaning)
    second = next(p for p in group if p.cue != head.cue)
    why = reasons(clues, weigh(clues, head, second), (head.content.place, second.content.place))
    return Claim(
        id=content_id("claim", [p.content.place for p in group]),
        what=told[head.content.place.article].text(head.content.place).strip(" ،.:؛\n"),
        affirms=_with(Stance.AFFIRMS, stances),
        denies=_with(Stance.DENIES, stances),
        withholds=_with(Stance.WITHHOLDS, stances),
        entails=entails,
        reasons=why,
    )


def _plainest(group: Sequence[Proposition]) -> Proposition:
    """The clause that says least beyond what most of the group says, affirmed if any is."""
    shared: dict[str, int] = defaultdict(int)
    for proposition in group:
        for key in proposition.keys:
            shared[key] += 1

    def extra(p: Proposition) -> tuple[bool, bool, float, Pointer]:
        common = sum(shared[key] for key in p.keys) / len(p.keys)
        return (p.stance is not Stance.AFFIRMS, p.borrowed, -common, p.content.place)

    return min(group, key=extra)


def _stances(group: Sequence[Proposition], head: Proposition, meaning: Meaning) -> dict[Pointer, Stance]:
    """The stance of each statement towards what ``head`` affirms; denial outweighs the rest."""
    found: dict[Pointer, Stance] = {}
    for proposition in group:
        stance = proposition.stance
        if stance is not Stance.WITHHOLDS and turned(head.content, proposition.content, meaning):
            stance = _OTHER[stance]
        if (
            _RANK[stance] > _RANK.get(found.get(proposition.cue, Stance.AFFIRMS), 0)
            or proposition.cue not in found
        ):
            found[proposition.cue] = stance
    if head.stance is Stance.DENIES and Stance.AFFIRMS not in found.values():
        found = {cue: _OTHER.get(stance, stance) for cue, stance in found.items()}
    return found


_OTHER = {Stance.AFFIRMS: Stance.DENIES, Stance.DENIES: Stance.AFFIRMS}
_RANK = {Stance.AFFIRMS: 0, Stance.WITHHOLDS: 1, Stance.DENIES: 2}


def _with(stance: Stance, stances: dict[Pointer, Stance]) -> tuple[Pointer, ...]:
    return tuple(sorted(cue for cue, taken in stances.items() if taken is stance))


def _without_doubles(claims: Iterable[Claim]) -> list[Claim]:
    """Claims on which the same statements take the same stances are told once, by the first."""
    kept: dict[object, Claim] = {}
    for claim in claims:
        kept.setdefault((claim.affirms, claim.denies, claim.withholds), claim)
    return list(kept.values())
