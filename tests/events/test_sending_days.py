"""The days and hours on which the chase may write."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ambassadors.commitment import Span
from events.sending_days import first_allowed, is_allowed, is_working_day, next_opening

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def d(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2026-01-01", "New Year"),
        ("2026-04-03", "Good Friday"),
        ("2026-04-06", "Easter Monday"),
        ("2026-04-27", "King's Day"),
        ("2026-05-14", "Ascension"),
        ("2026-05-25", "Whit Monday"),
        ("2025-05-05", "Liberation Day, once in five years"),
        ("2026-12-25", "Christmas"),
        ("2026-11-21", "Saturday"),
        ("2026-11-22", "Sunday"),
    ],
)
def test_no_mail_on_holidays_and_at_weekends(day, name):
    assert not is_working_day(d(day)), name


def test_liberation_day_is_a_working_day_in_other_years():
    assert is_working_day(d("2026-05-05"))


def test_quiet_periods_move_the_mail_and_their_end_is_the_first_free_day():
    quiet = [Span(d("2026-07-04"), d("2026-08-17")), Span(d("2026-08-10"), d("2026-08-18"))]

    assert first_allowed(d("2026-07-03"), quiet) == d("2026-07-03")
    assert first_allowed(d("2026-07-04"), quiet) == d("2026-08-18")
    assert first_allowed(d("2026-12-25")) == d("2026-12-28")
    assert first_allowed(d("2026-04-03")) == d("2026-04-07")


@given(
    st.dates(d("2024-01-01"), d("2040-12-31")),
    st.lists(st.tuples(st.integers(-30, 60), st.integers(1, 60)), max_size=4),
)
def test_the_first_allowed_day_has_no_allowed_day_before_it(day, periods):
    quiet = [Span(day + timedelta(days=at), day + timedelta(days=at + long)) for at, long in periods]
    first = first_allowed(day, quiet)

    assert is_allowed(first, quiet)
    assert not any(is_allowed(day + timedelta(days=n), quiet) for n in range((first - day).days))


@pytest.mark.parametrize(
    ("moment", "opens"),
    [
        ("2026-11-20T09:00", None),
        ("2026-11-20T16:59", None),
        ("2026-11-20T08:59", "2026-11-20T09:00"),
        ("2026-11-20T17:00", "2026-11-23T09:00"),
        ("2026-11-21T12:00", "2026-11-23T09:00"),
        ("2026-03-28T23:30", "2026-03-30T09:00"),  # the clock goes forward that night
    ],
)
def test_mail_leaves_between_nine_and_five(moment, opens):
    at = datetime.fromisoformat(moment).replace(tzinfo=AMSTERDAM)

    assert next_opening(at) == (datetime.fromisoformat(opens).replace(tzinfo=AMSTERDAM) if opens else None)
