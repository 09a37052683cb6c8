"""Inflection: every form of an Arabic verb from its principal parts.

A verb is given as a dictionary gives it, third person masculine singular past and present,
with its shadda where it has one: ``أكّد، يؤكد``. The spelling of the two parts tells its class:
a past with an alef before its last letter is hollow (أضاف), one that ends in ا or ى is
defective (نفى), two letters with a shadda are doubled (ردّ). Forms come out unvowelled, as
newspapers write them; two persons that are written alike are one form with several readings.
"""

from collections.abc import Iterator
from enum import StrEnum

import msgspec

SHADDA = "\N{ARABIC SHADDA}"
_ALEFS = "اأآ"
_WEAK = "ويىا"


class Gender(StrEnum):
    """Grammatical gender."""

    MALE = "male"
    FEMALE = "female"


class Number(StrEnum):
    """Grammatical number."""

    ONE = "one"
    TWO = "two"
    MANY = "many"


class Inflected(msgspec.Struct, frozen=True, gc=False):
    """One written form and how it is to be read.

    ``person`` is 1 or 3; ``present`` and ``passive`` say so of verbs; ``bound`` forms occur only
    with an attached pronoun, ``short`` ones only after a negation (jussive) or a comma (participle).
    """

    text: str
    gender: Gender | None
    number: Number
    person: int = 3
    present: bool = False
    passive: bool = False
    bound: bool = False
    short: bool = False


def conjugate(past: str, present: str) -> Iterator[Inflected]:
    """All third and first persons of a verb, active, and the passives that are written otherwise.

    >>> [form.text for form in conjugate("نفى", "ينفي")][:4]
    ['نفى', 'نفت', 'نفوا', 'نفيا']
    """
    stem = past.replace(SHADDA, "")
    yield from _past(stem)
    yield from _present(stem, present.replace(SHADDA, ""))
    if _is_hollow(stem):
        yield from _past(_hollow_passive(stem), passive=True)
        yield from _present_passive(present[1:-2] + "ا" + present[-1])
    elif present.endswith("و"):
        yield from _present_passive(present[1:-1] + "ى")


def participles(past: str, present: str, given: str | None = None) -> Iterator[Inflected]:
    """The active participle as it stands beside a verb (accusative), in all genders and numbers.

    Some writers leave the ending of the masculine away; that form comes last and is ``short``.

    >>> [form.text for form in participles("أكّد", "يؤكد")]
    ['مؤكدا', 'مؤكدة', 'مؤكدين', 'مؤكدتين', 'مؤكد']
    """
    stem = given or active_participle(past, present)
    many = stem[:-1] if stem.endswith("ي") else stem
    yield Inflected(stem + "ا", Gender.MALE, Number.ONE)
    yield Inflected(stem + "ة", Gender.FEMALE, Number.ONE)
    yield Inflected(many + "ين", Gender.MALE, Number.MANY)
    yield Inflected(stem + "تين", Gender.FEMALE, Number.TWO)
    yield Inflected(stem, Gender.MALE, Number.ONE, short=True)


def active_participle(past: str, present: str) -> str:
    """The active participle of a verb: فاعل of a plain one, م before the present of others.

    >>> active_participle("قال", "يقول"), active_participle("أضاف", "يضيف")
    ('قائل', 'مضيف')
    """
    stem = past.replace(SHADDA, "")
    doubled = len(stem) == 2
    plain = len(stem) == 3 and SHADDA not in past
    if not plain and not doubled:
        return "م" + (present[1:-1] + "ي" if present[-1] in "ىي" else present[1:])
    first = "آ" if stem[0] in _ALEFS else stem[0] + "ا"
    if _is_hollow(stem):
        return first + "ئ" + stem[-1]
    middle = stem[1].replace("أ", "ئ")
    return first + middle + ("" if doubled else "ي" if stem[-1] in _WEAK else stem[2])


def has_damma(past: str) -> bool:
    """Whether the active present of a verb begins with a damma: the second, third and fourth pattern.

    >>> has_damma("أعلن"), has_damma("طالب"), has_damma("اعتقد")
    (True, True, False)
    """
    stem = past.replace(SHADDA, "")
    if stem[0] in "أآ":
        return True
    return len(stem) > 2 and stem[0] not in "ات" and (SHADDA in past or (stem[1] == "ا" and len(stem) == 4))


