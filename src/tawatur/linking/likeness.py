"""Likeness: how much speaks for two articles telling of one happening."""

from functools import lru_cache
from math import exp, fsum

from tawatur.linking.features import Sketch

FADES = 20.0
FADES_WITHIN = 4.0
UNKNOWN = 0.6
OWN = 0.55
OF_A_KIND = 0.4
ENOUGH = 3
STRANGERS = 0.6
ELSEWHERE = 0.7
ACQUAINTED = 1 / 3


def alike(one: Sketch, other: Sketch) -> float:
    """The cosine of two sketches, faded by the days between them; 0 to 1, the same both ways.

    An outlet tells of all strikes and all matches in the same words, and files what happens a
    few days later apart. So within one outlet likeness counts less and fades sooner, and counts
    in full only where the articles share what tells one happening from others of its kind, and
    speak of the same persons, places, or bodies. Between outlets it counts less where they speak
    of different places.
    """
    ours, theirs = one.weights, other.weights
    cosine = fsum([ours[name] * theirs[name] for name in ours.keys() & theirs.keys()])
    if _is_one_outlet(one, other):
        return cosine * fading(one, other) * _particular(one, other) * _acquainted(one, other)
    return cosine * fading(one, other) * _in_one_place(one, other)


def _in_one_place(one: Sketch, other: Sketch) -> float:
    """1 where one article speaks of a place that the other names, less where each names only others.

    Floods are told in the same words everywhere. An adjective will do: "السودانية" speaks of "السودان".
    """
    if not (one.places and other.places):
        return 1.0
    met = one.places & other.weights.keys() or other.places & one.weights.keys()
    return 1.0 if met else ELSEWHERE


def fading(one: Sketch, other: Sketch) -> float:
    """The share of the cosine that the days and outlets of two articles leave of it at most."""
    days = abs((one.day - other.day).days) if one.day and other.day else None
    return faded(days, is_one_outlet=_is_one_outlet(one, other))


@lru_cache(maxsize=1000)
def faded(days: int | None, *, is_one_outlet: bool) -> float:
    """The same by the days between two articles, None where they are unknown."""
    own, fades = (OWN, FADES_WITHIN) if is_one_outlet else (1.0, FADES)
    return own * (UNKNOWN if days is None else exp(-days / fades))


def _is_one_outlet(one: Sketch, other: Sketch) -> bool:
    return bool(one.outlet) and one.outlet == other.outlet


def _particular(one: Sketch, other: Sketch) -> float:
    """1 where the articles share three things that tell, less where they share only a kind of event."""
    ours, theirs = one.telling, other.telling
    told = sum(min(ours[name], theirs[name]) for name in ours.keys() & theirs.keys())
    return OF_A_KIND + (1.0 - OF_A_KIND) * min(1.0, told / ENOUGH)


def _acquainted(one: Sketch, other: Sketch) -> float:
    """1 where a third of the identities of either are the other's too, less where both name strangers."""
    fewer = min(len(one.named), len(other.named))
    if not fewer:
        return 1.0
    share = len(one.named & other.named) / fewer
    return STRANGERS + (1.0 - STRANGERS) * min(1.0, share / ACQUAINTED)
