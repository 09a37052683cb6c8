"""When two clauses put forward one thing: the table of reasons for and against."""

from tawatur.comparison.bounds import Fit, fit
from tawatur.comparison.propositions import Proposition
from tawatur.comparison.reasons import Clue
from tawatur.comparison.weights import Weights
from tawatur.model import Act

_NEEDED = {False: (3, 5.0), True: (2, 4.0)}
_OWNED = (2, 2.5)
_ELSEWHERE = 0.5
_TELLING = (Act.SAY, Act.ANNOUNCE)
_PLEDGE, _REJECT = "pledge", "reject"
_TELLING_FIGURE = 13
_FIGURE = 2.0
_BLAME = frozenset({"responsible"})
LIKENESS = "same_words"


def clues_of_same_claim(weights: Weights) -> tuple[Clue[Proposition], ...]:
    """The reasons for and against two clauses putting forward one thing."""

    def turned(one: Proposition, other: Proposition) -> float:
        here, there = contrary_words(one, other)
        return (weights.total(here) + weights.total(there)) / 2

    def alike(one: Proposition, other: Proposition) -> float:
        return weights.likeness(one.keys, other.keys, turned(one, other))

    def contained(one: Proposition, other: Proposition) -> float:
        return weights.containment(one.keys, other.keys, turned(one, other))

    def thin(one: Proposition, other: Proposition) -> float:
        if one.counted & other.counted:
            return 0.0
        substance, names = one.substance & other.substance, _shared_names(one, other)
        words, weight = _needed(one, other)
        figure, contrary = _telling_figure(one, other), bool(contrary_words(one, other)[0])
        few = not substance or len(substance) + names + int(figure) + int(contrary) < words
        shared = weights.shared(one.keys, other.keys) + turned(one, other)
        return float(few or shared + figure * _FIGURE < weight)

    return (
        Clue(LIKENESS, 1.0, "they share most of their words", alike),
        Clue("contained", 0.8, "the shorter lies in the longer", contained),
        Clue("same_predicate", 0.2, "the same is done or happens", _same_concepts),
        Clue("same_names", 0.2, "the same names stand in both", _same_names),
        Clue("same_speaker", 0.2, "the same speaker says both", _same_speaker),
        Clue("same_speech", 0.1, "two articles tell what one speaker told", _same_speech),
        Clue("same_blame", 0.8, "both hold one and the same responsible", _same_blame),
        Clue("answers", 0.3, "one answers what the other says", _answers),
        Clue("same_figure", 0.3, "they give the same figure", _same_figure),
        Clue("same_count", 0.5, "they give one figure of one measure", _same_count),
        Clue("other_figure", -1.0, "they give other figures", _other_figure),
        Clue("other_names", -0.3, "each names only others", _other_names),
        Clue("little_shared", -2.0, "what they share is too little to tell", thin),
        Clue("other_place", -0.4, "they are of other places", _other_place),
        Clue("other_wish", -2.0, "one tells what is, the other what shall be", _other_wish),
        Clue("other_mood", -0.5, "one counts what is, the other what may be", _other_mood),
        Clue("also_refused", -2.0, "the one tells of the other's refusal", _also_refused),
        Clue("other_attitude", -0.3, "one accuses, the other fears or demands", _other_attitude),
        Clue("other_owner", -3.0, "each tells of a deed of its own", _other_owner),
        Clue("one_article", -0.55, "one article goes on about the same matter", _one_article),
        Clue("one_outlet", -0.25, "one outlet tells of many matters that are alike", _one_outlet),
        Clue("one_passage", -9.0, "one is told inside the other", _one_passage),
    )


def figures(proposition: Proposition) -> frozenset[float]:
    """The numbers that a clause gives: the bounds of its quantities."""
    bounds = (bound for q in proposition.content.quantities for bound in (q.low, q.high))
    return frozenset(bound for bound in bounds if bound is not None)


def turns_against(proposition: Proposition) -> bool:
    """Whether the statement itself denies or withholds what the clause says."""
    return proposition.against


