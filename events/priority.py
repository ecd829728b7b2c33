"""How pressing a request is, and when it should be answered: pure, from the days that are left."""

from datetime import date, timedelta
from enum import IntEnum

ANSWER_WITHIN = timedelta(days=3)
"""We answer within three days …"""
SOONER = timedelta(days=7)
"""… and on the day after, when the podium is within a week."""


class Priority(IntEnum):
    NOW = 0
    SOON = 1
    CALM = 2


def priority(on: date, day: date | None) -> Priority:
    """By the days left until the podium; an open date presses nobody."""
    if day is None:
        return Priority.CALM
    left = (day - on).days
    if left <= 10:
        return Priority.NOW
    return Priority.SOON if left <= 28 else Priority.CALM


def due_on(asked_on: date, day: date | None) -> date:
    """The day before which whoever asked hears from us; never after the podium itself."""
    if day is None or day - asked_on > SOONER:
        return asked_on + ANSWER_WITHIN
    return max(asked_on, min(day, asked_on + timedelta(days=1)))


def answer_before(on: date, day: date | None) -> date:
    """By when an ambassador should say yes or no: a week, less when the podium is near."""
    if day is None:
        return on + timedelta(days=7)
    left = (day - on).days
    return on + timedelta(days=max(1, min(7, left // 3)))


def remind_on(offered_on: date, before: date) -> date:
    """Half of the time to think has passed; at the earliest the day after."""
    return offered_on + timedelta(days=max(1, (before - offered_on).days // 2 + 1))
