"""Which target belongs to a period."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from network.aims import Aim, amount_for


def year(number, amount):
    return Aim(date(number, 1, 1), date(number + 1, 1, 1), amount)


LONG = Aim(date(2022, 1, 1), date(2027, 1, 1), 450)


def test_a_target_for_longer_than_the_period_says_nothing_about_it():
    assert amount_for([LONG], date(2026, 1, 1), date(2027, 1, 1)) is None
    assert amount_for([LONG], date(2022, 1, 1), date(2027, 1, 1)) == 450
    assert amount_for([], date(2022, 1, 1), date(2027, 1, 1)) is None


def test_years_add_up_and_the_longest_of_those_that_overlap_counts():
    years = [year(2024, 100), year(2025, 150)]
    assert amount_for(years, date(2024, 1, 1), date(2026, 1, 1)) == 250
    assert amount_for([*years, LONG], date(2020, 1, 1), date(2030, 1, 1)) == 450


@given(
    st.lists(
        st.builds(
            lambda start, days, amount: Aim(start, date.fromordinal(start.toordinal() + days), amount),
            st.dates(date(2020, 1, 1), date(2026, 1, 1)),
            st.integers(1, 1000),
            st.integers(0, 900),
        ),
        max_size=6,
        unique_by=lambda aim: aim.start,
    )
)
def test_the_order_does_not_matter_and_no_more_counts_than_was_agreed(found):
    told = amount_for(found, date(2020, 1, 1), date(2027, 1, 1))
    assert told == amount_for(list(reversed(found)), date(2020, 1, 1), date(2027, 1, 1))
    assert (told or 0) <= sum(aim.amount for aim in found)
