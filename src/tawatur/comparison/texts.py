"""Two short texts, headlines say, against each other: agreeing, disagreeing, or of different things."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from math import fsum

import msgspec

from tawatur.comparison.bounds import Fit, fit
from tawatur.comparison.terms import Term, Terms, stems
from tawatur.finders.quantities import find_quantities
from tawatur.lexicon import Lexicon
from tawatur.lexicon.names import Names
from tawatur.model import Article, Quantity, Reason, Span
from tawatur.text import Tokens, peel, segment

_REACH = 2
_NAME = 4.0
_RELATED = 0.25
_SAME_BUT_NAMES = 0.6


class Relation(StrEnum):
    """How two texts stand to each other."""

    AGREE = "agree"
    DISAGREE = "disagree"
    UNRELATED = "unrelated"


class Compared(msgspec.Struct, frozen=True):
    """How two texts stand to each other, what share of their words they have in common, and why.

    A reason is a pair: the words of the first text, then those of the second it stands against.
    """

    relation: Relation
    likeness: float
    reasons: tuple[tuple[Reason, Reason], ...] = ()


class Words(msgspec.Struct, frozen=True):
    """A text taken apart: words that tell something, names of places and peoples, figures.

    ``about`` gives for each concept the keys of what it is said of: the word right after it, or the one
    before where a particle follows.
    """

    terms: dict[str, Span]
    concepts: dict[str, Span]
    about: dict[str, frozenset[str]]
    negated: frozenset[str]
    names: dict[str, Span]
    figures: tuple[Quantity, ...]


def compare_texts(one: str, other: str, lexicon: Lexicon) -> Compared:
    """How two short texts stand to each other, by their words alone.

    "ارتفاع أسعار النفط" and "النفط يهبط" disagree, through the contraries "ارتفاع" and "يهبط"; so do
    texts that differ in a negation, in a figure, or in a country where all else is the same. Texts that share
    little are unrelated. The order of the two makes no difference but to the order of the reasons.
    """
    terms = Terms(lexicon.meaning, lexicon.rarity)
    mine, theirs = take_apart(one, terms, lexicon), take_apart(other, terms, lexicon)
    likeness = _likeness(mine, theirs, terms)
    against = tuple(_against(mine, theirs, terms))
    if likeness < _RELATED and not (against and mine.names.keys() & theirs.names.keys()):
        return Compared(Relation.UNRELATED, likeness)
    return Compared(Relation.DISAGREE if against else Relation.AGREE, likeness, against)


def take_apart(text: str, terms: Terms, lexicon: Lexicon) -> Words:
    """The words, names and figures of a text, each with its place."""
    document = segment(Article(id="", text=text))
    tokens = document.tokens
    figures = find_quantities(document, lexicon.numbers, outside=())
    found = Words({}, {}, {}, frozenset(), {}, figures)
    negated: set[str] = set()
    order: list[str | None] = []
    reach = i = 0
    while i < len(tokens):
        form, span = tokens.forms[i], Span(tokens.starts[i], tokens.ends[i])
        name, length = _name(tokens, i, lexicon.names)
        if name:
            found.names.setdefault(name, span)
            order.append(name)
        elif terms.negates(form):
            reach = _REACH + 1
        elif term := terms.of(form):
            _note(found, term, span)
            order.append(term.key)
            if reach > 0:
                negated.add(term.key)
                reach = 0 if term.concept else reach
        else:
            order.append(None)
        reach -= 1
        i += length
    return msgspec.structs.replace(found, negated=frozenset(negated), about=_about(order))


def _note(found: Words, term: Term, span: Span) -> None:
    found.terms.setdefault(term.key, span)
    if term.concept:
        found.concepts.setdefault(term.concept, span)


def _about(order: list[str | None]) -> dict[str, frozenset[str]]:
    """What each word is said of, from the keys of all words in order, None for particles and signs."""
    found: dict[str, frozenset[str]] = {}
    for i, key in enumerate(order):
        if key is not None:
            after = order[i + 1] if i + 1 < len(order) else None
            before = next((word for word in reversed(order[:i]) if word is not None), None)
            of = after or before
            found[key] = found.get(key, frozenset()) | ({of} if of else set())
    return found


def _name(tokens: Tokens, i: int, names: Names) -> tuple[str | None, int]:
    """The country or known place named at token ``i``, whose government it stands for, and its length."""
    for peeled in peel(tokens.forms[i]):
        for stem in (peeled.stem, "ال" + peeled.stem):
            for rest, known in names.known.get(stem, ()):
                if not known.weak and tuple(tokens.forms[i + 1 : i + 1 + len(rest)]) == rest:
                    return known.principal or known.id, 1 + len(rest)
    return _people(tokens, i, names), 1


def _people(tokens: Tokens, i: int, names: Names) -> str | None:
    """The country whose people or affairs an adjective tells of: "الروسية" is Russia."""
    code = next((names.demonyms[stem] for stem in stems(tokens.forms[i]) if stem in names.demonyms), None)
    return names.country_id(code) if code else None


def _likeness(mine: Words, theirs: Words, terms: Terms) -> float:
    """The share of weight that the two have in common (Dice)."""
    a, b = mine.terms.keys() | mine.names.keys(), theirs.terms.keys() | theirs.names.keys()
    both = _weight(a, terms) + _weight(b, terms)
    return 2 * _weight(a & b, terms) / both if both else 0.0


def _weight(keys: Sequence[str] | set[str], terms: Terms) -> float:
    return fsum(terms.background.get(key, _NAME) for key in keys)


def _against(mine: Words, theirs: Words, terms: Terms) -> Iterator[tuple[Reason, Reason]]:
    """Everything in which the second text stands against the first."""
    yield from _contraries(mine, theirs, terms)
    yield from _negations(mine, theirs)
    yield from _undone(mine, theirs, terms)
    yield from _figures(mine, theirs)
    rest = _likeness(_nameless(mine), _nameless(theirs), terms)
    if rest >= _SAME_BUT_NAMES:
        yield from _names(mine, theirs)


def _contraries(mine: Words, theirs: Words, terms: Terms) -> Iterator[tuple[Reason, Reason]]:
    """Contrary concepts that stand on one side alone, or are said of the same word.

    "الذهب يصعد مع هبوط الدولار" has both contraries of "هبوط الذهب مع صعود الدولار", at other words.
    """
    for one, here in mine.concepts.items():
        for other, there in theirs.concepts.items():
            if not terms.meaning.contradict(one, other) or (one in mine.negated) != (other in theirs.negated):
                continue
            apart = one not in theirs.concepts and other not in mine.concepts
            if apart or _crossed(one, other, mine, theirs):
                yield Reason("contrary", here), Reason("contrary", there)


def _crossed(one: str, other: str, mine: Words, theirs: Words) -> bool:
    """Whether what ``one`` is said of here, ``other`` is said of there, and ``one`` is not."""
    return bool(mine.about[one] & theirs.about[other] - theirs.about.get(one, frozenset()))


def _undone(mine: Words, theirs: Words, terms: Terms) -> Iterator[tuple[Reason, Reason]]:
    """A refusal, a failure or an end that only one of the two tells of."""
    undoing = terms.meaning.undoing
    for words, others in ((mine, theirs), (theirs, mine)):
        if others.concepts.keys() & undoing or others.negated:
            continue
        for concept in sorted(words.concepts.keys() & undoing - words.negated):
            whole = Reason("undone on one side", Span(0, 0))
            word = Reason("undone on one side", words.concepts[concept])
            yield (word, whole) if words is mine else (whole, word)


def _negations(mine: Words, theirs: Words) -> Iterator[tuple[Reason, Reason]]:
    for key in mine.terms.keys() & theirs.terms.keys():
        if (key in mine.negated) != (key in theirs.negated):
            yield (
                Reason("negated on one side", mine.terms[key]),
                Reason("negated on one side", theirs.terms[key]),
            )


def _figures(mine: Words, theirs: Words) -> Iterator[tuple[Reason, Reason]]:
    """The first figures of either, where no figure of the one agrees with any of the other."""
    here, there = mine.figures, theirs.figures
    if here and there and all(fit(a, b) is Fit.APART for a in here for b in there):
        one, other = (Span(figures[0].start, figures[0].end) for figures in (here, there))
        yield Reason("other figure", one), Reason("other figure", other)


def _names(mine: Words, theirs: Words) -> Iterator[tuple[Reason, Reason]]:
    """The names that each text has instead of the other's."""
    here = [span for name, span in mine.names.items() if name not in theirs.names]
    there = [span for name, span in theirs.names.items() if name not in mine.names]
    for one, other in zip(here, there, strict=False):
        yield Reason("other name", one), Reason("other name", other)


def _nameless(words: Words) -> Words:
    return msgspec.structs.replace(words, names={})
