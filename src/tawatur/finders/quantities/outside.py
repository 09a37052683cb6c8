"""Numbers that count nothing: in times, in names, in addresses, in lists, in scores."""

from bisect import bisect_left
from collections.abc import Iterator

from tawatur.finders.quantities.bounds import Amount
from tawatur.finders.quantities.counted import Counted, is_quoted_name
from tawatur.lexicon.counting import Counting
from tawatur.lexicon.numbers import Numbers
from tawatur.model import Modifier, Time
from tawatur.text import Document, Sentence, Tokens, peel

_REACH = 60
_WORD = 3
_TENS = range(20, 100, 10)
_NAMED_BELOW = 1000
_CLOSING = ("»", "”", '"')
_BRACKET = 6
_CODE = 3
_YEARS = range(1900, 2060)
_MOST_GOALS = 20
_BETWEEN_SIDES = ("-", "–", ":", "/", "مقابل")
_NOUGHT = "صفر"
_PRIMES = ("'", "’", "′")
_MARKS_OF_A_LIST = frozenset("-.):/•–")


def stretches_outside(
    document: Document, times: tuple[Time, ...]
) -> Iterator[tuple[Sentence, list[tuple[int, int]]]]:
    """Each sentence with its token ranges outside the times; times are in the order of the text."""
    tokens, at = document.tokens, 0
    for sentence in document.sentences:
        stretches, first = [], sentence.first
        while at < len(times) and times[at].start < sentence.end:
            begin = bisect_left(tokens.ends, times[at].start + 1, first, sentence.last)
            stretches.append((first, begin))
            first = bisect_left(tokens.starts, times[at].end, begin, sentence.last)
            at += 1
        stretches.append((first, sentence.last))
        yield sentence, stretches


def counts_nothing(
    document: Document, sentence: Sentence, amount: Amount, counted: Counted, numbers: Numbers
) -> bool:
    """Whether the number names, addresses, orders or scores, and so is no quantity."""
    tokens, numeral = document.tokens, amount.numeral
    alone = counted.unit is None and not counted.them
    whole = _is_whole_line(document, sentence, amount)
    if numeral.figures:
        return (
            _in_address(document, amount)
            or (counted.measure is None and _dialled(tokens, amount, sentence))
            or (counted.measure is None and _ends_a_score(tokens, amount, sentence))
            or _figures_chained(tokens, amount, sentence)
            or _ordered(tokens, amount, counted, sentence, numbers)
            or (alone and not whole and _figures_alone(tokens, amount, sentence, numbers))
        )
    if _after_ordinal(tokens, amount, sentence, numbers):
        return True
    return not whole and _words_alone(tokens, amount, counted, sentence, numbers)


def _is_whole_line(document: Document, sentence: Sentence, amount: Amount) -> bool:
    """Whether a line says nothing but the number; "1." before the first point of a list is no such line."""
    line = document.lines[sentence.line]
    alone = (line.first, line.last) == (sentence.first, sentence.last) and amount.first == line.first
    return alone and not any(document.tokens.forms[k][0].isalnum() for k in range(amount.last, line.last))


def _in_address(document: Document, amount: Amount) -> bool:
    """In a web or mail address: the run of signs without white space around the figures tells."""
    text = document.article.text
    start = max(text.rfind(" ", max(0, amount.start - _REACH), amount.start), amount.start - _REACH, 0)
    run = text[start : amount.start]
    return "://" in run or "www." in run or "@" in run or "#" in run


def _dialled(tokens: Tokens, amount: Amount, sentence: Sentence) -> bool:
    """A telephone number or a code: a leading plus or zero."""
    form, first = tokens.forms[amount.numeral.first], amount.numeral.first
    before = first
    while before > sentence.first and first - before < 4 and tokens.forms[before - 1][0].isdecimal():
        before -= 1
    plus = before > sentence.first and tokens.forms[before - 1] == "+"
    whole = form.isdecimal() and amount.numeral.last - first == 1
    return plus or (whole and form.startswith("0") and len(form) >= _CODE)


def _figures_chained(tokens: Tokens, amount: Amount, sentence: Sentence) -> bool:
    """Figures that touch a letter of another script, a slash, a colon or more figures by a dash."""
    first, last = amount.numeral.first, amount.numeral.last
    if first > sentence.first and tokens.ends[first - 1] == tokens.starts[first]:
        before = tokens.forms[first - 1]
        if _chains(tokens, first, sentence) or (before[0].isascii() and before[0].isalpha()):
            return True
        if before in ("-", "–") and first - 1 > sentence.first and amount.modifier is not Modifier.RANGE:
            chained = tokens.ends[first - 2] == tokens.starts[first - 1] and tokens.forms[first - 2] != "("
            return chained and amount.first == first
    if last < sentence.last and tokens.ends[last - 1] == tokens.starts[last]:
        after = tokens.forms[last]
        if (
            after in ("/", ":", "_", "×")
            and last + 1 < sentence.last
            and tokens.forms[last + 1][0].isdecimal()
        ):
            return True
        if after in ("-", "–") and last + 1 < sentence.last and tokens.forms[last + 1][0].isdecimal():
            return True
    return False


