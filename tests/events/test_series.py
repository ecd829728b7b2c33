"""The days of a series."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from events import series


@settings(suppress_health_check=[HealthCheck.too_slow])  # on a busy machine the first dates take seconds
@given(
    st.dates(date(2020, 1, 1), date(2090, 1, 1)), st.sampled_from(series.Step), st.integers(1, series.MOST)
)
def test_the_days_of_a_series(first, step, times):
    days = series.days(first, step, times)
    assert days[0] == first
    assert len(days) == times
    assert days == sorted(set(days))
    if step in (series.Step.WEEK, series.Step.FORTNIGHT):
        assert {day.weekday() for day in days} == {first.weekday()}
    else:
        assert all(day.day == first.day or (day + timedelta(days=1)).day == 1 for day in days)
