"""Triggers: the words of a sentence that name an event, and the cues of its statements."""

from bisect import bisect_right
from functools import lru_cache

import msgspec

from tawatur.finders.events.scene import Scene
from tawatur.lexicon.happenings import Happenings, Sense, Surroundings, VerbForm, Word, without_pronoun
from tawatur.text import peel

BREAKS = frozenset('.؟?!؛;:«»"“”()[]…')
_STOPS = frozenset(".؟?!؛;")
_REACH = 24
_NEAR = 8
_TITLE = 4
_SHORT = 3
LONGEST = 60
COMMAS = frozenset({"،", ","})
_SAYING = Sense(None, "say", speech=True)


class Trigger(msgspec.Struct, frozen=True):
    """Token ``at`` names an event; ``verb`` is None where a noun does.

    ``first`` and ``last`` are the tokens of its clause (half open), ``before`` the particles
    written on the word; ``cue`` is the number of the statement whose cue it is.
    """

    at: int
    first: int
    last: int
    sense: Sense
    verb: VerbForm | None = None
    before: tuple[str, ...] = ()
    cue: int | None = None

    @property
    def says(self) -> bool:
        """Whether it is no more than the cue of a statement."""
        return self.sense is _SAYING

    @property
    def is_future(self) -> bool:
        """Whether the word itself carries the sign of the future."""
        return "س" in self.before


def find_triggers(scene: Scene, happenings: Happenings, first: int, last: int) -> list[Trigger]:
    """The triggers of one sentence in order, each with its clause; a mere cue is one of them."""
    words, forms = happenings.words, scene.forms
    found = [
        trigger
        for i in range(first, last)
        if (words[forms[i]] or i in scene.cues) and i not in scene.taken
        if (trigger := _trigger(scene, happenings, i, last))
    ]
    if any(trigger.sense.accident for trigger in found) and not any(map(_is_attack, found)):
        found = [_by_accident(trigger) for trigger in found]
    return _with_clauses(found, forms, first, last)


def _trigger(scene: Scene, happenings: Happenings, i: int, last: int) -> Trigger | None:
    cue = scene.cues.get(i)
    begins = cue is not None and scene.cues.get(i - 1) != cue
    word = _word(scene.forms, happenings, i, last)
    if word:
        return msgspec.structs.replace(word, cue=cue)
    return Trigger(i, i, i + 1, _SAYING, cue=cue) if begins else None


def _is_attack(trigger: Trigger) -> bool:
    return trigger.sense.kind == "ASSAULT" and not trigger.sense.harm


def _by_accident(trigger: Trigger) -> Trigger:
    """A trigger as it is; where people come to harm, of no class, for nobody attacked them."""
    if not trigger.sense.harm:
        return trigger
    return msgspec.structs.replace(trigger, sense=msgspec.structs.replace(trigger.sense, kind=None))


def _word(forms: list[str], happenings: Happenings, i: int, last: int) -> Trigger | None:
    """What token ``i`` names: a verb where a verb can stand, else a noun."""
    verb = noun = None
    for word in happenings.read(forms[i]):
        verb = verb or _verb(forms, word, i, last)
        noun = noun or (None if _in_title(forms, happenings.around, word, i) else _noun(forms, word, i, last))
    if verb and noun:
        return verb if _verb_can_stand(forms, happenings.around, i) else noun
    return verb or noun


def _verb(forms: list[str], word: Word, i: int, last: int) -> Trigger | None:
    for form in word.verbs:
        if _fits(form, word, forms, i) and _has_what_it_needs(form.sense, forms, i, last):
            return Trigger(i, i, i + 1, form.sense, form, word.before)
    return None


def _fits(form: VerbForm, word: Word, forms: list[str], i: int) -> bool:
    """Whether a form of a verb can stand with its particles, and a participle in its place.

    A feminine or plural participle is written like a noun (مدينة), so it must come after a comma;
    سـ and لـ come before the present only. A passive of three letters is a noun (دين، وزير), and
    nobody speaks in the passive (يدعى names, أدين convicts).
    """
    if form.passive and (len(word.stem) <= _SHORT or form.sense.speech):
        return False
    if form.participle:
        return word.stem.endswith("ا") or forms[i - 1] in COMMAS
    return form.present or not {"س", "ل"} & set(word.before)


