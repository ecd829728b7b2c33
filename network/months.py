"""Reckoning in months, which differ in length: what the shorter one lacks is its last day."""

from calendar import monthrange
from datetime import date


def on_day(year: int, month: int, day: int) -> date:
    """That day of the year: 29 February is 28 February in other years."""
    return date(year, month, min(day, monthrange(year, month)[1]))


def months_after(day: date, months: int) -> date:
    """The same day so many months later."""
    index = day.year * 12 + day.month - 1 + months
    return on_day(index // 12, index % 12 + 1, day.day)


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier."""
    return months_after(day, -months)