def nouns(noun: str) -> Iterator[Inflected]:
    """A verbal noun as it is written free and before an attached pronoun.

    >>> [form.text for form in nouns("إشارة")]
    ['إشارة', 'إشارت']
    """
    female = noun.endswith("ة")
    yield Inflected(noun, Gender.FEMALE if female else Gender.MALE, Number.ONE)
    if female:
        yield Inflected(noun[:-1] + "ت", Gender.FEMALE, Number.ONE, bound=True)
    elif noun.endswith("ء"):
        yield Inflected(noun[:-1] + "ئ", Gender.MALE, Number.ONE, bound=True)
        yield Inflected(noun[:-1] + "ؤ", Gender.MALE, Number.ONE, bound=True)


def _is_hollow(stem: str) -> bool:
    return len(stem) > 2 and stem[-2] == "ا"


def _hollow_passive(stem: str) -> str:
    return stem[:-2] + "ي" + stem[-1]


def _past(stem: str, *, passive: bool = False) -> Iterator[Inflected]:
    defective = stem[-1] in "اىي" and len(stem) > 2
    root = stem[:-1] if defective else stem
    weak = "" if not defective else "و" if stem.endswith("ا") and len(stem) == 3 else "ي"
    female = stem if stem.endswith("ي") else root
    yield Inflected(stem, Gender.MALE, Number.ONE, passive=passive)
    yield Inflected(female + "ت", Gender.FEMALE, Number.ONE, passive=passive)
    yield Inflected(root + "وا", Gender.MALE, Number.MANY, passive=passive)
    if passive:
        return
    before_nun = stem[:-2] + stem[-1] if _is_hollow(stem) else root + weak
    yield Inflected(root + weak + "ا", Gender.MALE, Number.TWO)
    yield Inflected(female + "تا", Gender.FEMALE, Number.TWO)
    yield Inflected(before_nun + "ن", Gender.FEMALE, Number.MANY)
    yield Inflected(before_nun + "نا", None, Number.MANY, 1)
    if defective and not stem.endswith("ي"):
        yield Inflected(root + "ا", Gender.MALE, Number.ONE, bound=True)


def _present(stem: str, present: str) -> Iterator[Inflected]:
    body = present[1:]
    defective = body[-1] in "ويى"
    root = body[:-1] if defective else body
    soft = root + "ي" if body.endswith("ى") else body
    jussive = root if defective else body[:-2] + body[-1] if _is_hollow(stem) else body
    yield from _singular(body)
    if jussive != body:
        yield from _singular(jussive, short=True)
    for text, gender, number in (
        ("ي" + soft + "ان", Gender.MALE, Number.TWO),
        ("ت" + soft + "ان", Gender.FEMALE, Number.TWO),
        ("ي" + soft + "ا", Gender.MALE, Number.TWO),
        ("ت" + soft + "ا", Gender.FEMALE, Number.TWO),
        ("ي" + root + "ون", Gender.MALE, Number.MANY),
        ("ي" + root + "وا", Gender.MALE, Number.MANY),
        ("ي" + (jussive if _is_hollow(stem) else soft) + "ن", Gender.FEMALE, Number.MANY),
    ):
        yield Inflected(text, gender, number, present=True)


def _singular(body: str, *, short: bool = False) -> Iterator[Inflected]:
    yield Inflected("ي" + body, Gender.MALE, Number.ONE, present=True, short=short)
    yield Inflected("ت" + body, Gender.FEMALE, Number.ONE, present=True, short=short)
    yield Inflected("أ" + body, None, Number.ONE, 1, present=True, short=short)
    yield Inflected("ن" + body, None, Number.MANY, 1, present=True, short=short)


def _present_passive(body: str) -> Iterator[Inflected]:
    yield Inflected("ي" + body, Gender.MALE, Number.ONE, present=True, passive=True)
    yield Inflected("ت" + body, Gender.FEMALE, Number.ONE, present=True, passive=True)
