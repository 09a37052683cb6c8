"""Numerals: figures and number words put together into one value.

    numeral   = addend { and addend } [ and fraction ]      ألف وخمسمائة، مليون ونصف
    addend    = factor { scale } | scale | dual             10 آلاف، مئتا ألف، ألفان
    factor    = figures | below a thousand                  1.5، ثلاثمئة وأربعة وعشرون

Every later addend is smaller than the scale before it, which is what keeps "300 و 212" two
numbers and "بين ألفين وثلاثة آلاف" a range.
"""

import msgspec

from tawatur.lexicon.figures import read_figures
from tawatur.lexicon.numbers import Numbers, NumberWord, Role
from tawatur.text import Tokens

_CLOSING = frozenset("»”\"'")
_BEYOND_COUNTING = 1e15


class Numeral(msgspec.Struct, frozen=True, gc=False):
    """A number read from tokens ``first`` up to ``last``, its attached particles left out.

    ``low`` and ``high`` differ only for بضع (a few); ``open`` marks مئات and its like, whose
    ``high`` is None. ``factor`` is the number before its last ``scale`` ("10" in "10 آلاف").
    ``thousands`` is the other reading of figures such as 15.000, None where there is none.
    """

    first: int
    last: int
    start: int
    end: int
    low: float
    high: float | None
    factor: float
    scale: float
    figures: bool = False
    definite: bool = False
    joined: bool = False
    attached: bool = False
    fraction: bool = False
    open: bool = False
    thousands: float | None = None

    @property
    def value_of_one(self) -> bool:
        """Whether it is the word for one (واحد), which is more often no count."""
        return self.low == 1 and not self.figures and self.last - self.first == 1 and not self.fraction

    @property
    def value_of_two(self) -> bool:
        """Whether it is the word for two (اثنان) without particles, which stands after a dual."""
        plain = not (self.figures or self.definite or self.joined or self.attached or self.fraction)
        return self.low == 2 and plain and self.last - self.first == 1


class _Sum(msgspec.Struct):
    """What has been read so far: up to which token, and the value."""

    last: int
    value: float
    factor: float
    scale: float
    figures: bool = False
    fraction: bool = False
    thousands: float | None = None


def read_numeral(tokens: Tokens, i: int, end: int, numbers: Numbers) -> Numeral | None:
    """The longest numeral that begins at token ``i`` and stays before token ``end``, or None.

    "وثلاثمائة ألف" is 300000 from the first letter after the conjunction.
    """
    word = None if tokens.forms[i][0].isdecimal() else numbers.word(tokens.forms[i])
    if word is not None and word.value == 1:
        word = _one_or_eleven(tokens, i, end, numbers, word)
    found = _figures_or_words(tokens, i, end, numbers, word)
    if found is None:
        return _open_or_few(tokens, i, end, numbers, word) if word else None
    if word is None or word.role is not Role.FRACTION:
        _add_smaller(tokens, end, numbers, found)
        _add_fraction(tokens, end, numbers, found)
    _divide(tokens, end, numbers, found)
    return Numeral(
        i,
        found.last,
        tokens.starts[i] + (word.start if word else 0),
        tokens.ends[found.last - 1],
        found.value,
        found.value,
        found.factor,
        found.scale,
        found.figures,
        word is not None and word.definite,
        word is not None and word.joined,
        word is not None and word.attached,
        found.fraction,
        thousands=found.thousands,
    )


def _figures_or_words(
    tokens: Tokens, i: int, end: int, numbers: Numbers, word: NumberWord | None
) -> _Sum | None:
    if word is None:
        found = _figures(tokens, i, end, numbers) if tokens.forms[i][0].isdecimal() else None
    elif word.role is Role.FRACTION:
        found = _Sum(i + 1, word.value, word.value, 1, fraction=True)
    elif word.role in (Role.DUAL, Role.SCALE):
        found = _scale_alone(tokens, i, end, numbers, word)
    else:
        found = _below_a_thousand(tokens, i, end, numbers, word)
    if found is not None:
        _multiply(tokens, end, numbers, found)
    return found


def _scale_alone(tokens: Tokens, i: int, end: int, numbers: Numbers, word: NumberWord) -> _Sum:
    """ألف is a thousand and ألفا two, but ألفًا وخمسمائة is a thousand and five hundred."""
    more = i + 1 < end and (_joined(tokens, i + 1, end, numbers) or tokens.forms[i + 1] == "و")
    if word.role is Role.DUAL and word.scale and (i + 1 >= end or more):
        return _Sum(i + 1, word.scale, 1, word.scale)
    if word.role is Role.DUAL:
        return _Sum(i + 1, word.value, 2, word.value / 2)
    return _Sum(i + 1, word.value, 1, word.value)


