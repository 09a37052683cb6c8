"""Hostile texts, and ways to damage the bytes of a file."""

import random
from collections.abc import Callable, Iterator
from functools import cache
from importlib import resources

import yaml

from tawatur.rules import rule_book

SENTENCES = (
    "قال المتحدث باسم الوزارة سامي الخطيب يوم الأربعاء إن نحو 10 آلاف شخص غادروا المدينة.",
    "ونفى مسؤول في الشركة، طلب عدم ذكر اسمه، أن يكون «العدد أكبر من 1,500 عامل» كما ذكرت الصحيفة.",
    'وأضاف: "لم نتلق أي بلاغ بين 23 و28 أكتوبر/تشرين الأول 2024"، مشيراً إلى أن التحقيق مستمر.',
    "وبحسب وكالة الأنباء فإن ما يصل إلى مئتي ألف طن، أي 12,5 في المئة، ضاعت خلال العامين الماضيين.",
    "شاهد أيضاً: كيف تغير النهر؟",
    "The river seen from the bridge (Photo: agency)",
    "الرئيسية أخبار رياضة اقتصاد",
    "كتبت: رنا حداد",
)
PIECES = (
    *('"', "«", "»", "“", "”", "(", ")", "[", "]", ".", "..", "…", "؟", "!", "،", ":", ";", "-", "–", "ـ"),
    *("\n", "\r\n", "\u2028", "\x0b", "\x85", " ", "\t", "\xa0", "\u200b", "\u200f", "\u202e", "\u2066"),
    *("\ufeff", "\0", "\ud800", "\udfff", "\U0010ffff", "\ufffd", "ﷺ", "ﻻ", "ﻫ", "َ", "ّ", "ٰ", "\u0654"),
    *("پ", "گ", "ی", "٣", "۴", "قال ", "إن ", "أن ", "لم ", "وأكد ", "بحسب ", "نقلاً عن ", "رويترز "),
    *("ألف ", "مليون ", "مئة ", "نحو ", "بين ", "من ", "إلى ", "و", "ال", "وزير ", "الدفاع ", "محمد "),
    *("روسيا ", "يوم ", "الأحد ", "عام ", "2024", "12:30", "١٢٫٥", "%", "$", "http://a.b/", "a@b.c", "*"),
    *("<p>", "</div>", "<!--", "&#0;", "&amp;", "]]>", "{", "}", '"text":', "\\u", ","),
)


def mangled_text(random_: random.Random) -> str:
    parts = []
    for _ in range(random_.randint(1, 14)):
        kind = random_.random()
        if kind < 0.4:
            parts.append(random_.choice(SENTENCES))
        elif kind < 0.8:
            parts.append(random_.choice(PIECES) * random_.choice([1, 1, 1, 2, 3, 20]))
        elif kind < 0.9:
            parts.append("".join(chr(random_.randrange(0x600, 0x700)) for _ in range(random_.randint(1, 9))))
        else:
            parts.append("".join(chr(random_.randrange(0x110000)) for _ in range(random_.randint(1, 5))))
    if random_.random() < 0.3:
        at = random_.randrange(len(parts))
        parts[at] = parts[at][: random_.randint(0, len(parts[at]))]
    return random_.choice(["", " ", "\n"]).join(parts)


def varied_text(random_: random.Random) -> str:
    """Examples of the rules with words gone, doubled, swapped or taken from the lexicon."""
    words = " ".join(random_.choices(rule_examples(), k=random_.randint(1, 3))).split(" ")
    for _ in range(random_.randint(0, 6)):
        at = random_.randrange(len(words))
        change = random_.choice(CHANGES)
        words[at : at + 2] = change(words[at : at + 2], random_)
        words = words or [""]
    return " ".join(words)


def _insert(pair: list[str], random_: random.Random) -> list[str]:
    return [random_.choice(lexicon_words()), *pair]


def _replace(pair: list[str], random_: random.Random) -> list[str]:
    return [random_.choice(lexicon_words()), *pair[1:]]


def _hurt(pair: list[str], random_: random.Random) -> list[str]:
    at = random_.randint(0, len(pair[0]))
    return [pair[0][:at] + random_.choice(PIECES) + pair[0][at:], *pair[1:]]


def _glue(pair: list[str], _: random.Random) -> list[str]:
    return ["".join(pair)]


def _swap(pair: list[str], _: random.Random) -> list[str]:
    return pair[::-1]


def _drop(pair: list[str], _: random.Random) -> list[str]:
    return pair[1:]


def _double(pair: list[str], random_: random.Random) -> list[str]:
    return pair * random_.choice([2, 2, 3, 30])


CHANGES: tuple[Callable[[list[str], random.Random], list[str]], ...] = (
    _insert,
    _insert,
    _replace,
    _replace,
    _hurt,
    _glue,
    _swap,
    _drop,
    _double,
)


def long_text(random_: random.Random) -> str:
    """A few words or signs over and over, up to a hundred thousand letters."""
    kinds: list[tuple[str, ...]] = [PIECES, SENTENCES, rule_examples(), lexicon_words()]
    unit = "".join(
        random_.choice(random_.choice(kinds)) + random_.choice(["", " ", "\n"])
        for _ in range(random_.randint(1, 3))
    )
    length = random_.choice([1_000, 10_000, 100_000])
    return (unit * (length // len(unit) + 1))[:length]


@cache
def rule_examples() -> tuple[str, ...]:
    """Every text in the rule tables, found or not found in."""
    rules = [rule for finder in _tables("tawatur.rules.arabic") for rule in rule_book(finder).values()]
    return tuple(
        text for rule in rules for text in (*(example.text for example in rule.examples), *rule.never)
    )


@cache
def lexicon_words() -> tuple[str, ...]:
    """Every short phrase of the word lists, with the signs and keys among them."""
    package = resources.files("tawatur.lexicon.arabic")
    found = {
        phrase
        for name in _tables("tawatur.lexicon.arabic")
        for phrase in _strings(yaml.load(package.joinpath(f"{name}.yaml").read_text("utf-8"), _LOADER))
        if 0 < len(phrase.split()) <= 4
    }
    return tuple(sorted(found))


_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def _tables(package: str) -> list[str]:
    names = (file.name for file in resources.files(package).iterdir())
    return sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml"))


def _strings(value: object) -> Iterator[str]:
    """Every string of nested lists and mappings, keys too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _strings(key)
            yield from _strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)


def damaged(data: bytes, random_: random.Random) -> bytes:
    """The bytes with some of them changed, gone, doubled or cut off."""
    changed = bytearray(data)
    for _ in range(random_.randint(0, 5)):
        at = random_.randrange(len(changed) + 1)
        kind = random_.random()
        if kind < 0.3:
            changed[at : at + 1] = bytes([random_.randrange(256)])
        elif kind < 0.5:
            del changed[at : at + random_.randint(1, 60)]
        elif kind < 0.7:
            changed[at:at] = random_.randbytes(random_.randint(1, 9))
        elif kind < 0.85:
            changed[at:at] = random_.choice(PIECES).encode("utf-8", errors="surrogatepass")
        else:
            changed[at:at] = changed[at : at + 80] * random_.randint(1, 4)
    return bytes(changed[: random_.randrange(len(changed) + 1)] if random_.random() < 0.1 else changed)
