"""What shared words tell, and who meets whom."""

from hypothesis import given
from hypothesis import strategies as st

from tawatur.comparison.clusters import gather
from tawatur.comparison.weights import Weights, partners

TEXTS = [frozenset({"attack", "town", f"word {n}"}) for n in range(4)] + [frozenset({"attack", "harbour"})]
WEIGHTS = Weights(TEXTS, {"attack": 1.0, "town": 3.0, "harbour": 5.0}, names=frozenset({"town"}))


def test_a_word_weighs_more_where_fewer_texts_have_it() -> None:
    assert WEIGHTS.weight("harbour") > WEIGHTS.weight("town") > WEIGHTS.weight("attack")


def test_likeness_and_containment() -> None:
    one, other = frozenset({"attack", "harbour"}), frozenset({"attack", "harbour", "town"})
    assert WEIGHTS.likeness(one, one) == 1.0
    assert WEIGHTS.containment(one, other) == 1.0
    assert 0 < WEIGHTS.likeness(one, other) < 1
    assert WEIGHTS.likeness(one, frozenset()) == 0.0


@given(st.lists(st.frozensets(st.sampled_from("abcdef")), max_size=8))
def test_likeness_is_the_same_both_ways(texts: list[frozenset[str]]) -> None:
    weights = Weights(texts, {})
    for one in texts:
        for other in texts:
            assert abs(weights.likeness(one, other) - weights.likeness(other, one)) < 1e-9


def test_the_pairs_that_are_met_grow_with_the_texts_not_with_their_square() -> None:
    def met(count: int) -> int:
        texts = {n: frozenset({"common", f"pair {n // 2}", f"dozen {n // 12}"}) for n in range(count)}
        return len(partners(texts, Weights(list(texts.values()), {})))

    assert met(2400) <= 2.1 * met(1200)
    assert met(1200) < 1200 * 12


def test_texts_that_share_only_what_all_have_do_not_meet() -> None:
    texts = {n: frozenset({"common"}) for n in range(100)}
    assert partners(texts, Weights(list(texts.values()), {})) == []


def test_groups_do_not_chain_through_a_neighbour() -> None:
    scores = {(0, 1): 2.0, (1, 2): 1.5, (0, 2): -2.0}
    found = gather({(0, 1): 2.0, (1, 2): 1.5}, lambda i, j: scores[i, j], on_average=1.0, at_worst=-1.0)
    assert found == [(0, 1)]


def test_a_third_joins_a_pair_that_it_fits_on_average() -> None:
    scores = {(0, 1): 2.0, (1, 2): 1.8, (0, 2): 0.6}
    found = gather({(0, 1): 2.0, (1, 2): 1.8}, lambda i, j: scores[i, j], on_average=1.0, at_worst=-1.0)
    assert found == [(0, 1, 2)]
