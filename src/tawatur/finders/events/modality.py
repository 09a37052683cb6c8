"""Modality: whether an event is told as having happened, denied, still to come, or only thought of."""

from tawatur.finders.events.scene import Scene
from tawatur.finders.events.triggers import Trigger
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
    before = [_bare(form) for form in scene.forms[max(trigger.first, trigger.at - _REACH) : trigger.at]]
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


def _is_fact(form: str, trigger: Trigger) -> bool:
    """Before a past verb قد makes it certain, and أن reports it."""
    return form in ("قد", "ان") and (trigger.verb is None or not trigger.verb.present)


def _is_willed(scene: Scene, trigger: Trigger) -> bool:
    """Whether it is what a statement demands, warns of or pledges."""
    statement = scene.statement(trigger.at)
    return statement is not None and statement.act in _WILLED and trigger.at not in scene.cues


def _bare(form: str) -> str:
    """A word without a conjunction before it."""
    return form[1:] if form[:1] in ("و", "ف") and len(form) > 2 else form
