"""What is said of the counting: that it goes on, that the figure is only expected, what it leaves out."""

from collections.abc import Iterator, Sequence
from datetime import date

from tawatur.comparison.contents import Told
from tawatur.comparison.terms import stems
from tawatur.model import Quantity, Span

_REACH = 12
_NEAR = 2
_BEHIND = 3
_RISE = "rise"
_STOPS = frozenset("،,؛;.!?؟()")


def goes_on(told: Told, span: Span) -> bool:
    """Whether a text tells of a toll that is not the last: "حصيلة محينة", "ارتفع عدد الضحايا إلى"."""
    near = told.range(span)
    return any(_is_toll(told, i) and (_is_updated(told, i) or _has_risen(told, i, near)) for i in near)


def is_early(told: Told, before: Span) -> bool:
    """Whether a figure is told as only the first, or of before: "حصيلة أولية", "حصيلة سابقة"."""
    return any(_is_early(told, i) for i in told.range(before))


def is_supposed(told: Told, quantity: Quantity, before: Span) -> bool:
    """Whether a figure is only thought of: "قد تصل الحصيلة إلى 20 ألفاً", "أن يصل العدد إلى 20 ألفاً"."""
    near = (*told.range(before)[-_REACH:], *told.range(Span(quantity.start, quantity.end)))
    return any(_supposes(told, i) for i in near)


def qualities_of(
    told: Told, quantity: Quantity, before: Span, after: Span, *, people: bool
) -> frozenset[tuple[str, str]]:
    """By series what a figure is of, as the word nearest to it says: "معدل التضخم الأساسي": core.

    Words right after the figure are nearer than those before it; a figure that is only compared with the
    one before it is of what that is: "12.3% مقابل 12.5%". ``people`` where these are counted.
    """
    found: dict[str, str] = {}
    inside = told.range(Span(quantity.start, quantity.end))
    behind = told.range(Span(quantity.end, max(quantity.end, after.end)))[:_BEHIND]
    for i in (*inside, *_until_stop(told, behind), *_back(told, told.range(before))):
        for name, member in _memberships(told, i):
            found.setdefault(name, member)
    amounts = told.terms.meaning.tallies.of_amounts if people else frozenset()
    return frozenset((name, member) for name, member in found.items() if name not in amounts)


def day_of(told: Told, before: Span) -> date | None:
    """The day a sentence gives before a figure, else that of the paper: "وفي 8 أغسطس، لقي 11 مصرعهم"."""
    days = [
        time.value[:10]
        for time in told.reading.times
        if before.start <= time.start and time.end <= before.end and _is_day(time.value)
    ]
    return date.fromisoformat(days[-1]) if days else told.reading.article.day


def _is_toll(told: Told, i: int) -> bool:
    return not told.terms.meaning.tallies.totals.isdisjoint(stems(told.tokens.forms[i]))


def _is_early(told: Told, i: int) -> bool:
    forms, tallies = told.tokens.forms, told.terms.meaning.tallies
    former = i > 0 and _is_toll(told, i - 1) and not tallies.former.isdisjoint(stems(forms[i]))
    return former or not tallies.early.isdisjoint(stems(forms[i]))


def _is_updated(told: Told, i: int) -> bool:
    ahead = told.tokens.forms[i + 1 : i + 1 + _NEAR]
    return any(not told.terms.meaning.tallies.updating.isdisjoint(stems(form)) for form in ahead)


def _has_risen(told: Told, i: int, within: range) -> bool:
    """Whether a word beside the toll says that it rose: "ارتفاع حصيلة", "عدد الضحايا يرتفع"."""
    around = range(max(within.start, i - _NEAR), min(within.stop, i + 1 + _REACH))
    return any((term := told.term(j)) is not None and term.concept == _RISE for j in around)


def _supposes(told: Told, i: int) -> bool:
    """Whether a verb of reaching stands in the present after "قد" or "أن"."""
    forms, tallies = told.tokens.forms, told.terms.meaning.tallies
    return i > 0 and forms[i] in tallies.would_reach and forms[i - 1] in tallies.supposing


def _back(told: Told, before: range) -> Iterator[int]:
    """The words before a figure, the nearest first, back to a figure of which something else is said."""
    new = False
    for i in reversed(before):
        if i in told.figures and new:
            return
        new = new or (i not in told.dated and _is_new(told, i))
        yield i


def _is_new(told: Told, i: int) -> bool:
    form = told.tokens.forms[i]
    return (
        i not in told.figures
        and told.term(i) is not None
        and form not in told.terms.meaning.tallies.comparing
    )


def _memberships(told: Told, i: int) -> Iterator[tuple[str, str]]:
    """The series a word stands in, unless it is part of a date: "العام الجاري"."""
    if i not in told.dated:
        series = told.terms.meaning.tallies.series
        yield from (series[stem] for stem in stems(told.tokens.forms[i]) if stem in series)


def _until_stop(told: Told, tokens: Sequence[int]) -> Iterator[int]:
    for i in tokens:
        if told.tokens.forms[i] in _STOPS or i in told.figures:
            return
        yield i


def _is_day(value: str) -> bool:
    try:
        return bool(date.fromisoformat(value[:10]))
    except ValueError:
        return False