def _multiply(tokens: Tokens, end: int, numbers: Numbers, found: _Sum) -> None:
    if found.figures and found.last + 1 < end and _is_enclosed(tokens, found.last):
        quoted = numbers.word(tokens.forms[found.last + 1])
        found.last += bool(quoted and quoted.scale and not quoted.lead)
    while found.last < end and found.value < _BEYOND_COUNTING:
        scale = numbers.word(tokens.forms[found.last])
        if scale is None or scale.scale is None or scale.lead:
            return
        found.value = round(found.value * scale.scale, 6)
        found.scale = found.scale * scale.scale if found.scale > 1 else scale.scale
        found.thousands = None
        found.fraction = False
        found.last += 1


def _is_enclosed(tokens: Tokens, i: int) -> bool:
    """Whether a quotation closes after the figures, or a bracket around nothing else: "(40) مليون"."""
    bracket = tokens.forms[i] == ")" and i > 1 and tokens.forms[i - 2] == "("
    return bracket or tokens.forms[i] in _CLOSING


def _below_a_thousand(tokens: Tokens, i: int, end: int, numbers: Numbers, word: NumberWord) -> _Sum | None:
    """Hundreds, then ones before tens: "ثلاثمئة وأربعة وعشرون", "خمس عشرة", "تسع مئة"."""
    if word.role is Role.HUNDRED:
        hundreds, last = word.value, i + 1
    elif word.role is Role.ONE and 3 <= word.value <= 9 and _hundred(tokens, i + 1, end, numbers):
        hundreds, last = word.value * 100, i + 2
    else:
        return _below_a_hundred(tokens, i, end, numbers, word)
    found = _Sum(last, hundreds, hundreds, 1)
    following = _joined(tokens, last, end, numbers)
    if following and following[1].role is not Role.HUNDRED:
        rest = _below_a_hundred(tokens, following[0], end, numbers, following[1])
        if rest and not rest.fraction and not _hundred(tokens, rest.last, end, numbers):
            found = _Sum(rest.last, hundreds + rest.value, hundreds + rest.value, 1)
    return found


def _hundred(tokens: Tokens, i: int, end: int, numbers: Numbers) -> bool:
    word = numbers.word(tokens.forms[i]) if i < end else None
    return word is not None and word.role is Role.HUNDRED and word.value == 100 and not word.lead


def _below_a_hundred(tokens: Tokens, i: int, end: int, numbers: Numbers, word: NumberWord) -> _Sum | None:
    value, last = word.value, i + 1
    if word.role is Role.TEN:
        return _Sum(last, value, value, 1)
    if word.role not in (Role.ONE, Role.BOUND_ONE):
        return None
    after = numbers.word(tokens.forms[last]) if last < end else None
    if _is_ten(tokens, last, end, numbers) and 1 <= value <= 9:
        return _Sum(last + 1, value + 10, value + 10, 1)
    if after and after.role is Role.FRACTIONS and not after.lead and value >= 2:
        parts = value / round(1 / after.value)
        return _Sum(last + 1, parts, parts, 1, fraction=True)
    following = _joined(tokens, last, end, numbers)
    if following and following[1].role is Role.TEN and 1 <= value <= 9:
        return _Sum(following[0] + 1, value + following[1].value, value + following[1].value, 1)
    return _Sum(last, value, value, 1) if word.role is Role.ONE else None


def _joined(tokens: Tokens, i: int, end: int, numbers: Numbers) -> tuple[int, NumberWord] | None:
    """The number word that "و" joins on at token ``i``, attached or written apart, and its place."""
    if i >= end:
        return None
    if tokens.forms[i] == "و":
        word = numbers.word(tokens.forms[i + 1]) if i + 1 < end else None
        return (i + 1, word) if word and not word.lead else None
    word = numbers.word(tokens.forms[i])
    if word is not None and word.value == 1:
        word = _one_or_eleven(tokens, i, end, numbers, word)
    return (i, word) if word and word.joined and not word.attached else None


def _one_or_eleven(tokens: Tokens, i: int, end: int, numbers: Numbers, word: NumberWord) -> NumberWord:
    """The word for one; "وأحد عشر" folds to the words for one and ten, and is eleven joined on."""
    if word.role is Role.ONE and _is_ten(tokens, i + 1, end, numbers):
        return msgspec.structs.replace(word, lead=1, joined=True)
    return word


def _is_ten(tokens: Tokens, i: int, end: int, numbers: Numbers) -> bool:
    word = numbers.word(tokens.forms[i]) if i < end else None
    return word is not None and word.role is Role.ONE and word.value == 10 and not word.lead


