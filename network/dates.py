"""Days in words, the short way of lists; the long way is the filter `day`."""

from datetime import date

from django.utils.dates import MONTHS, MONTHS_AP

from network import clock
from network.once_per_language import once_per_language


def day_and_month(day: date | None, on: date | None = None) -> str:
    """3 november, with the year when it is another one; empty without a day."""
    if day is None:
        return ""
    words = f"{day.day} {MONTHS[day.month]}"
    return words if day.year == (on or clock.today()).year else f"{words} {day.year}"


def short_day(day: date | None, on: date | None = None) -> str:
    """3 nov, with the year when it is another one."""
    return "" if day is None else _short_day(day, (on or clock.today()).year)


@once_per_language
def _short_day(day: date, this_year: int) -> str:
    words = f"{day.day} {str(MONTHS_AP[day.month]).rstrip('.').lower()}"
    return words if day.year == this_year else f"{words} {day.year}"
