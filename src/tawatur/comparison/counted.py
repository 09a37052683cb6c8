"""What a quantity counts: the noun, what happens to it, whose, where and when."""

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from datetime import date

import msgspec

from tawatur.comparison.bounds import likely
from tawatur.comparison.contents import Content, Told
from tawatur.comparison.districts import is_of_the_land, places_beside
from tawatur.comparison.nouns import kinds_of, noun_of, unit_of
from tawatur.comparison.parts import is_added, is_no_total, is_of_some
from tawatur.comparison.slots import (
    PEOPLE,
    Amount,
    amount_of,
    during,
    is_toll,
    of_passengers,
    periods_of,
    states_of,
)
from tawatur.comparison.surroundings import added_to, clause_of, statement_of
from tawatur.comparison.tallies import day_of, goes_on, is_early, is_supposed, qualities_of
from tawatur.comparison.terms import stems
from tawatur.model import Modifier, Pointer, Quantity, Span, Statement, Time

UNKNOWN = "number"
_BEFORE = 7
_AND = "و"
_DEATH = frozenset({"kill"})


class Count(msgspec.Struct, frozen=True):
    """One quantity with what it counts.

    ``unit`` is what must be the same (``USD``, ``people``, the key of a noun); ``nouns`` the keys
    of the counted noun and its modifiers, ``kinds`` those that tell one kind from another (soldiers,
    workers); ``states`` what happens to it (``kill``, ``arrive``), ``fates`` the same with those that are
    told of the same people as one (who was evacuated has left), ``changes`` whether only that it became
    more or less; ``amount`` what the figure is an amount of (``نسبة الاقتراع``); ``places`` where they are,
    ``parts`` those of them that are no country, ``whole`` whether the whole country is meant;
    ``periods`` the years and months it is of, ``during`` the days of such a week or month; ``expected``
    whether it is a forecast; ``tail`` the keys of the words after it, ``sentence`` all that is said around
    it. ``again`` is the place of the count before it that it counts anew ("قدرت جهة أخرى عددهم بـ 30"),
    ``time`` when it did where it says so.
    Of its article, by ``outlet``, ``scene`` are all places that are no country; it is ``alone`` where no
    other figure is given for such things there, a ``share`` where they are counted in another part too, a
    ``piece`` where such things of another kind are ("10 رجال أمن و3 عمال").

    ``qualities`` are what it is of, by series ("التضخم الأساسي"); ``running`` says that the article tells
    of a count that goes on, ``early`` that the figure was the first, ``grown`` that its sentence tells so;
    ``added`` that these only came on top of others, ``some`` that they are only women, children or the
    gravely hurt; ``day`` is that of what happened, as far as its sentence says, else that of the paper;
    ``teller`` is the identity of who says so.
    """

    place: Pointer
    quantity: Quantity
    unit: str
    nouns: frozenset[str]
    kinds: frozenset[str]
    states: frozenset[str]
    changes: bool
    amount: Amount
    places: frozenset[str]
    periods: frozenset[str]
    clause: Content
    sentence: Content
    statement: Statement | None
    tail: frozenset[str] = frozenset()
    again: Pointer | None = None
    time: str | None = None
    alone: bool = False
    share: bool = False
    piece: bool = False
    outlet: str | None = None
    expected: bool = False
    scene: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    whole: bool = False
    fates: frozenset[str] = frozenset()
    qualities: frozenset[tuple[str, str]] = frozenset()
    running: bool = False
    early: bool = False
    grown: bool = False
    added: bool = False
    some: bool = False
    during: tuple[date, date] | None = None
    day: date | None = None
    teller: str | None = None


def counts(told: Told) -> Iterator[Count]:
    """What each quantity of an article counts, in order of place; parts of others are left out.

    "مقتل 28 شخصاً وجرح 100 آخرين": 28 people, killed; 100 people, wounded.
    """
    found = list(_counts(told))
    beside: dict[tuple[str, frozenset[str]], list[Count]] = defaultdict(list)
    for count in found:
        beside[count.unit, count.fates].append(count)
    for count in found:
        yield _among(count, beside[count.unit, count.fates])


