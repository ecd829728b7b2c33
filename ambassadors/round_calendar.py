"""What a round does on which day. Pure: days in, steps out; what was done before is not done again.

A run may come late, twice or not at all. Every step that is due and was not done is given, in order, however
late; whether its mail still makes sense is judged when that mail leaves. So any order of runs makes the same
messages, each once.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from network.months import months_after, on_day

TWO_WEEKS = timedelta(days=14)
THREE_DAYS = timedelta(days=3)
LEAST_DAYS_TO_ANSWER = timedelta(days=14)
# A round that plans itself stands there this long before it opens, for the leader to look at.
PLANNED_AHEAD = timedelta(days=30)
# The notice of GDPR art. 14 leaves this long before its last day, so that an outage does no harm.
NOTICE_AHEAD = timedelta(days=3)
OFFICE_OPENS, OFFICE_CLOSES = time(9), time(17)


@dataclass(frozen=True)
class Days:
    opens_on: date
    nominations_until: date  # included
    decide_on: date
    answer_by: date  # included
    ceremony_on: date


@dataclass(frozen=True)
class Ahead:
    """How many days before the ceremony each step lies."""

    opens: int
    closes: int
    decides: int
    answers: int


class Step(StrEnum):
    OPENED = "opened"
    REMIND_14 = "remind_14"
    REMIND_3 = "remind_3"
    CLOSED = "closed"
    INVITED = "invited"


class Reminder(StrEnum):
    """Of an invitation that was not answered."""

    TWO_WEEKS = "14"
    THREE_DAYS = "3"


def planned(ceremony_on: date, ahead: Ahead) -> Days:
    def before(days: int) -> date:
        return ceremony_on - timedelta(days=days)

    return Days(
        before(ahead.opens), before(ahead.closes), before(ahead.decides), before(ahead.answers), ceremony_on
    )


def next_ceremony(month: int, day: int, on: date) -> date:
    """The yearly date, today or the first time after it."""
    this_year = on_day(on.year, month, day)
    return this_year if this_year >= on else on_day(on.year + 1, month, day)


def step_days(days: Days) -> dict[Step, date]:
    """When each step falls due. A reminder that would come on or before the opening is left out."""
    reminders = {
        Step.REMIND_14: days.nominations_until - TWO_WEEKS,
        Step.REMIND_3: days.nominations_until - THREE_DAYS,
    }
    return {
        Step.OPENED: days.opens_on,
        **{step: day for step, day in reminders.items() if day > days.opens_on},
        Step.CLOSED: days.nominations_until + timedelta(days=1),
        Step.INVITED: days.decide_on,
    }


def due(days: Days, *, done: Collection[str], on: date, is_settled: bool) -> Iterator[tuple[Step, date]]:
    """The steps to take now. Nobody is invited before the leader has settled the selection."""
    for step, day in step_days(days).items():
        if day <= on and step not in done and (step is not Step.INVITED or is_settled):
            yield step, day


def reminder_days(sent_on: date, answer_by: date) -> dict[Reminder, date]:
    """Two weeks and three days before the last day, as far as that lies after the invitation itself."""
    wanted = {Reminder.TWO_WEEKS: answer_by - TWO_WEEKS, Reminder.THREE_DAYS: answer_by - THREE_DAYS}
    return {reminder: day for reminder, day in wanted.items() if day > sent_on}


def reminders_due(sent_on: date, answer_by: date, *, done: Collection[str], on: date) -> list[Reminder]:
    return [
        reminder
        for reminder, day in reminder_days(sent_on, answer_by).items()
        if day <= on and reminder not in done
    ]


def answer_day(round_answer_by: date, sent_on: date, ceremony_on: date) -> date:
    """The last day to answer: later for whoever is invited late, never past the ceremony."""
    return max(sent_on, min(max(round_answer_by, sent_on + LEAST_DAYS_TO_ANSWER), ceremony_on))


def last_day_to_tell(received_on: date) -> date:
    """A month after it came in."""
    return months_after(received_on, 1)


def is_time_to_tell(received_on: date, on: date) -> bool:
    return on >= last_day_to_tell(received_on) - NOTICE_AHEAD


def leaves_at(moment: datetime) -> datetime:
    """In office hours of the same local day, else the next morning. `moment` is a local time."""
    day = moment.date()
    if moment.timetz().replace(tzinfo=None) >= OFFICE_CLOSES:
        day += timedelta(days=1)
    elif moment.timetz().replace(tzinfo=None) >= OFFICE_OPENS:
        return moment
    return datetime.combine(day, OFFICE_OPENS, tzinfo=moment.tzinfo)