def _noun(forms: list[str], word: Word, i: int, last: int) -> Trigger | None:
    for sense in word.nouns:
        if _has_what_it_needs(sense, forms, i, last):
            return Trigger(i, i, i + 1, sense, None, word.before)
    return None


def _in_title(forms: list[str], around: Surroundings, word: Word, i: int) -> bool:
    """Whether a definite noun belongs to the title of an office: وزير الاستثمار والتعاون."""
    if "ال" not in word.before:
        return False
    return any(
        peeled.stem in around.titles for form in forms[max(0, i - _TITLE) : i] for peeled in peel(form)
    )


def _has_what_it_needs(sense: Sense, forms: list[str], i: int, last: int) -> bool:
    """Whether the nouns and particles a meaning depends on follow, and none that make it another."""
    if _means_another(sense, forms, i, last):
        return False
    noun, particle = not sense.needs, not sense.takes
    if noun and particle:
        return True
    for ahead, form in enumerate(forms[i + 1 : min(last, i + 1 + _REACH)]):
        if form in _STOPS:
            break
        noun = noun or is_needed(sense, form)
        particle = particle or (ahead < _NEAR and not sense.takes.isdisjoint(_particles(form)))
        if noun and particle:
            return True
    return False


def _means_another(sense: Sense, forms: list[str], i: int, last: int) -> bool:
    """Whether words beside a word make it another thing: a press meeting, "قفص الاتهام"."""
    if (i and forms[i - 1] in sense.behind) or (i + 1 < last and forms[i + 1] in sense.ahead):
        return True
    if not sense.unless:
        return False
    window = forms[max(0, i - _NEAR) : min(last, i + _NEAR)]
    return any(not sense.unless.isdisjoint({form, *(p.stem for p in peel(form))}) for form in window)


def is_needed(sense: Sense, form: str) -> bool:
    """Whether a word is one of the nouns a meaning depends on: "أجرى … محادثات"."""
    return not sense.needs.isdisjoint(_bare_forms(form))


@lru_cache(maxsize=200_000)
def _bare_forms(form: str) -> frozenset[str]:
    """A form, and what is left of it without particles and the pronoun of a third person."""
    return frozenset({form, *(bare for peeled in peel(form) for bare in without_pronoun(peeled.stem))})


@lru_cache(maxsize=200_000)
def _particles(form: str) -> frozenset[str]:
    """A form, and the particles that may be written last on it, before the article or without."""
    befores = [
        peeled.before[:-1] if peeled.before[-1:] == ("ال",) else peeled.before for peeled in peel(form)
    ]
    return frozenset({form, *(before[-1] for before in befores if before)})


def _verb_can_stand(forms: list[str], around: Surroundings, i: int) -> bool:
    """Whether a word that is verb and noun alike stands where a verb does: first, or after قد or الذي."""
    if i == 0 or forms[i - 1] in BREAKS or forms[i - 1] in COMMAS:
        return True
    before = forms[i - 1]
    return (
        before in around.relatives
        or before in around.had
        or before in around.negators
        or before in ("قد", "ان")
    )


def _with_clauses(triggers: list[Trigger], forms: list[str], first: int, last: int) -> list[Trigger]:
    """Triggers with the clause of each: a verb begins its own, a noun's reaches back to the verb before it.

    A clause begins with a verb, with a cue, and on both sides of a stop.
    """
    if not triggers:
        return triggers
    turns = {trigger.at for trigger in triggers if trigger.verb or trigger.cue is not None}
    stops = [i for i in range(first, last) if forms[i] in BREAKS]
    begins = sorted(turns.union([first], stops, [i + 1 for i in stops if i + 1 < last]))
    return [_with_clause(trigger, begins, last) for trigger in triggers]


def _with_clause(trigger: Trigger, begins: list[int], last: int) -> Trigger:
    following = bisect_right(begins, trigger.at)
    left = max(begins[following - 1], trigger.at - LONGEST)
    right = begins[following] if following < len(begins) else last
    return msgspec.structs.replace(trigger, first=left, last=min(right, trigger.at + LONGEST))
