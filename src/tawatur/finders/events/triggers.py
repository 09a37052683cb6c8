"""Triggers: the words of a sentence that name an event, and the cues of its statements."""

import msgspec

from tawatur.finders.events.scene import Scene
from tawatur.lexicon.happenings import Happenings, Sense, Surroundings, VerbForm
from tawatur.text import peel, peel_endings
from tawatur.text.clitics import Peeled

BREAKS = frozenset('.؟?!؛;:«»"“”()[]…')
_STOPS = frozenset(".؟?!؛;")
_REACH = 24
_PRONOUNS = frozenset({"", "ه", "ها", "هم", "هما", "هن"})
COMMAS = frozenset({"،", ","})
_BEFORE_VERB = frozenset({(), ("و",), ("ف",), ("س",), ("و", "س"), ("ف", "س"), ("ل",)})
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
    found: list[Trigger] = []
    taken = first
    for i in range(first, last):
        name = scene.names.get(i)
        if name:
            taken = max(taken, name.last)
        if i < taken:
            continue
        trigger = _trigger(scene, happenings, i, last)
        if trigger:
            found.append(trigger)
    turns = {trigger.at for trigger in found if trigger.verb or trigger.cue is not None}
    return [_with_clause(trigger, scene, turns, first, last) for trigger in found]


def _trigger(scene: Scene, happenings: Happenings, i: int, last: int) -> Trigger | None:
    cue = scene.cues.get(i)
    begins = cue is not None and scene.cues.get(i - 1) != cue
    word = _word(scene.forms, happenings, i, last)
    if word:
        return msgspec.structs.replace(word, cue=cue)
    return Trigger(i, i, i + 1, _SAYING, cue=cue) if begins else None


def _word(forms: list[str], happenings: Happenings, i: int, last: int) -> Trigger | None:
    """What token ``i`` names: a verb where a verb can stand, else a noun."""
    verb = noun = None
    for peeled in peel(forms[i]):
        verb = verb or _verb(forms, happenings, i, last, peeled)
        noun = noun or _noun(forms, happenings, i, last, peeled)
    if verb and noun:
        return verb if _verb_can_stand(forms, happenings.around, i) else noun
    return verb or noun


def _verb(forms: list[str], happenings: Happenings, i: int, last: int, peeled: Peeled) -> Trigger | None:
    if peeled.before not in _BEFORE_VERB:
        return None
    for stem in _without_pronoun(peeled.stem):
        for form in happenings.verbs.get(stem, ()):
            if _fits(form, peeled, forms, i) and _has_what_it_needs(form.sense, forms, i, last):
                return Trigger(i, i, i + 1, form.sense, form, peeled.before)
    return None


def _fits(form: VerbForm, peeled: Peeled, forms: list[str], i: int) -> bool:
    """Whether a form of a verb can stand with its particles, and a participle in its place.

    A feminine or plural participle is written like a noun (مدينة), so it must come after a comma
    or و; سـ and لـ come before the present only.
    """
    if form.participle:
        return peeled.stem.endswith("ا") or "و" in peeled.before or forms[i - 1] in COMMAS
    return form.present or not {"س", "ل"} & set(peeled.before)


def _noun(forms: list[str], happenings: Happenings, i: int, last: int, peeled: Peeled) -> Trigger | None:
    if "س" in peeled.before:
        return None
    for stem in _without_pronoun(peeled.stem):
        for sense in happenings.nouns.get(stem, ()):
            if _has_what_it_needs(sense, forms, i, last):
                return Trigger(i, i, i + 1, sense, None, peeled.before)
    return None


def _has_what_it_needs(sense: Sense, forms: list[str], i: int, last: int) -> bool:
    """Whether one of the nouns a meaning depends on follows before the sentence stops."""
    if not sense.needs:
        return True
    for form in forms[i + 1 : min(last, i + 1 + _REACH)]:
        if form in _STOPS:
            return False
        if form in sense.needs or any(
            bare in sense.needs for peeled in peel(form) for bare in _without_pronoun(peeled.stem)
        ):
            return True
    return False


def _without_pronoun(stem: str) -> list[str]:
    """A stem as it is, and without the pronoun of a third person."""
    return [bare for bare, pronoun in peel_endings(stem) if pronoun in _PRONOUNS]


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


def _with_clause(trigger: Trigger, scene: Scene, turns: set[int], first: int, last: int) -> Trigger:
    """The clause around a trigger: a verb begins its own, a noun's reaches back to the verb before it."""
    left = trigger.at
    while trigger.at not in turns and left > first and not _is_turn(scene, turns, left):
        left -= 1
    right = trigger.at + 1
    while right < last and not _is_turn(scene, turns, right):
        right += 1
    return msgspec.structs.replace(trigger, first=left, last=right)


def _is_turn(scene: Scene, turns: set[int], i: int) -> bool:
    """Whether a new clause begins at a token: with a verb, with a cue, or after a stop."""
    return i in turns or scene.forms[i] in BREAKS or scene.forms[i - 1] in BREAKS
