"""Figures with open ends against each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.comparison.bounds import Fit, fit, likely
from tawatur.model import Modifier, Quantity


def figure(low: float | None, high: float | None, modifier: str = "exact") -> Quantity:
    return Quantity(0, 1, low, high, Modifier(modifier), None, "test")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (figure(30, 30), figure(30, 30), Fit.SAME),
        (figure(30, 30), figure(32, 32), Fit.APART),
        (figure(28, None, "at_least"), figure(30, 30, "about"), Fit.COMPATIBLE),
        (figure(10000, 10000, "about"), figure(None, 12000, "at_most"), Fit.COMPATIBLE),
        (figure(8000, 8000, "about"), figure(10000, 10000, "about"), Fit.APART),
        (figure(9500, 9500), figure(10000, 10000, "about"), Fit.TENSION),
        (figure(1500, None, "more_than"), figure(1500, 1500), Fit.TENSION),
        (figure(None, 200000, "less_than"), figure(224000, 224000, "about"), Fit.APART),
        (figure(2000, None, "vague"), figure(8000, 8000), Fit.COMPATIBLE),
        (figure(10, 12, "range"), figure(12, 15, "range"), Fit.COMPATIBLE),
    ],
)
def test_how_two_figures_stand_to_each_other(one: Quantity, other: Quantity, expected: Fit) -> None:
    assert fit(one, other) is expected


bound = st.none() | st.floats(min_value=0, max_value=1e9)
any_figure = st.builds(figure, bound, bound, st.sampled_from([modifier.value for modifier in Modifier]))


@given(any_figure, any_figure)
def test_the_order_of_two_figures_does_not_matter(one: Quantity, other: Quantity) -> None:
    assert fit(one, other) is fit(other, one)


@given(any_figure)
def test_a_figure_agrees_with_itself(one: Quantity) -> None:
    assert fit(one, one) is Fit.SAME


def test_more_than_a_figure_is_not_said_of_its_many_fold() -> None:
    assert likely(figure(1500, None, "more_than")) == (1500, 3000)
    assert likely(figure(2000, None, "vague")) == (2000, 10000)
    assert likely(figure(None, 200, "less_than")) == (100, 200)
