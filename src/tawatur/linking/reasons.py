"""The documented reasons for taking two names for one."""

from tawatur.model import Why

GAZETTEER = "same gazetteer entry"
BY_KEY = "spellings of one name"
BY_COMPANY = "near spellings of one name in the same company"
BY_PARTS = "parts of a longer name"
BY_SURNAME = "surname of a person named in full"
JUDGED_SAME = "judged the same"
JUDGED_DIFFERENT = "judged different"

WEIGHTS = {
    GAZETTEER: 1.0,
    BY_KEY: 0.9,
    BY_COMPANY: 0.7,
    BY_PARTS: 0.8,
    BY_SURNAME: 0.7,
    JUDGED_SAME: 1.0,
    JUDGED_DIFFERENT: 1.0,
}


def why(reason: str, note: str) -> Why:
    """A reason with the names it rests on and how far it is to be trusted."""
    return Why(reason, note, weight=WEIGHTS[reason])
