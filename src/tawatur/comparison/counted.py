"""What a quantity counts: the noun, what happens to it, whose, where and when."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

import msgspec

from tawatur.comparison.contents import Content, Told
from tawatur.comparison.districts import is_of_the_land, places_beside
from tawatur.comparison.slots import PEOPLE, Amount, amount_of, is_toll, periods_of, states_of
from tawatur.comparison.tallies import day_of, goes_on, is_early, is_supposed, qualities_of
from tawatur.comparison.terms import stems
from tawatur.model import Modifier, Pointer, Quantity, Span, Statement, Time
from tawatur.text import fold

UNKNOWN = "number"
_BEFORE = 7
_FROM_AMONG = ("من", "بين")
_AMONG, _NOT = "بين", ("لا", "وليس", "ليس")
_OF, _THE = "من", "ال"
_DEATH = frozenset({"kill"})


class Count(msgspec.Struct, frozen=True):
    """One quantity with what it counts.

    ``unit`` is what must be the same (``USD``, ``people``, the key of a noun); ``nouns`` the keys
    of the counted noun and its modifiers, ``kinds`` those that tell one kind from another (soldiers,
    workers); ``states`` what happens to it (``kill``, ``arrive``), ``fates`` the same with those that are
    told of the same people as one (who was evacuated has left), ``changes`` whether only that it became
    more or less; ``amount`` what the figure is an amount of (``نسبة الاقتراع``); ``places`` where they are,
    ``parts`` those of them that are no country, ``whole`` whether the whole country is meant;
    ``periods`` the years and months it is of; ``expected`` whether it is a forecast; ``tail`` the keys of
    the words after it, ``sentence`` all that is said around it. ``again`` is the place of the count
    before it that it counts anew ("قدرت جهة أخرى عددهم بـ 30"), ``time`` when it did where it says so.
    Of its article, by ``outlet``, ``scene`` are all places that are no country; it is ``alone`` where no
    other figure is given for such things there, a ``share`` where they are counted in another part too, a
    ``piece`` where such things of another kind are ("10 رجال أمن و3 عمال").

    ``qualities`` are what it is of, by series ("التضخم الأساسي"); ``running`` says that the article tells
    of a count that goes on, ``early`` that the figure was the first, ``grown`` that its sentence tells so;
    ``day`` is that of what happened, as far as its sentence says, else that of the paper; ``teller`` is
    the identity of who says so.
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
    piece = any(other.kinds and not other.kinds & count.kinds for other in others)
    return msgspec.structs.replace(
        count,
        alone=len(here) == 1,
        share=bool(count.parts) and share,
        piece=bool(count.kinds) and piece,
    )


def _counts(told: Told) -> Iterator[Count]:
    quantities = sorted(told.reading.quantities, key=lambda quantity: quantity.start)
    running = goes_on(told, Span(0, len(told.reading.article.text)))
    earlier: Count | None = None
    for number, quantity in enumerate(quantities):
        following = quantities[number + 1].start if number + 1 < len(quantities) else None
        count = _count(told, quantity, earlier, following)
        if running and count.states and count.states <= told.terms.meaning.tallies.running:
            early = is_early(told, Span(count.sentence.place.start, count.place.start))
            count = msgspec.structs.replace(count, running=True, early=early)
        earlier = _anew(told, count, earlier) if earlier else count
        if not (_is_part(told, quantity) or _is_corrected(told, quantity) or _says_nothing(earlier)):
            yield earlier


def _says_nothing(count: Count) -> bool:
    """Whether neither what is counted nor how much is said: "أعدادهم بالآلاف"."""
    return count.unit == UNKNOWN and count.quantity.modifier is Modifier.VAGUE


def _is_part(told: Told, quantity: Quantity) -> bool:
    """Whether the figure is part of another: "ثلاثة منهم", "بينهم 10 طلاب", "من بين الضحايا ست
    نساء", "أربعة من المفقودين".

    What parts follow is itself the whole: "150 شخصاً بينهم 20 طفلاً".
    """
    inside = told.range(Span(quantity.start, quantity.end))
    forms, parts = told.tokens.forms, told.terms.meaning.parts
    before = inside.start > 0 and forms[inside.start - 1] in parts
    before = before or tuple(forms[max(0, inside.start - 3) : inside.start - 1]) == _FROM_AMONG
    follows = inside.stop < len(forms) and forms[inside.stop] in parts
    whole = follows and (forms[inside.stop].startswith(_AMONG) or inside.stop + 1 in told.figures)
    return before or (follows and not whole) or _is_of_those(told, inside)


def _is_corrected(told: Told, quantity: Quantity) -> bool:
    """Whether a figure is named only to be replaced: "59 قتيلاً لا 68"."""
    first = told.range(Span(quantity.start, quantity.end)).start
    return first > 0 and told.tokens.forms[first - 1] in _NOT


def _is_of_those(told: Told, inside: range) -> bool:
    """Whether "من" and those to whom something has happened follow the number: "أربعة من المفقودين"."""
    forms = told.tokens.forms
    for i in (*inside, inside.stop):
        if i + 1 < len(forms) and forms[i] == _OF and forms[i + 1].startswith(_THE):
            term = told.term(i + 1)
            return bool(term and term.concept in told.terms.meaning.of_people & told.terms.meaning.states)
    return False