def contrary_words(one: Proposition, other: Proposition) -> tuple[frozenset[str], frozenset[str]]:
    """The concepts of each that are contrary to one of the other: "مستمر" and "توقف"."""
    here, there = one.content.concepts, other.content.concepts
    return (here - there) & other.opposites, (there - here) & one.opposites


def _needed(one: Proposition, other: Proposition) -> tuple[int, float]:
    """How many words and how much weight two clauses must share; less where the cues say one thing.

    Least of all where somebody owns a deed and another says that nobody did: "تبنت الجماعة الهجوم" and "لم
    تتبن أي جهة الهجوم", as there is nothing else to say of it.
    """
    attitude = _one_attitude(one, other)
    if attitude and _answers(one, other) and (one.attitude | other.attitude) & _BLAME:
        return _OWNED
    return _NEEDED[attitude or _denies_all(one, other)]


def _same_concepts(one: Proposition, other: Proposition) -> float:
    return float(bool(one.content.concepts & other.content.concepts))


def _same_names(one: Proposition, other: Proposition) -> float:
    """How many names both have; that a town is named is little, where all tell of what happened there."""
    a, b = one.content.entities - one.content.towns, other.content.entities - other.content.towns
    return len(a & b) / max(1, min(len(a), len(b)))


def _shared_names(one: Proposition, other: Proposition) -> int:
    """How many names both have; words of a name without the name itself count as one."""
    entities = one.content.entities & other.content.entities
    words = (one.keys & other.keys) - one.substance - other.substance - entities
    named = len(entities) or int(bool(words))
    return named + int(_one_side(one, other) or _speaks_of_the_other(one, other))


def _one_side(one: Proposition, other: Proposition) -> bool:
    """Whether one speaks in both, or for one body: the company, and its spokesman in another article."""
    return _same_speaker(one, other) > 0 or (one.side is not None and one.side == other.side)


def _speaks_of_the_other(one: Proposition, other: Proposition) -> bool:
    """Whether one denies what the other says of him: "النادي باع اللاعب" and "نفى النادي بيع اللاعب"."""
    denial, affirmed = (one, other) if turns_against(one) else (other, one)
    opposed = turns_against(denial) and not turns_against(affirmed)
    return opposed and denial.substance <= affirmed.keys and bool(denial.teller & affirmed.keys)


def _telling_figure(one: Proposition, other: Proposition) -> bool:
    """Whether both give one figure that is not shared by chance: above a dozen."""
    return any(figure >= _TELLING_FIGURE for figure in figures(one) & figures(other))


def _denies_all(one: Proposition, other: Proposition) -> bool:
    """Whether one denies something, and the other says all of it: "نفى انهيار السد" of "السد انهار جزئياً"."""
    denial, affirmed = (one, other) if turns_against(one) else (other, one)
    opposed = turns_against(denial) and not turns_against(affirmed)
    return opposed and denial.keys <= affirmed.keys


def _other_names(one: Proposition, other: Proposition) -> float:
    a, b = one.content.entities, other.content.entities
    return float(bool(a and b and not a & b))


def _other_place(one: Proposition, other: Proposition) -> float:
    a, b = one.content.places, other.content.places
    return float(bool(a and b and not a & b))


def _same_speaker(one: Proposition, other: Proposition) -> float:
    return float(one.speaker is not None and one.speaker == other.speaker)


def _same_speech(one: Proposition, other: Proposition) -> float:
    """Whether one speaker tells both, in two articles, as plain news."""
    told = one.statement.act in _TELLING and other.statement.act in _TELLING
    return float(told and one.cue.article != other.cue.article and _same_speaker(one, other) > 0)


def _one_attitude(one: Proposition, other: Proposition) -> bool:
    """Whether the cues themselves say one thing of the content, as that it is condemned or owned."""
    shared = (one.attitude | one.content.concepts) & (other.attitude | other.content.concepts)
    return any(not key.startswith("act ") for key in shared & (one.attitude | other.attitude))


