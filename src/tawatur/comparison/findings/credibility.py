"""How far information is confirmed: the second figure of the Admiralty code, from origins alone.

The scale is NATO's (STANAG 2511, AJP-2.1): 1 confirmed by other sources, 2 probably true,
3 possibly true, 4 doubtful, 5 improbable, 6 truth cannot be judged. The letter A to F, how
reliable an outlet is, is for the user to set.
"""

from collections.abc import Set


def credibility(affirming: Set[str], denying: Set[str]) -> int:
    """The figure 1 to 6 for a claim with these independent origins for and against.

    Three origins that nobody contradicts confirm a claim, two make it probable, one possible;
    nameless origins alone cannot be judged. A denial makes a claim doubtful, and improbable where
    more origins deny than affirm.
    """
    named = {origin for origin in affirming if not origin.startswith("anon:")}
    if denying:
        return 5 if len(denying) > len(affirming) else 4
    if not named:
        return 6
    return {1: 3, 2: 2}.get(len(affirming), 1)