def _among(count: Count, others: list[Count]) -> Count:
    """The count as it stands among those of its article that are of such things."""
    here = {(other.quantity.low, other.quantity.high) for other in others if other.places == count.places}
    share = any(other.parts and not other.parts & count.parts for other in others)
    piece = any(_is_piece(count, other) for other in others)
    return msgspec.structs.replace(
        count,
        alone=len(here) == 1,
        share=bool(count.parts) and share,
        piece=bool(count.kinds) and piece,
    )


def _is_piece(count: Count, other: Count) -> bool:
    """Whether beside another of its article a figure is of one kind only, or of fewer people in one place."""
    if other.kinds:
        return not other.kinds & count.kinds
    fewer = count.unit == PEOPLE and likely(count.quantity) < likely(other.quantity)
    return fewer and not (count.parts and other.parts and count.parts.isdisjoint(other.parts))


def _counts(told: Told) -> Iterator[Count]:
    quantities = sorted(told.reading.quantities, key=lambda quantity: quantity.start)
    running = goes_on(told, Span(0, len(told.reading.article.text)))
    totals = {quantity.start for quantity in quantities if not is_no_total(told, quantity)}
    following = _next_of(totals, quantities)
    earlier: Count | None = None
    for quantity in quantities:
        count = _count(told, quantity, earlier, following[quantity.start])
        if running and count.states and count.states <= told.terms.meaning.tallies.running:
            early = is_early(told, Span(count.sentence.place.start, count.place.start))
            count = msgspec.structs.replace(count, running=True, early=early)
        earlier = _taking_up(told, count, earlier) if earlier else count
        if quantity.start in totals and not _says_nothing(earlier):
            yield earlier


def _next_of(totals: Set[int], quantities: Sequence[Quantity]) -> dict[int, int | None]:
    """Where the next total after each quantity begins, by the beginning of that quantity."""
    found: dict[int, int | None] = {}
    ahead: int | None = None
    for quantity in reversed(quantities):
        found[quantity.start] = ahead
        ahead = quantity.start if quantity.start in totals else ahead
    return found


def _says_nothing(count: Count) -> bool:
    """Whether neither what is counted nor how much is said: "أعدادهم بالآلاف"."""
    return count.unit == UNKNOWN and count.quantity.modifier is Modifier.VAGUE


def _count(told: Told, quantity: Quantity, earlier: Count | None, following: int | None) -> Count:
    sentence = told.sentence(quantity.start)
    clause = clause_of(told, sentence, quantity)
    end = following if following and quantity.end <= following < clause.end else clause.end
    noun = noun_of(told, quantity)
    nouns = frozenset(term.key for i in told.range(noun) if (term := told.term(i)))
    after = Span(max(quantity.end, noun.end), max(quantity.end, noun.end, end))
    unit = unit_of(told, quantity, nouns) or _unit_before(earlier, sentence)
    before = Span(sentence.start, quantity.start)
    if not nouns & told.terms.meaning.of_people and is_toll(told, told.range(noun).start):
        unit, nouns = PEOPLE, _DEATH
    states = states_of(told, unit, nouns, before, after) or of_passengers(told, noun)
    lead = _lead(clause, earlier, quantity)
    statement = statement_of(told, quantity)
    places = places_beside(told, Span(quantity.start, after.end), lead)
    if not places and after.end == clause.end:
        places = told.content(added_to(told, sentence, clause)).places
    return Count(
        place=told.pointer(quantity),
        quantity=quantity,
        unit=unit,
        nouns=nouns,
        kinds=kinds_of(told, nouns, noun),
        states=states,
        fates=frozenset(told.terms.meaning.akin.get(state, state) for state in states),
        changes=states <= told.terms.meaning.changes,
        amount=amount_of(told, before),
        places=places,
        expected=_is_expected(told, statement, Span(clause.start, max(clause.start, quantity.start)))
        or is_supposed(told, quantity, before),
        outlet=told.reading.article.outlet,
        scene=told.scene,
        parts=places - told.countries,
        whole=is_of_the_land(told, told.sentence(quantity.start)),
        periods=periods_of(told, after) or periods_of(told, lead),
        during=during(told, after) or during(told, lead),
        clause=told.content(clause),
        sentence=told.content(sentence),
        statement=statement,
        tail=told.content(Span(quantity.end, after.end)).keys,
        qualities=qualities_of(told, quantity, before, after, people=unit == PEOPLE),
        grown=goes_on(told, sentence),
        added=unit == PEOPLE and is_added(told, noun),
        some=unit == PEOPLE and is_of_some(told, noun, after),
        day=day_of(told, before),
        teller=told.identity(statement.speaker) if statement and statement.speaker else None,
    )