def _figures(tokens: Tokens, i: int, end: int, numbers: Numbers) -> _Sum | None:
    read = read_figures(tokens, i, end, numbers.signs.reversed_point)
    if read is None:
        return None
    return _Sum(read.last, read.value, read.value, 1, True, read.fraction, read.thousands)


def _add_smaller(tokens: Tokens, end: int, numbers: Numbers, found: _Sum) -> None:
    """As in "مليون و200 ألف", "ثلاثة آلاف وتسع مئة": each addend below the scale before it."""
    while found.scale > 1 and found.last < end:
        step = _joined(tokens, found.last, end, numbers)
        if step is not None:
            at, word = step
        elif tokens.forms[found.last] == "و" and _figures_follow(tokens, found.last, end):
            at, word = found.last + 1, None
        else:
            return
        if word is not None and word.role in (Role.FRACTION, Role.FRACTIONS, Role.OPEN, Role.FEW):
            return
        addend = _figures_or_words(tokens, at, end, numbers, word)
        if addend is None or addend.fraction or addend.value >= found.scale:
            return
        found.value += addend.value
        found.last, found.factor, found.scale = addend.last, addend.factor, addend.scale


def _figures_follow(tokens: Tokens, i: int, end: int) -> bool:
    return i + 1 < end and tokens.forms[i + 1][0].isdecimal()


def _add_fraction(tokens: Tokens, end: int, numbers: Numbers, found: _Sum) -> None:
    """As in "مليون ونصف المليون", "خمسة وربع", "عشرون وثلاثة أخماس"; then "فاصلة خمسة"."""
    step = _joined(tokens, found.last, end, numbers)
    if step:
        at, word = step
        part = _Sum(at + 1, word.value, 1, 1) if word.role is Role.FRACTION else None
        if word.role is Role.ONE:
            part = _below_a_hundred(tokens, at, end, numbers, word)
            part = part if part and part.fraction else None
        if part:
            found.value = found.value + part.value * found.scale
            found.last = part.last
            _skip_repeated_scale(tokens, end, numbers, found)
    elif found.last + 1 < end and tokens.forms[found.last] in numbers.signs.point:
        spoken = tokens.forms[found.last + 1]
        if found.figures and spoken.isdecimal() and found.scale == 1 and found.value % 1 == 0:
            found.value = float(f"{found.value:.0f}.{spoken}")
            found.last += 2
            _multiply(tokens, end, numbers, found)
            return
        decimals = numbers.word(spoken)
        if decimals and decimals.role in (Role.ONE, Role.TEN) and not decimals.lead:
            found.value += decimals.value / (10 if decimals.value < 10 else 100)
            found.last += 2


def _skip_repeated_scale(tokens: Tokens, end: int, numbers: Numbers, found: _Sum) -> None:
    if found.scale > 1 and found.last < end:
        word = numbers.word(tokens.forms[found.last])
        if word and word.scale == found.scale and not word.joined:
            found.last += 1


def _divide(tokens: Tokens, end: int, numbers: Numbers, found: _Sum) -> None:
    """As in "واحد على عشرين": a smaller number over a greater one."""
    over = found.last
    if over + 1 >= end or tokens.forms[over] not in numbers.signs.over or found.scale > 1:
        return
    word = None if tokens.forms[over + 1][0].isdecimal() else numbers.word(tokens.forms[over + 1])
    if word is not None and word.lead:
        return
    below = _figures_or_words(tokens, over + 1, end, numbers, word)
    if below is None or below.fraction:
        return
    _add_smaller(tokens, end, numbers, below)
    if 0 < found.value < below.value:
        found.value /= below.value
        found.last, found.fraction, found.thousands = below.last, True, None


def _open_or_few(tokens: Tokens, i: int, end: int, numbers: Numbers, word: NumberWord) -> Numeral | None:
    """As in "عشرات الآلاف" is at least twenty thousand; "بضع مئات" three to nine hundred."""
    if word.role not in (Role.OPEN, Role.FEW):
        return None
    scale, last = (word.value, i + 1) if word.role is Role.OPEN else (1.0, i + 1)
    while last < end and scale < _BEYOND_COUNTING:
        following = numbers.word(tokens.forms[last])
        if following is None or following.joined or following.attached:
            break
        if following.role is not Role.OPEN and following.scale is None:
            break
        scale *= following.scale or following.value
        last += 1
    few = word.role is Role.FEW
    return Numeral(
        i,
        last,
        tokens.starts[i] + word.start,
        tokens.ends[last - 1],
        (numbers.few.low if few else 2) * scale,
        numbers.few.high * scale if few else None,
        2,
        scale,
        definite=word.definite,
        joined=word.joined,
        attached=word.attached,
        open=True,
    )
