"""Local days: every rule about dates uses the calendar of the network's place, never UTC."""

from datetime import date, datetime

from django.utils import timezone


def now() -> datetime:
    return timezone.localtime()


def today() -> date:
    return timezone.localdate()