def _is_expected(told: Told, statement: Statement | None, before: Span) -> bool:
    """Whether a figure is a forecast by its cue or what stands before it: "من المتوقع أن تبلغ الأرباح"."""
    tokens = [*(told.range(statement.cue) if statement else ()), *told.range(before)]
    return any(not told.terms.meaning.forecasts.isdisjoint(stems(told.tokens.forms[i])) for i in tokens)


def _taking_up(told: Told, count: Count, earlier: Count) -> Count:
    """The count as of what ``earlier`` counts, where their sentence says so.

    By "عددهم" between the two, or by "و" before a bare figure: "بحياة 11 شخصاً في الساحل وأربعة في الجبل".
    """
    if count.unit != earlier.unit or count.sentence.place != earlier.sentence.place:
        return count
    between = Span(earlier.place.end, count.place.start)
    if any(_recounts(told, i) for i in told.range(between)[-_BEFORE:]):
        time = next((time.value for time in reversed(told.reading.times) if _inside(time, between)), None)
        return msgspec.structs.replace(
            count,
            states=earlier.states,
            fates=earlier.fates,
            places=earlier.places,
            again=earlier.place,
            time=time and _first_day(time),
        )
    if not count.states and _goes_on(told, count):
        return msgspec.structs.replace(count, states=earlier.states, fates=earlier.fates)
    return count


def _goes_on(told: Told, count: Count) -> bool:
    """Whether "و" leads to a figure whose noun stands before it."""
    noun, first = count.quantity.noun, told.range(Span(count.place.start, count.place.end)).start
    joined = told.tokens.forms[first].startswith(_AND) and told.tokens.starts[first] < count.place.start
    return joined and (noun is None or noun.end <= count.place.start)


def _recounts(told: Told, i: int) -> bool:
    """Whether a word takes up what was counted before: "قدرها الاتحاد بـ 80", and not "مبلغ قدره 80"."""
    return told.tokens.forms[i] in told.terms.meaning.recounting and i + 1 not in told.figures


def _inside(time: Time, span: Span) -> bool:
    return span.start <= time.start and time.end <= span.end


def _first_day(value: str) -> str | None:
    """The first day of a day or week, as "2024-10-21" of "2024-W43"; None of anything else."""
    try:
        return date.fromisoformat(f"{value}-1" if "W" in value else value[:10]).isoformat()
    except ValueError:
        return None


def _unit_before(earlier: Count | None, sentence: Span) -> str:
    """A bare number counts what the one before it in its sentence counts: "98 ألف مهاجر و124 ألفاً"."""
    if earlier and earlier.place.start >= sentence.start:
        return earlier.unit
    return UNKNOWN


def _lead(clause: Span, earlier: Count | None, quantity: Quantity) -> Span:
    """What stands before a figure in its clause, after the figure before: "فيضانات العام الماضي أودت بـ"."""
    start = clause.start if earlier is None else max(clause.start, earlier.place.end)
    return Span(min(start, quantity.start), quantity.start)