def _count(told: Told, quantity: Quantity, earlier: Count | None, following: int | None) -> Count:
    sentence = told.sentence(quantity.start)
    clause = _clause(told, sentence, quantity)
    end = following if following and quantity.end <= following < clause.end else clause.end
    noun = quantity.noun or _unit_span(told, quantity)
    nouns = frozenset(term.key for i in told.range(noun) if (term := told.term(i)))
    after = Span(max(quantity.end, noun.end), max(quantity.end, noun.end, end))
    unit = _unit(told, quantity, nouns) or _unit_before(earlier, sentence)
    before = Span(sentence.start, quantity.start)
    if not nouns & told.terms.meaning.of_people and is_toll(told, told.range(noun).start):
        unit, nouns = PEOPLE, _DEATH
    states = states_of(told, unit, nouns, before, after)
    lead = _lead(clause, earlier, quantity)
    statement = _statement(told, quantity)
    places = places_beside(told, Span(quantity.start, after.end), lead)
    return Count(
        place=told.pointer(quantity),
        quantity=quantity,
        unit=unit,
        nouns=nouns,
        kinds=_kinds(told, nouns, noun),
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
        clause=told.content(clause),
        sentence=told.content(sentence),
        statement=statement,
        tail=told.content(Span(quantity.end, after.end)).keys,
        qualities=qualities_of(told, quantity, before, after, people=unit == PEOPLE),
        grown=goes_on(told, sentence),
        day=day_of(told, before),
        teller=told.identity(statement.speaker) if statement and statement.speaker else None,
    )


def _is_expected(told: Told, statement: Statement | None, before: Span) -> bool:
    """Whether a figure is a forecast by its cue or what stands before it: "من المتوقع أن تبلغ الأرباح"."""
    tokens = [*(told.range(statement.cue) if statement else ()), *told.range(before)]
    return any(not told.terms.meaning.forecasts.isdisjoint(stems(told.tokens.forms[i])) for i in tokens)


def _anew(told: Told, count: Count, earlier: Count) -> Count:
    """The count as of what ``earlier`` counts, where "عددهم" between the two says that it is the same."""
    between = Span(earlier.place.end, count.place.start)
    near = told.range(between)[-_BEFORE:]
    if count.unit != earlier.unit or not any(_recounts(told, i) for i in near):
        return count
    if count.sentence.place != earlier.sentence.place:
        return count
    time = next((time.value for time in reversed(told.reading.times) if _inside(time, between)), None)
    return msgspec.structs.replace(
        count,
        states=earlier.states,
        fates=earlier.fates,
        places=earlier.places,
        again=earlier.place,
        time=time and _first_day(time),
    )


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


def _clause(told: Told, sentence: Span, quantity: Quantity) -> Span:
    touching = [c for c in told.clauses(sentence) if c.start < quantity.end and quantity.start < c.end]
    return Span(touching[0].start, touching[-1].end) if touching else sentence


def _unit_span(told: Told, quantity: Quantity) -> Span:
    """Where the unit stands in the quantity; empty at its end where there is none."""
    at = told.text(quantity).rfind(quantity.unit) if quantity.unit else -1
    return Span(quantity.start + at, quantity.end) if at >= 0 else Span(quantity.end, quantity.end)


def _kinds(told: Told, nouns: frozenset[str], noun: Span) -> frozenset[str]:
    """What kind of people or things are counted, beyond being people and what happens to them."""
    general = [told.term(i) for i in told.range(noun) if told.terms.counts_people(told.tokens.forms[i])]
    return nouns - told.terms.meaning.states - {term.key for term in general if term}


def _unit(told: Told, quantity: Quantity, nouns: frozenset[str]) -> str | None:
    """The code of a unit, ``people`` for whatever counts them, else the key of the noun."""
    if quantity.measure:
        return quantity.measure
    words = fold(quantity.unit or "").split()
    if not words:
        return None
    if nouns & told.terms.meaning.of_people or _is_human(told, words[0]):
        return PEOPLE
    term = told.terms.of(words[0])
    return term.key if term else words[0]


def _is_human(told: Told, noun: str) -> bool:
    return told.terms.counts_people(noun) or told.terms.counts_persons(noun)


def _unit_before(earlier: Count | None, sentence: Span) -> str:
    """A bare number counts what the one before it in its sentence counts: "98 ألف مهاجر و124 ألفاً"."""
    if earlier and earlier.place.start >= sentence.start:
        return earlier.unit
    return UNKNOWN


def _lead(clause: Span, earlier: Count | None, quantity: Quantity) -> Span:
    """What stands before a figure in its clause, after the figure before: "فيضانات العام الماضي أودت بـ"."""
    start = clause.start if earlier is None else max(clause.start, earlier.place.end)
    return Span(min(start, quantity.start), quantity.start)


def _statement(told: Told, quantity: Quantity) -> Statement | None:
    """The innermost statement whose content holds the quantity."""
    holding = [
        (content.end - content.start, statement.id, statement)
        for statement in told.reading.statements
        for content in statement.content
        if content.start <= quantity.start and quantity.end <= content.end
    ]
    return min(holding, key=lambda held: held[:2])[2] if holding else None
