from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from ambassadors.scoring import Given, result_of


def test_weight_counts_and_spread_is_seen():
    result = result_of([Given(1, 2, 5, 5), Given(1, 2, 5, 2), Given(2, 1, 5, 3), Given(2, 1, 5, 3)])
    first, second = result.criteria
    assert (first.values, first.mean, first.spread, first.is_far_apart) == ((2, 5), Fraction(7, 2), 3, True)
    assert (second.spread, second.is_far_apart) == (0, False)
    assert result.share == (2 * Fraction(5, 8) + Fraction(1, 2)) / 3
    assert (result.percent, result.bars, result.is_far_apart) == (58, 3, True)


def test_no_scores_is_no_result():
    assert result_of([]) is None


scores = st.lists(
    st.builds(lambda c, v: Given(c, 1 + c % 3, 5, v), st.integers(1, 4), st.integers(1, 5)),
    min_size=1,
    max_size=30,
)


@given(scores, st.randoms())
def test_the_order_of_assessors_changes_nothing_and_all_stays_in_the_scale(found, random):
    result = result_of(found)
    shuffled = found[:]
    random.shuffle(shuffled)
    again = result_of(shuffled)
    assert result.share == again.share
    assert {one.criterion: one.values for one in result.criteria} == {
        one.criterion: one.values for one in again.criteria
    }
    assert 0 <= result.share <= 1
    assert 1 <= result.bars <= 5
