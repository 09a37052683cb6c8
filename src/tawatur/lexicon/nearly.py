"""Known names in a spelling that the gazetteers lack: بروكسال, مانشستير يونايتد."""

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from tawatur.lexicon.gazetteer import Known, Spellings
from tawatur.lexicon.ordinary import Ordinary
from tawatur.model import EntityType
from tawatur.text.name_key import name_key, spelling_distance

_LEAST_NAME, _LEAST_WORD = 6, 5
_ARTICLE = "ال"
Words = tuple[str, ...]


class Nearly:
    """Looks known names up by what is heard of them; the table is made at the first question."""

    def __init__(self, known: Spellings, common: Ordinary, demonyms: Mapping[str, str]) -> None:
        self._known = known
        self._common = common
        self._demonyms = demonyms
        self._table: dict[str, list[tuple[Words, Known]]] = {}
        self._remembered = lru_cache(maxsize=50_000)(self._look_up)

    def find(self, words: Words, kind: EntityType) -> Known | None:
        """The known name of one kind that the folded words spell alike or nearly so; the nearest.

        Words may differ by a vowel or by letters written for one sound where they are no common words:
        «مانشستير يونايتد» is مانشستر يونايتد, «الحزب الدستوري» is not حزب الدستور.
        """
        return self._remembered(words, kind)

    def _look_up(self, words: Words, kind: EntityType) -> Known | None:
        if sum(map(len, words)) < _LEAST_NAME:
            return None
        self._table = self._table or self._tabulated()
        those = [
            (distance, other, known)
            for other, known in self._table.get(name_key(" ".join(words)), ())
            if known.type is kind and (distance := self._distance(words, other)) is not None
        ]
        return min(those, key=lambda one: one[:2])[2] if those else None

    def _tabulated(self) -> dict[str, list[tuple[Words, Known]]]:
        table: defaultdict[str, list[tuple[Words, Known]]] = defaultdict(list)
        for first, rows in self._known.items():
            for rest, known in rows:
                if not known.weak and not known.sport:
                    table[name_key(" ".join((first, *rest)))].append(((first, *rest), known))
        return table

    def _distance(self, words: Words, other: Words) -> int | None:
        """How many words differ, at most one, and that by one letter; None where more does."""
        if len(words) != len(other):
            return None
        pairs = [(_bare(one), _bare(two)) for one, two in zip(words, other, strict=True)]
        differ = [(one, two) for one, two in pairs if one != two]
        if len(differ) > 1 or not all(self._may_be_one(one, two) for one, two in differ):
            return None
        return len(differ)

    def _may_be_one(self, one: str, two: str) -> bool:
        """Whether two words are one foreign name: neither is common or an adjective of origin."""
        words = (one, two, _ARTICLE + one, _ARTICLE + two)
        if any(word in self._common or word in self._demonyms for word in words):
            return False
        return min(len(one), len(two)) >= _LEAST_WORD and spelling_distance(one, two) <= 1


def _bare(word: str) -> str:
    return word.removeprefix(_ARTICLE) if len(word) > _LEAST_WORD else word
