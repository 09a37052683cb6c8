"""Who did it: one deed told as done by a man in one article and by a woman in another."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from tawatur.comparison.contents import Told
from tawatur.comparison.ids import content_id
from tawatur.comparison.terms import stems
from tawatur.comparison.wording import wording
from tawatur.model import Finding, FindingKind, Pointer, Span, Why

_SEXES = ("man", "woman")
_DEEDS = frozenset({"attack", "kill"})
_NEAR = 8


class _Doer(msgspec.Struct, frozen=True):
    """A word for a man or a woman beside the words that say who did a deed."""

    place: Pointer
    sex: str
    sentence: Span


def findings_of_doers(told: Sequence[Told]) -> Iterator[Finding]:
    """A finding where the articles of one story give a deed to a man and to a woman.

    "شاب نفذ الهجوم" in one article, "امرأة هي التي نفذت الهجوم" in another. An article that itself tells
    of both may mean two people, and is left out.
    """
    sides: dict[str, list[_Doer]] = defaultdict(list)
    for article in told:
        doers = list(_doers(article))
        if len({doer.sex for doer in doers}) == 1:
            sides[doers[0].sex] += doers
    if len(sides) == len(_SEXES):
        yield _finding({article.id: article for article in told}, sides)


def is_doer(article: Told, i: int) -> bool:
    """Whether a token names who did a deed, or says that somebody did it: "منفذ", "نفذ"."""
    return not article.terms.meaning.doers.isdisjoint(stems(article.tokens.forms[i]))


def _doers(article: Told) -> Iterator[_Doer]:
    """The men and women in sentences that tell who did a deed, one a sentence."""
    for sentence in article.document.sentences:
        span = Span(sentence.start, sentence.end)
        tokens = article.range(span)
        doing = [i for i in tokens if is_doer(article, i)]
        sexed = [(i, sex) for i in tokens if (sex := _sex(article, i)) in _SEXES]
        near = [(i, sex) for i, sex in sexed if any(abs(i - j) <= _NEAR for j in doing)]
        if near and len({sex for _, sex in sexed}) == 1 and article.content(span).concepts & _DEEDS:
            i, sex = near[0]
            place = Pointer(article.id, article.tokens.starts[i], article.tokens.ends[i])
            yield _Doer(place, sex, span)


def _sex(article: Told, i: int) -> str:
    term = article.term(i)
    return (term.concept or "") if term else ""


def _finding(told: dict[str, Told], sides: dict[str, list[_Doer]]) -> Finding:
    first = [sides[sex][0] for sex in _SEXES]
    places = tuple(tuple(sorted(doer.place for doer in sides[sex])) for sex in _SEXES)
    return Finding(
        id=content_id("doer", (place for side in places for place in side)),
        kind=FindingKind.IDENTITY,
        what=wording(told[first[0].place.article], first[0].sentence),
        sides=places,
        reasons=(Why("doer", "one deed is given to a man and to a woman", tuple(d.place for d in first)),),
    )