def _same_blame(one: Proposition, other: Proposition) -> float:
    """Whether both accuse of being responsible, and share a word of whom: "حملت الشركة المسؤولية"."""
    accuse = one.statement.act is Act.ACCUSE and other.statement.act is Act.ACCUSE
    both = (one.content.concepts & other.content.concepts) >= _BLAME
    whom = (one.content.keys & other.content.keys) - one.content.concepts - other.content.concepts
    return float(accuse and both and bool(whom))


def _answers(one: Proposition, other: Proposition) -> float:
    """How far one of two statements turns against what the other says is done: less so in another article."""
    opposed = turns_against(one) != turns_against(other)
    if not opposed or not one.content.concepts & other.content.concepts:
        return 0.0
    return 1.0 if one.cue.article == other.cue.article else _ELSEWHERE


def _same_figure(one: Proposition, other: Proposition) -> float:
    return float(bool(figures(one) & figures(other)))


def _same_count(one: Proposition, other: Proposition) -> float:
    return float(bool(one.counted & other.counted))


def _other_figure(one: Proposition, other: Proposition) -> float:
    """Whether both give figures and none of the one agrees with any of the other."""
    pairs = [(a, b) for a in one.content.quantities for b in other.content.quantities]
    return float(bool(pairs) and all(fit(a, b) is Fit.APART for a, b in pairs))


def _other_wish(one: Proposition, other: Proposition) -> float:
    """Whether one tells what is, the other what shall be; who says what he will do has pledged it."""
    promised = {one.wish or (one.ahead and _PLEDGE), other.wish or (other.ahead and _PLEDGE)} == {_PLEDGE}
    return float(one.wish != other.wish and not promised)


def _other_attitude(one: Proposition, other: Proposition) -> float:
    """Whether the cues tell what moves their speakers, and no one thing."""
    return float(bool(one.attitude and other.attitude) and not one.attitude & other.attitude)


def _other_mood(one: Proposition, other: Proposition) -> float:
    """Whether both give figures, and only one of what is: "أرسلت 10 آلاف جندي", "قد يبلغ العدد 10 آلاف"."""
    return float(one.possible != other.possible and bool(figures(one) and figures(other)))


def _also_refused(one: Proposition, other: Proposition) -> float:
    """Whether one refuses, and the other tells that it was refused, so that neither denies anything."""
    denial, affirmed = (one, other) if one.refused else (other, one)
    return float(denial.refused and not turns_against(affirmed) and _REJECT in affirmed.content.concepts)


def _other_owner(one: Proposition, other: Proposition) -> float:
    """Whether two speakers each claim or deny a deed as their own, so that they say two things."""
    return float(one.owned and other.owned and not one.teller & other.teller)


def _one_article(one: Proposition, other: Proposition) -> float:
    return float(one.cue.article == other.cue.article and turns_against(one) == turns_against(other))


def _one_outlet(one: Proposition, other: Proposition) -> float:
    """Whether two articles of one outlet say it, and not with the same figure of one measure."""
    here = one.outlet is not None and one.outlet == other.outlet
    return float(here and one.cue.article != other.cue.article and not one.counted & other.counted)


def _one_passage(one: Proposition, other: Proposition) -> float:
    """Whether a statement is told inside another, so that both have the same words of the article.

    A denial may have the words of what it denies, which it refers back to or takes up; it is told inside
    the other only where the other's words hold the denial itself: "أضاف أنه لم يتضح كيف".
    """
    if turns_against(one) != turns_against(other):
        denial, affirmed = (one, other) if turns_against(one) else (other, one)
        return float(_is_told_inside(denial, affirmed))
    a, b = one.content.place, other.content.place
    return float(a.article == b.article and a.start < b.end and b.start < a.end)


def _is_told_inside(inner: Proposition, outer: Proposition) -> bool:
    """Whether the content of ``outer`` holds the cue of ``inner``, so that it only tells of it."""
    if inner.cue.article != outer.cue.article or turns_against(outer):
        return False
    return any(part.start <= inner.cue.start < part.end for part in outer.statement.content)
