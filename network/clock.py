"""Local days: every rule about dates uses the calendar of the network's place, never UTC."""

from datetime import date, datetime, time

from django.utils import timezone


def now() -> datetime:
    return timezone.localtime()


def today() -> date:
    return timezone.localdate()


def moment(day: date, at: time) -> datetime:
    """That hour of that local day."""
    return timezone.make_aware(datetime.combine(day, at))
