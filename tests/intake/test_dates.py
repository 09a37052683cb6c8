"""Dates that machines wrote."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.intake.dates import iso_date

CASES = [
    ("2024-10-23", "2024-10-23"),
    ("2024-10-23T14:05:06Z", "2024-10-23T14:05:06+00:00"),
    ("2024-10-23T14:05:06.123+0300", "2024-10-23T14:05:06+03:00"),
    ("2024-10-23 14:05", "2024-10-23T14:05:00"),
    ("Wed, 23 Oct 2024 14:05:06 +0300", "2024-10-23T14:05:06+03:00"),
    ("2024/10/3", "2024-10-03"),
    ("3/10/2024", "2024-10-03"),
    ("03.10.2024", "2024-10-03"),
    ("٢٣/١٠/٢٠٢٤", "2024-10-23"),
    ("20241023", "2024-10-23"),
    ("1729692306", "2024-10-23T14:05:06+00:00"),
    ("1729692306000", "2024-10-23T14:05:06+00:00"),
]


@pytest.mark.parametrize(("written", "expected"), CASES)
def test_a_date_becomes_iso_8601(written: str, expected: str) -> None:
    assert iso_date(written) == expected


@pytest.mark.parametrize(
    "written",
    [None, "", "أمس", "23 تشرين الأول 2024", "2024-13-45", "99/99/2024", "2024", "x" * 200, "0", "-5"],
)
def test_prose_and_nonsense_are_no_date(written: str | None) -> None:
    assert iso_date(written) is None


@given(st.text(max_size=60))
def test_anything_is_a_date_or_none(written: str) -> None:
    found = iso_date(written)
    assert found is None or iso_date(found) is not None
