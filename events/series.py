"""The days of a series: pure. The same day of every week or month; a day a month lacks becomes its last."""

from datetime import date, timedelta
from enum import StrEnum

from network.months import months_after

MOST = 12


class Step(StrEnum):
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"


def days(first: date, step: Step, times: int) -> list[date]:
    """`times` days from the first one on, each counted from the first, so that none drifts."""
    return [_nth(first, step, number) for number in range(times)]


def _nth(first: date, step: Step, number: int) -> date:
    if step in (Step.WEEK, Step.FORTNIGHT):
        return first + timedelta(weeks=number * (2 if step is Step.FORTNIGHT else 1))
    return months_after(first, number * (3 if step is Step.QUARTER else 1))
