"""What an amount counts: a unit, money, or the noun phrase after it or before it."""

import msgspec

from tawatur.finders.quantities.bounds import Amount, with_modifier
from tawatur.lexicon.counting import Counting
from tawatur.lexicon.measures import Measure
from tawatur.lexicon.numbers import Numbers
from tawatur.model import Modifier
from tawatur.text import Tokens, peel, peel_endings

_QUOTES = frozenset("«»\"“”‘’'")
_ADJECTIVES = 3
_PRONOUNS = ("هم", "ها", "هما", "هن")
_DUALS = ("ان", "ين")
_PLURALS = ("ات", "ين", "ون")
_OWNED = ("ه", "ها", "هم", "نا")
_SHORT = 4
_FIVE = 5
_TENS = range(20, 100, 10)
_THESE = ("هذا", "هذه", "هؤلاء")
_REACH = 12
_EACH = ("كل",)
_LONGEST_MEASURE = 2


class Counted(msgspec.Struct, frozen=True, gc=False):
    """What is counted; token ranges are half open and ``last`` is the token after all of it.

    ``unit`` is the head, ``noun`` the whole phrase; both None where the text names nothing.
    ``after`` tells that they follow the number; ``them`` that a pronoun stands for the noun;
    ``apart`` that the noun stands before the number with other words between.
    """

    rule: str
    last: int
    unit: tuple[int, int] | None = None
    noun: tuple[int, int] | None = None
    measure: Measure | None = None
    after: bool = False
    them: bool = False
    apart: bool = False


def read_counted(
    tokens: Tokens, amount: Amount, floor: int, since: int, end: int, numbers: Numbers
) -> Counted:
    """What the amount counts, looked for after it, then right before it, then back to token ``since``."""
    counting = numbers.counting
    if amount.prefix is not None:
        unit = (amount.first, amount.numeral.first)
        return Counted(_rule(amount.prefix), amount.last, unit, unit, amount.prefix)
    at = _past_marks(tokens, amount, floor, end, counting)
    found = (
        _measured(tokens, at, end, counting)
        or _inside(tokens, amount, counting)
        or _of_them(tokens, at, end, counting)
        or _noun_before(tokens, amount, floor, end, counting)
        or _partitive(tokens, amount, at, end, counting)
        or _noun_after(tokens, amount, at, end, numbers)
    )
    return found or _number_of(tokens, amount, since, counting) or Counted("bare number", amount.last)


def _rule(measure: Measure) -> str:
    if measure.money:
        return "money"
    return "percentage" if measure.code == "percent" else "measured"


def _past_marks(tokens: Tokens, amount: Amount, floor: int, end: int, counting: Counting) -> int:
    """The token after a bracket or quotation mark that closes behind the number.

    A quotation of one word and the number is a name: «أوميغا 3» تقلل counts nothing.
    """
    at, first = amount.last, amount.first
    if at >= end or not (tokens.forms[at] in _QUOTES or tokens.forms[at] == ")"):
        return at
    return at if is_quoted_name(tokens, first, at, floor, counting) else at + 1


def is_quoted_name(tokens: Tokens, first: int, last: int, floor: int, counting: Counting) -> bool:
    """Whether a quotation or a bracket holds one word and the number, as in «أوميغا 3» and (كويت 15)."""
    if first - 2 < floor or last >= len(tokens) or not tokens.forms[first - 1][0].isalpha():
        return False
    if tokens.forms[first - 2] in _QUOTES:
        return tokens.forms[last] in _QUOTES
    word = tokens.forms[first - 1]
    said = word in counting.not_counted or word in counting.counts or counting.has_article(word)
    return tokens.forms[first - 2] == "(" and tokens.forms[last] == ")" and not said


def _measured(tokens: Tokens, i: int, end: int, counting: Counting) -> Counted | None:
    found = counting.measures.read(tokens, i, end)
    if found is None:
        return None
    measure, last = found
    if measure.code == "meter" and len(tokens.forms[i]) == 1 and tokens.ends[i - 1] < tokens.starts[i]:
        return None
    noun_last = _complement(tokens, last, end, counting)
    return Counted(_rule(measure), last, (i, last), (i, noun_last), measure, after=True)


