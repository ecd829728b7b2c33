from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network.months import months_after, months_before, on_day

days = st.dates(date(2000, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2027, 5, 31), 3, date(2027, 2, 28)),
        (date(2027, 1, 15), 3, date(2026, 10, 15)),
        (date(2028, 8, 31), 6, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2027, 2, 28)),
        (date(2026, 12, 1), 24, date(2024, 12, 1)),
    ],
)
def test_what_the_shorter_month_lacks_is_its_last_day(day, months, expected):
    assert months_before(day, months) == expected


@given(days, st.integers(0, 240))
def test_there_and_back_is_the_same_month_and_never_a_later_day(day, months):
    back = months_before(months_after(day, months), months)
    assert (back.year, back.month) == (day.year, day.month)
    assert back.day <= day.day


@given(days)
def test_a_month_on_is_28_to_31_days_on(day):
    assert 28 <= (months_after(day, 1) - day).days <= 31


def test_the_day_of_a_leap_year_is_there_every_year():
    assert [on_day(year, 2, 29) for year in (2027, 2028)] == [date(2027, 2, 28), date(2028, 2, 29)]
