"""What is said of a figure: what happens to the counted, of what it is the amount, of which time."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import takewhile
from math import inf

import msgspec

from tawatur.comparison.contents import Told
from tawatur.comparison.happenings import days_of
from tawatur.comparison.parts import without_parts
from tawatur.comparison.terms import Term, stems
from tawatur.model import Span, Time

PEOPLE = "people"
_AFTER = 4
_BEFORE = 7
_NAMING = 2
_MONTH = 32
_OR, _AND, _TO = "او", "و", "الي"
_AND_THAT, _ON = ("وان", "وبان"), ("علي", "في")
_CARRY, _MISSING, _DEAD = "carry", "missing", "kill"
_BY, _THEY = "ب", "وا"
_PERIOD = re.compile(r"\d{4}(-(\d{2}|Q\d)(?![-\d]))?")


class Amount(msgspec.Struct, frozen=True):
    """What a figure is an amount of: the key of the noun that says so, and those of what it is of.

    "نسبة الاقتراع" is a rate, of the vote; "بقوة 6.1 درجات" says only that it is a strength; "توزيعات
    الأرباح" are payments ``out_of`` the profits.
    """

    head: str | None = None
    of: frozenset[str] = frozenset()
    out_of: frozenset[str] = frozenset()


def states_of(told: Told, unit: str, nouns: frozenset[str], before: Span, after: Span) -> frozenset[str]:
    """What happens to the counted: said by the noun itself, or by the nearest word around it.

    "وصل 360 مهاجراً نجوا من الغرق" counts both who arrived and who survived. People are killed or hurt; that
    their number rose is no state of theirs: "عدد القتلى ارتفع إلى 19". A word of the clause before is far:
    "لقي 5 مصرعهم | وهناك 7 في عداد المفقودين".
    """
    if of_noun := nouns & told.terms.meaning.states:
        return _what_they_did(told, after) or of_noun
    if unit == PEOPLE and _costs_lives(told, before):
        return frozenset({_DEAD})
    telling = told.terms.meaning.states - (told.terms.meaning.changes if unit == PEOPLE else frozenset())
    if unit == PEOPLE and (numbered := amount_of(told, before).of & told.terms.meaning.of_people & telling):
        return numbered
    back = [i for i in _since_and_that(told, before)[: -_BEFORE - 1 : -1] if not _reaches(told, i)]
    near, governing = _nearest(told, back, telling)
    if unit == PEOPLE and governing and (both := _both(told, back[int(near)], telling)):
        return both
    near += _AFTER * any(_turns(told, i) for i in back[: int(min(near, len(back)))])
    ahead = _until_and(told, _until_figure(told, without_parts(told, told.range(after))))
    ahead = _to_the_verb(told, ahead)
    far, following = _nearest(told, _words(told, _until_cause(told, ahead) if governing else ahead), telling)
    if near <= _AFTER and following:
        return governing | following
    found = governing if near <= far else following
    return found or (frozenset({_CARRY}) if unit == PEOPLE and _is_aboard(told, ahead) else found)


def _what_they_did(told: Told, after: Span) -> frozenset[str]:
    """What a verb in the plural right after a noun says that those did: "تسعة مصابين غادروا المستشفى"."""
    ahead = told.range(after)[:1]
    did = (term.concept for i in ahead if told.tokens.forms[i].endswith(_THEY) and (term := told.term(i)))
    return frozenset(concept for concept in did if concept in told.terms.meaning.states)


def _to_the_verb(told: Told, ahead: list[int]) -> list[int]:
    """Only the verb in the plural right after a noun, where there is one: "ثلاثة أشخاص أوقفوا"."""
    term = told.term(ahead[0]) if ahead and told.tokens.forms[ahead[0]].endswith(_THEY) else None
    return ahead[:1] if term and term.concept else ahead


def _costs_lives(told: Told, before: Span) -> bool:
    """Whether lives stand right before a figure: "أودى بحياة 30 شخصاً"."""
    near = [told.tokens.forms[i] for i in told.range(before)[-1:]]
    lives = told.terms.meaning.tallies.lives
    return any(form.startswith(_BY) and not lives.isdisjoint(stems(form)) for form in near)


def amount_of(told: Told, before: Span) -> Amount:
    """What a figure is an amount of, by the nearest words before it that say so.

    "نسبة الاقتراع"; "بقيمة" right before a figure leaves it to the noun before: "أرباحاً بقيمة".
    """
    meaning = told.terms.meaning
    head: str | None = None
    tokens = told.range(before)
    for i in reversed(tokens[-_BEFORE:]):
        readings, term = stems(told.tokens.forms[i]), told.term(i)
        if term and not meaning.sums.isdisjoint(readings):
            made = _made_other(told, i, term).key
            return Amount(head or term.key, frozenset({made}), frozenset({term.key}) - {made})
        if head is None and not meaning.amounts.isdisjoint(readings):
            head = term.key if term else told.tokens.forms[i]
            if of := _named_after(told, range(i + 1, min(i + 1 + _AFTER, tokens.stop))):
                return Amount(head, of)
    return Amount(head)


def _made_other(told: Told, i: int, term: Term) -> Term:
    """The term of an amount, or of the noun before it that makes it another: "توزيعات الأرباح"."""
    before = told.tokens.forms[i - 1] if i else ""
    other = bool(before) and not told.terms.meaning.tallies.of_sums.isdisjoint(stems(before))
    return (told.term(i - 1) if other else None) or term


def _named_after(told: Told, tokens: Sequence[int]) -> frozenset[str]:
    """The keys of the first words after a noun, up to what leads on to the figure."""
    meaning = told.terms.meaning
    found: list[str] = []
    for i in tokens:
        term = told.term(i)
        leads = not meaning.reaching.isdisjoint(stems(told.tokens.forms[i]))
        if leads or (found and term and term.concept in meaning.changes) or len(found) == _NAMING:
            break
        if term:
            found.append(term.key)
    return frozenset(found)


def is_toll(told: Told, i: int) -> bool:
    """Whether the count of the dead stands at or before token ``i``: "حصيلة الفيضانات"."""
    near = told.tokens.forms[max(0, i - 1) : i + 1]
    return any(not told.terms.meaning.tolls.isdisjoint(stems(form)) for form in near)


def _since_and_that(told: Told, before: Span) -> list[int]:
    """The tokens of ``before`` from the last "وأن" on, which begins a report of its own."""
    tokens = list(told.range(before))
    start = max((at for at, i in enumerate(tokens) if told.tokens.forms[i] in _AND_THAT), default=0)
    return tokens[start:]


def of_passengers(told: Told, noun: Span) -> frozenset[str]:
    """That the counted are on board, where their noun says so: "وعددهم 78 راكباً"."""
    aboard = told.terms.meaning.tallies.passengers
    named = any(not aboard.isdisjoint(stems(told.tokens.forms[i])) for i in told.range(noun))
    return frozenset({_CARRY}) if named else frozenset()


def _is_aboard(told: Told, ahead: Sequence[int]) -> bool:
    """Whether the counted are on a vehicle: "كانوا على القارب"."""
    forms = [told.tokens.forms[i] for i in ahead[: _AFTER + 1]]
    on = next((at for at, form in enumerate(forms) if form in _ON), None)
    return on is not None and on + 1 < len(forms) and _is_vehicle(told, forms[on + 1])


def _is_vehicle(told: Told, form: str) -> bool:
    return not told.terms.meaning.vehicles.isdisjoint(stems(form))


def _reaches(told: Told, i: int) -> bool:
    """Whether a word only leads up to a figure: "وصل إلى 600 ألف"."""
    return i + 1 < len(told.tokens) and told.tokens.forms[i + 1] == _TO and i + 2 in told.figures


def _both(told: Told, i: int, states: frozenset[str]) -> frozenset[str]:
    """The one state of those of whom two are told together: "قتل وأصيب 45"; empty of any others."""
    counted = any(j in told.figures for j in range(i - _AFTER, i))
    if i == 0 or counted or not told.tokens.forms[i].startswith(_AND):
        return frozenset()
    one, other = _state(told, i - 1), _state(told, i)
    together = one in states and one != other
    return frozenset({f"{one}+{other}"}) if together else frozenset()


def _turns(told: Told, i: int) -> bool:
    """Whether a word begins a further clause: "فيما", "واعتبر", "وهناك"."""
    form = told.tokens.forms[i]
    joins = form.startswith(_AND) and len(form) > len("وا") and i not in told.figures
    return form in told.terms.meaning.joining or (joins and not told.name(i))


def _until_figure(told: Told, tokens: list[int]) -> list[int]:
    """The tokens but for the word right before the next figure: "43 راكباً تم | إنقاذ 36"."""
    return tokens[:-1] if tokens and tokens[-1] + 1 in told.figures else tokens


def _until_and(told: Told, tokens: Sequence[int]) -> list[int]:
    """The tokens up to the first "و" that joins a new thing: "28 شخصاً | وجرح 100"."""
    for length, i in enumerate(tokens):
        form = told.tokens.forms[i]
        if form.startswith(_AND) and len(form) > 2 and told.terms.of(form) == told.terms.of(form[1:]):
            return list(tokens[:length])
    return list(tokens)


def _words(told: Told, tokens: Sequence[int]) -> list[int]:
    """The tokens up to the fourth that tells something: "ستة أشخاص ما زالوا في عداد المفقودين"."""
    telling = [i for i in tokens if told.term(i)]
    return [i for i in tokens if len(telling) < _AFTER or i <= telling[_AFTER - 1]]


def _until_cause(told: Told, tokens: Sequence[int]) -> list[int]:
    """The tokens up to what tells why or where: "مقتل 11 شخصاً | في حريق", and not "7 في عداد المفقودين"."""
    return list(takewhile(lambda i: not _tells_why(told, i), tokens))


def _tells_why(told: Told, i: int) -> bool:
    forms, meaning = told.tokens.forms, told.terms.meaning
    among = i + 1 < len(forms) and forms[i + 1] in meaning.tallies.among
    return forms[i] in meaning.causes and not among


def _nearest(told: Told, tokens: Sequence[int], states: frozenset[str]) -> tuple[float, frozenset[str]]:
    """How far the first of ``states`` is, and it, with the one that "أو" joins to it: "مقتل أو فقدان"."""
    for distance, i in enumerate(tokens):
        concept = None if told.name(i) else _state(told, i)
        if concept in states:
            joined = [_state(told, tokens[k]) for k in (distance + 2,) if _or_between(told, tokens, distance)]
            return distance, frozenset(found for found in (concept, *joined) if found in states)
    return inf, frozenset()


def _state(told: Told, i: int) -> str | None:
    """The concept of a word; who loses his life is dead and not missing: "فقدوا حياتهم"."""
    term = told.term(i)
    if term and term.concept == _MISSING:
        ahead = told.tokens.forms[i + 1 : i + 1 + _AFTER]
        lost = any(not told.terms.meaning.tallies.lives.isdisjoint(stems(form)) for form in ahead)
        return _DEAD if lost else _MISSING
    return term.concept if term else None


def _or_between(told: Told, tokens: Sequence[int], distance: int) -> bool:
    return distance + 2 < len(tokens) and told.tokens.forms[tokens[distance + 1]] == _OR


def periods_of(told: Told, span: Span) -> frozenset[str]:
    """The months, quarters or years that times inside ``span`` name or lie in: "2024-06", "2024"."""
    times = [time for time in told.reading.times if span.start <= time.start and time.end <= span.end]
    return frozenset(found.group() for time in times if (found := _PERIOD.match(time.value)))


def during(told: Told, span: Span) -> tuple[date, date] | None:
    """The week or month that a span says it is of: "الأسبوع الماضي", and not "منذ يناير"."""
    for time in told.reading.times:
        if span.start <= time.start and time.end <= span.end and not _is_since(told, time):
            days = days_of(time.value)
            if days and 1 < (days[1] - days[0]).days < _MONTH:
                return days
    return None


def _is_since(told: Told, time: Time) -> bool:
    before = told.range(Span(time.start, time.end)).start - 1
    return before >= 0 and told.tokens.forms[before] in told.terms.meaning.tallies.since
