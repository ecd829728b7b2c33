"""The forecast: hand-made cases, and what holds for every series."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from events.forecasting import BLOCK, Forecast, forecast

ON = date(2026, 11, 23)
SINCE = ON - timedelta(days=364)


def told(amounts, *, done=None, since=SINCE, on=ON, ahead=56):
    done = sum(amount for _day, amount in amounts) if done is None else done
    return forecast(amounts, done=done, since=since, on=on, end=on + timedelta(days=ahead + 1))


def blocks_ago(*sizes):
    """One amount in each block of four weeks, the latest first."""
    return [(ON - timedelta(days=BLOCK * at), size) for at, size in enumerate(sizes)]


def test_a_steady_year_ends_where_it_goes():
    assert told(blocks_ago(*[10] * 13)) == Forecast(amount=150, low=150, high=150, blocks=13)


def test_an_uneven_one_has_a_width_that_grows_with_the_time_to_come():
    near, far = told(blocks_ago(30, 0, 30, 0), ahead=28), told(blocks_ago(30, 0, 30, 0), ahead=280)
    assert near is not None
    assert far is not None
    assert near.low < near.amount < near.high
    assert far.high - far.amount > near.high - near.amount


def test_it_says_nothing_too_early_or_when_it_is_over():
    assert told(blocks_ago(5, 5), since=ON - timedelta(days=3 * BLOCK - 2)) is None
    assert told(blocks_ago(5, 5), since=ON - timedelta(days=3 * BLOCK - 1)) is not None
    assert told(blocks_ago(*[5] * 13), ahead=0) is None


def test_what_lies_longer_ago_than_a_year_counts_in_what_was_done_only():
    old = [(ON - timedelta(days=700), 1000)]
    assert told([*blocks_ago(*[10] * 13), *old]).amount == 1130 + 20


def test_a_day_of_the_future_counts_for_nothing():
    ahead = [(ON + timedelta(days=3), 500)]
    assert told([*blocks_ago(*[10] * 13), *ahead], done=130) == told(blocks_ago(*[10] * 13))


series = st.lists(st.tuples(st.dates(date(2025, 6, 1), date(2026, 12, 31)), st.integers(0, 500)), max_size=40)


@given(series, st.integers(1, 900))
def test_what_holds_for_every_series(amounts, ahead):
    done = sum(amount for day, amount in amounts if day <= ON)
    found = told(amounts, done=done, ahead=ahead)
    assert found is not None
    assert done <= found.low <= found.amount <= found.high
    assert told(list(reversed(amounts)), done=done, ahead=ahead) == found
    more = told([*amounts, (ON, 40)], done=done + 40, ahead=ahead)
    assert more is not None
    assert more.amount >= found.amount + 40
