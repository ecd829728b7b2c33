from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ambassadors.round_calendar import (
    Ahead,
    Days,
    Step,
    answer_day,
    due,
    is_time_to_tell,
    last_day_to_tell,
    leaves_at,
    next_ceremony,
    planned,
    reminder_days,
    reminders_due,
    step_days,
)

AHEAD = Ahead(182, 126, 70, 42)
DAYS = planned(date(2027, 4, 1), AHEAD)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def test_the_steps_follow_from_the_ceremony():
    assert (
        Days(date(2026, 10, 1), date(2026, 11, 26), date(2027, 1, 21), date(2027, 2, 18), date(2027, 4, 1))
        == DAYS
    )
    assert step_days(DAYS) == {
        Step.OPENED: date(2026, 10, 1),
        Step.REMIND_14: date(2026, 11, 12),
        Step.REMIND_3: date(2026, 11, 23),
        Step.CLOSED: date(2026, 11, 27),
        Step.INVITED: date(2027, 1, 21),
    }


def test_a_short_round_has_no_reminder_before_it_opens():
    days = Days(
        date(2026, 11, 20), date(2026, 11, 27), date(2026, 12, 1), date(2026, 12, 9), date(2027, 1, 1)
    )
    assert set(step_days(days)) == {Step.OPENED, Step.REMIND_3, Step.CLOSED, Step.INVITED}


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2027, 2, 28), date(2027, 2, 28)),
        (date(2027, 3, 1), date(2028, 2, 29)),
        (date(2028, 2, 29), date(2028, 2, 29)),
        (date(2028, 3, 1), date(2029, 2, 28)),
    ],
)
def test_29_february_is_the_28th_in_other_years(on, expected):
    assert next_ceremony(2, 29, on) == expected


def test_nobody_is_invited_before_the_selection_is_settled():
    late = date(2027, 3, 1)
    assert Step.INVITED not in dict(due(DAYS, done=(), on=late, is_settled=False))
    assert dict(due(DAYS, done=(), on=late, is_settled=True)) == step_days(DAYS)


# Every day around the round, in any order of sense: late, double, missed, and one at the end.
runs = st.lists(st.integers(-40, 230), max_size=40)
starts = st.dates(date(2024, 1, 1), date(2040, 12, 31))


@given(starts, st.integers(15, 90), st.integers(5, 80), st.integers(5, 40), st.integers(1, 60), runs)
@settings(max_examples=300, deadline=None)
def test_any_order_of_runs_takes_every_step_once(ceremony_on, nominate, decide, answer, wait, offsets):
    days = planned(
        ceremony_on, Ahead(wait + answer + decide + nominate, wait + answer + decide, wait + answer, wait)
    )
    wanted = step_days(days)
    taken: list[tuple[Step, date]] = []
    for offset in [*sorted(offsets), 400, 400]:
        on = days.opens_on + timedelta(days=offset)
        for step, due_on in due(days, done={step for step, _day in taken}, on=on, is_settled=True):
            assert due_on <= on
            taken.append((step, due_on))
    assert sorted(step for step, _day in taken) == sorted(wanted)
    assert dict(taken) == wanted


@given(starts, st.integers(0, 90), st.lists(st.integers(0, 120), max_size=30))
@settings(max_examples=300, deadline=None)
def test_every_reminder_of_an_invitation_comes_once_and_after_it(sent_on, days_to_answer, offsets):
    answer_by = sent_on + timedelta(days=days_to_answer)
    done: list[str] = []
    for offset in [*sorted(offsets), 500]:
        on = sent_on + timedelta(days=offset)
        found = reminders_due(sent_on, answer_by, done=done, on=on)
        assert all(sent_on < reminder_days(sent_on, answer_by)[one] <= on for one in found)
        done += found
    assert len(done) == len(set(done)) == (days_to_answer > 14) + (days_to_answer > 3)


def test_whoever_is_invited_late_has_two_weeks_but_never_past_the_ceremony():
    ceremony = date(2027, 4, 1)
    assert answer_day(date(2027, 2, 18), date(2027, 1, 21), ceremony) == date(2027, 2, 18)
    assert answer_day(date(2027, 2, 18), date(2027, 2, 17), ceremony) == date(2027, 3, 3)
    assert answer_day(date(2027, 2, 18), date(2027, 3, 30), ceremony) == ceremony
    assert answer_day(date(2027, 2, 18), date(2027, 4, 2), ceremony) == date(2027, 4, 2)


@pytest.mark.parametrize(
    ("received", "last"),
    [
        (date(2027, 1, 31), date(2027, 2, 28)),
        (date(2028, 1, 31), date(2028, 2, 29)),
        (date(2028, 2, 29), date(2028, 3, 29)),
        (date(2026, 12, 31), date(2027, 1, 31)),
        (date(2026, 11, 23), date(2026, 12, 23)),
    ],
)
def test_a_candidate_is_told_within_a_month(received, last):
    assert last_day_to_tell(received) == last
    assert not is_time_to_tell(received, last - timedelta(days=4))
    assert is_time_to_tell(received, last - timedelta(days=3))


@given(starts)
def test_the_month_is_never_longer_than_31_days_nor_shorter_than_28(received):
    assert 28 <= (last_day_to_tell(received) - received).days <= 31


@given(st.datetimes(datetime(2024, 1, 1), datetime(2040, 12, 31), timezones=st.just(AMSTERDAM)))
@settings(max_examples=300)
def test_mail_leaves_in_the_day_also_where_the_clock_changes(moment):
    at = leaves_at(moment)
    assert 9 <= at.hour < 17
    assert at.tzinfo is AMSTERDAM
    assert at.replace(tzinfo=None) >= moment.replace(tzinfo=None, second=0, microsecond=0) or at == moment
    assert (at.date() - moment.date()).days in (0, 1)
