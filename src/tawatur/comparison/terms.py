"""What a word contributes to the meaning of a text, whatever its endings and particles."""

from functools import lru_cache

import msgspec

from tawatur.lexicon.meaning import Meaning
from tawatur.lexicon.rarity import Rarity
from tawatur.text import light_stem, peel, peel_endings

_ENDINGS = (
    "",
    "ة",
    "ت",
    "ات",
    "ون",
    "ين",
    "ان",
    "وا",
    "ا",
    "ن",
    "تا",
    "تم",
    "ي",
    "ية",
    "تين",
    "تان",
    "يين",
    "يون",
)
_ALEF = "\N{ARABIC LETTER ALEF}"
_WEAK = ("ي", _ALEF)
_VERB_PREFIXES = ("ي", "ت", "ن")
_HE, _FUTURE = "ي", ("سي", "ست", "سن")
_LONG = "يوا"
_HOLLOW = 3
_FEMININES, _THEY_DID = "ات", "وا"
_PREPOSITIONS, _LEAST_LEFT, _FAR_COMMONER = ("ب", "ل", "ك"), 3, 0.6
_PERSON, _PERSONS, _BROKEN = "م", ("ون", "ين"), 6
_RELATION = ("ان", "يا", "يه", "ا", "ي", "ه", "ت")
_SKELETON = str.maketrans("", "", "اىيءئؤآأإةه")


class Term(msgspec.Struct, frozen=True, gc=False):
    """One word: ``key`` is its concept where it has one, else the consonants it is built on.

    ``concept`` is the name of the concept.
    """

    key: str
    concept: str | None = None


class Terms:
    """Terms of words by their folded form; remembers what it has seen.

    ``background`` maps each key seen to the rarity of its commonest word.
    """

    def __init__(self, meaning: Meaning, rarity: Rarity) -> None:
        """A reader of words with the concepts of ``meaning``."""
        self.meaning = meaning
        self.background: dict[str, float] = {}
        self._rarity = rarity
        self._seen: dict[str, Term | None] = {}

    def of(self, form: str) -> Term | None:
        """The term of a folded form, None for a sign, a digit or a word too common to tell anything.

        ``والإرسال`` and ``أرسلت`` are both of the concept ``send``; ``الروسية`` and ``روسيا``
        share the key ``روس``.
        """
        if form not in self._seen:
            self._seen[form] = self._read(form)
        return self._seen[form]

    def negates(self, form: str) -> bool:
        """Whether a folded form turns what follows into its contrary, as ``لم`` and ``وليس``."""
        negators = self.meaning.negators
        return form in negators or (form[0] in "وفب" and form[1:] in negators)

    def counts_people(self, form: str) -> bool:
        """Whether a folded noun counts people whatever they are, as ``شخصاً`` and ``آخرين``."""
        return any(stem in self.meaning.people for stem in stems(form))

    def counts_persons(self, form: str) -> bool:
        """Whether a folded noun counts people of some kind, as ``عمال``, or by its form: ``متظاهرين``."""
        readings = stems(form)
        return any(stem in self.meaning.persons for stem in readings) or any(map(_is_participle, readings))

    def _read(self, form: str) -> Term | None:
        if not form[0].isalpha() or len(form) < 2 or self._is_empty(form):
            return None
        known = self.meaning.concepts
        concept = next((known[stem] for stem in stems(form) if stem in known), None)
        stem = self._stem(form)
        key, rarity = concept or skeleton(stem), self._rarity.weight(stem)
        self.background[key] = min(rarity, self.background.get(key, rarity))
        return Term(key, concept)

    def _stem(self, form: str) -> str:
        """The light stem without the preposition written onto it, where what is left is a far commoner word.

        "لعائلات" is of "عائلات"; "لجنة" is no "جنة".
        """
        whole = light_stem(form)
        rests = (
            light_stem(peeled.stem)
            for peeled in peel(form)
            if peeled.before and peeled.before[-1] in _PREPOSITIONS and len(peeled.stem) > _LEAST_LEFT
        )
        weight = self._rarity.weight
        bare = min((rest for rest in rests if rest[0] != _ALEF), key=weight, default=whole)
        return bare if weight(bare) < weight(whole) - _FAR_COMMONER else whole

    def _is_empty(self, form: str) -> bool:
        meaning = self.meaning
        return any(
            stem in words
            for peeled in peel(form)
            for stem, _ in peel_endings(peeled.stem)
            for words in (meaning.empty, meaning.light, meaning.negators)
        )


