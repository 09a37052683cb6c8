"""Modality: whether an event is told as having happened, denied, still to come, or only thought of."""

from tawatur.finders.events.scene import Scene
from tawatur.finders.events.triggers import BREAKS, COMMAS, Trigger
from tawatur.lexicon.happenings import Surroundings
from tawatur.model import Act, Modality

_REACH = 5
_CLOSE = 2
_WILLED = frozenset({Act.DEMAND, Act.WARN, Act.PLEDGE})


def modality_of(scene: Scene, around: Surroundings, trigger: Trigger, *, ahead: bool) -> Modality:
    """The modality of a trigger by the words before it; ``ahead`` where its time lies in the future.

    «لم يهاجم» is negated, «سيزور» and «من المقرر أن يزور» are future, «قد يهاجم», «يريد أن
    يهاجم» and what somebody demands, warns of or pledges are hypothetical.
    """
    before = _words_before(scene, trigger)
    close = before[-_CLOSE:]
    if any(form in around.negators for form in close):
        return Modality.NEGATED
    if trigger.is_future or ahead or any(form in around.expected for form in before):
        return Modality.FUTURE
    if any(form in around.supposed and not _is_fact(form, trigger) for form in close):
        return Modality.HYPOTHETICAL
    if "ل" in trigger.before and (trigger.verb is None or trigger.verb.present):
        return Modality.HYPOTHETICAL if trigger.verb else Modality.ASSERTED
    return Modality.HYPOTHETICAL if _is_willed(scene, trigger) else Modality.ASSERTED


def _words_before(scene: Scene, trigger: Trigger) -> list[str]:
    """A few words that lead to a trigger, back to a sign, each without its conjunction."""
    words: list[str] = []
    for form in reversed(scene.forms[max(0, trigger.at - _REACH) : trigger.at]):
        if form in BREAKS or form in COMMAS:
            break
        words.append(form[1:] if form[:1] in ("و", "ف") and len(form) > 2 else form)
    return words[::-1]


def _is_fact(form: str, trigger: Trigger) -> bool:
    """Before a past verb قد makes it certain, and أن reports it."""
    return form in ("قد", "ان") and (trigger.verb is None or not trigger.verb.present)


def _is_willed(scene: Scene, trigger: Trigger) -> bool:
    """Whether it is what a statement demands, warns of or pledges."""
    statement = scene.statement(trigger.at)
    return statement is not None and statement.act in _WILLED and trigger.at not in scene.cues
