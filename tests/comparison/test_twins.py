"""Agreement is told once, for the most who agree."""

import pytest

from tawatur.comparison.findings.twins import without_twins
from tawatur.model import Finding, FindingKind, Pointer

A, B, C, D = (Pointer(article, 0, 3) for article in "abcd")
PORT, SHIP = ("org:port",), ("org:ship",)


def agreed(name: str, *places: Pointer, origins: tuple[str, ...] = PORT) -> Finding:
    return Finding(name, FindingKind.CORROBORATED, "الميناء مفتوح", (places,), origins=origins)


@pytest.mark.parametrize(
    ("findings", "told"),
    [
        ([agreed("three", A, B, C), agreed("two", A, B)], ["three"]),
        ([agreed("two", B, C), agreed("three", A, B, C)], ["three"]),
        ([agreed("one", A, B), agreed("other", B, C)], ["one", "other"]),
        ([agreed("all", A, B, C, origins=PORT + SHIP), agreed("port", A, B)], ["all", "port"]),
        ([agreed("one", A, B), agreed("other", C, D)], ["one", "other"]),
        ([], []),
    ],
)
def test_some_of_those_who_agree_are_not_told_again(findings: list[Finding], told: list[str]) -> None:
    assert [finding.id for finding in without_twins(findings)] == told


def test_a_dispute_is_told_beside_agreement() -> None:
    dispute = Finding("dispute", FindingKind.DISPUTED, "الميناء مفتوح", ((A,), (B,)))
    assert dispute in list(without_twins([agreed("three", A, B, C), dispute]))
