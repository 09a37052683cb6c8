"""Where the words before a time look: back, ahead, or neither."""

from functools import lru_cache

from tawatur.finders.times.resolution import Tense
from tawatur.lexicon.calendar import Calendar
from tawatur.text import Tokens

_REACH = 25
_AFTER = 2
_SHORTEST = 4
_SHORTEST_OF_I = 5
_AUXILIARY = 3
_AS_FOR = ("اما", "واما", "فاما")
_PAUSES = ("،", ":")
_STOPS = frozenset('.؛!؟?:،"«“') | {"ان", "انه", "انها", "بان"}


def tense_at(tokens: Tokens, first: int, i: int, last: int, end: int, calendar: Calendar) -> Tense:
    """The tense around a time from token ``i`` to ``last`` in the sentence from ``first`` to ``end``.

    The nearest word that tells counts; "منذ" right before holds it in the past.
    """
    if i > first and tokens.forms[i - 1] in calendar.sets["since"]:
        return Tense.SINCE
    for k in range(i - 1, max(first, i - _REACH) - 1, -1):
        found = _tells(tokens.forms[k], calendar)
        if found is not None:
            back = found is Tense.FUTURE and _told_back(tokens, first, k, calendar)
            return Tense.PAST if back else found
    last += last < end and tokens.forms[last] in _PAUSES and _opens(tokens, first, i)
    for k in range(last, min(end, last + _AFTER)):
        if tokens.forms[k] in _STOPS:
            break
        found = _tells(tokens.forms[k], calendar)
        if found is not None:
            return found
    return Tense.OPEN


def _told_back(tokens: Tokens, first: int, k: int, calendar: Calendar) -> bool:
    """Whether the present at token ``k`` tells of the past: "كانت المباراة تجري", "لم ينطلق"."""
    if _without_and(tokens.forms[k]) not in calendar.sets["presents"]:
        return False
    before = tokens.forms[max(first, k - _AUXILIARY) : k]
    return not calendar.sets["past_of_presents"].isdisjoint(before)


def _opens(tokens: Tokens, first: int, i: int) -> bool:
    """Whether a time stands first: "الاثنين: يكون الجو", "أما يوم السبت، فيكون"."""
    return i == first or tokens.forms[i - 1] in _AS_FOR


@lru_cache(maxsize=100_000)
def _tells(form: str, calendar: Calendar) -> Tense | None:
    bare = _without_and(form)
    sets = calendar.sets
    if form in sets["future"] or bare in sets["future"] or bare in sets["presents"]:
        return Tense.FUTURE
    if form in sets["past"] or bare in sets["past"]:
        return Tense.PAST
    verb = bare.startswith(tuple(sets["future_prefixes"])) and len(bare) >= _SHORTEST
    if bare.startswith("سا") and len(bare) < _SHORTEST_OF_I:
        return None
    return Tense.FUTURE if verb and bare not in sets["not_future"] and bare[-1] not in "ةي" else None


def _without_and(form: str) -> str:
    return form[1:] if form[:1] in "وف" and len(form) >= _SHORTEST else form
