"""The days of a series: pure. The same day of every week or month; a day a month lacks becomes its last."""

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum

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
    months = first.year * 12 + first.month - 1 + number * (3 if step is Step.QUARTER else 1)
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(first.day, monthrange(year, month)[1]))
