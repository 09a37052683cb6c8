"""Statements that put forward one claim, by the cases of tests/cases/claims.yaml."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from handmade import made_ready, place, readings

from tawatur.comparison.claims import compare_claims
from tawatur.model import Claim

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases/claims.yaml").read_text(encoding="utf-8"))
case = pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])


def compared(case: dict[str, Any]) -> tuple[Claim, ...]:
    told = readings(case)
    return compare_claims(made_ready(told))


@case
def test_who_affirms_denies_and_withholds(case: dict[str, Any]) -> None:
    told, claims = readings(case), compared(case)
    if "affirms" not in case:
        assert claims == ()
        return
    (claim,) = (claim for claim in claims if not claim.entails)
    for stance in ("affirms", "denies", "withholds"):
        expected = tuple(sorted(place(told, words) for words in case.get(stance, [])))
        assert getattr(claim, stance) == expected, stance


@case
def test_the_order_of_articles_does_not_matter(case: dict[str, Any]) -> None:
    told = readings(case)[::-1]
    assert compare_claims(made_ready(told)) == compared(case)


def test_a_claim_with_a_figure_entails_the_one_without() -> None:
    sent = "أرسلت دولة الشمال {} إلى الحدود الشرقية"
    said = [sent.format(what) for what in ("1500 جندي", "قوات", "1500 جندي")]
    case = {
        "articles": [
            {
                "text": f"قال الوزير إن {words}.",
                "quantities": [{"text": "1500 جندي", "low": 1500, "high": 1500, "unit": "جندي"}]
                if "1500" in words
                else [],
                "statements": [{"cue": "قال", "speaker": f"anon:وزير {n}", "content": [words]}],
            }
            for n, words in enumerate(said)
        ]
    }
    general, narrower = compared(case)
    assert len(general.affirms) == 3
    assert (len(narrower.affirms), narrower.entails) == (2, (general.id,))


def test_no_statements_give_no_claims() -> None:
    assert compare_claims(()) == ()