def _inside(tokens: Tokens, amount: Amount, counting: Counting) -> Counted | None:
    """A unit named once, at the first end of a range."""
    if amount.unit_inside is None:
        return None
    found = counting.measures.read(tokens, *amount.unit_inside)
    if found is None:
        return None
    return Counted(_rule(found[0]), amount.last, amount.unit_inside, amount.unit_inside, found[0])


def _of_them(tokens: Tokens, i: int, end: int, counting: Counting) -> Counted | None:
    if i < end and tokens.forms[i] in counting.of_them:
        return Counted("number of them", i + 1, after=True, them=True)
    return None


def _noun_before(tokens: Tokens, amount: Amount, floor: int, end: int, counting: Counting) -> Counted | None:
    """As in "المناطق الأربع", "الدول الـ27", "شخص واحد": the noun stands before its number."""
    numeral = amount.numeral
    i = numeral.first
    if numeral.value_of_one:
        return None if amount.first < i else _noun_and_one(tokens, amount, floor, end, counting)
    if numeral.value_of_two:
        return _dual_and_two(tokens, amount, floor, counting)
    article = i > floor and tokens.forms[i - 1] == "ال" and numeral.figures
    if article:
        i -= 1
    if not (article or numeral.definite) or i <= floor or numeral.joined or numeral.attached:
        return None
    noun = _definite_noun(tokens, i - 1, floor, counting)
    ordinal = article or (amount.numeral.low in _TENS and amount.numeral.last - amount.numeral.first == 1)
    form = tokens.forms[noun] if noun is not None else ""
    if noun is None or (ordinal and not (_looks_plural(form, counting) or _is_owned(form, counting))):
        return None
    return Counted("noun and definite number", amount.last, (noun, noun + 1), (noun, i))


def _definite_noun(tokens: Tokens, i: int, floor: int, counting: Counting) -> int | None:
    """The plural noun that a definite number after token ``i`` counts, past its adjectives."""
    if _is_owned(tokens.forms[i], counting):
        return i
    if "ال" not in _particles(tokens.forms[i]) or tokens.forms[i] in counting.groups:
        return None
    for back in range(i, max(floor, i - _ADJECTIVES) - 1, -1):
        form = tokens.forms[back]
        if back < i and "ال" not in _particles(form):
            plural = is_noun(tokens, back, counting) and _looks_plural(form, counting)
            return back if plural or _is_owned(form, counting) else i
        if _looks_plural(form, counting):
            return back
    return i


def _is_owned(form: str, counting: Counting) -> bool:
    """Whether a plural carries a pronoun, which makes it definite: "خاماتها الـ12"."""
    return any(
        pronoun and _looks_plural(stem, counting)
        for reading in peel(form)
        for stem, pronoun in peel_endings(reading.stem)
    )


def _particles(form: str) -> tuple[str, ...]:
    """The particles of a form that carries the article, nothing for one that does not."""
    for reading in peel(form)[1:]:
        if "ال" in reading.before:
            return reading.before
    return ()


def _looks_plural(form: str, counting: Counting) -> bool:
    """A plural by its ending, by the pattern of مدارس or أحزاب (not of تفاهم), or by the list."""
    stem = form
    for reading in peel(form):
        if "ال" in reading.before:
            stem = reading.stem
    if stem.endswith(_PLURALS) or stem in counting.plurals:
        return True
    masdar = len(stem) == _FIVE and stem[0] == "ت"
    long_third = len(stem) >= _FIVE and stem[2] == "ا" and not stem.endswith(("ة", "ي")) and not masdar
    return long_third or (len(stem) == _FIVE and stem[0] == "ا" and stem[3] == "ا")


