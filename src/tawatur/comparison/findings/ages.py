"""Ages: one person, or who did a deed, given as of two ages."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

import msgspec

from tawatur.comparison.contents import Told
from tawatur.comparison.findings.doers import is_doer
from tawatur.comparison.happenings import days_of
from tawatur.comparison.ids import content_id
from tawatur.comparison.terms import stems
from tawatur.comparison.wording import wording
from tawatur.model import EntityType, Finding, FindingKind, Pointer, Span, Time, TimeType, Why

_YEARS = re.compile(r"P(\d{1,3})Y$")
_DOER = "doer"
_NEAR = 3
_BACK = 250
_MONTH, _YEAR = 30, 365
_OPENING = "("
_THE = "ال"
_SAYS = "one and the same is given two ages"


class _Age(msgspec.Struct, frozen=True):
    """How old an article says that somebody is, and the day it came out."""

    subject: str
    years: int
    place: Pointer
    sentence: Span
    published: str | None


def findings_of_ages(told: Sequence[Told]) -> Iterator[Finding]:
    """A finding for each person, and for who did a deed, whom two articles give different ages.

    "اللاعب البالغ من العمر 24 عاماً" in one article and "البالغ 25 عاماً" in another of the same week.
    """
    given: dict[str, list[_Age]] = defaultdict(list)
    for article in told:
        for age in _ages(article):
            given[age.subject].append(age)
    by_id = {article.id: article for article in told}
    for subject in sorted(given):
        if any(_differ(one, other) for one, other in combinations(given[subject], 2)):
            yield _finding(given[subject], by_id)


def _ages(article: Told) -> Iterator[_Age]:
    persons = sorted(
        (mention.end, article.identity(entity.id))
        for entity in article.reading.entities
        if entity.type is EntityType.PERSON
        for mention in entity.mentions
    )
    for time in article.reading.times:
        years = _YEARS.match(time.value) if time.type is TimeType.DURATION else None
        mark = _mark(article, time) if years else None
        subject = None if mark is None else _subject(article, time, mark, persons)
        if years and subject:
            sentence = article.sentence(time.start)
            published = article.reading.article.published
            yield _Age(subject, int(years.group(1)), article.pointer(time), sentence, published)


def _mark(article: Told, time: Time) -> int | None:
    """The token before a span of years that says that it is an age: "البالغ من العمر", "عمره", a bracket."""
    first = article.range(Span(time.start, time.end)).start
    if article.tokens.starts[first] < time.start:
        return None
    forms, ages = article.tokens.forms, article.terms.meaning.ages
    near = range(first - 1, max(-1, first - 1 - _NEAR), -1)
    marked = [i for i in near if not ages.isdisjoint(stems(forms[i]))]
    if marked:
        return marked[-1]
    bracketed = first > 1 and forms[first - 1] == _OPENING and article.name(first - 2) is not None
    return first - 1 if bracketed else None


def _subject(article: Told, time: Time, mark: int, persons: list[tuple[int, str]]) -> str | None:
    """Who is meant: the person named in the sentence, who did the deed, or whom "اللاعب" points back to."""
    sentence = article.sentence(time.start)
    last = bisect_right(persons, (time.start, "")) - 1
    end, person = persons[last] if last >= 0 else (-1, None)
    if end > sentence.start:
        return person
    if any(is_doer(article, i) for i in article.range(sentence)):
        return _DOER
    before = next((form for form in article.tokens.forms[mark - 1 :: -1] if form[0].isalpha()), "")
    return person if before.startswith(_THE) and time.start - end <= _BACK else None


def _differ(one: _Age, other: _Age) -> bool:
    """Whether two articles give ages that the days between them do not explain."""
    days = days_of(one.published), days_of(other.published)
    apart = abs((days[0][0] - days[1][0]).days) if days[0] and days[1] else 0
    birthdays = 0 if apart < _MONTH else 1 + apart // _YEAR
    return one.place.article != other.place.article and abs(one.years - other.years) > birthdays


def _finding(ages: list[_Age], told: dict[str, Told]) -> Finding:
    sides: dict[int, list[Pointer]] = defaultdict(list)
    for age in ages:
        sides[age.years].append(age.place)
    first = ages[0]
    return Finding(
        id=content_id("age", (age.place for age in ages)),
        kind=FindingKind.IDENTITY,
        what=wording(told[first.place.article], first.sentence),
        sides=tuple(tuple(sorted(side)) for _, side in sorted(sides.items())),
        about=None if first.subject == _DOER else first.subject,
        reasons=(Why("age", _SAYS, tuple(side[0] for _, side in sorted(sides.items()))),),
    )
