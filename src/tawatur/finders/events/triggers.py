"""Triggers: the words of a sentence that name an event."""

from collections.abc import Iterator

import msgspec

from tawatur.finders.events.scene import Scene
from tawatur.lexicon.happenings import Happenings, Sense, VerbForm
from tawatur.text import peel, peel_endings
from tawatur.text.clitics import Peeled

_BREAKS = frozenset('.؟?!؛;:«»"“”()[]…')
_REACH = 7
_PRONOUNS = frozenset({"", "ه", "ها", "هم", "هما", "هن"})
_BEFORE_PARTICIPLE = frozenset({"،", ","})
_BEFORE_VERB = frozenset({(), ("و",), ("ف",), ("س",), ("و", "س"), ("ف", "س"), ("ل",)})


class Trigger(msgspec.Struct, frozen=True):
    """Token ``at`` names an event; ``verb`` is None where a noun does.

    ``first`` and ``last`` are the tokens of its clause (half open); ``lead`` the particles
    written before the word.
    """

    at: int
    first: int
    last: int
    sense: Sense
    verb: VerbForm | None
    before: tuple[str, ...]

    @property
    def is_future(self) -> bool:
        """Whether the word itself carries the sign of the future."""
        return "س" in self.before


def find_triggers(scene: Scene, happenings: Happenings, first: int, last: int) -> list[Trigger]:
    """The triggers of one sentence in order, each with its clause."""
    found = list(_words(scene, happenings, first, last))
    starts = {trigger.at for trigger in found if trigger.verb} | {
        i for i in range(first, last) if i in scene.cues and i - 1 not in scene.cues
    }
    return [_with_clause(trigger, scene, starts, first, last) for trigger in found]


def _words(scene: Scene, happenings: Happenings, first: int, last: int) -> Iterator[Trigger]:
    taken = first
    for i in range(first, last):
        if i < taken or i in scene.names:
            taken = max(taken, scene.names[i].last if i in scene.names else i)
            continue
        trigger = _word(scene.forms, happenings, i, last)
        if trigger:
            yield trigger


def _word(forms: list[str], happenings: Happenings, i: int, last: int) -> Trigger | None:
    """The trigger at token ``i``: a verb where a verb can stand, else a noun."""
    verb = noun = None
    for peeled in peel(forms[i]):
        verb = verb or _verb(forms, happenings, i, last, peeled)
        noun = noun or _noun(forms, happenings, i, last, peeled)
    if verb and noun:
        return verb if _verb_can_stand(forms, happenings, i) else noun
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
        return peeled.stem.endswith("ا") or "و" in peeled.before or forms[i - 1] in _BEFORE_PARTICIPLE
    return form.present or not {"س", "ل"} & set(peeled.before)


def _without_pronoun(stem: str) -> list[str]:
    """A stem as it is, and without the pronoun of a third person."""
    return [bare for bare, pronoun in peel_endings(stem) if pronoun in _PRONOUNS]


def _noun(forms: list[str], happenings: Happenings, i: int, last: int, peeled: Peeled) -> Trigger | None:
    if "س" in peeled.before:
        return None
    for stem in _without_pronoun(peeled.stem):
        for sense in happenings.nouns.get(stem, ()):
            if _has_what_it_needs(sense, forms, i, last):
                return Trigger(i, i, i + 1, sense, None, peeled.before)
    return None


def _has_what_it_needs(sense: Sense, forms: list[str], i: int, last: int) -> bool:
    """Whether one of the nouns a meaning depends on follows in the clause."""
    if not sense.needs:
        return True
    for form in forms[i + 1 : min(last, i + 1 + _REACH)]:
        if form in _BREAKS:
            return False
        if any(_is_needed(peeled.stem, sense) or form in sense.needs for peeled in peel(form)):
            return True
    return False


def _is_needed(stem: str, sense: Sense) -> bool:
    return any(bare in sense.needs for bare in _without_pronoun(stem))


def _verb_can_stand(forms: list[str], happenings: Happenings, i: int) -> bool:
    """Whether a word that is verb and noun alike stands where a verb does: first, or after قد or الذي."""
    if i == 0 or forms[i - 1] in _BREAKS or forms[i - 1] in "،,":
        return True
    around = happenings.around
    before = forms[i - 1]
    return before in around.relatives or before in around.had or before in ("قد", "ان", "لم")


def _with_clause(trigger: Trigger, scene: Scene, starts: set[int], first: int, last: int) -> Trigger:
    """The clause around a trigger: from the last break or other verb before it to the next after it."""
    left = trigger.at
    while left > first and left - 1 not in starts and scene.forms[left - 1] not in _BREAKS:
        left -= 1
    right = trigger.at + 1
    while right < last and right not in starts and scene.forms[right] not in _BREAKS:
        right += 1
    if left > first and left - 1 in starts and trigger.verb:
        left = trigger.at
    return msgspec.structs.replace(trigger, first=left, last=right)