def _noun_and_one(tokens: Tokens, amount: Amount, floor: int, end: int, counting: Counting) -> Counted | None:
    """As in "شخص واحد": one only where a noun stands before it and the two are no idiom."""
    i = amount.numeral.first
    if i <= floor or amount.numeral.attached or amount.numeral.joined or amount.numeral.definite:
        return None
    if not is_noun(tokens, i - 1, counting) or tokens.forms[i - 1] in counting.one_idioms:
        return None
    after, further, last = (*tokens.forms[i + 1 : min(i + 4, end)], "", "", "")[:3]
    partitive = after in counting.range_from and (further not in counting.out_of or last in _EACH)
    if partitive or counting.has_article(after):
        return None
    for first in range(max(floor, i - _LONGEST_MEASURE), i):
        measure = counting.measures.read(tokens, first, i)
        if measure is not None and measure[1] == i:
            return Counted("noun and one", i + 1, (first, i), (first, i), measure[0])
    return Counted("noun and one", i + 1, (i - 1, i), (i - 1, i))


def _dual_and_two(tokens: Tokens, amount: Amount, floor: int, counting: Counting) -> Counted | None:
    """As in "عاملان اثنان": the dual said once more."""
    i = amount.first
    two = i == amount.numeral.first and i > floor and tokens.forms[i - 1].endswith(_DUALS)
    if not two or not is_noun(tokens, i - 1, counting):
        return None
    return Counted("noun and one", i + 1, (i - 1, i), (i - 1, i))


def _partitive(tokens: Tokens, amount: Amount, i: int, end: int, counting: Counting) -> Counted | None:
    """As in "20 من رجال الأمن", "آلاف من السكان": those counted are a part of a definite group."""
    if i + 1 >= end or tokens.forms[i] not in counting.range_from or amount.numeral.value_of_one:
        return None
    noun = i + 1
    if not _is_word(tokens, noun) or tokens.forms[noun] in counting.not_counted:
        return None
    definite = counting.has_article(tokens.forms[noun])
    if not (definite or amount.numeral.open or _is_group(tokens, noun, end, counting)):
        return None
    last = noun + 1
    while not definite and last < min(end, noun + _ADJECTIVES) and is_noun(tokens, last, counting):
        last += 1
    last = _definites(tokens, last, end, counting)
    return Counted("number and counted noun", noun + 1, (noun, noun + 1), (noun, last), after=True)


def _is_group(tokens: Tokens, i: int, end: int, counting: Counting) -> bool:
    """Whether a noun phrase at token ``i`` is a definite group: "رجال الأمن", "أفراد عائلته"."""
    form = tokens.forms[i]
    if form.endswith(_PLURALS) or (form.endswith(_OWNED) and len(form) > _SHORT):
        return True
    for k in range(i + 1, min(end, i + _ADJECTIVES)):
        form = tokens.forms[k]
        if counting.has_article(form) or form in _THESE or (form.endswith(_OWNED) and len(form) > _SHORT):
            return True
        if not is_noun(tokens, k, counting):
            return False
    return False


def _noun_after(tokens: Tokens, amount: Amount, i: int, end: int, numbers: Numbers) -> Counted | None:
    counting = numbers.counting
    share = amount.numeral.open or amount.numeral.fraction
    if i >= end or not _is_word(tokens, i) or amount.numeral.value_of_one:
        return None
    definite = counting.has_article(tokens.forms[i]) and tokens.forms[i] not in counting.stages
    counted = is_noun(tokens, i, counting) or (definite and share)
    if not counted or numbers.word(tokens.forms[i]) is not None:
        return None
    if amount.numeral.fraction and amount.numeral.definite:
        return None
    last = _phrase(tokens, i, end, numbers, share)
    rule = "open plural" if amount.numeral.open else "number and counted noun"
    return Counted(rule, i + 1, (i, i + 1), (i, last), after=True)


def _number_of(tokens: Tokens, amount: Amount, floor: int, counting: Counting) -> Counted | None:
    """As in "بلغ عدد القتلى 13 والجرحى 20": the noun stands before the number, after a word for a count."""
    beside = amount.first - 1
    if beside >= floor and tokens.forms[beside].removeprefix("و") in counting.totals:
        return Counted("number of", amount.last, (beside, beside + 1), (beside, beside + 1), apart=True)
    for i in range(amount.first - 2, max(floor, amount.first - _REACH) - 1, -1):
        if any(reading.stem in counting.counts for reading in peel(tokens.forms[i])):
            noun = i + 1
            if "ال" in _particles(tokens.forms[i]):
                return None
            if _is_word(tokens, noun) and tokens.forms[noun] not in counting.not_counted:
                last = _definites(tokens, noun + 1, amount.first, counting)
                return Counted("number of", amount.last, (noun, noun + 1), (noun, last), apart=True)
    return None


