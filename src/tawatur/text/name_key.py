"""Spellings of one name: a key that all usual spellings share, and a test for two of them.

Foreign names have no fixed Arabic spelling: long vowels come and go, and one foreign consonant
is written with several letters (g as غ, ج, ق or ك; ch as تش or ش; v as ف or و). The key drops
vowels and writes one letter for each group; the test allows the same changes and few of them.
"""

import re
from collections.abc import Container
from functools import lru_cache

from tawatur.text.fold import fold

_OUTLYING = str.maketrans("پڤچگژ", "بفشغج")
_KEY_LETTERS = str.maketrans("ثطذضصظغخقؤئش", "تتددسزججكويج")
_VOWELS = frozenset("اويىةهء")
_UNHEARD = re.compile("[اويىةهءعؤئ]")
_CLUSTERS = re.compile("[تدكسش]+([جس])")
_TWICE = re.compile(r"(.)\1+")
_PARTS = re.compile(r"[\s\-–_'’.]+")
_ARTICLE = "ال"
_SERVANT = "عبد"
_CH = "\N{ARABIC LETTER TCHEH}"
_FATHER, _FATHERS = "ابو", frozenset(("ابي", "ابا"))
_SON_OF_THE, _SON_OF_THE_SHORT = "بال", "بل"
_PAIRS = (
    "جغ",
    "جق",
    "جك",
    "غق",
    "غك",
    "زس",
    "سص",
    "تث",
    "تط",
    "قك",
    "خك",
    "جخ",
    "ظز",
    "جي",
    "ضد",
    "ذد",
    "فو",
    "بف",
    "شچ",
    "جچ",
    "ئي",
    "ئء",
    "ؤو",
    "ؤء",
)
_LAST_PAIRS = ("اة", "اه", "ةه", "يا")
_EQUIVALENT = frozenset(pair for two in _PAIRS for pair in ((two[0], two[1]), (two[1], two[0])))
_ENDINGS = frozenset(pair for two in _LAST_PAIRS for pair in ((two[0], two[1]), (two[1], two[0])))
_NEVER = 9.0


@lru_cache(maxsize=200_000)
def name_key(name: str) -> str:
    """The consonants of each part of a name, one letter for all that are written for one sound.

    >>> name_key("بيونغ يانغ") == name_key("بيونج يانج")
    True
    """
    parts = (_part_key(part) for part in _PARTS.split(plain_name(name)))
    return " ".join(part for part in parts if part)


def plain_name(name: str) -> str:
    """A name folded, with the letters of other languages written as Arabic ones."""
    return fold(name).translate(_OUTLYING)


def _part_key(part: str) -> str:
    if part.startswith(_ARTICLE) and len(part) > 4:
        part = part[len(_ARTICLE) :]
    consonants = _UNHEARD.sub("", part.translate(_KEY_LETTERS))
    return _TWICE.sub(r"\1", _CLUSTERS.sub(r"\1", _TWICE.sub(r"\1", consonants)))


def is_same_name(one: str, other: str, native: Container[str] = frozenset(), slack: float = 0.0) -> bool:
    """Whether two spellings may be of one name.

    ``native`` holds folded Arabic names, whose spelling is fixed: there a vowel tells حسن from
    حسين. ``slack`` is how many more changes each part may show, where something else ties the two.

    >>> is_same_name("بنتاغون", "بنتاجون"), is_same_name("فلاديمير", "فولوديمير")
    (True, False)
    """
    a, b = _joined(one), _joined(other)
    if a == b:
        return True
    if a in native and b in native:
        return False
    parts = list(zip(_PARTS.split(one.strip()), _PARTS.split(other.strip()), strict=False))
    if len(parts) > 1 and one.count(" ") == other.count(" "):
        return all(is_same_name(x, y, native, slack) for x, y in parts)
    return spelling_distance(a, b) <= _allowed(min(len(a), len(b))) + slack


def _joined(name: str) -> str:
    """A name without spaces, hyphens and the articles of its parts: عبد الله is عبدالله, بالحاج بلحاج."""
    joined = "".join(_bare(part) for part in _PARTS.split(plain_name(name)))
    return joined.replace(_SERVANT + _ARTICLE, _SERVANT).replace("تش", _CH)


def _bare(part: str) -> str:
    if part in _FATHERS:
        return _FATHER
    if part.startswith(_SON_OF_THE) and len(part) > 5:
        return _SON_OF_THE_SHORT + part[len(_SON_OF_THE) :]
    return part[len(_ARTICLE) :] if part.startswith(_ARTICLE) and len(part) > 3 else part


def _allowed(letters: int) -> float:
    """How many changes names of so many letters may show."""
    return 1.0 if letters < 4 else 2.0


def spelling_distance(a: str, b: str) -> float:
    """The least cost of turning one spelling into another by changes usual in names; 9 where none do."""
    if abs(len(a) - len(b)) > 4:
        return _NEVER
    row = [0.0]
    for j in range(1, len(b) + 1):
        row.append(row[-1] + _dropped(b, j - 1))
    for i in range(1, len(a) + 1):
        above, row = row, [row[0] + _dropped(a, i - 1)]
        for j in range(1, len(b) + 1):
            row.append(
                min(
                    above[j - 1] + _changed(a, i - 1, b, j - 1),
                    above[j] + _dropped(a, i - 1),
                    row[j - 1] + _dropped(b, j - 1),
                )
            )
    return min(row[-1], _NEVER)


def _dropped(word: str, i: int) -> float:
    """What it costs that a letter is written in one spelling only."""
    letter = word[i]
    if letter in _VOWELS:
        return 1.0
    doubled = i and word[i - 1] == letter
    cluster = letter in "تد" and word[i + 1 : i + 2] in ("ش", "ج")
    return 1.0 if doubled or cluster else _NEVER


def _changed(a: str, i: int, b: str, j: int) -> float:
    """What it costs that a letter is written as another."""
    if a[i] == b[j]:
        return 0.0
    if (a[i], b[j]) in _EQUIVALENT:
        return 1.0
    if i + 1 == len(a) and j + 1 == len(b) and (a[i], b[j]) in _ENDINGS:
        return 0.5
    return _NEVER