def _chains(tokens: Tokens, first: int, sentence: Sentence) -> bool:
    """Whether a sign before the figures ties them to what is before it: "4/120", but not "الحصيلة:120"."""
    sign, free = tokens.forms[first - 1], first - 1 == sentence.first
    tied = not free and tokens.ends[first - 2] == tokens.starts[first - 1]
    if sign == ":":
        return tied and tokens.forms[first - 2][0].isdecimal()
    return sign in ("_", "×") or (sign == "/" and tied)


def _ends_a_score(tokens: Tokens, amount: Amount, sentence: Sentence) -> bool:
    """The second side of "0 - 0 مستقبل قابس"."""
    first = amount.numeral.first
    if first - 2 < sentence.first or tokens.forms[first - 1] not in ("-", "–"):
        return False
    sides = tokens.forms[first - 2], tokens.forms[first]
    return amount.modifier is Modifier.EXACT and all(
        side.isdecimal() and int(side) < _MOST_GOALS for side in sides
    )


def _ordered(tokens: Tokens, amount: Amount, counted: Counted, sentence: Sentence, numbers: Numbers) -> bool:
    """An ordinal in figures: "الجولة 24", "المصنفة 106", "المؤتمر 23 العادي", "3- النجم", "45' سامي"."""
    first, last, counting = amount.first, amount.last, numbers.counting
    if amount.modifier is not Modifier.EXACT or counted.measure is not None:
        return False
    if counted.rule == "noun and definite number":
        return False
    before = tokens.forms[first - 1] if first > sentence.first else ""
    after = tokens.forms[last] if last < sentence.last else ""
    if after in _PRIMES and tokens.ends[last - 1] == tokens.starts[last]:
        return True
    opened = "(" in tokens.forms[max(sentence.first, first - _BRACKET) : first]
    marks = ("-", "–", "/") if opened else ("-", "–", ")", "/")
    at = last + 1
    while at < sentence.last and tokens.forms[at] == "*":
        at += 1
    if after in marks and at < sentence.last and tokens.forms[at][0].isalpha():
        return before != "("
    if before in ("(", "ال") and first - 1 > sentence.first:
        before = tokens.forms[first - 2]
    if _is_always_named(before, counting) or _numbered_law(tokens, first, sentence, counting):
        return True
    bare = _with_article(before)
    if before == "و" and first - 3 >= sentence.first and tokens.forms[first - 2].isdecimal():
        bare = tokens.forms[first - 3]
    if not bare.startswith("ال") or _in_the_accusative(tokens, counted):
        return False
    return bare[2:] in counting.named or counting.has_article(after)


def _with_article(form: str) -> str:
    """The form without what is attached before its article: "بالجولة", "للنقطة"."""
    if form.startswith("لل"):
        return f"ال{form[2:]}"
    return form[1:] if form.startswith(("ب", "و", "ل")) and form[1:].startswith("ال") else form


def _is_always_named(before: str, counting: Counting) -> bool:
    """As in "بوينغ 737 ماكس", "بملعب 5 أوت"."""
    return before in counting.named_always or any(
        reading.stem in counting.named_always and "ال" not in reading.before for reading in peel(before)
    )


def _in_the_accusative(tokens: Tokens, counted: Counted) -> bool:
    """As in "الرحلة 162 مسافرا": what eleven and more count, which no ordinal is followed by."""
    return counted.unit is not None and counted.after and tokens.forms[counted.unit[0]].endswith("ا")


def _numbered_law(tokens: Tokens, i: int, sentence: Sentence, counting: Counting) -> bool:
    """As in "الأمر عدد 448"."""
    if i - 2 < sentence.first or tokens.forms[i - 1] not in counting.counts:
        return False
    law = tokens.forms[i - 2]
    return law in counting.numbered or law.removeprefix("و").removeprefix("ال") in counting.numbered


def _after_ordinal(tokens: Tokens, amount: Amount, sentence: Sentence, numbers: Numbers) -> bool:
    """The ten of "السادس عشر" or of "الخامس والعشرين"."""
    first = amount.numeral.first
    if first == sentence.first or amount.first < first:
        return False
    before = tokens.forms[first - 1]
    return numbers.counting.is_ordinal(before) or numbers.counting.is_ordinal(before[1:])