def is_noun(tokens: Tokens, i: int, counting: Counting) -> bool:
    """Whether an indefinite noun may stand at token ``i``: a word, no particle, no verb by its shape."""
    form = tokens.forms[i]
    if not _is_word(tokens, i) or len(form) < 2 or form in counting.not_counted or counting.has_article(form):
        return False
    if form.startswith("و"):
        return form in counting.waw_nouns
    if form.endswith(("ها", "هما")) and len(form) > _SHORT and form not in counting.ha_nouns:
        return False
    if form.startswith("تت") and not form.startswith("تتويج"):
        return False
    if form.startswith("ي"):
        return form in counting.ya_nouns
    if form.startswith("ل"):
        return form in counting.lam_nouns
    if form.startswith("ب") and len(form) >= _SHORT:
        return form in counting.ba_nouns
    if form.startswith(("كال", "فال")) and len(form) > _SHORT:
        return False
    if form.endswith("ت") and len(form) >= _SHORT and form[-2] not in "اوي":
        return False
    if form.startswith(("ست", "سي")) and len(form) >= _SHORT:
        return not form.endswith(("وا", "ون")) and form[2] not in "تنوي"
    return form in counting.wa_nouns or not (form.endswith("وا") and len(form) >= _SHORT)


def _is_word(tokens: Tokens, i: int) -> bool:
    return "ء" <= tokens.forms[i][0] <= "ي"


def _phrase(tokens: Tokens, head: int, end: int, numbers: Numbers, share: bool) -> int:
    """The token after the counted noun phrase that begins with its head."""
    counting = numbers.counting
    form = tokens.forms[head]
    if counting.has_article(form):
        return _complement(tokens, _definites(tokens, head + 1, end, counting), end, counting)
    last = head + 1
    accusative = form.endswith("ا") and len(form) > 3
    while last < min(end, head + _ADJECTIVES) and is_noun(tokens, last, counting):
        word = tokens.forms[last]
        if word.endswith(_PRONOUNS) or (accusative and not word.endswith("ا")) or numbers.word(word):
            break
        last += 1
    if share:
        last = _definites(tokens, last, end, counting)
    return _complement(tokens, last, end, counting)


def _definites(tokens: Tokens, i: int, end: int, counting: Counting) -> int:
    """The token after a run of words with the article."""
    last = i
    while last < min(end, i + _ADJECTIVES) and counting.has_article(tokens.forms[last]):
        if tokens.forms[last] in counting.not_counted:
            break
        last += 1
    return last


def _complement(tokens: Tokens, i: int, end: int, counting: Counting) -> int:
    """The token after a complement "من القوات الخاصة", or ``i``."""
    if i + 1 < end and tokens.forms[i] in counting.range_from:
        last = _definites(tokens, i + 1, end, counting)
        if last > i + 1:
            return last
        if i + 2 < end and is_noun(tokens, i + 1, counting) and counting.has_article(tokens.forms[i + 2]):
            return _definites(tokens, i + 2, end, counting)
    return i


def bounded_after(
    tokens: Tokens, amount: Amount, counted: Counted, end: int, counting: Counting
) -> tuple[Amount, int]:
    """The amount with a bound that follows it, its noun or its whole noun phrase, and the token after.

    As in "46 شخصا على الأقل", "200 أو أكثر".
    """
    places = [amount.last]
    if counted.after:
        places += [counted.last, *((counted.noun[1],) if counted.noun else ())]
    if amount.modifier in (Modifier.EXACT, Modifier.ABOUT):
        for at in places:
            found = counting.bound_after(tokens, at, end)
            if found is not None:
                bounded = with_modifier(amount, Modifier(found[0]), amount.low)
                return msgspec.structs.replace(bounded, end=tokens.ends[found[1] - 1]), found[1]
    return amount, amount.last