def _is_participle(word: str) -> bool:
    """Whether a word is a sound plural of those who do or undergo: "مصلين", and not "ميادين"."""
    sound = word.startswith(_PERSON) and word.endswith(_PERSONS) and len(word) >= len("مصلين")
    return sound and not (len(word) <= _BROKEN and word[2] == _ALEF)


@lru_cache(maxsize=100_000)
def stems(form: str) -> tuple[str, ...]:
    """Every reading of a word without its particles, pronouns, endings and verb prefix, fullest first.

    Of a verb in the present tense its past is among them, see ``_pasts``.
    """
    found: dict[str, None] = {}
    for peeled in peel(form):
        found |= dict.fromkeys(_without_endings(peeled.stem))
    for stem in list(found):
        if stem[0] in _VERB_PREFIXES:
            found |= dict.fromkeys(_pasts(stem))
        if stem[:2] in _FUTURE and len(stem) > len("ستقل"):
            found |= dict.fromkeys(_pasts(stem[1:]))
    return tuple(found)


def _pasts(present: str) -> list[str]:
    """What a verb in the present tense may be of: its past, and its own masculine.

    The prefix takes the place of an alef: "ترتفع" is of "ارتفع"; a hollow verb has its alef back: "لم يبع"
    and "تبيع" are of "باع". Every person is as listed in the third: "تقل" is as "يقل".
    """
    bare = present[1:]
    found = [_HE + bare] if present[0] != _HE else []
    if len(present) > _HOLLOW:
        found += [bare, _ALEF + bare]
    if len(present) == _HOLLOW:
        found.append(bare[0] + _ALEF + bare[1])
    if len(present) == _HOLLOW + 1 and bare[1] in _LONG:
        found.append(bare[0] + _ALEF + bare[2])
    return found


def _without_endings(word: str) -> list[str]:
    """The word without pronoun and ending; before a pronoun ta marbuta is ta, a final ya is alef."""
    found: list[str] = []
    for bare, pronoun in peel_endings(word):
        for ending in _ENDINGS:
            if bare.endswith(ending) and len(bare) - len(ending) > 2:
                found.append(bare[: len(bare) - len(ending)])
        if bare.endswith("ت"):
            found += [bare[:-1] + "ة", *_weak(bare[:-1])]
        if bare.endswith(_FEMININES) and len(bare) > len("شابات") - 1:
            found.append(bare[: -len(_FEMININES)] + "ة")
        if bare.endswith(_THEY_DID) and len(bare) > len("نجوا") - 1:
            found += _weak(bare[: -len(_THEY_DID)])
        if pronoun and bare.endswith(_ALEF):
            found.append(bare[:-1] + "ي")
    return found or [word]


def _weak(bare: str) -> list[str]:
    """The verbs that lose their last letter before an ending: "أودت" is of "أودى", "توفوا" of "توفي"."""
    return [bare + last for last in _WEAK] if len(bare) > 1 else []


@lru_cache(maxsize=100_000)
def skeleton(stem: str) -> str:
    """The consonants a stem is built on, or the stem where too few are left.

    ``صواريخ`` and ``صاروخ`` differ in their vowels only; long vowels and the first letter of a
    derived form carry grammar more than meaning.
    """
    for ending in _RELATION:
        if stem.endswith(ending) and len(stem) - len(ending) > 2:
            stem = stem[: -len(ending)]
            break
    bones = stem.translate(_SKELETON)
    if len(bones) > 3 and "و" in bones[1:]:
        bones = bones[0] + bones[1:].replace("و", "")
    if len(bones) > 3 and bones[0] in "متن":
        bones = bones[1:]
    return bones if len(bones) > 2 else stem