def _figures_alone(tokens: Tokens, amount: Amount, sentence: Sentence, numbers: Numbers) -> bool:
    """Figures without anything counted that a neighbour turns into a name, a year or a list mark."""
    first, last = amount.first, amount.last
    form = tokens.forms[amount.numeral.first]
    before = tokens.forms[first - 1] if first > sentence.first else ""
    after = tokens.forms[last] if last < sentence.last else ""
    if amount.modifier is Modifier.EXACT:
        if form.isdecimal() and len(form) == 4 and 1800 <= amount.numeral.low <= 2100:
            return True
        if before == "ال" or (before == "(" and after == ")"):
            return True
        if is_quoted_name(tokens, first, last, sentence.first, numbers.counting):
            return True
        if len(before) >= _WORD and tokens.ends[first - 1] == tokens.starts[first] and before.isalpha():
            return True
        if after and after[0].isascii() and after[0].isalpha():
            return True
        if after in _CLOSING and before and before[0].isalpha() and not numbers.word(before):
            return True
        if _is_named(before, amount, numbers.counting):
            return True
        if (first == sentence.first or before == ":") and after in _MARKS_OF_A_LIST:
            return True
    if _is_score(tokens, amount, sentence):
        return True
    return amount.modifier is Modifier.EXACT and _names(before, numbers)


def _is_named(before: str, amount: Amount, counting: Counting) -> bool:
    """As in "المكتب 13": a small number after a definite noun that has no value of its own."""
    small = amount.numeral.low < _NAMED_BELOW and amount.numeral.low % 1 == 0
    signed = amount.first < amount.numeral.first
    return (
        small
        and not signed
        and counting.has_article(before)
        and before not in counting.valued | counting.totals
    )


def _is_score(tokens: Tokens, amount: Amount, sentence: Sentence) -> bool:
    """One side of "2 - 1" or "1-صفر"."""
    for dash, other in ((amount.last, amount.last + 1), (amount.first - 1, amount.first - 2)):
        if not (sentence.first <= other < sentence.last):
            continue
        side = tokens.forms[other]
        if tokens.forms[dash] in _BETWEEN_SIDES and (side[0].isdecimal() or side == _NOUGHT):
            return True
    return False


def _names(before: str, numbers: Numbers) -> bool:
    """Whether the word before a number makes it a name: "المادة 5", "إس 400"."""
    counting = numbers.counting
    forms = (before, before[1:], before.removeprefix("ال"), before[1:].removeprefix("ال"), before[2:])
    latin = bool(before) and before[0].isascii() and before[0].isalpha()
    return latin or any(form in counting.named for form in forms if len(form) > 1)


def _words_alone(
    tokens: Tokens, amount: Amount, counted: Counted, sentence: Sentence, numbers: Numbers
) -> bool:
    """A number word that is more often something else, or a definite one with nothing before it."""
    counting, numeral = numbers.counting, amount.numeral
    before = tokens.forms[amount.first - 1] if amount.first > sentence.first else ""
    after = tokens.forms[numeral.last] if numeral.last < sentence.last else ""
    signed = amount.first < numeral.first
    if numeral.fraction and after in counting.stages:
        return True
    if _is_ordinal_ten(amount, counted) and counting.has_article(before):
        return True
    if counted.unit is not None or counted.them:
        return counted.them and numeral.value_of_one
    if not signed and numeral.low in _YEARS and not numeral.open:
        return True
    if amount.modifier in (Modifier.EXACT, Modifier.VAGUE) and _names(before, numbers):
        return True
    return not signed and amount.modifier is Modifier.EXACT and _is_loose(tokens, amount, counting)


def _is_ordinal_ten(amount: Amount, counted: Counted) -> bool:
    """As in "الجولة العشرين", which counts no rounds."""
    numeral = amount.numeral
    single = numeral.last - numeral.first == 1
    return single and numeral.definite and numeral.low in _TENS and counted.rule != "noun and definite number"


def _is_loose(tokens: Tokens, amount: Amount, counting: Counting) -> bool:
    """One, a definite number, a bare fraction, or a word of the loose ones, with nothing counted."""
    numeral = amount.numeral
    single = numeral.last - numeral.first == 1
    form = tokens.forms[numeral.first][numeral.start - tokens.starts[numeral.first] :]
    bare_fraction = numeral.fraction and single
    return numeral.value_of_one or numeral.definite or bare_fraction or (single and form in counting.loose)
